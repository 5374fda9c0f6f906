//! Several at once: two members of staff with their own Tandem on the same stores (invariant I6), and
//! two windows of one browser.

use serde_json::{Value, json};
use tandem::protocol::{
    customers::{BeginSync, PauseSync},
    view::Phase,
};
use tandem_core::{FaultKind, show::PreviewHead};
use tandem_pilot::{Browser, Options, Shop};
use tandem_sandbox::world::Settings;

use super::{begin_anew, finished, go_on, is_as, nothing_is_left, put_away, stands_still, sync};
use crate::{
    customers::ask::{ask, asked, begin, groups_are_read, preview, read, view},
    people::town,
    setup::{browser, options},
};

/// More rounds than two browsers need.
const ROUNDS: usize = 4;

/// A second browser at the same stores, with the panel open and the stores chosen.
fn beside(shop: &Shop, kind: Browser) -> Shop {
    let options = Options {
        browser: kind,
        ..options()
    };
    let other = shop.join(&options).unwrap();
    other.driver.open_panel().unwrap();
    other
        .driver
        .press("button", "Use these two stores")
        .unwrap();
    groups_are_read(&other);
    other
}

const fn other_kind(kind: Browser) -> Browser {
    match kind {
        Browser::Chromium => Browser::Firefox,
        Browser::Firefox => Browser::Chromium,
    }
}

/// Both look and write at the same time; how much each of them previewed.
fn at_once(both: [&Shop; 2]) -> [u32; 2] {
    both.into_iter().for_each(read);
    let heads = both.map(preview);
    let begun = |(shop, head): (&Shop, &PreviewHead)| (head.total > 0).then(|| begin(shop, head));
    let begun: Vec<bool> = both
        .into_iter()
        .zip(&heads)
        .map(|of| begun(of).is_some())
        .collect();
    for (shop, _) in both.iter().zip(begun).filter(|(_, is_begun)| *is_begun) {
        finished(shop);
        put_away(shop);
    }
    heads.map(|head| head.total)
}

/// Rounds of both at once until neither has anything to write; how often something was written.
fn come_to_rest(both: [&Shop; 2]) -> usize {
    let rounds = (0..=ROUNDS).take_while(|_| at_once(both) != [0, 0]).count();
    assert!(rounds < ROUNDS, "they do not come to rest");
    both.into_iter().for_each(nothing_is_left);
    rounds
}

fn names(world: &Value, side: &str) -> Vec<String> {
    let all = world[side]["customers"].as_array().unwrap().iter();
    let emails = all.filter_map(|one| one["email"].as_str());
    let mut emails: Vec<String> = emails
        .filter(|of| of.contains("@late."))
        .map(str::to_owned)
        .collect();
    emails.sort();
    emails
}

/// What happens in the shop after both are in step: buyers online, and edits at the till.
fn a_day(shop: &Shop) -> Vec<String> {
    let mut late = Vec::new();
    for number in 0..6 {
        let email = format!("buyer{number}@late.example");
        let name = format!("Buyer Late{number}");
        let order = json!({ "act": "order", "email": email, "name": name, "cents": 900 });
        shop.control.act(&order).unwrap();
        late.push(email);
    }
    late
}

/// Two browsers over one shop, compared with one browser alone.
fn two_come_to_the_end_of_one(kind: Browser) {
    let one = town(120, Settings::default()).shop;
    let before = one.control.state().unwrap();
    read(&one);
    assert!(sync(&one) > 0);
    let expected = one.control.state().unwrap();
    begin_anew(&one, &before);
    let other = beside(&one, kind);
    let both = [&one, &other];
    assert!(come_to_rest(both) >= 1);
    is_as(&one.control.state().unwrap(), &expected);
    // The same people are new to both of them.
    let late = a_day(&one);
    assert!(come_to_rest(both) >= 1);
    let world = one.control.state().unwrap();
    assert_eq!(names(&world, "pos"), late, "each buyer is in POS, and once");
    assert_eq!(names(&world, "ecom"), late);
}

#[test]
fn two_browsers_at_once_lose_nothing_and_duplicate_nobody() {
    two_come_to_the_end_of_one(browser());
}

#[test]
fn chromium_and_firefox_at_once_lose_nothing_and_duplicate_nobody() {
    two_come_to_the_end_of_one(other_kind(browser()));
}

/// One writer at a time: whoever comes second sees the run of the first, and holds the same reins.
#[test]
fn a_second_window_shows_the_run_of_the_first_and_begins_none() {
    let shop = town(60, Settings::default()).shop;
    read(&shop);
    let head = preview(&shop);
    let slow = json!([{ "path": "/customers", "times": 999, "do": { "slow": 300 } }]);
    shop.control.faults(&slow).unwrap();
    begin(&shop, &head);
    let second = shop.driver.new_tab().unwrap();
    shop.driver
        .go(&format!("{}/customer_groups", shop.ready.pos.url))
        .unwrap();
    shop.driver.open_panel().unwrap();
    shop.driver
        .find("section.run[aria-label=Sync] progress")
        .unwrap();
    let run = view(&shop).customers.run.unwrap();
    assert_eq!((run.phase, run.counts.total), (Phase::Running, head.total));
    let again = BeginSync {
        id: head.id,
        confirmed: true,
    };
    let refused = asked(&shop, again).unwrap().unwrap_err();
    assert_eq!(refused.kind, FaultKind::Busy);
    ask(&shop, PauseSync {}).unwrap();
    assert_eq!(stands_still(&shop).phase, Phase::Cancelled);
    // The first window heard of it, and goes on with the run.
    shop.driver.close_tab(&shop.pos_tab).unwrap();
    shop.driver.enter_panel().unwrap();
    shop.driver.expect_text("Paused.").unwrap();
    shop.control.faults(&json!([])).unwrap();
    go_on(&shop);
    assert_eq!(finished(&shop).counts.total, head.total);
    assert!(shop.driver.tabs().unwrap().iter().all(|tab| *tab != second));
    put_away(&shop);
    nothing_is_left(&shop);
}
