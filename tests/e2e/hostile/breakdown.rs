//! A failure of Tandem's own in the middle of a run: a panic, or no memory left. The panel stays
//! usable, the journal whole, and the run comes to the same end.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Browser, Shop, wait_until};

use crate::setup::{browser, fill, owned, shop, sorted};

const TITLES: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

/// A run of six that is under way, slowly, with two of them there.
fn in_the_middle() -> Shop {
    let shop = shop();
    fill(&shop, &[], &owned(&TITLES));
    shop.open_and_choose().unwrap();
    let slow = json!([{ "side": "pos", "method": "POST", "times": 99, "do": { "slow": 400 } }]);
    shop.control.faults(&slow).unwrap();
    shop.press_create(6, "in POS").unwrap();
    wait_until("two groups are there", Duration::from_secs(20), || {
        Ok(shop.titles("pos")?.len() >= 2)
    })
    .unwrap();
    shop
}

fn each_arrived_once(shop: &Shop) {
    shop.driver
        .expect_text("Done. 6 titles were written")
        .unwrap();
    assert_eq!(sorted(shop.titles("pos").unwrap()), TITLES);
}

#[test]
fn a_background_that_breaks_down_goes_on_where_it_was() {
    for how in ["panic", "memory"] {
        let shop = in_the_middle();
        let ask = "const [how, done] = arguments;
            chrome.runtime.sendMessage('break down: ' + how).then(done, error => done(String(error)))";
        shop.driver.js_async(ask, &json!([how])).unwrap();
        shop.control.faults(&json!([])).unwrap();
        shop.driver
            .expect_text("Tandem had to start anew.")
            .unwrap();
        assert!(shop.titles("pos").unwrap().len() < 6, "{how}: too late");
        shop.driver.press("button", "Continue").unwrap();
        each_arrived_once(&shop);
    }
}

#[test]
fn a_background_that_hangs_leaves_the_panel_usable_and_goes_on() {
    let shop = in_the_middle();
    let ask = "chrome.runtime.sendMessage('break down: hang').catch(() => {})";
    shop.driver.js(ask, &json!([])).unwrap();
    // It hangs for eight seconds. Firefox runs all pages of an extension in one thread.
    let patience = match browser() {
        Browser::Chromium => Duration::from_secs(5),
        Browser::Firefox => Duration::from_secs(20),
    };
    let is_there = "document.querySelector('[role=tab][id=tab-h]')?.click();
        return document.querySelector('#tab-h')?.ariaSelected === 'true'";
    wait_until("another view is shown", patience, || {
        Ok(shop.driver.js(is_there, &json!([]))? == json!(true))
    })
    .unwrap();
    shop.driver.press("tab", "Groups").unwrap();
    shop.control.faults(&json!([])).unwrap();
    each_arrived_once(&shop);
}

#[test]
fn a_panel_that_breaks_down_says_so_and_is_whole_after_a_reload() {
    let shop = in_the_middle();
    let break_down =
        "const own = window.wrappedJSObject ?? window; own.setTimeout(own.tandemBreakDown)";
    shop.driver.js(break_down, &json!([])).unwrap();
    shop.driver
        .expect_text("Tandem stopped by a mistake of its own.")
        .unwrap();
    shop.driver.press("button", "Reload Tandem").unwrap();
    shop.control.faults(&json!([])).unwrap();
    shop.driver.enter_panel().unwrap();
    each_arrived_once(&shop);
}
