//! Tandem beside an admin page: always there, never in the way, and closed to the page.

use serde_json::json;
use tandem_sandbox::world::Settings;

use crate::setup::{new_tab, put_away, shop, shop_with};

#[test]
fn the_launcher_survives_route_changes_and_a_page_that_removes_it() {
    let mut settings = Settings::default();
    settings.pages.hostile_rerender = true;
    let shop = shop_with(settings);
    shop.driver.open_panel().unwrap();
    shop.driver.leave_frame().unwrap();
    for view in ["customers", "sell", "groups"] {
        let link = shop.driver.find(&format!("a[data-view={view}]")).unwrap();
        shop.driver.click(&link).unwrap();
        shop.driver.enter_panel().unwrap();
        shop.driver.expect_text("Tandem").unwrap();
        shop.driver.leave_frame().unwrap();
    }
    shop.driver
        .js(
            "document.querySelector('#tandem-panel').remove()",
            &json!([]),
        )
        .unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.expect_text("Choose your two stores").unwrap();
}

#[test]
fn the_page_hears_no_key_and_moves_no_pixel() {
    let shop = shop();
    shop.driver
        .go(&format!("{}/listens", shop.ready.pos.url))
        .unwrap();
    shop.driver.find("h1").unwrap();
    let boxes = "return JSON.stringify([innerWidth, innerHeight,
        [...document.body.querySelectorAll('*')].map(e => {
        const b = e.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })])";
    shop.driver.open_panel().unwrap();
    shop.driver.expect_text("Choose your two stores").unwrap();
    shop.driver
        .js("document.querySelector('button').focus()", &json!([]))
        .unwrap();
    shop.driver.press_keys("abc/?\u{e004}").unwrap();
    shop.driver.leave_frame().unwrap();
    let heard = shop.driver.js("return window.__heard", &json!([])).unwrap();
    assert_eq!(heard["keys"], json!([]), "{heard}");
    assert_eq!(heard["shifts"], json!([]), "{heard}");
    // With the panel and without it. The observer puts it back at once, so it is only hidden.
    let with = shop.driver.js(boxes, &json!([])).unwrap();
    let without = "document.querySelector('#tandem-panel').style.display = 'none';";
    let without = shop
        .driver
        .js(&format!("{without}{boxes}"), &json!([]))
        .unwrap();
    assert_eq!(with, without);
}

#[test]
fn the_panel_opens_and_closes_by_keyboard() {
    let shop = shop();
    // Tab through the page's own controls; the launcher comes after them.
    let focused = "return document.activeElement?.id";
    let is_reached = || shop.driver.js(focused, &json!([])).unwrap() == json!("tandem-panel");
    let mut tabs = 0;
    while !is_reached() {
        assert!(tabs < 40, "the launcher cannot be reached with Tab");
        shop.driver.press_keys("\u{e004}").unwrap();
        tabs += 1;
    }
    shop.driver.press_keys("\u{e007}").unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.press("button", "Close Tandem").unwrap();
    shop.driver.leave_frame().unwrap();
    put_away(&shop);
}

#[test]
fn the_page_cannot_read_the_panel_nor_speak_to_the_background() {
    let shop = shop();
    shop.open_and_choose().unwrap();
    shop.driver.leave_frame().unwrap();
    // In the page's own world: what its scripts could do.
    let probe = "const host = document.querySelector('#tandem-panel');
        const frames = window.length;
        window.postMessage(JSON.stringify({ v: 1, body: { call: 'refresh', with: {} } }), '*');
        host.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        return { root: host.shadowRoot === null, text: host.textContent, frames,
                 runtime: typeof globalThis.chrome?.runtime?.sendMessage };";
    let seen = shop.driver.js(probe, &json!([])).unwrap();
    assert_eq!(seen["root"], json!(true));
    assert_eq!(seen["text"], json!(""));
    assert_eq!(seen["runtime"], json!("undefined"));
    shop.driver.enter_panel().unwrap();
    shop.driver.find("table").unwrap();
    // Only what the person did stands in the log.
    shop.driver.leave_frame().unwrap();
    assert_eq!(shop.calls().unwrap().writes, 0);
}

#[test]
fn the_toolbar_button_works_on_any_page() {
    let shop = shop();
    shop.driver.press_toolbar_button().unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.leave_frame().unwrap();
    let mut known = shop.driver.tabs().unwrap();
    known.push(shop.driver.new_tab().unwrap());
    shop.driver.go("about:blank").unwrap();
    shop.driver.press_toolbar_button().unwrap();
    shop.driver.use_tab(&new_tab(&shop, &known)).unwrap();
    shop.driver.expect_text("Choose your two stores").unwrap();
}
