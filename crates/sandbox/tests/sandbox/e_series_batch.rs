//! Batches of eCom, on a clock that the tests move.

use serde_json::{Value, json};
use tandem_sandbox::{Sandbox, World};

use crate::shop::{ECOM_API, Shop};

const BATCH: &str = "http://127.0.0.1/api/v3/10203040/batch";

/// A shop whose time stands still until it is told.
fn still() -> Shop {
    Shop(Sandbox::in_steps(World::demo(7, 20), 0))
}

fn pass(shop: &Shop, seconds: u32) {
    shop.act(&json!({"act": "pass_time", "seconds": seconds}))
        .expect(200);
}

fn make(email: &str) -> Value {
    json!({"id": email, "path": "/customers", "method": "POST", "body": {"email": email}})
}

fn send(shop: &Shop, query: &str, items: Value) -> String {
    let made = shop
        .post(&format!("{BATCH}?{query}"), items)
        .expect(200)
        .json();
    made["ticket"].as_str().unwrap().to_owned()
}

fn look(shop: &Shop, ticket: &str) -> Value {
    shop.get(&format!("{BATCH}?ticket={ticket}&escapedJson=true"))
        .expect(200)
        .json()
}

fn statuses(report: &Value) -> Vec<&str> {
    report["responses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["status"].as_str().unwrap())
        .collect()
}

#[test]
fn a_batch_is_queued_goes_on_with_time_and_tells_what_came_of_it() {
    let shop = still();
    let items: Vec<Value> = (0..120)
        .map(|n| make(&format!("{n}@example.org")))
        .collect();
    let ticket = send(&shop, "", items.into());
    let queued = look(&shop, &ticket);
    assert_eq!(
        (
            &queued["status"],
            &queued["totalRequests"],
            &queued["completedRequests"]
        ),
        (&json!("QUEUED"), &json!(120), &json!(0))
    );
    pass(&shop, 1);
    let under_way = look(&shop, &ticket);
    assert_eq!(
        (&under_way["status"], &under_way["completedRequests"]),
        (&json!("IN_PROGRESS"), &json!(50))
    );
    pass(&shop, 2);
    let done = look(&shop, &ticket);
    assert_eq!(
        (&done["status"], &done["completedRequests"]),
        (&json!("COMPLETED"), &json!(120))
    );
    let first = &done["responses"][0];
    assert_eq!(
        (&first["id"], &first["status"], &first["httpStatusCode"]),
        (&json!("0@example.org"), &json!("COMPLETED"), &json!(200))
    );
    let body: Value = serde_json::from_str(first["escapedHttpBody"].as_str().unwrap()).unwrap();
    assert!(body["id"].is_i64());
    let plain = shop
        .get(&format!("{BATCH}?ticketId={ticket}"))
        .expect(200)
        .json();
    assert_eq!(plain["responses"][0]["httpBody"], body);
    assert!(plain["responses"][0].get("escapedHttpBody").is_none());
}

#[test]
fn the_first_failure_stops_a_batch_unless_it_is_told_to_go_on() {
    let items = || {
        json!([
            make("a@example.org"),
            make("a@example.org"),
            make("b@example.org")
        ])
    };
    let shop = still();
    let ticket = send(&shop, "", items());
    pass(&shop, 5);
    let report = look(&shop, &ticket);
    assert_eq!(statuses(&report), ["COMPLETED", "FAILED", "NOT_EXECUTED"]);
    assert_eq!(
        (&report["status"], &report["completedRequests"]),
        (&json!("COMPLETED"), &json!(2))
    );
    let failed = &report["responses"][1];
    assert_eq!(
        (&failed["httpStatusCode"], &failed["escapedHttpBody"]),
        (&json!(409), &json!(""))
    );
    assert_eq!(
        failed["httpStatusLine"],
        "A customer with this email exists"
    );
    let shop = still();
    let ticket = send(&shop, "stopOnFirstFailure=false", items());
    pass(&shop, 5);
    assert_eq!(
        statuses(&look(&shop, &ticket)),
        ["COMPLETED", "FAILED", "COMPLETED"]
    );
}

#[test]
fn a_failing_store_is_asked_five_times_three_seconds_apart() {
    for (strikes, ends) in [(4, "COMPLETED"), (5, "FAILED")] {
        let shop = still();
        shop.fault(&json!({"side": "ecom", "method": "POST", "path": "*/customers", "times": strikes, "do": {"status": 503}}));
        let ticket = send(
            &shop,
            "stopOnFirstFailure=false",
            json!([make("a@example.org"), {"path": "/profile", "method": "GET"}]),
        );
        pass(&shop, 12);
        assert_eq!(look(&shop, &ticket)["completedRequests"], 0, "{strikes}");
        pass(&shop, 2);
        assert_eq!(statuses(&look(&shop, &ticket)), [ends, "COMPLETED"]);
    }
    let shop = still();
    shop.fault(
        &json!({"side": "ecom", "method": "POST", "path": "*/customers", "do": {"status": 500}}),
    );
    let ticket = send(&shop, "", json!([make("a@example.org")]));
    pass(&shop, 1);
    assert_eq!(
        statuses(&look(&shop, &ticket)),
        ["FAILED"],
        "one that stops is not tried again"
    );
}

#[test]
fn batches_of_one_store_wait_for_each_other() {
    let shop = still();
    let many = |from: u32| -> Value {
        (from..from + 60)
            .map(|n| make(&format!("{n}@example.org")))
            .collect()
    };
    let (first, second) = (send(&shop, "", many(0)), send(&shop, "", many(100)));
    pass(&shop, 1);
    assert_eq!(
        (
            &look(&shop, &first)["status"],
            &look(&shop, &second)["status"]
        ),
        (&json!("IN_PROGRESS"), &json!("QUEUED"))
    );
    let of = |status: &str| {
        shop.get(&format!("{BATCH}?status={status}&limit=100"))
            .expect(200)
            .json()
    };
    assert_eq!(
        of("QUEUED"),
        json!({"items": [{"ticket": second, "status": "QUEUED"}]})
    );
    pass(&shop, 2);
    assert_eq!(of("COMPLETED")["items"].as_array().unwrap().len(), 2);
}

#[test]
fn parallel_batches_have_an_order_of_their_own() {
    let ids = |query: &str| {
        let shop = still();
        let items: Value = (0..40).map(|n| make(&format!("{n}@example.org"))).collect();
        send(&shop, query, items);
        pass(&shop, 2);
        let mut made: Vec<(i64, String)> = shop
            .0
            .world()
            .ecom
            .customers
            .iter()
            .map(|c| (c.id, c.email.clone()))
            .collect();
        made.sort();
        made.into_iter()
            .map(|(_, email)| email)
            .rev()
            .take(40)
            .collect::<Vec<_>>()
    };
    let (one, other) = (ids(""), ids("allowParallelMode=true"));
    assert_eq!(other, ids("allowParallelMode=true"), "the same every time");
    assert!(one != other && one[0] == "39@example.org");
}

#[test]
fn a_repeat_within_an_hour_is_the_first_batch() {
    let shop = still();
    let query = "deduplicationKey=k1";
    let first = send(&shop, query, json!([make("a@example.org")]));
    assert_eq!(send(&shop, query, json!([make("b@example.org")])), first);
    assert_ne!(
        send(&shop, "deduplicationKey=k2", json!([make("c@example.org")])),
        first
    );
    pass(&shop, 3_600);
    assert_ne!(send(&shop, query, json!([make("d@example.org")])), first);
    assert!(
        shop.0
            .world()
            .ecom
            .customers
            .by_email("b@example.org")
            .is_none()
    );
}

#[test]
fn what_is_no_batch_is_refused_with_a_key_of_its_own() {
    let shop = still();
    let many: Value = (0..501)
        .map(|n| make(&format!("{n}@example.org")))
        .collect();
    for wrong in [
        json!({}),
        json!([]),
        many,
        json!([7]),
        json!([{"path": "customers", "method": "GET"}]),
        json!([{"path": "//evil.example/x", "method": "GET"}]),
        json!([{"path": "/batch", "method": "POST"}]),
        json!([{"path": "/customers", "method": "PATCH"}]),
        json!([{"id": 7, "path": "/customers", "method": "GET"}]),
    ] {
        let error = shop.post(BATCH, wrong).expect(400).json();
        assert!(
            error["error_message"].is_string() && error.get("errorMessage").is_none(),
            "{error}"
        );
    }
    shop.post(
        &format!("{BATCH}?stopOnFirstFailure=no"),
        json!([make("a@example.org")]),
    )
    .expect(400);
    shop.get(BATCH).expect(400);
    shop.get(&format!("{BATCH}?ticket=x")).expect(404);
    shop.ask("POST", BATCH, None).expect(415);
}

#[test]
fn items_take_their_own_scopes_and_the_batch_none() {
    let shop = still();
    shop.act(&json!({"act": "set_scopes", "scopes": ["read_customers"]}))
        .expect(200);
    let items = json!([make("a@example.org"), {"path": "/customers?limit=1", "method": "GET"},
        {"path": "/10203040/customers", "method": "GET"}]);
    let ticket = send(&shop, "stopOnFirstFailure=false", items);
    pass(&shop, 1);
    let report = look(&shop, &ticket);
    let codes: Vec<&Value> = report["responses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["httpStatusCode"])
        .collect();
    assert_eq!(codes, [&json!(403), &json!(200), &json!(404)]);
    assert!(report["responses"][1].get("id").is_none());
}

#[test]
fn batches_are_cancelled_and_dropped() {
    for (setting, status) in [("completed", "COMPLETED"), ("not-executed", "NOT_EXECUTED")] {
        let shop = still();
        shop.act(&json!({"act": "switch", "settings": {"ecom": {"cancelled_items": setting}}}))
            .expect(200);
        let ticket = send(&shop, "groupId=g1", json!([make("a@example.org")]));
        shop.post(&format!("{BATCH}/cancel-group"), json!({}))
            .expect(400);
        let cancel = |group: &str| {
            shop.post(
                &format!("{BATCH}/cancel-group?groupId={group}&ticketId={ticket}"),
                json!({}),
            )
            .expect(200)
            .json()
        };
        assert_eq!(
            (cancel("g2"), cancel("g1"), cancel("g1")),
            (
                json!({"updateCount": 0}),
                json!({"updateCount": 1}),
                json!({"updateCount": 0})
            )
        );
        pass(&shop, 9);
        let report = look(&shop, &ticket);
        assert_eq!(
            (statuses(&report), &report["status"]),
            (vec![status], &json!("COMPLETED"))
        );
        assert!(report["responses"][0].get("httpStatusCode").is_none());
        let drop = || {
            shop.delete(&format!("{BATCH}?ticketId={ticket}"))
                .expect(200)
                .json()
        };
        assert_eq!(
            (drop(), drop()),
            (json!({"deleteCount": 1}), json!({"deleteCount": 0}))
        );
        assert!(
            shop.0
                .world()
                .ecom
                .customers
                .by_email("a@example.org")
                .is_none()
        );
    }
}

#[test]
fn items_are_counted_as_calls_or_not() {
    for (setting, failed) in [("free", 0), ("counted", 1)] {
        let shop = still();
        shop.act(&json!({"act": "switch", "settings": {"ecom": {"batch_calls": setting}}}))
            .expect(200);
        let item = json!({"path": "/profile", "method": "GET"});
        let ticket = send(&shop, "stopOnFirstFailure=false", vec![item; 400].into());
        for _ in 0..200 {
            shop.get(&format!("{ECOM_API}/profile")).expect(200);
        }
        pass(&shop, 30);
        pass(&shop, 40);
        let report = look(&shop, &ticket);
        let refused = report["responses"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| r["httpStatusCode"] == 429)
            .count();
        assert_eq!(refused, failed, "{setting}");
    }
}
