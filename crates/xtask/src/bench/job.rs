//! The whole job (`crates/gauge`): natively, as wasm in both browsers, and the same in plain
//! JavaScript beside it. The slowest and the quickest of the rounds are the spread.

use std::{fs, path::PathBuf};

use anyhow::Context;
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use super::{Measured, Wanted, folder, pilot, stats::Spread, table::Table};
use crate::{
    setup,
    shell::{cargo, root},
};

/// How many people, and how many rounds of each.
const SIZES: [(u32, u32); 2] = [(10_000, 5), (100_000, 3)];
/// Once, since making its pages takes longer than the job: a quarter of an hour in both browsers.
const FULL: (u32, u32) = (1_000_000, 1);

/// The steps of the job, in their order.
const STEPS: [&str; 4] = ["parse", "identity", "reconcile", "plan"];

pub(super) fn measure(wanted: &Wanted) -> anyhow::Result<Measured> {
    setup::browsers()?;
    let page = page()?;
    let mut rows = Vec::new();
    let sizes: Vec<(u32, u32)> = match wanted.people {
        Some(people) => vec![(people, 3)],
        None => SIZES
            .into_iter()
            .chain(wanted.full.then_some(FULL))
            .collect(),
    };
    for (people, rounds) in sizes {
        rows.push(native(people, rounds)?);
        for browser in ["chromium", "firefox"] {
            rows.extend(browsed(browser, &page, people, rounds)?);
        }
    }
    if !wanted.full && wanted.people.is_none() {
        // Natively a million is a matter of a minute.
        rows.push(native(FULL.0, 1)?);
    }
    Ok(Measured {
        tables: vec![times(&rows), ratios(&rows), growth(&rows)],
        notes: Vec::new(),
        figures: rows.iter().map(Row::json).collect(),
    })
}

/// The job in one place, for so many people: milliseconds of each step, both days together.
pub(super) struct Row {
    place: String,
    people: u64,
    steps: Vec<Spread>,
    whole: Spread,
    /// What it held at the end, all in all.
    bytes: Option<u64>,
}

impl Row {
    fn of(place: &str, told: &Value, bytes: Option<u64>) -> anyhow::Result<Self> {
        // Of each round, the times of both days.
        let rounds: Vec<Vec<Vec<f64>>> =
            serde_json::from_value(told.get("rounds").cloned().unwrap_or_default())?;
        let days = |round: &Vec<Vec<f64>>, step: usize| -> f64 {
            round.iter().filter_map(|day| day.get(step)).sum()
        };
        let step = |step: usize| Spread::of(rounds.iter().map(|round| days(round, step)).collect());
        let steps = (0..STEPS.len()).map(step).collect::<Option<Vec<_>>>();
        let sum = |round: &Vec<Vec<f64>>| round.iter().flatten().sum();
        Ok(Self {
            place: place.to_owned(),
            people: told
                .get("people")
                .and_then(Value::as_u64)
                .context("people")?,
            steps: steps.context("no rounds")?,
            whole: Spread::of(rounds.iter().map(sum).collect()).context("no rounds")?,
            bytes,
        })
    }

    /// Microseconds a person.
    #[expect(clippy::cast_precision_loss, reason = "a million people at most")]
    fn each(&self) -> f64 {
        self.whole.median * 1e3 / self.people as f64
    }

    fn json(&self) -> Value {
        let steps = STEPS.iter().zip(&self.steps);
        let steps = steps.map(|(name, spread)| ((*name).to_owned(), spread.json()));
        json!({
            "place": self.place, "people": self.people, "bytes": self.bytes,
            "whole_ms": self.whole.json(), "us_each": self.each(),
            "steps_ms": steps.collect::<serde_json::Map<_, _>>(),
        })
    }
}

fn times(rows: &[Row]) -> Table {
    let [parse, identity, reconcile, plan] = STEPS;
    let mut table = Table::new([
        "milliseconds, both days",
        "people",
        parse,
        identity,
        reconcile,
        plan,
        "whole",
        "\u{b5}s a person",
        "MB",
        "bytes a person",
    ]);
    for row in rows {
        let step = |at: usize| {
            row.steps
                .get(at)
                .map_or_else(String::new, Spread::to_string)
        };
        let held = |bytes: fn(u64, u64) -> u64| {
            let told = row.bytes.map(|held| bytes(held, row.people).to_string());
            told.unwrap_or_default()
        };
        table.add([
            row.place.clone(),
            row.people.to_string(),
            step(0),
            step(1),
            step(2),
            step(3),
            row.whole.to_string(),
            format!("{:.2}", row.each()),
            held(|held, _| held / 1_000_000),
            held(|held, people| held / people),
        ]);
    }
    table
}

/// What stands to what, as the aims have it.
fn ratios(rows: &[Row]) -> Table {
    let mut table = Table::new([
        "stands to",
        "people",
        "wasm to native (aim 1.6)",
        "peer to wasm (aim 2)",
        "wasm's memory to the peer's (aim 0.33)",
    ]);
    let of = |place: String, people: u64| {
        rows.iter()
            .find(|row| row.place == place && row.people == people)
    };
    for native in rows.iter().filter(|row| row.place == "native") {
        for browser in ["chromium", "firefox"] {
            let wasm = of(format!("{browser} wasm"), native.people);
            let peer = of(format!("{browser} peer"), native.people);
            if let (Some(wasm), Some(peer)) = (wasm, peer) {
                table.add([
                    browser.to_owned(),
                    native.people.to_string(),
                    format!("{:.2}", wasm.whole.median / native.whole.median),
                    format!("{:.2}", peer.whole.median / wasm.whole.median),
                    of_memory(wasm, peer),
                ]);
            }
        }
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "bytes, far below 2^52")]
fn of_memory(wasm: &Row, peer: &Row) -> String {
    match (wasm.bytes, peer.bytes) {
        (Some(wasm), Some(peer)) => format!("{:.2}", wasm as f64 / peer.max(1) as f64),
        _ => "not told".to_owned(),
    }
}

/// How the cost of a person grows with how many there are: 1 is flat.
fn growth(rows: &[Row]) -> Table {
    let mut table = Table::new([
        "a person's cost",
        "people",
        "\u{b5}s",
        "to that of the fewest (aim 1.2)",
    ]);
    let mut places: Vec<&Row> = rows.iter().collect();
    places.sort_by(|one, other| (&one.place, one.people).cmp(&(&other.place, other.people)));
    let mut fewest: Option<&Row> = None;
    for row in places {
        let base = fewest.filter(|base| base.place == row.place).unwrap_or(row);
        fewest = Some(base);
        table.add([
            row.place.clone(),
            row.people.to_string(),
            format!("{:.2}", row.each()),
            format!("{:.2}", row.each() / base.each()),
        ]);
    }
    table
}

fn native(people: u32, rounds: u32) -> anyhow::Result<Row> {
    let said = cargo()
        .args([
            "run",
            "--quiet",
            "--locked",
            "--profile",
            "bench",
            "-p",
            "tandem-gauge",
        ])
        .args([
            "--bin",
            "gauge",
            "--",
            &people.to_string(),
            &rounds.to_string(),
        ])
        .read()?;
    let told: Value = serde_json::from_str(&said)?;
    let peak = told.get("peak_bytes").and_then(Value::as_u64);
    Row::of("native", &told, peak)
}

fn browsed(
    browser: &str,
    page: &std::path::Path,
    people: u32,
    rounds: u32,
) -> anyhow::Result<Vec<Row>> {
    let said = pilot("race")
        .arg("--extension")
        .arg(page.join("extension"))
        .arg("--page")
        .arg(page)
        .args(["--browser", browser, "--people", &people.to_string()])
        .args(["--rounds", &rounds.to_string()])
        .read()?;
    let told: Value = serde_json::from_str(&said).context("what the race printed")?;
    let row = |way: &str| {
        let result = told.get(way).context("a way is missing")?;
        let bytes = |name: &str| result.get(name).and_then(Value::as_u64);
        // What the wasm has is known to the byte; what JavaScript has, the browser tells.
        let held = bytes("wasm_bytes").or(bytes("page_bytes"));
        Row::of(&format!("{browser} {way}"), result, held)
    };
    ["wasm", "peer"].map(row).into_iter().collect()
}

/// The page with both ways, made anew.
fn page() -> anyhow::Result<PathBuf> {
    cargo()
        .args(["build", "--quiet", "--locked", "--profile", "ship"])
        .args([
            "--target",
            "wasm32-unknown-unknown",
            "-p",
            "tandem-gauge",
            "--bin",
            "page",
        ])
        .args(["--features", "page"])
        .env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=+simd128")
        .run()?;
    let built = root().join("target/wasm32-unknown-unknown/ship/page.wasm");
    let page = folder().join("page");
    fs::create_dir_all(page.join("wasm"))?;
    Bindgen::new()
        .input_path(&built)
        .web(true)?
        .typescript(false)
        .out_name("gauge")
        .generate(page.join("wasm"))?;
    for file in ["index.html", "bench.js", "maker.js", "peer.js"] {
        fs::copy(root().join("crates/gauge/page").join(file), page.join(file))?;
    }
    // The pilot starts no browser without an extension: this one does nothing.
    let nothing = page.join("extension");
    fs::create_dir_all(&nothing)?;
    let id = json!({ "gecko": { "id": "tandem@tandem.invalid" } });
    let manifest = json!({ "manifest_version": 3, "name": "Nothing", "version": "1.0",
        "browser_specific_settings": id });
    fs::write(nothing.join("manifest.json"), manifest.to_string())?;
    Ok(page)
}
