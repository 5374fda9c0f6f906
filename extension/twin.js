// What a rehearsal has in place of the network. Runs to its end before anything else of a rehearsal
// is started: whoever comes after finds nothing else.
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
