//! Customers of POS by its API.

use serde_json::{Value, json};
use tandem_sandbox::World;
use tandem_sandbox::world::{PosCustomer, PosSale};

use crate::shop::Shop;

pub(crate) const CUSTOMERS: &str = "http://127.0.0.1/api/2.0/customers";
const DATED: &str = "http://127.0.0.1/api/2026-07/customers";

/// Every member that can be written, each with a value of its own.
pub(crate) fn whole() -> Value {
    json!({
        "customer_code": "MARA-1", "first_name": "Mara", "last_name": "Quist", "company_name": "Quist & Co",
        "email": "mara@example.org", "phone": "1", "mobile": "2", "fax": "3", "twitter": "@mara",
        "website": "http://mara.example", "note": "kind", "gender": "F", "date_of_birth": "1963-03-03",
        "do_not_email": true, "enable_promotional_sms": true, "enable_loyalty": false, "tax_id": "t",
        "on_account_limit": 12.5,
        "physical_address_1": "a1", "physical_address_2": "a2", "physical_suburb": "a3", "physical_city": "a4",
        "physical_postcode": "D02 X285", "physical_state": "a6", "physical_country_id": "IE",
        "postal_address_1": "b1", "postal_address_2": "b2", "postal_suburb": "b3", "postal_city": "b4",
        "postal_postcode": "10115", "postal_state": "b6", "postal_country_id": "DE",
        "custom_field_1": "c1", "custom_field_2": "c2", "custom_field_3": "c3", "custom_field_4": "c4",
    })
}

/// Makes a customer whose names are null unless given.
pub(crate) fn make(shop: &Shop, given: &Value) -> Value {
    let mut body = json!({"first_name": null, "last_name": null});
    body.as_object_mut()
        .unwrap()
        .extend(given.as_object().unwrap().clone());
    shop.post(CUSTOMERS, body).expect(201).json()["data"].clone()
}

pub(crate) fn own(customer: &Value) -> String {
    format!("{CUSTOMERS}/{}", customer["id"].as_str().unwrap())
}

pub(crate) fn read(shop: &Shop, customer: &Value) -> Value {
    shop.get(&own(customer)).expect(200).json()["data"].clone()
}

#[test]
fn every_writable_member_is_kept_and_read_only_ones_are_ignored() {
    let shop = Shop::new();
    let mut group = whole();
    group["customer_group_id"] = shop.pos_id("Staff").into();
    assert_eq!(group.as_object().unwrap().len(), 37);
    let mut sent = group.clone();
    for (name, value) in [
        ("id", json!("mine")),
        ("name", json!("x")),
        ("version", json!(1)),
        ("balance", json!(99)),
        ("contact_source", json!("y")),
    ] {
        sent[name] = value;
    }
    let made = shop.post(DATED, sent).expect(201).json()["data"].clone();
    for (name, value) in group.as_object().unwrap() {
        assert_eq!(made[name], *value, "{name}");
    }
    assert_eq!(
        (&made["name"], &made["balance"], &made["year_to_date"]),
        (&json!("Mara Quist"), &json!(0), &json!(0))
    );
    assert_eq!(made["created_at"], made["updated_at"]);
    assert!(made["version"].as_i64() > Some(1) && made["id"] != "mine");
    assert_eq!(read(&shop, &made), made);
}

#[test]
fn what_is_left_out_gets_the_defaults_and_a_generated_code() {
    let shop = Shop::new();
    let made = make(&shop, &json!({"first_name": "Tony"}));
    let suffix = made["customer_code"]
        .as_str()
        .unwrap()
        .strip_prefix("Tony-")
        .unwrap();
    assert_eq!(suffix.len(), 4);
    assert_eq!(made["customer_group_id"], shop.pos_id("All Customers"));
    assert_eq!(
        (&made["do_not_email"], &made["enable_loyalty"]),
        (&json!(false), &json!(true))
    );
    let nameless = make(&shop, &json!({}));
    assert!(
        nameless["customer_code"]
            .as_str()
            .unwrap()
            .starts_with("UNNAMED-")
    );
    assert!(nameless["name"].is_null());
}

#[test]
fn put_replaces_or_merges() {
    for (setting, kept) in [("replace", false), ("merge", true)] {
        let shop = Shop::with(&json!({"pos": {"put": setting}}));
        let mut body = whole();
        body["customer_group_id"] = shop.pos_id("Staff").into();
        let made = make(&shop, &body);
        let put = shop
            .put(&own(&made), json!({"first_name": "M", "last_name": null}))
            .expect(200)
            .json()["data"]
            .clone();
        assert!(put["version"].as_i64() > made["version"].as_i64());
        assert_eq!(
            (&put["first_name"], &put["last_name"]),
            (&json!("M"), &Value::Null)
        );
        assert_eq!(put["customer_code"], "MARA-1");
        for name in [
            "email",
            "note",
            "on_account_limit",
            "do_not_email",
            "customer_group_id",
        ] {
            assert_eq!(put[name] == made[name], kept, "{setting} {name}");
        }
    }
}

#[test]
fn an_email_may_repeat_and_a_code_may_not() {
    for (setting, status) in [
        ("unprocessable", 422),
        ("bad-request", 400),
        ("conflict", 409),
    ] {
        let shop = Shop::with(&json!({"pos": {"code_taken": setting}}));
        let first = make(
            &shop,
            &json!({"customer_code": "A", "email": "x@example.org"}),
        );
        let second = make(
            &shop,
            &json!({"customer_code": "B", "email": "x@example.org"}),
        );
        let names = json!({"first_name": null, "last_name": null, "customer_code": "A"});
        let refused = shop.post(CUSTOMERS, names.clone()).expect(status).json();
        assert!(refused["error"].is_string());
        shop.put(&own(&second), names.clone()).expect(status);
        shop.put(&own(&first), names.clone()).expect(200);
        shop.delete(&own(&first)).expect(204);
        shop.put(&own(&second), names).expect(200);
    }
}

#[test]
fn a_group_that_does_not_exist_is_refused_or_read_as_the_default() {
    let body = json!({"first_name": null, "last_name": null, "customer_group_id": "nowhere"});
    Shop::new().post(CUSTOMERS, body.clone()).expect(422);
    let lax = Shop::with(&json!({"pos": {"unknown_group": "to-default"}}));
    let made = make(&lax, &body);
    assert_eq!(made["customer_group_id"], lax.pos_id("All Customers"));
}

#[test]
fn names_are_required_as_the_switch_says() {
    let company = json!({"company_name": "C"});
    let nobody = json!({"first_name": null, "last_name": " "});
    for (setting, without_keys, without_names) in
        [("keys", 400, 201), ("one", 201, 400), ("free", 201, 201)]
    {
        let shop = Shop::with(&json!({"pos": {"names": setting}}));
        shop.post(CUSTOMERS, company.clone()).expect(without_keys);
        shop.post(CUSTOMERS, nobody.clone()).expect(without_names);
        let made = make(&shop, &json!({"first_name": "Mo"}));
        let put = if setting == "keys" { 400 } else { 200 };
        shop.put(&own(&made), company.clone()).expect(put);
    }
}

#[test]
fn emails_are_free_text_or_checked() {
    let strict = Shop::with(&json!({"pos": {"malformed_emails": "refuse"}}));
    for (email, status) in [
        ("mara@example.org", 201),
        ("", 201),
        ("mara", 400),
        ("a@b", 400),
        ("a b@example.org", 400),
        ("a@b@example.org", 400),
        ("@example.org", 400),
    ] {
        let body = json!({"first_name": null, "last_name": null, "email": email});
        Shop::new().post(CUSTOMERS, body.clone()).expect(201);
        strict.post(CUSTOMERS, body).expect(status);
    }
}

#[test]
fn members_of_a_wrong_type_are_refused() {
    let shop = Shop::new();
    for (name, value) in [
        ("email", json!(7)),
        ("do_not_email", json!(null)),
        ("enable_loyalty", json!("yes")),
        ("customer_code", json!(null)),
        ("customer_group_id", json!(7)),
        ("on_account_limit", json!("7")),
        ("date_of_birth", json!("3 March")),
    ] {
        let mut body = json!({"first_name": null, "last_name": null});
        body[name] = value;
        shop.post(CUSTOMERS, body).expect(400);
    }
    let unborn = json!({"first_name": null, "last_name": null, "date_of_birth": null});
    shop.post(CUSTOMERS, unborn).expect(201);
}

#[test]
fn card_numbers_are_starred_out_in_texts_about_people_and_nowhere_else() {
    let card = "4111 1111 1111 1111";
    let texts = json!({"first_name": card, "company_name": card, "note": card, "postal_address_1": card,
        "physical_city": card, "custom_field_4": card, "phone": card, "email": card});
    for (setting, starred) in [("refuse", true), ("accept", false)] {
        let shop = Shop::with(&json!({"pos": {"card_numbers": setting}}));
        let made = make(&shop, &texts);
        for (name, sent) in texts.as_object().unwrap() {
            let spared = matches!(name.as_str(), "phone" | "email");
            assert_eq!(made[name] != *sent, starred && !spared, "{name}");
        }
        let mut again = json!({"last_name": null});
        again
            .as_object_mut()
            .unwrap()
            .extend(texts.as_object().unwrap().clone());
        let put = shop.put(&own(&made), again).expect(200).json();
        assert_eq!(put["data"]["note"] != card, starred);
    }
}

#[test]
fn a_deleted_customer_is_a_tombstone_with_a_new_version() {
    for (setting, status) in [("not-found", 404), ("shown", 200)] {
        let shop = Shop::with(&json!({"pos": {"deleted_by_id": setting}}));
        let made = make(&shop, &json!({"first_name": "Gone"}));
        let max = made["version"].as_i64().unwrap();
        assert_eq!(shop.delete(&own(&made)).expect(204).text, "");
        shop.get(&own(&made)).expect(status);
        shop.put(&own(&made), json!({"first_name": "x", "last_name": null}))
            .expect(404);
        shop.delete(&own(&made)).expect(404);
        let feed = |deleted: &str| {
            let page = shop.get(&format!("{CUSTOMERS}?after={max}&deleted={deleted}"));
            page.expect(200).json()["data"].as_array().unwrap().clone()
        };
        assert!(feed("false").is_empty());
        let [tombstone] = feed("true").try_into().unwrap();
        assert!(tombstone["id"] == made["id"] && tombstone["deleted_at"].is_string());
    }
}

#[test]
fn texts_that_are_blank_are_shown_as_the_switch_says() {
    for (setting, empty, null) in [
        ("kept", json!(""), Value::Null),
        ("null", Value::Null, Value::Null),
        ("empty", json!(""), json!("")),
    ] {
        let shop = Shop::with(&json!({"pos": {"blank_texts": setting}}));
        let made = make(&shop, &json!({"note": "", "phone": null}));
        assert_eq!((&made["note"], &made["phone"]), (&empty, &null));
        assert!(made["date_of_birth"].is_null());
    }
}

#[test]
fn nulls_are_written_or_left_out_or_now_this_and_now_that() {
    let absent = |setting: &str| {
        let shop = Shop::with(&json!({"pos": {"nulls": setting}}));
        let made = make(&shop, &json!({"email": "x@example.org"}));
        assert!(made.get("first_name").is_some() && made["email"] == "x@example.org");
        assert_eq!(
            read(&shop, &made),
            made,
            "the same member is always treated alike"
        );
        [
            "note",
            "phone",
            "fax",
            "twitter",
            "gender",
            "deleted_at",
            "custom_field_1",
        ]
        .into_iter()
        .filter(|name| made.get(*name).is_none())
        .count()
    };
    assert_eq!((absent("written"), absent("omitted")), (0, 7));
    assert!((1..7).contains(&absent("sometimes")));
}

#[test]
fn customers_come_in_order_of_change_page_by_page() {
    let shop = Shop::new();
    let first = shop.get(&format!("{CUSTOMERS}?page_size=1")).json()["data"][0].clone();
    shop.put(
        &own(&first),
        json!({"first_name": "Last", "last_name": null}),
    )
    .expect(200);
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let page = shop
            .get(&format!("{DATED}?page_size=5&after={after}"))
            .expect(200)
            .json();
        let ids = page["data"].as_array().unwrap().iter();
        seen.extend(ids.map(|c| c["id"].as_str().unwrap().to_owned()));
        match page["version"]["max"].as_i64() {
            Some(max) => after = max,
            None => break,
        }
    }
    assert_eq!(seen.len(), shop.0.world().pos.customers.len());
    assert_eq!(seen.last().unwrap(), first["id"].as_str().unwrap());
}

#[test]
fn long_texts_are_kept_or_refused_or_cut() {
    let long = "ß".repeat(300);
    let body = json!({"first_name": null, "last_name": null, "note": long});
    for (setting, status, kept) in [("kept", 201, 300), ("refuse", 400, 0), ("cut", 201, 255)] {
        let shop = Shop::with(&json!({"pos": {"long_texts": setting}}));
        let reply = shop.post(CUSTOMERS, body.clone()).expect(status);
        if status == 201 {
            let note = reply.json()["data"]["note"].as_str().unwrap().to_owned();
            assert_eq!(note.chars().count(), kept, "{setting}");
        }
        make(&shop, &json!({"note": "ß".repeat(255)}));
    }
}

#[test]
fn a_sale_changes_the_version_and_no_member_that_can_be_written() {
    let people = json!({"pos": {"customers": [{"id": "m", "email": "m@example.org"}]}});
    let world: World = serde_json::from_value(people).unwrap();
    let mut world = world.settled().unwrap();
    let before = world.pos.customer("m").unwrap().clone();
    let sale = PosSale {
        spent: 12.5,
        owed: -3.0,
        loyalty: 1.0,
    };
    world.sell_to_pos_customer("m", sale).unwrap();
    let after = world.pos.customer("m").unwrap().clone();
    assert!(after.version > before.version);
    assert_eq!(
        (after.year_to_date, after.balance, after.loyalty_balance),
        (12.5, -3.0, 1.0)
    );
    let same = PosCustomer {
        version: before.version,
        updated_at: before.updated_at,
        year_to_date: 0.0,
        balance: 0.0,
        loyalty_balance: 0.0,
        ..after
    };
    assert_eq!(same, before);
    assert!(world.sell_to_pos_customer("nobody", sale).is_err());
}

#[test]
fn a_world_in_which_a_code_or_a_version_repeats_is_refused() {
    let shop = Shop::new();
    for customers in [
        json!([{"customer_code": "A"}, {"customer_code": "A"}]),
        json!([{"version": 7}, {"version": 7}]),
        json!([{"id": "m"}, {"id": "m"}]),
        json!([{"customer_group_id": "nowhere"}]),
        json!([{"emial": "misspelt"}]),
    ] {
        shop.control("POST", "reset", &json!({"pos": {"customers": customers}}))
            .expect(400);
    }
    let tombstone = json!([{"customer_code": "A", "deleted_at": 1, "customer_group_id": "gone"}, {"customer_code": "A"}]);
    shop.control("POST", "reset", &json!({"pos": {"customers": tombstone}}))
        .expect(204);
}
