//! The panel's wasm. Nothing else here.

use wasm_bindgen::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    tandem::panel::mount();
}

/// Breaks down, for a test of what is left then. Only the sandbox's flavour has it.
#[cfg(feature = "sandbox")]
#[wasm_bindgen]
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn break_down() {
    panic!("it was asked to");
}

/// How many bytes of memory the wasm has.
#[wasm_bindgen]
pub fn memory_bytes() -> u32 {
    tandem::browser::memory::bytes()
}
