//! Taking back, from the history.

use serde_json::{Value, json};
use tandem_pilot::Shop;
use tandem_sandbox::world::{NullMarketing, Settings};

use super::{differences, people, town};

/// A first run, taken back: what both stores have, before and afterwards, and what the card says.
fn written_and_taken_back(settings: Settings) -> (Shop, Value, String) {
    let shop = town(60, settings).shop;
    let before = people(&shop.control.state().unwrap());
    shop.read_customers().unwrap();
    shop.answer_all().unwrap();
    shop.preview_all().unwrap();
    shop.write().unwrap();
    shop.driver.press("button", "Close").unwrap();
    let written = people(&shop.control.state().unwrap());
    assert_ne!(before, written, "something was written");
    shop.driver.press("tab", "History").unwrap();
    shop.driver
        .press("button", "Undo this run, number 1")
        .unwrap();
    shop.previewed().unwrap();
    let said = shop.write().unwrap();
    (shop, before, said)
}

/// What was taken back is not done again by itself.
fn stays_taken_back(shop: &Shop) {
    shop.driver.press("button", "Close").unwrap();
    shop.check_again().unwrap();
    assert_eq!(shop.preview_all().unwrap(), None);
}

#[test]
fn undoing_a_run_restores_both_stores() {
    let mut settings = Settings::default();
    settings.ecom.null_marketing = NullMarketing::Forgets;
    let (shop, before, said) = written_and_taken_back(settings);
    assert!(said.starts_with("Done. "), "{said}");
    let now = people(&shop.control.state().unwrap());
    assert_eq!(differences(&before, &now), Vec::<String>::new());
    stays_taken_back(&shop);
}

/// A store that cannot forget a no keeps it: nothing else is another than before, and it is said.
#[test]
fn what_a_store_cannot_take_back_is_said() {
    let mut settings = Settings::default();
    settings.ecom.null_marketing = NullMarketing::Ignored;
    let (shop, before, said) = written_and_taken_back(settings);
    assert!(said.starts_with("Done, but for some"), "{said}");
    shop.driver
        .expect_text("Some values were kept differently by the store")
        .unwrap();
    let marketing_aside = |mut world: Value| {
        for customer in world["ecom"].as_array_mut().unwrap() {
            if customer["accept_marketing"] != json!(true) {
                customer.as_object_mut().unwrap().remove("accept_marketing");
            }
        }
        world
    };
    let now = marketing_aside(people(&shop.control.state().unwrap()));
    let before = marketing_aside(before);
    assert_eq!(differences(&before, &now), Vec::<String>::new());
}
