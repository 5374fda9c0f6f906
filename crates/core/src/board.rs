//! The status board: which group of one side stands for which of the other (rules 3.3).

use serde::{Deserialize, Serialize};

use crate::{Group, GroupId, Side};

/// All groups of both sides, each in exactly one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The rows, in the order in which they are shown.
    pub rows: Vec<Row>,
}

/// Groups that belong together, and what is to be said of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What the row says.
    pub status: Status,
    /// The groups of POS in this row: one, or none, or several in a collision.
    pub pos: Vec<Group>,
    /// The groups of eCom in this row.
    pub ecom: Vec<Group>,
    /// Groups of the other side that look alike; only for `Only` rows.
    pub hints: Vec<Hint>,
}

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Several groups of one side have one key (or one very title): a person decides first.
    Collision,
    /// The keys are equal, the bytes are not: the vendor's sync will not match them.
    Near,
    /// This side has the group, the other has none of its key.
    Only(Side),
    /// The titles are equal byte for byte.
    Exact,
    /// The two default groups; never copied, never renamed.
    Default,
}

/// A group of the other side that may be meant. Shown, never acted upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Its id.
    pub id: GroupId,
    /// Its title.
    pub title: String,
    /// Why it is shown.
    pub resemblance: Resemblance,
}

/// Why two titles look alike though their keys differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resemblance {
    /// The same after look-alike letters of other scripts are replaced.
    LookAlike,
    /// The same words, whatever their order, accents and punctuation.
    SameWords,
    /// A small number of letters differ.
    FewLetters,
}

/// How many rows have each status; they add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows in all.
    pub total: usize,
    /// Rows with [`Status::Exact`].
    pub exact: usize,
    /// Rows with [`Status::Near`].
    pub near: usize,
    /// Rows with [`Status::Only`] for POS.
    pub only_pos: usize,
    /// Rows with [`Status::Only`] for eCom.
    pub only_ecom: usize,
    /// Rows with [`Status::Collision`].
    pub collision: usize,
    /// Rows with [`Status::Default`].
    pub default: usize,
}

impl Board {
    /// Puts every group of both sides into exactly one row. The order of the input does not count.
    #[must_use]
    pub fn compare(pos: &[Group], ecom: &[Group]) -> Self {
        let _ = (pos, ecom);
        Self::default()
    }

    /// How many rows have each status.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::default()
    }
}

impl Row {
    /// The groups of `side` in this row.
    #[must_use]
    pub fn groups(&self, side: Side) -> &[Group] {
        match side {
            Side::Pos => &self.pos,
            Side::Ecom => &self.ecom,
        }
    }
}
