//! Customer groups of either side: what to ask, and what the answer says. Only dispatch here; what
//! a side calls things is in its own room.

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, Group, GroupId, Side};

use crate::http::{Request, Response};
use crate::{e_series, x_series};

/// Where a list goes on: a version in X-Series, an offset in E-Series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub u64);

impl Cursor {
    /// The beginning of a list.
    pub const START: Self = Self(0);
}

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The groups of this page, in the store's order.
    pub groups: Vec<Group>,
    /// Groups that are no longer there; only in [`changes`].
    pub removed: Vec<GroupId>,
    /// Records that could not be read.
    pub problems: Vec<Problem>,
    /// Where the next page begins; `None` means that this was the last one.
    pub next: Option<Cursor>,
    /// From where [`changes`] tells what happened after this page. Without meaning for eCom.
    pub seen: Cursor,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its id, if that much could be read.
    pub id: Option<String>,
    /// What is wrong with it, for a log.
    pub reason: String,
}

/// Asks for the groups of a side from `from` on.
#[must_use]
pub fn list(side: Side, from: Cursor) -> Request {
    match side {
        Side::Pos => x_series::groups::list(from),
        Side::Ecom => e_series::groups::list(from),
    }
}

/// Asks POS what was added, changed or removed after `since`. eCom has no such feed.
#[must_use]
pub fn changes(since: Cursor) -> Request {
    x_series::groups::changes(since)
}

/// Reads the answer to [`list`] or [`changes`] that was asked with `from`.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if it is no page or does not move forward.
pub fn page(side: Side, from: Cursor, response: &Response) -> Result<Page, Fault> {
    match side {
        Side::Pos => x_series::groups::page(from, response),
        Side::Ecom => e_series::groups::page(from, response),
    }
}

/// Creates a group of this title.
#[must_use]
pub fn create(side: Side, title: &str) -> Request {
    match side {
        Side::Pos => x_series::groups::create(title),
        Side::Ecom => e_series::groups::create(title),
    }
}

/// Reads the answer to [`create`]: the new group's id.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged` if there is no id in it.
pub fn created(side: Side, response: &Response) -> Result<GroupId, Fault> {
    match side {
        Side::Pos => x_series::groups::created(response),
        Side::Ecom => e_series::groups::created(response),
    }
}

/// Gives a group another title; its members stay.
#[must_use]
pub fn rename(side: Side, id: &GroupId, title: &str) -> Request {
    match side {
        Side::Pos => x_series::groups::rename(id, title),
        Side::Ecom => e_series::groups::rename(id, title),
    }
}

/// Reads the answer to [`rename`]. Whether the title is what was sent, only reading it back tells.
///
/// # Errors
/// What [`crate::fault::check`] says, or `Damaged`.
pub fn renamed(side: Side, response: &Response) -> Result<(), Fault> {
    match side {
        Side::Pos => x_series::groups::renamed(response),
        Side::Ecom => e_series::groups::renamed(response),
    }
}
