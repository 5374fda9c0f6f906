//! Sign-in, the shell of the admin pages, what their script reads, and their forms.

use serde_json::json;
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
    assert_eq!(
        people.as_array().unwrap().len(),
        shop.0.world().ecom.customers.len()
    );
    assert!(shop.0.log().is_empty());
    for file in [
        "admin.css",
        "admin.js",
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

#[test]
fn forms_add_and_rename_groups_with_the_secret_alone() {
    let shop = Shop::new();
    let cookies = shop.cookies(Side::Ecom);
    let secret = cookies.rsplit_once('=').unwrap().1;
    let form = |body: &str| {
        shop.send(
            "POST",
            &format!("{ECOM_SITE}/page/groups"),
            &[("cookie", &cookies)],
            body,
        )
    };
    form("title=Sneaky&csrf=wrong").expect(403);
    let added = form(&format!("csrf={secret}&title=%C3%84+b")).expect(303);
    assert_eq!(added.header("location"), "/store/10203040#customer-groups");
    let id = shop.ecom_id("Ä b");
    form(&format!("csrf={secret}&title=New&id={id}")).expect(303);
    assert_eq!(shop.ecom_id("New"), id);
    let refused = form(&format!("csrf={secret}&title=+")).expect(303);
    assert!(refused.header("location").contains("refused"));
}
