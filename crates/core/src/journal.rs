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
