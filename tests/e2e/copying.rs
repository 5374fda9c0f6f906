//! The main job: titles from one side to the other, byte for byte.

use serde_json::json;
use tandem_pilot::Shop;

use crate::{
    setup::{fill, owned, shop, sorted},
    titles::forty_titles,
};

/// From either admin page: 38 titles with one click, the two that differ only by case on request.
fn forty(shop: &Shop, tab: &str, from: &str, to: &str, button: &str) {
    let titles = forty_titles();
    let (pos, ecom): (&[String], &[String]) = if from == "ecom" {
        (&[], &titles)
    } else {
        (&titles, &[])
    };
    fill(shop, pos, ecom);
    shop.show_admin(tab).unwrap();
    shop.driver.open_panel().unwrap();
    if shop
        .driver
        .look_for_role("button", "Use these two stores")
        .unwrap()
        .is_some()
        || shop.driver.look_for("table").unwrap().is_none()
    {
        shop.driver.press("button", "Use these two stores").unwrap();
    }
    shop.driver.press("button", "Check again").unwrap();
    shop.press_create(38, button).unwrap();
    let said = shop.wait_for_result().unwrap();
    assert_eq!(
        said,
        "Done. 38 titles were written and read back, letter for letter."
    );
    shop.driver.press("button", "Close").unwrap();
    for title in ["GOLD", "Gold"] {
        shop.driver
            .press("checkbox", &format!("Create this one too: {title}"))
            .unwrap();
    }
    shop.press_create(2, button).unwrap();
    shop.wait_for_result().unwrap();
    assert_eq!(sorted(shop.titles(to).unwrap()), sorted(titles.clone()));
    assert_eq!(sorted(shop.titles(from).unwrap()), sorted(titles));
    shop.driver.press("button", "Close").unwrap();
    shop.driver.expect_text("Nothing to set up").unwrap();
}

#[test]
fn forty_titles_to_pos_from_the_pos_page() {
    let shop = shop();
    forty(&shop, &shop.pos_tab, "ecom", "pos", "in POS");
}

#[test]
fn forty_titles_to_pos_from_the_ecom_page() {
    let shop = shop();
    forty(&shop, &shop.ecom_tab, "ecom", "pos", "in POS");
}

#[test]
fn forty_titles_online_from_the_pos_page() {
    let shop = shop();
    forty(&shop, &shop.pos_tab, "pos", "ecom", "online");
}

#[test]
fn creating_online_always_says_that_shoppers_can_read_titles() {
    let shop = shop();
    fill(&shop, &owned(&["Slow payers"]), &[]);
    shop.open_and_choose().unwrap();
    shop.driver
        .expect_text("Shoppers can read the titles of online groups")
        .unwrap();
    shop.driver
        .expect_text("Your eCom store has no groups of its own")
        .unwrap();
    shop.press_create(1, "online").unwrap();
    shop.wait_for_result().unwrap();
    assert_eq!(shop.titles("ecom").unwrap(), ["Slow payers"]);
}

#[test]
fn a_second_run_writes_nothing_and_says_so() {
    let shop = shop();
    fill(&shop, &owned(&["A"]), &owned(&["A"]));
    shop.control.clear_log().unwrap();
    shop.open_and_choose().unwrap();
    shop.driver.expect_text("Nothing will be written").unwrap();
    assert_eq!(shop.calls().unwrap().writes, 0);
}

#[test]
fn a_near_pair_takes_the_spelling_that_a_person_picks_and_keeps_its_members() {
    let shop = shop();
    let before = shop.control.state().unwrap();
    shop.open_and_choose().unwrap();
    shop.driver
        .press("button", "Use the online spelling in POS")
        .unwrap();
    shop.wait_for_result().unwrap();
    let after = shop.control.state().unwrap();
    let find = |state: &serde_json::Value, name: &str| {
        let groups = state["pos"]["groups"].as_array().unwrap().clone();
        groups
            .into_iter()
            .find(|group| group["name"] == json!(name))
            .unwrap()["id"]
            .clone()
    };
    assert_eq!(find(&before, "wholesale "), find(&after, "Wholesale"));
    assert_eq!(before["pos"]["customers"], after["pos"]["customers"]);
}

#[test]
fn what_changed_since_it_was_shown_is_not_written() {
    let shop = shop();
    fill(&shop, &[], &owned(&["A", "B"]));
    shop.open_and_choose().unwrap();
    shop.control.create_group("pos", "A").unwrap();
    shop.press_create(2, "in POS").unwrap();
    shop.driver
        .expect_text("What was shown here has changed meanwhile. Nothing was written.")
        .unwrap();
    assert_eq!(shop.titles("pos").unwrap(), ["A"]);
    shop.press_create(1, "in POS").unwrap();
    shop.wait_for_result().unwrap();
    assert_eq!(sorted(shop.titles("pos").unwrap()), ["A", "B"]);
}
