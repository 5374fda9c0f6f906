//! Taking back, from the history.

use tandem_sandbox::world::Settings;

use super::{differences, people, town};

#[test]
fn undoing_a_run_restores_both_stores() {
    let town = town(60, Settings::default());
    let shop = &town.shop;
    let before = people(&shop.control.state().unwrap());
    shop.read_customers().unwrap();
    shop.answer_all().unwrap();
    shop.preview_all().unwrap();
    shop.write().unwrap();
    shop.driver.press("button", "Close").unwrap();
    assert_ne!(
        before,
        people(&shop.control.state().unwrap()),
        "something was written"
    );
    shop.driver.press("tab", "History").unwrap();
    shop.driver.press("button", "Undo run 1").unwrap();
    shop.previewed().unwrap();
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done."), "{said} {}", shop.driver.screen_text());
    let now = people(&shop.control.state().unwrap());
    assert_eq!(differences(&before, &now), Vec::<String>::new());
    // What was taken back is not done again by itself.
    shop.driver.press("button", "Close").unwrap();
    shop.check_again().unwrap();
    assert_eq!(shop.preview_all().unwrap(), None);
}
