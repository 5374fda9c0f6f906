//! Sign-in, the shell of the admin pages, what their script reads, and their forms.

use serde_json::{Value, json};
use tandem_sandbox::Side;

use crate::shop::{ECOM_SITE, POS_SITE, Reply, Shop};

fn sign_in(shop: &Shop, password: &str, back: Option<&str>) -> Reply {
    let back = back
        .map(|back| format!("&return={back}"))
        .unwrap_or_default();
    let form = format!("user=Owner%40lantern-books.example&password={password}{back}");
    shop.send("POST", &format!("{POS_SITE}/signin"), &[], &form)
}

fn page(shop: &Shop, uri: &str) -> Reply {
    let side = if uri.starts_with(POS_SITE) {
        Side::Pos
    } else {
        Side::Ecom
    };
    shop.send("GET", uri, &[("cookie", &shop.cookies(side))], "")
}

#[test]
fn signing_in_sets_three_cookies_that_open_everything() {
    let shop = Shop::new();
    let reply = sign_in(&shop, "open-till", None).expect(303);
    let cookies: Vec<&str> = reply
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|v| v.to_str().unwrap())
        .collect();
    let [session, strict, csrf] = cookies[..] else {
        panic!("{cookies:?}")
    };
    assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax"));
    assert!(strict.contains("HttpOnly") && strict.contains("SameSite=Strict"));
    assert!(!csrf.contains("HttpOnly"));
    let held: Vec<&str> = cookies
        .iter()
        .map(|cookie| cookie.split(';').next().unwrap())
        .collect();
    let held = held.join("; ");
    shop.send(
        "GET",
        &format!("{POS_SITE}/customers"),
        &[("cookie", &held)],
        "",
    )
    .expect(200);
    shop.send(
        "GET",
        &format!("{POS_SITE}/api/2.0/user"),
        &[("cookie", &held)],
        "",
    )
    .expect(200);
    shop.send(
        "POST",
        &format!("{POS_SITE}/signout"),
        &[("cookie", &held)],
        "",
    )
    .expect(303);
    shop.send(
        "GET",
        &format!("{POS_SITE}/api/2.0/user"),
        &[("cookie", &held)],
        "",
    )
    .expect(401);
}

#[test]
fn a_wrong_password_shows_the_page_again() {
    let reply = sign_in(&Shop::new(), "guess", Some("%2Fsell")).expect(200);
    assert!(reply.text.contains("role=\"alert\"") && reply.text.contains("value=\"/sell\""));
    assert!(reply.headers.get("set-cookie").is_none());
}

#[test]
fn the_way_back_stays_on_the_host() {
    let shop = Shop::new();
    for (back, to) in [
        ("%2Fcustomer_groups%3Fa%3D1%23x", "/customer_groups?a=1#x"),
        ("https%3A%2F%2Fevil.example%2F", "/customers"),
        ("%2F%2Fevil.example", "/customers"),
        ("%2F%5Cevil.example", "/customers"),
        ("%2F%09%2Fevil.example", "/customers"),
        ("", "/customers"),
    ] {
        assert_eq!(
            sign_in(&shop, "open-till", Some(back)).header("location"),
            to,
            "{back}"
        );
    }
}

#[test]
fn strangers_are_led_to_the_sign_in_and_back() {
    let shop = Shop::new();
    let reply = shop
        .send("GET", &format!("{POS_SITE}/customer_groups?x=1"), &[], "")
        .expect(302);
    assert_eq!(
        reply.header("location"),
        "/signin?return=%2Fcustomer_groups%3Fx%3D1"
    );
    let reply = shop
        .send("GET", &format!("{ECOM_SITE}/store/10203040"), &[], "")
        .expect(302);
    assert_eq!(
        reply.header("location"),
        "/signin?return=%2Fstore%2F10203040"
    );
    shop.send("GET", &format!("{POS_SITE}/page/groups"), &[], "")
        .expect(401);
    assert_eq!(
        page(&shop, &format!("{POS_SITE}/signin?return=/sell"))
            .expect(302)
            .header("location"),
        "/sell"
    );
}

#[test]
fn every_page_has_the_strict_policy_unless_switched_off() {
    let shop = Shop::new();
    for uri in [
        "/signin",
        "/customers",
        "/customer_groups",
        "/sell",
        "/listens",
        "/hostile",
        "/no/such",
    ] {
        let reply = page(&shop, &format!("{POS_SITE}{uri}"));
        if uri != "/signin" {
            let policy = reply.header("content-security-policy");
            for rule in [
                "frame-src 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
            ] {
                assert!(policy.contains(rule), "{uri}: {policy}");
            }
            assert_eq!(reply.header("x-frame-options"), "DENY");
            assert!(!reply.text.contains("<style") && !reply.text.contains("style="));
        }
    }
    let shop = Shop::with(&json!({"pages": {"strict_csp": false}}));
    assert_eq!(
        page(&shop, &format!("{POS_SITE}/customers")).header("content-security-policy"),
        ""
    );
}

#[test]
fn hostile_rerendering_is_off_unless_asked() {
    let uri = format!("{ECOM_SITE}/store/10203040");
    assert!(
        page(&Shop::new(), &uri)
            .expect(200)
            .text
            .contains("data-rerender=\"own\"")
    );
    let shop = Shop::with(&json!({"pages": {"hostile_rerender": true}}));
    assert!(page(&shop, &uri).text.contains("data-rerender=\"hostile\""));
}

#[test]
fn pages_show_the_world_and_leave_no_trace_in_the_log() {
    let shop = Shop::new();
    shop.act(&json!({"act": "create_group", "side": "pos", "title": "<b>&"}))
        .expect(200);
    let groups = page(&shop, &format!("{POS_SITE}/page/groups"))
        .expect(200)
        .json();
    assert!(
        groups
            .as_array()
            .unwrap()
            .iter()
            .any(|group| group["title"] == "<b>&" && group["members"] == 0)
    );
    let people = page(&shop, &format!("{ECOM_SITE}/page/customers"))
        .expect(200)
        .json();
    assert_eq!(people["total"], shop.0.world().ecom.customers.len());
    assert!(shop.0.log().is_empty());
    for file in [
        "admin.css",
        "admin.js",
        "ui.js",
        "groups.js",
        "customers.js",
        "hostile.js",
        "listens.js",
        "signin.js",
        "icon.svg",
    ] {
        shop.send("GET", &format!("{POS_SITE}/static/{file}"), &[], "")
            .expect(200);
    }
    shop.send("GET", &format!("{POS_SITE}/static/none.js"), &[], "")
        .expect(404);
}

/// Sends a form of a page with the secret in its header.
fn form(shop: &Shop, side: Side, what: &str, secret: Option<&str>, body: &Value) -> Reply {
    let site = if side == Side::Pos {
        POS_SITE
    } else {
        ECOM_SITE
    };
    let cookies = shop.cookies(side);
    let own = cookies.rsplit_once('=').unwrap().1;
    let headers = [
        ("cookie", cookies.as_str()),
        ("content-type", "application/json"),
        ("x-csrf-token", secret.unwrap_or(own)),
    ];
    shop.send(
        "POST",
        &format!("{site}/page/{what}"),
        &headers,
        &body.to_string(),
    )
}

#[test]
fn forms_add_and_rename_groups_with_the_secret_alone() {
    let shop = Shop::new();
    let send = |body: &Value| {
        form(&shop, Side::Ecom, "groups", None, body)
            .expect(200)
            .json()
    };
    form(
        &shop,
        Side::Ecom,
        "groups",
        Some("wrong"),
        &json!({"title": "Sneaky"}),
    )
    .expect(403);
    assert_eq!(
        send(&json!({"title": "Ä b"}))["id"],
        shop.ecom_id("Ä b").to_string()
    );
    let id = shop.ecom_id("Ä b");
    send(&json!({"title": "New", "id": id.to_string()}));
    assert_eq!(shop.ecom_id("New"), id);
    assert_eq!(send(&json!({"title": " "}))["error"], "The title is blank.");
    shop.send("POST", &format!("{ECOM_SITE}/page/groups"), &[], "{}")
        .expect(401);
}

#[test]
fn the_secret_is_in_the_page_or_in_a_cookie_as_the_switch_has_it() {
    let shop = Shop::with(&json!({"pos": {"csrf": "meta"}}));
    let cookies = shop.cookies(Side::Pos);
    let shell = shop.send(
        "GET",
        &format!("{POS_SITE}/customers"),
        &[("cookie", &cookies)],
        "",
    );
    let (_, rest) = shell
        .text
        .split_once("name=\"csrf-token\" content=\"")
        .unwrap();
    let secret = rest.split('"').next().unwrap();
    let send = |secret: &str| {
        let headers = [
            ("cookie", cookies.as_str()),
            ("content-type", "application/json"),
            ("x-csrf-token", secret),
        ];
        shop.send(
            "POST",
            &format!("{POS_SITE}/page/groups"),
            &headers,
            r#"{"title": "M"}"#,
        )
    };
    send(cookies.rsplit_once('=').unwrap().1).expect(403);
    send(secret).expect(200);
    let page = page(&Shop::new(), &format!("{POS_SITE}/customers"));
    assert!(!page.text.contains("csrf-token"));
}

#[test]
fn the_list_is_searched_and_turned_page_by_page() {
    let shop = Shop::new();
    let list = |query: &str| {
        page(&shop, &format!("{POS_SITE}/page/customers?{query}"))
            .expect(200)
            .json()
    };
    let all = list("");
    let total = all["total"].as_u64().unwrap() as usize;
    assert_eq!(all["rows"].as_array().unwrap().len(), total);
    let rest = list("offset=4&limit=3");
    assert_eq!(rest["rows"][0], all["rows"][4]);
    assert_eq!(
        (rest["rows"].as_array().unwrap().len(), &rest["total"]),
        (3, &all["total"])
    );
    let email = all["rows"][2]["email"]
        .as_str()
        .unwrap()
        .trim()
        .to_uppercase();
    let found = list(&format!("q={email}"));
    assert_eq!(found["rows"][0]["id"], all["rows"][2]["id"]);
    assert_eq!(list("q=no+such+person")["total"], 0);
    let none = page(&shop, &format!("{POS_SITE}/page/customer?id=none"));
    none.expect(404);
}

#[test]
fn forms_add_and_change_customers_on_both_sides() {
    let shop = Shop::new();
    let pos = |body: Value| {
        form(&shop, Side::Pos, "customers", None, &body)
            .expect(200)
            .json()
    };
    let group = shop.pos_id("Staff");
    let made = pos(
        json!({"first_name": "Mo", "last_name": "", "company": "", "email": "mo@example.org",
        "phone": "", "group": group, "do_not_email": "true"}),
    );
    let id = made["id"].as_str().unwrap();
    pos(json!({"id": id, "phone": "030 1", "do_not_email": "false"}));
    let shown = page(&shop, &format!("{POS_SITE}/page/customer?id={id}")).json();
    assert_eq!(
        (&shown["first_name"], &shown["last_name"], &shown["phone"]),
        (&json!("Mo"), &json!(null), &json!("030 1"))
    );
    assert_eq!(
        (&shown["group_id"], &shown["do_not_email"]),
        (&json!(group), &json!(false))
    );
    let ecom = |body: Value| {
        form(&shop, Side::Ecom, "customers", None, &body)
            .expect(200)
            .json()
    };
    let made = ecom(
        json!({"name": "Mo Li", "email": "mo@example.org", "accept_marketing": "", "group": "0", "company": "", "phone": ""}),
    );
    let id = made["id"].as_str().unwrap();
    ecom(json!({"id": id, "accept_marketing": "false", "phone": "1"}));
    let shown = page(&shop, &format!("{ECOM_SITE}/page/customer?id={id}")).json();
    assert_eq!(
        (&shown["name"], &shown["phone"], &shown["accept_marketing"]),
        (&json!("Mo Li"), &json!("1"), &json!(false))
    );
    let taken = shop
        .0
        .world()
        .ecom
        .customers
        .iter()
        .next()
        .unwrap()
        .email
        .clone();
    assert!(ecom(json!({"id": id, "email": taken}))["error"].is_string());
}
