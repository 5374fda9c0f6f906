//! What the background tells open panels without being asked.

use serde::{Deserialize, Serialize};

use super::view::View;

/// Everything the background may tell a panel. Its content is a field, for the reason given at
/// [`Answer`](super::panel::Answer).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "feed")]
pub enum Feed {
    /// There is something new to show. Newer than any view of a smaller revision.
    Changed {
        /// What to show.
        with: Box<View>,
    },
    /// The background crashed and starts anew.
    Crashed,
}
