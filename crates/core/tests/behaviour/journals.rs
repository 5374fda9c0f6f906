//! The journal of a run: its first released form is read for ever, a newer one is passed over, and
//! its counts add up whatever it says.

use proptest::prelude::*;
use tandem_core::{
    Fault, FaultKind, Field, RecordId, Stamp,
    sync::{End, Entry, SyncRun},
};

const FIRST: &str = include_str!("../golden/journal-1.jsonl");

#[test]
fn the_first_format_still_loads_and_is_still_written() {
    let entries: Vec<Entry> = FIRST
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let again: Vec<String> = entries
        .iter()
        .map(|entry| serde_json::to_string(entry).unwrap())
        .collect();
    assert_eq!(again, FIRST.lines().collect::<Vec<_>>());
    let run = SyncRun::fold(&entries);
    let counts = run.counts();
    assert!(run.closed);
    assert_eq!(
        (
            counts.total,
            counts.applied,
            counts.rejected,
            counts.waiting
        ),
        (4, 1, 1, 0)
    );
}

#[test]
fn what_a_newer_version_adds_is_passed_over() {
    let lines = FIRST.lines().map(str::to_owned).collect::<Vec<_>>();
    let newer = r#"{"entry":"something_new","with":{"anything":[1,2]}}"#.to_owned();
    let of = |lines: &[String]| {
        let entries: Vec<Entry> = lines
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        SyncRun::fold(&entries)
    };
    let mut mixed = lines.clone();
    mixed.insert(2, newer);
    assert_eq!(of(&mixed), of(&lines));
    let more = r#"{"entry":"began","v":2,"by":"newer"}"#;
    assert_eq!(
        serde_json::from_str::<Entry>(more).unwrap(),
        Entry::Began {
            v: 2,
            since: Stamp(0)
        }
    );
}

fn any_end() -> impl Strategy<Value = End> {
    let id = || RecordId::from("p1");
    prop_oneof![
        Just(End::Applied {
            id: id(),
            found: Vec::new()
        }),
        Just(End::AlreadyThere { id: id() }),
        Just(End::Altered {
            id: id(),
            fields: vec![Field::Name]
        }),
        Just(End::Doubled { times: 2 }),
        Just(End::Stale),
        Just(End::Rejected {
            why: Fault::of(FaultKind::Offline)
        }),
        Just(End::Unknown),
    ]
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let planned = FIRST.lines().nth(1).unwrap();
    let planned: Entry = serde_json::from_str(planned).unwrap();
    prop_oneof![
        Just(Entry::Began {
            v: 1,
            since: Stamp(7)
        }),
        Just(planned),
        proptest::collection::vec(0_u32..12, 0..4).prop_map(|ops| Entry::Intended { ops }),
        (0_u32..12, any_end()).prop_map(|(op, end)| Entry::Ended { op, end }),
        Just(Entry::Closed),
        Just(Entry::Newer),
    ]
}

proptest! {
    /// Invariant I4 for runs.
    #[test]
    fn i4_counts_add_up_whatever_the_journal_says(entries in proptest::collection::vec(any_entry(), 0..40)) {
        let run = SyncRun::fold(&entries);
        let counts = run.counts();
        let sum = counts.applied + counts.already_there + counts.altered + counts.doubled
            + counts.stale + counts.rejected + counts.unknown + counts.waiting;
        prop_assert_eq!(counts.total, sum);
        prop_assert_eq!(usize::try_from(counts.total).unwrap(), run.ops.len());
        prop_assert_eq!(run.open().count(), usize::try_from(counts.waiting).unwrap());
        let text: Vec<String> = entries.iter().filter(|entry| **entry != Entry::Newer).map(|entry| serde_json::to_string(entry).unwrap()).collect();
        let back: Vec<Entry> = text.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(SyncRun::fold(&back), run);
    }
}
