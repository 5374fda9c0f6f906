//! The vendor's own sync is on: both come to rest beside each other, and whoever puts values back is
//! not fought.

use serde_json::json;
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use super::{nothing_is_left, sync};
use crate::{
    customers::ask::{customers, is_ready, read},
    people::{
        articles::{MARA, act, find, in_pos, online, with},
        town,
    },
};

/// More looks than it takes.
const LOOKS: usize = 4;

/// The vendor's sync does what falls due, as some minutes pass.
fn vendor_has_its_turn(shop: &Shop) {
    act(shop, &json!({ "act": "pass_time", "seconds": 300 }));
}

/// Looks with the vendor in between, until nothing is to be written; how many wrote something.
fn come_to_rest(shop: &Shop) -> usize {
    let look = |_: &usize| {
        read(shop);
        let written = sync(shop);
        vendor_has_its_turn(shop);
        written > 0
    };
    let looks = (0..=LOOKS).take_while(look).count();
    assert!(
        looks < LOOKS,
        "it does not come to rest beside the vendor's sync"
    );
    nothing_is_left(shop);
    looks
}

#[test]
fn a_first_run_and_later_looks_come_to_rest_beside_the_vendors_sync() {
    let mut settings = Settings::default();
    settings.vendor.sync = true;
    let shop = town(120, settings).shop;
    assert!(come_to_rest(&shop) >= 1);
    let acts = |shop: &Shop| {
        let world = shop.control.state().unwrap();
        world["vendor"]["acts"].as_array().unwrap().len()
    };
    let before = acts(&shop);
    assert!(before > 0, "the vendor's sync did nothing at all");
    // A day of the shop: what either of them does is no news for the other for ever.
    for (number, side) in ["pos", "ecom", "pos"].into_iter().enumerate() {
        let email = format!("late{number}@example.org");
        let set = json!({ "email": email });
        act(
            &shop,
            &json!({ "act": "create_customer", "side": side, "set": set }),
        );
        let order = json!({ "act": "order", "email": email, "name": "Late Buyer", "cents": 700 });
        act(&shop, &order);
    }
    come_to_rest(&shop);
    for number in 0..3 {
        let email = format!("late{number}@example.org");
        find(&shop, "pos", &email);
        find(&shop, "ecom", &email);
    }
    let rest = acts(&shop);
    vendor_has_its_turn(&shop);
    assert_eq!(
        acts(&shop),
        rest,
        "the vendor's sync has nothing to do either"
    );
}

/// Somebody who puts the old name back each time, on whichever side Tandem wrote it.
#[test]
fn whoever_puts_values_back_is_asked_about_after_two_flips() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    let edit = |side: &str, set: &serde_json::Value| {
        let id = find(&shop, side, MARA)["id"].clone();
        let edit = json!({ "act": "edit_customer", "side": side, "id": id, "set": set });
        act(&shop, &edit);
    };
    edit("pos", &json!({ "last_name": "Berg" }));
    let mut written = 0;
    for round in 0..6 {
        read(&shop);
        if sync(&shop) == 0 {
            break;
        }
        written += 1;
        // What was written to the other side is put back there.
        match round % 2 {
            0 => edit("ecom", &json!({ "name": "Mara Quist" })),
            _ => edit("pos", &json!({ "last_name": "Berg" })),
        }
    }
    assert!((1..=3).contains(&written), "{written} rounds of ping-pong");
    let view = customers(&shop, "it is asked", is_ready);
    assert_eq!(view.run, None);
    shop.driver.press("tab", "Review").unwrap();
    shop.driver
        .expect_text("Somebody puts the old value back each time, so Tandem stopped.")
        .unwrap();
    nothing_is_left(&shop);
}
