//! The list of customers: a window of it, and the numbers beside it.

use serde::{Deserialize, Serialize};

use super::Who;
use crate::{
    Sides,
    survey::{Part, Reason, Status, StatusCounts},
};

/// Which part of the list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListQuery {
    /// Customers of this status; `None` for all.
    pub status: Option<Status>,
    /// Customers of this part of the two stores; `None` for all.
    #[serde(default)]
    pub part: Option<Part>,
    /// Words that a customer's name, email, telephone number, company or group title has to contain,
    /// each somewhere; case and accents do not count. Blank for all.
    pub search: String,
    /// The place of the first row that is wanted, from 0.
    pub from: u32,
    /// How many rows are wanted at most.
    pub count: u32,
}

/// A window of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    /// What was asked for.
    pub query: ListQuery,
    /// The revision of the book that it was taken from; a greater one is newer.
    pub revision: u64,
    /// How many customers of each status the search found, whatever status is asked for; they add up.
    pub counts: StatusCounts,
    /// How many rows there are in all, of this search and this status.
    pub total: u32,
    /// The rows from [`ListQuery::from`] on, by name.
    pub rows: Vec<Row>,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Who it is.
    pub who: Who,
    /// Which sides have a record.
    pub is_on: Sides<bool>,
    /// The titles of the groups; `None` where the side has no record, or the group is not known.
    pub groups: Sides<Option<String>>,
    /// The status.
    pub status: Status,
    /// Why.
    pub reason: Reason,
}
