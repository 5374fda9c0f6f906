//! `cargo xtask strain`: the panel over a large shop, in a real browser. How long reading takes,
//! whether the list scrolls without a stall, how quickly the search answers, and how much memory the
//! wasm takes. Fails where a bound is missed.

mod list;

use std::{
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Context;
use clap::Parser;
use serde::Serialize;
use serde_json::{Value, json};
use tandem_pilot::{Browser, Driver, Options, Shop, wait_until};

use list::{QUICK_MS, SPEEDS, Scrolling, Searching, WORDS, scroll, search};

/// Measures the panel over a large shop.
#[derive(Parser)]
#[command(name = "cargo xtask strain")]
struct Cli {
    /// The unpacked extension; set by `cargo xtask strain`.
    #[arg(long, hide = true)]
    extension: PathBuf,
    /// Which browser: chromium or firefox.
    #[arg(long, default_value = "chromium")]
    browser: Browser,
    /// How many people the shop knows. As it is, POS has 109,250 records of them and eCom 100,628.
    #[arg(long, default_value_t = 115_000)]
    customers: u32,
}

/// The least share of frames, in percent, that has to be quick.
const QUICK_FRAMES: f64 = 95.0;

/// How long a search may take, in milliseconds, from the key to the frame that shows what it found.
const SEARCH_MS: f64 = 100.0;

/// How much memory the wasm of the background and that of the panel may take, in MB.
const MOST_MB: f64 = 128.0;

/// The same with a run over everybody, planned, begun, and paused, in MB.
const MOST_MB_OF_A_RUN: f64 = 192.0;

/// How long a reading may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(900);

/// How often it is looked how much memory the background has meanwhile.
const GLANCE: Duration = Duration::from_secs(1);

/// What was measured.
#[derive(Debug, Serialize)]
struct Figures {
    browser: String,
    people: u32,
    listed: u32,
    reading: Reading,
    scrolling: Vec<Scrolling>,
    searching: Vec<Searching>,
    reopening: Reopening,
    running: Running,
    panel_mb: f64,
}

#[derive(Debug, Serialize)]
struct Reading {
    seconds: f64,
    calls_of_pos: usize,
    calls_of_ecom: usize,
    /// The most that the background's wasm had, in each of its lives: it never gives any back.
    peak_mb: f64,
    /// After scrolling and searching.
    used_mb: f64,
}

/// A run over everybody, begun and then paused: what it takes is planned and looked at as a whole,
/// and the stores' limits would have it write for hours.
#[derive(Debug, Serialize)]
struct Running {
    /// From the click on the button that syncs to the preview.
    preview_seconds: f64,
    changes: u32,
    /// The most that the background's wasm had.
    background_mb: f64,
    /// After the background was ended, with the run paused.
    reopening: Reopening,
}

/// The panel opened again over a background that was ended, out of the vault.
#[derive(Debug, Serialize)]
struct Reopening {
    seconds: f64,
    background_mb: f64,
}

#[expect(clippy::print_stdout, reason = "figures for a person")]
fn main() -> anyhow::Result<ExitCode> {
    let cli = Cli::parse();
    let options = Options::new(cli.browser, &cli.extension);
    let sandbox = tandem_sandbox::Options {
        customers: cli.customers,
        ..tandem_sandbox::Options::default()
    };
    let shop = Shop::open(&options, &sandbox)?;
    let figures = measure(&shop, &cli)?;
    println!("{}", serde_json::to_string_pretty(&figures)?);
    let missed = figures.missed();
    for bound in &missed {
        println!("MISSED: {bound}");
    }
    Ok(if missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Figures {
    /// The bounds that were missed, in words.
    fn missed(&self) -> Vec<String> {
        let mut missed = Vec::new();
        for one in &self.scrolling {
            if one.quick_percent < QUICK_FRAMES {
                let (percent, pixels) = (one.quick_percent, one.pixels_a_frame);
                missed.push(format!(
                    "{percent:.1} % of frames under {QUICK_MS} ms at {pixels} pixels a frame, not {QUICK_FRAMES} %"
                ));
            }
        }
        for one in &self.searching {
            if one.median_ms >= SEARCH_MS {
                let (words, ms) = (one.words, one.median_ms);
                missed.push(format!("{words:?} takes {ms:.0} ms, not {SEARCH_MS} ms"));
            }
        }
        let run = &self.running;
        for (what, mb, most) in [
            ("while reading", self.reading.peak_mb, MOST_MB),
            ("after use", self.reading.used_mb, MOST_MB),
            ("opened again", self.reopening.background_mb, MOST_MB),
            ("of a run", run.background_mb, MOST_MB_OF_A_RUN),
            (
                "opened again with a run",
                run.reopening.background_mb,
                MOST_MB_OF_A_RUN,
            ),
            ("of the panel", self.panel_mb, MOST_MB),
        ] {
            if mb >= most {
                missed.push(format!("{mb:.1} MB of wasm {what}, not {most} MB"));
            }
        }
        missed
    }
}

fn measure(shop: &Shop, cli: &Cli) -> anyhow::Result<Figures> {
    shop.open_and_choose()?;
    let mut reading = read(shop)?;
    let driver = &shop.driver;
    let listed = look(
        driver,
        "return +document.querySelector('[role=grid]').ariaRowCount",
    )?;
    let scrolling = SPEEDS.map(|pixels| scroll(driver, pixels));
    let scrolling = scrolling.into_iter().collect::<anyhow::Result<_>>()?;
    let searching = WORDS.map(|words| search(driver, words));
    let searching = searching.into_iter().collect::<anyhow::Result<_>>()?;
    reading.used_mb = background_mb(driver)?.context("the background does not run")?;
    let panel_mb = mb(driver.panel_memory()?);
    let reopening = reopen(shop)?;
    Ok(Figures {
        browser: cli.browser.to_string(),
        people: cli.customers,
        listed,
        reading,
        scrolling,
        searching,
        reopening,
        running: run(shop)?,
        panel_mb,
    })
}

/// Reads both stores, and looks at the background's memory all the while.
#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
fn read(shop: &Shop) -> anyhow::Result<Reading> {
    let driver = &shop.driver;
    driver.press("tab", "Customers")?;
    shop.control.clear_log()?;
    // What goes wrong while something is waited for is only told at the end.
    background_mb(driver)?.context("the background does not run")?;
    driver.press("button", "Read customers")?;
    let begun = Instant::now();
    let (mut looked, mut peak_mb) = (begun, 0_f64);
    wait_until("the list of customers", PATIENCE, || {
        if looked.elapsed() > GLANCE {
            peak_mb = peak_mb.max(background_mb(driver)?.unwrap_or_default());
            looked = Instant::now();
        }
        let list = driver.look_for("[role=grid][aria-busy=false]")?;
        Ok(list.is_some())
    })
    .with_context(|| format!("on the screen: {}", driver.screen_text()))?;
    let seconds = begun.elapsed().as_secs_f64();
    let calls = shop.calls()?;
    Ok(Reading {
        seconds,
        calls_of_pos: calls.pos,
        calls_of_ecom: calls.ecom,
        peak_mb: peak_mb.max(background_mb(driver)?.unwrap_or_default()),
        used_mb: 0.0,
    })
}

/// Plans everything that there is to write, and begins to write it.
#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
fn run(shop: &Shop) -> anyhow::Result<Running> {
    let begun = Instant::now();
    let changes = shop.preview_all()?.context("there is nothing to write")?;
    let preview_seconds = begun.elapsed().as_secs_f64();
    shop.control.clear_log()?;
    shop.begin_to_write()?;
    wait_until("something is written", PATIENCE, || {
        let log = shop.control.log()?;
        Ok(log.iter().any(|call| call["method"] != json!("GET")))
    })
    .with_context(|| format!("on the screen: {}", shop.driver.screen_text()))?;
    shop.driver.press("button", "Pause")?;
    shop.wait_for_sync()?;
    let background_mb = background_mb(&shop.driver)?.context("the background does not run")?;
    Ok(Running {
        preview_seconds,
        changes,
        background_mb,
        reopening: reopen(shop)?,
    })
}

/// Ends the background, and opens the panel anew.
#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
fn reopen(shop: &Shop) -> anyhow::Result<Reopening> {
    let driver = &shop.driver;
    driver.leave_frame()?;
    let page = driver.url()?;
    driver.go("about:blank")?;
    driver.kill_background()?;
    driver.go(&page)?;
    let begun = Instant::now();
    driver.open_panel()?;
    driver.press("tab", "Customers")?;
    wait_until("the list of customers", PATIENCE, || {
        let list = driver.look_for("[role=grid][aria-busy=false]")?;
        Ok(list.is_some())
    })
    .with_context(|| format!("on the screen: {}", driver.screen_text()))?;
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Reopening {
        seconds,
        background_mb: background_mb(driver)?.context("the background does not run")?,
    })
}

fn look(driver: &Driver, script: &str) -> anyhow::Result<u32> {
    let told: Value = driver.js(script, &json!([]))?;
    Ok(serde_json::from_value(told)?)
}

fn background_mb(driver: &Driver) -> anyhow::Result<Option<f64>> {
    Ok(driver.background_memory()?.map(mb))
}

/// Bytes in MB of a million, to the tenth.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52 bytes")]
fn mb(bytes: u64) -> f64 {
    (bytes as f64 / 1e5).round() / 10.0
}
