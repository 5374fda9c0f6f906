//! The search of POS.

use serde_json::{Value, json};

use crate::shop::Shop;
use crate::x_customers::{make, own};

const SEARCH: &str = "http://127.0.0.1/api/2026-07/search";

fn found(shop: &Shop, query: &str) -> Vec<String> {
    let page = shop
        .get(&format!("{SEARCH}?type=customers&{query}"))
        .expect(200)
        .json();
    assert!(page.get("version").is_none());
    let names = page["data"].as_array().unwrap().iter();
    names
        .map(|c| c["first_name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Three who are alike.
fn shop(settings: &Value) -> (Shop, Vec<Value>) {
    let shop = Shop::with(settings);
    let people = [
        ("Ada", "A-1", "Q@example.org"),
        ("Adam", "A-2", "q@example.org"),
        ("Bea", "B-1", "b@example.org"),
    ]
    .map(|(name, code, email)| {
        make(
            &shop,
            &json!({"first_name": name, "last_name": "Zz", "customer_code": code, "email": email,
                "company_name": "Zz Ltd", "mobile": "07", "phone": "08"}),
        )
    });
    (shop, people.to_vec())
}

#[test]
fn every_attribute_is_searched_alone_and_together() {
    let (shop, people) = shop(&json!({}));
    for query in [
        "customer_code=A-1",
        "email=q%40example.org&first_name=Ada",
        "first_name=ada",
    ] {
        assert_eq!(found(&shop, query), ["Ada"], "{query}");
    }
    for query in [
        "last_name=Zz",
        "company_name=zz+ltd",
        "mobile=07",
        "phone=08",
    ] {
        assert_eq!(found(&shop, query).len(), 3, "{query}");
    }
    assert!(found(&shop, "last_name=Zz&mobile=08").is_empty());
    let id = people[2]["id"].as_str().unwrap();
    assert_eq!(found(&shop, &format!("_id={id}")), ["Bea"]);
    assert_eq!(found(&shop, &format!("last_name=Zz&-_id={id}")).len(), 2);
}

#[test]
fn the_match_is_caseless_or_exact_or_by_prefix() {
    for (setting, email, name) in [("caseless", 2, 1), ("exact", 1, 0), ("prefix", 2, 2)] {
        let (shop, _) = shop(&json!({"pos": {"search_match": setting}}));
        assert_eq!(
            found(&shop, "email=q%40example.org").len(),
            email,
            "{setting}"
        );
        assert_eq!(found(&shop, "first_name=ada").len(), name, "{setting}");
    }
}

#[test]
fn hits_are_sorted_skipped_and_limited() {
    let (shop, _) = shop(&json!({}));
    assert_eq!(
        found(&shop, "last_name=Zz&order_by=first_name"),
        ["Ada", "Adam", "Bea"]
    );
    assert_eq!(
        found(
            &shop,
            "last_name=Zz&order_by=first_name&order_direction=desc&page_size=1"
        ),
        ["Bea"]
    );
    assert_eq!(
        found(&shop, "last_name=Zz&order_by=first_name&offset=2"),
        ["Bea"]
    );
    for wrong in [
        "order_by=note",
        "order_direction=up",
        "page_size=0",
        "offset=x",
    ] {
        shop.get(&format!("{SEARCH}?type=customers&{wrong}"))
            .expect(400);
    }
    shop.get(SEARCH).expect(400);
    assert_eq!(
        shop.get(&format!("{SEARCH}?type=sales")).expect(200).json(),
        json!({"data": []})
    );
}

#[test]
fn a_page_has_a_thousand_at_most_and_says_nothing_of_it() {
    let shop = Shop::new();
    let customers: Vec<Value> = (0..1100).map(|_| json!({"last_name": "Zz"})).collect();
    shop.control("POST", "reset", &json!({"pos": {"customers": customers}}))
        .expect(204);
    assert_eq!(found(&shop, "last_name=Zz&page_size=5000").len(), 1000);
    assert_eq!(
        found(&shop, "last_name=Zz&page_size=5000&offset=1000").len(),
        100
    );
    assert_eq!(found(&shop, "last_name=Zz").len(), 100);
}

#[test]
fn deleted_ones_are_found_when_asked_for() {
    let (shop, people) = shop(&json!({}));
    shop.delete(&own(&people[0])).expect(204);
    assert_eq!(
        found(&shop, "last_name=Zz&order_by=first_name"),
        ["Adam", "Bea"]
    );
    assert_eq!(found(&shop, "last_name=Zz&deleted=true").len(), 3);
}

#[test]
fn the_index_knows_at_once_or_later() {
    for lag in [0, 60] {
        let (shop, people) = shop(&json!({"pos": {"search_lag": lag}}));
        let at_once = lag == 0;
        assert_eq!(
            found(&shop, "customer_code=B-1").len(),
            usize::from(at_once),
            "a new one"
        );
        shop.act(&json!({"act": "pass_time", "seconds": 60}))
            .expect(200);
        assert_eq!(found(&shop, "customer_code=B-1"), ["Bea"]);
        let body = json!({"first_name": "Beate", "last_name": "Zz", "email": "new@example.org"});
        shop.put(&own(&people[2]), body).expect(200);
        shop.delete(&own(&people[0])).expect(204);
        let (old, new) = (
            found(&shop, "email=b%40example.org"),
            found(&shop, "email=new%40example.org"),
        );
        assert_eq!(
            (old.len(), new.len()),
            if at_once { (0, 1) } else { (1, 0) }
        );
        assert_eq!(
            found(&shop, "first_name=Ada").is_empty(),
            at_once,
            "a deleted one"
        );
        shop.act(&json!({"act": "pass_time", "seconds": 60}))
            .expect(200);
        assert_eq!(found(&shop, "email=new%40example.org"), ["Beate"]);
        assert!(
            found(&shop, "email=b%40example.org").is_empty()
                && found(&shop, "first_name=Ada").is_empty()
        );
    }
}
