//! A snapshot with changes is that of the final records.

use proptest::prelude::*;

use super::*;
use crate::{Address, PersonName};

const KEY: DigestKey = DigestKey([3; 16]);

/// What a reading tells of a record.
#[derive(Clone, Debug)]
enum Told {
    Living(Box<Observed>),
    Deleted,
    Problem,
}

fn record(id: u64, group: u8, name: &str, stamp: i64) -> Observed {
    Observed {
        id: RecordId::from(&*id.to_string()),
        stamp: Stamp(stamp),
        group: GroupId(group.to_string()),
        email: Some(format!("{name}@example.org")),
        consent: Consent::Unknown,
        name: PersonName {
            whole: Some(name.to_owned()),
            ..PersonName::default()
        },
        company: None,
        phone: None,
        address: Address::default(),
        reference: (group > 2).then(|| "77".to_owned()),
        has_ordered: group > 1,
        changed_at: None,
    }
}

fn told() -> impl Strategy<Value = (u64, Told)> {
    // Stamps go back as well: what is read later counts all the same.
    let living = (0..12_u64, 0..5_u8, "[a-c]", 0..4_i64).prop_map(|(id, group, name, stamp)| {
        (id, Told::Living(Box::new(record(id, group, &name, stamp))))
    });
    let id = || 0..12_u64;
    prop_oneof![
        4 => living,
        1 => id().prop_map(|id| (id, Told::Deleted)),
        1 => id().prop_map(|id| (id, Told::Problem)),
    ]
}

fn tell(sketcher: &mut Sketcher, (id, told): &(u64, Told)) {
    let id = RecordId::from(&*id.to_string());
    match told {
        Told::Living(record) => sketcher.add(record),
        Told::Deleted => sketcher.add_deleted(id),
        Told::Problem => sketcher.add_problem(Problem {
            id: Some(id),
            reason: ProblemReason::Unreadable,
        }),
    }
}

/// All that a snapshot says, with groups by name and problems in order.
fn said(snapshot: &Snapshot) -> impl PartialEq + std::fmt::Debug + use<> {
    let sketches = snapshot.sketches().iter().map(|sketch| {
        let group = snapshot.group(sketch).cloned();
        (
            group,
            Sketch {
                group: 0,
                ..sketch.clone()
            },
        )
    });
    let mut problems = snapshot.problems().to_vec();
    problems.sort_by(|a, b| a.id.cmp(&b.id));
    (
        sketches.collect::<Vec<_>>(),
        snapshot.references.clone(),
        snapshot.deleted.clone(),
        problems,
        snapshot.is_whole,
    )
}

#[test]
fn a_sketch_is_small() {
    assert!(size_of::<Sketch>() <= 88);
}

#[test]
fn of_two_readings_of_one_stamp_the_later_counts() {
    let mut sketcher = Sketcher::new(Side::Ecom, KEY);
    for name in ["a", "b"] {
        sketcher.add(&record(1, 0, name, 5));
    }
    let snapshot = sketcher.finish(true);
    assert_eq!(snapshot.at(0).map(Sketch::nth), Some(1));
}

proptest! {
    #[test]
    fn a_snapshot_with_changes_is_that_of_the_final_records(
        base in prop::collection::btree_map(0..12_u64, (0..5_u8, "[a-c]", 0..4_i64), 0..12),
        first in prop::collection::vec(told(), 0..12),
        second in prop::collection::vec(told(), 0..12),
    ) {
        let base: Vec<Observed> = base
            .iter()
            .map(|(id, (group, name, stamp))| record(*id, *group, name, *stamp))
            .collect();
        let mut sketcher = Sketcher::new(Side::Ecom, KEY);
        base.iter().for_each(|record| sketcher.add(record));
        let before = sketcher.finish(true);

        let changes = |told: &mut dyn Iterator<Item = &(u64, Told)>| {
            let mut sketcher = Sketcher::of_changes(Side::Ecom, KEY);
            told.for_each(|told| tell(&mut sketcher, told));
            sketcher.finish(false)
        };
        let in_one = before.clone().with_changes(changes(&mut first.iter().chain(&second)));
        let one_by_one = before
            .with_changes(changes(&mut first.iter()))
            .with_changes(changes(&mut second.iter()));

        let mut last: BTreeMap<u64, Told> = BTreeMap::new();
        for record in base {
            let id = record.id.to_string().parse().unwrap();
            last.insert(id, Told::Living(Box::new(record)));
        }
        last.extend(first.into_iter().chain(second));
        let mut sketcher = Sketcher::new(Side::Ecom, KEY);
        last.into_iter().for_each(|told| tell(&mut sketcher, &told));
        let after = sketcher.finish(true);

        prop_assert_eq!(said(&in_one), said(&after));
        prop_assert_eq!(said(&one_by_one), said(&after));
    }

    #[test]
    fn it_is_known_of_what_each_sketch_was_made(
        base in prop::collection::vec((0..12_u64, "[a-c]"), 0..12),
        changed in prop::collection::vec((0..12_u64, "[d-f]"), 0..12),
    ) {
        let made = |all: &[(u64, String)]| {
            all.iter().map(|(id, name)| record(*id, 0, name, 0)).collect::<Vec<_>>()
        };
        let (base, changed) = (made(&base), made(&changed));
        let mut sketcher = Sketcher::new(Side::Pos, KEY);
        base.iter().for_each(|record| sketcher.add(record));
        let before = sketcher.finish(true);
        let mut sketcher = Sketcher::of_changes(Side::Pos, KEY);
        changed.iter().for_each(|record| sketcher.add(record));
        let after = before.clone().with_changes(sketcher.finish(false));
        for sketch in after.sketches() {
            let nth = sketch.nth() as usize;
            let record = match before.sketches().get(nth) {
                Some(earlier) => &base[earlier.nth() as usize],
                None => &changed[nth - before.sketches().len()],
            };
            let name = KEY.digest(Field::Name, &canon::canonical(record, Field::Name));
            prop_assert_eq!((&sketch.id, sketch.texts.name), (&record.id, name));
        }
    }
}
