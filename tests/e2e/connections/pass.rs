//! The token that the eCom admin page itself uses: seen, used, over in the middle, renewed.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::{Auth, Settings};

use super::{TITLES, all_copied, overview, shop_to_copy};
use crate::setup::new_tab;

fn shop_with_pass() -> Shop {
    let mut settings = Settings::default();
    settings.ecom.auth = Auth::PageToken;
    shop_to_copy(settings, "ecom")
}

/// What the browser keeps of the extension on disk, as one text.
fn on_disk(shop: &Shop) -> String {
    let kept = "const done = arguments[0];
        chrome.storage.local.get(null).then(all => done(JSON.stringify(all)))";
    let kept = shop.driver.js_async(kept, &json!([])).unwrap();
    kept.as_str().unwrap().to_owned()
}

#[test]
fn the_pages_own_token_carries_a_copy() {
    let shop = shop_with_pass();
    shop.open_and_choose().unwrap();
    shop.press_create(TITLES.len(), "online").unwrap();
    all_copied(&shop, "ecom");
    overview(&shop);
    shop.driver
        .expect_text("with the pass that the admin page itself uses")
        .unwrap();
    assert!(!on_disk(&shop).contains("page_"));
}

#[test]
fn one_that_is_over_in_the_middle_is_waited_for_and_nothing_is_lost() {
    let shop = shop_with_pass();
    shop.open_and_choose().unwrap();
    let slow = json!([{ "side": "ecom", "method": "POST", "times": 99, "do": { "slow": 500 } }]);
    shop.control.faults(&slow).unwrap();
    shop.press_create(TITLES.len(), "online").unwrap();
    wait_until("two groups are there", Duration::from_secs(20), || {
        Ok(shop.titles("ecom")?.len() >= 2)
    })
    .unwrap();
    shop.control
        .act(&json!({ "act": "pass_time", "seconds": 600 }))
        .unwrap();
    shop.driver.expect_text("Nobody is signed in.").unwrap();
    shop.control.faults(&json!([])).unwrap();
    assert!(shop.titles("ecom").unwrap().len() < TITLES.len());
    // The page gets a new one when it is opened again, and Tandem sees it.
    shop.show_admin(&shop.ecom_tab).unwrap();
    shop.driver.go(&shop.ready.pos.url).unwrap();
    shop.driver.go(&shop.ready.ecom.url).unwrap();
    shop.driver.find("h1").unwrap();
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.press("button", "Continue").unwrap();
    all_copied(&shop, "ecom");
}

#[test]
fn signed_out_leads_to_the_sign_in_whose_page_has_a_new_one() {
    let shop = shop_with_pass();
    shop.open_and_choose().unwrap();
    shop.control
        .act(&json!({ "act": "sign_out", "side": "ecom" }))
        .unwrap();
    shop.driver.press("button", "Check again").unwrap();
    overview(&shop);
    shop.driver.expect_text("Nobody is signed in.").unwrap();
    let before = shop.driver.tabs().unwrap();
    shop.driver.press("button", "Sign in to eCom").unwrap();
    let tab = new_tab(&shop, &before);
    shop.driver.use_tab(&tab).unwrap();
    shop.sign_in_to_ecom().unwrap();
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver
        .expect_text("with the pass that the admin page itself uses")
        .unwrap();
}
