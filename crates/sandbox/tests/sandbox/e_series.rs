//! The API of eCom.

use serde_json::{Value, json};

use crate::shop::{ECOM_API, ECOM_GROUPS, Shop, names};

const CUSTOMERS: &str = "http://127.0.0.1/api/v3/10203040/customers";

fn page(shop: &Shop, query: &str) -> Value {
    shop.get(&format!("{ECOM_GROUPS}?{query}"))
        .expect(200)
        .json()
}

#[test]
fn general_is_first_and_counts() {
    let shop = Shop::new();
    let all = page(&shop, "");
    assert_eq!(
        (&all["total"], &all["count"], &all["limit"]),
        (&json!(7), &json!(7), &json!(100))
    );
    assert_eq!(all["items"][0], json!({"id": 0, "name": "General"}));
    let two = page(&shop, "offset=0&limit=2");
    assert_eq!(
        (names(&two["items"]), &two["count"]),
        (vec!["General", "VIP"], &json!(2))
    );
    assert_eq!(
        names(&page(&shop, "offset=6&limit=2")["items"]),
        ["Summer 2025"]
    );
    assert_eq!(page(&shop, "offset=7")["count"], 0);
}

#[test]
fn lists_are_filtered_by_keyword_and_id() {
    let shop = Shop::new();
    let (vip, staff) = (shop.ecom_id("VIP"), shop.ecom_id("Staff"));
    assert_eq!(
        names(&page(&shop, "keyword=sch%C3%BCL")["items"]),
        ["Lehrer & Schüler"]
    );
    assert_eq!(names(&page(&shop, "keyword=ENER")["items"]), ["General"]);
    for name in ["customerGroupIds", "customerGroupId"] {
        assert_eq!(
            names(&page(&shop, &format!("{name}={vip},{staff}"))["items"]),
            ["VIP", "Staff"]
        );
    }
    shop.get(&format!("{ECOM_GROUPS}?customerGroupIds=x"))
        .expect(400);
}

#[test]
fn limits_above_100_are_clamped_or_refused() {
    assert_eq!(page(&Shop::new(), "limit=500")["limit"], 100);
    let strict = Shop::with(&json!({"ecom": {"limit_above_max": "refuse"}}));
    strict.get(&format!("{ECOM_GROUPS}?limit=101")).expect(400);
    for wrong in ["limit=0", "limit=-1", "offset=x"] {
        strict.get(&format!("{ECOM_GROUPS}?{wrong}")).expect(400);
    }
}

#[test]
fn groups_are_made_changed_and_deleted() {
    let shop = Shop::new();
    let made = shop
        .post(ECOM_GROUPS, json!({"name": "=Ærlig ❤", "no_such": 1}))
        .expect(200)
        .json();
    let own = format!("{ECOM_GROUPS}/{}", made["id"]);
    assert_eq!(made.as_object().unwrap().len(), 1);
    assert_eq!(
        shop.get(&own).json(),
        json!({"id": made["id"], "name": "=Ærlig ❤"})
    );
    assert_eq!(
        shop.put(&own, json!({"name": "New"})).json(),
        json!({"updateCount": 1})
    );
    assert_eq!(shop.put(&own, json!({})).json(), json!({"updateCount": 0}));
    assert_eq!(shop.delete(&own).json(), json!({"deleteCount": 1}));
    let error = shop.get(&own).expect(404).json();
    assert_eq!(
        error["errorMessage"],
        format!("Customer group #{} not found", made["id"])
    );
    shop.delete(&own).expect(404);
    shop.put(&own, json!({"name": "x"})).expect(404);
}

#[test]
fn a_name_is_required() {
    let shop = Shop::new();
    let error = shop.post(ECOM_GROUPS, json!({})).expect(400).json();
    assert_eq!(
        error["errorMessage"],
        "Field CustomerMembership.name is absent"
    );
    shop.post(ECOM_GROUPS, json!({"name": 7})).expect(400);
    let plain = [("authorization", "Bearer secret_sandbox_ecom_token")];
    shop.send("POST", ECOM_GROUPS, &plain, r#"{"name":"x"}"#)
        .expect(415);
}

#[test]
fn members_keep_their_group_on_a_rename_and_go_to_general_when_it_is_deleted() {
    let shop = Shop::new();
    let id = shop.ecom_id("Wholesale");
    let members = |id: i64| {
        shop.get(&format!("{CUSTOMERS}?customerGroupIds={id}"))
            .json()["total"]
            .as_u64()
            .unwrap()
    };
    let (there, general) = (members(id), members(0));
    assert!(there > 0);
    shop.put(
        &format!("{ECOM_GROUPS}/{id}"),
        json!({"name": "wholesale "}),
    )
    .expect(200);
    assert_eq!(members(id), there);
    shop.delete(&format!("{ECOM_GROUPS}/{id}")).expect(200);
    assert_eq!((members(id), members(0)), (0, general + there));
}

#[test]
fn general_can_be_read_and_not_deleted_and_renamed_only_where_that_is_allowed() {
    for (setting, status) in [("refuse", 400), ("accept", 200)] {
        let shop = Shop::with(&json!({"ecom": {"default_rename": setting}}));
        let own = format!("{ECOM_GROUPS}/0");
        assert_eq!(shop.get(&own).json()["name"], "General");
        shop.put(&own, json!({"name": "Everyone"})).expect(status);
        shop.delete(&own).expect(400);
    }
}

#[test]
fn repeated_and_blank_titles() {
    let shop = Shop::new();
    shop.post(ECOM_GROUPS, json!({"name": "VIP"})).expect(200);
    shop.post(ECOM_GROUPS, json!({"name": " "})).expect(400);
    let other =
        Shop::with(&json!({"ecom": {"duplicate_titles": "refuse", "blank_titles": "accept"}}));
    other.post(ECOM_GROUPS, json!({"name": "VIP"})).expect(409);
    other.post(ECOM_GROUPS, json!({"name": " "})).expect(200);
}

#[test]
fn external_references_are_unique() {
    let shop = Shop::new();
    let body = json!({"name": "A", "externalReferenceId": "pos-1"});
    let made = shop.post(ECOM_GROUPS, body.clone()).json();
    assert_eq!(
        shop.get(&format!("{ECOM_GROUPS}/{}", made["id"])).json()["externalReferenceId"],
        "pos-1"
    );
    let error = shop.post(ECOM_GROUPS, body).expect(409).json();
    assert_eq!(error["errorCode"], "EXTERNAL_ID_ALREADY_USED");
}

#[test]
fn a_plan_without_groups_says_402_to_every_group_call_and_nowhere_else() {
    let shop = Shop::new();
    shop.act(&json!({"act": "set_plan", "has_groups": false}))
        .expect(200);
    let error = shop.get(ECOM_GROUPS).expect(402).json();
    assert_eq!(error["errorCode"], "NOT_AVAILABLE_ON_CURRENT_PLAN");
    shop.post(ECOM_GROUPS, json!({"name": "x"})).expect(402);
    shop.get(&format!("{ECOM_GROUPS}/0")).expect(402);
    shop.get(CUSTOMERS).expect(200);
    let profile = shop.get(&format!("{ECOM_API}/profile")).json();
    assert!(
        !profile["account"]["availableFeatures"]
            .as_array()
            .unwrap()
            .contains(&json!("CUSTOMER_GROUPS"))
    );
}

#[test]
fn tokens_and_scopes() {
    let shop = Shop::new();
    for headers in [&[][..], &[("authorization", "Bearer public_x")]] {
        let error = shop
            .send("GET", ECOM_GROUPS, headers, "")
            .expect(403)
            .json();
        assert_eq!(error["errorCode"], "INVALID_API_TOKEN");
    }
    shop.send(
        "GET",
        &format!("{ECOM_GROUPS}?token=secret_sandbox_ecom_token"),
        &[],
        "",
    )
    .expect(200);
    shop.act(&json!({"act": "set_scopes", "scopes": ["read_customers", "read_store_profile"]}))
        .expect(200);
    shop.get(ECOM_GROUPS).expect(200);
    let error = shop
        .post(ECOM_GROUPS, json!({"name": "x"}))
        .expect(403)
        .json();
    assert_eq!(error["errorCode"], "INSUFFICIENT_APP_SCOPE");
}

#[test]
fn errors_have_a_body_or_none() {
    let missing = format!("{ECOM_GROUPS}/77");
    let full = Shop::new().get(&missing).expect(404).json();
    assert_eq!(
        full,
        json!({"errorMessage": "Customer group #77 not found", "errorCode": ""})
    );
    let empty = Shop::with(&json!({"ecom": {"error_bodies": "empty"}}));
    assert_eq!(empty.get(&missing).expect(404).text, "");
}

#[test]
fn the_profile_names_the_store() {
    let profile = Shop::new().get(&format!("{ECOM_API}/profile")).json();
    assert_eq!(profile["generalInfo"]["storeId"], 10_203_040);
    assert_eq!(profile["settings"]["storeName"], "Lantern Books Online");
    assert!(
        profile["account"]["availableFeatures"]
            .as_array()
            .unwrap()
            .contains(&json!("CUSTOMER_GROUPS"))
    );
    Shop::new()
        .get("http://127.0.0.1/api/v3/999/profile")
        .expect(404);
}

#[test]
fn response_fields_leave_out_the_rest() {
    let shop = Shop::new();
    let cut = page(&shop, "limit=1&responseFields=total,items(name)");
    assert_eq!(cut, json!({"total": 7, "items": [{"name": "General"}]}));
    shop.get(&format!("{ECOM_GROUPS}?responseFields=items("))
        .expect(400);
}

#[test]
fn too_many_calls_wait_in_seconds() {
    let shop = Shop::new();
    shop.fault(&json!({"side": "ecom", "do": "rate_limited"}));
    let refused = shop.get(ECOM_GROUPS).expect(429);
    assert_eq!(
        (
            refused.header("retry-after"),
            refused.json()["errorCode"].as_str()
        ),
        ("2", Some("RATE_LIMITED"))
    );
}
