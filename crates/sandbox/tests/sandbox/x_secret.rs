//! Writes to POS by cookies, where they must carry the page's secret.

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
