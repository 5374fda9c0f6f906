//! The three doors of eCom: cookies, a token of the page, a token alone.

use serde_json::json;
use tandem_sandbox::{Caller, Sandbox, Side, World};

use crate::shop::{ECOM_SITE, Reply, Shop};

const PATH: &str = "/api/v3/10203040/customers";

/// A shop whose API takes the page's token, and whose time stands still until it is told.
fn paged() -> Shop {
    let shop = Shop(Sandbox::in_steps(World::demo(7, 3), 0));
    shop.act(&json!({"act": "switch", "settings": {"ecom": {"auth": "page-token"}}}))
        .expect(200);
    shop
}

fn fetch(shop: &Shop, cookies: &str) -> Reply {
    let url = format!("{ECOM_SITE}/page/token");
    shop.send("GET", &url, &[("cookie", cookies)], "")
}

fn token(shop: &Shop, cookies: &str) -> String {
    let body = fetch(shop, cookies).expect(200).json();
    assert_eq!(body["expiresIn"], 300);
    body["token"].as_str().unwrap().to_owned()
}

fn ask(shop: &Shop, site: &str, headers: &[(&str, &str)]) -> u16 {
    let url = format!("{site}{PATH}");
    shop.send("GET", &url, headers, "").status.as_u16()
}

fn bearer(shop: &Shop, site: &str, token: &str) -> u16 {
    ask(shop, site, &[("authorization", &format!("Bearer {token}"))])
}

#[test]
fn cookies_do_not_open_the_api_where_the_page_has_a_token() {
    let shop = paged();
    let cookies = shop.cookies(Side::Ecom);
    let own = [
        ("cookie", cookies.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    assert_eq!(ask(&shop, ECOM_SITE, &own), 401);
    let token = token(&shop, &cookies);
    assert_eq!(bearer(&shop, ECOM_SITE, &token), 200);
    let value = format!("Bearer {token}");
    let page = [
        ("authorization", value.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    assert_eq!(ask(&shop, ECOM_SITE, &page), 200);
    let callers: Vec<Caller> = shop.0.log().iter().map(|entry| entry.caller).collect();
    assert_eq!(callers, [Caller::None, Caller::Session, Caller::Page]);
    assert_eq!(bearer(&shop, ECOM_SITE, "secret_sandbox_ecom_token"), 200);
}

#[test]
fn the_token_of_a_page_opens_no_other_door() {
    let shop = paged();
    let token = token(&shop, &shop.cookies(Side::Ecom));
    for site in ["http://app.ecom.localhost", "http://127.0.0.1"] {
        assert_eq!(bearer(&shop, site, &token), 403, "{site}");
    }
    shop.act(&json!({"act": "switch", "settings": {"ecom": {"auth": "token"}}}))
        .expect(200);
    assert_eq!(bearer(&shop, ECOM_SITE, &token), 403);
}

#[test]
fn the_token_of_a_page_is_over_in_minutes_and_fetched_anew() {
    let shop = paged();
    let cookies = shop.cookies(Side::Ecom);
    let first = token(&shop, &cookies);
    let pass = |seconds: u32| {
        shop.act(&json!({"act": "pass_time", "seconds": seconds}))
            .expect(200);
    };
    pass(299);
    assert_eq!(bearer(&shop, ECOM_SITE, &first), 200);
    pass(1);
    let url = format!("{ECOM_SITE}{PATH}");
    let value = format!("Bearer {first}");
    let over = shop.send("GET", &url, &[("authorization", &value)], "");
    assert_eq!(over.expect(403).json()["errorCode"], "INVALID_API_TOKEN");
    let second = token(&shop, &cookies);
    assert_ne!(first, second);
    assert_eq!(bearer(&shop, ECOM_SITE, &second), 200);
    shop.act(&json!({"act": "sign_out", "side": "ecom"}))
        .expect(200);
    assert_eq!(bearer(&shop, ECOM_SITE, &second), 403);
}

#[test]
fn only_a_whole_session_gets_a_token_and_only_where_it_is_needed() {
    let shop = paged();
    let cookies = shop.cookies(Side::Ecom);
    fetch(&shop, "").expect(401);
    let session = cookies.split("; ").next().unwrap();
    fetch(&shop, session).expect(404);
    fetch(&shop, &cookies).expect(200);
    for setting in ["cookie", "token"] {
        shop.act(&json!({"act": "switch", "settings": {"ecom": {"auth": setting}}}))
            .expect(200);
        fetch(&shop, &cookies).expect(404);
    }
    let pos = shop.cookies(Side::Pos);
    let other = "http://lantern-books.pos.localhost/page/token";
    shop.send("GET", other, &[("cookie", &pos)], "").expect(404);
}

#[test]
fn the_page_says_which_door_its_calls_take() {
    let shop = paged();
    let cookies = shop.cookies(Side::Ecom);
    let url = format!("{ECOM_SITE}/store/10203040");
    let page = shop
        .send("GET", &url, &[("cookie", &cookies)], "")
        .expect(200);
    assert!(page.text.contains("data-auth=\"page-token\""));
}

#[test]
fn the_token_host_takes_the_token_in_the_address_too() {
    for setting in ["cookie", "page-token", "token"] {
        let shop = paged();
        shop.act(&json!({"act": "switch", "settings": {"ecom": {"auth": setting}}}))
            .expect(200);
        let site = format!("http://app.ecom.localhost{PATH}");
        for (query, status) in [("secret_sandbox_ecom_token", 200), ("secret_x", 403)] {
            let url = format!("{site}?token={query}");
            shop.send("GET", &url, &[], "").expect(status);
        }
        shop.send("GET", &site, &[], "").expect(403);
    }
}
