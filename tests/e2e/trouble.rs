//! What goes wrong in the middle ends in a clear sentence with a next step, and going on finishes
//! the job with no group twice.

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Shop, wait_until};

use crate::setup::{fill, owned, shop, sorted};

const TITLES: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

fn six() -> Shop {
    let shop = shop();
    fill(&shop, &[], &owned(&TITLES));
    shop.open_and_choose().unwrap();
    shop
}

fn all_arrived_once(shop: &Shop) {
    assert_eq!(sorted(shop.titles("pos").unwrap()), TITLES);
    let log = shop.control.log().unwrap();
    let created = log.iter().filter(|call| {
        call["side"] == json!("pos")
            && call["method"] == json!("POST")
            && call["status"] == json!(201)
    });
    assert_eq!(created.count(), TITLES.len());
}

#[test]
fn a_500_in_the_middle() {
    let shop = six();
    let fault = json!([{ "side": "pos", "method": "POST", "after": 2, "do": { "status": 500 } }]);
    shop.control.faults(&fault).unwrap();
    shop.press_create(6, "in POS").unwrap();
    let said = shop.wait_for_result().unwrap();
    assert_eq!(
        said,
        "5 of 6 done. The rest is listed below with the reason."
    );
    shop.driver
        .expect_text("The store had a failure of its own.")
        .unwrap();
    shop.driver.press("button", "Try 1 again").unwrap();
    shop.driver
        .expect_text("Done. 6 titles were written")
        .unwrap();
    all_arrived_once(&shop);
}

/// Both browsers send a request again by themselves when a connection that was used before breaks
/// before the answer, a POST as well; nothing in a page can forbid it. What the store made of that
/// is read back and said.
#[test]
fn a_lost_reply_in_the_middle() {
    let shop = six();
    let fault = json!([{ "side": "pos", "method": "POST", "after": 2, "do": "lost_reply" }]);
    shop.control.faults(&fault).unwrap();
    shop.press_create(6, "in POS").unwrap();
    let said = shop.wait_for_result().unwrap();
    let titles = sorted(shop.titles("pos").unwrap());
    if titles == TITLES {
        assert_eq!(
            said,
            "Done. 6 titles were written and read back, letter for letter."
        );
    } else {
        assert_eq!(titles, ["A", "B", "C", "C", "D", "E", "F"]);
        assert_eq!(
            said,
            "5 of 6 done. The rest is listed below with the reason."
        );
        shop.driver
            .expect_text("the store has it more than once now")
            .unwrap();
        assert!(
            shop.driver
                .look_for_role("button", "Try 1 again")
                .unwrap()
                .is_none()
        );
    }
}

#[test]
fn signed_out_in_the_middle() {
    let shop = six();
    let fault = json!([{ "side": "pos", "method": "POST", "after": 2, "do": "sign_out" }]);
    shop.control.faults(&fault).unwrap();
    shop.press_create(6, "in POS").unwrap();
    let said = shop.wait_for_result().unwrap();
    // Two were taken. The first was read back before the rest, the second could not be: nothing is
    // called done that was not seen.
    assert_eq!(said, "Paused: 1 of 6 are known to be done.");
    shop.driver
        .expect_text("Nobody is signed in. Sign in, and Tandem goes on.")
        .unwrap();
    // In another tab, as a person would.
    let panel = shop.pos_tab.clone();
    shop.driver.new_tab().unwrap();
    shop.driver.go(&shop.ready.pos.url).unwrap();
    shop.sign_in_to_pos().unwrap();
    shop.show_admin(&panel).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.press("button", "Continue").unwrap();
    shop.driver
        .expect_text("Done. 6 titles were written")
        .unwrap();
    all_arrived_once(&shop);
}

#[test]
fn the_background_killed_in_the_middle() {
    let shop = six();
    let slow = json!([{ "side": "pos", "method": "POST", "times": 99, "do": { "slow": 400 } }]);
    shop.control.faults(&slow).unwrap();
    shop.press_create(6, "in POS").unwrap();
    wait_until("two groups are there", Duration::from_secs(20), || {
        Ok(shop.titles("pos")?.len() >= 2)
    })
    .unwrap();
    shop.driver.kill_background().unwrap();
    shop.control.faults(&json!([])).unwrap();
    shop.driver
        .expect_text("The browser ended Tandem in the middle")
        .unwrap();
    assert!(
        shop.titles("pos").unwrap().len() < 6,
        "killed too late to mean anything"
    );
    shop.driver.press("button", "Continue").unwrap();
    shop.driver
        .expect_text("Done. 6 titles were written")
        .unwrap();
    all_arrived_once(&shop);
}

#[test]
fn stopped_by_a_person() {
    let shop = six();
    let slow = json!([{ "side": "pos", "method": "POST", "times": 99, "do": { "slow": 300 } }]);
    shop.control.faults(&slow).unwrap();
    shop.press_create(6, "in POS").unwrap();
    shop.driver.press("button", "Cancel").unwrap();
    shop.driver.expect_text("the rest was not sent").unwrap();
    shop.control.faults(&json!([])).unwrap();
    shop.driver.press("button", "Continue").unwrap();
    shop.driver
        .expect_text("Done. 6 titles were written")
        .unwrap();
    all_arrived_once(&shop);
}
