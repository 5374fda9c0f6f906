//! The language: as the admin page has it, until a person chooses one.

use std::time::Duration;

use serde_json::{Value, json};
use tandem_pilot::{Shop, wait_until};

use crate::setup::{new_tab, shop};

/// Makes the admin page in use say that it is in this language, before the panel is opened.
fn page_in(shop: &Shop, tag: &str) {
    let script = "document.documentElement.lang = arguments[0]";
    shop.driver.js(script, &json!([tag])).unwrap();
}

/// Opens the panel anew on a fresh admin page, which is in English.
fn reopen(shop: &Shop) {
    shop.driver.leave_frame().unwrap();
    shop.driver
        .go(&format!("{}/customer_groups", shop.ready.pos.url))
        .unwrap();
    shop.driver.open_panel().unwrap();
}

fn choose(shop: &Shop, tag: &str) {
    let option = shop.driver.find(&format!("option[value='{tag}']")).unwrap();
    shop.driver.click(&option).unwrap();
}

fn ask(shop: &Shop, what: &str) -> Value {
    shop.driver
        .js(&format!("return {what}"), &json!([]))
        .unwrap()
}

#[test]
fn the_panel_speaks_as_the_admin_page_and_as_a_person_chooses() {
    let shop = shop();
    page_in(&shop, "nl-BE");
    shop.driver.open_panel().unwrap();
    shop.driver.expect_text("Kies uw twee winkels").unwrap();
    assert_eq!(ask(&shop, "document.documentElement.lang"), json!("nl"));
    shop.driver
        .press("button", "Deze twee winkels gebruiken")
        .unwrap();
    shop.driver.press("tab", "Instellingen").unwrap();

    choose(&shop, "fr");
    shop.driver.expect_text("Tandem parle").unwrap();
    // At once, without another page, and with the keyboard where it was.
    shop.driver
        .expect_text("Synchronisation automatique")
        .unwrap();
    assert_eq!(ask(&shop, "document.documentElement.lang"), json!("fr"));
    let focused = || Ok(ask(&shop, "document.activeElement.localName") == json!("select"));
    wait_until("the list has the keyboard", Duration::from_secs(9), focused).unwrap();

    reopen(&shop);
    shop.driver.press("tab", "Réglages").unwrap();
    shop.driver.expect_text("Tandem parle").unwrap();
    choose(&shop, "");
    shop.driver.expect_text("Tandem speaks").unwrap();
    assert_eq!(ask(&shop, "document.documentElement.lang"), json!("en"));
}

#[test]
fn a_tab_of_its_own_speaks_as_the_last_admin_page() {
    let shop = shop();
    page_in(&shop, "es");
    shop.driver.open_panel().unwrap();
    shop.driver.expect_text("Elija sus dos tiendas").unwrap();
    let known = shop.driver.tabs().unwrap();
    shop.driver.press("button", "Abrir en una pestaña").unwrap();
    shop.driver.use_tab(&new_tab(&shop, &known)).unwrap();
    shop.driver.expect_text("Elija sus dos tiendas").unwrap();
}

#[test]
fn a_page_in_no_language_of_ours_leaves_the_browsers() {
    let shop = shop();
    page_in(&shop, "\"><script>alert(1)</script>");
    shop.driver.open_panel().unwrap();
    shop.driver.expect_text("Choose your two stores").unwrap();
}

#[test]
fn a_language_that_is_chosen_in_one_panel_is_spoken_in_all_that_are_open() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    let known = shop.driver.tabs().unwrap();
    shop.driver.press("button", "Open in a tab").unwrap();
    let own = new_tab(&shop, &known);
    shop.driver.use_tab(&own).unwrap();
    shop.driver.press("tab", "Settings").unwrap();
    choose(&shop, "de");
    shop.driver.expect_text("Automatischer Abgleich").unwrap();
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.find_role("tab", "Einstellungen").unwrap();
    assert_eq!(ask(&shop, "document.documentElement.lang"), json!("de"));
    shop.driver.press("tab", "Einstellungen").unwrap();
    choose(&shop, "");
    shop.driver.expect_text("Tandem speaks").unwrap();
    shop.driver.use_tab(&own).unwrap();
    shop.driver.find_role("tab", "Settings").unwrap();
    assert_eq!(ask(&shop, "document.documentElement.lang"), json!("en"));
}
