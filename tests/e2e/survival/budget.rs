//! The budget that protects the tills (invariant I9): at most 30 % of POS' calls in any five minutes,
//! whatever becomes of the background, and shown while a run takes them.

use serde_json::{Value, json};
use tandem::protocol::{
    customers::{PauseSync, SyncView},
    view::Phase,
};
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::Settings;

use super::{PATIENCE, go_on, run_now, stands_still};
use crate::{
    customers::ask::{ask, begin, preview, read},
    people::town,
};

/// What POS allows a shop with one register in five minutes, and Tandem's share of it.
const MAY: u32 = 350 * 30 / 100;

const WINDOW: i64 = 300;

/// What of the share is kept for what a person waits for.
const KEPT: u32 = 8;

/// The most calls of any kind that POS got in any window, by its own clock.
fn most_in_a_window(shop: &Shop) -> usize {
    let log = shop.control.log().unwrap();
    let of_pos = log.iter().filter(|call| call["side"] == json!("pos"));
    let times: Vec<i64> = of_pos.filter_map(|call| call["at"].as_i64()).collect();
    let within = |from: &i64| {
        times
            .iter()
            .filter(|at| (*from..from + WINDOW).contains(at))
            .count()
    };
    times.iter().map(within).max().unwrap_or_default()
}

/// Waits until a run has taken its share, but for what is kept and a step, and is held up.
fn is_held_up(shop: &Shop) -> SyncView {
    let mut last = None;
    let waited = wait_until("the share is used up", PATIENCE, || {
        last = run_now(shop);
        let is_so =
            |run: &SyncView| run.pos_calls.used > MAY - 2 * KEPT && run.seconds_left.is_some();
        Ok(last.as_ref().is_some_and(is_so))
    });
    assert!(waited.is_ok(), "{last:?}");
    last.unwrap()
}

#[test]
fn a_run_keeps_to_its_share_across_ends_of_the_background() {
    let shop = town(700, Settings::default()).shop;
    // The shop has one register from now on, and the window is that of its tills.
    let mut world: Value = shop.control.state().unwrap();
    world["pos"]["registers"] = json!(1);
    shop.control.reset(&world).unwrap();
    shop.control.clear_log().unwrap();
    read(&shop);
    let head = preview(&shop);
    begin(&shop, &head);
    for _ in 0..3 {
        let run = is_held_up(&shop);
        assert_eq!(run.phase, Phase::Running, "{run:?}");
        assert!(run.pos_calls.used <= MAY, "{run:?}");
        assert_eq!(run.pos_calls.may, MAY, "{run:?}");
        assert!(
            run.counts.waiting > 0,
            "the shop is too small for this test"
        );
        assert!(
            run.seconds_left.is_some_and(|seconds| seconds > 60),
            "{run:?}"
        );
        let said = format!(
            "{} of 105 calls to POS used in five minutes.",
            run.pos_calls.used
        );
        shop.driver.expect_text(&said).unwrap();
        shop.driver.kill_background().unwrap();
        stands_still(&shop);
        go_on(&shop);
    }
    is_held_up(&shop);
    // Whoever pauses it while it waits for its turn does not wait for that turn: minutes are left of it.
    assert!(run_now(&shop).unwrap().seconds_left > Some(120));
    ask(&shop, PauseSync {}).unwrap();
    let run = stands_still(&shop);
    assert_eq!(run.phase, Phase::Cancelled, "{run:?}");
    let most = most_in_a_window(&shop);
    assert!(most <= MAY as usize, "{most} calls in five minutes");
}
