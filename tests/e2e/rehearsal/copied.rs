//! A rehearsal over a copy of what was read: the same people, and nothing of it in the stores or left on
//! disk.

use serde_json::Value;
use tandem_pilot::Shop;

use super::{from_nothing_to_in_step, kept, left, rehearse_with};
use crate::setup::shop;

const BANNER: &str = "Rehearsal: a copy of your customers, nothing is sent anywhere";

/// How many customers the list has, as its button for all of them says.
fn listed(shop: &Shop) -> String {
    shop.driver.press("tab", "Customers").unwrap();
    shop.read_is_open().unwrap();
    let text = shop.driver.screen_text();
    let mut lines = text.lines().map(str::trim);
    let all = lines.find(|line| line.starts_with("All "));
    assert!(all.is_some(), "{text}");
    all.unwrap_or_default().to_owned()
}

/// What both stores know, but for the clock, which goes on.
fn stores(shop: &Shop) -> [Value; 2] {
    let state = shop.control.state().unwrap();
    [
        state["pos"]["customers"].clone(),
        state["ecom"]["customers"].clone(),
    ]
}

#[test]
fn a_copy_is_synced_without_a_call_and_leaves_both_stores_as_they_are() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    shop.read_customers().unwrap();
    let all = listed(&shop);
    let (stores_before, kept_before) = (stores(&shop), kept(&shop));
    shop.driver.press("tab", "Settings").unwrap();
    shop.control.clear_log().unwrap();
    rehearse_with(&shop, "Try with a copy of my customers", BANNER);

    from_nothing_to_in_step(&shop);
    let calls = shop.control.log().unwrap();
    assert!(calls.is_empty(), "{calls:#?}");
    assert_eq!(stores(&shop), stores_before);
    // As many as the shop has: whoever was only on one side is one customer before and after.
    assert_eq!(listed(&shop), all);

    shop.driver.press("button", "Leave the rehearsal").unwrap();
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    assert_eq!(kept(&shop), kept_before);
    assert_eq!(left(&shop), 0);
}
