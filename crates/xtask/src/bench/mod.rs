//! `cargo xtask bench`: one command, one table, one machine. Bytes against their budgets, calls
//! against the least that the APIs allow, times natively and in both browsers beside the same job in
//! plain JavaScript, memory, growth. As text, as JSON and as a plot in `target/bench/`.

mod calls;
mod core;
mod count;
mod host;
mod job;
mod page;
mod plot;
mod stats;
mod table;

use std::{fs, path::PathBuf, time::Instant};

use anyhow::Context;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use crate::{
    budget,
    dist::{self, Flavour, Profile},
    shell::{cargo, root},
};

pub(crate) use count::check as instructions;
use table::Table;

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
    /// Also a million customers a side in the browsers, and the panel over the largest shop.
    #[arg(long)]
    full: bool,
    /// The job for so many people alone, in place of the usual sizes.
    #[arg(long)]
    people: Option<u32>,
    /// Also scores who is who in a shop of this many people (100,000 pairs are 200,000).
    #[arg(long)]
    truth: Option<u32>,
}

/// A part's tables and what is said beside them, and its figures.
struct Measured {
    tables: Vec<Table>,
    notes: Vec<String>,
    figures: Value,
}

impl Measured {
    /// For a person at a terminal.
    fn text(&self) -> String {
        self.told(Table::text)
    }

    /// For the documentation.
    fn markdown(&self) -> String {
        self.told(Table::markdown)
    }

    fn told(&self, of: fn(&Table) -> Vec<String>) -> String {
        let tables = self.tables.iter().map(|table| of(table).join("\n"));
        let notes = Some(self.notes.join("\n\n")).filter(|notes| !notes.is_empty());
        tables.chain(notes).collect::<Vec<_>>().join("\n\n")
    }
}

/// Where everything goes.
fn folder() -> PathBuf {
    root().join("target/bench")
}

/// Measures, prints, and writes it all down.
#[expect(clippy::print_stdout, reason = "the table is the command's result")]
#[expect(clippy::disallowed_methods, reason = "how long each part took")]
pub(crate) fn all(wanted: &Wanted) -> anyhow::Result<()> {
    fs::create_dir_all(folder())?;
    let parts = Part::value_variants().iter();
    let parts = parts.filter(|part| wanted.only.is_empty() || wanted.only.contains(part));
    // What was measured before and is not measured now stays.
    let report = folder().join("bench.json");
    let mut figures = fs::read(&report)
        .ok()
        .and_then(|old| serde_json::from_slice::<Map<String, Value>>(&old).ok())
        .unwrap_or_default();
    let host = host::facts();
    println!("{host}");
    let (mut text, mut markdown) = (format!("{host}\n"), format!("{host}\n"));
    let mut took = Table::new(["part", "seconds", "load before"]);
    for part in parts {
        let (begun, load) = (Instant::now(), host::load());
        let measured = measure(*part, wanted).with_context(|| format!("{part:?}"))?;
        let name = format!("{part:?}").to_lowercase();
        let told = measured.text();
        println!("\n== {name}\n\n{told}");
        text.push_str(&format!("\n== {name}\n\n{told}\n"));
        markdown.push_str(&format!("\n## {name}\n\n{}\n", measured.markdown()));
        let seconds = begun.elapsed().as_secs();
        took.add([name.clone(), seconds.to_string(), load.clone()]);
        let told = json!({ "figures": measured.figures, "seconds": seconds, "load": load });
        figures.insert(name, told);
        fs::write(&report, serde_json::to_string_pretty(&figures)?)?;
    }
    println!("\n{}", took.text().join("\n"));
    markdown.push_str(&format!("\n{}\n", took.markdown().join("\n")));
    fs::write(folder().join("bench.txt"), text)?;
    fs::write(folder().join("bench.md"), markdown)?;
    if let Some(drawn) = plot::growth(&Value::Object(figures)) {
        fs::write(folder().join("growth.svg"), drawn)?;
    }
    eprintln!("as JSON, text, Markdown and a plot: {}", folder().display());
    wanted.truth.map_or(Ok(()), core::truth)
}

fn measure(part: Part, wanted: &Wanted) -> anyhow::Result<Measured> {
    match part {
        Part::Bytes => bytes(),
        Part::Calls => calls::measure(),
        Part::Instructions => count::measure(),
        Part::Job => job::measure(wanted),
        Part::Core => core::measure(),
        Part::Page => page::page(),
        Part::Strain => page::strain(wanted.full),
    }
}

fn bytes() -> anyhow::Result<Measured> {
    let rows = budget::weigh(&dist::build(Flavour::Shipped, Profile::Ship)?)?;
    let mut table = Table::new(["bytes", "raw", "gzip", "brotli", "budget"]);
    for row in &rows {
        table.add(row.cells());
    }
    Ok(Measured {
        tables: vec![table],
        notes: Vec::new(),
        figures: rows.iter().map(budget::Row::json).collect(),
    })
}

/// A program of the pilot, built for speed.
fn pilot(program: &str) -> crate::shell::Program {
    let run = ["run", "--quiet", "--locked", "-p", "tandem-pilot", "--bin"];
    cargo().args(run).args([program, "--"])
}
