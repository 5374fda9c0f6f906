//! The body of an answer, as far as it may go: a store that sends without end must not fill the
//! memory of the background.

use gloo_net::{Error, http::Response};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

use super::ext::member;

/// The longest body, in bytes. A page of ten thousand customers of POS takes a quarter of it.
const LONGEST: usize = 64 << 20;

/// Reads it part by part; `None` where it is longer than any answer, of which nothing is kept.
///
/// # Errors
/// If the connection breaks.
pub(super) async fn read(fetched: &Response) -> Result<Option<Vec<u8>>, Error> {
    let Some(stream) = fetched.body() else {
        return Ok(Some(Vec::new()));
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| broken())?;
        let Ok(chunk) = member(&part, "value").dyn_into::<Uint8Array>() else {
            return Ok(Some(bytes));
        };
        let length = usize::try_from(chunk.length()).unwrap_or(usize::MAX);
        if bytes.len().saturating_add(length) > LONGEST {
            drop(JsFuture::from(reader.cancel()).await);
            return Ok(None);
        }
        bytes.extend(chunk.to_vec());
    }
}

fn broken() -> Error {
    Error::GlooError("the connection broke in the middle of the answer".to_owned())
}
