//! What people do while nobody looks: customers edited, merged and deleted, sales, orders, and the
//! vendor's import of orders. Groups and switches are in `control`.

use serde_json::{Value, json};
use tandem_sandbox::world::{EcomCustomer, PosCustomer};

use crate::shop::Shop;

fn id(reply: &Value) -> String {
    reply["done"][0]["id"].as_str().unwrap().to_owned()
}

fn create(shop: &Shop, side: &str, set: &Value) -> String {
    let act = json!({"act": "create_customer", "side": side, "set": set});
    id(&shop.act(&act).expect(200).json())
}

fn till(shop: &Shop, id: &str) -> PosCustomer {
    shop.0.world().pos.customer(id).unwrap().clone()
}

fn online(shop: &Shop, id: &str) -> EcomCustomer {
    shop.0
        .world()
        .ecom
        .customers
        .get(id.parse().unwrap())
        .unwrap()
        .clone()
}

#[test]
fn a_till_edits_any_member_and_leaves_the_others() {
    let shop = Shop::new();
    let id = create(
        &shop,
        "pos",
        &json!({"first_name": "Mo", "email": "mo@example.org", "note": "tall"}),
    );
    let before = till(&shop, &id);
    let set = json!({"email": null, "postal_city": "York", "custom_field_3": "x", "do_not_email": true,
        "customer_group_id": shop.pos_id("Staff")});
    shop.act(&json!({"act": "edit_customer", "side": "pos", "id": id, "set": set}))
        .expect(200);
    let after = till(&shop, &id);
    assert!(after.version > before.version && after.updated_at > before.updated_at);
    assert_eq!(
        (after.email.clone(), after.postal_city.as_deref()),
        (None, Some("York"))
    );
    assert_eq!(after.customer_group_id, shop.pos_id("Staff"));
    assert_eq!(
        (after.first_name, after.note, after.do_not_email),
        (before.first_name, before.note, true)
    );
    for wrong in [
        json!({"no_such": 1}),
        json!({"email": 5}),
        json!({"customer_group_id": "none"}),
    ] {
        shop.act(&json!({"act": "edit_customer", "side": "pos", "id": id, "set": wrong}))
            .expect(409);
    }
}

#[test]
fn staff_edit_online_customers_whatever_half_a_person_means_to_the_api() {
    for rule in ["merge", "replace"] {
        let shop = Shop::with(&json!({"ecom": {"billing_person": rule}}));
        let id = create(
            &shop,
            "ecom",
            &json!({"email": "mo@example.org", "name": "Mo Li", "accept_marketing": true}),
        );
        let set =
            json!({"phone": "+31 20 1234567", "accept_marketing": null, "email": "li@example.org"});
        shop.act(&json!({"act": "edit_customer", "side": "ecom", "id": id, "set": set}))
            .expect(200);
        let customer = online(&shop, &id);
        assert_eq!(customer.name.as_deref(), Some("Mo Li"));
        assert_eq!(customer.billing_person.unwrap().phone, "+31 20 1234567");
        assert_eq!(
            (customer.email.as_str(), customer.accept_marketing),
            ("li@example.org", None)
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
        let act =
            json!({"act": "edit_customer", "side": "ecom", "id": id, "set": {"email": taken}});
        shop.act(&act).expect(409);
    }
}

#[test]
fn of_two_merged_customers_one_stays_and_the_sums_are_added() {
    let shop = Shop::new();
    let stays = create(&shop, "pos", &json!({"first_name": "Mo", "phone": "1"}));
    let gone = create(
        &shop,
        "pos",
        &json!({"first_name": "Maurice", "email": "mo@example.org", "do_not_email": true}),
    );
    let sell = json!({"act": "sell", "customer": gone, "spent": 12.5, "owed": 2, "loyalty": 1.25});
    shop.act(&sell).expect(200);
    shop.act(&json!({"act": "merge_customers", "from": gone, "into": stays}))
        .expect(200);
    let one = till(&shop, &stays);
    assert_eq!(
        (
            one.first_name.as_deref(),
            one.email.as_deref(),
            one.phone.as_deref()
        ),
        (Some("Mo"), Some("mo@example.org"), Some("1"))
    );
    assert!(one.do_not_email, "a refusal is not merged away");
    assert_eq!(
        (one.year_to_date, one.balance, one.loyalty_balance),
        (12.5, 2.0, 1.25)
    );
    assert!(shop.0.world().pos.customer(&gone).is_none());
    shop.act(&json!({"act": "merge_customers", "from": stays, "into": stays}))
        .expect(409);
    shop.act(&json!({"act": "merge_customers", "from": gone, "into": stays}))
        .expect(409);
}

#[test]
fn a_sale_changes_sums_and_the_version_and_nothing_else() {
    let shop = Shop::new();
    let id = create(&shop, "pos", &json!({"first_name": "Mo"}));
    let before = till(&shop, &id);
    shop.act(&json!({"act": "sell", "customer": id, "spent": 3}))
        .expect(200);
    let after = till(&shop, &id);
    assert!(after.version > before.version);
    let expected = PosCustomer {
        year_to_date: 3.0,
        version: after.version,
        updated_at: after.updated_at,
        ..before
    };
    assert_eq!(after, expected);
}

#[test]
fn shoppers_order_sign_in_change_their_address_and_their_mind() {
    let shop = Shop::new();
    let order = json!({"act": "order", "email": "New@example.org", "name": "Ny Kunde", "cents": 1999, "products": [4]});
    let first = id(&shop.act(&order).expect(200).json());
    let known =
        json!({"act": "order", "email": "new@example.org", "name": "Somebody Else", "cents": 1});
    assert_eq!(id(&shop.act(&known).expect(200).json()), first);
    let customer = online(&shop, &first);
    assert_eq!(
        (
            customer.orders,
            customer.sales_cents,
            customer.purchased.as_slice()
        ),
        (2, 2000, [4].as_slice())
    );
    assert_eq!(
        (customer.name.as_deref(), customer.accept_marketing),
        (Some("Ny Kunde"), None)
    );
    for accepts in [json!(true), json!(false), Value::Null] {
        shop.act(&json!({"act": "shopper_marketing", "id": first, "accepts": accepts}))
            .expect(200);
        assert_eq!(json!(online(&shop, &first).accept_marketing), accepts);
    }
    shop.act(&json!({"act": "shopper_email", "id": first, "email": "ny@example.org"}))
        .expect(200);
    assert_eq!(online(&shop, &first).email, "ny@example.org");
    let came = json!({"act": "shopper_signs_in", "email": "ny@example.org"});
    assert_eq!(id(&shop.act(&came).expect(200).json()), first);
    let guest = id(&shop
        .act(&json!({"act": "shopper_signs_in", "email": "g@example.org"}))
        .expect(200)
        .json());
    assert_eq!(
        (online(&shop, &guest).orders, online(&shop, &guest).name),
        (0, None)
    );
    shop.act(&json!({"act": "delete_customer", "side": "ecom", "id": guest}))
        .expect(200);
    assert!(
        shop.0
            .world()
            .ecom
            .deleted
            .iter()
            .any(|gone| gone.id.to_string() == guest)
    );
}

#[test]
fn an_imported_order_finds_the_customer_or_makes_one_and_overwrites_nothing() {
    let shop = Shop::new();
    let known = create(
        &shop,
        "pos",
        &json!({"first_name": "Ann", "email": "ANN@example.org"}),
    );
    let order = |email: &str, name: &str| {
        let made = shop.act(&json!({"act": "order", "email": email, "name": name}));
        let online = id(&made.expect(200).json());
        let import = json!({"act": "import_order", "customer": online, "spent": 20});
        id(&shop.act(&import).expect(200).json())
    };
    assert_eq!(order("ann@example.org", "Annabel Other"), known);
    let customer = till(&shop, &known);
    assert_eq!(
        (customer.name().as_deref(), customer.year_to_date),
        (Some("Ann"), 20.0)
    );
    let fresh = till(&shop, &order("zed@example.org", "Zed van Ω"));
    assert_eq!(
        (fresh.first_name.as_deref(), fresh.last_name.as_deref()),
        (Some("Zed"), Some("van Ω"))
    );
    assert_eq!(
        (fresh.email.as_deref(), fresh.do_not_email),
        (Some("zed@example.org"), false)
    );
}

#[test]
fn the_budget_tells_what_is_left() {
    let shop = Shop::new();
    let left = || {
        let told = shop
            .send("GET", "http://127.0.0.1/_sandbox/budget", &[], "")
            .expect(200)
            .json();
        told.as_array()
            .unwrap()
            .iter()
            .map(|b| b["remaining"].as_u64().unwrap())
            .sum::<u64>()
    };
    let full = left();
    shop.get(crate::shop::GROUPS).expect(200);
    shop.get(crate::shop::ECOM_GROUPS).expect(200);
    assert_eq!(left(), full - 2);
    shop.send("POST", "http://127.0.0.1/_sandbox/reset", &[], "")
        .expect(204);
    assert_eq!(left(), full);
}
