// The panel's shell: starts its wasm. The page's own skeleton is drawn before this is even loaded.
import init, { memory_bytes } from './wasm/panel.js';

await init({ module_or_path: new URL('./wasm/panel_bg.wasm', import.meta.url) });

// For whoever looks into this page from the browser's own tools.
globalThis.tandemMemory = memory_bytes;
