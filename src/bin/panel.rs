//! The panel's wasm. Nothing else here.

fn main() {
    console_error_panic_hook::set_once();
    tandem::panel::mount();
}
