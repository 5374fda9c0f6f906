//! Who may ask POS by cookies: secrets of pages, sessions that ended, roles.

use serde_json::json;
use tandem_sandbox::Side;

use crate::shop::{POS_SITE, Shop};

fn write(shop: &Shop, cookies: &str, secret: Option<&str>) -> u16 {
    let mut headers = vec![("cookie", cookies), ("content-type", "application/json")];
    headers.extend(secret.map(|secret| ("x-csrf-token", secret)));
    let groups = format!("{POS_SITE}/api/2.0/customer_groups");
    let reply = shop.send("POST", &groups, &headers, r#"{"name":"New"}"#);
    reply.status.as_u16()
}

#[test]
fn a_write_by_cookies_needs_the_secret_only_where_that_is_set() {
    for (auth, bare) in [("cookie", 201), ("cookie+csrf", 403), ("token", 401)] {
        let shop = Shop::with(&json!({"pos": {"auth": auth}}));
        let cookies = shop.cookies(Side::Pos);
        assert_eq!(write(&shop, &cookies, None), bare, "{auth}");
        let groups = format!("{POS_SITE}/api/2.0/customer_groups");
        let read = shop.send("GET", &groups, &[("cookie", &cookies)], "");
        assert_eq!(
            read.status.as_u16(),
            if auth == "token" { 401 } else { 200 }
        );
        shop.post(&groups, json!({"name": "By token"})).expect(201);
    }
}

#[test]
fn the_secret_is_that_of_the_cookie() {
    let shop = Shop::with(&json!({"pos": {"auth": "cookie+csrf"}}));
    let cookies = shop.cookies(Side::Pos);
    let secret = cookies.split("register_csrf=").nth(1).unwrap().to_owned();
    assert_eq!(write(&shop, &cookies, Some(&secret)), 201);
    assert_eq!(write(&shop, &cookies, Some("guessed")), 403);
    let without = cookies.split("; register_csrf").next().unwrap();
    assert_eq!(
        write(&shop, without, Some(&secret)),
        403,
        "both must be sent"
    );
}

#[test]
fn a_secret_of_the_page_alone_is_in_no_cookie() {
    let settings = json!({"pos": {"auth": "cookie+csrf", "csrf": "meta"}});
    let shop = Shop::with(&settings);
    let cookies = shop.cookies(Side::Pos);
    for part in cookies.split("; ") {
        let (_, value) = part.split_once('=').unwrap();
        assert_eq!(write(&shop, &cookies, Some(value)), 403);
    }
    let page = shop.send(
        "GET",
        &format!("{POS_SITE}/customers"),
        &[("cookie", &cookies)],
        "",
    );
    let (_, rest) = page
        .text
        .split_once("name=\"csrf-token\" content=\"")
        .unwrap();
    let (secret, _) = rest.split_once('"').unwrap();
    assert_eq!(write(&shop, &cookies, Some(secret)), 201);
    let other = shop.cookies(Side::Pos);
    assert_eq!(
        write(&shop, &other, Some(secret)),
        403,
        "it is of one session alone"
    );
}

/// Everything about people and groups that can be asked.
const PATHS: [(&str, &str); 12] = [
    ("GET", "/api/2.0/customers"),
    ("POST", "/api/2.0/customers"),
    ("GET", "/api/2026-07/customers/x"),
    ("PUT", "/api/2026-07/customers/x"),
    ("DELETE", "/api/2.0/customers/x"),
    ("GET", "/api/2026-07/customers/x/addresses"),
    ("POST", "/api/2026-07/customers/x/addresses"),
    ("DELETE", "/api/2026-07/customers/x/addresses/1"),
    ("GET", "/api/2.0/search?type=customers"),
    ("GET", "/api/2.0/customer_groups"),
    ("POST", "/api/2026-07/customer_groups/x/customers"),
    ("DELETE", "/api/2.0/customer_groups/x/customers"),
];

#[test]
fn a_cashier_sees_and_changes_nobody() {
    for (answer, status) in [("forbidden", 403), ("redirect", 302)] {
        let shop = Shop::with(&json!({"pos": {"cashier": answer}}));
        shop.act(&json!({"act": "set_role", "role": "cashier"}))
            .expect(200);
        let cookies = shop.cookies(Side::Pos);
        for (method, path) in PATHS {
            let reply = shop.send(
                method,
                &format!("{POS_SITE}{path}"),
                &[("cookie", &cookies)],
                "",
            );
            assert_eq!(reply.status.as_u16(), status, "{method} {path}");
        }
        let user = shop.send(
            "GET",
            &format!("{POS_SITE}/api/2.0/user"),
            &[("cookie", &cookies)],
            "",
        );
        assert_eq!(user.expect(200).json()["data"]["account_type"], "cashier");
    }
}

#[test]
fn every_path_says_in_one_way_that_the_session_ended() {
    for (answer, status) in [
        ("json", 401),
        ("forbidden", 403),
        ("html", 200),
        ("redirect", 302),
    ] {
        let shop = Shop::with(&json!({"pos": {"signed_out": answer}}));
        let cookies = shop.cookies(Side::Pos);
        shop.act(&json!({"act": "sign_out", "side": "pos"}))
            .expect(200);
        let before = shop.0.world().pos;
        for (method, path) in PATHS {
            let reply = shop.send(
                method,
                &format!("{POS_SITE}{path}"),
                &[("cookie", &cookies)],
                "{}",
            );
            assert_eq!(reply.status.as_u16(), status, "{method} {path}");
            let html = reply.header("content-type").starts_with("text/html");
            assert_eq!(html, answer == "html");
            let by_token = shop.send(
                method,
                &format!("http://127.0.0.1{path}"),
                &[("authorization", "Bearer x")],
                "{}",
            );
            by_token.expect(401);
        }
        assert_eq!(shop.0.world().pos, before);
    }
}
