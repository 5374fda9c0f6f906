//! What goes wrong by order: whom it strikes, for how long, and what it does to lists, clocks and
//! texts. The older effects are in `control`.

use serde_json::{Value, json};
use tandem_sandbox::Side;

use crate::shop::{ECOM_GROUPS, ECOM_SITE, GROUPS, POS_SITE, Shop};

#[test]
fn a_storm_lasts_as_long_as_it_was_ordered_by_the_worlds_clock() {
    let shop = Shop::new();
    shop.fault(&json!({"side": "pos", "after": 1, "seconds": 60, "do": {"rate_limited": 5}}));
    shop.get(GROUPS).expect(200);
    shop.act(&json!({"act": "pass_time", "seconds": 600}))
        .expect(200);
    for _ in 0..20 {
        shop.get(GROUPS).expect(429);
    }
    shop.get(ECOM_GROUPS).expect(200);
    shop.act(&json!({"act": "pass_time", "seconds": 60}))
        .expect(200);
    shop.get(GROUPS).expect(200);
    let left = shop.send("GET", "http://127.0.0.1/_sandbox/faults", &[], "");
    assert_eq!(left.json(), json!([]));
}

#[test]
fn a_fault_strikes_the_caller_that_it_names_and_nobody_else() {
    let shop = Shop::new();
    let cookies = shop.cookies(Side::Pos);
    let uri = format!("{POS_SITE}/api/2.0/customer_groups");
    let session = |extra: &[(&str, &str)]| {
        let headers = [&[("cookie", cookies.as_str())], extra].concat();
        shop.send("GET", &uri, &headers, "").status.as_u16()
    };
    shop.fault(&json!({"caller": "page", "times": 9, "do": {"status": 500}}));
    assert_eq!(session(&[]), 200);
    assert_eq!(session(&[("sec-fetch-site", "same-origin")]), 500);
    shop.get(GROUPS).expect(200);
    shop.fault(&json!({"caller": "token", "do": {"status": 503}}));
    assert_eq!(session(&[]), 200);
    shop.get(GROUPS).expect(503);
}

#[test]
fn half_a_page_looks_like_the_last_one() {
    let shop = Shop::new();
    let whole = shop.get(GROUPS).json();
    shop.fault(&json!({"side": "pos", "do": "half_page"}));
    let half = shop.get(GROUPS).expect(200).json();
    let kept = half["data"].as_array().unwrap();
    assert_eq!(kept.len(), whole["data"].as_array().unwrap().len() / 2);
    assert_eq!(half["version"]["max"], kept.last().unwrap()["version"]);
    assert_eq!(half["version"]["min"], kept[0]["version"]);
    shop.fault(&json!({"side": "ecom", "do": "half_page"}));
    let half = shop.get(&format!("{ECOM_GROUPS}?offset=2&limit=4")).json();
    assert_eq!(half["items"].as_array().unwrap().len(), 2);
    assert_eq!((&half["count"], &half["total"]), (&json!(2), &json!(4)));
    let one = format!("{GROUPS}/{}", shop.pos_id("Staff"));
    shop.fault(&json!({"do": "half_page"}));
    assert_eq!(shop.get(&one).expect(200).json()["data"]["name"], "Staff");
}

#[test]
fn silence_breaks_the_line_and_does_what_was_asked_only_when_told_so() {
    let shop = Shop::new();
    shop.fault(&json!([{"do": "time_out"}, {"do": {"time_out": 5, "done": true}}]));
    assert!(shop.post(GROUPS, json!({"name": "One"})).lost);
    assert!(shop.post(GROUPS, json!({"name": "Two"})).lost);
    let titles = shop.get(GROUPS).expect(200).text;
    assert!(!titles.contains("\"One\"") && titles.contains("\"Two\""));
}

#[test]
fn a_clock_that_is_off_shows_in_the_date_and_in_what_is_stamped() {
    let shop = Shop::new();
    let now = shop.0.world().clock;
    shop.fault(&json!([{"do": {"clock_skew": -7200}}, {"do": {"clock_skew": 86_400}}]));
    let group = shop.post(GROUPS, json!({"name": "Late"})).expect(201);
    assert_eq!(
        group.json()["data"]["created_at"],
        "2025-08-31T22:00:01+00:00"
    );
    assert_eq!(group.header("date"), "Sun, 31 Aug 2025 22:00:01 GMT");
    let reply = shop.get(GROUPS).expect(200);
    assert_eq!(reply.header("date"), "Tue, 02 Sep 2025 00:00:02 GMT");
    let true_time = shop.get(GROUPS);
    assert_eq!(true_time.header("date"), "Mon, 01 Sep 2025 00:00:03 GMT");
    assert_eq!(shop.0.world().clock, now + 3);
}

#[test]
fn a_flood_is_blanks_before_the_same_answer() {
    let shop = Shop::new();
    let before = shop.get(GROUPS).json();
    shop.fault(&json!({"do": {"flood": 2}}));
    let flooded = shop.get(GROUPS).expect(200);
    assert!(flooded.text.len() > 2 << 20);
    assert_eq!(flooded.json(), before);
}

#[test]
fn a_redacted_member_is_kept_and_read_as_something_else() {
    let shop = Shop::new();
    shop.fault(&json!({"method": "POST", "do": {"redact": "name", "to": "R"}}));
    let made = shop
        .post(GROUPS, json!({"name": "Secret"}))
        .expect(201)
        .json();
    assert_eq!(made["data"]["name"], "R");
    assert!(!shop.pos_id("R").is_empty());
    shop.fault(&json!({"side": "ecom", "do": {"redact": "name"}}));
    let read: Value = shop.get(ECOM_GROUPS).json();
    assert_eq!(read["items"][1]["name"], "********");
    let read = shop.get(ECOM_GROUPS).json();
    assert_ne!(read["items"][1]["name"], "********");
    let cookies = shop.cookies(Side::Ecom);
    let site = format!("{ECOM_SITE}/api/v3/10203040/customer_groups");
    shop.fault(&json!({"do": {"redact": "no_such"}}));
    let reply = shop
        .send("GET", &site, &[("cookie", &cookies)], "")
        .expect(200);
    assert_eq!(reply.json(), read);
}
