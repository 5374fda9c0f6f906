//! The calls of a run to the stores, with what goes wrong on the way.

use std::collections::BTreeMap;

use fastrand::Rng;
use tandem_core::{
    DigestKey, Fault, FaultKind, Field, FieldSet, Observed, RecordRef, Side, Value,
    sync::{Apply, Effect, Input, Op, Step, SyncRun, apply::Look, judge::Fresh},
};

use super::{
    checks,
    disk::Disk,
    stores::Refusal,
    world::{Record, Who, World, blank, set},
};

/// A run under way, in memory.
#[derive(Clone, Debug)]
pub(crate) struct Running {
    pub apply: Apply,
    pub next: Effect,
    /// Whether records were read for a write that is not sent yet.
    pub window: bool,
    /// Whether the step's write was sent.
    pub sent: bool,
    /// The records as last read by this run, whole: a POS PUT is made of them.
    fresh: BTreeMap<RecordRef, Record>,
    /// The records as the scan read them.
    scanned: BTreeMap<RecordRef, Observed>,
}

/// What went wrong with a call.
enum Mishap {
    /// Nothing of it was done.
    Before(FaultKind),
    /// It was done, and the answer does not say so.
    After(FaultKind),
}

/// A fault that a read can meet.
pub(crate) fn mishap(world: &mut World, rng: &mut Rng, side: Side) -> Result<(), FaultKind> {
    match roll(world, rng, side) {
        Some(Mishap::Before(FaultKind::Refused { .. })) | None => Ok(()),
        Some(Mishap::Before(kind) | Mishap::After(kind)) => Err(kind),
    }
}

fn roll(world: &mut World, rng: &mut Rng, side: Side) -> Option<Mishap> {
    if *world.signed_out.get(side) {
        return Some(Mishap::Before(FaultKind::SignedOut));
    }
    let faults = world.faults;
    let status = 503;
    let mut at = rng.u32(0..1000);
    let mut hits = |chance: u32| {
        let is_hit = at < chance;
        at = at.wrapping_sub(chance);
        is_hit
    };
    let found = if hits(faults.lost) {
        let kinds = [
            FaultKind::Offline,
            FaultKind::Damaged,
            FaultKind::StoreFailed { status },
        ];
        Mishap::After(kinds[rng.usize(0..3)])
    } else if hits(faults.failed) {
        let kinds = [FaultKind::Offline, FaultKind::StoreFailed { status }];
        Mishap::Before(kinds[rng.usize(0..2)])
    } else if hits(faults.refused) {
        Mishap::Before(FaultKind::Refused { status: 400 })
    } else if hits(faults.limited) {
        Mishap::Before(FaultKind::RateLimited { seconds: None })
    } else if hits(faults.signed_out) {
        *world.signed_out.get_mut(side) = true;
        Mishap::Before(FaultKind::SignedOut)
    } else {
        return None;
    };
    Some(found)
}

impl Running {
    /// Begins or carries on.
    pub(crate) fn new(
        run: SyncRun,
        key: DigestKey,
        scanned: BTreeMap<RecordRef, Observed>,
    ) -> Self {
        let mut apply = Apply::new(run, key);
        Self {
            next: apply.next(Input::Kept),
            apply,
            window: false,
            sent: false,
            fresh: BTreeMap::new(),
            scanned,
        }
    }

    /// Answers what is to be read.
    pub(crate) fn read(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        looks: &[Look],
    ) -> Vec<Result<Fresh, FaultKind>> {
        self.window = !self.sent;
        let answers = looks.iter().map(|look| self.look(world, rng, look));
        answers.collect()
    }

    fn look(&mut self, world: &mut World, rng: &mut Rng, look: &Look) -> Result<Fresh, FaultKind> {
        match look {
            Look::Record { side, id } => {
                mishap(world, rng, *side)?;
                let record = RecordRef {
                    side: *side,
                    id: id.clone(),
                };
                if world.unreadable.contains(&record) {
                    return Err(FaultKind::Damaged);
                }
                let found = world.get(*side, id).cloned();
                let seen = found.as_ref().map(|found| World::observe(*side, found));
                if let Some(found) = found {
                    self.fresh.insert(record, found);
                }
                Ok(Fresh::Record(seen.map(Box::new)))
            }
            Look::People { side, email, code } => {
                mishap(world, rng, *side)?;
                let found = world.people(*side, email.as_deref(), code.as_deref());
                let is_unreadable = found.iter().any(|found| {
                    let id = found.seen.id.clone();
                    world.unreadable.contains(&RecordRef { side: *side, id })
                });
                if is_unreadable {
                    return Err(FaultKind::Damaged);
                }
                let seen = found.iter().map(|found| World::observe(*side, found));
                Ok(Fresh::People(seen.collect()))
            }
        }
    }

    /// Sends what is to be written; `is_cut`: the kill comes before the answers.
    pub(crate) fn write(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        disk: &mut Disk,
        who: Who,
        step: &Step,
        is_cut: bool,
    ) -> Vec<Result<(), Fault>> {
        self.window = false;
        self.sent = true;
        let ops: Vec<(u32, Op)> = step
            .ops()
            .iter()
            .filter_map(|number| Some((*number, self.apply.run().op(*number)?.clone())))
            .collect();
        let reached = if is_cut {
            rng.usize(0..=ops.len())
        } else {
            ops.len()
        };
        match step {
            Step::Members { group, .. } => {
                let is_reached = reached > 0;
                let result = self.move_all(world, rng, disk, who, (group, &ops), is_reached);
                ops.iter().map(|_| result.clone()).collect()
            }
            // A batch is done in order, and a kill leaves the rest of it undone.
            Step::One(_) | Step::Batch(_) => {
                let mut results = Vec::new();
                for (number, op) in &ops[..reached] {
                    results.push(self.write_one(world, rng, disk, who, *number, op));
                }
                results
            }
        }
    }

    fn write_one(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        disk: &mut Disk,
        who: Who,
        number: u32,
        op: &Op,
    ) -> Result<(), Fault> {
        let mishap = roll(world, rng, op.side());
        if let Some(Mishap::Before(kind)) = mishap {
            world.tell(|| format!("  {kind:?}, not done"));
            return Err(Fault::of(kind));
        }
        checks::before_write(world, disk, number, op);
        let length = world.log.len();
        let done = self.send(world, who, op);
        if done.is_ok() {
            checks::after_write(world, disk, op, length);
            disk.watch.note_done(world, number, op);
        }
        if let Some(Mishap::After(kind)) = mishap {
            world.tell(|| format!("  {kind:?}, and {done:?}"));
            return Err(Fault::of(kind));
        }
        done.map_err(refused)
    }

    fn move_all(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        disk: &mut Disk,
        who: Who,
        (group, ops): (&tandem_core::GroupId, &[(u32, Op)]),
        is_reached: bool,
    ) -> Result<(), Fault> {
        let mishap = roll(world, rng, Side::Pos);
        if let Some(Mishap::Before(kind)) = mishap {
            return Err(Fault::of(kind));
        }
        if !is_reached {
            return Ok(());
        }
        let mut done = Ok(());
        for (number, op) in ops {
            checks::before_write(world, disk, *number, op);
            let length = world.log.len();
            let ids: Vec<_> = op.target().into_iter().cloned().collect();
            done = world.pos_members(who, group, &ids);
            if done.is_ok() && world.log.len() > length {
                checks::after_write(world, disk, op, length);
                disk.watch.note_done(world, *number, op);
            }
        }
        match mishap {
            Some(Mishap::After(kind)) => Err(Fault::of(kind)),
            _ => done.map_err(refused),
        }
    }

    fn send(&mut self, world: &mut World, who: Who, op: &Op) -> Result<(), Refusal> {
        let values: Vec<(Field, Value)> = op
            .edits()
            .iter()
            .map(|edit| (edit.field, edit.result.clone()))
            .collect();
        match op {
            Op::Create { on, code, .. } => match on {
                Side::Pos => world.pos_create(who, &values, code.as_deref()),
                Side::Ecom => world.ecom_create(who, &values),
            }
            .map(drop),
            Op::Update { on, id, .. } => match on {
                Side::Ecom => world.ecom_put(who, id, &values),
                Side::Pos => {
                    let mut body = self.whole(id);
                    for (field, value) in &values {
                        set(&mut body.seen, *field, value);
                    }
                    world.pos_put(who, &body, FieldSet::ALL)
                }
            },
            Op::Move { id, edit, .. } => match &edit.result {
                Value::Group(group) => world.pos_members(who, group, std::slice::from_ref(id)),
                _ => Err(400),
            },
        }
    }

    /// The record that a PUT is made of: as just read, or else as the scan read it.
    fn whole(&self, id: &tandem_core::RecordId) -> Record {
        let id = id.clone();
        let record = RecordRef {
            side: Side::Pos,
            id: id.clone(),
        };
        let scanned = self.scanned.get(&record).map(|seen| Record {
            seen: seen.clone(),
            ..blank(Side::Pos, id.clone())
        });
        let fresh = self.fresh.get(&record).cloned();
        fresh.or(scanned).unwrap_or_else(|| blank(Side::Pos, id))
    }
}

fn refused(status: Refusal) -> Fault {
    Fault::of(match status {
        404 => FaultKind::NotFound,
        status => FaultKind::Refused { status },
    })
}
