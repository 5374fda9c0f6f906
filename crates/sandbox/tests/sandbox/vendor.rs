//! The vendor's own sync beside everything else: what it keeps the same, when, and what it leaves
//! alone.

use serde_json::{Value, json};
use tandem_sandbox::world::{Deed, EcomCustomer, PosCustomer, World};
use tandem_sandbox::{Sandbox, Side};

use crate::shop::{GROUPS, Shop};

/// One person in both stores, who agrees in everything; the sync is on and has linked the two.
fn linked() -> Shop {
    let shop = unlinked(
        &json!([{"id": "m", "first_name": "Mo", "email": "mo@example.org"}]),
        &json!([{"id": 5, "email": "mo@example.org", "name": "Mo", "accept_marketing": true, "orders": 1}]),
    );
    wait(&shop, 60);
    assert_eq!(deeds(&shop), [(Deed::Link, None)]);
    shop
}

fn unlinked(pos: &Value, ecom: &Value) -> Shop {
    let shop = Shop(Sandbox::new(World::default()));
    let groups = json!([{"name": "VIP"}, {"name": "Staff"}]);
    let world = json!({
        "settings": {"vendor": {"sync": true, "delay": 60}},
        "pos": {"groups": groups, "customers": pos},
        "ecom": {"groups": groups, "customers": ecom},
    });
    shop.control("POST", "reset", &world).expect(204);
    shop
}

fn wait(shop: &Shop, seconds: u32) {
    act(shop, &json!({"act": "pass_time", "seconds": seconds}));
}

fn act(shop: &Shop, what: &Value) {
    shop.act(what).expect(200);
}

fn deeds(shop: &Shop) -> Vec<(Deed, Option<Side>)> {
    shop.0
        .world()
        .vendor
        .acts
        .iter()
        .map(|act| (act.what, act.side))
        .collect()
}

fn till(shop: &Shop) -> PosCustomer {
    shop.0.world().pos.customer("m").unwrap().clone()
}

fn online(shop: &Shop) -> EcomCustomer {
    shop.0.world().ecom.customers.get(5).unwrap().clone()
}

#[test]
fn it_does_nothing_unless_it_is_switched_on() {
    let shop = Shop::new();
    wait(&shop, 9_000);
    assert!(shop.0.world().vendor.is_idle());
    act(
        &shop,
        &json!({"act": "switch", "settings": {"vendor": {"sync": true}}}),
    );
    wait(&shop, 58);
    assert_eq!(deeds(&shop), []);
    wait(&shop, 1);
    assert!(!deeds(&shop).is_empty());
}

#[test]
fn email_group_and_marketing_go_where_they_were_not_changed_and_names_stay() {
    let shop = linked();
    let vip = shop.ecom_id("VIP");
    act(
        &shop,
        &json!({"act": "edit_customer", "side": "ecom", "id": 5,
        "set": {"email": "new@example.org", "customer_group_id": vip, "accept_marketing": false, "name": "Mo Other"}}),
    );
    wait(&shop, 58);
    assert_eq!(till(&shop).email.as_deref(), Some("mo@example.org"));
    wait(&shop, 2);
    let customer = till(&shop);
    assert_eq!(customer.email.as_deref(), Some("new@example.org"));
    assert_eq!(customer.customer_group_id, shop.pos_id("VIP"));
    assert!(customer.do_not_email);
    assert_eq!(
        (customer.first_name.as_deref(), customer.last_name),
        (Some("Mo"), None)
    );
    act(
        &shop,
        &json!({"act": "edit_customer", "side": "pos", "id": "m",
        "set": {"customer_group_id": shop.pos_id("Staff"), "do_not_email": false, "first_name": "Maurice"}}),
    );
    wait(&shop, 60);
    let customer = online(&shop);
    assert_eq!(
        (customer.customer_group_id, customer.accept_marketing),
        (shop.ecom_id("Staff"), Some(true))
    );
    assert_eq!(customer.name.as_deref(), Some("Mo Other"));
    let before = shop.0.world();
    wait(&shop, 9_000);
    let after = shop.0.world();
    assert_eq!(
        (before.pos, before.ecom),
        (after.pos, after.ecom),
        "it does not talk to itself"
    );
}

#[test]
fn of_two_changes_of_one_thing_the_later_stays() {
    let shop = linked();
    let move_to = |side: &str, id: &str, title: &str| {
        let group = if side == "pos" {
            shop.pos_id(title)
        } else {
            shop.ecom_id(title).to_string()
        };
        act(
            &shop,
            &json!({"act": "move_customer", "side": side, "customer": id, "group": group}),
        );
    };
    move_to("pos", "m", "Staff");
    move_to("ecom", "5", "VIP");
    act(&shop, &json!({"act": "sell", "customer": "m", "spent": 5}));
    wait(&shop, 60);
    // The sale made POS the later record; nothing tells that the group was not what changed then.
    assert_eq!(online(&shop).customer_group_id, shop.ecom_id("Staff"));
    move_to("pos", "m", "VIP");
    act(
        &shop,
        &json!({"act": "shopper_marketing", "id": 5, "accepts": false}),
    );
    wait(&shop, 60);
    assert_eq!(online(&shop).customer_group_id, shop.ecom_id("VIP"));
    assert!(till(&shop).do_not_email);
}

#[test]
fn a_group_without_its_like_and_an_address_that_is_taken_stay_where_they_are() {
    let shop = linked();
    act(
        &shop,
        &json!([
            {"act": "create_group", "side": "pos", "title": "vip"},
            {"act": "create_customer", "side": "ecom", "set": {"email": "taken@example.org"}},
        ]),
    );
    act(
        &shop,
        &json!([
            {"act": "move_customer", "side": "pos", "customer": "m", "group": shop.pos_id("vip")},
            {"act": "edit_customer", "side": "pos", "id": "m", "set": {"email": "taken@example.org"}},
        ]),
    );
    wait(&shop, 60);
    let customer = online(&shop);
    assert_eq!(
        (customer.customer_group_id, customer.email.as_str()),
        (0, "mo@example.org")
    );
    let acts = shop.0.world().vendor.acts;
    let refused = acts.iter().find(|act| act.what == Deed::Email).unwrap();
    assert!(refused.refused.as_deref().unwrap().contains("email"));
}

#[test]
fn who_ordered_online_is_created_in_pos_and_nobody_else() {
    let people = json!([
        {"id": 1, "email": "buyer@example.org", "name": "Ada van Dam", "orders": 1, "accept_marketing": false},
        {"id": 2, "email": "looker@example.org", "name": "Bo"},
    ]);
    let shop = unlinked(&json!([]), &people);
    wait(&shop, 60);
    let world = shop.0.world();
    let made: Vec<&PosCustomer> = world.pos.customers.iter().collect();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].email.as_deref(), Some("buyer@example.org"));
    assert_eq!(
        (made[0].first_name.as_deref(), made[0].last_name.as_deref()),
        (Some("Ada"), Some("van Dam"))
    );
    assert!(made[0].do_not_email);
    act(
        &shop,
        &json!({"act": "order", "email": "looker@example.org"}),
    );
    wait(&shop, 60);
    assert_eq!(shop.0.world().pos.customers.len(), 2);
}

#[test]
fn who_is_in_pos_alone_appears_online_by_ordering_or_signing_in() {
    let people =
        json!([{"id": "m", "first_name": "Mo", "email": "Mo@example.org ", "do_not_email": true}]);
    let shop = unlinked(&people, &json!([]));
    act(
        &shop,
        &json!({"act": "move_customer", "side": "pos", "customer": "m", "group": shop.pos_id("VIP")}),
    );
    wait(&shop, 600);
    assert!(shop.0.world().ecom.customers.is_empty());
    act(
        &shop,
        &json!({"act": "shopper_signs_in", "email": "mo@example.org"}),
    );
    wait(&shop, 60);
    let world = shop.0.world();
    let customer = world.ecom.customers.by_email("mo@example.org").unwrap();
    assert_eq!(
        (customer.customer_group_id, customer.accept_marketing),
        (shop.ecom_id("VIP"), Some(false))
    );
    assert_eq!(world.pos.customers.len(), 1);
}

#[test]
fn the_same_requests_wake_it_at_the_same_times() {
    let story = || {
        let shop = linked();
        act(
            &shop,
            &json!({"act": "shopper_marketing", "id": 5, "accepts": false}),
        );
        for _ in 0..90 {
            shop.get(GROUPS).expect(200);
        }
        let world = shop.0.world();
        let acts = world.vendor.acts.clone();
        assert_eq!(acts.back().map(|act| act.what), Some(Deed::Marketing));
        world
    };
    assert_eq!(story(), story());
}
