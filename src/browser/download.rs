//! Saving a text as a file, through the browser's own downloads: no permission, no server.

use js_sys::{Array, global};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{clock::wait_ms, ext::member};

/// How long the address of the text lives: the browser has taken it over long before.
const LIFE_MS: u32 = 60_000;

/// Saves `text` under `name`; `false` where the browser would not.
#[must_use]
pub fn save(name: &str, text: &str) -> bool {
    let Ok(url) = address(text) else {
        return false;
    };
    let is_saved = click(name, &url).is_ok();
    spawn_local(async move {
        wait_ms(LIFE_MS).await;
        drop(Url::revoke_object_url(&url));
    });
    is_saved
}

/// An address for a text, which lives until it is revoked.
fn address(text: &str) -> Result<String, JsValue> {
    let style = BlobPropertyBag::new();
    style.set_type("text/csv;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &style)?;
    Url::create_object_url_with_blob(&blob)
}

/// Follows a link that is on the page for this one click: Firefox follows no other.
fn click(name: &str, url: &str) -> Result<(), JsValue> {
    let document: web_sys::Document = member(&global(), "document").dyn_into()?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(url);
    link.set_download(name);
    link.set_hidden(true);
    let body = document.document_element().ok_or(JsValue::UNDEFINED)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}
