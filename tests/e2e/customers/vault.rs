//! What is at rest (invariant I10): no text of a customer in the clear, and after a wipe no key.

use std::time::Duration;

use serde_json::Value;
use tandem::protocol::customers::{CustomersState, Wipe};
use tandem_pilot::{Browser, Profile, Shop, wait_until};

use super::{
    ask::{ask, customers, read},
    shop_of,
};
use crate::setup::browser;

/// The length of the key, in bytes.
const KEY: usize = 32;

/// How Chromium writes down a key of AES-GCM of 256 bits: this, and then the bytes of it.
const BEFORE_A_KEY: [u8; 6] = [0x4b, 0x01, 0x09, 0x20, 0x06, 0x20];

/// How Firefox names the one file of the vault's database: by its letters from both ends in turn.
const FILE_OF_THE_VAULT: &str = "t1a-ntdleuma-v.sqlite";

/// What is on disk of the vault's key. Chromium has one set of files for all databases of a bucket, and
/// copies them as it likes, so there it is the key itself; in Firefox it is the file that holds everything.
#[derive(Debug)]
pub(super) enum Trace {
    Key([u8; KEY]),
    File(String),
}

pub(super) fn traces(profile: &Profile) -> Vec<Trace> {
    let mut found = Vec::new();
    for (name, bytes) in profile.files().unwrap() {
        match browser() {
            Browser::Chromium if name.contains("IndexedDB") => {
                let keys = bytes.windows(BEFORE_A_KEY.len() + KEY);
                let keys = keys.filter_map(|at| at.strip_prefix(&BEFORE_A_KEY));
                found.extend(keys.map(|key| Trace::Key(key.try_into().unwrap())));
            }
            Browser::Firefox if name.contains(FILE_OF_THE_VAULT) => found.push(Trace::File(name)),
            Browser::Chromium | Browser::Firefox => {}
        }
    }
    found
}

/// The files in which a trace still is.
pub(super) fn still(profile: &Profile, trace: &Trace) -> Vec<String> {
    let is_in = |(name, bytes): &(String, Vec<u8>)| match trace {
        Trace::Key(key) => bytes.windows(KEY).any(|at| at == key),
        Trace::File(file) => name == file,
    };
    let files = profile.files().unwrap().into_iter().filter(is_in);
    files.map(|(name, _)| name).collect()
}

/// Every name, email and telephone number of both stores that is long enough to be told from noise.
pub(super) fn texts(shop: &Shop) -> Vec<String> {
    const WHAT: [&str; 7] = [
        "name",
        "first_name",
        "last_name",
        "email",
        "phone",
        "mobile",
        "company_name",
    ];
    let state = shop.control.state().unwrap();
    let mut texts = Vec::new();
    for side in ["pos", "ecom"] {
        for customer in state[side]["customers"].as_array().unwrap() {
            let texts_of = WHAT.iter().filter_map(|what| customer[what].as_str());
            texts.extend(texts_of.filter(|text| text.len() >= 9).map(str::to_owned));
        }
    }
    texts.sort();
    texts.dedup();
    texts
}

/// None of at least `least` texts of customers is in a file of the running browser.
pub(crate) fn nobody_can_be_read(shop: &Shop, least: usize) {
    let texts = texts(shop);
    assert!(texts.len() > least, "{}", texts.len());
    let profile = shop.driver.profile().unwrap();
    let found = profile.mentions(&texts).unwrap();
    assert!(found.is_empty(), "{found:?}");
    assert!(!traces(profile).is_empty(), "the vault is not on disk");
}

/// Has everything forgotten, closes the browser, and finds neither a customer nor the key.
pub(crate) fn nothing_is_left_after_a_wipe(shop: Shop, least: usize) {
    let texts = texts(&shop);
    assert!(texts.len() > least, "{}", texts.len());
    let mut before = Vec::new();
    wait_until("the key is on disk", Duration::from_secs(60), || {
        before = traces(shop.driver.profile().unwrap());
        Ok(!before.is_empty())
    })
    .unwrap();
    ask(&shop, Wipe {}).unwrap();
    let view = customers(&shop, "nothing is shown any more", |view| {
        view.state == CustomersState::NotRead
    });
    assert_eq!(view.run, None);
    let names = "const [done] = arguments;
        Promise.all([indexedDB.databases(), navigator.storageBuckets?.keys() ?? []])
          .then(([all, buckets]) => done(all.map(one => one.name).concat(buckets)))";
    let names = shop.driver.js_async(names, &Value::Array(vec![])).unwrap();
    assert_eq!(names, Value::Array(vec![]), "no database is left");
    // Not in the browser's own time, nor when it ends: by now.
    let profile = shop.driver.profile().unwrap();
    for trace in &before {
        assert_eq!(still(profile, trace), Vec::<String>::new(), "{trace:?}");
    }
    let profile = shop.driver.end().unwrap();
    for trace in before {
        assert_eq!(still(&profile, &trace), Vec::<String>::new(), "{trace:?}");
    }
    let found = profile.mentions(&texts).unwrap();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_text_of_a_customer_is_at_rest_in_the_clear() {
    let shop = shop_of(80);
    read(&shop);
    let texts = texts(&shop);
    assert!(texts.len() > 100);
    let profile = shop.driver.end().unwrap();
    assert!(
        !traces(&profile).is_empty(),
        "the vault is not on disk at all"
    );
    let found = profile.mentions(&texts).unwrap();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn after_a_wipe_the_key_is_gone_too() {
    let shop = shop_of(24);
    read(&shop);
    nothing_is_left_after_a_wipe(shop, 20);
}
