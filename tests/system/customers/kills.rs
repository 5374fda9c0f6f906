//! I5 for customers: killed after any effect and carried on, a run ends as if it had not been killed.

use serde_json::json;
use tandem_sandbox::World;

use super::people::{People, assert_same};
use crate::shop::Shop;

fn people(fault: Option<&serde_json::Value>) -> People {
    let people = People::new(Shop::new(World::demo(6, 14)));
    if let Some(fault) = fault {
        people.shop.control("faults", fault);
    }
    people
}

/// The stores after a run that nobody killed, and how many writes it sent.
fn unkilled() -> (serde_json::Value, usize) {
    let people = people(None);
    let before = people.writes();
    let run = people.run();
    assert!(run.ops.len() > 4, "{:?}", run.ops);
    (people.world(), people.writes() - before)
}

/// Whether the kill came before the end.
fn killed_after(
    effects: usize,
    expected: &(serde_json::Value, usize),
    fault: Option<&serde_json::Value>,
) -> bool {
    let people = people(fault);
    let planned = people.plan();
    let run = people.begin(&planned);
    let before = people.writes();
    people.shop.fuse.set(Some(effects));
    let (_, halted) = people.carry(run);
    people.shop.fuse.set(None);
    people.shop.control("faults", &json!([]));
    let (run, _) = people.carry_on();
    assert!(run.closed, "killed after {effects}: {:?}", run.ends);
    let (run, _) = people.carry_on();
    let counts = run.counts();
    assert_eq!(
        counts.waiting + counts.unknown,
        0,
        "killed after {effects}: {:?}",
        run.ends
    );
    assert_same(
        &people.world(),
        &expected.0,
        &format!("killed after {effects}"),
    );
    assert_eq!(
        people.writes() - before,
        expected.1,
        "killed after {effects}: a write was sent twice"
    );
    assert_eq!(people.plan().plan.ops, [], "killed after {effects}");
    halted.is_none()
}

#[test]
fn killed_after_any_effect_and_carried_on_it_is_as_if_nothing_happened() {
    let expected = unkilled();
    let kills = (0..)
        .take_while(|effects| killed_after(*effects, &expected, None))
        .count();
    assert!(kills > 40, "{kills}");
}

#[test]
fn killed_after_a_lost_reply_too() {
    let expected = unkilled();
    let lost = json!([{"method": "POST", "times": 1, "after": 1, "do": "lost_reply"}]);
    let kills = (0..)
        .take_while(|effects| killed_after(*effects, &expected, Some(&lost)))
        .count();
    assert!(kills > 40, "{kills}");
}
