//! The journal of a run: what was intended, what came of it, and how to read it back after a kill.

use serde::{Deserialize, Serialize};

use crate::{Fault, GroupId, GroupOp, Side};

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
    /// The store has the title more than once, though it had it not at all. Both browsers send a
    /// request again by themselves, a write as well, when a connection that was used before breaks
    /// before the answer; nothing in a page can forbid that. Nothing is deleted: a person decides.
    Doubled {
        /// One of the groups that were made.
        id: GroupId,
        /// How many groups have the title.
        times: usize,
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
    /// [`End::Doubled`].
    pub doubled: usize,
    /// No end yet.
    pub waiting: usize,
}

impl Run {
    /// Reads a journal; `None` if it has no beginning. Entries that make no sense are passed over:
    /// a journal is read after a kill, when it matters most that something can be read.
    #[must_use]
    pub fn fold(entries: &[Entry]) -> Option<Self> {
        let mut run: Option<Self> = None;
        for entry in entries {
            match (&mut run, entry) {
                (_, Entry::Started { to, ops }) => run = Some(Self::started(*to, ops.clone())),
                (Some(run), entry) => run.note(entry),
                (None, _) => {}
            }
        }
        run
    }

    fn started(to: Side, ops: Vec<GroupOp>) -> Self {
        let (ends, intended) = (vec![None; ops.len()], vec![false; ops.len()]);
        Self {
            to,
            ops,
            ends,
            intended,
            closed: false,
        }
    }

    /// Adds what an entry says. A second `Started` says nothing here: it begins another run.
    pub fn note(&mut self, entry: &Entry) {
        match entry {
            Entry::Started { .. } => {}
            Entry::Intended { op } => {
                if let (Some(end), Some(intended)) =
                    (self.ends.get_mut(*op), self.intended.get_mut(*op))
                {
                    (*end, *intended, self.closed) = (None, true, false);
                }
            }
            Entry::Ended { op, end: what } => {
                if let (Some(end), Some(intended)) =
                    (self.ends.get_mut(*op), self.intended.get_mut(*op))
                {
                    (*end, *intended) = (Some(what.clone()), false);
                }
            }
            Entry::Closed => self.closed = true,
        }
    }

    /// The writes that are still to be done, by index: without an end, failed, or stale.
    #[must_use]
    pub fn open(&self) -> Vec<usize> {
        let is_open =
            |end: &Option<End>| matches!(end, None | Some(End::Failed { .. } | End::Stale));
        (0..)
            .zip(&self.ends)
            .filter(|(_, end)| is_open(end))
            .map(|(op, _)| op)
            .collect()
    }

    /// The writes that may have been sent and of which the journal does not say what came of
    /// them, by index. They are looked up before anything else is written.
    #[must_use]
    pub fn unsettled_intents(&self) -> Vec<usize> {
        (0..)
            .zip(&self.intended)
            .filter(|(_, intended)| **intended)
            .map(|(op, _)| op)
            .collect()
    }

    /// How many came to each end.
    #[must_use]
    pub fn counts(&self) -> RunCounts {
        RunCounts::of(self.ends.iter().map(Option::as_ref))
    }
}

impl RunCounts {
    /// Counts the ends of a run's writes; `None` waits.
    pub fn of<'a>(ends: impl IntoIterator<Item = Option<&'a End>>) -> Self {
        let mut counts = Self::default();
        for end in ends {
            counts.total += 1;
            *match end {
                None => &mut counts.waiting,
                Some(End::Applied { .. }) => &mut counts.created,
                Some(End::AlreadyThere { .. }) => &mut counts.already_there,
                Some(End::Stale) => &mut counts.stale,
                Some(End::Changed { .. }) => &mut counts.changed,
                Some(End::Doubled { .. }) => &mut counts.doubled,
                Some(End::Failed { .. }) => &mut counts.failed,
            } += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FaultKind;
    use proptest::prelude::*;

    fn op(title: &str) -> GroupOp {
        GroupOp::Create {
            on: Side::Pos,
            source: GroupId("1".into()),
            title: title.into(),
        }
    }

    fn started(count: usize) -> Entry {
        let ops = (0..count).map(|number| op(&number.to_string())).collect();
        Entry::Started { to: Side::Pos, ops }
    }

    fn ended(op: usize, end: End) -> Entry {
        Entry::Ended { op, end }
    }

    fn applied() -> End {
        End::Applied {
            id: GroupId("9".into()),
        }
    }

    fn failed() -> End {
        End::Failed {
            why: Fault::of(FaultKind::StoreFailed { status: 500 }),
        }
    }

    #[test]
    fn a_journal_tells_what_is_open_and_what_is_in_doubt() {
        let run = Run::fold(&[
            started(4),
            Entry::Intended { op: 0 },
            ended(0, applied()),
            Entry::Intended { op: 1 },
            ended(1, failed()),
            Entry::Intended { op: 2 },
        ])
        .unwrap();
        assert_eq!(run.open(), [1, 2, 3]);
        assert_eq!(run.unsettled_intents(), [2]);
        assert!(!run.closed);
    }

    #[test]
    fn trying_again_forgets_the_failure_and_opens_the_run() {
        let mut run = Run::fold(&[started(1), ended(0, failed()), Entry::Closed]).unwrap();
        assert!(run.closed);
        run.note(&Entry::Intended { op: 0 });
        assert_eq!((run.closed, run.ends[0].clone()), (false, None));
        run.note(&ended(0, applied()));
        assert_eq!(run.counts().created, 1);
    }

    #[test]
    fn a_journal_without_a_beginning_is_none() {
        assert_eq!(Run::fold(&[]), None);
        assert_eq!(Run::fold(&[Entry::Intended { op: 0 }, Entry::Closed]), None);
    }

    /// The first released format. What is stored in a browser today has to be read for ever.
    #[test]
    fn the_first_format_still_loads() {
        let lines = [
            r#"{"entry":"started","to":"pos","ops":[{"op":"create","on":"pos","source":"7","title":"VIP"},{"op":"rename","on":"ecom","id":"8","expected":"vip ","title":"VIP"}]}"#,
            r#"{"entry":"intended","op":0}"#,
            r#"{"entry":"ended","op":0,"end":{"end":"applied","id":"u-1"}}"#,
            r#"{"entry":"ended","op":1,"end":{"end":"failed","why":{"kind":{"kind":"store_failed","status":500},"said":"oops"}}}"#,
            r#"{"entry":"ended","op":1,"end":{"end":"doubled","id":"u-3","times":2}}"#,
            r#"{"entry":"ended","op":1,"end":{"end":"changed","id":"u-2","found":"V"}}"#,
            r#"{"entry":"closed"}"#,
        ];
        let entries: Vec<Entry> = lines
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let again: Vec<String> = entries
            .iter()
            .map(|entry| serde_json::to_string(entry).unwrap())
            .collect();
        assert_eq!(again, lines);
        let run = Run::fold(&entries).unwrap();
        assert!(run.closed);
        assert_eq!((run.counts().created, run.counts().changed), (1, 1));
    }

    fn any_entry() -> impl Strategy<Value = Entry> {
        let end = prop_oneof![
            Just(applied()),
            Just(failed()),
            Just(End::Stale),
            Just(End::AlreadyThere {
                id: GroupId("3".into())
            }),
            Just(End::Changed {
                id: GroupId("4".into()),
                found: "x".into()
            }),
        ];
        prop_oneof![
            (0_usize..5).prop_map(started),
            (0_usize..7).prop_map(|op| Entry::Intended { op }),
            (0_usize..7, end).prop_map(|(op, end)| ended(op, end)),
            Just(Entry::Closed),
        ]
    }

    proptest! {
        #[test]
        fn counts_add_up_whatever_the_journal_says(
            entries in proptest::collection::vec(any_entry(), 0..40)
        ) {
            if let Some(run) = Run::fold(&entries) {
                let counts = run.counts();
                let sum = counts.created + counts.already_there + counts.failed
                    + counts.stale + counts.changed + counts.doubled + counts.waiting;
                prop_assert_eq!(counts.total, sum);
                prop_assert_eq!(counts.total, run.ops.len());
                prop_assert_eq!(run.open().len(), counts.waiting + counts.failed + counts.stale);
            }
        }
    }
}
