//! From the closed panel to both stores in step with the keyboard alone, and the focus is seen at each
//! step.

use serde_json::json;
use tandem_pilot::{Shop, wait_until};

use super::PATIENCE;
use crate::setup::shop;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";
const RIGHT: &str = "\u{e014}";
const LEFT: &str = "\u{e012}";

/// What has the focus: its name, or nothing; and what is wrong with how it is seen.
const FOCUS: &str = "const at = document.activeElement;
    if (!at || at === document.body) return ['', null];
    const name = (at.role === 'tab' ? 'tab ' : '') + (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).replace(/\\s+/g, ' ').trim();
    const { outlineStyle, outlineWidth } = getComputedStyle(at), box = at.getBoundingClientRect();
    const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 12));
    const wrong = !at.matches(':focus-visible') ? 'is not marked'
      : outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `has an outline of ${outlineStyle} ${outlineWidth}`
      : middle && !at.contains(middle) && !middle.contains(at) && !at.labels?.[0]?.contains(middle) ? `is covered by ${middle.className}`
      : null;
    return [name, wrong];";

/// Presses the tabulator until what has the focus is called this; a number may stand for `#`.
fn go_to(shop: &Shop, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let (at, wrong): (String, Option<String>) =
            serde_json::from_value(shop.driver.js(FOCUS, &json!([])).unwrap()).unwrap();
        if passed.len() > 1 {
            assert_eq!(wrong, None, "{at:?} after {passed:?}");
        }
        if is_called(&at, name) {
            return;
        }
        passed.push(at);
        shop.driver.press_keys(TAB).unwrap();
    }
    unreachable!("{name:?} is not reached: {passed:#?}");
}

fn is_called(at: &str, name: &str) -> bool {
    let without_numbers = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let name = name.replace('#', "");
    without_numbers(at) == name || without_numbers(at) == name.replace("groups", "group")
}

fn press(shop: &Shop, name: &str) {
    is_there(shop, name);
    go_to(shop, name);
    shop.driver.press_keys(ENTER).unwrap();
}

/// Waits until a button of this name can be used.
fn is_there(shop: &Shop, name: &str) {
    wait_until(name, PATIENCE, || {
        let names = [name.to_owned(), name.replace("groups", "group")];
        for name in names {
            if let Some(found) = shop.driver.look_for_role("button", &name)? {
                return shop.driver.is_enabled(&found);
            }
        }
        Ok(false)
    })
    .unwrap();
}

/// Goes through the admin page to the launcher, which is the last thing on it, and opens the panel.
fn open(shop: &Shop) {
    let is_at_it = "return document.activeElement?.id === 'tandem-panel'";
    for _ in 0..60 {
        if shop.driver.js(is_at_it, &json!([])).unwrap() == json!(true) {
            shop.driver.press_keys(ENTER).unwrap();
            shop.driver.enter_panel().unwrap();
            return;
        }
        shop.driver.press_keys(TAB).unwrap();
    }
    unreachable!("the launcher is not reached");
}

#[test]
fn from_opening_the_panel_to_in_step_by_keyboard() {
    let shop = shop();
    super::plenty(&shop);
    open(&shop);
    press(&shop, "Use these two stores");
    is_there(&shop, "Create # groups in POS");
    // Of the tabs one has the focus, and the arrows go to the others.
    go_to(&shop, "tab Groups");
    shop.driver.press_keys(LEFT).unwrap();
    shop.driver.expect_text("Connected as").unwrap();
    shop.driver.press_keys(RIGHT).unwrap();
    press(&shop, "Create # groups in POS");
    shop.wait_for_result().unwrap();
    press(&shop, "Create # groups online");
    shop.driver
        .expect_text("Done. 1 title was written")
        .unwrap();
    press(&shop, "Use the online spelling in POS");
    shop.driver.expect_text("spelled alike").unwrap();
    press(&shop, "Close");
    shop.driver.expect_text("Nothing to set up").unwrap();
    press(&shop, "Read customers");
    shop.read_is_open().unwrap();
    press(&shop, "Answer # questions");
    shop.answer_on_screen().unwrap();
    press(&shop, "Sync # customers");
    let changes = shop.previewed().unwrap();
    assert!(changes.is_some());
    let looked = "I have looked at it";
    if shop
        .driver
        .look_for_role("checkbox", looked)
        .unwrap()
        .is_some()
    {
        go_to(&shop, looked);
        shop.driver.press_keys(SPACE).unwrap();
    }
    press(&shop, "Write # changes");
    let said = shop.wait_for_sync().unwrap();
    assert!(said.starts_with("Done."), "{said}");
    press(&shop, "Close");
    shop.driver.expect_text("Nothing to sync").unwrap();
    shop.driver.press_keys("?").unwrap();
    shop.driver.expect_text("Everywhere").unwrap();
    shop.driver.press_keys("\u{e00c}").unwrap();
    wait_until("the sheet is put away", PATIENCE, || {
        Ok(!shop.driver.screen_text().contains("Everywhere"))
    })
    .unwrap();
}
