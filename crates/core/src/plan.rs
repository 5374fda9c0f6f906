//! The plan: every write that a copy of titles would do, and every title it leaves out and why.

use serde::{Deserialize, Serialize};

use crate::{Board, FaultKind, GroupId, Side};

/// One write, carrying what it expects to find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum GroupOp {
    /// Creates a group `title` on `on`. Expects `source` to have that title on the other side and
    /// no group of that very title on `on`.
    Create {
        /// Where it is written.
        on: Side,
        /// The group of the other side whose title is copied.
        source: GroupId,
        /// The title, byte for byte.
        title: String,
    },
    /// Gives group `id` on `on` the spelling `title`. Expects it to be called `expected`.
    Rename {
        /// Where it is written.
        on: Side,
        /// The group to rename.
        id: GroupId,
        /// The title it must still have.
        expected: String,
        /// The title it gets, byte for byte.
        title: String,
    },
}

impl GroupOp {
    /// The side that is written to.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self {
            Self::Create { on, .. } | Self::Rename { on, .. } => *on,
        }
    }

    /// The title that the group has afterwards.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Create { title, .. } | Self::Rename { title, .. } => title,
        }
    }
}

/// The writes of one run, and what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// The writes, in the order in which they are done.
    pub ops: Vec<GroupOp>,
    /// The titles of the source side that are not on the target and are not written.
    pub withheld: Vec<Withheld>,
}

/// A title that is not written, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The group whose title it is.
    pub source: GroupId,
    /// The title.
    pub title: String,
    /// Why it is left out.
    pub reason: WithheldReason,
}

/// Why a title is left out of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "because")]
pub enum WithheldReason {
    /// Another group has the same key; a person may choose to create it all the same.
    Collision {
        /// The titles it collides with, on either side.
        with: Vec<String>,
    },
    /// The target has the very title already, though another group of the source paired with it.
    SameTitleThere,
    /// The target has the title in another spelling; renaming is offered instead.
    Near {
        /// The spelling on the target.
        there: String,
    },
    /// Nothing to see is left once blanks are trimmed.
    Empty,
    /// Longer than the longest title that Tandem writes.
    TooLong {
        /// Its length in Unicode scalar values.
        chars: usize,
    },
}

/// Everything that a copy of the other side's titles to `to` would write, and what it leaves out.
#[must_use]
pub fn copy_titles(board: &Board, to: Side) -> GroupPlan {
    let _ = (board, to);
    GroupPlan::default()
}

/// Turns what a person saw and chose into writes, in the order in which it was shown.
///
/// # Errors
/// [`FaultKind::Stale`] if any of `chosen` is no longer what was shown, or a title is there twice.
pub fn copy_chosen(
    board: &Board,
    to: Side,
    chosen: &[(GroupId, String)],
) -> Result<Vec<GroupOp>, FaultKind> {
    let _ = (board, to, chosen);
    Err(FaultKind::Stale)
}

/// Renames the group of a near pair to the other side's spelling.
///
/// # Errors
/// [`FaultKind::Stale`] if the board has no such near pair.
pub fn use_spelling(
    board: &Board,
    on: Side,
    id: &GroupId,
    expected: &str,
    title: &str,
) -> Result<GroupOp, FaultKind> {
    let _ = (board, on, id, expected, title);
    Err(FaultKind::Stale)
}
