//! Copying titles between both stores of the sandbox: what ends up where, in how many calls, and
//! what happens when something goes wrong on the way.

use crate::{
    shop::{Onlooker, Shop, chosen},
    titles::forty_titles,
};
use serde_json::json;
use tandem_core::{FaultKind, Side, Status, journal::End, plan};
use tandem_engine::Stop;

fn ends(run: &tandem_core::journal::Run) -> Vec<&'static str> {
    run.ends
        .iter()
        .map(|end| match end {
            None => "waiting",
            Some(End::Applied { .. }) => "applied",
            Some(End::AlreadyThere { .. }) => "already there",
            Some(End::Stale) => "stale",
            Some(End::Changed { .. }) => "changed",
            Some(End::Doubled { .. }) => "doubled",
            Some(End::Failed { .. }) => "failed",
        })
        .collect()
}

fn forty(to: Side) -> Shop {
    let titles = forty_titles();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    match to {
        Side::Pos => Shop::with_titles(&[], &titles),
        Side::Ecom => Shop::with_titles(&titles, &[]),
    }
}

#[test]
fn forty_titles_arrive_byte_for_byte_and_collisions_are_asked_about() {
    for to in Side::BOTH {
        let shop = forty(to);
        let (run, stop) = shop.copy(to);
        assert_eq!(stop, Stop::Finished);
        assert_eq!(run.counts().created, 38, "{:?}", ends(&run));
        let board = shop.board();
        let open: Vec<_> = board
            .rows
            .iter()
            .filter(|row| row.status == Status::Collision)
            .collect();
        assert_eq!(open.len(), 1);
        // A person wants both.
        let both = chosen(&board, to.other(), &["Gold", "GOLD"]);
        let ops = plan::copy_chosen(&board, to, &both).unwrap();
        let mut run = shop.begin(to, ops);
        assert_eq!(
            shop.carry_on(&mut run, &mut shop.read()),
            Some(Stop::Finished)
        );
        assert_eq!(shop.titles(Side::Pos), shop.titles(Side::Ecom));
        assert_eq!(shop.titles(to).len(), 40);
    }
}

#[test]
fn a_second_run_writes_nothing() {
    let shop = Shop::with_titles(&["A"], &["B", "C"]);
    shop.copy(Side::Pos);
    shop.copy(Side::Ecom);
    let (_, writes) = shop.calls();
    assert_eq!(writes, 3);
    for to in Side::BOTH {
        let (run, stop) = shop.copy(to);
        assert_eq!((run.ops.len(), stop), (0, Stop::Finished));
    }
    assert_eq!(shop.calls().1, writes);
}

#[test]
fn a_copy_costs_no_more_calls_than_promised() {
    // POS: one page and the empty one that ends the list. eCom: a page for each hundred.
    for (count, pages) in [(1, 3), (38, 3), (150, 4)] {
        let titles: Vec<String> = (0..count)
            .map(|number| format!("Group {number:03}"))
            .collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        for to in Side::BOTH {
            let shop = match to {
                Side::Pos => Shop::with_titles(&[], &titles),
                Side::Ecom => Shop::with_titles(&titles, &[]),
            };
            let mut readings = shop.read();
            for side in Side::BOTH {
                let store = shop.stores.get(side);
                let reading = readings.get_mut(side);
                let again = reading.refresh(store, &shop.waited, |_| false);
                futures::executor::block_on(again).unwrap();
            }
            let mut run = shop.planned(to, &readings);
            shop.carry_on(&mut run, &mut readings).unwrap();
            let calls = shop.calls().0;
            assert_eq!(run.counts().created, count);
            assert!(
                calls <= pages * 2 + count,
                "{to:?}, {count} titles: {calls} calls"
            );
        }
    }
}

#[test]
fn one_title_that_fails_stops_no_other_and_can_be_tried_again() {
    let shop = Shop::with_titles(&[], &["A", "B", "C"]);
    let fault = json!([{ "side": "pos", "method": "POST", "after": 1, "do": { "status": 422 } }]);
    shop.control("faults", &fault);
    let (mut run, stop) = shop.copy(Side::Pos);
    assert_eq!(stop, Stop::Finished);
    assert_eq!(ends(&run), ["applied", "failed", "applied"]);
    assert_eq!(shop.titles(Side::Pos), ["A", "C"]);
    assert_eq!(
        shop.carry_on(&mut run, &mut shop.read()),
        Some(Stop::Finished)
    );
    assert_eq!(ends(&run), ["applied", "applied", "applied"]);
    assert_eq!(shop.titles(Side::Pos), ["A", "B", "C"]);
}

#[test]
fn a_write_whose_reply_was_lost_is_looked_up_and_not_repeated() {
    for effect in [
        json!("lost_reply"),
        json!("malformed"),
        json!({ "status": 502, "done": true }),
    ] {
        for (side, to) in [("pos", Side::Pos), ("ecom", Side::Ecom)] {
            let titles = ["A", "B", "C"];
            let shop = match to {
                Side::Pos => Shop::with_titles(&[], &titles),
                Side::Ecom => Shop::with_titles(&titles, &[]),
            };
            let fault = json!([{ "side": side, "method": "POST", "after": 1, "do": effect }]);
            shop.control("faults", &fault);
            let (run, stop) = shop.copy(to);
            assert_eq!(stop, Stop::Finished, "{effect}");
            assert_eq!(ends(&run), ["applied", "applied", "applied"], "{effect}");
            assert_eq!(shop.titles(to), titles);
            assert_eq!(shop.calls().1, 3, "{effect}");
        }
    }
}

#[test]
fn a_failure_in_the_middle_is_told_and_mended_by_trying_again() {
    let shop = Shop::with_titles(&[], &["A", "B", "C"]);
    let fault = json!([{ "side": "pos", "method": "POST", "after": 1, "do": { "status": 500 } }]);
    shop.control("faults", &fault);
    let (mut run, _) = shop.copy(Side::Pos);
    assert_eq!(ends(&run), ["applied", "failed", "applied"]);
    let Some(End::Failed { why }) = &run.ends[1] else {
        panic!("{:?}", run.ends)
    };
    assert_eq!(why.kind, FaultKind::StoreFailed { status: 500 });
    shop.carry_on(&mut run, &mut shop.read());
    assert_eq!(shop.titles(Side::Pos), ["A", "B", "C"]);
}

#[test]
fn signed_out_in_the_middle_pauses_and_goes_on() {
    for effect in [json!("sign_in_html"), json!({ "status": 401 })] {
        let shop = Shop::with_titles(&[], &["A", "B", "C"]);
        let fault =
            json!([{ "side": "pos", "method": "POST", "after": 1, "times": 9, "do": effect }]);
        shop.control("faults", &fault);
        let (mut run, stop) = shop.copy(Side::Pos);
        assert!(
            matches!(&stop, Stop::Paused(why) if why.kind == FaultKind::SignedOut),
            "{stop:?}"
        );
        assert_eq!(shop.titles(Side::Pos), ["A"]);
        shop.control("faults", &json!([]));
        assert_eq!(
            shop.carry_on(&mut run, &mut shop.read()),
            Some(Stop::Finished)
        );
        assert_eq!(shop.titles(Side::Pos), ["A", "B", "C"]);
        assert_eq!(run.counts().created, 3);
    }
}

#[test]
fn a_store_that_asks_to_wait_is_waited_for() {
    for side in ["pos", "ecom"] {
        let shop = Shop::with_titles(&["P"], &["E"]);
        let fault = json!([{ "side": side, "method": "POST", "do": { "rate_limited": 7 } }]);
        shop.control("faults", &fault);
        let to = if side == "pos" { Side::Pos } else { Side::Ecom };
        let (run, stop) = shop.copy(to);
        assert_eq!((ends(&run), stop), (vec!["applied"], Stop::Finished));
        assert_eq!(*shop.waited.0.borrow(), [7]);
    }
}

#[test]
fn a_plan_without_groups_is_told_as_such() {
    let shop = Shop::with_titles(&["A"], &[]);
    shop.control("act", &json!({ "act": "set_plan", "has_groups": false }));
    let read = futures::executor::block_on(tandem_engine::read_both(&shop.stores, &shop.waited));
    assert_eq!(read.ecom.unwrap_err().kind, FaultKind::PlanLacks);
    assert!(read.pos.is_ok());
}

#[test]
fn a_title_that_the_store_changes_is_not_called_done() {
    let shop = Shop::with_titles(&[], &["Card 4111 1111 1111 1111"]);
    let (run, stop) = shop.copy(Side::Pos);
    assert_eq!(stop, Stop::Finished);
    assert_eq!(ends(&run), ["changed"]);
    assert!(
        run.open().is_empty(),
        "trying again would only make a second one"
    );
}

#[test]
fn a_write_that_the_browser_sent_twice_is_told_and_not_tried_again() {
    let shop = Shop::with_titles(&[], &["A", "B"]);
    shop.stores.pos.resend.set(true);
    let (run, stop) = shop.copy(Side::Pos);
    assert_eq!(stop, Stop::Finished);
    assert_eq!(ends(&run), ["doubled", "applied"]);
    assert!(run.open().is_empty());
    // The board says it too, until a person removed one.
    let open = |row: &tandem_core::Row| row.status == Status::Collision;
    assert_eq!(shop.board().rows.iter().filter(|row| open(row)).count(), 1);
}

#[test]
fn an_edit_between_plan_and_write_is_never_overwritten() {
    let shop = Shop::with_titles(&["near "], &["Near", "B", "C"]);
    let readings = shop.read();
    let near = reading_row(&shop);
    let rename = plan::use_spelling(&shop.board(), Side::Pos, &near, "near ", "Near").unwrap();
    let mut copy = shop.planned(Side::Pos, &readings);
    // Staff rename the near one and the source of another, and create the third by hand.
    let world = shop.sandbox.world();
    let b = world
        .ecom
        .groups
        .iter()
        .find(|group| group.name == "B")
        .unwrap()
        .id;
    shop.control(
        "act",
        &json!([
            { "act": "rename_group", "side": "pos", "id": near.0, "title": "Mine" },
            { "act": "rename_group", "side": "ecom", "id": b, "title": "B2" },
            { "act": "create_group", "side": "pos", "title": "C" },
        ]),
    );
    shop.carry_on(&mut copy, &mut shop.read());
    assert_eq!(ends(&copy), ["stale", "already there"]);
    let mut run = shop.begin(Side::Pos, vec![rename]);
    shop.carry_on(&mut run, &mut shop.read());
    assert_eq!(ends(&run), ["stale"]);
    assert_eq!(shop.titles(Side::Pos), ["C", "Mine"]);
    assert_eq!(shop.calls().1, 0);
}

fn reading_row(shop: &Shop) -> tandem_core::GroupId {
    let board = shop.board();
    let row = board
        .rows
        .iter()
        .find(|row| row.status == Status::Near)
        .unwrap();
    row.pos[0].id.clone()
}

#[test]
fn using_the_other_spelling_keeps_the_members() {
    let shop = Shop::with_titles(&["near "], &["Near"]);
    let id = reading_row(&shop);
    let op = plan::use_spelling(&shop.board(), Side::Pos, &id, "near ", "Near").unwrap();
    let mut run = shop.begin(Side::Pos, vec![op]);
    assert_eq!(
        shop.carry_on(&mut run, &mut shop.read()),
        Some(Stop::Finished)
    );
    assert_eq!(shop.titles(Side::Pos), ["Near"]);
    let group = shop
        .sandbox
        .world()
        .pos
        .groups
        .into_iter()
        .find(|g| g.name == "Near")
        .unwrap();
    assert_eq!(group.id, id.0);
}

#[test]
fn a_person_may_stop_a_run_and_go_on_later() {
    let shop = Shop::with_titles(&[], &["A", "B", "C", "D"]);
    let mut readings = shop.read();
    let mut run = shop.planned(Side::Pos, &readings);
    let watch = Onlooker {
        cancel_after: Some(2),
        ..Onlooker::default()
    };
    let stop = shop.carry_on_watched(&mut run, &mut readings, &watch);
    assert_eq!(stop, Some(Stop::Cancelled));
    let counts = run.counts();
    assert!(counts.waiting > 0 && counts.created > 0, "{counts:?}");
    assert_eq!(
        shop.carry_on(&mut run, &mut shop.read()),
        Some(Stop::Finished)
    );
    assert_eq!(shop.titles(Side::Pos), ["A", "B", "C", "D"]);
}
