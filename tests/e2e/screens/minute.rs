//! The first minute of somebody who reads nothing: follows what is coloured, click by click, and the
//! clicks are counted.

use tandem_pilot::Shop;

use super::plenty;
use crate::setup::shop;

/// Most clicks from the installed extension to the groups copied both ways.
const TO_GROUPS: usize = 4;

/// Most clicks from there to both stores in step; questions are answered by keyboard.
const TO_IN_STEP: usize = 8;

/// Somebody who clicks.
struct Person<'a> {
    shop: &'a Shop,
    clicks: usize,
}

impl Person<'_> {
    fn press(&mut self, name: &str) {
        let one = name.replace("groups", "group");
        let is_one = self.shop.driver.look_for_role("button", &one).unwrap();
        let name = if is_one.is_some() { &one } else { name };
        self.shop.driver.press("button", name).unwrap();
        self.clicks += 1;
    }
}

#[test]
fn groups_are_copied_in_four_clicks_and_all_is_in_step_soon_after() {
    let shop = shop();
    plenty(&shop);
    let before = shop.titles("pos").unwrap().len();
    let mut person = Person {
        shop: &shop,
        clicks: 0,
    };
    shop.driver.open_panel().unwrap();
    person.clicks += 1;
    person.press("Use these two stores");
    shop.driver.find("table").unwrap();
    person.press("Create # groups in POS");
    shop.wait_for_result().unwrap();
    person.press("Create # groups online");
    shop.driver
        .expect_text("Done. 1 title was written")
        .unwrap();
    let to_groups = person.clicks;
    assert!(to_groups <= TO_GROUPS, "{to_groups} clicks");
    assert!(shop.titles("pos").unwrap().len() > before);

    person.press("Use the online spelling in POS");
    shop.driver.expect_text("spelled alike").unwrap();
    person.press("Close");
    person.press("Read customers");
    shop.read_is_open().unwrap();
    person.press("Answer # questions");
    let answered = shop.answer_on_screen().unwrap();
    person.press("Sync # customers");
    assert!(shop.previewed().unwrap().is_some());
    shop.begin_to_write().unwrap();
    person.clicks += 1;
    let said = shop.wait_for_sync().unwrap();
    assert!(said.starts_with("Done."), "{said}");
    person.press("Close");
    let to_in_step = person.clicks - to_groups;
    assert!(to_in_step <= TO_IN_STEP, "{to_in_step} clicks");
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver.expect_text("Both stores are in step.").unwrap();
    assert!(
        !shop.driver.screen_text().contains("Connect\n"),
        "the steps are gone"
    );
    eprintln!(
        "{}: {to_groups} clicks to the groups, {to_in_step} more to in step, {answered:?}",
        crate::setup::browser()
    );
}
