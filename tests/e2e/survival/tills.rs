//! A till, or staff online, edit between plan and write (invariant I7): the edit stays, the write ends
//! as stale, and the next run does what follows from it.

use serde_json::{Value, json};
use tandem_pilot::{Shop, wait_until};

use super::{PATIENCE, finished, nothing_is_left, put_away};
use crate::{
    customers::ask::{begin, preview, read},
    people::articles::{act, find, with},
};

fn email(number: usize) -> String {
    format!("mara{number}@example.org")
}

/// So many pairs in step, of whom a shopper then changed the name online.
fn renamed_online(pairs: usize) -> Shop {
    let mut both = Vec::new();
    for number in 0..pairs {
        let email = email(number);
        both.push((
            "pos",
            json!({ "first_name": "Mara", "last_name": "Quist", "email": email }),
        ));
        both.push(("ecom", json!({ "name": "Mara Quist", "email": email })));
    }
    let shop = with(&both);
    for number in 0..pairs {
        edit(&shop, "ecom", number, &json!({ "name": "Mara Berg" }));
    }
    read(&shop);
    shop
}

fn edit(shop: &Shop, side: &str, number: usize, set: &Value) {
    let id = find(shop, side, &email(number))["id"].clone();
    act(
        shop,
        &json!({ "act": "edit_customer", "side": side, "id": id, "set": set }),
    );
}

fn last_name(shop: &Shop, number: usize) -> Value {
    find(shop, "pos", &email(number))["last_name"].clone()
}

#[test]
fn an_edit_between_the_preview_and_the_click_stays() {
    let shop = renamed_online(2);
    let head = preview(&shop);
    assert_eq!(head.total, 2);
    edit(&shop, "pos", 0, &json!({ "last_name": "Till" }));
    begin(&shop, &head);
    let run = finished(&shop);
    assert_eq!((run.counts.stale, run.counts.applied), (1, 1), "{run:?}");
    put_away(&shop);
    assert_eq!(last_name(&shop, 0), json!("Till"));
    assert_eq!(last_name(&shop, 1), json!("Berg"));
    // Both sides changed: that is for a person, and no run writes over either of them.
    nothing_is_left(&shop);
    assert_eq!(last_name(&shop, 0), json!("Till"));
    shop.expect_row(&email(0), "needs your answer").unwrap();
}

#[test]
fn an_edit_while_the_run_writes_stays() {
    const PAIRS: usize = 6;
    let shop = renamed_online(PAIRS);
    let head = preview(&shop);
    let slow = json!([{ "side": "pos", "times": 999, "do": { "slow": 300 } }]);
    shop.control.faults(&slow).unwrap();
    shop.control.clear_log().unwrap();
    begin(&shop, &head);
    wait_until("the first is written", PATIENCE, || {
        Ok(shop.calls()?.writes > 0)
    })
    .unwrap();
    let log = shop.control.log().unwrap();
    let is_asked = |number: usize| {
        let id = find(&shop, "pos", &email(number))["id"].clone();
        let of = |call: &&Value| {
            call["path"]
                .as_str()
                .unwrap()
                .contains(id.as_str().unwrap())
        };
        log.iter().any(|call| of(&call))
    };
    let edited = (0..PAIRS).find(|number| !is_asked(*number)).unwrap();
    edit(&shop, "pos", edited, &json!({ "last_name": "Till" }));
    shop.control.faults(&json!([])).unwrap();
    let run = finished(&shop);
    assert_eq!(run.counts.stale, 1, "{run:?}");
    put_away(&shop);
    for number in 0..PAIRS {
        let name = if number == edited { "Till" } else { "Berg" };
        assert_eq!(last_name(&shop, number), json!(name));
    }
    nothing_is_left(&shop);
}

/// What the till changed elsewhere in the same customer is no reason to hold back, and stays.
#[test]
fn an_edit_of_another_field_stays_and_the_write_is_done() {
    let shop = renamed_online(1);
    let head = preview(&shop);
    edit(&shop, "pos", 0, &json!({ "note": "Asks for paper bags" }));
    begin(&shop, &head);
    let run = finished(&shop);
    assert_eq!((run.counts.stale, run.counts.applied), (0, 1), "{run:?}");
    put_away(&shop);
    let now = find(&shop, "pos", &email(0));
    assert_eq!(now["note"], json!("Asks for paper bags"));
    assert_eq!(now["last_name"], json!("Berg"));
    nothing_is_left(&shop);
}
