//! Reading customers into the book: killed and paused anywhere, moved under its hands, and brought up
//! to date by what changed.

use std::collections::BTreeMap;

use serde_json::json;
use tandem_core::{FaultKind, RecordId, Side, Sides, show::Unread, snapshot::ProblemReason};
use tandem_engine::{
    Vault,
    book::reader::{self, Ended, How},
};
use tandem_sandbox::World;

use super::desk::Desk;
use crate::shop::{Shop, control};

/// Settings of what could not be established about the stores, as far as it is about reading.
const SETTINGS: [&str; 3] = [
    r#"{}"#,
    r#"{"pos": {"nulls": "omitted", "deleted_by_id": "shown"}, "ecom": {"limit_above_max": "refuse"}}"#,
    r#"{"pos": {"nulls": "sometimes", "blank_texts": "empty"}}"#,
];

pub(super) fn shop(seed: u64, customers: u32, settings: &str) -> Shop {
    let shop = Shop::new(World::demo(seed, customers));
    let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
    shop.control("act", &json!({"act": "switch", "settings": settings}));
    shop
}

/// How often each call was made.
fn by_call(calls: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for call in calls {
        *counts.entry(&**call).or_default() += 1;
    }
    counts
}

#[test]
fn a_reading_that_is_killed_anywhere_goes_on_and_reads_no_page_twice() {
    for (settings, step) in SETTINGS.into_iter().zip([1, 5, 7]) {
        let new = shop(3, 340, settings).sandbox.world();
        let unkilled = Desk::new(Shop::new(new.clone()));
        let should = unkilled.said(&mut unkilled.whole());
        let calls = unkilled.calls().len();
        assert!(calls > 9, "{calls} calls");
        let mut kills = 0;
        for fuse in (0..).step_by(step) {
            let desk = Desk::new(Shop::new(new.clone()));
            let mut book = desk.open();
            desk.shop.fuse.set(Some(fuse));
            let ended = desk.read(&mut book, How::Whole);
            desk.shop.fuse.set(None);
            if ended.is_some() {
                assert_eq!(ended, Some(Ended::Read));
                break;
            }
            kills += 1;
            let mut book = desk.open();
            assert_eq!(desk.read(&mut book, How::Whole), Some(Ended::Read));
            assert!(
                desk.said(&mut book) == should,
                "killed after {fuse} effects"
            );
            assert_few_twice(&desk.calls());
        }
        assert!(kills > 18 / step, "{kills}");
    }
}

/// A page that was under way at the kill is read again: one of POS, up to four of eCom.
fn assert_few_twice(calls: &[String]) {
    let mut twice = (0, 0);
    for (call, count) in by_call(calls).into_iter().filter(|(_, count)| *count > 1) {
        assert_eq!(count, 2, "{call}");
        let side = if call.contains("/api/v3/") {
            &mut twice.1
        } else {
            &mut twice.0
        };
        *side += 1;
    }
    assert!(twice.0 <= 1 && twice.1 <= 4, "{calls:#?}");
}

#[test]
fn a_paused_reading_goes_on_and_a_cancelled_one_leaves_the_last_whole_one() {
    let desk = Desk::new(shop(4, 450, "{}"));
    desk.watch.pause_at.set(Some(5));
    let mut book = desk.open();
    assert_eq!(desk.read(&mut book, How::Whole), Some(Ended::Paused));
    assert!(book.read.is_none());
    let view = futures::executor::block_on(reader::under_way(&desk.vault, &book)).unwrap();
    assert!(view.is_some_and(|view| view.is_paused && view.read.pos > 0));
    desk.watch.pause_at.set(None);
    assert_eq!(desk.read(&mut book, How::Whole), Some(Ended::Read));
    let calls = desk.calls();
    assert!(
        by_call(&calls).into_values().all(|count| count == 1),
        "{calls:#?}"
    );
    let last = *desk.watch.views.borrow().last().unwrap();
    let counts = book
        .read
        .as_ref()
        .map(|read| Sides::from_fn(|side| read.get(side).snapshot.sketches().len() as u32));
    assert_eq!(Some(last.read), counts);
    assert_eq!(
        last.calls_left,
        Sides {
            pos: Some(0),
            ecom: Some(0)
        }
    );
    assert_eq!(
        last.calls.pos as usize + last.calls.ecom as usize,
        calls.len()
    );
    let should = desk.said(&mut book);

    let bytes = desk.vault.bytes();
    desk.watch.pages.set(0);
    desk.watch.pause_at.set(Some(6));
    assert_eq!(desk.read(&mut book, How::Whole), Some(Ended::Paused));
    assert!(
        desk.said(&mut book) == should,
        "the last whole one stays usable"
    );
    assert!(desk.vault.bytes() > bytes);
    futures::executor::block_on(reader::cancel(&desk.vault, &book)).unwrap();
    assert_eq!(desk.vault.bytes(), bytes, "nothing of it is left");
    assert!(desk.said(&mut desk.open()) == should);
}

#[test]
fn a_list_that_moves_is_begun_again_and_one_that_never_stands_still_is_not_whole() {
    for (times, is_whole) in [(1, true), (1000, false)] {
        let desk = Desk::new(shop(5, 450, "{}"));
        let sandbox = desk.shop.sandbox.clone();
        let mut born = 0;
        *desk.watch.act.borrow_mut() = Some(Box::new(move |page| {
            // In process POS is read first.
            if page > 11 && born < times {
                born += 1;
                let set = json!({"email": format!("born{born}@example.org")});
                let act = json!({"act": "create_customer", "side": "ecom", "set": set});
                control(&sandbox, "act", &act);
            }
        }));
        let mut book = desk.whole();
        *desk.watch.act.borrow_mut() = None;
        let ecom = &book.read.as_ref().unwrap().ecom.snapshot;
        assert_eq!(ecom.is_whole(), is_whole);
        let world = desk.shop.sandbox.world();
        if is_whole {
            assert_eq!(ecom.sketches().len(), world.ecom.customers.len());
        }
        let calls = desk.calls();
        let beginnings = calls.iter().filter(|call| call.contains("offset=0&"));
        assert_eq!(
            beginnings.count(),
            if is_whole { 2 } else { 3 },
            "{calls:#?}"
        );
        // What was read in vain is not kept, and what is not whole is not brought up to date.
        let should = desk.said(&mut book);
        let bytes = desk.vault.bytes();
        assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
        let listed = desk.calls().len() - calls.len();
        assert_eq!(listed > 4, !is_whole, "{listed}");
        let now = desk.said(&mut book);
        assert_eq!(now == should, is_whole);
        assert!(desk.vault.bytes() < bytes + bytes / 4);
    }
}

/// Edits, moves, deletes and creates on both sides, and somebody who is made and deleted at once.
fn live_a_day(desk: &Desk, day: u32) {
    let world = desk.shop.sandbox.world();
    let n = usize::try_from(day).unwrap();
    let pos = |nth: usize| {
        let living = world
            .pos
            .customers
            .iter()
            .filter(|one| one.deleted_at.is_none());
        living.map(|one| one.id.clone()).nth(nth).unwrap()
    };
    let ecom = |nth: usize| world.ecom.customers.iter().nth(nth).unwrap().id.to_string();
    for (side, edited, deleted) in [
        ("pos", [pos(1), pos(n + 7)], pos(n + 12)),
        ("ecom", [ecom(2), ecom(n + 8)], ecom(n + 14)),
    ] {
        let new = json!({"email": format!("new{day}@{side}.example.org")});
        desk.act(&json!({"act": "create_customer", "side": side, "set": new}));
        for id in edited {
            let set = json!({"email": format!("{id}-{day}@example.org")});
            desk.act(&json!({"act": "edit_customer", "side": side, "id": id, "set": set}));
        }
        desk.act(&json!({"act": "delete_customer", "side": side, "id": deleted}));
    }
}

#[test]
fn what_changed_is_read_alone_and_comes_to_the_same_as_a_whole_reading() {
    for settings in SETTINGS {
        let desk = Desk::new(shop(6, 450, settings));
        let mut book = desk.whole();
        for day in 0..6 {
            desk.act(&json!({"act": "pass_time", "seconds": 86_400}));
            live_a_day(&desk, day);
            let before = desk.calls().len();
            assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
            let calls = desk.calls().split_off(before);
            assert!(calls.len() <= 5, "day {day}: {calls:#?}");
            let said = desk.said(&mut book);
            assert!(
                desk.said(&mut desk.open()) == said,
                "day {day}, from the vault"
            );

            let before = desk.calls().len();
            assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
            let calls = desk.calls().split_off(before);
            assert!(calls.len() <= 4, "nothing changed: {calls:#?}");
            assert!(desk.said(&mut book) == said, "nothing changed");

            let mut fresh = desk.open();
            assert_eq!(desk.read(&mut fresh, How::Whole), Some(Ended::Read));
            let whole = desk.said(&mut fresh);
            assert_eq!(said.sides, whole.sides, "day {day}");
            assert!(said == whole, "day {day}");
            book = fresh;
            if day % 2 == 0 {
                book = desk.whole();
            }
        }
    }
}

#[test]
fn changes_that_are_killed_anywhere_go_on() {
    let should = {
        let desk = Desk::new(shop(7, 300, "{}"));
        let mut book = desk.whole();
        live_a_day(&desk, 1);
        assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
        desk.said(&mut book)
    };
    for fuse in 0.. {
        let desk = Desk::new(shop(7, 300, "{}"));
        let mut book = desk.whole();
        live_a_day(&desk, 1);
        desk.shop.fuse.set(Some(fuse));
        let ended = desk.read(&mut book, How::Changes);
        desk.shop.fuse.set(None);
        if ended.is_some() {
            assert!(fuse > 5, "{fuse}");
            break;
        }
        let mut book = desk.open();
        let calls = desk.calls().len();
        assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
        assert!(
            desk.calls().len() - calls <= 5,
            "killed after {fuse} effects"
        );
        assert!(
            desk.said(&mut book) == should,
            "killed after {fuse} effects"
        );
    }
}

#[test]
fn records_that_cannot_be_read_are_told_and_are_there_again_once_they_can() {
    let desk = Desk::new(shop(8, 300, "{}"));
    let mut healthy = desk.whole();
    let should = desk.said(&mut healthy);
    let no_group = r#"{"data": [{"id": "no-group"}], "version": {"min": 1, "max": 2}}"#;
    desk.shop.control(
        "faults",
        &json!([
            {"side": "pos", "path": "/customers", "do": {"status": 200, "body": no_group}},
            {"side": "ecom", "path": "/customers", "after": 1, "do": {"redact": "updated"}},
        ]),
    );
    let mut book = desk.whole();
    let unreadable = book.numbers().unwrap().unreadable;
    assert_eq!(unreadable.pos, 1);
    assert_eq!(unreadable.ecom, 100, "a page");
    assert!(desk.said(&mut book) != should);
    let unread = book.unread();
    assert_eq!((unread.total, unread.records.len()), (101, 50));
    let of = |unread: &Unread| (unread.side, unread.id.as_ref().map(RecordId::to_string));
    assert_eq!(
        of(&unread.records[0]),
        (Side::Pos, Some("no-group".to_owned()))
    );
    let ecom = &unread.records[1..];
    assert!(ecom.iter().all(|one| one.side == Side::Ecom));
    assert!(ecom.is_sorted_by_key(|one| one.id.clone()));
    assert!(
        ecom.iter()
            .all(|one| one.reason == ProblemReason::Unreadable)
    );
    let problems = book.read.as_ref().unwrap().ecom.snapshot.problems();
    let id = problems[0].id.as_ref().unwrap().to_string();
    desk.act(&json!({"act": "edit_customer", "side": "ecom", "id": id, "set": {"name": "Mara"}}));
    assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
    assert_eq!(book.numbers().unwrap().unreadable.ecom, 99);
    let before = desk.said(&mut book);
    assert!(desk.said(&mut desk.open()) == before);
    let again = desk.said(&mut desk.whole());
    assert_eq!(again.rows.len(), should.rows.len());
}

#[test]
fn a_reading_that_is_damaged_is_dropped_and_read_anew() {
    let desk = Desk::new(shop(9, 100, "{}"));
    let should = desk.said(&mut desk.whole());
    let keys = futures::executor::block_on(desk.vault.keys("pair:lantern:1003/read/")).unwrap();
    assert!(keys.len() > 2, "{keys:?}");
    for key in keys {
        let bytes = futures::executor::block_on(desk.vault.get(&key))
            .unwrap()
            .unwrap();
        for damaged in [bytes[..bytes.len() / 2].to_vec(), vec![99; 40], Vec::new()] {
            let put = vec![(key.clone(), damaged)];
            futures::executor::block_on(desk.vault.change(put, Vec::new())).unwrap();
            let mut book = desk.open();
            assert!(book.read.is_none(), "{key}");
            assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
            assert!(desk.said(&mut book) == should, "{key}");
        }
    }
}

#[test]
fn a_store_that_fails_does_not_stop_the_other_and_is_gone_on_with() {
    let desk = Desk::new(shop(10, 300, "{}"));
    let fault = json!([{"side": "pos", "path": "/customers", "do": "sign_in_html"}]);
    desk.shop.control("faults", &fault);
    let mut book = desk.open();
    let Some(Ended::Failed(faults)) = desk.read(&mut book, How::Whole) else {
        panic!("POS is signed out");
    };
    assert_eq!(
        faults.pos.map(|fault| fault.kind),
        Some(FaultKind::SignedOut)
    );
    assert_eq!(faults.ecom, None);
    let last = *desk.watch.views.borrow().last().unwrap();
    assert!(last.read.ecom > 0 && last.read.pos == 0, "{last:?}");
    assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
    let calls = desk.calls();
    let twice = by_call(&calls).into_values().filter(|count| *count > 1);
    assert_eq!(twice.count(), 1, "the one that failed: {calls:#?}");
}
