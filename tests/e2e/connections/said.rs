//! What a person reads of the connections, where they are and where they are not.

use serde_json::json;
use tandem_pilot::Browser;
use tandem_sandbox::world::{Auth, Settings, SignedOutAnswer};

use super::overview;
use crate::setup::{browser, new_tab, shop, shop_with};

#[test]
fn connected_as_whom() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    overview(&shop);
    shop.driver.expect_text("Connected as Robin Field").unwrap();
    shop.driver.expect_text("with your own sign-in").unwrap();
    shop.driver.expect_text("Lantern Books").unwrap();
}

#[test]
fn signed_out_leads_to_the_sign_in_and_comes_back() {
    for answer in [SignedOutAnswer::Json, SignedOutAnswer::Redirect] {
        let mut settings = Settings::default();
        settings.pos.signed_out = answer;
        let shop = shop_with(settings);
        shop.open_and_choose().unwrap();
        shop.control
            .act(&json!({ "act": "sign_out", "side": "pos" }))
            .unwrap();
        shop.driver.press("button", "Check again").unwrap();
        overview(&shop);
        shop.driver.expect_text("Nobody is signed in.").unwrap();
        let before = shop.driver.tabs().unwrap();
        shop.driver.press("button", "Sign in to POS").unwrap();
        let tab = new_tab(&shop, &before);
        shop.driver.use_tab(&tab).unwrap();
        shop.sign_in_to_pos().unwrap();
        shop.show_admin(&shop.pos_tab).unwrap();
        shop.driver.enter_panel().unwrap();
        shop.driver.expect_text("Connected as Robin Field").unwrap();
    }
}

#[test]
fn a_role_without_rights_is_told_as_such() {
    let shop = shop();
    shop.control
        .act(&json!({ "act": "set_role", "role": "cashier" }))
        .unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    shop.driver
        .expect_text("Your role may not do this.")
        .unwrap();
}

#[test]
fn a_plan_without_groups_is_told_as_such() {
    let shop = shop();
    shop.control
        .act(&json!({ "act": "set_plan", "has_groups": false }))
        .unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    shop.driver
        .expect_text("The store's plan has no customer groups.")
        .unwrap();
}

#[test]
fn a_pasted_token_reaches_a_store_that_takes_no_session() {
    let mut settings = Settings::default();
    settings.ecom.auth = Auth::Token;
    let shop = shop_with(settings);
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    shop.driver.expect_text("Use a token instead").unwrap();
    let summary = shop.driver.find("details.token summary").unwrap();
    shop.driver.click(&summary).unwrap();
    let field = shop.driver.find("#token-ecom").unwrap();
    shop.driver
        .type_into(&field, &shop.ready.ecom.token)
        .unwrap();
    shop.driver.press("button", "Use this token").unwrap();
    shop.driver.find("table").unwrap();
    overview(&shop);
    shop.driver
        .expect_text("with the token you pasted")
        .unwrap();
    // Not kept unless asked: nothing on disk holds it.
    let kept = "const done = arguments[0];
        chrome.storage.local.get(null).then(all => done(JSON.stringify(all)))";
    let kept = shop.driver.js_async(kept, &json!([])).unwrap();
    assert!(!kept.as_str().unwrap().contains(&shop.ready.ecom.token));
    shop.driver.press("button", "Forget the token").unwrap();
    shop.driver.expect_text("Nobody is signed in.").unwrap();
}

#[test]
fn access_that_was_taken_away_is_asked_for() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    shop.driver.revoke_hosts().unwrap();
    shop.driver.press("button", "Check again").unwrap();
    overview(&shop);
    shop.driver
        .expect_text("The browser does not let Tandem reach the store.")
        .unwrap();
    let before = shop.driver.tabs().unwrap();
    shop.driver
        .press("button", "Open in a tab to allow access")
        .unwrap();
    let tab = new_tab(&shop, &before);
    shop.driver.use_tab(&tab).unwrap();
    shop.driver.press("tab", "Overview").unwrap();
    if browser() == Browser::Chromium {
        // Its question cannot be answered without a window: given where a person could, too.
        shop.driver.find_role("button", "Allow access").unwrap();
        shop.driver.grant_hosts().unwrap();
        shop.driver.press("button", "Check again").unwrap();
    } else {
        shop.driver.press("button", "Allow access").unwrap();
    }
    shop.driver.expect_text("Connected as Robin Field").unwrap();
}

#[test]
fn another_store_in_a_tab_is_never_mixed_in() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    let world = shop.control.state().unwrap();
    let mut other = world.clone();
    other["pos"]["prefix"] = json!("other-books");
    shop.control.reset(&other).unwrap();
    shop.driver.new_tab().unwrap();
    let its_admin = shop.ready.pos.url.replace("lantern-books", "other-books");
    shop.driver.go(&its_admin).unwrap();
    shop.driver.find("#tandem-panel").unwrap();
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.press("button", "Check again").unwrap();
    overview(&shop);
    // The chosen one does not answer any more, and the open one does not take its place.
    shop.driver
        .expect_text("Something is in the way of POS.")
        .unwrap();
    shop.driver
        .expect_text("lantern-books.pos.localhost")
        .unwrap();
    assert!(!shop.driver.screen_text().contains("other-books"));
    shop.control.reset(&world).unwrap();
    shop.driver.press("button", "Check again").unwrap();
    shop.driver.expect_text("Connected as Robin Field").unwrap();
}
