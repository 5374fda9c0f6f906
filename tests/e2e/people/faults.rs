//! What goes wrong in the middle of a run over customers comes to the same end as without it.

use serde_json::{Value, json};
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use super::{Town, town};
use crate::expected::deviations;

/// A shop whose questions are answered, with the preview on screen; what both stores have then.
fn about_to_write() -> (Town, Value) {
    let town = town(40, Settings::default());
    let before = town.shop.control.state().unwrap();
    town.shop.read_customers().unwrap();
    town.shop.answer_all().unwrap();
    town.shop.preview_all().unwrap();
    (town, before)
}

/// Goes on as long as the card offers it, and looks at what both stores have then.
fn comes_to_the_same_end((town, before): &(Town, Value), mend: impl Fn(&Shop)) {
    let shop = &town.shop;
    shop.begin_to_write().unwrap();
    for _ in 0..6 {
        shop.wait_for_sync().unwrap();
        counts_add_up(shop);
        mend(shop);
        // A panel that was opened anew shows the run only once the background told it.
        shop.wait_for_sync().unwrap();
        if shop
            .driver
            .look_for_role("button", "Continue")
            .unwrap()
            .is_none()
        {
            break;
        }
        shop.continue_sync().unwrap();
    }
    shop.driver.press("button", "Close").unwrap();
    // What was refused in passing is done by the next run.
    shop.check_again().unwrap();
    if shop.preview_all().unwrap().is_some() {
        shop.write().unwrap();
        counts_add_up(shop);
    }
    let after = shop.control.state().unwrap();
    let wrong = deviations(before, &town.truth, &after);
    assert_eq!(wrong, Vec::<String>::new());
}

/// Invariant I4, as it stands on screen.
fn counts_add_up(shop: &Shop) {
    let read = "const card = document.querySelector('section.run[aria-label=Sync]');
        const number = text => Number((text.match(/[\\d.,]+/) ?? ['0'])[0].replace(/\\D/g, ''));
        const all = [...card.querySelectorAll('.counts li')].map(li => number(li.innerText));
        const total = [...card.querySelectorAll('.counts p')].map(p => number(p.innerText))[0];
        return [all.reduce((a, b) => a + b, 0), total ?? -1]";
    let sums = shop.driver.js(read, &json!([])).unwrap();
    assert_eq!(sums[0], sums[1], "{}", shop.driver.screen_text());
}

fn strikes(fault: &Value, mend: impl Fn(&Shop)) {
    let there = about_to_write();
    there.0.shop.control.faults(fault).unwrap();
    comes_to_the_same_end(&there, mend);
}

#[test]
fn a_lost_reply_to_a_create() {
    strikes(
        &json!([{ "side": "pos", "method": "POST", "path": "*/customers", "do": "lost_reply" }]),
        |_| (),
    );
}

#[test]
fn a_storm_of_refusals() {
    strikes(
        &json!([{ "after": 5, "times": 4, "do": { "rate_limited": 1 } }]),
        |_| (),
    );
}

#[test]
fn failures_of_both_stores() {
    strikes(
        &json!([
            { "side": "pos", "method": "POST", "after": 1, "times": 2, "do": { "status": 500 } },
            { "side": "pos", "method": "GET", "after": 4, "times": 2, "do": { "status": 503 } },
            { "side": "ecom", "after": 2, "times": 2, "do": { "status": 500 } },
        ]),
        |_| (),
    );
}

#[test]
fn half_a_page() {
    strikes(
        &json!([{ "side": "pos", "method": "GET", "after": 1, "do": "half_page" }]),
        |_| (),
    );
}

#[test]
fn signed_out_in_the_middle() {
    strikes(
        &json!([{ "side": "pos", "after": 6, "do": "sign_out" }]),
        |shop| {
            for tab in [&shop.pos_tab, &shop.ecom_tab] {
                shop.show_admin(tab).unwrap();
                let is_pos = *tab == shop.pos_tab;
                let url = if is_pos {
                    &shop.ready.pos.url
                } else {
                    &shop.ready.ecom.url
                };
                shop.driver.go(url).unwrap();
                let asks = shop.driver.look_for("input[name=password]").unwrap();
                if asks.is_some() && is_pos {
                    shop.sign_in_to_pos().unwrap();
                } else if asks.is_some() {
                    shop.sign_in_to_ecom().unwrap();
                }
            }
            shop.show_admin(&shop.pos_tab).unwrap();
            shop.driver.open_panel().unwrap();
        },
    );
}

#[test]
fn a_background_that_is_ended_again_and_again() {
    let (town, before) = about_to_write();
    let shop = &town.shop;
    shop.begin_to_write().unwrap();
    shop.driver.expect_text("changes in all").unwrap();
    for _ in 0..5 {
        shop.driver.kill_background().unwrap();
        let said = shop.wait_for_sync().unwrap();
        counts_add_up(shop);
        if said.starts_with("Done") {
            break;
        }
        shop.continue_sync().unwrap();
    }
    let said = shop.wait_for_sync().unwrap();
    assert!(said.starts_with("Done"), "{said}");
    counts_add_up(shop);
    let after = shop.control.state().unwrap();
    assert_eq!(
        deviations(&before, &town.truth, &after),
        Vec::<String>::new()
    );
}
