//! Readings out of the ordinary: a record that cannot be read, a side that has nobody.

use serde_json::json;
use tandem_core::{Side, Sides, snapshot::ProblemReason};
use tandem_engine::book::{
    keep,
    reader::{Ended, How},
};
use tandem_sandbox::World;

use super::{desk::Desk, reading::shop};
use crate::shop::Shop;

#[test]
fn a_record_that_can_no_longer_be_read_is_known_by_its_twin() {
    let desk = Desk::new(shop(8, 60, "{}"));
    let mut book = desk.whole();
    assert_eq!(book.unread().total, 0);
    let read = book.read.as_ref().unwrap();
    let agreed = Sides::from_fn(|side| read.get(side).snapshot.sketches()[0].id.clone());
    futures::executor::block_on(keep::link(&desk.vault, &mut book, agreed.clone())).unwrap();
    let id = agreed.ecom.to_string();
    desk.act(&json!({"act": "edit_customer", "side": "ecom", "id": id, "set": {"name": "Mara"}}));
    let redact = json!([{"side": "ecom", "path": "/customers", "times": 9,
        "do": {"redact": "updated"}}]);
    desk.shop.control("faults", &redact);
    assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
    let unread = book.unread();
    let of_it = unread
        .records
        .iter()
        .find(|one| one.id.as_ref() == Some(&agreed.ecom));
    let of_it = of_it.expect("the record that was edited");
    assert_eq!(
        (of_it.side, of_it.reason),
        (Side::Ecom, ProblemReason::Unreadable)
    );
    let who = of_it.who.as_ref().expect("its twin");
    assert_eq!((who.key.side, &who.key.id), (Side::Pos, &agreed.pos));
    assert!(who.name.is_some() || who.email.is_some());
}

/// A shop that has just opened online: one side has nobody yet, and is read whole all the same.
#[test]
fn a_side_without_customers_is_read_again_and_again() {
    for empty in ["pos", "ecom"] {
        let mut world = serde_json::to_value(World::demo(6, 30)).unwrap();
        world[empty]["customers"] = json!([]);
        let world: World = serde_json::from_value(world).unwrap();
        let desk = Desk::new(Shop::new(world));
        let mut book = desk.whole();
        for look in 0..3 {
            assert_eq!(desk.read(&mut book, How::Changes), Some(Ended::Read));
            assert!(book.numbers().is_some(), "{empty}, look {look}");
            assert!(desk.open().numbers().is_some(), "{empty}, look {look}");
        }
    }
}
