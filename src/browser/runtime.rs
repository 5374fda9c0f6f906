//! Messages between our own pages and the background, as JSON text: the panel's end.

use std::{cell::RefCell, rc::Rc};

use futures::future::{Either, select};
use js_sys::global;
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    clock::wait_ms,
    ext::{self, Port, member, object},
};

/// The name of a panel's port.
pub const PANEL_PORT: &str = "panel";

/// How often an open panel shows the background that it is there. Both browsers end a background
/// that hears nothing for 30 s.
const PING_MS: u32 = 10_000;

/// Why a question got no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AskError {
    /// The background could not be reached or broke off.
    #[error("the background did not answer")]
    NoAnswer,
    /// The extension was updated, reloaded or removed while this page was open.
    #[error("this page belongs to an older version of the extension")]
    Gone,
    /// The answer took too long.
    #[error("the background took too long")]
    TimedOut,
}

/// Waits a moment, in milliseconds.
pub async fn rest(ms: u32) {
    wait_ms(ms).await;
}

/// Sends `message` to the background and waits at most `timeout_ms` for its reply.
///
/// # Errors
/// [`AskError`]; whether the background acted on the message is then unknown.
pub async fn ask(message: String, timeout_ms: u32) -> Result<String, AskError> {
    if !is_alive() {
        return Err(AskError::Gone);
    }
    let asked = Box::pin(ext::send_message(&message));
    let limit = Box::pin(wait_ms(timeout_ms));
    match select(asked, limit).await {
        Either::Left((Ok(reply), _)) => reply.as_string().ok_or(AskError::NoAnswer),
        Either::Left((Err(_), _)) if is_alive() => Err(AskError::NoAnswer),
        Either::Left((Err(_), _)) => Err(AskError::Gone),
        Either::Right(_) => Err(AskError::TimedOut),
    }
}

/// Keeps a port to the background open while it lives.
#[derive(Debug)]
pub struct FeedHandle {
    state: Rc<RefCell<FeedState>>,
}

#[derive(Debug, Default)]
struct FeedState {
    closed: bool,
    port: Option<Port>,
}

impl std::fmt::Debug for Port {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Port")
    }
}

impl Drop for FeedHandle {
    fn drop(&mut self) {
        let mut state = self.state.borrow_mut();
        state.closed = true;
        if let Some(port) = state.port.take() {
            drop(port.disconnect());
        }
    }
}

/// Hears what the background has to tell, and keeps it awake meanwhile. When the background is
/// ended and starts anew, the port is opened anew.
#[must_use]
pub fn feed(on: impl Fn(String) + 'static) -> FeedHandle {
    let state = Rc::new(RefCell::new(FeedState::default()));
    let shared = Rc::clone(&state);
    let listener = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        if let Some(text) = message.as_string() {
            on(text);
        }
    });
    spawn_local(async move {
        while !shared.borrow().closed && is_alive() {
            if shared.borrow().port.is_none() {
                reconnect(&shared, &listener);
            }
            let sent = shared
                .borrow()
                .port
                .as_ref()
                .map(|port| port.post_message("ping"));
            if !matches!(sent, Some(Ok(()))) {
                shared.borrow_mut().port = None;
            }
            wait_ms(PING_MS).await;
        }
    });
    FeedHandle { state }
}

/// Opens the port and puts it in `shared`; when it closes, it is opened at the next ping.
fn reconnect(shared: &Rc<RefCell<FeedState>>, listener: &Closure<dyn Fn(JsValue)>) {
    let Ok(port) = ext::connect(&object(&[("name", PANEL_PORT.into())])) else {
        return;
    };
    port.on_message()
        .add_listener(listener.as_ref().unchecked_ref());
    let weak = Rc::downgrade(shared);
    let closed = Closure::once_into_js(move |_: JsValue| {
        if let Some(shared) = weak.upgrade()
            && let Ok(mut state) = shared.try_borrow_mut()
        {
            state.port = None;
        }
    });
    port.on_disconnect().add_listener(closed.unchecked_ref());
    shared.borrow_mut().port = Some(port);
}

/// Where the shell of a rehearsal (`extension/stand-in.js`) puts what can be done to it.
const REHEARSAL: &str = "tandemRehearsal";

/// Whether this page is a rehearsal: made-up shops, and nothing real within reach.
#[must_use]
pub fn is_rehearsal() -> bool {
    member(&global(), REHEARSAL).is_object()
}

/// Whether a rehearsal can be left for the panel itself; where no extension is, there is none.
#[must_use]
pub fn can_leave_rehearsal() -> bool {
    member(&member(&global(), REHEARSAL), "leave").is_function()
}

/// Whether a rehearsal is over a copy of what was read.
#[must_use]
pub fn is_rehearsal_of_a_copy() -> bool {
    member(&member(&global(), REHEARSAL), "isCopy").is_truthy()
}

/// Has somebody in the rehearsal's made-up shops do what is called so; says whether it was done.
pub async fn act_in_rehearsal(deed: &str) -> bool {
    let done = call_rehearsal("act", &deed.into());
    let Some(Ok(done)) = done.map(JsCast::dyn_into::<js_sys::Promise>) else {
        return false;
    };
    JsFuture::from(done)
        .await
        .is_ok_and(|done| done.is_truthy())
}

/// Begins the rehearsal anew, with the same shops as at first.
pub fn restart_rehearsal() {
    drop(call_rehearsal("again", &JsValue::UNDEFINED));
}

/// Leaves the rehearsal; nothing of it stays on this computer.
pub fn leave_rehearsal() {
    drop(call_rehearsal("leave", &JsValue::UNDEFINED));
}

fn call_rehearsal(what: &str, with: &JsValue) -> Option<JsValue> {
    let call: js_sys::Function = member(&member(&global(), REHEARSAL), what)
        .dyn_into()
        .ok()?;
    call.call1(&JsValue::NULL, with).ok()
}

/// Whether there is a background to ask: in the extension, and in a rehearsal wherever that is shown.
#[must_use]
pub fn has_background() -> bool {
    is_rehearsal() || is_extension()
}

fn is_extension() -> bool {
    member(&global(), "location")
        .dyn_ref::<web_sys::Location>()
        .and_then(|location| location.protocol().ok())
        .is_some_and(|protocol| protocol.ends_with("-extension:"))
}

/// Whether the extension of this page is still the installed one.
fn is_alive() -> bool {
    member(&member(&member(&global(), "chrome"), "runtime"), "id").is_string()
}

/// Whether this page is shown inside an admin page, and not in a tab of its own.
#[must_use]
pub fn is_embedded() -> bool {
    let here = global();
    !js_sys::Object::is(&member(&here, "parent"), &member(&here, "self"))
}

/// Asks the content script that shows this panel to put it away, through the port that the shell
/// (`extension/panel.js`) was lent. The page around us must not hear of it: whoever gets a message
/// from this window is told our address, which in Firefox is a secret.
pub fn close_panel() {
    if let Ok(close) = member(&global(), "tandemClose").dyn_into::<js_sys::Function>() {
        drop(close.call0(&JsValue::NULL));
    }
}

/// Copies what stands in a text field. The field is selected, so that a person can copy it by hand
/// where the browser would not: pages that are not secure, and frames, have no clipboard to write to.
#[must_use]
pub fn copy_from(area: &web_sys::HtmlTextAreaElement) -> bool {
    drop(area.focus());
    area.select();
    let document = member(&global(), "document");
    member(&document, "execCommand")
        .dyn_ref::<js_sys::Function>()
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy())
}

/// The browser's name and main version, such as `Firefox 153`; nothing of the computer.
#[must_use]
pub fn browser_name() -> String {
    let agent = member(&member(&global(), "navigator"), "userAgent");
    name_in(&agent.as_string().unwrap_or_default())
}

fn name_in(agent: &str) -> String {
    let found = ["Firefox", "Edg", "Chrome"].into_iter().find_map(|name| {
        let (_, version) = agent.split_once(&format!("{name}/"))?;
        let digits = version.chars().take_while(char::is_ascii_digit);
        Some(format!("{name} {}", digits.collect::<String>()))
    });
    found.unwrap_or_else(|| "another".to_owned())
}

/// The origin of the extension's own pages, such as `chrome-extension://…`.
#[must_use]
pub fn own_origin() -> Option<String> {
    let url = ext::get_url("").ok()?;
    Some(url.trim_end_matches('/').to_owned())
}

/// The element of the page with this id: where the panel is drawn.
#[must_use]
pub fn element(id: &str) -> Option<web_sys::Element> {
    let document: web_sys::Document = member(&global(), "document").dyn_into().ok()?;
    document.get_element_by_id(id)
}

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn a_browser_is_told_by_name_and_main_version() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
                "Firefox 153",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36",
                "Chrome 156",
            ),
            ("", "another"),
        ] {
            assert_eq!(name_in(agent), name);
        }
    }
}
