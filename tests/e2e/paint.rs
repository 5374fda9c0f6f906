//! How long it takes from the click on the launcher to something in the panel to look at.

use serde_json::json;

use crate::setup::{browser, shop};

/// On the kind of machine that this is tested on.
const MOST_MS: f64 = 100.0;

#[test]
fn the_first_paint_is_quick() {
    let shop = shop();
    let mut times = Vec::new();
    for _ in 0..11 {
        shop.driver
            .go(&format!("{}/customer_groups", shop.ready.pos.url))
            .unwrap();
        let listen = "addEventListener('click', e => {
            window.__clicked = performance.timeOrigin + e.timeStamp }, { capture: true, once: true })";
        shop.driver.js(listen, &json!([])).unwrap();
        shop.driver.open_panel().unwrap();
        let painted = "const done = arguments[0];
            const look = () => { const [paint] = performance.getEntriesByName('first-contentful-paint');
              paint ? done(performance.timeOrigin + paint.startTime) : requestAnimationFrame(look); };
            look()";
        let painted = shop
            .driver
            .js_async(painted, &json!([]))
            .unwrap()
            .as_f64()
            .unwrap();
        shop.driver.leave_frame().unwrap();
        let clicked = shop
            .driver
            .js("return window.__clicked", &json!([]))
            .unwrap();
        times.push(painted - clicked.as_f64().unwrap());
    }
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!(
        "{}: first paint after the click, ms: {times:.0?}, median {median:.0}",
        browser()
    );
    assert!(median < MOST_MS, "median {median:.0} ms of {times:.0?}");
}
