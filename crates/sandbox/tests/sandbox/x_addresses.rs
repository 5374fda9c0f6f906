//! Addresses of customers of POS, post codes, and the forms of errors.

use serde_json::{Value, json};

use crate::shop::{GROUPS, Reply, Shop};
use crate::x_customers::{CUSTOMERS, make, own, read};

fn list(customer: &Value) -> String {
    let id = customer["id"].as_str().unwrap();
    format!("http://127.0.0.1/api/2026-07/customers/{id}/addresses")
}

fn addresses(shop: &Shop, customer: &Value) -> Vec<Value> {
    let page = shop.get(&list(customer)).expect(200).json();
    assert!(page.get("version").is_none());
    page["data"].as_array().unwrap().clone()
}

/// A whole address, with some members changed.
fn address(changes: &Value) -> Value {
    let mut all = json!({"type": "BILLING", "address_line_1": "1 Main Street", "address_line_2": "Floor 2",
        "suburb": "Centre", "city": "Auckland", "postcode": "1010", "state": "Auckland", "state_code": null,
        "country_code": "NZ"});
    all.as_object_mut()
        .unwrap()
        .extend(changes.as_object().unwrap().clone());
    all
}

fn add(shop: &Shop, customer: &Value, changes: &Value) -> Reply {
    shop.post(&list(customer), address(changes))
}

#[test]
fn addresses_are_made_read_changed_and_taken_away() {
    for setting in ["mirrored", "apart"] {
        let shop = Shop::with(&json!({"pos": {"addresses": setting}}));
        let mara = make(&shop, &json!({"first_name": "Mara"}));
        assert!(addresses(&shop, &mara).is_empty());
        let made = add(&shop, &mara, &json!({})).expect(201).json()["data"].clone();
        assert!(made["id_token"].is_string() && made["country_name"] == "New Zealand");
        assert!(made["created_at"].as_str().unwrap().ends_with('Z'));
        let one = format!("{}/{}", list(&mara), made["id"]);
        let shown = shop.get(&one).expect(200).json()["data"].clone();
        for (name, sent) in address(&json!({})).as_object().unwrap() {
            assert_eq!(shown[name], *sent, "{setting} {name}");
        }
        assert_eq!(shown["customer_id"], mara["id"]);
        assert!(shown.get("id_token").is_none());
        let put = shop.put(
            &one,
            address(&json!({"city": "Wellington", "postcode": "6011"})),
        );
        assert_eq!(put.expect(200).json()["data"]["city"], "Wellington");
        add(&shop, &mara, &json!({"city": "Nelson"})).expect(201);
        add(&shop, &mara, &json!({"type": "SHIPPING"})).expect(201);
        let all = addresses(&shop, &mara);
        assert_eq!(all.len(), 3, "{setting}");
        for address in all {
            shop.delete(&format!("{}/{}", list(&mara), address["id"]))
                .expect(204);
        }
        assert!(addresses(&shop, &mara).is_empty());
        shop.get(&one).expect(404);
        shop.put(&one, address(&json!({}))).expect(404);
        shop.delete(&one).expect(404);
    }
}

#[test]
fn the_first_of_a_kind_is_members_of_the_customer_or_not() {
    for (setting, mirrored) in [("mirrored", true), ("apart", false)] {
        let shop = Shop::with(&json!({"pos": {"addresses": setting}}));
        let mara = make(
            &shop,
            &json!({"first_name": "Mara", "physical_city": "Cork", "physical_country_id": "IE"}),
        );
        assert_eq!(addresses(&shop, &mara).len(), usize::from(mirrored));
        let made = add(&shop, &mara, &json!({})).expect(201).json()["data"].clone();
        let now = read(&shop, &mara);
        assert_eq!(now["postal_city"] == "Auckland", mirrored);
        assert_eq!(now["version"] != mara["version"], mirrored);
        let second = add(&shop, &mara, &json!({"city": "Nelson"}))
            .expect(201)
            .json();
        assert!(second["data"]["id"] != made["id"]);
        assert_eq!(
            read(&shop, &mara),
            now,
            "a second of the kind is kept apart"
        );
        let moved = shop.put(
            &format!("{}/{}", list(&mara), made["id"]),
            address(&json!({"type": "SHIPPING"})),
        );
        assert_eq!(moved.expect(200).json()["data"]["type"], "SHIPPING");
        let after = read(&shop, &mara);
        assert!(after["postal_city"].is_null(), "{setting}");
        assert_eq!(after["physical_city"], "Cork");
        let body = json!({"first_name": "Mara", "last_name": null, "postal_address_1": "Z", "postal_city": "Graz"});
        shop.put(&own(&mara), body).expect(200);
        let cities: Vec<Value> = addresses(&shop, &mara)
            .iter()
            .map(|a| a["city"].clone())
            .collect();
        assert_eq!(cities.contains(&json!("Graz")), mirrored, "{cities:?}");
        assert!(!cities.contains(&json!("Cork")), "the PUT replaced it");
    }
}

#[test]
fn an_address_must_be_whole_and_of_its_country() {
    let shop = Shop::new();
    let mara = make(&shop, &json!({}));
    let long = "x".repeat(51);
    for changes in [
        json!({"type": "HOME"}),
        json!({"type": null}),
        json!({"address_line_1": ""}),
        json!({"address_line_1": long}),
        json!({"address_line_2": long}),
        json!({"city": "x".repeat(29)}),
        json!({"city": 7}),
        json!({"state": "x".repeat(36)}),
        json!({"country_code": "XX"}),
        json!({"country_code": "NZL"}),
        json!({"country_code": "US", "postcode": "10001"}),
        json!({"postcode": null}),
    ] {
        add(&shop, &mara, &changes).expect(400);
    }
    let us = json!({"country_code": "US", "postcode": "10001-1234", "state_code": "NY", "state": "New York"});
    add(&shop, &mara, &us).expect(201);
    let refused = add(&shop, &mara, &json!({"postcode": "1"}))
        .expect(400)
        .json();
    assert_eq!(
        refused,
        json!({"error": "Postal code format is incorrect. Example: 1010"})
    );
}

#[test]
fn post_codes_of_customers_are_free_or_checked_too() {
    for (setting, status) in [("addresses", 201), ("everywhere", 400)] {
        let shop = Shop::with(&json!({"pos": {"postcodes": setting}}));
        for prefix in ["postal", "physical"] {
            let mut body = json!({"first_name": null, "last_name": null});
            body[format!("{prefix}_postcode")] = "1".into();
            body[format!("{prefix}_country_id")] = "DE".into();
            shop.post(CUSTOMERS, body.clone()).expect(status);
            body[format!("{prefix}_postcode")] = "10115".into();
            shop.post(CUSTOMERS, body).expect(201);
        }
    }
    let merges = Shop::with(&json!({"pos": {"postcodes": "everywhere", "put": "merge"}}));
    let made = make(&merges, &json!({"postal_country_id": "DE"}));
    let body = json!({"first_name": null, "last_name": null, "postal_postcode": "1"});
    merges.put(&own(&made), body).expect(400);
}

#[test]
fn addresses_are_of_2026_07_and_of_living_customers_alone() {
    let shop = Shop::new();
    let mara = make(&shop, &json!({}));
    shop.get(&format!("{}/addresses", own(&mara))).expect(404);
    shop.get(&list(&json!({"id": "nobody"}))).expect(404);
    shop.ask("PATCH", &list(&mara), None).expect(405);
    shop.get(&format!("{}/1/2", list(&mara))).expect(404);
    shop.get(&format!("{}/one", list(&mara))).expect(404);
    shop.delete(&own(&mara)).expect(204);
    shop.get(&list(&mara)).expect(404);
}

#[test]
fn a_read_only_address_is_left_alone() {
    let shop = Shop::new();
    let world = json!({"pos": {"customers": [{"id": "m", "addresses":
        [{"id": 7, "city": "Cork", "country_code": "IE", "read_only": true}]}]}});
    shop.control("POST", "reset", &world).expect(204);
    let own = format!("{}/7", list(&json!({"id": "m"})));
    shop.get(&own).expect(200);
    shop.put(&own, address(&json!({}))).expect(403);
    shop.delete(&own).expect(403);
}

#[test]
fn groups_are_deleted_by_the_classic_version_or_by_all() {
    for (setting, status) in [("classic", 405), ("all", 204)] {
        let shop = Shop::with(&json!({"pos": {"group_delete": setting}}));
        let dated = GROUPS.replace("2.0", "2026-07");
        shop.delete(&format!("{dated}/{}", shop.pos_id("Book Club")))
            .expect(status);
    }
}

#[test]
fn errors_have_the_form_that_is_set() {
    let forms = [
        (
            "full",
            json!({"error": "Not Found", "message": "Customer not found"}),
        ),
        ("short", json!({"error": "Customer not found"})),
        (
            "object",
            json!({"errors": {"base": ["Customer not found"]}}),
        ),
    ];
    for (setting, body) in forms {
        let shop = Shop::with(&json!({"pos": {"errors": setting}}));
        assert_eq!(
            shop.get(&format!("{CUSTOMERS}/nobody")).expect(404).json(),
            body
        );
    }
    let shop = Shop::with(&json!({"pos": {"errors": "text"}}));
    let refused = shop.get(&format!("{CUSTOMERS}/nobody")).expect(404);
    assert_eq!(refused.text, "Customer not found");
}
