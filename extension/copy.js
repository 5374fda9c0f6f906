// A rehearsal over a copy: the background is asked for what it read, part by part. It stays in this page.
export async function copy(runtime, { take, open }) {
  for (let from = 0; from !== undefined;) {
    from = take(await runtime.sendMessage(JSON.stringify({ v: 1, body: { copy_records: { from } } })));
  }
  open();
}
