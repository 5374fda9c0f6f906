//! From nothing to "in step", as somebody who never used it before.

use serde_json::json;
use tandem_pilot::Shop;
use tandem_sandbox::world::{Auth, PosAuth, PutMode, Settings};

use super::town;
use crate::{
    customers::vault::{nobody_can_be_read, nothing_is_left_after_a_wipe},
    expected::deviations,
};

/// Reads, answers by keyboard, writes, and looks at what both stores have then.
fn from_nothing_to_in_step(customers: u32, settings: Settings) -> Shop {
    let town = town(customers, settings);
    let shop = &town.shop;
    let before = shop.control.state().unwrap();
    shop.read_customers().unwrap();
    let answered = shop.answer_all().unwrap();
    assert!(answered.fields > 0 && answered.people > 0, "{answered:?}");
    let changes = shop.preview_all().unwrap();
    assert!(changes.is_some(), "there is something to write");
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done."), "{said}");
    shop.driver.press("button", "Close").unwrap();
    let after = shop.control.state().unwrap();
    let wrong = deviations(&before, &town.truth, &after);
    let first = wrong.iter().take(5).collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{} deviations: {first:#?}", wrong.len());
    // A second run has nothing to do, and does nothing.
    shop.control.clear_log().unwrap();
    shop.check_again().unwrap();
    assert_eq!(shop.preview_all().unwrap(), None);
    let log = shop.control.log().unwrap();
    let writes = log.iter().filter(|call| call["method"] != json!("GET"));
    assert_eq!(writes.count(), 0, "a second run writes");
    town.shop
}

#[test]
fn two_thousand_customers_a_side() {
    let shop = from_nothing_to_in_step(2_600, Settings::default());
    // Invariant I10, with as much as a shop leaves on disk.
    nobody_can_be_read(&shop, 2_000);
    nothing_is_left_after_a_wipe(shop, 2_000);
}

/// By the rungs that need the stores' own pages: writes of POS with its CSRF secret, and everything of
/// eCom with the token of its page.
#[test]
fn by_the_pages_of_both_stores() {
    let mut settings = Settings::default();
    settings.pos.auth = PosAuth::CookieCsrf;
    settings.ecom.auth = Auth::PageToken;
    let shop = from_nothing_to_in_step(80, settings);
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver
        .expect_text("through the admin page that is open in a tab")
        .unwrap();
}

#[test]
fn a_put_that_keeps_what_is_not_named_loses_nothing() {
    let mut settings = Settings::default();
    settings.pos.put = PutMode::Merge;
    drop(from_nothing_to_in_step(80, settings));
}

#[test]
fn a_put_that_replaces_everything_loses_nothing() {
    let mut settings = Settings::default();
    settings.pos.put = PutMode::Replace;
    drop(from_nothing_to_in_step(80, settings));
}
