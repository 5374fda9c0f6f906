//! The background: the only writer to the stores, and the only one who knows how to reach them.
//!
//! May be ended by the browser after any instruction, so memory holds nothing that cannot be read
//! again from storage or from the stores. No DOM here, and nothing of the panel.

mod addresses;
#[cfg(feature = "sandbox")]
mod breakdown;
mod customers;
pub mod foreign;
mod journal;
mod known;
mod ladder;
mod memory;
mod pace;
mod peer;
mod router;
mod runs;
mod session;
mod state;
mod stores;

use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::{
    browser::{address::parse, pass::Pass, port::PanelPort},
    protocol::feed::Feed,
};
use peer::Peer;
pub use session::Background;

thread_local! {
    static BACKGROUND: std::cell::OnceCell<Rc<Background>> = const { std::cell::OnceCell::new() };
}

/// Reads what was kept and makes ready. The shell awaits it inside every listener.
pub async fn start() {
    let background = Rc::new(Background::load().await);
    background.set_alarms().await;
    background.place_scripts_again().await;
    BACKGROUND.with(|cell| drop(cell.set(background)));
}

/// Answers one message with JSON text. What comes from no peer of ours is refused.
pub async fn on_message(message: JsValue, sender: JsValue) -> JsValue {
    let (Some(background), Some(text)) = (current(), message.as_string()) else {
        return JsValue::NULL;
    };
    router::answer(background, &text, Peer::classify(&sender))
        .await
        .into()
}

/// Takes a panel's port, or turns the caller away.
pub fn on_connect(port: JsValue) {
    let (port, sender) = PanelPort::new(port);
    match (current(), Peer::classify(&sender)) {
        (Some(background), Some(Peer::Panel { .. }))
            if port.name() == crate::browser::runtime::PANEL_PORT =>
        {
            background.attach(port);
        }
        _ => port.refuse(),
    }
}

/// An alarm rang.
pub fn on_alarm(name: &str) {
    if let Some(background) = current() {
        background.rang(name);
    }
}

/// A page made a call with this `Authorization`, in a tab of this number, as the browser saw it.
/// Taken note of where page and API are the eCom vendor's own; a page cannot forge either.
pub async fn on_page_call(page: &str, call: &str, authorization: &str, tab: i32) {
    let found = parse(page)
        .zip(parse(call))
        .and_then(|(page, call)| stores::called(&page, &call))
        .zip(stores::bearer(authorization));
    if let (Some(background), Some(((store, root), token))) = (current(), found) {
        let token = token.to_owned();
        background
            .pass_seen(&store, &Pass { root, token }, tab)
            .await;
    }
}

/// What the shell tells panels when the wasm crashed and starts anew, as JSON text.
#[must_use]
pub fn crash_notice() -> String {
    serde_json::to_string(&Feed::Crashed).unwrap_or_default()
}

fn current() -> Option<Rc<Background>> {
    BACKGROUND.with(|cell| cell.get().cloned())
}
