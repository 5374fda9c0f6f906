//! Room: nothing sticks out where it is narrow, and whatever is pressed has room for a finger.

use serde_json::json;
use tandem_pilot::Driver;

/// The narrowest that WCAG asks for, and half a tab of 1280 px, as at 200 %.
pub(super) const WIDTHS: [u32; 2] = [640, 320];

/// What makes the page scroll sideways, or ends outside of it.
pub(super) fn sticking_out(driver: &Driver) -> Vec<String> {
    let look = "const root = document.documentElement, wide = root.clientWidth;
        const out = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
            && !e.closest('.unseen, .row, svg, option, textarea') && e.getClientRects().length
            && getComputedStyle(e).clipPath === 'none'
            && (e.getBoundingClientRect().right > wide + 1 || e.getBoundingClientRect().left < -1))
          .filter((e, _, all) => !all.some(other => other !== e && e.contains(other)))
          .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}: ${e.innerText}`);
        if (root.scrollWidth > wide) out.push(`the page is ${root.scrollWidth} wide`);
        return out";
    serde_json::from_value(driver.js(look, &json!([])).unwrap()).unwrap()
}

/// What is pressed and is less than 24 px high or wide. A box to tick counts with its label.
pub(super) fn too_small(driver: &Driver) -> Vec<String> {
    let look = "const pressed = 'button, a[href], summary, select, input, textarea, [role=tab], [role=row][id], label.option';
        return [...document.querySelectorAll(pressed)].filter(e => e.checkVisibility() && !e.closest('.unseen'))
          .map(e => [e, (e.matches('[type=checkbox], [type=radio]') && e.closest('label') || e).getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24)
          .map(([e, { width, height }]) => `${e.tagName.toLowerCase()}.${e.className} is ${width} by ${height}: ${e.innerText}`)";
    serde_json::from_value(driver.js(look, &json!([])).unwrap()).unwrap()
}
