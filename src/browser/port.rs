//! The background's end of the panels' ports.

use std::fmt;

use wasm_bindgen::JsValue;

use super::ext::{Port, member};

/// A panel's port, once the shell accepted it.
#[derive(Clone)]
pub struct PanelPort(Port);

impl fmt::Debug for PanelPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PanelPort")
    }
}

impl PanelPort {
    /// Wraps what `onConnect` gave, with the browser's word for who is at the other end.
    #[must_use]
    pub fn new(port: JsValue) -> (Self, JsValue) {
        let sender = member(&port, "sender");
        (Self(wasm_bindgen::JsCast::unchecked_into(port)), sender)
    }

    /// The port's name, as the other end chose it.
    #[must_use]
    pub fn name(&self) -> String {
        member(self.0.as_ref(), "name")
            .as_string()
            .unwrap_or_default()
    }

    /// Sends `message`; says whether anybody is still there.
    #[must_use]
    pub fn tell(&self, message: &str) -> bool {
        self.0.post_message(message).is_ok()
    }

    /// Turns the caller away.
    pub fn refuse(&self) {
        drop(self.0.disconnect());
    }
}
