//! Who gets in: hosts, cookies, tokens, roles, and what strangers are told.

use serde_json::json;
use tandem_sandbox::{Caller, Side};

use crate::shop::{ECOM_SITE, GROUPS, POS_SITE, Shop};

const POS_PATH: &str = "/api/2.0/customer_groups";
const ECOM_PATH: &str = "/api/v3/10203040/customer_groups";

fn with_cookies(shop: &Shop, side: Side, extra: &[(&str, &str)]) -> u16 {
    let cookies = shop.cookies(side);
    let site = if side == Side::Pos {
        format!("{POS_SITE}{POS_PATH}")
    } else {
        format!("{ECOM_SITE}{ECOM_PATH}")
    };
    let headers: Vec<_> = [("cookie", cookies.as_str())]
        .into_iter()
        .chain(extra.iter().copied())
        .collect();
    shop.send("GET", &site, &headers, "").status.as_u16()
}

#[test]
fn cookies_open_the_admin_hosts_and_the_log_says_who_it_was() {
    let shop = Shop::new();
    assert_eq!(
        with_cookies(&shop, Side::Pos, &[("origin", "chrome-extension://x")]),
        200
    );
    assert_eq!(
        with_cookies(&shop, Side::Ecom, &[("sec-fetch-site", "same-origin")]),
        200
    );
    shop.get(GROUPS).expect(200);
    shop.send("GET", GROUPS, &[], "").expect(401);
    let log = shop.0.log();
    let callers: Vec<Caller> = log.iter().map(|entry| entry.caller).collect();
    assert_eq!(
        callers,
        [Caller::Session, Caller::Page, Caller::Token, Caller::None]
    );
    assert_eq!(log[0].origin.as_deref(), Some("chrome-extension://x"));
    assert_eq!(
        (log[3].seq, log[3].status, log[3].path.as_str()),
        (4, 401, POS_PATH)
    );
}

#[test]
fn cookies_do_not_open_the_token_hosts_or_the_other_side() {
    let shop = Shop::new();
    let (pos, ecom) = (shop.cookies(Side::Pos), shop.cookies(Side::Ecom));
    shop.send("GET", GROUPS, &[("cookie", &pos)], "")
        .expect(401);
    let app_host = format!("http://app.ecom.localhost{ECOM_PATH}");
    shop.send("GET", &app_host, &[("cookie", &ecom)], "")
        .expect(403);
    shop.send(
        "GET",
        &app_host,
        &[("authorization", "Bearer secret_sandbox_ecom_token")],
        "",
    )
    .expect(200);
    shop.send(
        "GET",
        &format!("{POS_SITE}{POS_PATH}"),
        &[("cookie", &ecom)],
        "",
    )
    .expect(401);
}

#[test]
fn all_cookies_must_be_there() {
    let shop = Shop::new();
    let cookies = shop.cookies(Side::Pos);
    let session = cookies.split("; ").next().unwrap();
    shop.send(
        "GET",
        &format!("{POS_SITE}{POS_PATH}"),
        &[("cookie", session)],
        "",
    )
    .expect(401);
    shop.send(
        "GET",
        &format!("{POS_SITE}/customers"),
        &[("cookie", session)],
        "",
    )
    .expect(200);
}

#[test]
fn token_mode_shuts_the_api_to_cookies_and_leaves_the_pages_open() {
    let shop = Shop::with(&json!({"pos": {"auth": "token"}, "ecom": {"auth": "token"}}));
    assert_eq!(with_cookies(&shop, Side::Pos, &[]), 401);
    assert_eq!(with_cookies(&shop, Side::Ecom, &[]), 401);
    assert_eq!(
        with_cookies(
            &shop,
            Side::Pos,
            &[("authorization", "Bearer sandbox_pos_token")]
        ),
        200
    );
    let cookies = shop.cookies(Side::Pos);
    shop.send(
        "GET",
        &format!("{POS_SITE}/page/groups"),
        &[("cookie", &cookies)],
        "",
    )
    .expect(200);
}

#[test]
fn a_wrong_token_decides_even_beside_good_cookies() {
    let shop = Shop::new();
    assert_eq!(
        with_cookies(&shop, Side::Pos, &[("authorization", "Bearer x")]),
        401
    );
    assert_eq!(
        with_cookies(&shop, Side::Ecom, &[("authorization", "Basic x")]),
        403
    );
}

#[test]
fn strangers_are_told_so_in_four_ways_on_either_side() {
    for (setting, status, kind) in [
        ("json", 401, "application/json"),
        ("forbidden", 403, "application/json"),
        ("html", 200, "text/html; charset=utf-8"),
        ("redirect", 302, ""),
    ] {
        let shop =
            Shop::with(&json!({"pos": {"signed_out": setting}, "ecom": {"signed_out": setting}}));
        for site in [
            format!("{POS_SITE}{POS_PATH}"),
            format!("{ECOM_SITE}{ECOM_PATH}"),
        ] {
            let reply = shop.send("GET", &site, &[], "").expect(status);
            assert_eq!(reply.header("content-type"), kind);
            assert_eq!(
                reply.header("location"),
                if status == 302 { "/signin" } else { "" }
            );
        }
        shop.send("GET", GROUPS, &[], "").expect(401);
    }
}

#[test]
fn a_cashier_is_turned_away_in_two_ways_and_a_token_is_not() {
    for (setting, status) in [("forbidden", 403), ("redirect", 302)] {
        let shop = Shop::with(&json!({"pos": {"cashier": setting}}));
        shop.act(&json!({"act": "set_role", "role": "cashier"}))
            .expect(200);
        assert_eq!(with_cookies(&shop, Side::Pos, &[]), status);
        let cookies = shop.cookies(Side::Pos);
        let user = shop.send(
            "GET",
            &format!("{POS_SITE}/api/2.0/user"),
            &[("cookie", &cookies)],
            "",
        );
        assert_eq!(user.expect(200).json()["data"]["account_type"], "cashier");
        shop.get(GROUPS).expect(200);
    }
}

#[test]
fn hosts_are_told_apart_and_unknown_ones_have_nothing() {
    let shop = Shop::new();
    for uri in [
        "http://other.pos.localhost/signin",
        "http://example.org/_sandbox/state",
        "http://127.0.0.1/customers",
    ] {
        shop.send("GET", uri, &[], "").expect(404);
    }
    for host in [
        "127.0.0.1:81",
        "LOCALHOST",
        "my.ecom.localhost:9",
        "lantern-books.pos.localhost",
    ] {
        shop.send("GET", "/_sandbox/state", &[("host", host)], "")
            .expect(200);
    }
    shop.send(
        "GET",
        "/signin",
        &[("host", "lantern-books.pos.localhost:8080")],
        "",
    )
    .expect(200);
}

#[test]
fn a_write_by_cookies_may_have_to_come_from_the_stores_own_pages() {
    let write = |shop: &Shop, side: Side, origin: &str| {
        let cookies = shop.cookies(side);
        let (uri, own) = match side {
            Side::Pos => (format!("{POS_SITE}{POS_PATH}"), POS_SITE),
            Side::Ecom => (format!("{ECOM_SITE}{ECOM_PATH}"), ECOM_SITE),
        };
        let origin = if origin == "own" { own } else { origin };
        let headers = [
            ("cookie", cookies.as_str()),
            ("origin", origin),
            ("content-type", "application/json"),
        ];
        let taken = shop.send("POST", &uri, &headers, r#"{"name": "New"}"#);
        let read = shop.send("GET", &uri, &headers, "");
        (taken.status.is_success(), read.status.is_success())
    };
    let strict = json!({"pos": {"foreign_origin": "refuse"}, "ecom": {"foreign_origin": "refuse"}});
    for side in [Side::Pos, Side::Ecom] {
        for origin in ["chrome-extension://x", "null", "http://evil.test", "own"] {
            assert_eq!(write(&Shop::new(), side, origin), (true, true), "{origin}");
            let found = write(&Shop::with(&strict), side, origin);
            assert_eq!(found, (origin == "own", true), "{side:?} {origin}");
        }
    }
}
