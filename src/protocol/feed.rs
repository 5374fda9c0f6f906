//! What the background tells open panels without being asked.

use serde::{Deserialize, Serialize};

use super::view::View;

/// Everything the background may tell a panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "feed", content = "with")]
pub enum Feed {
    /// There is something new to show. Newer than any view of a smaller revision.
    Changed(Box<View>),
    /// The background crashed and starts anew.
    Crashed,
}
