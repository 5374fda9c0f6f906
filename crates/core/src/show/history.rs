//! History: what runs did, entry by entry, and what of it can be taken back.

use serde::{Deserialize, Serialize};

use super::OpRow;
use crate::{
    RecordRef,
    sync::{End, journal::EndCounts, undo::NotUndone},
};

/// A run's number: it grows with every run of a store pair.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct RunId(pub u32);

/// What a run is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "purpose")]
pub enum Purpose {
    /// Everybody.
    Everybody,
    /// Everybody, by the rules alone: nobody looked at it beforehand.
    Automatic {
        /// How long whoever is created had been known at least, in seconds: the vendor's own sync
        /// goes first where it runs.
        grace: u32,
    },
    /// One customer.
    One {
        /// Who.
        key: RecordRef,
    },
    /// Taking back.
    Undo {
        /// The run that is taken back.
        run: RunId,
        /// The one write of it; `None` for all.
        entry: Option<u32>,
    },
}

/// A run at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRun {
    /// Its number.
    pub id: RunId,
    /// What it was for.
    pub purpose: Purpose,
    /// When it began, in seconds since 1970.
    pub began: i64,
    /// What came of its writes; they add up.
    pub counts: EndCounts,
    /// Whether every write has an end.
    pub is_closed: bool,
    /// How many of its writes can be taken back.
    pub undoable: u32,
}

/// Which part of the history is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Entries of this run; `None` for the list of runs, the latest first.
    pub run: Option<RunId>,
    /// Words that an entry has to contain (in name, email, or a value before or after); of runs,
    /// those that have such an entry. Blank for all.
    pub search: String,
    /// The place of the first that is wanted, from 0.
    pub from: u32,
    /// How many are wanted at most.
    pub count: u32,
}

/// A window of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// What was asked for.
    pub query: HistoryQuery,
    /// How many there are in all.
    pub total: u32,
    /// The run whose entries were asked for, or the runs.
    pub runs: Vec<HistoryRun>,
    /// Its entries.
    pub entries: Vec<HistoryEntry>,
    /// For how many days runs are kept.
    pub kept_days: u16,
}

/// One write of a run and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The write.
    pub op: OpRow,
    /// What came of it; `None` while it waits.
    pub end: Option<End>,
    /// Whether it can be taken back.
    pub undo: Undoable,
}

/// Whether a write can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "undo")]
pub enum Undoable {
    /// It can.
    Yes {
        /// Whether that gives back a consent that it had lowered: a person is warned.
        raises_consent: bool,
    },
    /// It cannot.
    No {
        /// Why.
        because: NotUndone,
    },
}

/// A text to be saved as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Csv {
    /// The name of the file.
    pub name: String,
    /// Its text, with CRLF between the lines.
    pub text: String,
}
