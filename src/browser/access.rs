//! Whether the browser lets Tandem reach the stores, and asking a person to allow it.

use super::{
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

/// Asks the person for access; only from a click, only in a tab of our own.
///
/// # Errors
/// [`AskError::NoAnswer`] where the browser cannot ask in this place.
pub async fn request_host_access() -> Result<bool, AskError> {
    let answer = ext::permissions_request(&manifest_hosts()).await;
    answer
        .map(|granted| granted.is_truthy())
        .map_err(|_| AskError::NoAnswer)
}

/// `{ origins: … }` as the manifest names them, so that the list stands in one place.
fn manifest_hosts() -> js_sys::Object {
    let manifest = ext::get_manifest();
    object(&[("origins", member(&manifest, "host_permissions"))])
}
