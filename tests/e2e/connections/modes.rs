//! Cookies, with all that a store may ask of a write beside them; tokens; no rights. Each mode
//! carries a copy to its end, or says why it does not.

use serde_json::json;
use tandem_pilot::{Browser, Shop};
use tandem_sandbox::world::{Auth, CsrfCarrier, Policy, PosAuth, Settings};

use super::{TITLES, all_copied, overview, shop_to_copy, where_to, writes};
use crate::setup::{browser, new_tab};

/// Copies everything by the panel on the POS page.
fn copy(shop: &Shop, to: &str) {
    shop.open_and_choose().unwrap();
    shop.press_create(TITLES.len(), where_to(to)).unwrap();
    all_copied(shop, to);
}

/// How each write ended, and where it came from.
fn told(shop: &Shop, side: &str) -> Vec<String> {
    writes(shop, side).iter().map(super::Write::told).collect()
}

/// These, and then as many more like the last as there are titles.
fn expected(refused: &[&str], taken: &str) -> Vec<String> {
    let taken = std::iter::repeat_n(taken, TITLES.len());
    let all = refused.iter().copied().chain(taken);
    all.map(str::to_owned).collect()
}

fn with_secret(csrf: CsrfCarrier) -> Settings {
    let mut settings = Settings::default();
    settings.pos.auth = PosAuth::CookieCsrf;
    settings.pos.csrf = csrf;
    settings
}

#[test]
fn cookies_are_enough() {
    for (to, created) in [("pos", "201"), ("ecom", "200")] {
        let shop = shop_to_copy(Settings::default(), to);
        copy(&shop, to);
        let taken = format!("{created} extension");
        assert_eq!(told(&shop, to), expected(&[], &taken));
        overview(&shop);
        shop.driver.expect_text("with your own sign-in").unwrap();
    }
}

#[test]
fn a_secret_of_the_page_goes_with_writes() {
    for csrf in [CsrfCarrier::Meta, CsrfCarrier::Cookie] {
        let shop = shop_to_copy(with_secret(csrf), "pos");
        copy(&shop, "pos");
        // The rung in between was tried as well: a refused write was not done.
        let refused = ["403 extension", "403 own"];
        assert_eq!(
            told(&shop, "pos"),
            expected(&refused, "201 own"),
            "{csrf:?}"
        );
        let taken = writes(&shop, "pos").into_iter().skip(2);
        assert!(taken.map(|one| one.caller).all(|caller| caller == "page"));
        overview(&shop);
        shop.driver
            .expect_text("through the admin page that is open in a tab")
            .unwrap();
    }
}

#[test]
fn a_store_that_refuses_a_foreign_origin_is_written_to() {
    for (to, created) in [("pos", "201"), ("ecom", "200")] {
        let mut settings = Settings::default();
        settings.pos.foreign_origin = Policy::Refuse;
        settings.ecom.foreign_origin = Policy::Refuse;
        let shop = shop_to_copy(settings, to);
        copy(&shop, to);
        let taken = format!("{created} own");
        assert_eq!(told(&shop, to), expected(&["403 extension"], &taken));
        if browser() == Browser::Chromium {
            only_our_own_calls_are_changed(&shop);
        }
    }
}

/// The rule names our own calls, one host and nothing else. (Firefox shows it to no frame.)
fn only_our_own_calls_are_changed(shop: &Shop) {
    let ask = "const done = arguments[0];
        chrome.declarativeNetRequest.getSessionRules().then(rules => done([rules, location.host]))";
    let found = shop.driver.js_async(ask, &json!([])).unwrap();
    let (rules, own) = (&found[0], &found[1]);
    assert_eq!(rules.as_array().unwrap().len(), 1);
    let condition = &rules[0]["condition"];
    assert_eq!(condition["initiatorDomains"], json!([own]));
    assert_eq!(condition["tabIds"], json!([-1]));
    assert_eq!(condition["requestDomains"].as_array().unwrap().len(), 1);
}

#[test]
fn without_an_open_page_it_waits_for_one() {
    let shop = shop_to_copy(with_secret(CsrfCarrier::Meta), "pos");
    shop.open_and_choose().unwrap();
    shop.show_admin(&shop.ecom_tab).unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver.press("tab", "Groups").unwrap();
    shop.driver.find("table").unwrap();
    shop.driver.use_tab(&shop.pos_tab).unwrap();
    shop.driver.close_tab(&shop.ecom_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.press_create(TITLES.len(), "in POS").unwrap();
    shop.driver
        .expect_text("The store takes changes from its own pages only. Nothing was written.")
        .unwrap();
    assert!(shop.titles("pos").unwrap().is_empty());
    overview(&shop);
    let before = shop.driver.tabs().unwrap();
    shop.driver.press("button", "Open POS").unwrap();
    let tab = new_tab(&shop, &before);
    shop.driver.use_tab(&tab).unwrap();
    shop.driver.find("#tandem-panel").unwrap();
    shop.show_admin(&shop.ecom_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.press("tab", "Groups").unwrap();
    shop.driver.press("button", "Continue").unwrap();
    all_copied(&shop, "pos");
}

#[test]
fn tokens_alone_are_enough_once_they_are_pasted() {
    let mut settings = Settings::default();
    settings.pos.auth = PosAuth::Token;
    settings.ecom.auth = Auth::Token;
    let shop = shop_to_copy(settings, "ecom");
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    overview(&shop);
    for (side, token) in [
        ("pos", &shop.ready.pos.token),
        ("ecom", &shop.ready.ecom.token),
    ] {
        let place = format!("details.token:has(#token-{side})");
        let summary = shop.driver.find(&format!("{place} summary")).unwrap();
        shop.driver.click(&summary).unwrap();
        let field = shop.driver.find(&format!("#token-{side}")).unwrap();
        shop.driver.type_into(&field, token).unwrap();
        let button = shop.driver.find(&format!("{place} button")).unwrap();
        shop.driver.click(&button).unwrap();
        shop.driver
            .expect_text("with the token you pasted")
            .unwrap();
    }
    shop.driver.press("tab", "Groups").unwrap();
    shop.press_create(TITLES.len(), "online").unwrap();
    all_copied(&shop, "ecom");
    let callers = writes(&shop, "ecom").into_iter().map(|one| one.caller);
    assert!(callers.into_iter().all(|caller| caller == "token"));
}

#[test]
fn a_role_without_rights_is_no_fault_of_the_way() {
    let shop = shop_to_copy(with_secret(CsrfCarrier::Cookie), "pos");
    shop.control
        .act(&json!({ "act": "set_role", "role": "cashier" }))
        .unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver.press("button", "Use these two stores").unwrap();
    shop.driver
        .expect_text("Your role may not do this.")
        .unwrap();
    assert!(writes(&shop, "pos").is_empty());
}
