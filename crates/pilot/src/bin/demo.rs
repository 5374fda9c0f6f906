//! `cargo xtask demo`: the extension at work, with a person or without.

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser;
use tandem_pilot::{Browser, Options, Shop, copy_to_pos, wait_until};

/// Shows the extension at work in a browser, with both admins of the sandbox signed in.
#[derive(Parser)]
#[command(name = "cargo xtask demo")]
struct Cli {
    /// The unpacked extension; set by `cargo xtask demo`.
    #[arg(long, hide = true)]
    extension: PathBuf,
    /// Does the main job once without a window, and prints what came of it as one line of JSON.
    /// So it does where there is no display.
    #[arg(long)]
    headless: bool,
    /// Which browser: chromium or firefox.
    #[arg(long, default_value = "chromium")]
    browser: Browser,
    /// Writes a picture of each step into this folder.
    #[arg(long)]
    screenshots: Option<PathBuf>,
    /// Asks pages for their dark looks.
    #[arg(long)]
    dark: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match show(&cli) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cargo xtask demo: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the result is this program's output")]
fn show(cli: &Cli) -> anyhow::Result<bool> {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    let headless = cli.headless || !has_display;
    let options = Options {
        headless,
        dark: cli.dark,
        ..Options::new(cli.browser, &cli.extension)
    };
    let shop = Shop::open(&options, &tandem_sandbox::Options::default())?;
    if headless {
        let report = copy_to_pos(&shop, cli.screenshots.as_deref())?;
        println!("{}", serde_json::to_string(&report)?);
        return Ok(report.is_good());
    }
    println!(
        "Click the green Tandem tab at the right edge of the page, then \"Use these two stores\"."
    );
    println!("Then press \"Create … groups in POS\". Close the browser when you have seen enough.");
    const A_WORKING_DAY: Duration = Duration::from_secs(12 * 3600);
    wait_until("the browser is closed", A_WORKING_DAY, || {
        Ok(shop.driver.tabs().is_err())
    })?;
    Ok(true)
}
