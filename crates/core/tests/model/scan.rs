//! The scan of a Tandem, page by page, while everybody goes on.

use std::collections::BTreeMap;

use fastrand::Rng;
use tandem_core::{
    DigestKey, FaultKind, Observed, RecordId, RecordRef, Side, Sides,
    snapshot::{Problem, ProblemReason, Sketcher},
};

use super::{calls::mishap, world::World};

/// A reading of both lists.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    pub sketchers: Sides<Sketcher>,
    pub cache: BTreeMap<RecordRef, Observed>,
    /// The version up to which POS was read; `None` once its feed is empty.
    cursor: Option<i64>,
    pages: Vec<Vec<RecordId>>,
    /// How many records each list still gives before it ends early.
    left: Sides<usize>,
}

impl Scan {
    /// Begins to read: eCom by pages in any order, POS by its feed.
    pub(super) fn begin(world: &World, rng: &mut Rng, key: DigestKey) -> Self {
        let mut ids: Vec<RecordId> = world
            .living(Side::Ecom)
            .map(|record| record.seen.id.clone())
            .collect();
        let mut pages = Vec::new();
        while !ids.is_empty() {
            let rest = ids.split_off(ids.len().min(rng.usize(1..=5)));
            pages.push(std::mem::replace(&mut ids, rest));
        }
        rng.shuffle(&mut pages);
        Self {
            sketchers: Sides::from_fn(|side| Sketcher::new(side, key)),
            cache: BTreeMap::new(),
            cursor: Some(0),
            pages,
            left: world.half.map(|side, is_half| {
                let all = world.living(side).count();
                if is_half {
                    all * rng.usize(0..=3) / 4
                } else {
                    usize::MAX
                }
            }),
        }
    }

    /// Whether everything was read.
    pub(super) fn is_done(&self) -> bool {
        self.cursor.is_none() && self.pages.is_empty()
    }

    /// Reads a page of either side.
    pub(super) fn page(&mut self, world: &mut World, rng: &mut Rng) -> Result<(), FaultKind> {
        let side = match (self.cursor, self.pages.is_empty()) {
            (None, _) => Side::Ecom,
            (Some(_), true) => Side::Pos,
            (Some(_), false) if rng.bool() => Side::Pos,
            (Some(_), false) => Side::Ecom,
        };
        mishap(world, rng, side)?;
        let page: Vec<(RecordId, Option<Observed>)> = match side {
            Side::Pos => {
                let page = pos_page(world, self.cursor.unwrap_or_default(), rng.usize(1..=5));
                self.cursor = page.last().map(|(version, _)| *version);
                page.into_iter().map(|(_, record)| record).collect()
            }
            Side::Ecom => {
                let ids = self.pages.pop().unwrap_or_default();
                let found = ids.iter().filter_map(|id| world.get(side, id));
                let seen =
                    found.map(|found| (found.seen.id.clone(), Some(World::observe(side, found))));
                seen.collect()
            }
        };
        for (id, seen) in page {
            self.add(world, side, id, seen);
        }
        Ok(())
    }

    fn add(&mut self, world: &World, side: Side, id: RecordId, seen: Option<Observed>) {
        let sketcher = self.sketchers.get_mut(side);
        let Some(seen) = seen else {
            return sketcher.add_deleted(id);
        };
        let left = self.left.get_mut(side);
        if *left == 0 {
            return;
        }
        *left -= 1;
        let record = RecordRef { side, id };
        if world.unreadable.contains(&record) {
            return sketcher.add_problem(Problem {
                id: Some(record.id),
                reason: ProblemReason::Unreadable,
            });
        }
        sketcher.add(&seen);
        let known = self.cache.entry(record).or_insert_with(|| seen.clone());
        if seen.stamp > known.stamp {
            *known = seen;
        }
    }
}

/// One page of the feed of POS: what changed after a version, in order; deleted records without
/// their content.
fn pos_page(world: &World, after: i64, most: usize) -> Vec<(i64, (RecordId, Option<Observed>))> {
    let records = world.records.pos.values();
    let mut later: Vec<_> = records
        .filter(|record| record.seen.stamp.0 > after)
        .collect();
    later.sort_by_key(|record| record.seen.stamp);
    later.truncate(most);
    let page = later.into_iter().map(|record| {
        let seen = (!record.gone).then(|| record.seen.clone());
        (record.seen.stamp.0, (record.seen.id.clone(), seen))
    });
    page.collect()
}
