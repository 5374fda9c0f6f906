//! Groups: what collides, a copy under way, one that failed in part, one that is done.

use serde_json::json;

use super::{Stop, start::SLOW_MS};
use crate::Shop;

pub(super) fn go(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    for title in ["Gold", "GOLD"] {
        shop.control.create_group("ecom", title)?;
    }
    driver.press("button", "Check again")?;
    driver.press("tab", "Groups")?;
    driver.expect_text("differ only by case")?;
    driver.press("checkbox", "Create this one too: Gold")?;
    stop(shop, "collision")?;
    let faults = json!([
        { "side": "pos", "method": "POST", "do": { "slow": SLOW_MS } },
        { "side": "pos", "method": "POST", "after": 1, "do": { "status": 500 } },
    ]);
    shop.control.faults(&faults)?;
    shop.press_create(5, "in POS")?;
    driver.find(".run progress")?;
    stop(shop, "copying")?;
    driver.expect_text("of 5 done")?;
    stop(shop, "result-with-a-failure")?;
    driver.press("button", "Try 1 again")?;
    driver.expect_text("Done. 5 titles")?;
    stop(shop, "result")?;
    driver.press("button", "Close")?;
    shop.copy_groups()?;
    decided(shop, stop)
}

/// What only a person can tell is told, and nothing is left.
fn decided(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    driver.expect_text("nearly the same")?;
    driver.press("button", "What do these mean?")?;
    driver.find(".whys[open]")?;
    stop(shop, "groups-undecided")?;
    driver.press("button", "Use the online spelling in POS")?;
    shop.wait_for_result()?;
    driver.press("button", "Close")?;
    driver.press("checkbox", "Create this one too: GOLD")?;
    shop.press_create(1, "in POS")?;
    shop.wait_for_result()?;
    driver.press("button", "Close")?;
    driver.expect_text("Nothing to set up")?;
    stop(shop, "groups-match")?;
    outdated(shop, stop)
}

/// Somebody did meanwhile what is still offered.
fn outdated(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    const TITLE: &str = "Harvest Club";
    let driver = &shop.driver;
    shop.control.create_group("ecom", TITLE)?;
    driver.press("button", "Check again")?;
    driver.find_role("button", "Create 1 group in POS")?;
    shop.control.create_group("pos", TITLE)?;
    shop.press_create(1, "in POS")?;
    driver.expect_text("What was shown here has changed meanwhile.")?;
    stop(shop, "outdated")?;
    driver.press("button", "Dismiss")?;
    driver.expect_text("Nothing to set up")
}
