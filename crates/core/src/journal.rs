//! The journal of a run: what was intended, what came of it, and how to read it back after a kill.

use serde::{Deserialize, Serialize};

use crate::{Fault, GroupId, GroupOp, Side};

/// A run's name: chosen by the caller, opaque here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub String);

/// One line of the append-only journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "entry")]
pub enum Entry {
    /// The run begins with these writes.
    Started {
        /// The side that is written to.
        to: Side,
        /// The writes, as previewed.
        ops: Vec<GroupOp>,
    },
    /// Write number `op` is about to be sent.
    Intended {
        /// Index into the ops of `Started`.
        op: usize,
    },
    /// Write number `op` came to an end; the last such entry counts.
    Ended {
        /// Index into the ops of `Started`.
        op: usize,
        /// What came of it.
        end: End,
    },
    /// Nothing of the run is under way any more.
    Closed,
}

/// What came of one write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "end")]
pub enum End {
    /// Done, read back and equal byte for byte.
    Applied {
        /// The group that was made or renamed.
        id: GroupId,
    },
    /// The target had the very title before the write: nothing was sent.
    AlreadyThere {
        /// The group that has it.
        id: GroupId,
    },
    /// What the write expected is no longer so: nothing was sent.
    Stale,
    /// The store took the write but reads back another title.
    Changed {
        /// The group that was made.
        id: GroupId,
        /// The title it reads back.
        found: String,
    },
    /// The store refused it, or it was looked up after a lost reply and is not there.
    Failed {
        /// Why.
        why: Fault,
    },
}

/// A run as its journal tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The side that is written to.
    pub to: Side,
    /// The writes.
    pub ops: Vec<GroupOp>,
    /// What came of each; `None` while it waits, is under way, or is tried again.
    pub ends: Vec<Option<End>>,
    /// Whether each was about to be sent and no end was written after that.
    pub intended: Vec<bool>,
    /// Whether nothing of it is under way any more.
    pub closed: bool,
}

/// How many writes of a run came to each end; they add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunCounts {
    /// Writes in all.
    pub total: usize,
    /// Done: [`End::Applied`].
    pub created: usize,
    /// [`End::AlreadyThere`].
    pub already_there: usize,
    /// [`End::Failed`].
    pub failed: usize,
    /// [`End::Stale`].
    pub stale: usize,
    /// [`End::Changed`].
    pub changed: usize,
    /// No end yet.
    pub waiting: usize,
}

impl Run {
    /// Reads a journal; `None` if it has no beginning.
    #[must_use]
    pub fn fold(entries: &[Entry]) -> Option<Self> {
        let _ = entries;
        None
    }

    /// The writes that are still to be done, by index: without an end, failed, or stale.
    #[must_use]
    pub fn open(&self) -> Vec<usize> {
        Vec::new()
    }

    /// The writes that may have been sent and of which the journal does not say what came of
    /// them, by index. They are looked up before anything else is written.
    #[must_use]
    pub fn unsettled_intents(&self) -> Vec<usize> {
        Vec::new()
    }

    /// How many came to each end.
    #[must_use]
    pub fn counts(&self) -> RunCounts {
        RunCounts::default()
    }
}
