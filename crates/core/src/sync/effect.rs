//! What a run says is to be done next, and what it is told came of it. Who decides: `apply`; who does
//! it: whoever drives the run.

use super::{Entry, Step, judge::Fresh};
use crate::{Fault, FaultKind, RecordId, Side, archive::Commitment};

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Append these to the journal, and come back once they are kept.
    Journal(Vec<Entry>),
    /// Read anew, and come back with [`Input::Read`]: one answer each, in this order. Before some
    /// writes that is the record of the other side, too.
    Read(Vec<Look>),
    /// Send these writes together, and come back with [`Input::Written`]: one answer each.
    Write(Step),
    /// Note these in the archive, and come back once they are kept.
    Commit(Vec<Commitment>),
    /// Stop: every further call would end alike. What is open stays so until the run is continued.
    Pause(FaultKind),
    /// Nothing is left to do.
    Done,
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// One record, by its id.
    Record {
        /// Its side.
        side: Side,
        /// Its id.
        id: RecordId,
    },
    /// Everybody with this email or this code. The answer must be sure: where a store's search
    /// lags behind its records, it is found by the feed of changes.
    People {
        /// The side.
        side: Side,
        /// The email as it is written; compared by its canonical form.
        email: Option<String>,
        /// The POS `customer_code`.
        code: Option<String>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The journal or the archive has it; also what a machine begins with.
    Kept,
    /// What was read.
    Read(Vec<Result<Fresh, FaultKind>>),
    /// What came of each write.
    Written(Vec<Result<(), Fault>>),
}

impl Look {
    /// The side that is read.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self {
            Self::Record { side, .. } | Self::People { side, .. } => *side,
        }
    }
}
