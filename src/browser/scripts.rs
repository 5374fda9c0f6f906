//! Scripts of ours in pages whose addresses the manifest does not name: the one that sends a call as the
//! page itself would, and no other.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::{
    address::Address,
    ext::{self, object},
    tabs,
};

/// By which name the browser knows the registration.
const ID: &str = "tandem-added";

/// The script.
const RELAY: &str = "relay.js";

/// Has pages at these addresses, and at no other, get the script when they are opened.
pub async fn place(addresses: &[Address]) {
    let ids = object(&[("ids", list(&[ID.into()]))]);
    // There may be none to take away.
    drop(ext::scripts_unregister(&ids).await);
    if addresses.is_empty() {
        return;
    }
    let matches: Vec<JsValue> = addresses.iter().map(|one| one.pattern().into()).collect();
    let script = object(&[
        ("id", ID.into()),
        ("matches", list(&matches)),
        ("js", list(&[RELAY.into()])),
        ("runAt", "document_idle".into()),
    ]);
    // Where it is refused, the pages that are open have it all the same, and others are told apart as
    // pages without a script.
    drop(ext::scripts_register(&Array::of1(&script)).await);
}

/// Gives the pages at an address that are open already the script.
pub async fn place_in_open_pages(address: &Address) {
    for tab in tabs::all().await {
        let at = tab.url.as_deref().and_then(super::address::parse);
        if !at.is_some_and(|at| at.hostname == address.hostname && at.protocol == address.protocol)
        {
            continue;
        }
        let into = object(&[
            ("target", object(&[("tabId", tab.id.into())]).into()),
            ("files", list(&[RELAY.into()])),
        ]);
        drop(ext::scripts_execute(&into).await);
    }
}

fn list(items: &[JsValue]) -> JsValue {
    items.iter().collect::<Array>().into()
}
