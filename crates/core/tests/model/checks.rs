//! The invariants that are held at every step (design section 10), told from the outside: from what
//! the stores have and had, and from what a person did. Nothing here asks the core what it thinks.

use std::collections::BTreeSet;

use tandem_core::{
    Consent, Digest, Field, GroupSlot, Observed, RecordId, Side, Sides, Snapshot, Value,
    archive::{Commitment, Fact},
    canon,
    survey::Survey,
    sync::{Apply, Edit, Op, policy::Halt},
};

use super::{
    disk::Disk,
    stores::redacted,
    world::{Record, Who, World, brief},
};

/// I4: every customer has one line, and the counts add up.
pub(crate) fn statuses(world: &mut World, survey: &Survey<'_>) {
    let counts = survey.counts();
    let created = counts.will_be_created;
    let sum = counts.in_step
        + counts.will_sync
        + counts.waits_for_order
        + created.pos
        + created.ecom
        + counts.add_by_hand
        + counts.needs_group
        + counts.needs_decision
        + counts.ambiguous
        + counts.no_email
        + counts.gone
        + counts.not_read
        + counts.ignored;
    let mut seen = BTreeSet::new();
    let mut twice = 0;
    for line in survey.lines() {
        for place in [(Side::Pos, line.places.pos), (Side::Ecom, line.places.ecom)] {
            if place.1.is_some() && !seen.insert(place) {
                twice += 1;
            }
        }
    }
    let snapshots = survey.inputs().snapshots;
    let all = snapshots.pos.sketches().len() + snapshots.ecom.sketches().len();
    let lines = survey.lines().len();
    if sum != counts.total || counts.total as usize != lines || seen.len() != all || twice != 0 {
        world.broke("I4 counts add up", || {
            format!(
                "{counts:?}, {lines} lines, {} of {all} records, {twice} twice",
                seen.len()
            )
        });
    }
}

/// I4: the ends of a run add up at every moment.
pub(crate) fn ends(world: &mut World, apply: &Apply, disk: &Disk) {
    let counts = apply.run().counts();
    let sum = counts.applied
        + counts.already_there
        + counts.altered
        + counts.doubled
        + counts.stale
        + counts.rejected
        + counts.unknown
        + counts.waiting;
    // A kill may have kept the first line of the journal and not the plan.
    let known = [0, disk.watch.plan.len()];
    if sum != counts.total || !known.contains(&(counts.total as usize)) {
        world.broke("I4 counts add up", || format!("{counts:?}"));
    }
}

/// I4: a run that is done is closed, and every write of it has an end.
pub(crate) fn over(world: &mut World, apply: &Apply, disk: &Disk) {
    if disk.open_run().is_some() {
        world.broke("I5 a run that is done is closed", String::new);
    }
    let waiting = apply.run().counts().waiting;
    if waiting > 0 {
        world.broke("I4 every write of a run has an end", || {
            format!("{waiting} have none")
        });
    }
}

/// A side that reads empty, or below half of what it had, stops everything.
pub(crate) fn emptied(world: &mut World, disk: &Disk, snapshots: &Sides<Snapshot>, halts: &[Halt]) {
    for side in Side::BOTH {
        let had = *disk.archive.last_count().get(side) as usize;
        let has = snapshots.get(side).sketches().len();
        let stops = |halt: &Halt| matches!(halt, Halt::Emptied { side: on, .. } if *on == side);
        if has * 2 < had && !halts.iter().any(stops) {
            world.broke("an emptied side stops the run", || {
                format!("{side:?} {had} -> {has}")
            });
        }
    }
}

/// What must hold at the moment of a write: I3, I5, I7.
pub(crate) fn before_write(world: &mut World, disk: &Disk, number: u32, op: &Op) {
    let side = op.side();
    if disk.watch.plan.get(number as usize) != Some(op) {
        world.broke("I3 what ran is what was planned", || {
            format!("{number}: {op:?}")
        });
    }
    if !disk.watch.intended.contains(&number) {
        world.broke("I5 the intent is kept before the write", || {
            format!("{number}: {op:?}")
        });
    }
    if let Some(length) = disk.watch.done.get(&number) {
        let later = world.log[*length..].iter();
        let others = later.filter(|change| {
            change.side == side && op.target().is_some_and(|id| *id == change.after.seen.id)
        });
        if others.count() == 0 && !is_deleted_since(world, op, *length) {
            world.broke("I5 no write is done twice", || format!("{number}: {op:?}"));
        }
    }
    match op.target() {
        Some(id) => {
            let Some(record) = world.get(side, id) else {
                return;
            };
            let seen = World::observe(side, record);
            let is_lost = |edit: &&Edit| {
                seen.value(edit.field) != edit.expected && !is_result(side, &seen, edit)
            };
            if let Some(edit) = op.edits().iter().find(is_lost) {
                let (field, there) = (edit.field, seen.value(edit.field));
                world.broke("I7 no edit is overwritten", || {
                    format!(
                        "{side:?} {id} {field:?}: {there:?} is there, not {:?}",
                        edit.expected
                    )
                });
            }
        }
        None => {
            let code = match op {
                Op::Create { code, .. } => code.as_deref(),
                _ => None,
            };
            let there = world.people(side, op.email(), code).len();
            if there > 0 {
                world.broke("I5 nobody is created twice", || {
                    format!("{there} of {op:?}")
                });
            }
        }
    }
}

fn is_deleted_since(world: &World, op: &Op, length: usize) -> bool {
    op.target().is_none()
        && world.log[length - 1..]
            .iter()
            .any(|change| change.after.gone)
}

/// What must hold of a write that a store did: I1, I2, I3.
pub(crate) fn after_write(world: &mut World, disk: &Disk, op: &Op, length: usize) {
    let Some(change) = world.log.get(length).cloned() else {
        return;
    };
    let (side, after) = (op.side(), World::observe(op.side(), &change.after));
    for edit in op.edits() {
        if !is_result(side, &after, edit) {
            world.broke("I3 what ran is what was planned", || {
                format!("{edit:?} made {after:?}")
            });
        }
    }
    if let Some(before) = &change.before {
        untouched(world, op, before, &change.after);
    }
    consent(world, disk, op, change.before.as_ref(), &change.after);
}

/// I2: nothing changes but the op's fields, up to what the store takes out of texts.
fn untouched(world: &mut World, op: &Op, before: &Record, after: &Record) {
    let side = op.side();
    let clean = |value: &Value| format!("{value:?}");
    let same = |one: &Value, other: &Value| {
        one == other || (side == Side::Pos && redacted(&clean(one)) == redacted(&clean(other)))
    };
    for field in Field::ALL {
        let is_ops = op.edits().iter().any(|edit| edit.field == field);
        let values = (before.seen.value(field), after.seen.value(field));
        if !is_ops && !same(&values.0, &values.1) {
            world.broke("I2 a write changes its own fields only", || {
                format!("{side:?} {} {field:?}: {values:?}", after.seen.id)
            });
        }
    }
    let is_kept = before.note == after.note || redacted(&before.note) == after.note;
    if !is_kept || before.seen.reference != after.seen.reference {
        world.broke("I2 a write changes its own fields only", || {
            format!(
                "{side:?} {}: {} -> {}",
                after.seen.id,
                brief(before),
                brief(after)
            )
        });
    }
}

/// I1: nobody's consent is raised without evidence.
fn consent(world: &mut World, disk: &Disk, op: &Op, before: Option<&Record>, after: &Record) {
    let side = op.side();
    let from = before.map_or(Consent::Denied, |before| before.seen.consent);
    let to = after.seen.consent;
    if to <= from {
        return;
    }
    let twin = world.get(side.other(), op.source());
    let twin = twin.map(|twin| twin.seen.consent);
    let says_yes = side == Side::Pos && twin == Some(Consent::Granted);
    let ids = op.ids(after.seen.id.clone());
    let agreed = disk.archive.find(Side::Pos, &ids.pos);
    let agreed = agreed.and_then(|agreed| agreed.consent);
    let is_new = agreed.is_some_and(|agreed| agreed.ecom != Consent::Granted);
    let is_answered = disk.watch.evidence.iter().any(|evidence| {
        evidence.ids == ids
            && *evidence.seen.get(side) == from
            && Some(*evidence.seen.get(side.other())) == twin
    });
    let may = match before {
        None => says_yes,
        Some(_) => (says_yes && is_new) || is_answered,
    };
    if !may {
        world.broke("I1 no consent is raised without evidence", || {
            format!("{ids:?}: {side:?} {from:?} -> {to:?}, twin {twin:?}, agreed {agreed:?}")
        });
    }
}

/// The archive tells the truth: both sides had this, and what it calls different on purpose was left
/// so by a person, or made so by the store.
pub(crate) fn honest(world: &mut World, disk: &Disk, commitment: &Commitment) {
    let ids = &commitment.ids;
    let is_kept = |side: Side| {
        let found = disk.archive.find(side, ids.get(side));
        found.is_none_or(|found| found.ids == *ids)
    };
    // What the archive does not take does no harm.
    if !is_kept(Side::Pos) || !is_kept(Side::Ecom) {
        return;
    }
    for fact in &commitment.facts {
        let (field, is_had, is_apart) = match fact {
            Fact::Open(_) => continue,
            Fact::Text(field, texts) => {
                let had = |side, digest| {
                    let is = |seen: &Observed| text(disk, seen, *field) == digest;
                    was(world, side, ids.get(side), is)
                };
                let is_had = had(Side::Pos, texts.pos) && had(Side::Ecom, texts.ecom);
                (*field, is_had, texts.pos != texts.ecom)
            }
            Fact::Group(groups) => {
                let had = |side, group: &tandem_core::GroupId| {
                    was(world, side, ids.get(side), |seen| seen.group == *group)
                };
                let map = &disk.watch.groups;
                let slots = (
                    map.slot(Side::Pos, &groups.pos),
                    map.slot(Side::Ecom, &groups.ecom),
                );
                let is_apart = slots.0 != slots.1 || slots.0 == GroupSlot::UNMAPPED;
                let is_had = had(Side::Pos, &groups.pos) && had(Side::Ecom, &groups.ecom);
                (Field::Group, is_had, is_apart)
            }
            Fact::Consent(consents) => {
                let had = |side, consent: Consent| {
                    was(world, side, ids.get(side), |seen| seen.consent == consent)
                };
                let is_had = had(Side::Pos, consents.pos) && had(Side::Ecom, consents.ecom);
                (Field::Consent, is_had, !consents.agree())
            }
        };
        if !is_had {
            world.broke("the archive notes what was there", || {
                format!("{ids:?} {fact:?}")
            });
        }
        let answered = (ids.pos.clone(), ids.ecom.clone(), field);
        let is_newly_made = field == Field::Consent && is_made_by_a_tandem(world, ids);
        if is_apart && !is_newly_made && !disk.watch.apart.contains(&answered) {
            world.broke("nothing is left different unasked", || {
                format!("{ids:?} {fact:?}")
            });
        }
    }
}

/// Only a person takes pairs apart, or puts together again whom they took apart.
pub(crate) fn links(
    world: &mut World,
    disk: &Disk,
    before: &[Option<Sides<RecordId>>; 2],
    after: &[Option<Sides<RecordId>>; 2],
) {
    for (before, after) in before.iter().zip(after) {
        let is_apart = |ids: &Sides<RecordId>| {
            let pair = (ids.pos.clone(), ids.ecom.clone());
            disk.watch.taken_apart.contains(&pair)
        };
        let is_stolen = before.is_some() && before != after;
        if is_stolen || after.as_ref().is_some_and(is_apart) {
            world.broke("only a person links anew", || {
                format!("{before:?} -> {after:?}")
            });
        }
    }
}

/// Whether one of the two was created by a Tandem: never more open than what is known of the person.
fn is_made_by_a_tandem(world: &World, ids: &Sides<RecordId>) -> bool {
    world.log.iter().any(|change| {
        change.before.is_none()
            && matches!(change.who, Who::Tandem(_))
            && *ids.get(change.side) == change.after.seen.id
    })
}

/// Whether a record ever was so.
fn was(world: &World, side: Side, id: &RecordId, is: impl Fn(&Observed) -> bool) -> bool {
    let versions = world
        .log
        .iter()
        .rev()
        .map(|change| (change.side, &change.after));
    versions
        .filter(|(on, record)| *on == side && record.seen.id == *id)
        .any(|(_, record)| is(&World::observe(side, record)))
}

fn text(disk: &Disk, seen: &Observed, field: Field) -> Digest {
    disk.key.digest(field, &canon::canonical(seen, field))
}

/// Whether a record has what an edit makes, up to what the store takes out of it.
fn is_result(side: Side, seen: &Observed, edit: &Edit) -> bool {
    match edit.field {
        Field::Group | Field::Consent => seen.value(edit.field) == edit.result,
        field => {
            let (there, wanted) = (
                canon::canonical(seen, field),
                canon::of_value(field, &edit.result),
            );
            there == wanted || (side == Side::Pos && there == redacted(&wanted))
        }
    }
}
