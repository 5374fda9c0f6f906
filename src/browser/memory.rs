//! How much memory the wasm of this context has. It never gives any back, so that this is also the
//! most that it ever needed since it was started.

use js_sys::{ArrayBuffer, WebAssembly::Memory};
use wasm_bindgen::JsCast;

/// The memory of this instance, in bytes.
#[must_use]
pub fn bytes() -> u32 {
    let memory = wasm_bindgen::memory().dyn_into::<Memory>();
    let buffer = memory.map(|memory| memory.buffer().dyn_into::<ArrayBuffer>());
    buffer.map_or(0, |buffer| buffer.map_or(0, |buffer| buffer.byte_length()))
}
