//! Many calls to eCom in one. POS has nothing of the kind. Only dispatch here.

use tandem_core::Fault;

use crate::e_series;
use crate::http::{Request, Response};

/// By which a batch that was sent is fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket(pub String);

/// How far a batch is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The store works on it.
    Working {
        /// How many calls are done.
        done: u32,
        /// How many there are.
        total: u32,
    },
    /// All calls have their answers.
    Done(Vec<Answer>),
}

/// What became of one call of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number that the call was sent with.
    pub call: u32,
    /// What became of it.
    pub end: End,
}

/// Whether a call of a batch was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It was, and this is the answer, as if it had been sent by itself.
    Answered(Response),
    /// The batch stopped before it.
    NotDone,
}

/// Sends these calls, each with a number, in one. `key` makes a repeat of the same batch harmless
/// for an hour. `None` if there are none, more than 500, or calls to another store.
#[must_use]
pub fn send(calls: &[(u32, Request)], key: &str) -> Option<Request> {
    e_series::batch::send(calls, key)
}

/// Reads the answer to [`send`].
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if there is no ticket in it.
pub fn sent(response: &Response) -> Result<Ticket, Fault> {
    e_series::batch::sent(response)
}

/// Asks how far a batch is, and for its answers.
#[must_use]
pub fn fetch(ticket: &Ticket) -> Request {
    e_series::batch::fetch(ticket)
}

/// Reads the answer to [`fetch`].
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if it cannot be read.
pub fn fetched(response: &Response) -> Result<Progress, Fault> {
    e_series::batch::fetched(response)
}
