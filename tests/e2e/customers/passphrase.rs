//! A passphrase over what is kept (I10): nothing opens without it, and neither key is on disk.

use std::time::Duration;

use serde_json::{Value, json};
use tandem::protocol::{
    customers::{CustomersState, CustomersView, Guarded, ReadCustomers, Unlock},
    panel::OpenTab,
    secret::Secret,
};
use tandem_core::{FaultKind, survey::StatusCounts};
use tandem_pilot::{Shop, wait_until};

use super::{
    ask::{ask, customers, is_ready},
    shop_of,
    vault::{Trace, still, traces},
};
use crate::setup::new_tab;

/// With a letter that keyboards compose in two ways.
const WORD: &str = "three red lanterns, zoë";

/// Longer than hashing a passphrase takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(180);

fn type_into(shop: &Shop, field: &str, word: &str) {
    let field = shop.driver.find(field).unwrap();
    shop.driver.type_into(&field, word).unwrap();
}

/// Sets the passphrase as a person does, in the settings.
fn set(shop: &Shop) {
    shop.driver.press("tab", "Settings").unwrap();
    let summary = shop
        .driver
        .find("#panel-s details:has(#passphrase-first):not([open]) summary")
        .unwrap();
    shop.driver.click_in_sight(&summary).unwrap();
    type_into(shop, "#passphrase-first", WORD);
    type_into(shop, "#passphrase-second", WORD);
    shop.driver.press("button", "Use this passphrase").unwrap();
    shop.driver
        .expect_text("opens only with the passphrase")
        .unwrap();
}

/// What is known of everybody, and since when.
pub(super) fn kept(view: &CustomersView) -> (StatusCounts, i64) {
    let CustomersState::Ready(numbers) = view.state else {
        unreachable!("{view:?}");
    };
    (numbers.counts, numbers.read_at)
}

fn read_shop() -> Shop {
    let shop = shop_of(40);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    shop
}

#[test]
fn what_is_locked_opens_with_the_passphrase_alone() {
    let shop = read_shop();
    let before = kept(&customers(&shop, "they are there", is_ready));
    set(&shop);
    // The browser ends the background as it likes; that locks nothing.
    shop.driver.kill_background().unwrap();
    let after = customers(&shop, "what was kept is there", is_ready);
    assert_eq!(kept(&after), before);
    assert_eq!(after.guarded, Guarded::ByPassphrase);
    shop.driver.press("button", "Lock now").unwrap();
    shop.driver.press("tab", "Customers").unwrap();
    shop.driver
        .expect_text("opens with your passphrase")
        .unwrap();
    assert_eq!(
        ask(&shop, ReadCustomers {}).unwrap_err().kind,
        FaultKind::Locked
    );
    shop.driver.kill_background().unwrap();
    let view = customers(&shop, "it stays locked", |view| {
        view.guarded == Guarded::Locked
    });
    assert!(!is_ready(&view));
    type_into(&shop, "#unlock-word", "three red lantern");
    shop.driver.press("button", "Unlock").unwrap();
    shop.driver
        .expect_text("That is not the passphrase.")
        .unwrap();
    // The other way to compose the letter.
    let passphrase = Secret::new(WORD.replace('ë', "e\u{308}"));
    ask(&shop, Unlock { passphrase }).unwrap();
    let after = customers(&shop, "what was kept is there again", is_ready);
    assert_eq!(kept(&after), before);
    shop.driver.press("tab", "Settings").unwrap();
    shop.driver
        .press("button", "Take the passphrase off")
        .unwrap();
    shop.driver
        .expect_text("A passphrase keeps what Tandem knows")
        .unwrap();
    shop.driver.kill_background().unwrap();
    let after = customers(&shop, "what was kept is there once more", is_ready);
    assert_eq!(kept(&after), before);
    assert_eq!(after.guarded, Guarded::ByBrowser);
}

/// The opened key, as the browser's memory has it, in the ways in which it may be written down.
pub(super) fn opened_key(shop: &Shop) -> Vec<Vec<u8>> {
    let before = shop.driver.tabs().unwrap();
    ask(shop, OpenTab {}).unwrap();
    let tab = new_tab(shop, &before);
    shop.driver.use_tab(&tab).unwrap();
    let read = "const done = arguments[0];
        chrome.storage.session.get('vaultkey1').then(found => done(found.vaultkey1))";
    let mut kept = Value::Null;
    wait_until("the key is opened", PATIENCE, || {
        kept = shop.driver.js_async(read, &json!([]))?;
        Ok(kept.is_string())
    })
    .unwrap();
    let text = kept.as_str().unwrap();
    let kept: Value = serde_json::from_str(text).unwrap();
    let list = kept["key"].to_string();
    let bytes: Vec<u8> = serde_json::from_value(kept["key"].clone()).unwrap();
    assert_eq!(bytes.len(), 32);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let wide = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![bytes, hex.into_bytes(), list.into_bytes(), wide]
}

#[test]
fn the_files_alone_open_nothing() {
    let shop = read_shop();
    let mut before = Vec::new();
    wait_until("the first key is on disk", PATIENCE, || {
        before = traces(shop.driver.profile().unwrap());
        Ok(!before.is_empty())
    })
    .unwrap();
    set(&shop);
    // The panel may say so before the old place is gone.
    wait_until("the old place is gone", PATIENCE, || {
        let profile = shop.driver.profile().unwrap();
        Ok(before.iter().all(|trace| still(profile, trace).is_empty()))
    })
    .unwrap();
    let key = opened_key(&shop);
    let profile = shop.driver.end().unwrap();
    for trace in before {
        assert_eq!(still(&profile, &trace), Vec::<String>::new(), "{trace:?}");
    }
    assert!(
        !traces(&profile)
            .iter()
            .any(|trace| matches!(trace, Trace::Key(_))),
        "no key is on disk"
    );
    let words = [WORD.to_owned()];
    assert!(profile.mentions(&words).unwrap().is_empty());
    for (name, bytes) in profile.files().unwrap() {
        for way in &key {
            let is_there = bytes.windows(way.len()).any(|at| at == way);
            assert!(!is_there, "the opened key is in {name}");
        }
    }
}
