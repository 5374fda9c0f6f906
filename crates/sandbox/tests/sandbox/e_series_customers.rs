//! Customers through the API of eCom: read, made, changed, deleted, with every switch.

use serde_json::{Value, json};

use crate::shop::Shop;

const CUSTOMERS: &str = "http://127.0.0.1/api/v3/10203040/customers";

fn make(shop: &Shop, body: Value) -> i64 {
    let made = shop.post(CUSTOMERS, body).expect(200).json();
    assert_eq!(made.as_object().unwrap().len(), 1, "{made}");
    made["id"].as_i64().unwrap()
}

fn read(shop: &Shop, id: i64) -> Value {
    shop.get(&format!("{CUSTOMERS}/{id}")).expect(200).json()
}

fn change(shop: &Shop, id: i64, body: Value) -> Value {
    shop.put(&format!("{CUSTOMERS}/{id}"), body)
        .expect(200)
        .json()
}

fn with(name: &str, setting: &str) -> Shop {
    Shop::with(&json!({"ecom": {name: setting}}))
}

#[test]
fn lists_and_single_customers_differ_in_the_order_count_alone() {
    let shop = Shop::new();
    let all = shop.get(CUSTOMERS).json();
    assert_eq!(all["total"], all["allCustomerCount"]);
    let items = all["items"].as_array().unwrap();
    assert!(items.iter().any(|c| c.get("acceptMarketing").is_none()));
    assert!(items.iter().any(|c| c["acceptMarketing"] == true));
    assert!(items.iter().any(|c| c["stats"]["numberOfOrders"] != 0));
    assert!(items.iter().all(|c| c["totalOrderCount"] == 0));
    let mut listed = items[0].clone();
    listed.as_object_mut().unwrap().remove("totalOrderCount");
    assert_eq!(read(&shop, items[0]["id"].as_i64().unwrap()), listed);
    let error = shop.get(&format!("{CUSTOMERS}/123")).expect(404).json();
    assert_eq!(error["errorMessage"], "Customer #123 not found");
}

#[test]
fn an_email_alone_makes_a_customer_of_whom_little_is_known() {
    let shop = Shop::new();
    let id = make(&shop, json!({"email": "X@example.org"}));
    let one = read(&shop, id);
    for absent in [
        "billingPerson",
        "shippingAddresses",
        "acceptMarketing",
        "lang",
        "totalOrderCount",
        "extrafields",
    ] {
        assert!(one.get(absent).is_none(), "{absent}: {one}");
    }
    assert_eq!(
        (
            &one["email"],
            &one["name"],
            &one["customerGroupId"],
            &one["customerGroupName"]
        ),
        (
            &json!("X@example.org"),
            &json!(""),
            &json!(0),
            &json!("General")
        )
    );
    assert_eq!(one["contacts"][0]["contact"], "X@example.org");
    assert_eq!(
        one["stats"],
        json!({"numberOfOrders": 0, "salesValue": 0, "averageOrderValue": 0})
    );
    assert_eq!(one["registered"], one["updated"]);
    assert_eq!(
        one["registered"].as_str().unwrap().len(),
        "2024-08-21 07:52:09 +0000".len()
    );
}

#[test]
fn members_that_the_server_derives_are_its_own() {
    let shop = Shop::new();
    let id = make(
        &shop,
        json!({"email": "a@example.org", "id": 5, "registered": "2001-01-01", "billingPerson": {
        "name": "Anne Marie  van den Berg", "firstName": "No", "street": "1 Main St\nFlat 2", "city": "Reno",
        "countryCode": "US", "countryName": "No", "stateOrProvinceCode": "NV", "postalCode": "89501"}}),
    );
    let person = read(&shop, id)["billingPerson"].clone();
    assert_eq!(person["firstName"], "Anne");
    assert_eq!(person["lastName"], "Marie van den Berg");
    assert_eq!(person["countryName"], "United States of America");
    assert_eq!(person["stateOrProvinceName"], "Nevada");
    assert!(person.get("phone").is_none() && id != 5);
    change(
        &shop,
        id,
        json!({"billingPerson": {"name": "Anne", "countryCode": "BE", "stateOrProvinceCode": "VOV"}}),
    );
    let person = read(&shop, id)["billingPerson"].clone();
    assert!(person.get("firstName").is_none() && person.get("lastName").is_none());
    assert_eq!(
        (&person["countryName"], &person["stateOrProvinceName"]),
        (&json!("Belgium"), &json!("VOV"))
    );
    assert_eq!(read(&shop, id)["name"], "Anne");
}

#[test]
fn orders_show_in_the_statistics() {
    let shop = Shop::new();
    let world = json!({"ecom": {"customers": [
        {"id": 1, "email": "a@b.c", "orders": 2, "sales_cents": 9_750, "first_order": 86_400, "last_order": 172_800}]}});
    shop.control("POST", "reset", &world).expect(204);
    assert_eq!(
        read(&shop, 1)["stats"],
        json!({"numberOfOrders": 2, "salesValue": 97.5, "averageOrderValue": 48.75,
        "firstOrderDate": "1970-01-02 00:00:00 +0000", "lastOrderDate": "1970-01-03 00:00:00 +0000"})
    );
}

#[test]
fn a_put_moves_what_it_names_and_nothing_else() {
    let shop = Shop::new();
    let vip = shop.ecom_id("VIP");
    let id = make(
        &shop,
        json!({"email": "a@example.org", "taxId": "BE1", "acceptMarketing": true, "lang": "de",
        "b2b_b2c": "b2b", "taxExempt": true, "privateAdminNotes": "x", "password": "secret"}),
    );
    let before = read(&shop, id);
    assert!(before.get("password").is_none());
    assert_eq!(change(&shop, id, json!({})), json!({"updateCount": 0}));
    assert_eq!(read(&shop, id), before);
    assert_eq!(
        change(&shop, id, json!({"customerGroupId": vip})),
        json!({"updateCount": 1})
    );
    let after = read(&shop, id);
    assert!(after["updated"].as_str() > before["updated"].as_str());
    let mut expected = before.clone();
    for (name, value) in [
        ("customerGroupId", json!(vip)),
        ("customerGroupName", json!("VIP")),
        ("updated", after["updated"].clone()),
    ] {
        expected[name] = value;
    }
    assert_eq!(after, expected);
    change(
        &shop,
        id,
        json!({"customerGroupId": 0, "primaryPhone": "+32 1"}),
    );
    let after = read(&shop, id);
    assert_eq!(after["customerGroupName"], "General");
    assert!(
        after["contacts"]
            .as_array()
            .unwrap()
            .iter()
            .any(|c| c["contact"] == "+32 1" && c["default"] == true)
    );
    shop.put(&format!("{CUSTOMERS}/77"), json!({})).expect(404);
}

#[test]
fn wrong_bodies_are_refused_and_change_nothing() {
    let shop = Shop::new();
    let id = make(&shop, json!({"email": "a@example.org"}));
    let before = shop.0.world().ecom;
    for body in [
        json!({"email": 7}),
        json!({"taxExempt": "yes"}),
        json!({"billingPerson": "Mara"}),
        json!({"contacts": {}}),
        json!({"shippingAddresses": [7]}),
        json!({"b2b_b2c": "both"}),
        json!({"extrafields": [{"value": "1"}]}),
        json!({"contacts": [{"contact": "x", "type": "PIGEON"}]}),
        json!({"contacts": [{"type": "EMAIL"}]}),
        json!({"customerGroupId": "1"}),
        json!({"password": 1}),
    ] {
        let error = shop
            .put(&format!("{CUSTOMERS}/{id}"), body.clone())
            .expect(400)
            .json();
        assert_eq!(error["errorCode"], "WRONG_PARAMETER", "{body}");
    }
    let error = shop
        .put(&format!("{CUSTOMERS}/{id}"), json!({"lang": "xx"}))
        .expect(400)
        .json();
    assert_eq!(error["errorCode"], "LANGUAGES_NOT_ALLOWED");
    assert_eq!(shop.0.world().ecom, before);
    shop.post(CUSTOMERS, json!({"billingPerson": {"name": "x"}}))
        .expect(400);
    shop.ask("POST", CUSTOMERS, None).expect(415);
}

#[test]
fn a_known_email_is_refused_with_or_without_a_code() {
    for (setting, code) in [("blank", ""), ("constraint", "CONSTRAINT_VIOLATION")] {
        let shop = with("email_taken", setting);
        let id = make(&shop, json!({"email": "a@example.org"}));
        let other = make(&shop, json!({"email": "b@example.org"}));
        let error = shop
            .post(CUSTOMERS, json!({"email": "A@Example.org"}))
            .expect(409)
            .json();
        assert_eq!(error["errorCode"], code);
        shop.put(
            &format!("{CUSTOMERS}/{other}"),
            json!({"email": "a@example.org"}),
        )
        .expect(409);
        change(&shop, id, json!({"email": "A@example.org"}));
        assert_eq!(read(&shop, id)["email"], "A@example.org");
    }
}

#[test]
fn bad_emails_are_refused_or_taken() {
    let shop = Shop::new();
    for email in ["", "nobody", "a@b", "a b@example.org"] {
        shop.post(CUSTOMERS, json!({"email": email})).expect(400);
    }
    let lax = with("bad_emails", "accept");
    make(&lax, json!({"email": "nobody"}));
    lax.post(CUSTOMERS, json!({"email": "NOBODY"})).expect(409);
    for _ in 0..2 {
        make(&lax, json!({"email": ""}));
    }
}

#[test]
fn unknown_groups_are_refused_or_ignored() {
    let shop = Shop::new();
    shop.post(
        CUSTOMERS,
        json!({"email": "a@example.org", "customerGroupId": 77}),
    )
    .expect(400);
    let lax = with("unknown_groups", "accept");
    let vip = lax.ecom_id("VIP");
    let id = make(
        &lax,
        json!({"email": "a@example.org", "customerGroupId": vip}),
    );
    change(&lax, id, json!({"customerGroupId": 77}));
    assert_eq!(read(&lax, id)["customerGroupId"], vip);
}

#[test]
fn left_out_members_of_the_billing_person_stay_or_go() {
    for (setting, company) in [("merge", json!("Quist BV")), ("replace", Value::Null)] {
        let shop = with("billing_person", setting);
        let id = make(
            &shop,
            json!({"email": "a@example.org", "billingPerson": {"name": "Mara", "companyName": "Quist BV"}}),
        );
        change(&shop, id, json!({"billingPerson": {"name": "Mara Quist"}}));
        let person = read(&shop, id)["billingPerson"].clone();
        assert_eq!(
            (&person["name"], &person["companyName"]),
            (&json!("Mara Quist"), &company)
        );
        change(&shop, id, json!({"billingPerson": {"companyName": ""}}));
        assert!(
            read(&shop, id)["billingPerson"]
                .get("companyName")
                .is_none()
        );
    }
}

#[test]
fn a_null_for_marketing_does_one_of_three_things() {
    for (setting, after) in [
        ("ignored", json!(true)),
        ("forgets", Value::Null),
        ("denies", json!(false)),
    ] {
        let shop = with("null_marketing", setting);
        let id = make(
            &shop,
            json!({"email": "a@example.org", "acceptMarketing": true}),
        );
        change(&shop, id, json!({"acceptMarketing": null}));
        assert_eq!(
            read(&shop, id)
                .get("acceptMarketing")
                .cloned()
                .unwrap_or_default(),
            after,
            "{setting}"
        );
    }
}

#[test]
fn a_name_or_reference_outside_its_place_is_ignored_or_taken() {
    let body =
        json!({"email": "a@example.org", "name": "Top Level", "externalReferenceId": "pos-1"});
    let shop = Shop::new();
    let one = read(&shop, make(&shop, body.clone()));
    assert_eq!(
        (
            &one["name"],
            one.get("billingPerson"),
            one.get("externalReferenceId")
        ),
        (&json!(""), None, None)
    );
    let lax =
        Shop::with(&json!({"ecom": {"top_level_name": "accept", "customer_references": "accept"}}));
    let one = read(&lax, make(&lax, body));
    assert_eq!(
        (&one["name"], &one["externalReferenceId"]),
        (&json!("Top Level"), &json!("pos-1"))
    );
    let error = lax
        .post(
            CUSTOMERS,
            json!({"email": "b@example.org", "externalReferenceId": "pos-1"}),
        )
        .expect(409)
        .json();
    assert_eq!(error["errorCode"], "EXTERNAL_ID_ALREADY_USED");
}

#[test]
fn addresses_are_replaced_keep_their_ids_and_come_in_any_order() {
    let shop = Shop::new();
    let id = make(
        &shop,
        json!({"email": "a@example.org", "shippingAddresses": [
        {"name": "Li Wang", "city": "Gent", "countryCode": "BE", "defaultAddress": true}, {"city": "Lier"}, {"city": "Mol"}]}),
    );
    let list = read(&shop, id)["shippingAddresses"].clone();
    let again = read(&shop, id)["shippingAddresses"].clone();
    assert_ne!(list, again, "the order moves");
    let gent = list
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["city"] == "Gent")
        .unwrap();
    assert!(gent.get("firstName").is_none() && gent["defaultAddress"] == true);
    assert_eq!(gent["addressFormatted"], "Li Wang, Gent, Belgium");
    change(
        &shop,
        id,
        json!({"shippingAddresses": [{"id": gent["id"], "city": "Aalst"}]}),
    );
    let left = read(&shop, id)["shippingAddresses"].clone();
    assert_eq!(
        (
            left.as_array().unwrap().len(),
            &left[0]["id"],
            &left[0]["city"]
        ),
        (1, &gent["id"], &json!("Aalst"))
    );
}
