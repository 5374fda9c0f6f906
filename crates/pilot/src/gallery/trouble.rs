//! What is in the way: of the connections, and of the panel itself.

use serde_json::{Value, json};

use super::Stop;
use crate::{Browser, Shop};

/// In the overview: what keeps a store from being reached, one after another, and mended each time.
pub(super) fn go(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    signed_out(shop, stop)?;
    let always = |does: Value| json!([{ "side": "pos", "times": 999, "do": does }]);
    for (name, does, says) in [
        (
            "offline",
            json!({ "time_out": 1 }),
            "The store did not answer.",
        ),
        (
            "store-failed",
            json!({ "status": 500 }),
            "The store had a failure",
        ),
        (
            "rate-limited",
            // Not for longer: reading the customers waits for as long as the store asked for.
            json!({ "rate_limited": 5 }),
            "asks to wait",
        ),
    ] {
        shop.control.faults(&always(does))?;
        seen_as(shop, says)?;
        stop(shop, name)?;
        shop.control.faults(&json!([]))?;
    }
    for (name, act, undo, says) in [
        (
            "no-role",
            json!({ "act": "set_role", "role": "cashier" }),
            json!({ "act": "set_role", "role": "admin" }),
            "Your role may not do this.",
        ),
        (
            "plan-lacks",
            json!({ "act": "set_plan", "has_groups": false }),
            json!({ "act": "set_plan", "has_groups": true }),
            "plan has no customer groups",
        ),
    ] {
        shop.control.act(&act)?;
        seen_as(shop, says)?;
        stop(shop, name)?;
        shop.control.act(&undo)?;
    }
    shop.driver.revoke_hosts()?;
    shop.driver.enter_panel()?;
    seen_as(shop, "does not let Tandem reach")?;
    stop(shop, "no-permission")?;
    shop.driver.grant_hosts()?;
    shop.driver.enter_panel()?;
    seen_as(shop, "groups are missing on one side")?;
    covered(shop, stop)
}

fn signed_out(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    shop.control
        .act(&json!({ "act": "sign_out", "side": "ecom" }))?;
    seen_as(shop, "Nobody is signed in.")?;
    stop(shop, "signed-out")?;
    shop.driver.press("button", "Use a token instead")?;
    shop.driver.find(".token input")?;
    stop(shop, "token")?;
    shop.driver.press("tab", "Groups")?;
    shop.driver.find("#panel-g")?;
    stop(shop, "groups-unreadable")?;
    shop.driver.press("tab", "Overview")?;
    shop.show_admin(&shop.ecom_tab)?;
    shop.driver.go(&shop.ready.ecom.url)?;
    shop.sign_in_to_ecom()?;
    shop.show_admin(&shop.pos_tab)?;
    shop.driver.enter_panel()?;
    shop.driver.expect_text("groups are missing on one side")
}

/// Has the stores asked again, until that is what is seen of them.
fn seen_as(shop: &Shop, says: &str) -> anyhow::Result<()> {
    shop.driver.press("tab", "Overview")?;
    shop.driver.press("button", "Check again")?;
    shop.driver.expect_text(says)?;
    shop.driver.find("main[aria-busy=false]").map(drop)
}

/// A layer over the whole admin page, which a person sees through.
const COVER: &str = "const layer = document.createElement('div');
    layer.id = 'tandem-test-cover';
    layer.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:rgb(0 0 0 / 4%)';
    document.documentElement.append(layer)";

const UNCOVER: &str = "document.querySelector('#tandem-test-cover').remove()";

/// Something lies over the panel. Firefox cannot tell.
fn covered(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    if driver.browser == Browser::Firefox {
        return Ok(());
    }
    driver.leave_frame()?;
    driver.js(COVER, &json!([]))?;
    driver.enter_panel()?;
    driver.find("#covered")?;
    stop(shop, "covered")?;
    driver.leave_frame()?;
    driver.js(UNCOVER, &json!([]))?;
    driver.enter_panel()?;
    crate::wait_until("nothing lies over it", crate::wait::PATIENCE, || {
        Ok(driver.look_for("#covered")?.is_none())
    })
}

/// What ends a panel: a mistake of its own.
pub(super) fn end(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let breaks =
        "const own = window.wrappedJSObject ?? window; own.setTimeout(own.tandemBreakDown)";
    driver.js(breaks, &json!([]))?;
    driver.find("#broken")?;
    stop(shop, "broken")
}
