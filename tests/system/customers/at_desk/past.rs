//! History: what ran, taken back, searched, exported, let go and wiped.

use futures::executor::block_on;
use serde_json::json;
use tandem_core::{
    Field,
    show::{HistoryPage, HistoryQuery, Keeping, Purpose, RunId, Shown, Undoable},
    sync::{End, undo::NotUndone},
};
use tandem_engine::Desk;

use super::counter::{Counter, Disk, EVERYBODY};

fn look(desk: &Desk<Disk>, run: Option<RunId>, search: &str) -> HistoryPage {
    let query = HistoryQuery {
        run,
        search: search.to_owned(),
        from: 0,
        count: u32::MAX,
    };
    block_on(desk.history(&query)).unwrap()
}

const fn all_of(run: RunId) -> Purpose {
    Purpose::Undo { run, entry: None }
}

#[test]
fn a_run_that_is_taken_back_leaves_both_stores_as_they_were() {
    for seed in [2, 9] {
        let counter = Counter::demo(seed, 80);
        let desk = counter.read();
        let before = counter.world();
        let run = counter.sync(&desk, EVERYBODY);
        let listed = look(&desk, None, "");
        assert_eq!(listed.runs[0].counts, run.counts);
        let undone = counter.sync(&desk, all_of(run.id));
        assert_eq!(undone.counts.total, undone.counts.applied, "seed {seed}");
        assert_eq!(undone.counts.total, listed.runs[0].undoable);
        let after = counter.world();
        for side in ["pos", "ecom"] {
            let after = after[side].as_array().unwrap();
            for was in before[side].as_array().unwrap() {
                let is = after.iter().find(|one| one["id"] == was["id"]);
                assert_eq!(is, Some(was), "seed {seed}");
            }
        }
        assert_eq!(counter.preview(&desk, EVERYBODY).total, 0, "seed {seed}");
        let listed = look(&desk, None, "");
        assert_eq!(listed.runs[1].undoable, 0, "it is not offered again");
        assert_eq!(counter.preview(&desk, all_of(run.id)).total, 0);
        let entries = look(&desk, Some(run.id), "").entries;
        for entry in entries {
            let because = match (&entry.op.kind, &entry.end) {
                (tandem_core::show::OpKind::Create, Some(End::Applied { .. })) => {
                    NotUndone::Created
                }
                (_, Some(End::Applied { .. })) => NotUndone::TakenBack,
                _ => NotUndone::NothingDone,
            };
            assert_eq!(entry.undo, Undoable::No { because });
        }
    }
}

#[test]
fn one_write_is_taken_back_alone_and_refused_where_the_record_changed() {
    let counter = Counter::demo(6, 60);
    let desk = counter.read();
    let run = counter.sync(&desk, EVERYBODY);
    let entries = look(&desk, Some(run.id), "").entries;
    let phones = entries.iter().filter(|entry| {
        let mut edits = entry.op.edits.iter();
        let is_undoable = matches!(entry.undo, Undoable::Yes { .. });
        entry.op.on == tandem_core::Side::Pos
            && is_undoable
            && edits.any(|edit| edit.field == Field::Phone)
    });
    let numbers: Vec<_> = phones
        .map(|entry| (entry.op.number, entry.op.who.key.clone()))
        .collect();
    let [(one, key), ..] = numbers.as_slice() else {
        panic!("a telephone number that was written to POS")
    };
    let undo = Purpose::Undo {
        run: run.id,
        entry: Some(*one),
    };
    let head = counter.preview(&desk, undo.clone());
    assert_eq!(head.total, 1);
    let id = key.id.to_string();
    let act = json!({"act": "edit_customer", "side": "pos", "id": id, "set": {"phone": "999"}});
    counter.shop().control("act", &act);
    counter.begin(&desk, &head).unwrap();
    counter.carry(&desk, &super::counter::Onlooker::default());
    assert_eq!(desk.run().unwrap().counts.stale, 1);
    block_on(desk.close_run()).unwrap();
    let world = counter.shop().sandbox.world();
    let phone = world.pos.customers.get(&id).unwrap().phone.clone();
    assert_eq!(phone.as_deref(), Some("999"), "what somebody typed stays");
    assert_eq!(
        counter.preview(&desk, undo).total,
        1,
        "it was not taken back"
    );
}

#[test]
fn the_history_is_searched_and_outlives_the_background() {
    let counter = Counter::demo(2, 60);
    let desk = counter.read();
    let run = counter.sync(&desk, EVERYBODY);
    let all = look(&desk, Some(run.id), "");
    assert_eq!(all.total, run.counts.total);
    assert_eq!(all.kept_days, 30);
    let entry = all
        .entries
        .iter()
        .find(|entry| entry.op.who.email.is_some())
        .unwrap();
    let email = entry.op.who.email.clone().unwrap().to_uppercase();
    let found = look(&desk, Some(run.id), &email);
    assert!(found.total >= 1 && found.total < all.total);
    assert!(found.entries.contains(entry));
    assert_eq!(look(&desk, None, &email).runs.len(), 1);
    assert_eq!(look(&desk, None, "nobody has this").total, 0);
    let before = look(&desk, None, "");
    let [span] = before.spans[..] else {
        unreachable!("one run, one span: {:?}", before.spans);
    };
    assert_eq!(span.written, run.counts.applied);
    assert_eq!(span.problems, run.counts.problems());
    assert!(before.runs[0].began - span.began < 15 * 60);
    assert_eq!(look(&desk, None, "nobody has this").spans, []);
    assert_eq!(all.spans, [], "the runs are not looked at here");
    drop(desk);
    let desk = counter.open();
    assert!(desk.run().is_none());
    assert_eq!(look(&desk, None, ""), before);
    assert_eq!(look(&desk, Some(run.id), ""), all);
}

#[test]
fn the_table_has_a_line_for_every_field_that_changed() {
    let counter = Counter::demo(2, 60);
    let desk = counter.read();
    let run = counter.sync(&desk, EVERYBODY);
    let csv = block_on(desk.export()).unwrap();
    let entries = look(&desk, Some(run.id), "").entries;
    let edits: usize = entries.iter().map(|entry| entry.op.edits.len()).sum();
    assert_eq!(csv.text.matches("\r\n").count(), edits + 1);
    let name = entries.iter().find_map(|entry| {
        entry
            .op
            .edits
            .iter()
            .find_map(|edit| match (&edit.field, &edit.after) {
                (Field::Phone, Shown::Text(text)) if text.starts_with('+') => Some(text.clone()),
                _ => None,
            })
    });
    if let Some(phone) = name {
        assert!(
            csv.text.contains(&format!("'{phone}")),
            "{phone} is no formula"
        );
    }
}

#[test]
fn old_runs_go_and_a_wipe_leaves_nothing() {
    let counter = Counter::demo(2, 40);
    let desk = counter.read();
    counter.sync(&desk, EVERYBODY);
    let later = counter.now() + 8 * 24 * 60 * 60;
    let keeping = Keeping {
        days: 9,
        ..Keeping::default()
    };
    block_on(desk.keep(keeping, later)).unwrap();
    assert_eq!(look(&desk, None, "").total, 1);
    let keeping = Keeping { days: 7, ..keeping };
    block_on(desk.keep(keeping, later)).unwrap();
    assert_eq!(look(&desk, None, "").total, 0);
    assert_eq!(counter.open().keeping(), keeping);
    assert!(counter.disk.vault.bytes() > 0);
    block_on(desk.wipe()).unwrap();
    assert_eq!(counter.disk.vault.bytes(), 0);
}

#[test]
fn the_open_run_is_kept_however_old_it_is() {
    let counter = Counter::demo(2, 40);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    let id = counter.begin(&desk, &head).unwrap();
    let keeping = Keeping {
        days: 1,
        ..Keeping::default()
    };
    block_on(desk.keep(keeping, counter.now() + 100 * 24 * 60 * 60)).unwrap();
    assert_eq!(look(&desk, None, "").runs[0].id, id);
}

#[test]
fn readings_that_are_not_kept_go_at_once_and_with_the_background() {
    let counter = Counter::demo(2, 40);
    let desk = counter.read();
    let keeping = Keeping {
        keeps_readings: false,
        ..Keeping::default()
    };
    let before = counter.disk.vault.bytes();
    block_on(desk.keep(keeping, counter.now())).unwrap();
    assert!(counter.disk.vault.bytes() < before / 4);
    assert_eq!(block_on(desk.numbers()), None);
    counter.read_again(&desk);
    assert!(block_on(desk.numbers()).is_some());
    drop(desk);
    let desk = counter.open();
    assert!(block_on(desk.needs_reading()).unwrap());
    assert_eq!(block_on(desk.numbers()), None);
}
