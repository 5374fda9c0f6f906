//! The background's wasm: what its shell (`extension/background.js`) may call. Nothing else here.

use tandem::background;
use wasm_bindgen::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
}

/// Makes ready.
#[wasm_bindgen]
pub async fn start() {
    background::start().await;
}

/// Answers one message.
#[wasm_bindgen]
pub async fn on_message(message: JsValue, sender: JsValue) -> JsValue {
    background::on_message(message, sender).await
}

/// Takes a panel's port.
#[wasm_bindgen]
pub fn on_connect(port: JsValue) {
    background::on_connect(port);
}

/// What panels are told after a crash.
#[wasm_bindgen]
pub fn crash_notice() -> String {
    background::crash_notice()
}
