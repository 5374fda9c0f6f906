//! The demonstration shop. Made of a seed alone; nothing here is read from outside.

use std::sync::Arc;

use super::seed_cast::Cast;
use super::truth::Truth;
use super::{EcomGroup, PosGroup, World, seed_cases};

/// When the demonstration begins: 1 September 2025.
pub(super) const START: i64 = 1_756_684_800;
pub(super) const DAY: i64 = 86_400;

/// Exact, near, only online: whatever a person may have typed over the years.
const ECOM_TITLES: [&str; 6] = [
    "VIP",
    "Wholesale",
    "Lehrer & Schüler",
    "Friends ❤",
    "Staff",
    "Summer 2025",
];
/// "Staff" is exact, "wholesale " is near, "Book Club" is only here.
const POS_TITLES: [&str; 3] = ["Staff", "wholesale ", "Book Club"];

pub(super) fn demo(seed: u64, customers: u32) -> World {
    let mut world = World {
        random: seed & ((1 << 53) - 1),
        ..World::default()
    };
    world.pos.groups = pos_groups();
    world.ecom.groups = ECOM_TITLES
        .iter()
        .map(|name| EcomGroup {
            id: -1,
            name: (*name).into(),
            external_reference_id: None,
        })
        .collect();
    let groups_only = world.settled().unwrap_or_default();
    peopled(groups_only, seed, customers)
        .settled()
        .unwrap_or_default()
}

/// The world with so many people and the truth about them.
fn peopled(mut world: World, seed: u64, people: u32) -> World {
    let mut cast = Cast::new(&mut world);
    for number in 0..people {
        seed_cases::play(&mut cast, number);
    }
    let people = cast.people;
    world.truth = Some(Arc::new(Truth { seed, people }));
    world
}

fn pos_groups() -> Vec<PosGroup> {
    let group = |name: &&str| PosGroup {
        name: (*name).into(),
        created_at: START - 90 * DAY,
        ..PosGroup::default()
    };
    POS_TITLES.iter().map(group).collect()
}
