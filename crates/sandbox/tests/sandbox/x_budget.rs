//! How many calls POS allows, and whom.

use serde_json::{Value, json};
use tandem_sandbox::{Side, Spender};

use crate::shop::{GROUPS, POS_SITE, Reply, Shop};

const USER: &str = "/api/2.0/user";

fn shop(registers: u32, staff_calls: u32) -> Shop {
    let shop = Shop::new();
    let world = json!({"clock": 1_756_684_800, "settings": {"pos": {"staff_calls": staff_calls}},
        "pos": {"registers": registers, "other_tokens": ["another"]}});
    shop.control("POST", "reset", &world).expect(204);
    shop
}

fn by(shop: &Shop, name: &str, value: &str) -> Reply {
    shop.send("GET", &format!("{POS_SITE}{USER}"), &[(name, value)], "")
}

fn left(shop: &Shop, spender: Spender) -> u32 {
    let all = shop.0.budget();
    let of = |l: &&tandem_sandbox::Left| l.side == Side::Pos && l.spender == spender;
    all.iter().find(of).unwrap().remaining
}

#[test]
fn calls_are_counted_and_then_refused_with_a_date() {
    let shop = Shop::with(&json!({}));
    let first = shop.get(GROUPS);
    assert_eq!(
        (
            first.header("x-ratelimit-limit"),
            first.header("x-ratelimit-remaining")
        ),
        ("950", "949")
    );
    shop.fault(&json!({"do": {"rate_limited": 90}}));
    let refused = shop.get(GROUPS).expect(429);
    assert!(
        refused
            .header("retry-after")
            .starts_with("Mon, 01 Sep 2025 00:01:"),
        "{}",
        refused.header("retry-after")
    );
    assert_eq!(refused.json()["error"], "Too Many Requests");
}

#[test]
fn the_bucket_empties_and_fills_again() {
    let shop = Shop::new();
    let tiny = json!({"pos": {"registers": 0}});
    shop.control("POST", "reset", &tiny).expect(204);
    let status = || shop.get(&format!("http://127.0.0.1{USER}")).status.as_u16();
    assert_eq!((0..50).filter(|_| status() == 200).count(), 50);
    shop.get(GROUPS).expect(429);
    shop.act(&json!({"act": "pass_time", "seconds": 300}))
        .expect(200);
    assert_eq!(status(), 200);
}

#[test]
fn all_browsers_share_one_bucket_and_each_program_has_its_own() {
    let shop = shop(0, 0);
    let (one, two) = (shop.cookies(Side::Pos), shop.cookies(Side::Pos));
    for count in 1..=25 {
        by(&shop, "cookie", &one).expect(200);
        let second = by(&shop, "cookie", &two).expect(200);
        assert_eq!(
            second.header("x-ratelimit-remaining"),
            (50 - 2 * count).to_string()
        );
    }
    let refused = by(&shop, "cookie", &one).expect(429);
    assert_eq!(
        (
            refused.header("x-ratelimit-limit"),
            refused.header("x-ratelimit-remaining")
        ),
        ("50", "0")
    );
    by(&shop, "cookie", &two).expect(429);
    let own = by(&shop, "authorization", "Bearer sandbox_pos_token").expect(200);
    let other = by(&shop, "authorization", "Bearer another").expect(200);
    for reply in [own, other] {
        assert_eq!(
            (
                reply.header("x-ratelimit-limit"),
                reply.header("x-ratelimit-remaining")
            ),
            ("50", "49")
        );
    }
    assert_eq!(
        [Spender::Browsers, Spender::Token(0), Spender::Token(1)].map(|who| left(&shop, who)),
        [0, 49, 49]
    );
}

#[test]
fn strangers_spend_nothing() {
    let shop = shop(0, 0);
    let stranger = by(&shop, "authorization", "Bearer wrong").expect(401);
    assert_eq!(stranger.header("x-ratelimit-limit"), "");
    by(&shop, "accept", "*/*").expect(401);
    assert_eq!(left(&shop, Spender::Browsers), 50);
}

#[test]
fn staff_spend_from_the_bucket_of_the_browsers_as_time_passes() {
    for (calls, expected) in [(0, 350), (60, 230)] {
        let shop = shop(1, calls);
        let cookies = shop.cookies(Side::Pos);
        by(&shop, "cookie", &cookies).expect(200);
        let before = left(&shop, Spender::Browsers);
        shop.act(&json!({"act": "pass_time", "seconds": 120}))
            .expect(200);
        let spent = before - left(&shop, Spender::Browsers);
        assert!(spent.abs_diff(350 - expected) <= 1, "{calls}: {spent}");
        assert_eq!(left(&shop, Spender::Token(0)), 350);
    }
}

#[test]
fn busy_staff_leave_nothing_until_the_window_ends() {
    let shop = shop(0, 60);
    let cookies = shop.cookies(Side::Pos);
    let all: Vec<u16> = (0..400)
        .map(|_| by(&shop, "cookie", &cookies).status.as_u16())
        .collect();
    let allowed = all.iter().filter(|status| **status == 200).count();
    assert!(
        (25..=60).contains(&allowed),
        "{allowed} of 400 calls in 400 seconds"
    );
    let again = shop.0.budget();
    assert_eq!(again, shop.0.budget(), "looking costs nothing");
    let refused = by(&shop, "cookie", &cookies).expect(429);
    assert!(refused.header("retry-after").ends_with(" GMT"));
    let body: Value = refused.json();
    assert_eq!(body["message"], "Rate limiting enforced");
}
