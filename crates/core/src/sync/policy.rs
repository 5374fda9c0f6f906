//! What keeps a run from doing harm: it may refuse, or ask a person first. It never adds a write.

use serde::{Deserialize, Serialize};

use super::{
    Calls, Draft, Op,
    draft::{Because, Withheld},
    steps,
};
use crate::{RecordRef, Side, Sides, archive::Archive, survey::Survey};

/// The limits of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The share of a side's customers, in percent, above which a person confirms the changes.
    pub most_changed_percent: u32,
    /// Never asked about when this many change or fewer.
    pub few: u32,
    /// The calls that the run may take on each side; `None` for no limit.
    pub budget: Sides<Option<u32>>,
    /// Whether each side may be written to.
    pub writable: Sides<bool>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            most_changed_percent: 25,
            few: 20,
            budget: Sides {
                pos: None,
                ecom: None,
            },
            writable: Sides {
                pos: true,
                ecom: true,
            },
        }
    }
}

/// Why a run is not done unless a person says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "halt")]
pub enum Halt {
    /// A side reads empty, or below half of what it had: a session may be half signed out.
    Emptied {
        /// The side.
        side: Side,
        /// How many it had.
        had: u32,
        /// How many it has.
        has: u32,
    },
    /// More of a side's customers would be changed than is usual.
    ManyChanges {
        /// The side.
        side: Side,
        /// How many would be changed.
        changes: u32,
        /// How many it has.
        of: u32,
    },
    /// The run takes more calls than it may.
    OverBudget {
        /// The side.
        side: Side,
        /// The calls that it takes.
        calls: u32,
        /// The calls that it may take.
        may: u32,
    },
}

/// A draft that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The writes, in the order in which they are done: none that the draft did not have.
    pub ops: Vec<Op>,
    /// What differs and is not written.
    pub withheld: Vec<Withheld>,
    /// What a person confirms first; nothing runs while this is not empty and not confirmed.
    pub halts: Vec<Halt>,
    /// The calls that it takes.
    pub calls: Calls,
}

/// Looks a draft through.
#[must_use]
pub fn look_through(draft: Draft, survey: &Survey<'_>, limits: &Limits) -> Plan {
    let Draft { ops, mut withheld } = draft;
    let (ops, unwritable): (Vec<Op>, Vec<Op>) = ops
        .into_iter()
        .partition(|op| *limits.writable.get(op.side()));
    withheld.extend(unwritable.iter().map(read_only));
    let calls = steps::calls(&ops);
    let inputs = survey.inputs();
    let has = inputs
        .snapshots
        .map(|_, snapshot| count(snapshot.sketches().len()));
    let mut halts = emptied(
        inputs.archive,
        inputs
            .snapshots
            .map(|side, snapshot| snapshot.is_whole().then(|| *has.get(side))),
    );
    for side in Side::BOTH {
        halts.extend(many_changes(side, &ops, *has.get(side), limits));
        halts.extend(over_budget(side, &calls, limits));
    }
    Plan {
        ops,
        withheld,
        halts,
        calls,
    }
}

fn read_only(op: &Op) -> Withheld {
    let (side, id) = match op.target() {
        Some(id) => (op.side(), id.clone()),
        None => (op.side().other(), op.source().clone()),
    };
    Withheld {
        record: RecordRef { side, id },
        field: None,
        because: Because::ReadOnly,
    }
}

fn emptied(archive: &Archive, has: Sides<Option<u32>>) -> Vec<Halt> {
    let looked = Side::BOTH.into_iter().filter_map(|side| {
        let (had, has) = (*archive.last_count().get(side), (*has.get(side))?);
        (has < had.div_ceil(2)).then_some(Halt::Emptied { side, had, has })
    });
    looked.collect()
}

fn many_changes(side: Side, ops: &[Op], of: u32, limits: &Limits) -> Option<Halt> {
    let changes = ops
        .iter()
        .filter(|op| op.side() == side && op.target().is_some());
    let changes = count(changes.count());
    let usual = u64::from(of) * u64::from(limits.most_changed_percent) / 100;
    (changes > limits.few && u64::from(changes) > usual).then_some(Halt::ManyChanges {
        side,
        changes,
        of,
    })
}

fn over_budget(side: Side, calls: &Calls, limits: &Limits) -> Option<Halt> {
    let (calls, may) = (*calls.planned.get(side), (*limits.budget.get(side))?);
    (calls > may).then_some(Halt::OverBudget { side, calls, may })
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
