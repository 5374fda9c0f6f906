//! With the colours of the system, and without motion: everything can still be told apart, and nothing
//! moves. In a tab of its own, where both browsers let us set it.

use serde_json::json;
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use crate::{people::town, setup::new_tab};

/// What cannot be told, or moves, in the view on screen.
const LOOK: &str = "const wrong = [];
    if (!matchMedia('(forced-colors: active)').matches) wrong.push('the colours are not forced');
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) wrong.push('motion is not reduced');
    const seen = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getClientRects().length && !e.closest('.unseen'));
    const of = css => seen.filter(e => e.matches(css));
    const name = e => `${e.localName}.${e.className.baseVal ?? e.className} ${e.textContent.trim().slice(0, 40)}`;
    // What can be pressed has an edge, a line below it, or a sign.
    for (const e of of('button, select, input:not([type=radio], [type=checkbox]), [role=tab]')) {
      const { borderTopStyle: edge, borderTopWidth: wide, textDecorationLine: line } = getComputedStyle(e);
      if ((edge === 'none' || parseFloat(wide) < 1) && !line.includes('underline') && !e.querySelector('.icon') && !e.matches('.fold'))
        wrong.push(`nothing shows that it can be pressed: ${name(e)}`);
    }
    // What is chosen looks other than what is not.
    for (const [is, isnt] of [['[aria-selected=true]', '[aria-selected=false]'], ['[aria-pressed=true]', '[aria-pressed=false]']]) {
      const [one, other] = [of(is)[0], of(isnt)[0]];
      if (one && other && getComputedStyle(one).backgroundColor === getComputedStyle(other).backgroundColor)
        wrong.push(`does not look chosen: ${name(one)}`);
    }
    // A drawing is seen on its ground, and its parts are told apart without colour.
    const ground = getComputedStyle(of('.card')[0] ?? document.body).backgroundColor;
    for (const e of of('.bar line, .swatch line, .columns-of-days rect')) {
      const { stroke, fill } = getComputedStyle(e), colour = e.localName === 'line' ? stroke : fill;
      if (colour === ground || colour === 'none') wrong.push(`${colour} is not seen on ${ground}: ${name(e)}`);
    }
    for (const legend of of('.legend')) {
      const looks = [...legend.querySelectorAll('.swatch line')].map(e => {
        const { strokeDasharray, strokeWidth } = getComputedStyle(e);
        return `${strokeDasharray} ${strokeWidth}`;
      });
      if (new Set(looks).size !== looks.length) wrong.push(`alike without colour: ${looks} in ${name(legend)}`);
    }
    // Cards have an edge.
    for (const e of of('.card')) if (parseFloat(getComputedStyle(e).borderTopWidth) < 1) wrong.push(`no edge: ${name(e)}`);
    const moving = document.getAnimations().map(one => one.animationName ?? one.transitionProperty);
    if (moving.length) wrong.push(`moves: ${moving}`);
    return wrong";

/// What a shape of what is to come does: the name of its motion.
const BONE: &str =
    "const bone = Object.assign(document.createElement('div'), { className: 'bone' });
    document.querySelector('main').append(bone);
    const { animationName, transitionDuration } = getComputedStyle(bone);
    bone.remove();
    return `${animationName} ${transitionDuration}`";

fn ask(shop: &Shop, script: &str) -> serde_json::Value {
    shop.driver.js(script, &json!([])).unwrap()
}

#[test]
fn in_forced_colours_all_is_told_apart_and_nothing_moves() {
    let shop = town(60, Settings::default()).shop;
    let known = shop.driver.tabs().unwrap();
    shop.driver.press("button", "Open in a tab").unwrap();
    shop.driver.use_tab(&new_tab(&shop, &known)).unwrap();
    shop.driver.find("[role=tab]").unwrap();
    assert_eq!(ask(&shop, BONE), json!("breathe 0s"), "otherwise it moves");
    shop.driver.force_colours().unwrap();
    assert_eq!(ask(&shop, BONE), json!("none 0s"));
    let mut wrong = Vec::new();
    let mut look = |view: &str| {
        let found: Vec<String> = serde_json::from_value(ask(&shop, LOOK)).unwrap();
        wrong.extend(found.into_iter().map(|one| format!("{view}: {one}")));
    };
    look("groups");
    shop.driver.press("tab", "Customers").unwrap();
    let slow = json!([{ "side": "ecom", "path": "/customers", "times": 2, "do": { "slow": 700 } }]);
    shop.control.faults(&slow).unwrap();
    shop.driver.press("button", "Read customers").unwrap();
    shop.driver.find(".read-side progress").unwrap();
    look("reading");
    shop.read_is_open().unwrap();
    look("customers");
    let row = shop.driver.find("[role=grid] [role=row]").unwrap();
    shop.driver.click_in_sight(&row).unwrap();
    shop.driver.find(".fields").unwrap();
    look("one customer");
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver.find(".overlap .bar").unwrap();
    look("overview");
    shop.driver.press("tab", "Review").unwrap();
    shop.driver.expect_text("Your answer").unwrap();
    look("review");
    assert!(shop.preview_all().unwrap().is_some());
    look("preview");
    shop.begin_to_write().unwrap();
    shop.driver.find("section.run .course .bar").unwrap();
    look("writing");
    shop.wait_for_sync().unwrap();
    look("written");
    shop.driver.press("button", "Close").unwrap();
    shop.driver.press("tab", "History").unwrap();
    shop.driver.find(".columns-of-days").unwrap();
    look("history");
    shop.driver.press("tab", "Settings").unwrap();
    shop.driver.find("#panel-s select").unwrap();
    look("settings");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
