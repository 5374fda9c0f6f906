//! A rehearsal: its beginning, and the whole panel in it. It is shown where the panel was, so that it
//! is as wide as is asked for; a person has it in a tab.

use serde_json::json;

use super::Stop;
use crate::Shop;

/// Goes on from the panel in use, which need not work any more.
pub(super) fn go(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let leave = "location.href = new URL('rehearsal.html', location).href";
    driver.js(leave, &json!([]))?;
    driver.expect_text("Rehearsal: made-up shops")?;
    driver.find(".primary:enabled")?;
    stop(shop, "rehearsal")?;
    driver.press("button", "Use these two stores")?;
    driver.find("table")?;
    driver.press("tab", "Overview")?;
    driver.expect_text("Connected as")?;
    let others = driver.find("details.others summary")?;
    driver.click_in_sight(&others)?;
    driver.find("details.others[open]")?;
    stop(shop, "rehearsal-overview")
}
