//! What may happen to a run and does not harm it: the browser ends Tandem, staff run it in two
//! browsers, a till edits meanwhile, the vendor's own sync is on.

mod budget;
mod kills;
mod restarts;
mod several;
mod tills;
mod vendor;

use std::{collections::BTreeMap, time::Duration};

use serde_json::{Value, json};
use tandem::protocol::{
    customers::{CloseSync, ContinueSync, SyncView, Wipe},
    view::Phase,
};
use tandem_pilot::{Shop, wait_until};

use crate::{
    customers::ask::{ask, asked, begin, customers, is_finished, is_ready, preview, read, view},
    people::{differences, people},
};

const PATIENCE: Duration = Duration::from_secs(60);

/// Writes everything that a preview lists, puts the result away, and says how much it was.
fn sync(shop: &Shop) -> u32 {
    let head = preview(shop);
    if head.total > 0 {
        begin(shop, &head);
        finished(shop);
        put_away(shop);
    }
    head.total
}

/// Waits until the run is over and read back.
fn finished(shop: &Shop) -> SyncView {
    let view = customers(shop, "the run is finished", is_finished);
    view.run.unwrap()
}

fn put_away(shop: &Shop) {
    ask(shop, CloseSync {}).unwrap();
    customers(shop, "the result is put away", |view| {
        is_ready(view) && view.run.is_none()
    });
}

/// The run that is under way or stands still, from a background that may have been ended.
fn run_now(shop: &Shop) -> Option<SyncView> {
    let view = asked(shop, tandem::protocol::panel::Look {});
    view.ok()?.unwrap().customers.run
}

/// Waits until a run is there that nobody carries on.
fn stands_still(shop: &Shop) -> SyncView {
    let mut run = None;
    let waited = wait_until("the run stands still", PATIENCE, || {
        run = run_now(shop);
        let phase = run.as_ref().map(|run| &run.phase);
        Ok(phase.is_some_and(|phase| !matches!(phase, Phase::Running | Phase::Checking)))
    });
    assert!(waited.is_ok(), "{run:?}");
    run.unwrap()
}

/// Goes on with the run, as soon as nobody is in the way.
fn go_on(shop: &Shop) {
    wait_until("the run goes on", PATIENCE, || {
        Ok(matches!(asked(shop, ContinueSync {}), Ok(Ok(_))))
    })
    .unwrap();
}

/// The world as it was, in a browser that never read it.
fn begin_anew(shop: &Shop, world: &Value) {
    shop.control.reset(world).unwrap();
    ask(shop, Wipe {}).unwrap();
    assert_eq!(view(shop).customers.run, None);
}

/// A second look finds nothing to write, and nothing is written (invariant I8).
fn nothing_is_left(shop: &Shop) {
    shop.control.clear_log().unwrap();
    read(shop);
    assert_eq!(sync(shop), 0);
    assert_eq!(shop.calls().unwrap().writes, 0, "a second run writes");
}

/// Whom Tandem made, by the code that says of which buyer, without what is given by chance.
fn made(world: &Value) -> BTreeMap<String, Value> {
    let all = world["pos"]["customers"].as_array().unwrap().iter();
    let mut made = BTreeMap::new();
    for one in all {
        let code = one["customer_code"].as_str().unwrap_or_default();
        if code.starts_with("TANDEM-") {
            let mut members = one.as_object().unwrap().clone();
            members.retain(|name, _| !BY_CHANCE.contains(&name.as_str()));
            let before = made.insert(code.to_owned(), Value::Object(members));
            assert_eq!(before, None, "{code} was made twice");
        }
    }
    made
}

const BY_CHANCE: [&str; 4] = ["id", "version", "created_at", "updated_at"];

/// Both stores are as in `expected`, and nobody was made twice.
fn is_as(world: &Value, expected: &Value) {
    let (now, then) = (people(world), people(expected));
    assert_eq!(differences(&then, &now), Vec::<String>::new());
    assert_eq!(differences(&now, &then), Vec::<String>::new());
    let (now, then) = (made(world), made(expected));
    let differs = then.keys().chain(now.keys());
    let differs: Vec<_> = differs
        .filter(|code| then.get(*code) != now.get(*code))
        .collect();
    assert!(differs.is_empty(), "{differs:?}");
}

/// How often each write was carried out, by side, method and path; what is in a batch counts one by
/// one.
#[derive(Debug, Default, PartialEq, Eq)]
struct Writes(BTreeMap<String, usize>);

impl Writes {
    /// Takes what the log has, and clears it.
    fn take(&mut self, shop: &Shop) {
        let log = shop.control.log().unwrap();
        shop.control.clear_log().unwrap();
        let is_write = |call: &&Value| {
            let path = call["path"].as_str().unwrap_or_default();
            call["method"] != json!("GET") && !path.contains("/batch")
        };
        for call in log.iter().filter(is_write) {
            let path = call["path"].as_str().unwrap_or_default();
            self.add(&call["side"], &call["method"], path);
        }
    }

    /// Takes what batches did, as far as the world knows of them.
    fn take_batches(&mut self, world: &Value) {
        for batch in world["ecom"]["batches"].as_array().unwrap() {
            let items = batch["items"].as_array().unwrap().iter();
            for item in items.filter(|item| item["method"] != json!("GET")) {
                let path = item["path"].as_str().unwrap_or_default();
                self.add(&json!("ecom"), &item["method"], path);
            }
        }
    }

    fn add(&mut self, side: &Value, method: &Value, path: &str) {
        let write = format!("{side} {method} {path}");
        *self.0.entry(write).or_default() += 1;
    }

    fn total(&self) -> usize {
        self.0.values().sum()
    }
}
