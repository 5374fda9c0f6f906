//! A newer version over an older one, while an admin page is open: what was chosen, set, read and
//! done is there afterwards, and no store is asked for it again.

use std::{fs, path::Path, time::Duration};

use serde_json::{Value, json};
use tandem::protocol::{
    automatic::{Automatic, SetAutomatic},
    customers::{CustomersState, CustomersView, ReadCustomers},
    view::{ItemView, StoreKey, View},
};
use tandem_core::{Sides, survey::StatusCounts};
use tandem_pilot::{Options, Shop, wait_until};

use crate::{
    customers::ask::{ask, customers, groups_are_read, is_ready, view},
    setup::options,
};

/// A copy of the extension under test, of another version.
fn copy_as(version: &str, to: &Path) {
    copy(&options().extension, to);
    let manifest = to.join("manifest.json");
    let mut text: Value = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    text["version"] = json!(version);
    fs::write(manifest, text.to_string()).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = {
            let entry = entry.unwrap();
            (entry.path(), to.join(entry.file_name()))
        };
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// What is read, and when; each life of the background counts its revisions for itself.
fn numbers(view: &CustomersView) -> Option<(StatusCounts, i64)> {
    match &view.state {
        CustomersState::Ready(numbers) => Some((numbers.counts, numbers.read_at)),
        _ => None,
    }
}

/// The pair, the settings, and the run over groups with its ends.
fn told(view: &View) -> (Sides<Option<StoreKey>>, Automatic, Option<Vec<ItemView>>) {
    let key = |side| {
        view.stores
            .get(side)
            .chosen
            .as_ref()
            .map(|one| one.key.clone())
    };
    let run = view.run.as_ref().map(|run| run.items.clone());
    (Sides::from_fn(key), view.automatic.settings, run)
}

fn version(shop: &Shop) -> Value {
    let version = "return chrome.runtime.getManifest().version";
    shop.driver.js(version, &json!([])).unwrap()
}

#[test]
fn an_update_keeps_the_pair_the_settings_the_run_and_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    copy_as("0.0.1", folder.path());
    let options = Options {
        extension: folder.path().to_owned(),
        ..options()
    };
    let sandbox = tandem_sandbox::Options {
        customers: 24,
        ..tandem_sandbox::Options::default()
    };
    let shop = Shop::open(&options, &sandbox).unwrap();
    shop.open_and_choose().unwrap();
    assert_eq!(version(&shop), json!("0.0.1"));
    groups_are_read(&shop);
    let create = "Create # groups in POS";
    shop.driver.press("button", create).unwrap();
    shop.wait_for_result().unwrap();
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    let settings = Automatic {
        grace_minutes: 77,
        ..Automatic::default()
    };
    ask(&shop, SetAutomatic { settings }).unwrap();
    let before = view(&shop);

    copy_as("9.0.0", folder.path());
    shop.driver.update_extension(folder.path()).unwrap();
    shop.driver.leave_frame().unwrap();
    // The new version takes the old one's place on the page that stayed open.
    wait_until("the new launcher", Duration::from_secs(20), || {
        Ok(
            shop.driver.panel_frame()?.is_none()
                && shop.driver.look_for("#tandem-panel")?.is_some(),
        )
    })
    .unwrap();
    shop.control.clear_log().unwrap();
    shop.driver.open_panel().unwrap();
    assert_eq!(version(&shop), json!("9.0.0"));
    groups_are_read(&shop);
    let read = customers(&shop, "what was read is open", is_ready);
    let after = view(&shop);
    assert!(after.pinned);
    assert_eq!(told(&after), told(&before));
    assert_eq!(numbers(&read), numbers(&before.customers));
    let log = shop.control.log().unwrap();
    let asked = log
        .iter()
        .filter(|call| call["path"].as_str().unwrap().contains("/customers"));
    assert_eq!(asked.count(), 0, "no customer was read again");
}
