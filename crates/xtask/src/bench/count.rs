//! Instructions of the core's steps, counted by an interpreter: a busy machine does not change them,
//! so that they can be held. `instructions.json` has what is expected.

use std::{fs, path::PathBuf};

use anyhow::{Context, bail};
use serde_json::{Map, Value};

use super::{Measured, table::Table};
use crate::shell::{cargo, root};

/// How much more, or less, than expected is taken for the same, in percent. Less is told too, so that
/// what was won is kept.
const TOLERANCE: f64 = 5.0;

/// The steps' programs.
const STEPS: [&str; 3] = ["step_pages", "step_parse", "step_plan"];

fn expected_file() -> PathBuf {
    root().join("crates/gauge/instructions.json")
}

/// Counts, and fails where a step takes more than is expected.
pub(crate) fn check() -> anyhow::Result<()> {
    let measured = measure()?;
    eprintln!("{}", measured.text());
    let expected: Map<String, Value> = serde_json::from_slice(&fs::read(expected_file())?)?;
    let counted = measured.figures.as_object().context("no counts")?;
    let off: Vec<String> = expected
        .iter()
        .filter_map(|(step, expected)| off(step, expected.as_f64()?, counted.get(step)?.as_f64()?))
        .collect();
    if expected.keys().ne(counted.keys()) || !off.is_empty() {
        bail!(
            "{}\nif that is meant, write it to {}",
            off.join("\n"),
            expected_file().display()
        );
    }
    Ok(())
}

/// Says what is off, if it is.
fn off(step: &str, expected: f64, counted: f64) -> Option<String> {
    let percent = (counted / expected - 1.0) * 100.0;
    (percent.abs() > TOLERANCE).then(|| {
        format!("{step}: {counted:.0} instructions, {expected:.0} are expected: {percent:+.1} %")
    })
}

pub(super) fn measure() -> anyhow::Result<Measured> {
    let mut build = cargo()
        .args(["build", "--quiet", "--locked", "--profile", "ship"])
        .args(["--target", "wasm32-unknown-unknown", "-p", "tandem-gauge"]);
    for step in STEPS {
        build = build.args(["--bin", step]);
    }
    build
        .env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=-simd128")
        .run()?;
    let said = cargo()
        .args(["run", "--quiet", "--locked", "-p", "tandem-gauge"])
        .args(["--features", "count", "--bin", "count", "--"])
        .arg(root().join("target/wasm32-unknown-unknown/ship"))
        .read()?;
    let counted: Map<String, Value> = serde_json::from_str(&said)?;
    let mut table = Table::new(["step", "instructions"]);
    for (step, count) in counted.iter().filter(|(step, _)| *step != "pages") {
        table.add([step.clone(), count.to_string()]);
    }
    Ok(Measured {
        tables: vec![table],
        notes: Vec::new(),
        figures: Value::Object(counted.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_and_less_are_told() {
        assert_eq!(off("plan", 100.0, 104.0), None);
        assert!(off("plan", 100.0, 106.0).unwrap().contains("+6.0 %"));
        assert!(off("plan", 100.0, 90.0).unwrap().contains("-10.0 %"));
    }
}
