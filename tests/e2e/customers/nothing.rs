//! Nothing is kept: what Tandem knows of customers goes with the browser, and nobody is there twice
//! for it.

use tandem::protocol::customers::{CustomersState, Guarded, ReadCustomers, Wipe};
use tandem_pilot::Shop;

use super::{
    ask::{ask, begin, customers, is_finished, is_ready, preview},
    passphrase::opened_key,
    shop_of,
    vault::{Trace, texts, traces},
};
use crate::setup::options;

/// A shop that was read, of which nothing is kept from now on.
fn read_and_not_kept(people: u32) -> Shop {
    let shop = shop_of(people);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    shop.driver.press("tab", "Settings").unwrap();
    let fold = shop
        .driver
        .find("#panel-s details.nothing summary")
        .unwrap();
    shop.driver.click_in_sight(&fold).unwrap();
    // What that means is said before it can be pressed.
    shop.driver
        .expect_text("What was written can no longer be taken back here.")
        .unwrap();
    shop.driver
        .press("button", "Keep nothing from now on")
        .unwrap();
    shop.driver
        .expect_text("Nothing about customers stays on this computer.")
        .unwrap();
    shop
}

/// Writes all that there is to write.
fn sync(shop: &Shop) -> u32 {
    let head = preview(shop);
    begin(shop, &head);
    customers(shop, "the run is over", is_finished);
    head.total
}

fn people(shop: &Shop) -> [usize; 2] {
    let world = shop.control.state().unwrap();
    ["pos", "ecom"].map(|side| world[side]["customers"].as_array().unwrap().len())
}

#[test]
fn what_is_not_kept_cannot_be_read_once_the_browser_is_closed() {
    let shop = read_and_not_kept(80);
    sync(&shop);
    // The browser ends the background as it likes; that loses nothing.
    shop.driver.kill_background().unwrap();
    let view = customers(&shop, "all is there", is_ready);
    assert_eq!(view.guarded, Guarded::ByMemory);
    let texts = texts(&shop);
    assert!(texts.len() > 100);
    let key = opened_key(&shop);
    let profile = shop.driver.end().unwrap();
    let found = profile.mentions(&texts).unwrap();
    assert!(found.is_empty(), "{found:?}");
    assert!(
        !traces(&profile)
            .iter()
            .any(|trace| matches!(trace, Trace::Key(_))),
        "a key is on disk"
    );
    for (name, bytes) in profile.files().unwrap() {
        for way in &key {
            let is_there = bytes.windows(way.len()).any(|at| at == way);
            assert!(!is_there, "the key is in {name}");
        }
    }
}

#[test]
fn the_next_start_begins_anew_and_finds_everybody_again() {
    let shop = read_and_not_kept(60);
    assert!(sync(&shop) > 0);
    let before = people(&shop);
    let shop = shop.restart(&options()).unwrap();
    shop.driver.open_panel().unwrap();
    let view = customers(&shop, "nothing is known", |view| {
        view.guarded == Guarded::ByMemory
    });
    assert_eq!(view.state, CustomersState::NotRead);
    assert_eq!(view.run, None);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    assert_eq!(preview(&shop).total, 0, "everybody belongs together again");
    assert_eq!(people(&shop), before);
    // Forgetting changes nothing about that; keeping again does.
    ask(&shop, Wipe {}).unwrap();
    let view = customers(&shop, "nothing is shown", |view| {
        view.state == CustomersState::NotRead
    });
    assert_eq!(view.guarded, Guarded::ByMemory);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read again", is_ready);
    shop.driver.press("tab", "Settings").unwrap();
    shop.driver
        .press("button", "Keep it on this computer again")
        .unwrap();
    shop.driver
        .expect_text("What is kept is encrypted.")
        .unwrap();
    let shop = shop.restart(&options()).unwrap();
    shop.driver.open_panel().unwrap();
    let view = customers(&shop, "it was kept", is_ready);
    assert_eq!(view.guarded, Guarded::ByBrowser);
}
