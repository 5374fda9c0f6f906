//! E-Series' own words. Ids are numbers; some clients and mirrors write them as text.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;
use tandem_core::Fault;

use crate::fault::damaged;
use crate::groups::Cursor;
use crate::members::title;

/// A page of a list. Records stay undecoded, so that one bad record spoils no page.
#[derive(Debug, Deserialize)]
pub(super) struct Found<T> {
    pub total: u64,
    /// The offset that was really used.
    pub offset: Option<u64>,
    pub items: Vec<T>,
}

impl<T> Found<T> {
    /// Where the next page begins. A store that clamps the offset would show one page over and
    /// over: that is damage.
    pub(super) fn next(&self, from: Cursor) -> Result<Option<Cursor>, Fault> {
        if self.offset.is_some_and(|offset| offset != from.0) {
            return Err(damaged());
        }
        // Counted here: what the store says of its own count may be of another page.
        let count = u64::try_from(self.items.len()).map_err(|_| damaged())?;
        let next = from.0.saturating_add(count);
        Ok((count > 0 && next < self.total).then_some(Cursor(next)))
    }
}

/// A customer group.
#[derive(Debug, Deserialize)]
pub(super) struct CustomerGroup {
    #[serde(deserialize_with = "id")]
    pub id: i64,
    #[serde(default, deserialize_with = "title")]
    pub name: Option<String>,
}

/// The answer to a POST.
#[derive(Debug, Deserialize)]
pub(super) struct Created {
    #[serde(deserialize_with = "id")]
    pub id: i64,
}

/// The answer to a PUT.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Updated {
    pub update_count: u64,
}

/// `GET /profile`, as far as it is of use. Every part may be missing: what a token may see differs.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Profile {
    pub general_info: Option<GeneralInfo>,
    pub settings: Option<Settings>,
    pub account: Option<AccountInfo>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GeneralInfo {
    #[serde(deserialize_with = "id")]
    pub store_id: i64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Settings {
    pub store_name: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct AccountInfo {
    pub account_name: Option<String>,
    pub account_email: Option<String>,
}

fn id<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    match Value::deserialize(from)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
    .ok_or_else(|| D::Error::custom("an id is a whole number"))
}
