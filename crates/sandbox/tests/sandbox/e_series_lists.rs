//! What hangs on the customers of eCom: contacts, the store's own fields, and one change for many.

use serde_json::{Value, json};

use crate::shop::{ECOM_API, ECOM_GROUPS, Shop};

fn make(shop: &Shop, email: &str) -> i64 {
    shop.post(&format!("{ECOM_API}/customers"), json!({"email": email}))
        .expect(200)
        .json()["id"]
        .as_i64()
        .unwrap()
}

#[test]
fn contacts_are_made_changed_and_deleted_one_by_one() {
    let shop = Shop::new();
    let base = format!(
        "{ECOM_API}/customers/{}/contacts",
        make(&shop, "a@example.org")
    );
    let all = || {
        shop.get(&base).expect(200).json()["items"]
            .as_array()
            .unwrap()
            .clone()
    };
    assert_eq!(all().len(), 1);
    let made = shop
        .post(
            &base,
            json!({"contact": "+32 1", "type": "PHONE", "note": "home"}),
        )
        .expect(200)
        .json();
    let own = format!("{base}/{}", made["id"]);
    let read = shop.get(&own).expect(200).json();
    assert_eq!(
        (&read["type"], &read["default"], &read["note"]),
        (&json!("PHONE"), &json!(true), &json!("home"))
    );
    assert_eq!(
        shop.put(&own, json!({"contact": "+32 2"}))
            .expect(200)
            .json(),
        json!({"updateCount": 1})
    );
    assert_eq!(
        shop.put(&own, json!({})).expect(200).json(),
        json!({"updateCount": 0})
    );
    assert_eq!(shop.get(&own).json()["contact"], "+32 2");
    shop.put(&own, json!({"contact": ""})).expect(400);
    assert_eq!(
        shop.delete(&own).expect(200).json(),
        json!({"deleteCount": 1})
    );
    shop.delete(&own).expect(404);
    shop.get(&format!("{ECOM_API}/customers/9/contacts"))
        .expect(404);
    shop.post(&base, json!({"type": "URL"})).expect(400);
    shop.post(&base, json!({"contact": "x", "type": "PIGEON"}))
        .expect(400);
    shop.ask("PUT", &base, Some(json!({}))).expect(405);
    let email = all()[0]["id"].clone();
    shop.delete(&format!("{base}/{email}")).expect(200);
    assert!(
        all()
            .iter()
            .any(|c| c["contact"] == "a@example.org" && c["id"] != email)
    );
}

#[test]
fn a_put_with_contacts_rewrites_the_whole_section() {
    let shop = Shop::new();
    let id = make(&shop, "a@example.org");
    let own = format!("{ECOM_API}/customers/{id}");
    shop.post(
        &format!("{own}/contacts"),
        json!({"contact": "+32 1", "type": "PHONE"}),
    )
    .expect(200);
    shop.put(
        &own,
        json!({"contacts": [{"contact": "https://a.example", "type": "URL"}]}),
    )
    .expect(200);
    let kinds: Vec<Value> = shop.get(&own).json()["contacts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["type"].clone())
        .collect();
    assert_eq!(
        kinds,
        ["EMAIL", "URL"],
        "the phone is gone, the email address came back"
    );
    let two = json!({"contacts": [{"contact": "1", "type": "PHONE", "default": true}, {"contact": "2", "type": "PHONE", "default": true}]});
    shop.put(&own, two).expect(400);
}

#[test]
fn the_store_has_fields_of_its_own_for_those_who_may_see_them() {
    let shop = Shop::new();
    let base = format!("{ECOM_API}/store_extrafields/customers");
    assert_eq!(shop.get(&base).expect(200).json(), json!({"items": []}));
    let key = shop
        .post(&base, json!({"title": "Card", "type": "text"}))
        .expect(200)
        .json()["key"]
        .clone();
    let own = format!("{base}/{}", key.as_str().unwrap());
    let read = shop.get(&own).expect(200).json();
    assert_eq!(
        (&read["title"], &read["type"], &read["entityTypes"]),
        (&json!("Card"), &json!("TEXT"), &json!(["CUSTOMERS"]))
    );
    assert_eq!(
        shop.put(&own, json!({"title": "Card no."}))
            .expect(200)
            .json(),
        json!({"updateCount": 1})
    );
    shop.post(&base, json!({"title": " "})).expect(400);
    shop.post(&base, json!({"title": "x", "type": "SOUND"}))
        .expect(400);
    let customer = format!("{ECOM_API}/customers/{}", make(&shop, "a@example.org"));
    shop.put(
        &customer,
        json!({"extrafields": [{"key": key, "value": "77"}]}),
    )
    .expect(200);
    let field = shop.get(&customer).json()["extrafields"][0].clone();
    assert_eq!(
        (&field["title"], &field["value"]),
        (&json!("Card no."), &json!("77"))
    );
    shop.act(&json!({"act": "set_scopes", "scopes": ["read_customers", "update_customers"]}))
        .expect(200);
    assert!(shop.get(&customer).json().get("extrafields").is_none());
    shop.put(&customer, json!({"extrafields": []})).expect(403);
    shop.get(&base).expect(403);
    shop.act(&json!({"act": "set_scopes", "scopes": ["update_customers_extrafields"]}))
        .expect(200);
    assert_eq!(
        shop.delete(&own).expect(200).json(),
        json!({"deleteCount": 1})
    );
    shop.delete(&own).expect(404);
}

#[test]
fn the_mass_update_is_hidden_until_it_is_switched_on() {
    let url = format!("{ECOM_API}/customers_update");
    let shop = Shop::new();
    shop.post(&url, json!({"mode": "SELECTED", "ids": []}))
        .expect(404);
    let open = Shop::with(&json!({"ecom": {"customers_update": "accept"}}));
    let everybody = open.0.world().ecom.customers.len();
    let (vip, id) = (open.ecom_id("VIP"), make(&open, "a@example.org"));
    let body = json!({"mode": "SELECTED", "ids": [id, 9], "customer": {"customerGroupId": vip, "acceptMarketing": true}});
    assert_eq!(
        open.post(&url, body).expect(200).json(),
        json!({"updateCount": 1})
    );
    let one = open.get(&format!("{ECOM_API}/customers/{id}")).json();
    assert_eq!(
        (&one["customerGroupId"], &one["acceptMarketing"]),
        (&json!(vip), &json!(true))
    );
    for wrong in [json!({"mode": "SELECTED"}), json!({"mode": "SOME"})] {
        open.post(&url, wrong).expect(400);
    }
    let filtered = json!({"mode": "ALL_FILTERED", "customer": {"taxExempt": true}});
    assert_eq!(
        open.post(&format!("{url}?email=a@example.org"), filtered)
            .json(),
        json!({"updateCount": 1})
    );
    let all = open
        .post(&url, json!({"customer": {"acceptMarketing": false}}))
        .expect(200)
        .json();
    assert_eq!(
        all,
        json!({"updateCount": everybody + 1}),
        "no mode is everybody"
    );
    assert_eq!(
        open.post(&url, json!({"delete": true})).json(),
        json!({"updateCount": everybody + 1})
    );
    assert!(open.0.world().ecom.customers.is_empty());
}

#[test]
fn group_changes_reach_the_members_and_the_statistics() {
    let shop = Shop::new();
    let vip = shop.ecom_id("VIP");
    let customer = format!("{ECOM_API}/customers/{}", make(&shop, "a@example.org"));
    shop.put(&customer, json!({"customerGroupId": vip}))
        .expect(200);
    let before = shop.get(&customer).json()["updated"].clone();
    shop.put(&format!("{ECOM_GROUPS}/{vip}"), json!({"name": "V.I.P."}))
        .expect(200);
    let renamed = shop.get(&customer).json();
    assert_eq!(
        (&renamed["customerGroupName"], &renamed["updated"]),
        (&json!("V.I.P."), &before)
    );
    shop.delete(&format!("{ECOM_GROUPS}/{vip}")).expect(200);
    let orphan = shop.get(&customer).json();
    assert_eq!(orphan["customerGroupId"], 0);
    assert!(orphan["updated"].as_str() > before.as_str());
    let stats = shop
        .get(&format!("{ECOM_API}/latest-stats"))
        .expect(200)
        .json();
    assert_eq!(stats["customersUpdated"], orphan["updated"]);
    shop.get(&format!("{ECOM_GROUPS}?offset=1000")).expect(200);
    shop.get(&format!("{ECOM_GROUPS}?offset=1001")).expect(400);
}

#[test]
fn the_deleted_are_listed_and_never_found() {
    let shop = Shop::new();
    let start = shop.0.world().clock;
    let ids: Vec<i64> = (0..3)
        .map(|n| make(&shop, &format!("{n}@example.org")))
        .collect();
    for id in &ids {
        assert_eq!(
            shop.delete(&format!("{ECOM_API}/customers/{id}"))
                .expect(200)
                .json(),
            json!({"deleteCount": 1})
        );
        shop.delete(&format!("{ECOM_API}/customers/{id}"))
            .expect(404);
    }
    let gone = shop
        .get(&format!("{ECOM_API}/customers/deleted?from_date={start}"))
        .expect(200)
        .json();
    assert_eq!(
        (
            &gone["total"],
            &gone["count"],
            &gone["offset"],
            &gone["limit"]
        ),
        (&json!(3), &json!(3), &json!(0), &json!(100))
    );
    let dates: Vec<&str> = gone["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["date"].as_str().unwrap())
        .collect();
    assert_eq!(gone["items"][0]["id"], ids[0]);
    let second = dates[1].replace('+', "%2B").replace(' ', "%20");
    let one = shop
        .get(&format!(
            "{ECOM_API}/customers/deleted?from_date={second}&to_date={second}"
        ))
        .json();
    assert_eq!(
        (&one["total"], &one["items"][0]["id"]),
        (&json!(1), &json!(ids[1]))
    );
    let page = shop
        .get(&format!("{ECOM_API}/customers/deleted?offset=2&limit=2"))
        .json();
    assert_eq!((&page["total"], &page["count"]), (&json!(3), &json!(1)));
    let stats = shop.get(&format!("{ECOM_API}/latest-stats")).json();
    assert_eq!(stats["customersUpdated"].as_str(), Some(dates[2]));
    assert_eq!(
        shop.get(&format!(
            "{ECOM_API}/customers?email=1@example.org&useExactEmailMatch=true"
        ))
        .json()["total"],
        0
    );
}
