//! The first minute of somebody who reads nothing: follows what is coloured, click by click, and the
//! clicks are counted.

use tandem_pilot::Shop;

use super::plenty;
use crate::{rehearsal::rehearse, setup::shop};

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

impl Person<'_> {
    /// From the choice of the stores to the groups copied both ways.
    fn copy_groups(&mut self) {
        self.press("Use these two stores");
        self.shop.driver.find("table").unwrap();
        self.press("Create # groups in POS");
        self.shop.wait_for_result().unwrap();
        self.press("Create # groups online");
        let done = "Done. 1 title was written";
        self.shop.driver.expect_text(done).unwrap();
    }

    /// From there to both stores in step.
    fn sync(&mut self) {
        let shop = self.shop;
        self.press("Use the online spelling in POS");
        shop.driver.expect_text("spelled alike").unwrap();
        self.press("Close");
        self.press("Read customers");
        shop.read_is_open().unwrap();
        self.press("Answer # questions");
        let answered = shop.answer_on_screen().unwrap();
        assert!(answered.fields > 0 && answered.people > 0, "{answered:?}");
        self.press("Sync # customers");
        assert!(shop.previewed().unwrap().is_some());
        shop.begin_to_write().unwrap();
        self.clicks += 1;
        let said = shop.wait_for_sync().unwrap();
        assert!(said.starts_with("Done."), "{said}");
        self.press("Close");
    }

    /// Everything, after what was clicked so far.
    fn all(&mut self) {
        self.copy_groups();
        let to_groups = self.clicks;
        assert!(to_groups <= TO_GROUPS, "{to_groups} clicks");
        self.sync();
        let to_in_step = self.clicks - to_groups;
        assert!(to_in_step <= TO_IN_STEP, "{to_in_step} clicks");
        let driver = &self.shop.driver;
        driver.press("tab", "Overview").unwrap();
        driver.expect_text("Both stores are in step.").unwrap();
        let is_guided = driver.screen_text().contains("Connect\n");
        assert!(!is_guided, "the steps are gone");
        eprintln!(
            "{}: {to_groups} clicks to the groups, {to_in_step} more to in step",
            crate::setup::browser()
        );
    }
}

#[test]
fn groups_are_copied_in_four_clicks_and_all_is_in_step_soon_after() {
    let shop = shop();
    plenty(&shop);
    let before = shop.titles("pos").unwrap().len();
    shop.driver.open_panel().unwrap();
    let mut person = Person {
        shop: &shop,
        clicks: 1,
    };
    person.all();
    assert!(shop.titles("pos").unwrap().len() > before);
}

#[test]
fn a_rehearsal_takes_as_few_clicks_with_the_one_that_begins_it() {
    let shop = shop();
    shop.driver.open_panel().unwrap();
    rehearse(&shop);
    let mut person = Person {
        shop: &shop,
        clicks: 1,
    };
    person.all();
}
