//! How the world's time passes: one step a request, faster on demand, or along a clock outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value, json};
use tandem_sandbox::{Sandbox, World};

use crate::shop::{GROUPS, Shop};

fn told(shop: &Shop) -> i64 {
    let state = shop.send("GET", "http://127.0.0.1/_sandbox/state", &[], "");
    state.json()["clock"].as_i64().unwrap()
}

#[test]
fn a_step_is_a_second_until_it_is_set_to_be_more() {
    let shop = Shop::new();
    let start = told(&shop);
    shop.get(GROUPS).expect(200);
    assert_eq!(told(&shop), start + 1);
    shop.act(&json!({"act": "set_time_scale", "scale": 60}))
        .expect(200);
    shop.get(GROUPS).expect(200);
    shop.act(&json!({"act": "pass_time", "seconds": 5}))
        .expect(200);
    assert_eq!(told(&shop), start + 1 + 1 + 60 + 60 + 5);
    let slow = Shop(Sandbox::in_steps(World::demo(7, 20), 0));
    slow.get(GROUPS).expect(200);
    assert_eq!(told(&slow), start);
}

#[test]
fn a_clock_outside_is_followed_at_the_pace_that_is_set() {
    let hand = Arc::new(AtomicI64::new(1_800_000_000_000));
    let clock = Arc::clone(&hand);
    let clock = Box::new(move || clock.load(Ordering::Relaxed));
    let shop = Shop(Sandbox::with_clock(World::demo(7, 20), clock, 100));
    let pass = |milliseconds| hand.fetch_add(milliseconds, Ordering::Relaxed);
    assert_eq!(told(&shop), 1_800_000_000);
    pass(1_500);
    assert_eq!(told(&shop), 1_800_000_150);
    shop.act(&json!({"act": "pass_time", "seconds": 7}))
        .expect(200);
    pass(10);
    assert_eq!(told(&shop), 1_800_000_158);
    shop.act(&json!({"act": "set_time_scale", "scale": 1}))
        .expect(200);
    pass(-60_000);
    assert_eq!(told(&shop), 1_800_000_158, "it never goes back");
    shop.control("POST", "reset", &Value::Null).expect(400);
    shop.send("POST", "http://127.0.0.1/_sandbox/reset", &[], "")
        .expect(204);
    assert_eq!(told(&shop), 1_799_999_941);
}
