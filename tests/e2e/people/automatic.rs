//! After the first time it is automatic (A9): with the panel closed, at a visit and in between; what
//! needs a person is counted on the toolbar button.

use std::time::Duration;

use serde_json::{Value, json};
use tandem::protocol::{
    automatic::{Automatic, Outcome, SetAutomatic, When},
    panel::OpenTab,
};
use tandem_pilot::{Shop, wait_until};

use super::articles::{MARA, act, find, group, in_pos, online, with};
use crate::{
    customers::ask::{ask, view},
    setup::new_tab,
};

/// A look in between is due within a minute.
const PATIENCE: Duration = Duration::from_secs(100);

/// A shop in step that is kept so from now on, by one click; the panel is closed then.
fn kept_in_step(customers: &[(&str, Value)]) -> Shop {
    let shop = with(customers);
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver.press("button", "Keep them in step").unwrap();
    shop.driver
        .expect_text("There was nothing to write.")
        .unwrap();
    shop
}

/// Opens an admin page again and again until what is awaited is so: who comes back at once is taken
/// for the same visit.
fn visited_until(shop: &Shop, what: &str, is_so: impl Fn() -> bool) {
    wait_until(what, PATIENCE, || {
        if is_so() {
            return Ok(true);
        }
        shop.driver.leave_frame()?;
        let page = format!("{}/customer_groups", shop.ready.pos.url);
        shop.driver.go(&page)?;
        shop.driver.find("h1")?;
        Ok(is_so())
    })
    .unwrap();
}

#[test]
fn a_shoppers_no_reaches_pos_at_the_next_visit() {
    let shop = kept_in_step(&[("pos", in_pos()), ("ecom", online())]);
    let id = find(&shop, "ecom", MARA)["id"].clone();
    assert_eq!(find(&shop, "pos", MARA)["do_not_email"], json!(false));
    act(
        &shop,
        &json!({ "act": "shopper_marketing", "id": id, "accepts": false }),
    );
    visited_until(&shop, "POS knows of the no", || {
        find(&shop, "pos", MARA)["do_not_email"] == json!(true)
    });
    // It stands in the history, and nothing waits to be put away.
    shop.driver.open_panel().unwrap();
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver.expect_text("1 change was written.").unwrap();
    shop.driver.press("tab", "History").unwrap();
    shop.driver.expect_text("Automatic sync").unwrap();
}

#[test]
fn who_buys_online_is_in_pos_at_the_next_visit() {
    let other = json!({ "first_name": "Ida", "last_name": "Berg", "email": "ida@example.org" });
    let shop = with(&[("pos", other)]);
    shop.driver.press("tab", "Overview").unwrap();
    let settings = Automatic {
        when: When::OnVisit,
        grace_minutes: 0,
    };
    ask(&shop, SetAutomatic { settings }).unwrap();
    shop.driver
        .expect_text("There was nothing to write.")
        .unwrap();
    act(
        &shop,
        &json!({ "act": "order", "email": MARA, "name": "Mara Quist", "cents": 1900 }),
    );
    let id = find(&shop, "ecom", MARA)["id"].clone();
    let gold = group(&shop, "ecom", "Gold");
    let set = json!({ "customer_group_id": gold });
    act(
        &shop,
        &json!({ "act": "edit_customer", "side": "ecom", "id": id, "set": set }),
    );
    visited_until(&shop, "POS has the buyer", || {
        find(&shop, "pos", MARA) != Value::Null
    });
    let made = find(&shop, "pos", MARA);
    assert_eq!(made["customer_group_id"], group(&shop, "pos", "Gold"));
    assert_eq!(made["do_not_email"], json!(true), "nobody said yes");
}

/// Nobody has to put a result away for the next look to be done.
#[test]
fn a_result_that_stands_on_screen_is_in_no_looks_way() {
    let shop = with(&[("pos", in_pos()), ("ecom", online())]);
    let id = find(&shop, "ecom", MARA)["id"].clone();
    let says = |accepts: bool| json!({ "act": "shopper_marketing", "id": id, "accepts": accepts });
    act(&shop, &says(false));
    shop.check_again().unwrap();
    assert_eq!(shop.preview_all().unwrap(), Some(1));
    let said = shop.write().unwrap();
    assert!(said.starts_with("Done. 1 change"), "{said}");
    let settings = Automatic {
        when: When::OnVisit,
        ..Automatic::default()
    };
    ask(&shop, SetAutomatic { settings }).unwrap();
    assert!(view(&shop).customers.run.is_some(), "nobody put it away");
    act(&shop, &says(true));
    visited_until(&shop, "POS knows of the yes", || {
        find(&shop, "pos", MARA)["do_not_email"] == json!(false)
    });
}

/// Has both stores looked at each minute, waits for the first look, and puts the panel away, which
/// would keep the background alive.
fn look_each_minute(shop: &Shop) {
    let settings = Automatic {
        when: When::Every { minutes: 1 },
        ..Automatic::default()
    };
    ask(shop, SetAutomatic { settings }).unwrap();
    wait_until("the first look is over", PATIENCE, || {
        let last = view(shop).automatic.last;
        Ok(last.is_some_and(|last| last.outcome == Outcome::NothingToDo))
    })
    .unwrap();
    shop.driver.leave_frame().unwrap();
    let page = format!("{}/customer_groups", shop.ready.pos.url);
    shop.driver.go(&page).unwrap();
}

#[test]
fn a_look_in_between_wakes_a_background_that_was_ended() {
    let shop = kept_in_step(&[("pos", in_pos()), ("ecom", online())]);
    look_each_minute(&shop);
    let id = find(&shop, "ecom", MARA)["id"].clone();
    act(
        &shop,
        &json!({ "act": "shopper_marketing", "id": id, "accepts": false }),
    );
    shop.driver.kill_background().unwrap();
    wait_until("POS knows of the no", PATIENCE, || {
        Ok(find(&shop, "pos", MARA)["do_not_email"] == json!(true))
    })
    .unwrap();
}

/// A look where nothing changed, by a background that knows nothing any more.
#[test]
fn where_nothing_changed_a_look_is_four_calls() {
    let shop = kept_in_step(&[("pos", in_pos()), ("ecom", online())]);
    look_each_minute(&shop);
    shop.driver.kill_background().unwrap();
    shop.control.clear_log().unwrap();
    // A look is over where the next begins: it asks the same again.
    let calls = |side: &str| -> Option<Vec<Value>> {
        let log = shop.control.log().unwrap().into_iter();
        let of_side: Vec<Value> = log.filter(|call| call["side"] == json!(side)).collect();
        let first = of_side.first()?["path"].clone();
        let again = of_side
            .iter()
            .skip(1)
            .position(|call| call["path"] == first)?;
        Some(of_side.into_iter().take(again + 1).collect())
    };
    let mut looks = Vec::new();
    wait_until("a second look began", PATIENCE + PATIENCE, || {
        let both: Option<Vec<_>> = ["pos", "ecom"].map(calls).into_iter().collect();
        looks = both.unwrap_or_default().concat();
        Ok(!looks.is_empty())
    })
    .unwrap();
    assert!(looks.len() <= 4, "{looks:#?}");
}

#[test]
fn the_button_counts_what_needs_a_person() {
    let denied = json!({ "email": MARA, "name": "Mara Quist", "accept_marketing": true });
    let pos =
        json!({ "first_name": "Mara", "last_name": "Quist", "email": MARA, "do_not_email": true });
    let shop = with(&[("pos", pos), ("ecom", denied)]);
    shop.driver.expect_text("need").unwrap();
    let before = shop.driver.tabs().unwrap();
    ask(&shop, OpenTab {}).unwrap();
    let tab = new_tab(&shop, &before);
    shop.driver.use_tab(&tab).unwrap();
    let read = "const done = arguments[0]; chrome.action.getBadgeText({}).then(done)";
    wait_until("the button counts one", PATIENCE, || {
        Ok(shop.driver.js_async(read, &json!([]))? == json!("1"))
    })
    .unwrap();
}
