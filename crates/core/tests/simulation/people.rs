//! What the person at a Tandem decides.

use fastrand::Rng;
use tandem_core::{RecordRef, Side, Sides, decisions::Choice};

use super::{
    acts,
    model::{Tandem, World},
};

/// The person does one thing.
pub(crate) fn decide(tandem: &mut Tandem, world: &World, rng: &mut Rng) {
    let number = tandem.number;
    match rng.u8(0..16) {
        0..11 => answer(tandem, world, rng),
        11 => {
            let side = Side::BOTH[rng.usize(0..2)];
            if let Some(id) = acts::anybody(world, rng, side) {
                world.tell(|| format!("  Person {number}: {side:?} {id} is to be created"));
                tandem.disk.decisions.create.insert(RecordRef { side, id });
            }
        }
        12 => {
            let side = Side::BOTH[rng.usize(0..2)];
            if let Some(id) = acts::anybody(world, rng, side) {
                world
                    .tell(|| format!("  Person {number}: {side:?} {id} is left alone, or no more"));
                let record = RecordRef { side, id };
                if !tandem.disk.decisions.ignored.remove(&record) && rng.bool() {
                    tandem.disk.decisions.ignored.insert(record);
                }
            }
        }
        13 if !tandem.is_busy() => unlink(tandem, world, rng),
        14 if !tandem.is_busy() => link(tandem, world, rng),
        _ => tandem.confirms = !tandem.confirms,
    }
}

/// One of the questions gets an answer, by itself or in bulk where that may be.
fn answer(tandem: &mut Tandem, world: &World, rng: &mut Rng) {
    if tandem.asked.is_empty() {
        return;
    }
    let asked = tandem.asked.swap_remove(rng.usize(0..tandem.asked.len()));
    let choice = match rng.u8(0..3) {
        0 => Choice::KeepApart,
        1 => Choice::Use(Side::Pos),
        _ => Choice::Use(Side::Ecom),
    };
    let may_be_in_bulk = asked
        .question
        .may_be_answered_in_bulk(choice, asked.consents);
    let in_bulk = may_be_in_bulk && rng.bool();
    let evidence = (!in_bulk && rng.bool()).then_some("signed a form");
    world.tell(|| {
        let (ids, field) = (&asked.ids, asked.field);
        format!(
            "  Person {}: {ids:?} {field:?} {choice:?} {evidence:?}",
            tandem.number
        )
    });
    tandem.disk.answer(&asked, choice, in_bulk, evidence);
}

fn unlink(tandem: &mut Tandem, world: &World, rng: &mut Rng) {
    let pairs: Vec<_> = tandem
        .disk
        .archive
        .iter()
        .map(|pair| pair.ids.clone())
        .collect();
    if !pairs.is_empty() {
        let ids = &pairs[rng.usize(0..pairs.len())];
        world.tell(|| format!("  Person {}: {ids:?} are two", tandem.number));
        tandem.disk.unlink(ids);
    }
}

fn link(tandem: &mut Tandem, world: &World, rng: &mut Rng) {
    let pos = acts::anybody(world, rng, Side::Pos);
    let ecom = acts::anybody(world, rng, Side::Ecom);
    if let (Some(pos), Some(ecom)) = (pos, ecom) {
        world.tell(|| format!("  Person {}: {pos} and {ecom} are one", tandem.number));
        tandem.disk.link(Sides { pos, ecom });
    }
}
