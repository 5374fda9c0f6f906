// Makes the pages of both stores, in a thread of its own whose time and memory nobody counts.
import start, { made_page as made } from './wasm/gauge.js';

const ready = start({ module_or_path: new URL('./wasm/gauge_bg.wasm', import.meta.url) });

globalThis.onmessage = async ({ data }) => {
  await ready;
  postMessage(made(...data));
};
