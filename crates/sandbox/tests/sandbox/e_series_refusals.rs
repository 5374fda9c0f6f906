//! What eCom does not do: without the plan, the scope, the right method, or after too many calls.

use serde_json::json;
use tandem_sandbox::{Sandbox, Side, World};

use crate::shop::{ECOM_API, ECOM_GROUPS, ECOM_SITE, Shop};

fn still(settings: &serde_json::Value) -> Shop {
    let shop = Shop(Sandbox::in_steps(World::demo(7, 3), 0));
    shop.act(&json!({"act": "switch", "settings": {"ecom": settings}}))
        .expect(200);
    shop
}

fn pass(shop: &Shop, seconds: u32) {
    shop.act(&json!({"act": "pass_time", "seconds": seconds}))
        .expect(200);
}

#[test]
fn a_suspended_store_says_402_to_everything() {
    let shop = Shop::new();
    shop.control("POST", "reset", &json!({"ecom": {"suspended": true}}))
        .expect(204);
    for path in [
        "profile",
        "customers",
        "customer_groups/0",
        "batch?ticket=x",
    ] {
        let error = shop.get(&format!("{ECOM_API}/{path}")).expect(402).json();
        assert_eq!(error["errorCode"], "STORE_IS_SUSPENDED", "{path}");
    }
}

#[test]
fn every_path_has_its_methods_and_scopes() {
    let shop = Shop::new();
    for (method, path) in [
        ("PUT", "customers"),
        ("POST", "customers/7"),
        ("DELETE", "customer_groups"),
        ("POST", "profile"),
        ("DELETE", "latest-stats"),
        ("POST", "customers/deleted"),
        ("PUT", "batch"),
        ("GET", "batch/cancel-group"),
        ("DELETE", "store_extrafields/customers"),
        ("POST", "customers_ids"),
        ("DELETE", "customers/7/contacts"),
    ] {
        let error = shop
            .ask(method, &format!("{ECOM_API}/{path}"), Some(json!({})))
            .expect(405)
            .json();
        assert_eq!(error["errorCode"], "METHOD_NOT_ALLOWED", "{method} {path}");
    }
    for path in [
        "orders",
        "customers/7/orders",
        "store_extrafields/orders",
        "customers/7/contacts/8/9",
    ] {
        shop.get(&format!("{ECOM_API}/{path}")).expect(404);
    }
    for (scopes, method, path, status) in [
        (&["update_customers"][..], "DELETE", "customers/7", 403),
        (&["read_customers"], "DELETE", "customers/7", 403),
        (
            &["update_customers", "read_customers"],
            "DELETE",
            "customers/7",
            404,
        ),
        (&["create_customers"], "POST", "customers/7/contacts", 403),
        (&["update_customers"], "POST", "customers/7/contacts", 404),
        (&["update_customers"], "DELETE", "customer_groups/7", 404),
        (&["read_customers"], "GET", "latest-stats", 403),
        (&["read_store_profile"], "GET", "latest-stats", 200),
        (&["read_customers"], "GET", "customers/deleted", 200),
    ] {
        shop.act(&json!({"act": "set_scopes", "scopes": scopes}))
            .expect(200);
        let body = (method == "POST").then(|| json!({"contact": "x"}));
        shop.ask(method, &format!("{ECOM_API}/{path}"), body)
            .expect(status);
    }
}

#[test]
fn six_hundred_calls_a_minute_for_each_token() {
    let shop = still(&json!({}));
    for _ in 0..600 {
        shop.get(&format!("{ECOM_GROUPS}/0")).expect(200);
    }
    let refused = shop.get(ECOM_GROUPS).expect(429);
    assert_eq!(refused.header("retry-after"), "60");
    let cookies = shop.cookies(Side::Ecom);
    let own = format!("{ECOM_SITE}/api/v3/10203040/profile");
    shop.send("GET", &own, &[("cookie", &cookies)], "")
        .expect(200);
    pass(&shop, 45);
    assert_eq!(
        shop.get(ECOM_GROUPS).expect(429).header("retry-after"),
        "15"
    );
    pass(&shop, 15);
    shop.get(ECOM_GROUPS).expect(200);
}

#[test]
fn whoever_goes_on_is_blocked_for_longer_or_not() {
    for (setting, status) in [("lengthens", 429), ("forgiven", 200)] {
        let shop = still(&json!({"hammering": setting}));
        for _ in 0..600 {
            shop.get(&format!("{ECOM_GROUPS}/0")).expect(200);
        }
        pass(&shop, 30);
        for _ in 0..21 {
            shop.get(ECOM_GROUPS).expect(429);
        }
        pass(&shop, 40);
        let late = shop.get(ECOM_GROUPS).expect(status);
        assert_eq!(
            late.header("retry-after"),
            if status == 429 { "60" } else { "" }
        );
        pass(&shop, 60);
        shop.get(ECOM_GROUPS).expect(200);
    }
}

#[test]
fn a_dead_token_is_told_so_and_blocked_when_it_hammers() {
    for (setting, last) in [("lengthens", 429), ("forgiven", 403)] {
        let shop = still(&json!({"hammering": setting}));
        let dead = || {
            shop.send(
                "GET",
                ECOM_GROUPS,
                &[("authorization", "Bearer secret_dead")],
                "",
            )
            .status
            .as_u16()
        };
        for _ in 0..20 {
            assert_eq!(dead(), 403);
        }
        assert_eq!(dead(), last, "{setting}");
        pass(&shop, 59);
        assert_eq!(dead(), last, "{setting}");
        pass(&shop, 59);
        assert_eq!(dead(), last, "the block began anew: {setting}");
        shop.get(ECOM_GROUPS).expect(200);
        pass(&shop, 60);
        assert_eq!(dead(), 403, "{setting}");
    }
}

#[test]
fn many_dead_tokens_shut_everybody_out() {
    for (setting, status) in [("lengthens", 429), ("forgiven", 200)] {
        let shop = still(&json!({"hammering": setting}));
        for n in 0..600 {
            let bearer = format!("Bearer secret_{}", n / 15);
            shop.send("GET", ECOM_GROUPS, &[("authorization", &bearer)], "");
        }
        shop.get(ECOM_GROUPS).expect(status);
        pass(&shop, 60);
        shop.get(ECOM_GROUPS).expect(200);
    }
}
