//! The background's wasm: what its shell (`extension/background.js`) may call. Nothing else here.

use tandem::{background, browser};
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

/// How many bytes of memory the wasm has.
#[wasm_bindgen]
pub fn memory_bytes() -> u32 {
    browser::memory::bytes()
}

/// An alarm rang.
#[wasm_bindgen]
pub fn on_alarm(name: &str) {
    background::on_alarm(name);
}

/// An admin page made a call of its own.
#[wasm_bindgen]
pub async fn on_page_call(page: String, call: String, authorization: String, tab: i32) {
    background::on_page_call(&page, &call, &authorization, tab).await;
}

/// What panels are told after a crash.
#[wasm_bindgen]
pub fn crash_notice() -> String {
    background::crash_notice()
}
