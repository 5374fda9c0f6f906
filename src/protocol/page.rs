//! What a content script may say. It runs beside a page that may be hostile, so nothing in it is
//! believed: which store it belongs to is taken from what the browser says of the sender.

use serde::{Deserialize, Serialize};

/// Everything a content script may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "page")]
pub enum PageCall {
    /// An admin page is there.
    Hello,
}
