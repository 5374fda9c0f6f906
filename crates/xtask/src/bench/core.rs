//! How long the core's own functions take, one by one, and how much memory. Processor time is
//! measured, so that a busy machine does no harm.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::{Measured, folder, table::Table};
use crate::shell::cargo;

/// What is measured, as the benches name it: how often, and what it is about.
const MEASURED: [(&str, &[u32], &str); 13] = [
    ("sketch", &[100_000], "a record is read into a sketch"),
    ("identity", &[100_000], "a pair is found by its email"),
    (
        "survey_unchanged",
        &[10_000, 100_000, 1_000_000],
        "a pair is surveyed, nothing changed",
    ),
    (
        "survey_changed",
        &[10_000, 100_000, 1_000_000],
        "a pair is surveyed, one in 20 changed",
    ),
    (
        "draft_changed",
        &[100_000],
        "a pair is drafted, one in 20 changed",
    ),
    (
        "book_open",
        &[100_000],
        "a kept book is opened, for each pair",
    ),
    (
        "list_first",
        &[100_000],
        "everybody is looked at and put in order",
    ),
    ("list_window", &[100_000], "a window of the list"),
    ("list_status", &[100_000], "a window of one status"),
    ("search_letter", &[100_000], "a search for one letter"),
    ("search_one", &[100_000], "a search for a word"),
    ("search_rare", &[100_000], "a search that finds few"),
    ("search_three", &[100_000], "a search for three words"),
];

/// One of how many customers has changed, in the benches of that name.
const ONE_IN: f64 = 20.0;

/// Runs everything.
pub(super) fn measure() -> anyhow::Result<Measured> {
    let criterion = folder().join("criterion");
    for (package, name) in [("tandem-core", "survey"), ("tandem-engine", "list")] {
        let timed = bench(package, name).env("CRITERION_HOME", &criterion);
        timed.run()?;
    }
    let memory = |package, name| -> anyhow::Result<Value> {
        let printed = bench(package, name).read()?;
        serde_json::from_str(&printed).context("what the memory bench printed")
    };
    let book = memory("tandem-engine", "book_memory")?;
    let memory = memory("tandem-core", "memory")?;
    let rows = rows(&criterion)?;
    let figures: Vec<Value> = rows.iter().map(Row::json).collect();
    Ok(Measured {
        tables: vec![times(&rows), memory_of(&memory, &book)],
        notes: Vec::new(),
        figures: json!({ "times": figures, "memory": memory, "book": book }),
    })
}

fn bench(package: &str, name: &str) -> crate::shell::Program {
    let args = ["bench", "--quiet", "--locked", "-p", package];
    cargo().args(args).args(["--bench", name])
}

/// Who is who in a shop of any size: the test prints its table.
pub(super) fn truth(people: u32) -> anyhow::Result<()> {
    let args = [
        "test",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "tandem",
        "--test",
        "truth",
    ];
    cargo()
        .args(args)
        .args(["--", "a_large_shop", "--nocapture"])
        .env("TANDEM_TRUTH_PEOPLE", people.to_string())
        .show()
}

/// One line of the table: nanoseconds for all customers of one run.
struct Row {
    name: &'static str,
    about: &'static str,
    customers: u32,
    median: f64,
    spread: f64,
}

impl Row {
    fn read(
        folder: &Path,
        name: &'static str,
        about: &'static str,
        customers: u32,
    ) -> anyhow::Result<Self> {
        let file = folder.join(name).join(customers.to_string());
        let file = file.join("new/estimates.json");
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let told: Value = serde_json::from_str(&text)?;
        let number = |place: &str| {
            let number = told.pointer(place).and_then(Value::as_f64);
            number.with_context(|| format!("{place} in {}", file.display()))
        };
        Ok(Self {
            name,
            about,
            customers,
            median: number("/median/point_estimate")?,
            spread: number("/median_abs_dev/point_estimate")?,
        })
    }

    /// Nanoseconds for one customer.
    fn each(&self) -> f64 {
        self.median / f64::from(self.customers)
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "customers": self.customers,
            "median_ns": self.median,
            "median_abs_dev_ns": self.spread,
            "ns_each": self.each(),
        })
    }
}

fn rows(folder: &Path) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (name, sizes, about) in MEASURED {
        for customers in sizes {
            rows.push(Row::read(folder, name, about, *customers)?);
        }
    }
    if rows.is_empty() {
        bail!("nothing was measured");
    }
    Ok(rows)
}

fn times(rows: &[Row]) -> Table {
    let mut table = Table::new(["what", "customers", "median ms", "spread", "ns each"]);
    for row in rows {
        table.add([
            row.about.to_owned(),
            row.customers.to_string(),
            format!("{:.1}", row.median / 1e6),
            format!("{:.1} %", row.spread / row.median * 100.0),
            format!("{:.0}", row.each()),
        ]);
    }
    if let Some(extra) = changed(rows) {
        let about = "more for a pair that changed: survey and draft".to_owned();
        let none = String::new;
        table.add([about, none(), none(), none(), format!("{extra:.0}")]);
    }
    table
}

/// At most, and at rest.
fn memory_of(memory: &Value, book: &Value) -> Table {
    let number = |of: &Value, name: &str| of.get(name).and_then(Value::as_u64).unwrap_or_default();
    let mut table = Table::new([
        "memory",
        "customers a side",
        "MB at most",
        "bytes a customer",
    ]);
    table.add([
        "both sides read, agreed on, surveyed".to_owned(),
        number(memory, "customers_a_side").to_string(),
        (number(memory, "peak_bytes") / 1_000_000).to_string(),
        number(memory, "bytes_a_pair").to_string(),
    ]);
    table.add([
        "the book, opened and searched".to_owned(),
        number(book, "customers_a_side").to_string(),
        (number(book, "book_bytes") / 1_000_000).to_string(),
        number(book, "list_bytes_a_record").to_string(),
    ]);
    table
}

/// What one changed pair takes more than one that did not change.
fn changed(rows: &[Row]) -> Option<f64> {
    let of = |name: &str| {
        rows.iter()
            .find(|row| row.name == name && row.customers == 100_000)
    };
    let (changed, unchanged, draft) = (
        of("survey_changed")?,
        of("survey_unchanged")?,
        of("draft_changed")?,
    );
    let more = changed.median - unchanged.median + draft.median;
    Some(more / (f64::from(changed.customers) / ONE_IN))
}
