//! Reading customers for the first time: paused, given up, ended by the browser, refused; and what
//! is kept of it.

use serde_json::{Value, json};
use tandem::protocol::customers::{CustomersState, CustomersView};
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use super::town;
use crate::customers::ask::{customers, is_ready};

/// A shop whose stores take their time with every page, so that a person can press something.
fn slow_shop() -> Shop {
    let shop = town(900, Settings::default()).shop;
    let slow =
        json!([{ "method": "GET", "path": "/customers", "times": 999, "do": { "slow": 1200 } }]);
    shop.control.faults(&slow).unwrap();
    shop.driver.press("tab", "Customers").unwrap();
    shop.driver.press("button", "Read customers").unwrap();
    shop
}

/// How many customers of both sides were read, while a reading is under way.
fn so_far(view: &CustomersView) -> Option<(u32, bool)> {
    match &view.state {
        CustomersState::Reading(reading) => {
            Some((reading.read.pos + reading.read.ecom, reading.is_paused))
        }
        _ => None,
    }
}

fn everybody_is_listed(shop: &Shop) {
    let view = customers(shop, "both sides are read", is_ready);
    let CustomersState::Ready(numbers) = view.state else {
        return;
    };
    let world = shop.control.state().unwrap();
    let of = |side: &str| world[side]["customers"].as_array().unwrap().len();
    let most = of("pos").max(of("ecom"));
    assert!(numbers.counts.total as usize >= most, "{numbers:?}");
    shop.read_is_open().unwrap();
}

#[test]
fn paused_ended_by_the_browser_and_gone_on_with() {
    let shop = slow_shop();
    customers(&shop, "some are read", |view| {
        so_far(view).is_some_and(|(read, _)| read > 0)
    });
    shop.driver.press("button", "Pause").unwrap();
    let text = "Paused. It goes on where it stopped.";
    shop.driver.expect_text(text).unwrap();
    let read = |shop: &Shop| {
        let view = customers(shop, "the reading stands still", |view| {
            so_far(view).is_some_and(|(_, is_paused)| is_paused)
        });
        so_far(&view).map_or(0, |(read, _)| read)
    };
    let before = read(&shop);
    assert!(before > 0);
    shop.control.clear_log().unwrap();
    shop.driver.kill_background().unwrap();
    shop.driver.expect_text(text).unwrap();
    assert_eq!(read(&shop), before, "nothing of it is lost");
    let asked = |log: &[Value]| {
        let is_page = |call: &&Value| {
            call["path"]
                .as_str()
                .unwrap_or_default()
                .contains("/customers")
        };
        log.iter().filter(is_page).count()
    };
    let log = shop.control.log().unwrap();
    assert_eq!(asked(&log), 0, "nobody is asked while it is paused");
    shop.control.faults(&json!([])).unwrap();
    shop.driver.press("button", "Continue").unwrap();
    everybody_is_listed(&shop);
}

#[test]
fn given_up_and_begun_again() {
    let shop = slow_shop();
    shop.driver.press("button", "Cancel").unwrap();
    shop.driver
        .expect_text("Tandem reads all customers of both stores")
        .unwrap();
    let view = customers(&shop, "nothing is under way", |view| {
        view.state == CustomersState::NotRead
    });
    assert_eq!(view.run, None);
    // What stands still can be given up as well.
    shop.driver.press("button", "Read customers").unwrap();
    shop.driver.press("button", "Pause").unwrap();
    shop.driver.expect_text("Paused. It goes on").unwrap();
    shop.driver.press("button", "Cancel").unwrap();
    customers(&shop, "nothing is under way", |view| {
        view.state == CustomersState::NotRead
    });
    shop.control.faults(&json!([])).unwrap();
    shop.read_customers().unwrap();
    everybody_is_listed(&shop);
}

#[test]
fn a_plan_without_customers_is_told_as_such() {
    let shop = town(40, Settings::default()).shop;
    let lacks =
        json!([{ "side": "ecom", "path": "/customers", "times": 999, "do": { "status": 402 } }]);
    shop.control.faults(&lacks).unwrap();
    shop.driver.press("tab", "Customers").unwrap();
    shop.driver.press("button", "Read customers").unwrap();
    let told = "The store's plan does not let Tandem at its customers, or the store is suspended.";
    shop.driver.expect_text(told).unwrap();
    shop.driver
        .expect_text("The eCom customers cannot be read.")
        .unwrap();
    shop.control.faults(&json!([])).unwrap();
    shop.driver.press("button", "Read again").unwrap();
    everybody_is_listed(&shop);
}

/// The vendor's other 402: to everything, groups and the store's own profile as well.
#[test]
fn a_store_that_is_suspended_is_told_as_such() {
    let shop = town(40, Settings::default()).shop;
    let mut world = shop.control.state().unwrap();
    world["ecom"]["suspended"] = json!(true);
    shop.control.reset(&world).unwrap();
    shop.driver.press("tab", "Customers").unwrap();
    shop.driver.press("button", "Read customers").unwrap();
    shop.driver
        .expect_text("or the store is suspended.")
        .unwrap();
    world["ecom"]["suspended"] = json!(false);
    shop.control.reset(&world).unwrap();
    shop.driver.press("button", "Read again").unwrap();
    everybody_is_listed(&shop);
}

#[test]
fn a_record_that_cannot_be_read_is_listed_with_its_id() {
    let shop = town(40, Settings::default()).shop;
    let redact = json!([{ "side": "ecom", "path": "/customers", "times": 9, "do": { "redact": "updated" } }]);
    shop.control.faults(&redact).unwrap();
    shop.read_customers().unwrap();
    shop.driver.press("button", "Show which").unwrap();
    shop.driver
        .expect_text("Something in it is missing, or is of another kind")
        .unwrap();
    let world = shop.control.state().unwrap();
    let ids = world["ecom"]["customers"].as_array().unwrap().iter();
    let first = ids.filter_map(|one| one["id"].as_u64()).min().unwrap();
    shop.driver
        .expect_text(&format!("eCom record {first}"))
        .unwrap();
    shop.driver.press("button", "Hide them").unwrap();
}

/// Chooses in the settings what is kept, and waits until it is so.
fn keep(shop: &Shop, click: &str, is_so: impl Fn(u16, bool) -> bool) {
    shop.driver.press("tab", "Settings").unwrap();
    let element = shop.driver.find(click).unwrap();
    shop.driver.click_in_sight(&element).unwrap();
    customers(shop, click, |view| {
        is_so(view.keeping.days, view.keeping.keeps_readings)
    });
}

#[test]
fn what_is_kept_is_chosen_in_the_settings() {
    let shop = town(40, Settings::default()).shop;
    shop.read_customers().unwrap();
    keep(&shop, "#panel-s option[value='7']", |days, _| days == 7);
    shop.driver.kill_background().unwrap();
    let view = customers(&shop, "what was read is there again", is_ready);
    assert_eq!((view.keeping.days, view.keeping.keeps_readings), (7, true));
    let tick = "#panel-s .option input[type=checkbox]";
    keep(&shop, tick, |_, keeps| !keeps);
    shop.driver.kill_background().unwrap();
    let view = customers(&shop, "what was read is gone", |view| {
        view.state == CustomersState::NotRead && !view.keeping.keeps_readings
    });
    assert_eq!(view.keeping.days, 7);
    keep(&shop, tick, |_, keeps| keeps);
    shop.read_customers().unwrap();
    shop.driver.kill_background().unwrap();
    customers(&shop, "what was read is there again", is_ready);
    shop.read_is_open().unwrap();
}
