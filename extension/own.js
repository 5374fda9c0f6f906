// What a rehearsal has in place of the disk and the locks of this browser. Runs to its end before
// anything else of a rehearsal is started: whoever comes after finds nothing else.

// Everything that this rehearsal names carries a name of its own before it: no other rehearsal, and
// never what is real. A bucket's name may have no more than 64 such characters.
const own = `rehearsal-${crypto.randomUUID()}-`;
const owner = name => /^rehearsal-[0-9a-f-]{36}-/.exec(name)?.[0];
const locks = navigator.locks;
Object.defineProperty(navigator, 'locks', { value: {
  request: (name, options, held) => locks.request(own + name, options, held),
} });

let isOver = false;
const asked = (name, make) => {
  if (isOver) throw new DOMException('this rehearsal is over', 'InvalidStateError');
  return make(own + name);
};
const ours = names => names.filter(name => name.startsWith(own)).map(name => name.slice(own.length));

const disk = globalThis.indexedDB;
const connections = new Set();
const named = async () => (await disk.databases()).map(({ name }) => name);
// It has to be taken for a real one, which is looked at by its prototype.
const databases = Object.assign(Object.create(IDBFactory.prototype), {
  open: (name, version) => asked(name, full => {
    const opening = disk.open(full, version);
    opening.addEventListener('success', () => connections.add(opening.result));
    return opening;
  }),
  deleteDatabase: name => asked(name, full => disk.deleteDatabase(full)),
  databases: async () => ours(await named()).map(name => ({ name })),
});
Object.defineProperty(globalThis, 'indexedDB', { value: databases });

// Firefox has none.
const buckets = navigator.storageBuckets;
if (buckets) Object.defineProperty(navigator, 'storageBuckets', { value: {
  open: async name => asked(name, full => buckets.open(full)),
  delete: async name => asked(name, full => buckets.delete(full)),
  keys: async () => ours(await buckets.keys()),
} });

const gone = name => new Promise(done => {
  const deleting = disk.deleteDatabase(name);
  deleting.onsuccess = deleting.onerror = deleting.onblocked = done;
});
async function remove(isMeant) {
  for (const name of await buckets?.keys() ?? []) if (isMeant(name)) await buckets.delete(name);
  for (const name of await named()) if (isMeant(name)) await gone(name);
}

// Leaves nothing on this computer. A page that is closed without it is swept up by the next rehearsal.
export async function end() {
  isOver = true;
  for (const connection of connections) connection.close();
  await remove(name => name.startsWith(own));
}
addEventListener('pagehide', ({ persisted }) => { if (!persisted) end(); });

async function sweep() {
  const { held } = await locks.query();
  const living = held.map(({ name }) => name);
  await remove(name => owner(name) && !living.includes(owner(name)));
}
// Held until the page is gone, however it goes.
locks.request(own, () => new Promise(() => { sweep(); }));
