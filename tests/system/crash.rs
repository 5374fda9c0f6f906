//! I5: killed after any effect and carried on, a run ends as if it had not been killed: no write
//! twice, no group twice.

use crate::shop::Shop;
use serde_json::json;
use tandem_core::Side;
use tandem_engine::Stop;

const TITLES: [&str; 4] = ["A", "B", "C", "D"];

fn shop(to: Side) -> Shop {
    match to {
        Side::Pos => Shop::with_titles(&["Z"], &TITLES),
        Side::Ecom => Shop::with_titles(&TITLES, &["Z"]),
    }
}

/// Runs, kills after `effects` effects, and carries on with a fresh reading as a new background
/// does. Says whether the kill came before the end.
fn killed_after(effects: usize, to: Side, fault: Option<&serde_json::Value>) -> bool {
    let shop = shop(to);
    if let Some(fault) = fault {
        shop.control("faults", fault);
    }
    let mut readings = shop.read();
    let mut run = shop.planned(to, &readings);
    shop.fuse.set(Some(effects));
    let stop = shop.carry_on(&mut run, &mut readings);
    shop.fuse.set(None);
    shop.control("faults", &json!([]));
    let mut again = shop.journalled().unwrap();
    for _ in 0..2 {
        let stop = shop.carry_on(&mut again, &mut shop.read());
        assert_eq!(stop, Some(Stop::Finished), "killed after {effects}");
    }
    let mut expected = TITLES.to_vec();
    expected.push("Z");
    assert_eq!(shop.titles(to), expected, "{to:?}, killed after {effects}");
    let counts = again.counts();
    assert_eq!(
        counts.created + counts.already_there,
        TITLES.len(),
        "{counts:?}"
    );
    let creates = shop
        .sandbox
        .log()
        .iter()
        .filter(|call| call.method == "POST" && call.status < 300)
        .count();
    assert_eq!(creates, TITLES.len(), "{to:?}, killed after {effects}");
    stop.is_none()
}

#[test]
fn killed_after_any_effect_and_carried_on_it_is_as_if_nothing_happened() {
    for to in Side::BOTH {
        let kills = (0..)
            .take_while(|effects| killed_after(*effects, to, None))
            .count();
        assert!(kills > 3 * TITLES.len(), "only {kills} moments were tried");
    }
}

#[test]
fn also_when_a_reply_was_lost_before_the_kill() {
    for (side, to) in [("pos", Side::Pos), ("ecom", Side::Ecom)] {
        let lost = json!([{ "side": side, "method": "POST", "after": 1, "do": "lost_reply" }]);
        let kills = (0..)
            .take_while(|effects| killed_after(*effects, to, Some(&lost)))
            .count();
        assert!(kills > 3 * TITLES.len(), "only {kills} moments were tried");
    }
}
