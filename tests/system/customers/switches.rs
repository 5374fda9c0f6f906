//! What of the two stores could not be established is a switch of the sandbox; a run ends alike under
//! every setting.

use serde_json::{Value, json};
use tandem_sandbox::World;

use super::people::{People, assert_same};
use crate::shop::Shop;

/// Runs under these settings; nothing may be refused, and a second run writes nothing. Returns the
/// stores' end.
fn under(settings: &Value) -> Value {
    let shop = Shop::new(World::demo(8, 60));
    shop.control("act", &json!({"act": "switch", "settings": settings}));
    let people = People::new(shop);
    let run = people.run();
    let counts = run.counts();
    let done = counts.applied + counts.already_there + counts.altered;
    assert_eq!(done, counts.total, "{settings}: {:?}", run.ends);
    assert_eq!(people.plan().plan.ops, [], "{settings}");
    people.world()
}

#[test]
fn a_run_ends_alike_whatever_the_stores_do() {
    let usual = under(&json!({}));
    for (side, switch, settings) in [
        ("pos", "put", vec!["replace", "merge"]),
        ("pos", "nulls", vec!["written", "omitted", "sometimes"]),
        ("pos", "blank_texts", vec!["kept", "null", "empty"]),
        ("pos", "names", vec!["keys", "free"]),
        (
            "pos",
            "code_taken",
            vec!["unprocessable", "bad-request", "conflict"],
        ),
        ("pos", "search_match", vec!["caseless", "exact", "prefix"]),
        ("pos", "addresses", vec!["mirrored", "apart"]),
        ("pos", "deleted_by_id", vec!["not-found", "shown"]),
        ("pos", "errors", vec!["full", "short", "object", "text"]),
        ("ecom", "billing_person", vec!["merge", "replace"]),
        (
            "ecom",
            "null_marketing",
            vec!["ignored", "forgets", "denies"],
        ),
        ("ecom", "limit_above_max", vec!["clamp", "refuse"]),
        ("ecom", "error_bodies", vec!["full", "empty"]),
    ] {
        for setting in settings {
            let end = under(&json!({side: {switch: setting}}));
            assert_same(&end, &usual, &format!("{side} {switch} {setting}"));
        }
    }
}

/// A search that lags behind would let a create whose reply was lost be sent again.
#[test]
fn a_search_that_lags_makes_nobody_twice() {
    let shop = Shop::new(World::demo(8, 60));
    shop.control(
        "act",
        &json!({"act": "switch", "settings": {"pos": {"search_lag": 600}}}),
    );
    let people = People::new(shop);
    people.shop.control(
        "faults",
        &json!([{"method": "POST", "path": "/customers", "times": 2, "do": "lost_reply"}]),
    );
    let run = people.run();
    assert_eq!(run.counts().applied, run.counts().total, "{:?}", run.ends);
    assert_same(
        &people.world(),
        &under(&json!({})),
        "a lost reply and a slow search",
    );
}
