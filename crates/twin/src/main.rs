//! The twin's wasm: what the shell (`extension/twin.js`) may call. Nothing else here.

use std::{cell::RefCell, rc::Rc};

use tandem_twin::{Call, Copied, Deed, Twin};
use wasm_bindgen::prelude::*;

thread_local! {
    static COPY: RefCell<Copied> = RefCell::default();
    static TWIN: RefCell<Option<Rc<Twin>>> = RefCell::default();
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

/// Both stores: the made-up shop, unless a copy was opened before anything was asked.
fn twin() -> Rc<Twin> {
    TWIN.with_borrow_mut(|twin| {
        let made = twin.get_or_insert_with(|| Rc::new(Twin::new(Box::new(now_ms))));
        Rc::clone(made)
    })
}

/// Takes a part of a copy, as the background answered; says which part comes next, nothing after the
/// last.
///
/// # Errors
/// Where the background does not give it, or it cannot be read.
#[wasm_bindgen]
pub fn take(answer: &str) -> Result<Option<u32>, JsError> {
    COPY.with_borrow_mut(|copy| copy.take(answer))
        .map_err(|why| JsError::new(&format!("{why:?}")))
}

/// Has the copy that was taken be both stores.
///
/// # Errors
/// Where it contradicts itself.
#[wasm_bindgen]
pub fn open() -> Result<(), JsError> {
    let copy = COPY.with_borrow_mut(std::mem::take);
    let opened = Twin::of_copy(copy, Box::new(now_ms))?;
    TWIN.set(Some(Rc::new(opened)));
    Ok(())
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
