//! The browser is closed in the middle of a run and opened again: the run is shown and goes on.

use serde_json::{Value, json};
use tandem::protocol::{
    customers::{Guarded, KeepNothing},
    view::Phase,
};
use tandem_core::show::PreviewHead;
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::Settings;

use super::{PATIENCE, begin_anew, finished, is_as, nothing_is_left, put_away, stands_still, sync};
use crate::{
    customers::ask::{ask, begin, customers, preview, read, view},
    people::town,
    setup::options,
};

/// Begins a run, closes the browser while it writes, and opens it again, with the panel.
fn closed_in_the_middle(shop: Shop, head: &PreviewHead) -> Shop {
    let slow = json!([{ "times": 999, "do": { "slow": 300 } }]);
    shop.control.faults(&slow).unwrap();
    let sent = shop.calls().unwrap().writes;
    begin(&shop, head);
    wait_until("something is written", PATIENCE, || {
        Ok(shop.calls()?.writes > sent)
    })
    .unwrap();
    let shop = shop.restart(&options()).unwrap();
    shop.control.faults(&json!([])).unwrap();
    shop.driver.open_panel().unwrap();
    shop
}

#[test]
fn a_run_goes_on_after_the_browser_was_closed_and_opened_again() {
    let shop = town(60, Settings::default()).shop;
    let before = shop.control.state().unwrap();
    read(&shop);
    let total = sync(&shop);
    let expected = shop.control.state().unwrap();
    begin_anew(&shop, &before);
    read(&shop);
    let head = preview(&shop);
    assert_eq!(head.total, total);
    let shop = closed_in_the_middle(shop, &head);
    let run = stands_still(&shop);
    assert_eq!(run.phase, Phase::Interrupted);
    assert!(run.counts.waiting > 0, "closed too late: {run:?}");
    assert!(view(&shop).pinned, "the stores are still chosen");
    shop.driver
        .expect_text("The browser ended Tandem in the middle")
        .unwrap();
    shop.continue_sync().unwrap();
    let run = finished(&shop);
    assert_eq!(
        run.counts.applied + run.counts.already_there,
        total,
        "{run:?}"
    );
    put_away(&shop);
    let world = shop.control.state().unwrap();
    is_as(&world, &expected);
    nothing_is_left(&shop);
}

#[test]
fn a_run_that_was_not_kept_leaves_nobody_twice() {
    let shop = town(60, Settings::default()).shop;
    let before = shop.control.state().unwrap();
    read(&shop);
    sync(&shop);
    let expected = shop.control.state().unwrap();
    begin_anew(&shop, &before);
    ask(&shop, KeepNothing {}).unwrap();
    read(&shop);
    let head = preview(&shop);
    let shop = closed_in_the_middle(shop, &head);
    let known = customers(&shop, "nothing is known", |view| {
        view.guarded == Guarded::ByMemory
    });
    assert_eq!(known.run, None, "the run went with the browser");
    read(&shop);
    sync(&shop);
    let world = shop.control.state().unwrap();
    for side in ["pos", "ecom"] {
        let people = |world: &Value| world[side]["customers"].as_array().unwrap().len();
        assert_eq!(people(&world), people(&expected), "{side}");
    }
    nothing_is_left(&shop);
}
