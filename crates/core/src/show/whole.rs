//! The customers as a whole: how far a reading is, what it came to, and what is kept of it.

use serde::{Deserialize, Serialize};

use super::Who;
use crate::{
    RecordId, Side, Sides,
    snapshot::ProblemReason,
    survey::{Consents, Overlap, StatusCounts},
};

/// How far a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingView {
    /// Customers that were read.
    pub read: Sides<u32>,
    /// How many there are, where the store says so or an earlier reading found so many.
    pub total: Sides<Option<u32>>,
    /// Calls that were made.
    pub calls: Sides<u32>,
    /// Calls that are left, where that can be told.
    pub calls_left: Sides<Option<u32>>,
    /// How long it still takes, in seconds, where that can be told.
    pub seconds_left: Option<u32>,
    /// Whether a person, or the browser, stopped it; it goes on where it stopped.
    pub is_paused: bool,
}

/// The numbers of customers that were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// The revision of the book; what was asked for under an older one is asked for again.
    pub revision: u64,
    /// How many customers have each status; they add up.
    pub counts: StatusCounts,
    /// How many are in which store; they add up to the same.
    #[serde(default)]
    pub overlap: Overlap,
    /// What both stores know of their consent.
    #[serde(default)]
    pub consents: Consents,
    /// Records that could not be read.
    pub unreadable: Sides<u32>,
    /// How many questions wait for a person.
    pub questions: u32,
    /// How many customers the next run writes to.
    pub to_sync: u32,
    /// When both sides were last read, in seconds since 1970.
    pub read_at: i64,
}

/// Records that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadPage {
    /// The revision of the book that it was taken from.
    pub revision: u64,
    /// How many there are in all.
    pub total: u32,
    /// The first of them: those of POS, then those of eCom, each in order of their ids.
    pub records: Vec<Unread>,
}

/// A record that could not be read, and is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Whose record it is.
    pub side: Side,
    /// Its id, if that at least could be read.
    pub id: Option<RecordId>,
    /// The customer, as the other side knows them, where both sides once agreed that it is one.
    pub who: Option<Who>,
    /// What is wrong with it.
    pub reason: ProblemReason,
}

/// What is kept on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// For how many days runs stay in the history.
    pub days: u16,
    /// Whether what was read is kept, encrypted, between two visits. Otherwise it is read anew.
    pub keeps_readings: bool,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            days: 30,
            keeps_readings: true,
        }
    }
}
