//! `cargo xtask bench`: one command, one table, one machine. Bytes against their budgets, calls
//! against the least that the APIs allow, times natively and in both browsers beside the same job in
//! plain JavaScript, memory, growth. As text, as JSON and as a plot in `target/bench/`.

mod calls;
mod core;
mod count;
mod job;
mod plot;
mod stats;

use std::{fs, path::PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use crate::{
    budget,
    dist::{self, Flavour, Profile},
    shell::{cargo, root},
};

pub(crate) use count::check as instructions;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Bytes of the package, against the budgets.
    Bytes,
    /// Calls, and the time under the stores' limits.
    Calls,
    /// Instructions of the core, counted.
    Instructions,
    /// The whole job: natively, as wasm, and in plain JavaScript; and how it grows.
    Job,
    /// The core's own functions, one by one, and their memory.
    Core,
    /// The page: what the panel costs its host, against an empty frame.
    Page,
    /// A large shop in the panel: reading, scrolling, searching.
    Strain,
}

/// How much is measured.
#[derive(Args)]
pub(crate) struct Wanted {
    /// Only these parts.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// Also a million customers a side, and first syncs of 20,000: for hours, not for minutes.
    #[arg(long)]
    full: bool,
    /// Also scores who is who in a shop of this many people (100,000 pairs are 200,000).
    #[arg(long)]
    truth: Option<u32>,
}

/// A part's lines for a person, and its figures.
struct Measured {
    lines: Vec<String>,
    figures: Value,
}

/// Where everything goes.
fn folder() -> PathBuf {
    root().join("target/bench")
}

/// Measures, prints, and writes it all down.
#[expect(clippy::print_stdout, reason = "the table is the command's result")]
pub(crate) fn all(wanted: &Wanted) -> anyhow::Result<()> {
    fs::create_dir_all(folder())?;
    let parts = Part::value_variants().iter();
    let parts = parts.filter(|part| wanted.only.is_empty() || wanted.only.contains(part));
    let mut text = String::new();
    // What was measured before and is not measured now stays.
    let report = folder().join("bench.json");
    let mut figures = fs::read(&report)
        .ok()
        .and_then(|old| serde_json::from_slice::<Map<String, Value>>(&old).ok())
        .unwrap_or_default();
    for part in parts {
        let measured = measure(*part, wanted.full).with_context(|| format!("{part:?}"))?;
        let name = format!("{part:?}").to_lowercase();
        text.push_str(&format!("\n== {name}\n\n{}\n", measured.lines.join("\n")));
        println!("\n== {name}\n\n{}", measured.lines.join("\n"));
        figures.insert(name, measured.figures);
        fs::write(&report, serde_json::to_string_pretty(&figures)?)?;
    }
    fs::write(folder().join("bench.txt"), text)?;
    if let Some(drawn) = plot::growth(&Value::Object(figures)) {
        fs::write(folder().join("growth.svg"), drawn)?;
    }
    eprintln!("as JSON, text and a plot: {}", folder().display());
    wanted.truth.map_or(Ok(()), core::truth)
}

fn measure(part: Part, full: bool) -> anyhow::Result<Measured> {
    match part {
        Part::Bytes => bytes(),
        Part::Calls => calls::measure(full),
        Part::Instructions => count::measure(),
        Part::Job => job::measure(full),
        Part::Core => core::measure(),
        Part::Page => in_browsers("page", &[]),
        Part::Strain => in_browsers(
            "strain",
            if full {
                &[]
            } else {
                &["--customers", "115000"]
            },
        ),
    }
}

fn bytes() -> anyhow::Result<Measured> {
    let rows = budget::weigh(&dist::build(Flavour::Shipped, Profile::Ship)?)?;
    Ok(Measured {
        lines: budget::table(&rows),
        figures: rows.iter().map(budget::Row::json).collect(),
    })
}

/// Runs a program of the pilot in both browsers, over the extension as it ships.
fn in_browsers(program: &str, args: &[&str]) -> anyhow::Result<Measured> {
    dist::build(Flavour::Sandbox, Profile::Ship)?;
    let mut lines = Vec::new();
    let mut figures = Vec::new();
    for browser in ["chromium", "firefox"] {
        let said = pilot(program)
            .arg("--extension")
            .arg(Flavour::Sandbox.folder())
            .args(["--browser", browser])
            .args(args)
            .read_anyway()?;
        let (json, rest) = split(&said)?;
        lines.push(format!("{browser}:\n{}", flat(&json, "")));
        lines.extend(rest);
        figures.push(json!({ "browser": browser, "figures": json }));
    }
    Ok(Measured {
        lines,
        figures: Value::Array(figures),
    })
}

/// The JSON that a program printed first, and the lines behind it.
fn split(said: &str) -> anyhow::Result<(Value, Vec<String>)> {
    let mut all = serde_json::Deserializer::from_str(said).into_iter::<Value>();
    let first = all.next().context("nothing was measured")??;
    let rest = said.get(all.byte_offset()..).unwrap_or_default();
    let rest = rest.lines().filter(|line| !line.is_empty());
    Ok((first, rest.map(str::to_owned).collect()))
}

/// Figures as lines: a path and what stands there.
fn flat(of: &Value, path: &str) -> String {
    match of {
        Value::Object(members) => {
            let lines = members
                .iter()
                .map(|(name, value)| flat(value, &format!("{path} {name}")));
            lines.collect::<Vec<_>>().join("\n")
        }
        Value::Array(all) if all.iter().any(Value::is_object) => {
            let lines = all.iter().map(|value| flat(value, path));
            lines.collect::<Vec<_>>().join("\n")
        }
        _ => format!(" {path}: {of}"),
    }
}

/// A program of the pilot, built for speed.
fn pilot(program: &str) -> crate::shell::Program {
    let run = ["run", "--quiet", "--locked", "-p", "tandem-pilot", "--bin"];
    cargo().args(run).args([program, "--"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_apart_from_what_is_said_of_them() {
        let (figures, rest) = split("{\"a\": [1, 2]}\n\nMISSED: b\n").unwrap();
        assert_eq!(flat(&figures, ""), "  a: [1,2]");
        assert_eq!(rest, ["MISSED: b"]);
        assert!(split("").is_err());
    }
}
