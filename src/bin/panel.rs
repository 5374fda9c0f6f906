//! The panel's wasm. Nothing else here.

use wasm_bindgen::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    tandem::panel::mount();
}

/// How many bytes of memory the wasm has.
#[wasm_bindgen]
pub fn memory_bytes() -> u32 {
    tandem::browser::memory::bytes()
}
