// What a rehearsal has in place of the network, the disk and the locks of this browser. Runs to its
// end before anything else of a rehearsal is started: whoever comes after finds nothing else.
import init, * as wasm from './wasm/twin.js';
import { copy } from './copy.js';

export const real = globalThis.browser ?? globalThis.chrome;
export const here = new URL('.', import.meta.url).href;
const wait = init({ module_or_path: new URL('wasm/twin_bg.wasm', here) });
export const isCopy = location.hash === '#copy' && Boolean(real?.runtime?.id);
export const twin = wait.then(() => isCopy && copy(real.runtime, wasm)).then(() => wasm);

// Own files are fetched; the two vendors' addresses lead to the twin; anything else leads nowhere.
const network = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (input, options) => {
  const call = new Request(input, options);
  if (call.url.startsWith(here)) return network(call);
  const proof = call.headers.get('authorization') ?? undefined;
  const body = new Uint8Array(await call.arrayBuffer());
  const answer = await (await twin).answer(call.method, call.url, proof, body);
  if (!answer) throw new TypeError('a rehearsal reaches nothing but its made-up shops');
  const headers = new Headers();
  for (let at = 0; at < answer.headers.length; at += 2) headers.append(answer.headers[at], answer.headers[at + 1]);
  return new Response(answer.body.length ? answer.body : null, { status: answer.status, headers });
};

// Everything that this rehearsal names carries a name of its own before it: no other rehearsal, and
// never what is real.
const own = `rehearsal:${crypto.randomUUID()}:`;
const locks = navigator.locks;
Object.defineProperty(navigator, 'locks', { value: {
  request: (name, options, held) => locks.request(own + name, options, held),
} });

const disk = globalThis.indexedDB;
const connections = new Set();
let isOver = false;
const asked = (name, make) => {
  if (isOver) throw new DOMException('this rehearsal is over', 'InvalidStateError');
  return make(own + name);
};
// It has to be taken for a real one, which is looked at by its prototype.
const databases = Object.assign(Object.create(IDBFactory.prototype), {
  open: (name, version) => asked(name, full => {
    const opening = disk.open(full, version);
    opening.addEventListener('success', () => connections.add(opening.result));
    return opening;
  }),
  deleteDatabase: name => asked(name, full => disk.deleteDatabase(full)),
  databases: async () => (await disk.databases()).filter(({ name }) => name.startsWith(own))
    .map(({ name, version }) => ({ name: name.slice(own.length), version })),
});
Object.defineProperty(globalThis, 'indexedDB', { value: databases });

const gone = name => new Promise(done => {
  const deleting = disk.deleteDatabase(name);
  deleting.onsuccess = deleting.onerror = deleting.onblocked = done;
});

// Leaves nothing on this computer. A page that is closed without it is swept up by the next rehearsal.
export async function end() {
  isOver = true;
  for (const connection of connections) connection.close();
  for (const { name } of await disk.databases()) if (name.startsWith(own)) await gone(name);
}
addEventListener('pagehide', ({ persisted }) => { if (!persisted) end(); });

async function sweep() {
  const { held } = await locks.query();
  const living = held.map(({ name }) => name);
  const owner = name => /^rehearsal:[^:]+:/.exec(name)?.[0];
  for (const { name } of await disk.databases()) {
    if (owner(name) && !living.includes(owner(name))) await gone(name);
  }
}
// Held until the page is gone, however it goes.
locks.request(own, () => new Promise(() => { sweep(); }));
