//! Undo of a whole run.

use serde_json::json;
use tandem_core::{
    Field, Side,
    sync::{Edit, End, Op, SyncRun},
};
use tandem_sandbox::World;

use super::people::People;
use crate::shop::Shop;

/// Everybody who was there before, as they were; who was created stays.
#[test]
fn undo_of_a_run_restores_both_stores_stamps_aside() {
    for seed in [2, 9] {
        let people = People::new(Shop::new(World::demo(seed, 80)));
        let before = people.world();
        let run = people.run();
        assert!(people.world() != before, "seed {seed}");
        let undone = people.take_back(&run);
        let counts = undone.counts();
        assert_eq!(
            counts.total, counts.applied,
            "seed {seed}: {:?}",
            undone.ends
        );
        let after = people.world();
        for side in ["pos", "ecom"] {
            let after = after[side].as_array().unwrap();
            for was in before[side].as_array().unwrap() {
                let is = after.iter().find(|one| one["id"] == was["id"]);
                assert_eq!(is, Some(was), "seed {seed}");
            }
        }
        // The next run does not do it again.
        assert_eq!(people.plan().plan.ops, [], "seed {seed}");
    }
}

/// The POS customer whose telephone number a run wrote.
fn phoned(run: &SyncRun) -> Option<String> {
    let is_phone = |edit: &Edit| edit.field == Field::Phone;
    let in_pos = |op: &&Op| op.side() == Side::Pos && op.target().is_some();
    let mut written = run.ops.iter().filter(in_pos);
    let op = written.find(|op| op.edits().iter().any(is_phone))?;
    op.target().map(ToString::to_string)
}

#[test]
fn a_record_that_changed_since_is_not_taken_back() {
    let people = People::new(Shop::new(World::demo(6, 40)));
    let run = people.run();
    let id = phoned(&run).expect("a telephone number that was written to POS");
    let act = json!({"act": "edit_customer", "side": "pos", "id": id, "set": {"phone": "999"}});
    people.shop.control("act", &act);
    let undone = people.take_back(&run);
    let mut stale = undone
        .ops
        .iter()
        .zip(&undone.ends)
        .filter(|(_, end)| **end == Some(End::Stale));
    let target = stale
        .next()
        .and_then(|(op, _)| op.target())
        .map(ToString::to_string);
    assert_eq!(target.as_deref(), Some(&*id));
    assert!(stale.next().is_none(), "the rest is taken back");
    let world = people.shop.sandbox.world();
    assert_eq!(
        world.pos.customers.get(&id).unwrap().phone.as_deref(),
        Some("999")
    );
}
