//! Faults during a run at the desk: carried on, it ends where a run without faults ends, and its
//! counts add up whenever anybody looks.

use futures::executor::block_on;
use serde_json::{Value, json};
use tandem_core::FaultKind;
use tandem_engine::{customers::Halted, desk::RunState};

use super::{
    super::people::assert_same,
    counter::{Counter, EVERYBODY, Onlooker},
};

fn counter() -> Counter {
    Counter::demo(6, 40)
}

fn calm() -> Value {
    let counter = counter();
    let desk = counter.read();
    counter.sync(&desk, EVERYBODY);
    counter.world()
}

/// A run under a fault, carried on and previewed again until nothing is left.
fn storm(fault: &Value, expected: &Value) {
    let counter = counter();
    let desk = counter.read();
    counter.faults(fault);
    for _ in 0..3 {
        let head = counter.preview(&desk, EVERYBODY);
        if head.total == 0 {
            break;
        }
        counter.begin(&desk, &head).unwrap();
        for _ in 0..4 {
            match counter.carry(&desk, &Onlooker::default()) {
                Some(Halted::Finished) => break,
                Some(Halted::Paused(fault)) if fault.kind == FaultKind::SignedOut => {
                    assert!(matches!(desk.run().unwrap().state, RunState::Paused(_)));
                    counter.faults(&json!([]));
                }
                _ => {}
            }
        }
        assert_eq!(desk.run().unwrap().state, RunState::Finished, "{fault}");
        block_on(desk.close_run()).unwrap();
        counter.read_again(&desk);
    }
    assert_eq!(counter.preview(&desk, EVERYBODY).total, 0, "{fault}");
    assert_same(&counter.world(), expected, &fault.to_string());
}

#[test]
fn whatever_fails_it_ends_as_without() {
    let expected = calm();
    for fault in [
        json!([{"method": "POST", "times": 1, "do": "lost_reply"}]),
        json!([{"method": "POST", "times": 3, "after": 1, "do": "lost_reply"}]),
        json!([{"method": "PUT", "times": 2, "do": "lost_reply"}]),
        json!([{"times": 4, "after": 3, "do": {"rate_limited": 3}}]),
        json!([{"method": "PUT", "times": 2, "after": 1, "do": {"status": 500, "done": true}}]),
        json!([{"method": "POST", "times": 2, "do": {"status": 500, "done": false}}]),
        json!([{"side": "pos", "times": 1000, "after": 6, "do": {"status": 401}}]),
        json!([{"side": "ecom", "times": 1000, "after": 2, "do": {"status": 401}}]),
        json!([{"method": "GET", "times": 2, "after": 2, "do": "malformed"}]),
        json!([{"method": "POST", "times": 1, "after": 1, "do": "malformed"}]),
    ] {
        storm(&fault, &expected);
    }
}

/// A record that can no longer be read blocks nobody for ever.
#[test]
fn what_stays_in_doubt_can_be_put_away_in_the_end() {
    let counter = counter();
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    let id = counter.begin(&desk, &head).unwrap();
    let lost = json!([
        {"side": "pos", "method": "POST", "path": "/customers", "times": 1, "do": "lost_reply"},
        {"side": "pos", "method": "GET", "times": 10_000, "after": 1, "do": "malformed"},
    ]);
    counter.faults(&lost);
    let mut tries = 0;
    loop {
        let halted = counter.carry(&desk, &Onlooker::default());
        assert!(matches!(halted, Some(Halted::Paused(_))), "{halted:?}");
        tries += 1;
        let run = desk.run().unwrap();
        if run.can_close {
            break;
        }
        assert!(tries < 6, "{run:?}");
        let refused = block_on(desk.close_run()).unwrap_err();
        assert_eq!(refused.kind, FaultKind::Busy, "{run:?}");
    }
    assert_eq!(tries, 3);
    block_on(desk.close_run()).unwrap();
    let query = tandem_core::show::HistoryQuery {
        count: 9,
        ..Default::default()
    };
    let history = block_on(desk.history(&query)).unwrap();
    assert_eq!(history.runs[0].id, id);
    assert!(history.runs[0].counts.waiting > 0);
    counter.faults(&json!([]));
    counter.read_again(&desk);
    counter.sync(&desk, EVERYBODY);
    assert_same(&counter.world(), &calm(), "put away and previewed again");
}
