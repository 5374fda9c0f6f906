//! Where the vault is: in Chromium in a bucket of its own, whose files go with it. One from before that
//! moves there and loses nothing.

use std::time::Duration;

use serde_json::{Value, json};
use tandem::protocol::panel::OpenTab;
use tandem_pilot::{Browser, Shop, wait_until};

use super::{
    ask::{ask, customers, is_ready, read},
    passphrase::kept,
    shop_of,
};
use crate::setup::{browser, new_tab};

/// Puts the vault among all databases, as it is, and removes its bucket.
const AS_BEFORE: &str = "const done = arguments[0];
    const name = 'tandem-vault-1';
    const rooms = ['values', 'keys'];
    const result = asked => new Promise((ok, no) => {
      asked.onsuccess = () => ok(asked.result);
      asked.onerror = () => no(asked.error);
    });
    const open = factory => {
      const opening = factory.open(name, 1);
      opening.onupgradeneeded = () => {
        for (const room of rooms) opening.result.createObjectStore(room);
      };
      return result(opening);
    };
    const move = async () => {
      const bucket = await navigator.storageBuckets.open(name);
      const [from, to] = [await open(bucket.indexedDB), await open(indexedDB)];
      for (const room of rooms) {
        const source = from.transaction(room).objectStore(room);
        const all = [await result(source.getAllKeys()), await result(source.getAll())];
        const target = to.transaction(room, 'readwrite').objectStore(room);
        await Promise.all(all[0].map((key, at) => result(target.put(all[1][at], key))));
      }
      for (const database of [from, to]) database.close();
      await navigator.storageBuckets.delete(name);
    };
    move().then(() => done('moved'), error => done(String(error)))";

/// The names of all databases, and of all buckets where the browser has them.
fn places(shop: &Shop) -> Value {
    let names = "const [done] = arguments;
        Promise.all([indexedDB.databases(), navigator.storageBuckets?.keys() ?? []])
          .then(([all, buckets]) => done([all.map(one => one.name), buckets]))";
    shop.driver.js_async(names, &json!([])).unwrap()
}

#[test]
fn a_vault_from_before_there_were_buckets_moves_into_one() {
    let shop = shop_of(40);
    read(&shop);
    let before = kept(&customers(&shop, "they are there", is_ready));
    let tabs = shop.driver.tabs().unwrap();
    ask(&shop, OpenTab {}).unwrap();
    let tab = new_tab(&shop, &tabs);
    shop.driver.use_tab(&tab).unwrap();
    if browser() == Browser::Firefox {
        // Each database is a file there, and goes with it.
        assert_eq!(places(&shop), json!([["tandem-vault-1"], []]));
        return;
    }
    assert_eq!(places(&shop), json!([[], ["tandem-vault-1"]]));
    let moved = shop.driver.js_async(AS_BEFORE, &json!([])).unwrap();
    assert_eq!(moved, json!("moved"));
    assert_eq!(places(&shop), json!([["tandem-vault-1"], []]));

    shop.driver.kill_background().unwrap();
    let after = customers(&shop, "what was kept is there", is_ready);
    assert_eq!(kept(&after), before);
    wait_until("it moved", Duration::from_secs(60), || {
        Ok(places(&shop) == json!([[], ["tandem-vault-1"]]))
    })
    .unwrap();
    shop.driver.kill_background().unwrap();
    let after = customers(&shop, "what moved is there", is_ready);
    assert_eq!(kept(&after), before);
}
