//! An eCom admin at an address that is not the vendor's own: the owner adds it, and its page carries the
//! calls.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::Settings;

use super::{TITLES, all_copied, overview, shop_to_copy, where_to};
use crate::setup::new_tab;

const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn an_admin_of_another_name_is_worked_on_through_its_page() {
    let shop = shop_to_copy(Settings::default(), "ecom");
    let driver = &shop.driver;
    let origin = added(&shop);
    driver.press("button", "Use these two stores").unwrap();
    driver.press("tab", "Groups").unwrap();
    shop.press_create(TITLES.len(), where_to("ecom")).unwrap();
    all_copied(&shop, "ecom");
    overview(&shop);
    driver
        .expect_text("through the admin page that is open in a tab")
        .unwrap();
    driver.press("tab", "Settings").unwrap();
    driver.press("button", &format!("Remove {origin}")).unwrap();
    pages_get_the_script(&shop, false);
}

#[test]
fn an_answer_without_end_ends_by_way_of_a_page_too() {
    let shop = shop_to_copy(Settings::default(), "pos");
    let driver = &shop.driver;
    added(&shop);
    let flood =
        json!({ "side": "ecom", "path": "/customer_groups", "times": 99, "do": { "flood": 70 } });
    shop.control.faults(&json!([flood])).unwrap();
    driver.press("button", "Use these two stores").unwrap();
    driver.press("tab", "Overview").unwrap();
    driver
        .expect_text("something that Tandem does not know")
        .unwrap();
    // The page's script is as well as before.
    shop.control.faults(&json!([])).unwrap();
    driver.press("button", "Check again").unwrap();
    driver
        .expect_text("through the admin page that is open in a tab")
        .unwrap();
    driver.press("tab", "Groups").unwrap();
    driver.expect_text(TITLES[0]).unwrap();
}

/// Has the owner add the name that a reseller gives to the admin of the eCom store; its origin. The
/// panel is in a tab of its own afterwards, and the two stores are to be chosen.
fn added(shop: &Shop) -> String {
    let driver = &shop.driver;
    // The reseller's name for the same store takes the place of the vendor's.
    let url = &shop.ready.ecom.url;
    let url = url.replace("my.ecom.localhost", "admin.reseller.localhost");
    let origin = url.split("/store/").next().unwrap().to_owned();
    shop.show_admin(&shop.ecom_tab).unwrap();
    driver.go(&url).unwrap();
    shop.sign_in_to_ecom_at(&url).unwrap();
    // In an admin page no browser asks; the panel opens a tab of its own for that.
    shop.show_admin(&shop.pos_tab).unwrap();
    driver.open_panel().unwrap();
    let folded = "The admin of your online store is at another address";
    unfold(shop, folded);
    let before = driver.tabs().unwrap();
    driver
        .press("button", "Open in a tab to add an address")
        .unwrap();
    driver.use_tab(&new_tab(shop, &before)).unwrap();
    unfold(shop, folded);
    let field = driver.find("#address").unwrap();
    driver.type_into(&field, "somewhere").unwrap();
    driver.press("button", "Add address").unwrap();
    driver
        .expect_text("That is no address. It begins with https://.")
        .unwrap();
    driver.clear(&field).unwrap();
    driver.type_into(&field, &url).unwrap();
    driver.press("button", "Add address").unwrap();
    driver
        .find_role("button", &format!("Remove {origin}"))
        .unwrap();
    driver.expect_text("admin.reseller.localhost").unwrap();
    pages_get_the_script(shop, true);
    origin
}

fn unfold(shop: &Shop, words: &str) {
    let open = "const summary = [...document.querySelectorAll('summary')]
        .find(one => one.textContent.trim() === arguments[0]);
        summary?.click(); return summary != null";
    tandem_pilot::wait_until(
        "it can be unfolded",
        std::time::Duration::from_secs(20),
        || Ok(shop.driver.js(open, &json!([words]))? == json!(true)),
    )
    .unwrap();
}

/// Pages at the added address get the script that sends calls, and that one alone.
fn pages_get_the_script(shop: &Shop, is_added: bool) {
    let ask = "const [done] = arguments; chrome.scripting.getRegisteredContentScripts()
        .then(all => done(all.map(({ matches, js }) => [matches, js.map(file => file.split('/').pop())])))";
    let expected = match is_added {
        true => json!([[["http://admin.reseller.localhost/*"], ["relay.js"]]]),
        false => json!([]),
    };
    let mut found = json!(null);
    let waited = wait_until("the browser knows which pages", PATIENCE, || {
        found = shop.driver.js_async(ask, &json!([]))?;
        Ok(found == expected)
    });
    assert!(waited.is_ok(), "{found}");
}
