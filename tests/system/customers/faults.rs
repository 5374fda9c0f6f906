//! Faults during a run: each write that fails has its end, the others are done, and once the fault is
//! gone the next run ends where a run without faults ends.

use serde_json::{Value, json};
use tandem_core::{FaultKind, sync::End};
use tandem_engine::customers::Halted;
use tandem_sandbox::World;

use super::people::{People, assert_same};
use crate::shop::Shop;

fn people() -> People {
    People::new(Shop::new(World::demo(6, 40)))
}

/// The stores after a run without faults.
fn calm() -> Value {
    let people = people();
    people.run();
    people.world()
}

/// Runs under a fault until nothing is left to do, at most so often, and compares the end.
fn storm(fault: &Value, most_runs: usize) {
    let people = people();
    people.shop.control("faults", fault);
    for _ in 0..most_runs {
        let planned = people.plan();
        let run = people.begin(&planned);
        let (run, halted) = people.carry(run);
        let counts = run.counts();
        let sum = counts.applied
            + counts.already_there
            + counts.altered
            + counts.doubled
            + counts.stale
            + counts.rejected
            + counts.unknown
            + counts.waiting;
        assert_eq!(counts.total, sum, "{fault}");
        if let Some(Halted::Paused(_)) = halted {
            people.carry_on();
        }
    }
    assert_eq!(people.plan().plan.ops, [], "{fault}");
    assert_same(&people.world(), &calm(), &fault.to_string());
}

#[test]
fn a_lost_reply_after_any_write() {
    for method in ["POST", "PUT"] {
        for after in 0..4 {
            storm(
                &json!([{"method": method, "times": 1, "after": after, "do": "lost_reply"}]),
                2,
            );
        }
    }
}

#[test]
fn errors_of_the_store_whether_it_was_done_or_not() {
    for done in [false, true] {
        let fault = json!({"status": 500, "done": done});
        storm(
            &json!([{"method": "PUT", "times": 2, "after": 1, "do": fault}]),
            2,
        );
        storm(
            &json!([{"method": "POST", "times": 2, "after": 1, "do": fault}]),
            2,
        );
    }
}

#[test]
fn a_storm_of_too_many_calls_is_waited_out() {
    storm(
        &json!([{"times": 2, "after": 5, "do": {"rate_limited": 3}}]),
        1,
    );
}

#[test]
fn half_an_answer_is_no_answer() {
    storm(
        &json!([{"method": "PUT", "times": 1, "after": 1, "do": "malformed"}]),
        2,
    );
    storm(
        &json!([{"method": "POST", "times": 1, "after": 1, "do": "malformed"}]),
        2,
    );
}

#[test]
fn signed_out_it_pauses_and_goes_on_later() {
    let people = people();
    let planned = people.plan();
    let run = people.begin(&planned);
    let fault = json!([{"side": "pos", "times": 1000, "after": 6, "do": {"status": 401}}]);
    people.shop.control("faults", &fault);
    let (run, halted) = people.carry(run);
    assert!(matches!(halted, Some(Halted::Paused(why)) if why.kind == FaultKind::SignedOut));
    assert!(!run.closed && run.counts().waiting > 0);
    people.shop.control("faults", &json!([]));
    let (run, halted) = people.carry_on();
    assert_eq!(halted, Some(Halted::Finished));
    assert_eq!(run.counts().waiting, 0);
    assert_same(&people.world(), &calm(), "signed in again");
}

#[test]
fn one_that_is_refused_does_not_stop_the_others() {
    let people = people();
    let planned = people.plan();
    let run = people.begin(&planned);
    people.shop.control(
        "faults",
        &json!([{"side": "pos", "method": "PUT", "times": 1, "do": {"status": 422}}]),
    );
    let (run, halted) = people.carry(run);
    assert_eq!(halted, Some(Halted::Finished));
    let counts = run.counts();
    assert_eq!(
        (counts.rejected, counts.applied),
        (1, counts.total - 1),
        "{:?}",
        run.ends
    );
    let refused = run
        .ends
        .iter()
        .flatten()
        .find(|end| matches!(end, End::Rejected { .. }));
    assert!(
        matches!(refused, Some(End::Rejected { why }) if why.kind == FaultKind::Refused { status: 422 })
    );
}
