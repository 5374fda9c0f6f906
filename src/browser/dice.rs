//! The one door to chance: random bytes from the browser's own source.

use wasm_bindgen::JsCast;

use super::ext::member;

/// The browser gave no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser gave no random bytes")]
pub struct NoDice;

/// `N` random bytes that nobody can foretell.
///
/// # Errors
/// [`NoDice`], where the context has no such source (a page that is no secure context).
pub fn roll<const N: usize>() -> Result<[u8; N], NoDice> {
    let mut bytes = [0; N];
    let crypto = web_crypto().ok_or(NoDice)?;
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| NoDice)?;
    Ok(bytes)
}

/// WebCrypto of this context.
pub(super) fn web_crypto() -> Option<web_sys::Crypto> {
    member(&js_sys::global(), "crypto").dyn_into().ok()
}
