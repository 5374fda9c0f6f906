//! `cargo xtask strain`: the panel over a large shop. How long reading takes, whether the list scrolls
//! without a stall, and how quickly the search answers.

use std::{path::PathBuf, time::Instant};

use clap::Parser;
use serde::Serialize;
use serde_json::json;
use tandem_pilot::{Browser, Driver, Options, Shop};

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
    /// How many people the shop knows; of 100 each store has 73 to 81.
    #[arg(long, default_value_t = 125_000)]
    customers: u32,
}

/// What was measured.
#[derive(Debug, Serialize)]
struct Figures {
    browser: String,
    customers: u32,
    reading_seconds: f64,
    opening_seconds: f64,
    frames: usize,
    frames_under_20_ms_percent: f64,
    slowest_frame_ms: f64,
    search_ms: Vec<f64>,
}

/// What somebody looks for: a letter, the beginning of a name, two words, an email, a number, nobody.
const WORDS: [&str; 8] = [
    "a",
    "ma",
    "mar",
    "quist",
    "mar qu",
    "example.org",
    "4479",
    "zzzz",
];

#[expect(clippy::print_stdout, reason = "a table for a person")]
fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let options = Options::new(cli.browser, &cli.extension);
    let sandbox = tandem_sandbox::Options {
        customers: cli.customers,
        ..tandem_sandbox::Options::default()
    };
    let shop = Shop::open(&options, &sandbox)?;
    let figures = measure(&shop, &cli)?;
    println!("{}", serde_json::to_string_pretty(&figures)?);
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
fn measure(shop: &Shop, cli: &Cli) -> anyhow::Result<Figures> {
    shop.open_and_choose()?;
    let begun = Instant::now();
    shop.read_customers()?;
    let reading_seconds = begun.elapsed().as_secs_f64();
    let frames = scroll(&shop.driver)?;
    let quick = frames.iter().filter(|frame| **frame < 20.0).count();
    let search_ms = WORDS
        .iter()
        .map(|words| search(&shop.driver, words))
        .collect::<anyhow::Result<_>>()?;
    shop.driver.kill_background()?;
    let begun = Instant::now();
    shop.driver.press("button", "Check again")?;
    shop.read_is_open()?;
    let opening_seconds = begun.elapsed().as_secs_f64();
    Ok(Figures {
        browser: cli.browser.to_string(),
        customers: cli.customers,
        reading_seconds,
        opening_seconds,
        frames: frames.len(),
        frames_under_20_ms_percent: 100.0 * share(quick, frames.len()),
        slowest_frame_ms: frames.iter().copied().fold(0.0, f64::max),
        search_ms,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred frames")]
fn share(of: usize, all: usize) -> f64 {
    of as f64 / all.max(1) as f64
}

/// Scrolls 600 frames long, by more than a window of the list each second, and far leaps between.
fn scroll(driver: &Driver) -> anyhow::Result<Vec<f64>> {
    let script = "const done = arguments[0], grid = document.querySelector('[role=grid]');
        const frames = []; let last = 0, top = 0;
        const step = now => {
          if (last) frames.push(now - last);
          last = now;
          top += frames.length % 100 === 99 ? 1e6 : 240;
          grid.scrollTop = top;
          frames.length < 600 ? requestAnimationFrame(step) : done(frames);
        };
        requestAnimationFrame(step)";
    Ok(serde_json::from_value(
        driver.js_async(script, &json!([]))?,
    )?)
}

/// Types words into the search, and says how many milliseconds later the list shows what was found.
fn search(driver: &Driver, words: &str) -> anyhow::Result<f64> {
    let script = "const [words, done] = arguments, grid = document.querySelector('[role=grid]');
        const field = document.querySelector('input[type=search]');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
        set.call(field, words);
        const begun = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const look = () => grid.getAttribute('aria-busy') === 'false'
          ? done(performance.now() - begun) : setTimeout(look, 1);
        setTimeout(look, 1)";
    let took = driver.js_async(script, &json!([words]))?;
    Ok(took.as_f64().unwrap_or(f64::NAN))
}
