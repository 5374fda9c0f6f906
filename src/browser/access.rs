//! Whether the browser lets Tandem reach the stores, and asking a person to allow it.

use std::future::Future;

use wasm_bindgen_futures::JsFuture;

use super::{
    address::{Address, parse},
    ext::{self, member, object},
    runtime::AskError,
};

/// Whether every address that the manifest names can be reached. Firefox lets a person take that
/// away at any time, Chromium lets them limit it to a click.
pub async fn has_host_access() -> bool {
    // A context without this interface learns of missing access from the failing call itself.
    ext::permissions_contains(&manifest_hosts())
        .await
        .map_or(true, |answer| answer.is_truthy())
}

/// Asks the person for access; only from a click, only in a tab of our own. The question is put
/// before this returns, not when the future is first polled: Firefox takes it from the click's own
/// handler and from nowhere else.
///
/// # Errors
/// [`AskError::NoAnswer`] where the browser cannot ask in this place.
pub fn request_host_access() -> impl Future<Output = Result<bool, AskError>> {
    let asked = ext::permissions_request(&manifest_hosts());
    async move {
        let answer = JsFuture::from(asked.map_err(|_| AskError::NoAnswer)?).await;
        answer
            .map(|granted| granted.is_truthy())
            .map_err(|_| AskError::NoAnswer)
    }
}

/// Asks the person for access to an address that was typed; `None` where the text is none that begins
/// with `https://`. Under the same conditions as [`request_host_access`].
pub fn request_address(text: &str) -> Option<impl Future<Output = Result<bool, AskError>> + use<>> {
    let address = parse(text.trim()).filter(|address| is_askable(&address.protocol))?;
    let asked = ext::permissions_request(&of_address(&address));
    Some(async move {
        let answer = JsFuture::from(asked.map_err(|_| AskError::NoAnswer)?).await;
        answer
            .map(|granted| granted.is_truthy())
            .map_err(|_| AskError::NoAnswer)
    })
}

fn is_askable(protocol: &str) -> bool {
    protocol == "https:" || (cfg!(feature = "sandbox") && protocol == "http:")
}

/// Whether pages at this address can be reached.
pub async fn may_reach(address: &Address) -> bool {
    let answer = ext::permissions_contains(&of_address(address)).await;
    answer.is_ok_and(|answer| answer.is_truthy())
}

/// Gives the access to an address back. What the manifest itself names cannot be given back.
pub async fn give_back(address: &Address) {
    drop(ext::permissions_remove(&of_address(address)).await);
}

fn of_address(address: &Address) -> js_sys::Object {
    let patterns = js_sys::Array::of1(&address.pattern().into());
    object(&[("origins", patterns.into())])
}

/// `{ origins: … }` as the manifest names them, so that the list stands in one place.
fn manifest_hosts() -> js_sys::Object {
    let manifest = ext::get_manifest();
    object(&[("origins", member(&manifest, "host_permissions"))])
}
