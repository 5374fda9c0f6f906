//! Who sent a message: decided once, from what the browser vouches for, before anything is read.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::stores::{Store, discover};
use crate::browser::{address, runtime};

/// Somebody whom the background listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Peer {
    /// A page of our own; `tab` is the tab that shows it.
    Panel {
        /// The tab, also where the page is shown inside an admin page.
        tab: Option<i32>,
    },
    /// The content script in the top frame of an admin page of this store.
    Page {
        /// The store, by the address that the browser says the page has.
        store: Box<Store>,
        /// The tab.
        tab: i32,
    },
}

/// The browser's word for a sender.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Sender {
    url: Option<String>,
    origin: Option<String>,
    /// Firefox gives numbers beyond 32 bits to frames.
    frame_id: Option<i64>,
    tab: Option<SenderTab>,
}

#[derive(Debug, Deserialize)]
struct SenderTab {
    id: Option<i32>,
}

impl Peer {
    /// Who it is; `None` means that it may not ask. Missing evidence is never trust.
    #[must_use]
    pub(super) fn classify(sender: &JsValue) -> Option<Self> {
        let sender: Sender = serde_wasm_bindgen::from_value(sender.clone()).ok()?;
        let own = runtime::own_origin()?;
        classify(&sender, &own, |url| {
            // No script of ours speaks from an address that the owner added.
            discover(&address::parse(url)?, &[])
        })
    }
}

fn classify(
    sender: &Sender,
    own_origin: &str,
    store_of: impl Fn(&str) -> Option<Store>,
) -> Option<Peer> {
    let url = sender.url.as_deref()?;
    let tab = sender.tab.as_ref().and_then(|tab| tab.id);
    let is_own = url
        .strip_prefix(own_origin)
        .is_some_and(|rest| rest.starts_with('/'));
    let claims_own = sender
        .origin
        .as_deref()
        .is_none_or(|origin| origin == own_origin);
    if is_own && claims_own {
        return Some(Peer::Panel { tab });
    }
    let store = Box::new(store_of(url)?);
    match (sender.frame_id, tab) {
        (Some(0), Some(tab)) => Some(Peer::Page { store, tab }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::view::StoreKey;
    use tandem_core::Side;

    const OWN: &str = "chrome-extension://abc";

    fn a_store() -> Store {
        Store {
            side: Side::Pos,
            key: StoreKey("lantern".into()),
            origin: "https://lantern.retail.lightspeed.app".into(),
            token_root: String::new(),
            is_added: false,
        }
    }

    fn sender(url: &str, origin: Option<&str>, frame: Option<i64>, tab: Option<i32>) -> Sender {
        Sender {
            url: Some(url.into()),
            origin: origin.map(Into::into),
            frame_id: frame,
            tab: tab.map(|id| SenderTab { id: Some(id) }),
        }
    }

    fn judge(sender: &Sender) -> Option<Peer> {
        classify(sender, OWN, |url| url.contains("lightspeed").then(a_store))
    }

    #[test]
    fn our_own_page_is_a_panel_in_a_frame_and_in_a_tab() {
        let url = "chrome-extension://abc/panel.html";
        for (frame, tab) in [(Some(4), Some(9)), (Some(0), Some(9)), (None, None)] {
            assert_eq!(
                judge(&sender(url, Some(OWN), frame, tab)),
                Some(Peer::Panel { tab })
            );
            assert_eq!(
                judge(&sender(url, None, frame, tab)),
                Some(Peer::Panel { tab })
            );
        }
    }

    #[test]
    fn an_admin_page_is_a_page_in_its_top_frame_only() {
        let url = "https://lantern.retail.lightspeed.app/";
        let page = Peer::Page {
            store: Box::new(a_store()),
            tab: 3,
        };
        assert_eq!(judge(&sender(url, None, Some(0), Some(3))), Some(page));
        assert_eq!(judge(&sender(url, None, Some(7), Some(3))), None);
        assert_eq!(judge(&sender(url, None, None, Some(3))), None);
        assert_eq!(judge(&sender(url, None, Some(0), None)), None);
    }

    #[test]
    fn look_alikes_and_strangers_are_nobody() {
        for (url, origin) in [
            (
                "chrome-extension://abcd/panel.html",
                Some("chrome-extension://abcd"),
            ),
            ("chrome-extension://abc.evil/panel.html", None),
            (
                "chrome-extension://abc/panel.html",
                Some("https://evil.test"),
            ),
            ("https://evil.test/", None),
            ("", None),
        ] {
            assert_eq!(judge(&sender(url, origin, Some(0), Some(1))), None, "{url}");
        }
        assert_eq!(judge(&Sender::default()), None);
    }
}
