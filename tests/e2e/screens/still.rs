//! While Tandem works nothing jumps, and it is read out seldom: over a reading and a run.

use serde_json::json;
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use crate::people::town;

/// How much may move without anybody's doing while a reading or a run goes on, by the browser's own
/// measure, in which 0.1 counts as good.
const MOST: f64 = 0.002;

/// How much when it ends, where what came of it takes the place of how far it was.
const MOST_AT_END: f64 = 0.1;

/// The most announcements from the click that reads to the end of the run.
const FEW: usize = 5;

/// Notes whatever the one polite region says from now on.
const LISTEN: &str =
    "const all = document.querySelectorAll('[role=status], [aria-live=polite], [role=log]');
    if (all.length !== 1) return all.length;
    const { dataset } = document.documentElement;
    dataset.said = '';
    new MutationObserver(() => { dataset.said += `${all[0].textContent}\\n`; })
      .observe(all[0], { childList: true, characterData: true, subtree: true });
    return all.length";

fn said(shop: &Shop) -> Vec<String> {
    let said = "return document.documentElement.dataset.said";
    let said: String = serde_json::from_value(shop.driver.js(said, &json!([])).unwrap()).unwrap();
    said.lines().map(str::to_owned).collect()
}

/// What moved since the last time that it was asked.
fn moved(shop: &Shop, before: &mut usize) -> (f64, Vec<String>) {
    let all = shop.driver.shifts().unwrap();
    let new = all.get(*before..).unwrap_or_default();
    *before = all.len();
    let what = new.iter().map(|(much, what)| format!("{much:.4} {what}"));
    (new.iter().map(|(much, _)| much).sum(), what.collect())
}

#[test]
fn a_reading_and_a_run_move_nothing_and_are_read_out_seldom() {
    let shop = town(60, Settings::default()).shop;
    shop.driver.press("tab", "Customers").unwrap();
    let can_tell = shop.driver.watch_shifts().unwrap();
    assert_eq!(shop.driver.js(LISTEN, &json!([])).unwrap(), json!(1));
    let mut seen = 0;
    let slow = |times: u32, ms: u32| {
        let slow = json!([{ "path": "/customers", "times": times, "do": { "slow": ms } }]);
        shop.control.faults(&slow).unwrap();
    };
    let is_busy = || shop.driver.look_for("main progress").unwrap().is_some();
    slow(4, 900);
    shop.driver.press("button", "Read customers").unwrap();
    shop.driver.find(".read-side progress").unwrap();
    let mut wrong = Vec::new();
    let mut check = |when: &str, most: f64, (much, what): (f64, Vec<String>)| {
        if much > most {
            wrong.push(format!("{when}: {much:.4}: {what:#?}"));
        }
    };
    let mut last = (0.0, Vec::new());
    while is_busy() {
        check("reading", MOST, last);
        last = moved(&shop, &mut seen);
    }
    shop.read_is_open().unwrap();
    check("the reading's end", MOST_AT_END, last);
    assert!(shop.preview_all().unwrap().is_some());
    slow(12, 400);
    moved(&shop, &mut seen);
    shop.begin_to_write().unwrap();
    shop.driver.find("section.run progress").unwrap();
    let mut last = (0.0, Vec::new());
    while is_busy() {
        check("writing", MOST, last);
        last = moved(&shop, &mut seen);
    }
    let sentence = shop.wait_for_sync().unwrap();
    check("the run's end", MOST_AT_END, last);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(
        can_tell,
        crate::setup::browser() == tandem_pilot::Browser::Chromium
    );

    let said = said(&shop);
    assert!(said.contains(&sentence), "{sentence:?} in {said:#?}");
    assert!(said.len() <= FEW, "{said:#?}");
}
