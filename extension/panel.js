// The panel's shell: starts its wasm. The page's own skeleton is drawn before this is even loaded.
import init from './wasm/panel.js';

await init({ module_or_path: new URL('./wasm/panel_bg.wasm', import.meta.url) });
