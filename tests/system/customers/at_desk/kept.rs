//! What the first released version kept is read for ever: a vault as it wrote it lies beside this
//! file, in the middle of a run, with readings, answers, a history and a choice of what is kept.
//!
//! When a version keeps something of another kind, [`what_is_kept_today_is_of_the_kinds_of_the_golden`]
//! fails and says where it put the vault of today. That becomes a further file, and the old ones stay.

use std::{collections::BTreeMap, collections::BTreeSet};

use futures::executor::block_on;
use tandem_core::show::{HistoryQuery, Keeping, ListQuery};
use tandem_engine::{Vault, customers::Halted, desk::RunState};

use super::super::people::assert_same;
use super::counter::{Counter, EVERYBODY, Onlooker, first};

const FIRST: &str = include_str!("golden/vault-1.json");

/// The values of a vault in hexadecimal, by their keys.
type Dump = BTreeMap<String, String>;

fn counter() -> Counter {
    Counter::demo(6, 40)
}

/// A shop with a history and answers, killed in the middle of a second run.
fn in_the_middle(counter: &Counter) {
    let desk = counter.read();
    counter.sync(&desk, EVERYBODY);
    counter.answer_all(&desk, first);
    let keeping = Keeping {
        days: 7,
        ..Keeping::default()
    };
    block_on(desk.keep(keeping, counter.now())).unwrap();
    let head = counter.preview(&desk, EVERYBODY);
    assert!(head.total > 2, "{head:?}");
    counter.begin(&desk, &head).unwrap();
    counter.shop().fuse.set(Some(9));
    assert_eq!(counter.carry(&desk, &Onlooker::default()), None);
    counter.shop().fuse.set(None);
}

fn dump(counter: &Counter) -> Dump {
    let vault = &counter.disk.vault;
    let keys = block_on(vault.keys("")).unwrap().into_iter();
    keys.map(|key| {
        let value = block_on(vault.get(&key)).unwrap().unwrap();
        let value = value.iter().map(|byte| format!("{byte:02x}")).collect();
        (key, value)
    })
    .collect()
}

fn load(counter: &Counter, dump: &Dump) {
    let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap();
    let value = |hex: &String| hex.as_bytes().chunks(2).map(byte).collect();
    let puts = dump
        .iter()
        .map(|(key, hex)| (key.clone(), value(hex)))
        .collect();
    counter.disk.vault.clear();
    block_on(counter.disk.vault.change(puts, Vec::new())).unwrap();
}

fn first_dump() -> Dump {
    serde_json::from_str(FIRST).unwrap()
}

/// Keys without their numbers.
fn kinds(dump: &Dump) -> BTreeSet<String> {
    let kind = |key: &String| -> String {
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = key
            .split('/')
            .map(|part| if is_number(part) { "#" } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    dump.keys().map(kind).collect()
}

#[test]
fn the_vault_of_the_first_version_is_opened_and_its_run_goes_on() {
    let expected = counter();
    in_the_middle(&expected);
    let counter = counter();
    in_the_middle(&counter);
    // The stores are as they were when the browser ended the first version.
    load(&counter, &first_dump());
    let desk = counter.open();
    let run = desk.run().unwrap();
    assert_eq!(run.state, RunState::Interrupted);
    assert!(run.counts.waiting > 0, "{run:?}");
    assert_eq!(desk.keeping().days, 7);
    let numbers = block_on(desk.numbers()).unwrap();
    assert!(numbers.counts.total > 20, "{numbers:?}");
    let query = ListQuery {
        count: 9,
        ..ListQuery::default()
    };
    assert_eq!(block_on(desk.list(&query)).rows.len(), 9);
    let query = HistoryQuery {
        count: 9,
        ..HistoryQuery::default()
    };
    assert_eq!(block_on(desk.history(&query)).unwrap().runs.len(), 2);
    assert!(!block_on(desk.answers(0, 9)).given.is_empty());
    assert_eq!(
        counter.carry(&desk, &Onlooker::default()),
        Some(Halted::Finished)
    );
    let run = desk.run().unwrap();
    assert_eq!(
        run.counts.applied + run.counts.already_there,
        run.counts.total,
        "{run:?}"
    );
    block_on(desk.close_run()).unwrap();
    counter.read_again(&desk);
    assert_eq!(counter.preview(&desk, EVERYBODY).total, 0);
    let today = expected.open();
    assert_eq!(
        expected.carry(&today, &Onlooker::default()),
        Some(Halted::Finished)
    );
    assert_same(
        &counter.world(),
        &expected.world(),
        "a vault of the first version",
    );
}

#[test]
fn what_is_kept_today_is_of_the_kinds_of_the_golden() {
    let counter = counter();
    in_the_middle(&counter);
    let today = dump(&counter);
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("vault.json");
    std::fs::write(&file, serde_json::to_string_pretty(&today).unwrap()).unwrap();
    assert_eq!(
        kinds(&today),
        kinds(&first_dump()),
        "today's is in {}",
        file.display()
    );
}
