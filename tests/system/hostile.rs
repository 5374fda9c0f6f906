//! Stores that answer anything: what is read of them, and how reading ends. Nothing hangs, nothing
//! panics, and one bad record spoils no page.

use std::cell::Cell;

use serde_json::{Value, json};
use tandem_backends::{Request, Response};
use tandem_core::{Fault, FaultKind, Side, Sides, show::ReadingView, snapshot::ProblemReason};
use tandem_engine::{
    Footing, MemoryVault, Reading, Transport,
    book::{
        Book, keep,
        reader::{self, Ended, How, ReadWatch},
    },
    climb,
};

use crate::shop::Waits;

/// A store that answers as it likes: what it is asked, and how often it was asked before.
struct Store<A> {
    answer: A,
    asked: Cell<u32>,
}

impl<A: Fn(&Request, u32) -> Response> Store<A> {
    const fn new(answer: A) -> Self {
        Self {
            answer,
            asked: Cell::new(0),
        }
    }
}

impl<A: Fn(&Request, u32) -> Response> Transport for Store<A> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let before = self.asked.replace(self.asked.get() + 1);
        Ok((self.answer)(request, before))
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

fn json(body: &Value) -> Response {
    text(&body.to_string())
}

fn text(body: &str) -> Response {
    Response {
        status: 200,
        content_type: Some("application/json".to_owned()),
        body: body.as_bytes().to_vec(),
        ..Response::default()
    }
}

/// Reads the groups of a store; with how many calls it took.
fn groups(side: Side, answer: impl Fn(&Request, u32) -> Response) -> (Result<Reading, Fault>, u32) {
    let store = Store::new(answer);
    let clock = Waits::default();
    let read = futures::executor::block_on(Reading::read(side, &store, &clock));
    assert!(clock.0.borrow().iter().sum::<u32>() < 600, "it waited long");
    (read, store.asked.get())
}

fn kind(side: Side, answer: impl Fn(&Request, u32) -> Response) -> FaultKind {
    groups(side, answer).0.unwrap_err().kind
}

#[test]
fn a_feed_without_end_ends_in_a_fault() {
    let (read, calls) = groups(Side::Pos, |_, n| {
        json(&json!({ "version": { "max": n + 1 },
            "data": [{ "id": format!("g{n}"), "name": format!("Group {n}") }] }))
    });
    assert_eq!(read.unwrap_err().kind, FaultKind::Damaged);
    assert!(calls <= 200, "{calls}");
    let (read, calls) = groups(Side::Ecom, |_, n| {
        json(&json!({ "total": u64::MAX, "offset": n, "items": [{ "id": n, "name": "Again" }] }))
    });
    assert_eq!(read.unwrap_err().kind, FaultKind::Damaged);
    assert!(calls <= 200, "{calls}");
}

#[test]
fn a_cursor_that_stands_still_ends_in_a_fault() {
    let pos = |_: &Request, _| {
        json(&json!({ "version": { "max": 5 }, "data": [{ "id": "g", "name": "Again" }] }))
    };
    assert_eq!(kind(Side::Pos, pos), FaultKind::Damaged);
    let ecom = |_: &Request, _| {
        json(&json!({ "total": 9, "offset": 0, "items": [{ "id": 1, "name": "Again" }] }))
    };
    assert_eq!(kind(Side::Ecom, ecom), FaultKind::Damaged);
}

#[test]
fn what_is_no_answer_is_a_fault_of_a_kind() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let html = "<html><script>alert(1)</script>";
    let huge = r#"{"data":[{"id":"g","name":"x"}],"version":{"max":18446744073709551616}}"#;
    for (body, expected) in [
        (html, FaultKind::SignedOut),
        (r#"{"data":[{"id":"g","na"#, FaultKind::Damaged),
        ("", FaultKind::Damaged),
        ("null", FaultKind::Damaged),
        (
            r#"{"data":"none","items":7,"total":"many"}"#,
            FaultKind::Damaged,
        ),
        (deep.as_str(), FaultKind::Damaged),
        (huge, FaultKind::Damaged),
    ] {
        for side in Side::BOTH {
            let answer = |_: &Request, _| Response {
                content_type: None,
                ..text(body)
            };
            let body: String = body.chars().take(60).collect();
            assert_eq!(kind(side, answer), expected, "{side:?} {body}");
        }
    }
}

#[test]
fn a_store_that_wants_to_be_left_alone_for_a_year_is() {
    let answer = |_: &Request, _| Response {
        status: 429,
        retry_after: Some("31536000".to_owned()),
        ..text("{}")
    };
    let seconds = Some(31_536_000);
    assert_eq!(kind(Side::Ecom, answer), FaultKind::RateLimited { seconds });
}

/// A record of each kind that is not what it should be, and one that is.
fn odd_groups() -> Vec<String> {
    let deep = format!("{}{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    vec![
        r#"{"id":7,"name":7}"#.to_owned(),
        r#"{"id":[],"name":"A list"}"#.to_owned(),
        format!(r#"{{"id":"8","name":"{}"}}"#, "x".repeat(1 << 20)),
        format!(
            r#"{{"id":"9","name":{}1{}}}"#,
            r#"{"a":"#.repeat(10_000),
            "}".repeat(10_000)
        ),
        deep.replace("{\"a\":}", "{\"a\":1}"),
        "null".to_owned(),
        r#"{"id":"12","name":"<img src=x onerror=alert(1)>\u202e=1+1"}"#.to_owned(),
    ]
}

#[test]
fn odd_groups_spoil_no_page() {
    for side in Side::BOTH {
        let list = odd_groups().join(",");
        let (read, _) = groups(side, |_, n| match n {
            0 => text(&format!(
                r#"{{"version":{{"max":9}},"data":[{list}],"items":[{list}],"total":7}}"#
            )),
            _ => json(&json!({ "data": [], "items": [], "total": 7 })),
        });
        let read = read.unwrap();
        let titles: Vec<&str> = read.groups().iter().map(|one| one.title.as_str()).collect();
        assert_eq!(
            titles,
            ["<img src=x onerror=alert(1)>\u{202e}=1+1"],
            "{side:?}"
        );
        assert_eq!(read.unreadable(), 6, "{side:?}");
    }
}

/// Nobody looks on.
struct Nobody;

impl ReadWatch for Nobody {
    fn progress(&self, _view: &ReadingView) {}

    fn is_paused(&self) -> bool {
        false
    }
}

fn read_customers(answer: impl Fn(&Request, u32) -> Response + Copy) -> (Ended, MemoryVault, Book) {
    let vault = MemoryVault::default();
    let stores = Sides {
        pos: "lantern".to_owned(),
        ecom: "1003".to_owned(),
    };
    let key = tandem_core::DigestKey([5; 16]);
    let opened = keep::open(&vault, &stores, key, tandem_core::FieldSet::ALL);
    let mut book = futures::executor::block_on(opened).unwrap();
    let ways = Sides::from_fn(|_| Store::new(answer));
    let ways = (&ways, &Waits::default());
    let read = reader::read(&vault, &mut book, ways, &Nobody, How::Whole);
    let ended = futures::executor::block_on(read);
    (ended, vault, book)
}

fn customer(side: Side, id: &Value, more: &Value) -> Value {
    let mut record = match side {
        Side::Pos => json!({ "id": id, "customer_group_id": "g", "version": 3 }),
        Side::Ecom => json!({ "id": id, "updated": "2026-11-20 10:00:00 +0000" }),
    };
    for (name, value) in more.as_object().unwrap() {
        record[name] = value.clone();
    }
    record
}

/// Two customers who can be read, and five who cannot.
fn odd_customers(side: Side) -> [Value; 7] {
    let ids = match side {
        Side::Pos => ["a", "b", "c", "d", "e"].map(|id| json!(id)),
        Side::Ecom => [9_007_199_254_740_993_i64, 2, 3, 4, 5].map(|id| json!(id)),
    };
    let one = |n: usize, more: &Value| customer(side, &ids[n], more);
    let version = 9_007_199_254_740_993_i64;
    [
        one(0, &json!({ "email": "=cmd|' /C calc'!A0@example.test" })),
        one(1, &json!({ "email": ["a", "list"] })),
        one(2, &json!({ "email": "x".repeat(1 << 20) })),
        one(3, &json!({ "do_not_email": "no", "acceptMarketing": 1 })),
        one(4, &json!({ "version": version, "email": "\u{202e}moc" })),
        customer(side, &json!({ "$oid": 1 }), &json!({})),
        customer(side, &json!("y".repeat(1 << 16)), &json!({})),
    ]
}

#[test]
fn odd_customers_are_named_and_the_others_read() {
    let (ended, vault, book) = read_customers(|request, n| {
        let first = n == 0 && !request.path_and_query().contains("deleted");
        let records = odd_customers(request.side);
        let records: &[Value] = if first { &records } else { &[] };
        let version = json!({ "max": 9_007_199_254_740_993_i64 });
        json(
            &json!({ "data": records, "items": records, "total": records.len(), "version": version }),
        )
    });
    assert_eq!(ended, Ended::Read);
    let read = book.read.as_ref().unwrap();
    for side in Side::BOTH {
        let snapshot = &read.get(side).snapshot;
        let ids: Vec<String> = snapshot
            .sketches()
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        let expected = match side {
            Side::Pos => ["a", "e"],
            Side::Ecom => ["5", "9007199254740993"],
        };
        assert_eq!(ids, expected);
        let of = |reason| {
            snapshot
                .problems()
                .iter()
                .filter(|one| one.reason == reason)
                .count()
        };
        assert_eq!(
            (of(ProblemReason::Unreadable), of(ProblemReason::NoId)),
            (3, 2)
        );
    }
    assert!(vault.bytes() < 20_000, "{} bytes are kept", vault.bytes());
}

#[test]
fn a_redirect_to_another_host_reaches_no_store() {
    let answer = |_: &Request, _| Response {
        redirected: true,
        elsewhere: true,
        ..json(&json!({ "data": { "domain_prefix": "lantern" }, "generalInfo": { "storeId": 7 } }))
    };
    for (side, key) in [(Side::Pos, "lantern"), (Side::Ecom, "7")] {
        let rungs = vec![((), Store::new(answer))];
        let climbed = climb(rungs, Waits::default(), (side, key), None);
        let fallen = futures::executor::block_on(climbed).err();
        assert_eq!(
            fallen.map(|fallen| fallen.fault.kind),
            Some(FaultKind::WrongStore)
        );
    }
}
