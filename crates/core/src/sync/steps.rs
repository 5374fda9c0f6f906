//! The steps of a run: which writes are sent together, in which order, and how many calls that is.
//!
//! POS moves any number of customers into one group with one call, and changes nothing else in
//! bulk. eCom takes up to 500 requests in a batch, reads among them. A step is read, written and
//! read back as one; every write in it has its own end.

use std::{borrow::Borrow, collections::BTreeMap};

use crate::{GroupId, Side, Sides, Value, sync::Op};

/// The most customers in one call to a POS group's members.
pub const MOST_MEMBERS: usize = 500;
/// The most requests in one eCom batch (apis.md 2.8).
pub const MOST_IN_BATCH: usize = 500;
/// The calls of a write that is read and read back by itself.
const BY_ITSELF: u32 = 1 + 1 + 1;
/// The calls of one that goes by POS's change feed: what happened before it (a page, and the empty
/// one behind it), the write, and the page with what it made.
const BY_FEED: u32 = 2 + 1 + 1;
/// The same right behind another such: of what happened before it, that one read the page.
const BY_FEED_AGAIN: u32 = BY_FEED - 1;
/// The calls of batches: sent and fetched, to read, to write and to read back.
const IN_BATCH: u32 = 2 + 2 + 2;
/// The most records on one page of POS (apis.md 1.5).
const POS_PAGE: usize = 10_000;

/// Writes that are sent together, by their numbers in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One write by itself.
    One(u32),
    /// Customers who move into one POS group.
    Members {
        /// The group.
        group: GroupId,
        /// The moves.
        ops: Vec<u32>,
    },
    /// Changes of eCom customers.
    Batch(Vec<u32>),
}

impl Step {
    /// The writes in it.
    #[must_use]
    pub fn ops(&self) -> &[u32] {
        match self {
            Self::One(op) => std::slice::from_ref(op),
            Self::Members { ops, .. } | Self::Batch(ops) => ops,
        }
    }

    /// The most calls that it takes when nothing goes wrong and nobody else changes anything: to
    /// read, to write, to read back. `op` is its first write, `is_behind` says whether the step
    /// before it went by POS's change feed as well.
    ///
    /// A change or a look-up in eCom: one call each. Batch: sent and fetched, three times.
    const fn calls(&self, op: &Op, is_behind: bool) -> u32 {
        match (self, is_behind) {
            (Self::Batch(_), _) => IN_BATCH,
            (_, true) if self.goes_by_feed(op) => BY_FEED_AGAIN,
            (_, false) if self.goes_by_feed(op) => BY_FEED,
            (Self::One(_) | Self::Members { .. }, _) => BY_ITSELF,
        }
    }

    /// Whether it asks POS's change feed, which alone is sure of who came meanwhile.
    const fn goes_by_feed(&self, op: &Op) -> bool {
        match self {
            Self::One(_) => matches!(op, Op::Create { on: Side::Pos, .. }),
            Self::Members { .. } => true,
            Self::Batch(_) => false,
        }
    }
}

/// The calls of a run, per side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// What the steps take when nothing goes wrong.
    pub planned: Sides<u32>,
    /// What no plan could do with less: every read on the largest page, every write in the largest
    /// bulk that the store has, one read-back.
    pub least: Sides<u32>,
}

/// The steps for these writes, given with their numbers and in the order of the plan.
#[must_use]
pub fn steps<'a>(ops: impl IntoIterator<Item = (u32, &'a Op)>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut batch = Vec::new();
    let mut moves: BTreeMap<&GroupId, Vec<u32>> = BTreeMap::new();
    for (number, op) in ops {
        match op {
            Op::Update { on: Side::Ecom, .. } => batch.push(number),
            Op::Move { edit, .. } => match &edit.result {
                Value::Group(group) => moves.entry(group).or_default().push(number),
                _ => steps.push(Step::One(number)),
            },
            Op::Create { .. } | Op::Update { .. } => steps.push(Step::One(number)),
        }
    }
    for chunk in batch.chunks(MOST_IN_BATCH) {
        push_cheapest(&mut steps, chunk, (Step::Batch(chunk.to_vec()), IN_BATCH));
    }
    for (group, ops) in moves {
        for chunk in ops.chunks(MOST_MEMBERS) {
            let (group, ops) = (group.clone(), chunk.to_vec());
            push_cheapest(&mut steps, chunk, (Step::Members { group, ops }, BY_FEED));
        }
    }
    steps
}

/// The first write of a step by itself, and the rest of it; `None` where there is no rest.
pub(super) fn one_and_rest(step: &Step) -> Option<(Step, Step)> {
    let (first, rest) = step.ops().split_first()?;
    if rest.is_empty() {
        return None;
    }
    let rest = match step {
        Step::Members { group, .. } => Step::Members {
            group: group.clone(),
            ops: rest.to_vec(),
        },
        Step::One(_) | Step::Batch(_) => Step::Batch(rest.to_vec()),
    };
    Some((Step::One(*first), rest))
}

/// In bulk where that takes fewer calls than one by one.
fn push_cheapest(steps: &mut Vec<Step>, ops: &[u32], (bulk, calls): (Step, u32)) {
    if calls < BY_ITSELF.saturating_mul(count(ops.len())) {
        steps.push(bulk);
    } else {
        steps.extend(ops.iter().map(|op| Step::One(*op)));
    }
}

/// How many calls these writes take, and the least that they could.
#[must_use]
pub fn calls<O: Borrow<Op>>(ops: &[O]) -> Calls {
    let ops: Vec<&Op> = ops.iter().map(Borrow::borrow).collect();
    let numbered = || (0..).zip(ops.iter().copied());
    let mut calls = Calls::default();
    let mut is_behind = false;
    for step in steps(numbered()) {
        let first = step.ops().first();
        if let Some(op) = first.and_then(|op| ops.get(usize::try_from(*op).ok()?)) {
            *calls.planned.get_mut(op.side()) += step.calls(op, is_behind);
            if op.side() == Side::Pos {
                is_behind = step.goes_by_feed(op);
            }
        }
    }
    for op in ops.iter().filter(|op| op.needs_source()) {
        *calls.planned.get_mut(op.side().other()) += 1;
    }
    calls.least = Sides {
        pos: least_in_pos(&ops),
        ecom: least_in_ecom(&ops),
    };
    calls
}

/// One feed page to be sure of all, one call a create or update, one a group that gets members, and
/// the pages to read back.
fn least_in_pos(ops: &[&Op]) -> u32 {
    let own = ops.iter().copied().filter(|op| op.side() == Side::Pos);
    let own: Vec<&Op> = own.collect();
    let singly = own
        .iter()
        .filter(|op| !matches!(op, Op::Move { .. }))
        .count();
    let mut groups: Vec<&Value> = own
        .iter()
        .filter(|op| matches!(op, Op::Move { .. }))
        .flat_map(|op| op.edits().iter().map(|edit| &edit.result))
        .collect();
    groups.sort();
    groups.dedup();
    let pages = own.len().div_ceil(POS_PAGE);
    count(pages + singly + groups.len() + pages)
}

/// Everything in batches, each sent and fetched: to be sure, to write, to read back.
fn least_in_ecom(ops: &[&Op]) -> u32 {
    let own = ops.iter().filter(|op| op.side() == Side::Ecom).count();
    // One or two that are left over are cheaper one by one.
    let (batches, rest) = (own / MOST_IN_BATCH, own % MOST_IN_BATCH);
    count(batches * 6 + (rest * 3).min(6))
}

fn count(calls: usize) -> u32 {
    u32::try_from(calls).unwrap_or(u32::MAX)
}
