//! The first minute: nothing open, both admins open, the groups on their way and there.

use serde_json::json;

use super::Stop;
use crate::{Options, Shop};

/// How many registers POS has: so many that nobody waits for the tills' share of the calls.
const MANY_REGISTERS: u32 = 1_000;

/// How long a store takes that is waited for, in milliseconds: longer than what is done at a stop.
pub(super) const SLOW_MS: u32 = 4_000;

/// A shop whose two stores are chosen and whose groups are read.
pub(super) fn begin(options: &Options, stop: Stop<'_>) -> anyhow::Result<Shop> {
    let shop = Shop::open_signed_out(options, &tandem_sandbox::Options::default())?;
    let mut world = shop.control.state()?;
    if let Some(registers) = world.pointer_mut("/pos/registers") {
        *registers = json!(MANY_REGISTERS);
    }
    shop.control.reset(&world)?;
    shop.driver.open_panel()?;
    shop.driver.find("#choose-missing")?;
    stop(&shop, "choose-one")?;
    let shop = shop.signed_in()?;
    let driver = &shop.driver;
    driver.open_panel()?;
    driver.find_role("button", "Use these two stores")?;
    driver.find(".primary:enabled")?;
    stop(&shop, "choose")?;
    let slow = json!([{ "side": "ecom", "path": "/customer_groups", "do": { "slow": SLOW_MS } }]);
    shop.control.faults(&slow)?;
    driver.press("button", "Use these two stores")?;
    driver.find("#panel-g .bone-card")?;
    stop(&shop, "groups-loading")?;
    driver.find("table")?;
    stop(&shop, "groups")?;
    driver.press("tab", "Overview")?;
    driver.expect_text("Connected as")?;
    stop(&shop, "overview")?;
    Ok(shop)
}
