//! The browser ends the background at any moment (invariant I5): the end is that of a run that nobody
//! ended, nothing is written twice, and nobody is created twice.

use serde_json::json;
use tandem::protocol::{customers::ReadCustomers, view::Phase};
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::Settings;

use super::{
    PATIENCE, Writes, begin_anew, finished, go_on, is_as, nothing_is_left, put_away, run_now,
    stands_still,
};
use crate::{
    customers::ask::{ask, begin, customers, is_ready, preview, read, view},
    people::town,
};

/// From which all moments are drawn. Another one gives other moments, and the same end.
const SEED: u64 = 20_261_127;

const KILLS: usize = 50;

/// When a life of the background ends.
#[derive(Clone, Copy, Debug)]
struct Moment {
    /// After so many calls reached a store.
    calls: usize,
    /// Whether the stores hold every answer back, so that it ends before the answer.
    is_held: bool,
}

/// Moments without end, by the same dice for the same seed.
fn moments(seed: u64) -> impl Iterator<Item = Moment> {
    let mut dice = seed;
    std::iter::repeat_with(move || {
        // Xorshift: nothing here needs more than to be told apart.
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        Moment {
            calls: 1 + usize::try_from((dice >> 8) % 9).unwrap(),
            is_held: dice & 1 == 0,
        }
    })
}

/// Ends the background at this moment of the life that begins now.
fn ends_at(shop: &Shop, moment: Moment, begins: impl Fn(&Shop), is_over: impl Fn(&Shop) -> bool) {
    let held = json!([{ "times": 9_999, "do": { "slow": 120 } }]);
    let faults = if moment.is_held { held } else { json!([]) };
    shop.control.faults(&faults).unwrap();
    begins(shop);
    wait_until(&format!("{moment:?}"), PATIENCE, || {
        let calls = shop.calls()?;
        Ok(calls.pos + calls.ecom >= moment.calls || is_over(shop))
    })
    .unwrap();
    shop.driver.kill_background().unwrap();
    shop.control.faults(&json!([])).unwrap();
}

fn is_over(shop: &Shop) -> bool {
    let phase = run_now(shop).map(|run| run.phase);
    phase.is_none_or(|phase| phase == Phase::Finished)
}

/// The end of a run that nobody ends, and how often it wrote what.
fn unkilled(shop: &Shop) -> (serde_json::Value, Writes, u32) {
    read(shop);
    let head = preview(shop);
    let mut writes = Writes::default();
    shop.control.clear_log().unwrap();
    begin(shop, &head);
    finished(shop);
    put_away(shop);
    let world = shop.control.state().unwrap();
    writes.take(shop);
    writes.take_batches(&world);
    (world, writes, head.total)
}

#[test]
fn a_run_that_is_ended_at_fifty_moments_ends_like_one_that_is_not() {
    let shop = town(1_000, Settings::default()).shop;
    let before = shop.control.state().unwrap();
    let (expected, written, total) = unkilled(&shop);
    assert!(written.total() >= KILLS, "{total}: {written:?}");
    begin_anew(&shop, &before);
    read(&shop);
    let head = preview(&shop);
    assert_eq!(head.total, total);
    let mut writes = Writes::default();
    shop.control.clear_log().unwrap();
    for (kills, moment) in moments(SEED).take(KILLS).enumerate() {
        let begins = |shop: &Shop| match kills {
            0 => begin(shop, &head),
            _ => go_on(shop),
        };
        ends_at(&shop, moment, begins, is_over);
        let run = stands_still(&shop);
        assert_eq!(
            run.phase,
            Phase::Interrupted,
            "ended {kills} times: {run:?}"
        );
        assert_eq!(run.counts.total, total);
        writes.take(&shop);
    }
    go_on(&shop);
    let run = finished(&shop);
    assert_eq!(
        run.counts.applied + run.counts.already_there,
        total,
        "{run:?}"
    );
    put_away(&shop);
    let world = shop.control.state().unwrap();
    is_as(&world, &expected);
    writes.take(&shop);
    writes.take_batches(&world);
    assert_eq!(writes, written);
    nothing_is_left(&shop);
}

#[test]
fn ended_while_it_reads_and_between_the_preview_and_the_click() {
    let shop = town(400, Settings::default()).shop;
    let before = shop.control.state().unwrap();
    let (expected, written, total) = unkilled(&shop);
    begin_anew(&shop, &before);
    shop.control.clear_log().unwrap();
    for moment in moments(SEED).take(6) {
        let begins = |shop: &Shop| {
            wait_until("it reads", PATIENCE, || {
                Ok(ask(shop, ReadCustomers {}).is_ok())
            })
            .unwrap();
        };
        ends_at(&shop, moment, begins, |shop| {
            is_ready(&view(shop).customers)
        });
        shop.control.clear_log().unwrap();
    }
    wait_until("it reads", PATIENCE, || {
        Ok(ask(&shop, ReadCustomers {}).is_ok())
    })
    .unwrap();
    customers(&shop, "both sides are read", is_ready);
    let head = preview(&shop);
    assert_eq!(head.total, total);
    shop.driver.kill_background().unwrap();
    shop.control.clear_log().unwrap();
    wait_until("the background is there again", PATIENCE, || {
        Ok(is_ready(&view(&shop).customers))
    })
    .unwrap();
    begin(&shop, &head);
    finished(&shop);
    put_away(&shop);
    let world = shop.control.state().unwrap();
    is_as(&world, &expected);
    let mut writes = Writes::default();
    writes.take(&shop);
    writes.take_batches(&world);
    assert_eq!(writes, written);
}
