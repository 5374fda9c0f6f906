//! The journal of a run over customers: what was planned, intended, and what came of it. Written
//! before each write, read back after a kill. Entries of a newer version are passed over.

use serde::{Deserialize, Serialize};

use super::Op;
use crate::{Fault, Field, RecordId, Stamp, Value};

/// The version of the entries that are written today.
pub const VERSION: u16 = 1;

/// One line of the append-only journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "entry")]
pub enum Entry {
    /// A run begins.
    Began {
        /// The version of the entries that follow.
        v: u16,
        /// The newest stamp of POS when the run was planned. Whoever came since then, by this very
        /// run too, is found by what POS says happened after it.
        #[serde(default)]
        since: Stamp,
    },
    /// More writes of the plan, numbered on from those before.
    Planned {
        /// The writes.
        ops: Vec<Op>,
    },
    /// These writes are about to be sent.
    Intended {
        /// Their numbers.
        ops: Vec<u32>,
    },
    /// A write came to an end; the last such entry counts.
    Ended {
        /// Its number.
        op: u32,
        /// What came of it.
        end: End,
    },
    /// Nothing of the run is under way any more.
    Closed,
    /// An entry of a newer version of Tandem.
    #[serde(other)]
    Newer,
}

/// What came of one write (design section 2, "journal").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "end")]
pub enum End {
    /// Done, read back, and as intended.
    Applied {
        /// The record.
        id: RecordId,
        /// What it has now in each field that was written: what taking it back expects to find.
        found: Vec<Value>,
    },
    /// It was so before: nothing was sent.
    AlreadyThere {
        /// The record.
        id: RecordId,
    },
    /// Done, and the store made something else of some fields.
    Altered {
        /// The record.
        id: RecordId,
        /// The fields.
        fields: Vec<Field>,
    },
    /// The record that was created is there more than once.
    Doubled {
        /// How often.
        times: u32,
    },
    /// Something else was there than expected: nothing was sent.
    Stale,
    /// The store refused it, or it was looked up after a lost reply and is not there.
    Rejected {
        /// Why.
        why: Fault,
    },
    /// It may have been sent, and something else is there now: a person looks.
    Unknown,
}

/// A run as its journal tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncRun {
    /// The newest stamp of POS when the run was planned.
    pub since: Stamp,
    /// The writes.
    pub ops: Vec<Op>,
    /// What came of each.
    pub ends: Vec<Option<End>>,
    /// Whether each may have been sent and no end was written after that.
    pub intended: Vec<bool>,
    /// Whether nothing of it is under way any more.
    pub closed: bool,
}

/// How many writes of a run came to each end; they add up to `total` (invariant I4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndCounts {
    /// Writes in all.
    pub total: u32,
    /// [`End::Applied`].
    pub applied: u32,
    /// [`End::AlreadyThere`].
    pub already_there: u32,
    /// [`End::Altered`].
    pub altered: u32,
    /// [`End::Doubled`].
    pub doubled: u32,
    /// [`End::Stale`].
    pub stale: u32,
    /// [`End::Rejected`].
    pub rejected: u32,
    /// [`End::Unknown`].
    pub unknown: u32,
    /// No end yet.
    pub waiting: u32,
}

impl EndCounts {
    /// What a person has to look at: neither done nor still to be done.
    #[must_use]
    pub const fn problems(&self) -> u32 {
        self.altered + self.doubled + self.stale + self.rejected + self.unknown
    }
}

impl SyncRun {
    /// The entries that begin a run of these writes, which was planned when POS was at `since`.
    #[must_use]
    pub fn beginning(ops: Vec<Op>, since: Stamp) -> [Entry; 2] {
        [Entry::Began { v: VERSION, since }, Entry::Planned { ops }]
    }

    /// Reads a journal; entries that make no sense are passed over.
    #[must_use]
    pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut run = Self::default();
        for entry in entries {
            run.note(entry);
        }
        run
    }

    /// Adds what an entry says.
    pub fn note(&mut self, entry: &Entry) {
        match entry {
            Entry::Newer => {}
            Entry::Began { since, .. } => self.since = *since,
            Entry::Planned { ops } => {
                self.ops.extend(ops.iter().cloned());
                self.ends.resize(self.ops.len(), None);
                self.intended.resize(self.ops.len(), false);
            }
            Entry::Intended { ops } => {
                self.closed = false;
                for op in ops {
                    self.set(*op, None, true);
                }
            }
            Entry::Ended { op, end } => self.set(*op, Some(end.clone()), false),
            Entry::Closed => self.closed = true,
        }
    }

    fn set(&mut self, op: u32, ended: Option<End>, is_intended: bool) {
        let Ok(at) = usize::try_from(op) else { return };
        if let (Some(end), Some(intended)) = (self.ends.get_mut(at), self.intended.get_mut(at)) {
            (*end, *intended) = (ended, is_intended);
        }
    }

    /// The writes without an end, by number, in order.
    pub fn open(&self) -> impl Iterator<Item = (u32, &Op)> {
        let numbered = (0..).zip(self.ops.iter().zip(&self.ends));
        numbered
            .filter(|(_, (_, end))| end.is_none())
            .map(|(number, (op, _))| (number, op))
    }

    /// The write of this number.
    #[must_use]
    pub fn op(&self, number: u32) -> Option<&Op> {
        self.ops.get(usize::try_from(number).ok()?)
    }

    /// Whether the write of this number may have been sent and its end is not known.
    #[must_use]
    pub fn is_in_doubt(&self, number: u32) -> bool {
        let at = usize::try_from(number).ok();
        at.and_then(|at| self.intended.get(at))
            .is_some_and(|intended| *intended)
    }

    /// How many came to each end.
    #[must_use]
    pub fn counts(&self) -> EndCounts {
        let mut counts = EndCounts::default();
        for end in &self.ends {
            counts.total += 1;
            *match end {
                None => &mut counts.waiting,
                Some(End::Applied { .. }) => &mut counts.applied,
                Some(End::AlreadyThere { .. }) => &mut counts.already_there,
                Some(End::Altered { .. }) => &mut counts.altered,
                Some(End::Doubled { .. }) => &mut counts.doubled,
                Some(End::Stale) => &mut counts.stale,
                Some(End::Rejected { .. }) => &mut counts.rejected,
                Some(End::Unknown) => &mut counts.unknown,
            } += 1;
        }
        counts
    }
}
