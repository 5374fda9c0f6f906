//! The rules of the help article that are about customers (A3 to A7), one test each: somebody acts as
//! the till, the shopper or the admin, and the right thing happens.

use serde_json::{Value, json};
use tandem_pilot::Shop;

use crate::setup::{fill, owned, shop};

pub(crate) const MARA: &str = "mara@example.org";

/// Two stores with two groups of the same titles, and these customers.
pub(crate) fn with(customers: &[(&str, Value)]) -> Shop {
    let shop = shop();
    let titles = owned(&["Gold", "Silver"]);
    fill(&shop, &titles, &titles);
    for (side, set) in customers {
        act(
            &shop,
            &json!({ "act": "create_customer", "side": side, "set": set }),
        );
    }
    shop.open_and_choose().unwrap();
    shop.read_customers().unwrap();
    shop
}

pub(crate) fn act(shop: &Shop, what: &Value) {
    shop.control.act(what).unwrap();
}

pub(crate) fn in_pos() -> Value {
    json!({ "first_name": "Mara", "last_name": "Quist", "email": MARA, "do_not_email": false })
}

pub(crate) fn online() -> Value {
    json!({ "email": MARA, "name": "Mara Quist", "accept_marketing": true })
}

/// The one customer of a side whom a store has by this email now.
pub(crate) fn find(shop: &Shop, side: &str, email: &str) -> Value {
    let state = shop.control.state().unwrap();
    let all = state[side]["customers"].as_array().unwrap();
    let mut found = all.iter().filter(|one| one["email"] == json!(email));
    let one = found.next().cloned().unwrap_or(Value::Null);
    assert!(found.next().is_none(), "{email} is twice in {side}");
    one
}

pub(crate) fn group(shop: &Shop, side: &str, title: &str) -> Value {
    let state = shop.control.state().unwrap();
    let all = state[side]["groups"].as_array().unwrap();
    let found = all.iter().find(|group| group["name"] == json!(title));
    found.unwrap()["id"].clone()
}

fn edit(shop: &Shop, side: &str, set: &Value) {
    let id = find(shop, side, MARA)["id"].clone();
    act(
        shop,
        &json!({ "act": "edit_customer", "side": side, "id": id, "set": set }),
    );
}

/// Looks again, and writes what follows from it.
fn sync(shop: &Shop) {
    shop.check_again().unwrap();
    shop.driver.press("tab", "Customers").unwrap();
    let changes = shop.preview_all().unwrap();
    assert_eq!(changes, Some(1), "{}", shop.driver.screen_text());
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done. 1 change"), "{said}");
    shop.driver.press("button", "Close").unwrap();
}

#[test]
fn a3_who_is_in_both_is_linked_and_kept_the_same() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    shop.expect_row(MARA, "in step").unwrap();
    edit(&shop, "pos", &json!({ "last_name": "Quist-Berg" }));
    sync(&shop);
    let now = find(&shop, "ecom", MARA);
    assert_eq!(now["billing_person"]["name"], json!("Mara Quist-Berg"));
    shop.expect_row(MARA, "in step").unwrap();
}

#[test]
fn a4_who_is_in_pos_alone_waits_and_is_linked_at_the_first_sign_in() {
    let shop = with(&[("pos", in_pos())]);
    shop.expect_row(MARA, "waits for an order").unwrap();
    act(&shop, &json!({ "act": "shopper_signs_in", "email": MARA }));
    shop.check_again().unwrap();
    let writes = |shop: &Shop| find(shop, "pos", MARA)["version"].clone();
    let version = writes(&shop);
    // The new record has no name: that of POS goes there. POS itself is not touched.
    shop.driver.press("tab", "Customers").unwrap();
    if shop.preview_all().unwrap().is_some() {
        shop.write().unwrap();
        shop.driver.press("button", "Close").unwrap();
    }
    shop.answer_all().unwrap();
    shop.row_of(MARA).unwrap();
    assert_eq!(writes(&shop), version);
    assert_ne!(find(&shop, "ecom", MARA), Value::Null);
}

#[test]
fn a4_staff_may_create_online_at_once() {
    let shop = with(&[("pos", in_pos())]);
    shop.open_customer(MARA).unwrap();
    shop.driver.press("button", "Create online").unwrap();
    shop.driver.press("button", "Sync now").unwrap();
    assert_eq!(shop.previewed().unwrap(), Some(1));
    shop.write().unwrap();
    let made = find(&shop, "ecom", MARA);
    assert_eq!(made["billing_person"]["name"], json!("Mara Quist"));
    assert_eq!(made["accept_marketing"], json!(false), "nobody is raised");
}

#[test]
fn a5_who_bought_online_is_created_in_pos() {
    let other = json!({ "first_name": "Ida", "last_name": "Berg", "email": "ida@example.org" });
    let shop = with(&[("pos", other)]);
    act(
        &shop,
        &json!({ "act": "order", "email": MARA, "name": "Mara Quist", "cents": 1900 }),
    );
    sync(&shop);
    let made = find(&shop, "pos", MARA);
    assert_eq!(made["do_not_email"], json!(true), "nobody said yes");
    assert!(
        made["customer_code"]
            .as_str()
            .unwrap()
            .starts_with("TANDEM-")
    );
    shop.expect_row(MARA, "in step").unwrap();
}

#[test]
fn a5_who_did_not_buy_is_added_by_hand() {
    let shop = with(&[("ecom", online())]);
    shop.expect_row(MARA, "add by hand").unwrap();
    assert_eq!(shop.preview_all().unwrap(), None);
    shop.open_customer(MARA).unwrap();
    shop.driver.press("button", "Add to POS").unwrap();
    shop.driver.press("button", "Sync now").unwrap();
    assert_eq!(shop.previewed().unwrap(), Some(1));
    shop.write().unwrap();
    let made = find(&shop, "pos", MARA);
    assert_eq!(made["do_not_email"], json!(false), "the shopper said yes");
}

#[test]
fn a6_a_person_chooses_between_two_groups() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    let (gold, silver) = (group(&shop, "pos", "Gold"), group(&shop, "ecom", "Silver"));
    edit(&shop, "pos", &json!({ "customer_group_id": gold }));
    edit(&shop, "ecom", &json!({ "customer_group_id": silver }));
    shop.check_again().unwrap();
    shop.expect_row(MARA, "group to choose").unwrap();
    assert_eq!(shop.preview_all().unwrap(), None, "never a default");
    let answered = shop.answer_all().unwrap();
    assert_eq!((answered.fields, answered.people), (1, 0));
    assert_eq!(shop.preview_all().unwrap(), Some(1));
    shop.write().unwrap();
    let now = find(&shop, "ecom", MARA)["customer_group_id"].clone();
    assert_eq!(now, group(&shop, "ecom", "Gold"));
}

#[test]
fn a7_what_a_shopper_says_of_marketing_reaches_pos() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    let id = find(&shop, "ecom", MARA)["id"].clone();
    for (accepts, denied) in [(false, true), (true, false)] {
        act(
            &shop,
            &json!({ "act": "shopper_marketing", "id": id, "accepts": accepts }),
        );
        sync(&shop);
        assert_eq!(find(&shop, "pos", MARA)["do_not_email"], json!(denied));
    }
}

#[test]
fn a7_the_email_goes_where_it_did_not_change() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    let id = find(&shop, "ecom", MARA)["id"].clone();
    let new = "mara.quist@example.org";
    act(
        &shop,
        &json!({ "act": "shopper_email", "id": id, "email": new }),
    );
    sync(&shop);
    assert_ne!(find(&shop, "pos", new), Value::Null);
    let id = find(&shop, "pos", new)["id"].clone();
    let newer = "quist@example.org";
    act(
        &shop,
        &json!({ "act": "edit_customer", "side": "pos", "id": id, "set": { "email": newer } }),
    );
    sync(&shop);
    assert_ne!(find(&shop, "ecom", newer), Value::Null);
}
