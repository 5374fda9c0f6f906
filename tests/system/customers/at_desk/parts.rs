//! Everything that was read, part by part, as a rehearsal over a copy is given it.

use futures::executor::block_on;
use serde_json::json;
use tandem_core::{Observed, Sides};
use tandem_engine::{Desk, book::reader::How};

use super::counter::{Counter, Disk};

/// All parts put together.
fn whole(desk: &Desk<Disk>) -> Sides<Vec<Observed>> {
    let mut all = Sides::<Vec<Observed>>::default();
    let mut next = Some(0);
    while let Some(number) = next {
        let part = block_on(desk.part(number)).unwrap();
        all.get_mut(part.side).extend(part.records);
        assert!(part.next.is_none_or(|next| next > number), "it goes on");
        next = part.next;
    }
    all
}

#[test]
fn the_parts_are_everybody_once_and_as_last_read() {
    let counter = Counter::demo(5, 1_300);
    let desk = counter.read();
    let world = counter.shop().sandbox.world();
    let all = whole(&desk);
    let living = world
        .pos
        .customers
        .iter()
        .filter(|one| one.deleted_at.is_none());
    assert_eq!(all.pos.len(), living.count());
    assert_eq!(all.ecom.len(), world.ecom.customers.len());

    let id = world.ecom.customers.iter().next().unwrap().id.to_string();
    let set = json!({ "name": "Somebody Else" });
    let edit = json!({ "act": "edit_customer", "side": "ecom", "id": id, "set": set });
    counter.shop().control("act", &edit);
    counter.read_how(&desk, How::Changes);
    let again = whole(&desk);
    assert_eq!(again.ecom.len(), all.ecom.len());
    let changed: Vec<&Observed> = again
        .ecom
        .iter()
        .filter(|one| !all.ecom.contains(one))
        .collect();
    let [changed] = changed[..] else {
        panic!("{changed:?}");
    };
    assert_eq!(changed.id.to_string(), id);
    assert_eq!(changed.name.whole.as_deref(), Some("Somebody Else"));
}

#[test]
fn where_nothing_was_read_there_is_nothing_to_copy() {
    let counter = Counter::demo(5, 10);
    let all = whole(&counter.open());
    assert!(all.pos.is_empty() && all.ecom.is_empty());
}
