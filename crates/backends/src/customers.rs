//! Customers of either side: what to ask, what the answer says, and what a change sends. Only
//! dispatch here; what a side calls things is in its own room.

use tandem_core::{Fault, FaultKind, GroupId, Observed, RecordId, Side, Stamp, sync::Edit};

pub use tandem_core::snapshot::{Problem, ProblemReason};

pub use crate::groups::Cursor;
use crate::http::{Request, Response};
use crate::members::Members;
use crate::{e_series, x_series};

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The customers of this page, in the store's order.
    pub records: Vec<Observed>,
    /// Customers of whom the store says that they were deleted.
    pub removed: Vec<RecordId>,
    /// Records that could not be read.
    pub problems: Vec<Problem>,
    /// Where the next page begins; `None` means that this was the last one.
    pub next: Option<Cursor>,
    /// From where [`pos_changes`] tells what happened after this page. Without meaning for eCom.
    pub seen: Cursor,
    /// How many there are in all, where the side says so. A list by offset during which this
    /// changes may have left somebody out.
    pub total: Option<u64>,
}

/// A customer as read just now, with everything that a change of it has to send back.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it says, as far as Tandem knows the fields.
    pub observed: Observed,
    side: Side,
    /// POS: all members of the record. eCom: those of its `billingPerson`.
    pub(crate) whole: Members,
}

impl Record {
    pub(crate) const fn new(side: Side, observed: Observed, whole: Members) -> Self {
        Self {
            observed,
            side,
            whole,
        }
    }

    /// The side that it was read from.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }
}

/// Asks for all customers of a side from `from` on.
#[must_use]
pub fn list(side: Side, from: Cursor) -> Request {
    match side {
        Side::Pos => x_series::customers::list(from),
        Side::Ecom => e_series::customers::list(from),
    }
}

/// Asks POS who was added, changed or removed after `since`.
#[must_use]
pub fn pos_changes(since: Cursor) -> Request {
    x_series::customers::changes(since)
}

/// Asks eCom who was added or changed at `since` or later, from `from` on. Who was removed is in
/// [`ecom_removed`].
#[must_use]
pub fn ecom_changes(since: Stamp, from: Cursor) -> Request {
    e_series::customers::changes(since, from)
}

/// Asks eCom who was deleted at `since` or later, from `from` on.
#[must_use]
pub fn ecom_removed(since: Stamp, from: Cursor) -> Request {
    e_series::customers::removed(since, from)
}

/// Reads the answer to [`list`], [`pos_changes`] or [`ecom_changes`] that was asked with `from`.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if it is no page or does not move forward.
pub fn page(side: Side, from: Cursor, response: &Response) -> Result<Page, Fault> {
    match side {
        Side::Pos => x_series::customers::page(from, response),
        Side::Ecom => e_series::customers::page(from, response),
    }
}

/// Reads the answer to [`ecom_removed`] that was asked with `from`.
///
/// # Errors
/// As [`page`].
pub fn ecom_removed_page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    e_series::customers::removed_page(from, response)
}

/// Asks for one customer.
#[must_use]
pub fn get(side: Side, id: &RecordId) -> Request {
    match side {
        Side::Pos => x_series::customers::get(id),
        Side::Ecom => e_series::customers::get(id),
    }
}

/// Reads the answer to [`get`]; `None` if there is no such customer (any more).
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if it cannot be read.
pub fn got(side: Side, response: &Response) -> Result<Option<Record>, Fault> {
    let found = match side {
        Side::Pos => x_series::customers::got(response),
        Side::Ecom => e_series::customers::got(response).map(Some),
    };
    match found {
        Err(fault) if fault.kind == FaultKind::NotFound => Ok(None),
        found => found,
    }
}

/// Asks who has this email.
#[must_use]
pub fn by_email(side: Side, email: &str) -> Request {
    match side {
        Side::Pos => x_series::customers::by_email(email),
        Side::Ecom => e_series::customers::by_email(email),
    }
}

/// Reads the answer to [`by_email`] for this email: those alone who really have it.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if it cannot be read whole, so that nobody is
/// overlooked.
pub fn with_email(side: Side, email: &str, response: &Response) -> Result<Vec<Observed>, Fault> {
    match side {
        Side::Pos => x_series::customers::with_email(email, response),
        Side::Ecom => e_series::customers::with_email(email, response),
    }
}

/// Asks POS who has this `customer_code`.
#[must_use]
pub fn by_code(code: &str) -> Request {
    x_series::customers::by_code(code)
}

/// Reads the answer to [`by_code`] for this code.
///
/// # Errors
/// As [`with_email`].
pub fn with_code(code: &str, response: &Response) -> Result<Vec<Observed>, Fault> {
    x_series::customers::with_code(code, response)
}

/// Creates a customer with these values. `code` is the `customer_code` of a POS customer.
#[must_use]
pub fn create(side: Side, edits: &[Edit], code: Option<&str>) -> Request {
    match side {
        Side::Pos => x_series::customers::create(edits, code),
        Side::Ecom => e_series::customers::create(edits),
    }
}

/// Reads the answer to [`create`]: the new customer's id.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if there is no id in it.
pub fn created(side: Side, response: &Response) -> Result<RecordId, Fault> {
    match side {
        Side::Pos => x_series::customers::created(response),
        Side::Ecom => e_series::customers::created(response),
    }
}

/// Changes a customer that was read just now. POS gets the whole record back with these changes in
/// it (invariant I2), eCom these changes alone.
#[must_use]
pub fn update(fresh: &Record, edits: &[Edit]) -> Request {
    match fresh.side {
        Side::Pos => x_series::customers::update(fresh, edits),
        Side::Ecom => e_series::customers::update(fresh, edits),
    }
}

/// Reads the answer to [`update`]. What the store made of it, only reading it back tells.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged`.
pub fn updated(side: Side, response: &Response) -> Result<(), Fault> {
    match side {
        Side::Pos => x_series::customers::updated(response),
        Side::Ecom => e_series::customers::updated(response),
    }
}

/// Moves any number of POS customers into one group, and touches nothing else of them.
#[must_use]
pub fn pos_move(group: &GroupId, ids: &[RecordId]) -> Request {
    x_series::customers::move_to(group, ids)
}

/// Reads the answer to [`pos_move`]. Who is in the group, only reading it back tells.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged`.
pub fn pos_moved(response: &Response) -> Result<(), Fault> {
    x_series::customers::moved(response)
}
