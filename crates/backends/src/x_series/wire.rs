//! X-Series' own words. Members that are null are sometimes missing: both decode alike.

use serde::Deserialize;

use crate::members::{id, title};

/// `{"data": …}`.
#[derive(Debug, Deserialize)]
pub(super) struct Data<T> {
    pub data: T,
}

/// A list in version order. Records stay undecoded, so that one bad record spoils no page.
#[derive(Debug, Deserialize)]
pub(super) struct Collection<T> {
    pub data: Vec<T>,
    pub version: Option<Versions>,
}

/// The smallest and largest version of a page; null on the empty page.
#[derive(Debug, Deserialize)]
pub(super) struct Versions {
    pub max: Option<i64>,
}

/// `CustomerGroup`.
#[derive(Debug, Deserialize)]
pub(super) struct CustomerGroup {
    #[serde(deserialize_with = "id")]
    pub id: String,
    #[serde(default, deserialize_with = "title")]
    pub name: Option<String>,
    /// A readable code; the default group is told by it, not by its name.
    pub group_id: Option<String>,
    pub deleted_at: Option<String>,
}

/// The answer to a POST, of which only the id is of use: what was stored is read back.
#[derive(Debug, Deserialize)]
pub(super) struct Made {
    #[serde(deserialize_with = "id")]
    pub id: String,
}

/// `GET /retailer`.
#[derive(Debug, Deserialize)]
pub(super) struct Retailer {
    pub domain_prefix: Option<String>,
    pub name: Option<String>,
}

/// `GET /user`.
#[derive(Debug, Deserialize)]
pub(super) struct User {
    pub display_name: Option<String>,
    pub username: Option<String>,
    pub account_type: Option<String>,
}
