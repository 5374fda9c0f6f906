//! Rehearsal: the whole product over made-up shops, in one page, without a call to anywhere.

mod copied;
mod served;

use std::time::Duration;

use serde_json::{Value, json};
use tandem_pilot::{Shop, wait_until};

use crate::setup::{new_tab, shop};

/// What stands in the head for as long as it lasts.
const BANNER: &str = "Rehearsal: made-up shops, nothing is sent anywhere";

/// The button that opens it.
const REHEARSE: &str = "Try everything with made-up customers";

/// Opens a rehearsal from the panel in use, and goes to its tab.
pub(crate) fn rehearse(shop: &Shop) {
    rehearse_with(shop, REHEARSE, BANNER);
}

/// Opens the rehearsal of this button, and waits for what its head says.
fn rehearse_with(shop: &Shop, button: &str, banner: &str) {
    let known = shop.driver.tabs().unwrap();
    shop.driver.press("button", button).unwrap();
    shop.driver.use_tab(&new_tab(shop, &known)).unwrap();
    shop.driver.expect_text(banner).unwrap();
}

/// From the choice of the stores to everybody in step, with every question answered.
fn from_nothing_to_in_step(shop: &Shop) {
    shop.driver.press("button", "Use these two stores").unwrap();
    shop.copy_groups().unwrap();
    shop.read_customers().unwrap();
    let answered = shop.answer_all().unwrap();
    assert!(answered.fields > 0 && answered.people > 0, "{answered:?}");
    sync(shop);
    assert_eq!(shop.preview_all().unwrap(), None, "all are in step");
}

/// Writes all that there is to write; how many changes that was.
fn sync(shop: &Shop) -> u32 {
    let changes = shop.preview_all().unwrap().unwrap();
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done."), "{said}");
    shop.driver.press("button", "Close").unwrap();
    changes
}

/// Whether the page in use reaches a store if it goes around everything of ours.
fn reaches_a_store(shop: &Shop) -> bool {
    let ask = "const [url, done] = arguments;
        const call = new XMLHttpRequest();
        call.onload = () => done(true);
        call.onerror = () => done(false);
        call.open('GET', url);
        call.send()";
    let url = format!("{}/api/2.0/customers", shop.ready.pos.url);
    shop.driver.js_async(ask, &json!([url])).unwrap() == json!(true)
}

/// Everything that the panel's browser keeps for it: stored values, and the names of databases and of
/// buckets.
fn kept(shop: &Shop) -> Value {
    let read = "const [done] = arguments;
        const buckets = navigator.storageBuckets?.keys() ?? [];
        Promise.all([chrome.storage.local.get(null), indexedDB.databases(), buckets])
          .then(([values, all, buckets]) => {
            const names = all.map(one => one.name).concat(buckets);
            done({ values, databases: names.sort() });
          })";
    shop.driver.js_async(read, &json!([])).unwrap()
}

#[test]
fn from_the_panel_to_in_step_and_back_with_no_call_and_no_trace() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    shop.driver.expect_text("Missing in POS").unwrap();
    let before = kept(&shop);
    shop.driver.press("tab", "Settings").unwrap();
    shop.control.clear_log().unwrap();
    rehearse(&shop);

    from_nothing_to_in_step(&shop);
    assert!(!reaches_a_store(&shop), "the browser itself forbids it");
    let calls = shop.control.log().unwrap();
    assert!(calls.is_empty(), "{calls:#?}");

    shop.driver.press("button", "Leave the rehearsal").unwrap();
    wait_until("the panel itself", Duration::from_secs(20), || {
        let is_panel = shop.driver.look_for_role("tab", "Settings")?.is_some();
        Ok(is_panel && !shop.driver.screen_text().contains(BANNER))
    })
    .unwrap();
    assert!(reaches_a_store(&shop), "it is allowed outside a rehearsal");
    shop.show_admin(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    assert_eq!(kept(&shop), before);
}

#[test]
fn what_others_do_is_found_by_the_next_look_and_a_new_beginning_forgets_it() {
    let shop = shop();
    shop.driver.open_panel().unwrap();
    rehearse(&shop);
    from_nothing_to_in_step(&shop);
    let summary = shop.driver.find("details.others summary").unwrap();
    shop.driver.click_in_sight(&summary).unwrap();
    for deed in [
        "A shopper orders for the first time",
        "A till changes an email",
        "A shopper unticks marketing",
    ] {
        shop.driver.press("button", deed).unwrap();
        shop.driver.expect_text("Done. Choose").unwrap();
    }
    shop.check_again().unwrap();
    // What changed is read behind the answer.
    shop.driver.press("tab", "Customers").unwrap();
    let found = shop.driver.find_role("button", "Sync # customers");
    found.unwrap();
    assert_eq!(sync(&shop), 3);
    shop.driver.press("button", "Start again").unwrap();
    shop.driver
        .find_role("button", "Use these two stores")
        .unwrap();
}

/// The databases and buckets of rehearsals, as the panel's browser has them.
fn left(shop: &Shop) -> usize {
    let kept = kept(shop);
    let names = kept["databases"].as_array().unwrap().iter();
    let names = names.filter_map(Value::as_str);
    names.filter(|name| name.starts_with("rehearsal-")).count()
}

#[test]
fn what_a_closed_tab_left_is_swept_up_by_the_next_rehearsal() {
    let shop = shop();
    shop.driver.open_panel().unwrap();
    // As if the browser had been ended in the middle of one.
    let leave = "const done = arguments[0];
        const name = 'rehearsal-' + crypto.randomUUID() + '-tandem-vault-1';
        const opening = indexedDB.open(name, 1);
        opening.onsuccess = async () => {
          opening.result.close();
          await navigator.storageBuckets?.open(name);
          done(navigator.storageBuckets ? 2 : 1);
        }";
    let made = shop.driver.js_async(leave, &json!([])).unwrap();
    assert_eq!(json!(left(&shop)), made);
    rehearse(&shop);
    shop.driver.close_tab(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    wait_until("nothing is left", Duration::from_secs(20), || {
        Ok(left(&shop) == 0)
    })
    .unwrap();
}
