//! What Tandem kept, as somebody who has the disk would change it: a whole vault with one value
//! exchanged, values of the browser's storage; and what is made of it for others: the table.

use std::{collections::BTreeMap, sync::LazyLock};

use futures::executor::block_on;
use tandem::{background::foreign, browser::pass::Pass, protocol::view::Rung};
use tandem_core::{
    DigestKey, FieldSet, Sides,
    digest::checksum,
    show::{HistoryQuery, Keeping, ListQuery, OpRow, Purpose, RunId, Shown},
};
use tandem_engine::{Desk, MemoryVault, Vault};

const KEY: DigestKey = DigestKey([5; 16]);

/// When everything happens, in seconds since 1970.
const NOW: i64 = 1_790_000_000;

/// The values of a vault by their keys, as the first version kept them.
type Values = Vec<(String, Vec<u8>)>;

static GOLDEN: LazyLock<Values> = LazyLock::new(|| {
    let text = include_str!("../system/customers/at_desk/golden/vault-1.json");
    let values: BTreeMap<String, String> = serde_json::from_str(text).unwrap();
    let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap();
    let values = values.into_iter();
    values
        .map(|(key, hex)| (key, hex.as_bytes().chunks(2).map(byte).collect()))
        .collect()
});

/// The vault's own values, each after the byte that says which it is.
pub(super) fn values_of_a_vault() -> Vec<Vec<u8>> {
    let numbered = (0_u8..).zip(GOLDEN.iter());
    numbered
        .map(|(number, (_, value))| [&[number], value.as_slice()].concat())
        .collect()
}

/// A desk over the golden with these changes; over what is `needed` of it.
fn opened(changes: Values, needed: impl Fn(&str) -> bool) -> Option<Desk<MemoryVault>> {
    let vault = MemoryVault::default();
    let golden = GOLDEN.iter().filter(|(key, _)| needed(key));
    block_on(vault.change(golden.cloned().collect(), Vec::new())).unwrap();
    block_on(vault.change(changes, Vec::new())).unwrap();
    let stores = Sides {
        pos: "shop".to_owned(),
        ecom: "1003".to_owned(),
    };
    block_on(Desk::open(vault, stores, KEY, FieldSet::ALWAYS)).ok()
}

/// The first byte says which value is exchanged; the rest is put there as it is, and with a check that
/// is right.
pub(super) fn vault(bytes: &[u8]) {
    let Some((which, value)) = bytes.split_first() else {
        return;
    };
    let (key, _) = &GOLDEN[usize::from(*which) % GOLDEN.len()];
    let contents = &value[..value.len().saturating_sub(4)];
    let sealed = [contents, &checksum(contents)].concat();
    for value in [value.to_vec(), sealed] {
        if let Some(desk) = opened(vec![(key.clone(), value)], |_| true) {
            block_on(looked_at(&desk));
        }
    }
}

/// What a panel asks of a desk that was opened.
async fn looked_at(desk: &Desk<MemoryVault>) {
    desk.set_groups(None, FieldSet::ALWAYS).await;
    let query = ListQuery {
        count: 50,
        ..ListQuery::default()
    };
    let list = desk.list(&query).await;
    if let Some(numbers) = desk.numbers().await {
        assert!(list.rows.len() <= usize::try_from(numbers.counts.total).unwrap());
    }
    for row in list.rows.iter().take(2) {
        drop(desk.details(&row.who.key).await);
    }
    for run in [None, Some(RunId(1)), Some(RunId(2))] {
        let query = HistoryQuery {
            run,
            count: 50,
            ..HistoryQuery::default()
        };
        drop(desk.history(&query).await);
    }
    drop(desk.run());
    drop(desk.unread().await);
    drop(desk.answers(0, 50).await);
    drop(desk.review(None, 0).await);
    drop(desk.export().await);
    drop(desk.needs_reading().await);
    drop(desk.reading_under_way().await);
    drop(desk.preview(Purpose::Everybody, NOW).await);
    drop(desk.keep(Keeping::default(), NOW).await);
}

/// The table of a history in which the lines of the input are what customers typed.
pub(super) fn table(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let cells: Vec<&str> = text.split('|').collect();
    let at = |number: usize| cells[number % cells.len()].to_owned();
    let is_shown = |key: &str| key.contains("runs/0000000001/shown/");
    let (key, shown) = GOLDEN.iter().find(|(key, _)| is_shown(key)).unwrap();
    let mut rows: Vec<OpRow> = serde_json::from_slice(shown).unwrap();
    rows.truncate(4);
    let mut expected = Vec::new();
    for (number, row) in rows.iter_mut().enumerate() {
        row.who.name = Some(at(number));
        row.who.email = Some(at(number + 1));
        for edit in &mut row.edits {
            edit.before = Shown::Text(at(number + 2));
            edit.after = Shown::Text(at(number + 3));
            expected.push([at(number), at(number + 1), at(number + 2), at(number + 3)]);
        }
    }
    let value = serde_json::to_vec(&rows).unwrap();
    let desk = opened(vec![(key.clone(), value)], |key| {
        key.contains("runs/0000000001/")
    })
    .unwrap();
    let csv = block_on(desk.export()).unwrap();
    holds(&csv.text, &expected);
}

/// Whether the table has these four texts in its first lines, and no cell that a spreadsheet takes for
/// a formula. What is one is told here anew, as spreadsheets do.
fn holds(text: &str, expected: &[[String; 4]]) {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut read = csv::Reader::from_reader(text.as_bytes());
    let lines: Vec<csv::StringRecord> = read.records().map(Result::unwrap).collect();
    for cell in lines.iter().flatten() {
        let begins = cell.trim_start_matches(|c: char| {
            c.is_whitespace() || c.is_control() || "\u{feff}\u{200b}".contains(c)
        });
        assert!(
            !begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{cell:?}"
        );
        assert!(!cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
    }
    let told: Vec<[&str; 4]> = lines
        .iter()
        .filter(|line| &line[1] == "1")
        .map(|line| [&line[3], &line[4], &line[6], &line[7]])
        .collect();
    for line in expected {
        let is_it = |told: &&[&str; 4]| {
            told.iter()
                .zip(line)
                .all(|(is, was)| is == was || is.strip_prefix('\'').is_some_and(|rest| rest == was))
        };
        assert!(
            told.iter().any(|told| is_it(&told)),
            "{line:?} is not in {told:?}"
        );
    }
}

/// Values of the browser's storage.
pub(super) fn storage(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _kinds = foreign::kept(&text);
    if let Ok(keeping) = serde_json::from_str::<Keeping>(&text) {
        let text = serde_json::to_string(&keeping).unwrap();
        assert_eq!(serde_json::from_str::<Keeping>(&text).unwrap(), keeping);
        let desk = opened(Vec::new(), |_| false).unwrap();
        block_on(desk.keep(keeping, NOW)).unwrap();
        assert_eq!(desk.keeping(), keeping);
    }
    drop(serde_json::from_str::<Rung>(&text));
    drop(serde_json::from_str::<Pass>(&text));
}

#[test]
fn the_seeds_of_the_storage_are_read() {
    let stores = include_str!("corpus/storage/stores.json");
    let added = include_str!("corpus/storage/addresses.json");
    let known = include_str!("corpus/storage/known.json");
    assert_eq!([stores, added, known].map(foreign::kept), [1, 1, 2]);
    serde_json::from_str::<Keeping>(include_str!("corpus/storage/keeping.json")).unwrap();
    serde_json::from_str::<Pass>(include_str!("corpus/storage/pass.json")).unwrap();
    serde_json::from_str::<Rung>(include_str!("corpus/storage/rung.json")).unwrap();
}
