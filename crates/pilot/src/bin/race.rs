//! One job in a browser, as wasm and in plain JavaScript: times and memory of both, and whether both
//! come to the same. `cargo xtask bench` runs it and has the page made.

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, ensure};
use clap::Parser;
use serde_json::{Map, Value, json};
use tandem_pilot::{Browser, Driver, Options, serve_folder, wait_until};

/// Runs the job in a browser.
#[derive(Parser)]
struct Cli {
    /// An unpacked extension; the browser is started with it, and it has no part in this.
    #[arg(long)]
    extension: PathBuf,
    /// The folder of the page.
    #[arg(long)]
    page: PathBuf,
    /// Which browser: chromium or firefox.
    #[arg(long)]
    browser: Browser,
    /// How many people; again for another size.
    #[arg(long)]
    people: Vec<u32>,
    /// How often.
    #[arg(long, default_value_t = 5)]
    rounds: u32,
}

/// The page's own names: Firefox shows a driver what the page did not make itself.
const OWN: &str = "const own = window.wrappedJSObject ?? window;";

/// How long all rounds of one size may take.
const PATIENCE: Duration = Duration::from_secs(1_800);

#[expect(clippy::print_stdout, reason = "a line of JSON for each size")]
fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let address = serve_folder(&cli.page)?;
    for people in &cli.people {
        let mut line = Map::new();
        line.insert("browser".to_owned(), json!(cli.browser.to_string()));
        line.insert("people".to_owned(), json!(people));
        for way in ["wasm", "peer"] {
            // A browser of its own, so that nobody inherits a heap.
            let driver = Driver::start(&Options::new(cli.browser, &cli.extension))?;
            let result = run(&driver, &address, way, *people, cli.rounds);
            line.insert(way.to_owned(), result.with_context(|| way.to_owned())?);
        }
        let outcomes = |way: &str| line.get(way).and_then(|way| way.get("outcomes")).cloned();
        let (ours, theirs) = (outcomes("wasm"), outcomes("peer"));
        ensure!(
            ours.is_some() && ours == theirs,
            "wasm: {ours:?}\npeer: {theirs:?}"
        );
        println!("{}", Value::Object(line));
    }
    Ok(())
}

fn run(
    driver: &Driver,
    address: &str,
    way: &str,
    people: u32,
    rounds: u32,
) -> anyhow::Result<Value> {
    driver.go(address)?;
    wait_until("the page", Duration::from_secs(20), || {
        let is_ready = driver.js(&format!("{OWN} return own.benchReady === true"), &json!([]))?;
        Ok(is_ready == json!(true))
    })?;
    let before = driver.page_memory()?;
    let begin = format!("{OWN} own.bench(...arguments)");
    driver.js(&begin, &json!([way, people, rounds]))?;
    let look = format!("{OWN} return own.benchResult ? JSON.stringify(own.benchResult) : null");
    let mut result = Value::Null;
    wait_until("all rounds", PATIENCE, || {
        let told = driver.js(&look, &json!([]))?;
        result = told
            .as_str()
            .map_or(Ok(Value::Null), serde_json::from_str)?;
        Ok(!result.is_null())
    })?;
    ensure!(result.get("error").is_none(), "{result}");
    let held = driver.page_memory()?.saturating_sub(before);
    let result = result.as_object_mut().context("no result")?;
    result.insert("page_bytes".to_owned(), json!(held));
    Ok(Value::Object(std::mem::take(result)))
}
