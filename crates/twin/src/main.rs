//! The twin's wasm: what the shell (`extension/twin.js`) may call. Nothing else here.

use std::rc::Rc;

use tandem_twin::{Call, Deed, Twin};
use wasm_bindgen::prelude::*;

thread_local! {
    static TWIN: Rc<Twin> = Rc::new(Twin::new(Box::new(now_ms)));
}

fn main() {}

#[expect(
    clippy::disallowed_methods,
    reason = "the twin is a world of its own, and this is its clock"
)]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

fn twin() -> Rc<Twin> {
    TWIN.with(Rc::clone)
}

/// What a store answers.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// Names and values in turn.
    pub headers: Vec<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Answers a call to one of the two stores; nothing for any other address.
#[wasm_bindgen]
pub async fn answer(
    method: String,
    url: String,
    authorization: Option<String>,
    body: Vec<u8>,
) -> Option<Answered> {
    let call = Call {
        method,
        url,
        authorization,
        body,
    };
    let answer = twin().answer(call).await?;
    let headers = answer.headers.into_iter();
    Some(Answered {
        status: answer.status,
        headers: headers.flat_map(|(name, value)| [name, value]).collect(),
        body: answer.body,
    })
}

/// Has somebody do what is called so; says whether it was done.
#[wasm_bindgen]
pub async fn act(deed: String) -> bool {
    match Deed::named(&deed) {
        Some(deed) => twin().act(deed).await,
        None => false,
    }
}

/// The addresses of both admins.
#[wasm_bindgen]
pub fn admins() -> Vec<String> {
    twin().admins().to_vec()
}
