//! Sealing and opening values: AES-GCM of 256 bits by WebCrypto, with a key that cannot be taken out
//! of the browser.

use js_sys::{Array, JsString, Promise, Uint8Array};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::dice::{self, web_crypto};

/// WebCrypto's name of it.
const ALGORITHM: &str = "AES-GCM";

/// The length of the key, in bits.
const KEY_BITS: u16 = 256;

/// The length of the key, in bytes.
pub(super) const KEY: usize = 32;

/// The length of the number that is used once, in bytes: it stands before what was sealed with it.
const IV: usize = 12;

/// A value could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum CryptoError {
    /// The context has no WebCrypto, or it refused.
    #[error("the browser does not encrypt here")]
    Refused,
    /// What was to be opened is too short, was changed, was sealed with another key, or stands in
    /// another's place.
    #[error("a sealed value cannot be opened")]
    Sealed,
}

/// Makes a key that seals and opens, and that nobody can read.
pub(super) async fn make_key() -> Result<CryptoKey, CryptoError> {
    let params = AesKeyGenParams::new(ALGORITHM, KEY_BITS);
    key(subtle()?.generate_key_with_object(&params, false, &usages())).await
}

/// The key of these bytes; nobody can read them from it.
pub(super) async fn key_of(bytes: &[u8; KEY]) -> Result<CryptoKey, CryptoError> {
    let bytes = Uint8Array::from(bytes.as_slice());
    key(subtle()?.import_key_with_str("raw", &bytes, ALGORITHM, false, &usages())).await
}

/// The key that a passphrase makes with `salt`, hashed `rounds` times: the slower, the dearer is each
/// guess. Equal letters are one passphrase, whichever way a keyboard composes them.
pub(super) async fn stretch(
    passphrase: &str,
    salt: &[u8],
    rounds: u32,
) -> Result<CryptoKey, CryptoError> {
    let composed = String::from(JsString::from(passphrase).normalize("NFKC"));
    let bytes = Uint8Array::from(composed.as_bytes());
    let usage = Array::of1(&"deriveKey".into());
    let raw = subtle()?.import_key_with_str("raw", &bytes, "PBKDF2", false, &usage);
    let how = Pbkdf2Params::new(
        "PBKDF2",
        &JsValue::from_str("SHA-256"),
        rounds,
        &Uint8Array::from(salt),
    );
    let to = AesKeyGenParams::new(ALGORITHM, KEY_BITS);
    let raw = key(raw).await?;
    key(subtle()?.derive_key_with_object_and_object(&how, &raw, &to, false, &usages())).await
}

fn usages() -> Array {
    Array::of2(&"encrypt".into(), &"decrypt".into())
}

/// The key that comes of it.
async fn key(made: Result<Promise, JsValue>) -> Result<CryptoKey, CryptoError> {
    let made = made.map_err(|_| CryptoError::Refused)?;
    let made = JsFuture::from(made).await;
    let made = made.map_err(|_| CryptoError::Refused)?;
    made.dyn_into().map_err(|_| CryptoError::Refused)
}

/// Seals `plain`, which can be opened only as the value of `name`: a number that is used once, and
/// what is encrypted, one behind the other.
pub(super) async fn seal(
    key: &CryptoKey,
    name: &str,
    plain: &[u8],
) -> Result<Uint8Array, CryptoError> {
    let iv: [u8; IV] = dice::roll().map_err(|_| CryptoError::Refused)?;
    let done = subtle()?
        .encrypt_with_object_and_u8_array(&params(&iv, name), key, plain)
        .map_err(|_| CryptoError::Refused)?;
    let done = JsFuture::from(done)
        .await
        .map_err(|_| CryptoError::Refused)?;
    let done = Uint8Array::new(&done);
    let sealed = Uint8Array::new_with_length(IV_LENGTH + done.length());
    sealed.set(&Uint8Array::from(iv.as_slice()), 0);
    sealed.set(&done, IV_LENGTH);
    Ok(sealed)
}

/// [`IV`] as the browser counts.
#[expect(clippy::cast_possible_truncation, reason = "it is twelve")]
const IV_LENGTH: u32 = IV as u32;

/// Opens what [`seal`] made of the value of `name`.
pub(super) async fn open(
    key: &CryptoKey,
    name: &str,
    sealed: &JsValue,
) -> Result<Vec<u8>, CryptoError> {
    let sealed: &Uint8Array = sealed.dyn_ref().ok_or(CryptoError::Sealed)?;
    let sealed = sealed.to_vec();
    let (iv, done) = sealed.split_at_checked(IV).ok_or(CryptoError::Sealed)?;
    let plain = subtle()?
        .decrypt_with_object_and_u8_array(&params(iv, name), key, done)
        .map_err(|_| CryptoError::Refused)?;
    let plain = JsFuture::from(plain)
        .await
        .map_err(|_| CryptoError::Sealed)?;
    Ok(Uint8Array::new(&plain).to_vec())
}

/// The name is part of what is vouched for, so that no value can take another's place.
fn params(iv: &[u8], name: &str) -> AesGcmParams {
    let params = AesGcmParams::new(ALGORITHM, &Uint8Array::from(iv));
    params.set_additional_data_u8_array(&Uint8Array::from(name.as_bytes()));
    params
}

fn subtle() -> Result<SubtleCrypto, CryptoError> {
    let found = web_crypto().map(|crypto| crypto.subtle());
    found
        .filter(|subtle| subtle.is_object())
        .ok_or(CryptoError::Refused)
}
