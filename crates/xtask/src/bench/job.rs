//! The whole job (`crates/gauge`): natively, as wasm in both browsers, and the same in plain
//! JavaScript beside it. The slowest and the quickest of the rounds are the spread.

use std::{fs, path::PathBuf};

use anyhow::Context;
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use super::{Measured, folder, pilot, stats::Spread};
use crate::{
    setup,
    shell::{cargo, root},
};

/// How many people, and how many rounds of each.
const SIZES: [(u32, u32); 2] = [(10_000, 7), (100_000, 3)];
const FULL: (u32, u32) = (1_000_000, 3);

/// The steps of the job, in their order.
const STEPS: [&str; 4] = ["parse", "identity", "reconcile", "plan"];

pub(super) fn measure(full: bool) -> anyhow::Result<Measured> {
    setup::browsers()?;
    let page = page()?;
    let mut rows = Vec::new();
    let sizes = SIZES.into_iter().chain(full.then_some(FULL));
    for (people, rounds) in sizes {
        rows.extend(native(people, rounds)?);
        for browser in ["chromium", "firefox"] {
            rows.extend(browsed(browser, &page, people, rounds)?);
        }
    }
    let mut lines = vec![heading()];
    lines.extend(rows.iter().map(Row::line));
    lines.extend(ratios(&rows));
    Ok(Measured {
        lines,
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

    fn line(&self) -> String {
        let steps = self
            .steps
            .iter()
            .map(|step| format!("{:>9.1}", step.median));
        let bytes = self.bytes.map_or(String::new(), |bytes| {
            format!(
                "{:>8} MB {:>6} a customer",
                bytes / 1_000_000,
                bytes / self.people
            )
        });
        format!(
            "{:<16} {:>8} {} {}  {:>8.2} \u{b5}s {bytes}",
            self.place,
            self.people,
            steps.collect::<Vec<_>>().join(" "),
            self.whole,
            self.each()
        )
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

fn heading() -> String {
    let steps = STEPS.map(|step| format!("{step:>9}"));
    format!(
        "{:<16} {:>8} {} {:>16}  {:>11}",
        "milliseconds",
        "people",
        steps.join(" "),
        "whole",
        "a person"
    )
}

/// What stands to what, as the aims have it.
fn ratios(rows: &[Row]) -> Vec<String> {
    let of = |place: &str, people: u64| {
        rows.iter()
            .find(|row| row.place == place && row.people == people)
    };
    let mut lines = Vec::new();
    for native in rows.iter().filter(|row| row.place == "native") {
        for browser in ["chromium", "firefox"] {
            let (wasm, peer) = (format!("{browser} wasm"), format!("{browser} peer"));
            if let (Some(wasm), Some(peer)) = (of(&wasm, native.people), of(&peer, native.people)) {
                lines.push(against(browser, native, wasm, peer));
            }
        }
    }
    lines
}

#[expect(clippy::cast_precision_loss, reason = "bytes, far below 2^52")]
fn against(browser: &str, native: &Row, wasm: &Row, peer: &Row) -> String {
    let to_native = wasm.whole.median / native.whole.median;
    let to_peer = peer.whole.median / wasm.whole.median;
    let memory = match (wasm.bytes, peer.bytes) {
        (Some(wasm), Some(peer)) => {
            format!("{:.2} of its memory", wasm as f64 / peer.max(1) as f64)
        }
        _ => "its memory is not told".to_owned(),
    };
    format!(
        "{browser}, {} people: wasm takes {to_native:.2} times as long as native; the peer takes \
         {to_peer:.2} times as long as wasm, which has {memory}",
        native.people
    )
}

fn native(people: u32, rounds: u32) -> anyhow::Result<Vec<Row>> {
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
    Ok(vec![Row::of("native", &told, None)?])
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
    for file in ["index.html", "bench.js", "peer.js"] {
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
