//! Which store answers, and as whom. Only dispatch here.

use tandem_core::{Fault, Side};

use crate::http::{Request, Response};
use crate::{e_series, x_series};

/// What a store says of itself and of the one who asks. Everything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// POS: the domain prefix. eCom: the store id in decimal.
    pub store_key: Option<String>,
    /// The shop's name.
    pub store_name: Option<String>,
    /// Who is signed in, or whose account it is.
    pub person: Option<String>,
    /// The role, in the store's words; eCom has none.
    pub role: Option<String>,
}

/// What to ask, in this order.
#[must_use]
pub fn questions(side: Side) -> Vec<Request> {
    match side {
        Side::Pos => x_series::account::questions(),
        Side::Ecom => e_series::account::questions(),
    }
}

/// Adds to `account` what the answer to question `number` (from 0) says.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged`; `account` is then as it was.
pub fn answer(
    side: Side,
    number: usize,
    response: &Response,
    account: &mut Account,
) -> Result<(), Fault> {
    match side {
        Side::Pos => x_series::account::answer(number, response, account),
        Side::Ecom => e_series::account::answer(response, account),
    }
}
