//! Settings: what happens by itself, the passphrase, keeping nothing, forgetting, how the stores are reached.

use super::Stop;
use crate::Shop;

/// What opens and closes the vault in pictures.
const WORD: &str = "three red lanterns";

pub(super) fn go(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    driver.press("button", "Keep them in step")?;
    driver.expect_text("are kept so")?;
    stop(shop, "overview-kept")?;
    driver.press("tab", "Settings")?;
    driver.find("#panel-s select")?;
    stop(shop, "settings")?;
    driver.press("button", "Show all keys")?;
    driver.find("#keys")?;
    stop(shop, "keys")?;
    driver.press("button", "Close")?;
    driver.press("button", "Forget everything")?;
    driver.find_role("button", "Keep it")?;
    stop(shop, "wipe")?;
    driver.press("button", "Keep it")?;
    nothing(shop, stop)?;
    driver.press("button", "Check again")?;
    driver.find("main[aria-busy=false]")?;
    passphrase(shop, stop)
}

fn nothing(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    driver.press("button", "Keep nothing on this computer")?;
    stop(shop, "keep-nothing")?;
    driver.press("button", "Keep nothing from now on")?;
    driver.find_role("button", "Keep it on this computer again")?;
    stop(shop, "nothing-kept")?;
    driver.press("button", "Keep it on this computer again")?;
    driver.find_role("button", "Keep nothing on this computer")?;
    Ok(())
}

fn passphrase(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    driver.press("button", "Set a passphrase")?;
    for field in ["#passphrase-first", "#passphrase-second"] {
        driver.type_into(&driver.find(field)?, WORD)?;
    }
    stop(shop, "passphrase")?;
    driver.press("button", "Use this passphrase")?;
    driver.press("button", "Lock now")?;
    driver.press("tab", "Customers")?;
    driver.find("#unlock-word")?;
    stop(shop, "locked")
}
