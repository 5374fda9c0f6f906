//! The token that the eCom admin page itself uses: seen, used, over in the middle, renewed.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::{Auth, Settings};

use super::{TITLES, all_copied, overview, shop_to_copy};

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
    shop.press_create(TITLES.len(), "in eCom").unwrap();
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
    shop.press_create(TITLES.len(), "in eCom").unwrap();
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
fn a_page_that_was_not_seen_yet_is_opened_by_the_button_and_then_seen() {
    let shop = shop_with_pass();
    // As after a restart of the browser: nothing was seen yet.
    shop.driver.open_panel().unwrap();
    let forget = "const done = arguments[0];
        const area = chrome.storage.session;
        if (!area) return done(false);
        area.clear().then(() => done(true))";
    let forgot = shop.driver.js_async(forget, &json!([])).unwrap();
    if forgot != json!(true) {
        // Firefox lets no frame at it; the rest is the same there.
        return;
    }
    shop.driver.press("button", "Use these two stores").unwrap();
    overview(&shop);
    shop.driver.expect_text("Nobody is signed in.").unwrap();
    shop.driver.press("button", "Sign in to eCom").unwrap();
    // It comes back by itself.
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver
        .expect_text("with the pass that the admin page itself uses")
        .unwrap();
}
