//! The wiring as a whole: read, listed, previewed, begun, finished; killed in the middle and gone
//! on with.

use std::time::Duration;

use serde_json::json;
use tandem::protocol::{
    customers::{CloseSync, ContinueSync, CustomersState, ListCustomers},
    view::Phase,
};
use tandem_core::show::ListQuery;
use tandem_pilot::{Shop, wait_until};

use super::{
    ask::{ask, begin, customers, is_finished, is_ready, preview, read},
    shop_of,
};

/// Puts the result away; a second preview has nothing left.
fn nothing_is_left(shop: &Shop) {
    ask(shop, CloseSync {}).unwrap();
    customers(shop, "the result is put away", |view| {
        is_ready(view) && view.run.is_none()
    });
    assert_eq!(preview(shop).total, 0);
}

#[test]
fn read_listed_previewed_written_and_then_nothing_is_left() {
    let shop = shop_of(375);
    read(&shop);
    let state = shop.control.state().unwrap();
    let of = |side: &str| state[side]["customers"].as_array().unwrap().len();
    assert!(of("pos") > 250 && of("ecom") > 250);
    let query = ListQuery {
        count: 50,
        ..ListQuery::default()
    };
    let page = ask(&shop, ListCustomers { query }).unwrap();
    assert_eq!(page.rows.len(), 50);
    let head = preview(&shop);
    assert!(head.total > 0, "{head:?}");
    let writes = shop.calls().unwrap().writes;
    assert_eq!(writes, 0, "a preview writes nothing");
    begin(&shop, &head);
    let view = customers(&shop, "the run is finished", is_finished);
    let run = view.run.unwrap();
    assert_eq!(run.counts.total, head.total, "{run:?}");
    assert!(matches!(view.state, CustomersState::Ready(_)));
    nothing_is_left(&shop);
}

#[test]
fn the_background_killed_in_the_middle_of_a_run() {
    let shop = shop_of(120);
    read(&shop);
    let head = preview(&shop);
    let slow = json!([{ "side": "pos", "times": 999, "do": { "slow": 400 } },
        { "side": "ecom", "times": 999, "do": { "slow": 400 } }]);
    shop.control.faults(&slow).unwrap();
    begin(&shop, &head);
    wait_until("something is written", Duration::from_secs(60), || {
        Ok(shop.calls()?.writes > 0)
    })
    .unwrap();
    shop.driver.kill_background().unwrap();
    shop.control.faults(&json!([])).unwrap();
    let view = customers(&shop, "the run is found again", |view| {
        let phase = view.run.as_ref().map(|run| &run.phase);
        phase == Some(&Phase::Interrupted)
    });
    assert!(
        view.run.unwrap().counts.waiting > 0,
        "killed too late to mean anything"
    );
    ask(&shop, ContinueSync {}).unwrap();
    let view = customers(&shop, "the run is finished", is_finished);
    assert_eq!(view.run.unwrap().counts.total, head.total);
    nothing_is_left(&shop);
}

#[test]
fn what_was_read_is_shown_when_the_background_was_ended() {
    let shop = shop_of(60);
    read(&shop);
    shop.driver.leave_frame().unwrap();
    shop.driver
        .go(&format!("{}/customer_groups", shop.ready.pos.url))
        .unwrap();
    shop.driver.kill_background().unwrap();
    shop.control.clear_log().unwrap();
    shop.driver.open_panel().unwrap();
    customers(&shop, "what was read is there", is_ready);
    let log = shop.control.log().unwrap();
    let asked = log.iter().filter(|call| {
        let path = call["path"].as_str().unwrap_or_default();
        path.ends_with("/customers")
    });
    assert_eq!(asked.count(), 0, "nobody was asked for customers again");
}
