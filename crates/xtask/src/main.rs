//! `cargo xtask`: everything that is done to Tandem from the outside. What a person does inside the
//! extension is in `tandem_pilot`, so that this builds quickly on a new machine.

mod bench;
mod budget;
mod clients;
mod dist;
mod lint;
mod npm;
mod pack;
mod page;
mod setup;
mod shell;
mod test;

use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::dist::Profile;

/// Builds, tests and shows Tandem.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the extension: dist/tandem/ unpacked, and dist/tandem-VERSION.zip.
    Dist {
        /// Builds dist/tandem-sandbox/ instead, which also reaches the local sandbox.
        #[arg(long)]
        sandbox: bool,
        /// Builds quickly instead of small, to try something out; the sandbox's flavour always is,
        /// unless `--ship` is given.
        #[arg(long)]
        quick: bool,
        /// Builds the sandbox's flavour as small as the one that ships.
        #[arg(long, conflicts_with = "quick")]
        ship: bool,
        /// Builds a second time, from a copy at another path, and compares byte for byte.
        #[arg(long)]
        verify: bool,
    },
    /// Makes the page that Trunk built a rehearsal, with all that it loads: the hook in Trunk.toml.
    Page,
    /// Starts the imitation of both stores; `cargo xtask sandbox --help` explains it.
    #[command(disable_help_flag = true)]
    Sandbox {
        /// Passed on.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Shows the extension at work in a browser, with both admins signed in.
    #[command(disable_help_flag = true)]
    Demo {
        /// Passed on: --headless, --browser chromium|firefox, --screenshots DIR.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Takes a picture of every view and state of the real panel, and those of the README among them.
    #[command(disable_help_flag = true)]
    Screenshots {
        /// Passed on: --browser chromium|firefox, --folder DIR, --kept DIR, --language TAG, --store.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Measures the panel over a large shop, in a real browser.
    #[command(disable_help_flag = true)]
    Strain {
        /// Passed on: --browser chromium|firefox, --customers N.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Everything that has to pass, in both browsers.
    Test {
        /// Only this browser.
        #[arg(long, value_parser = ["chromium", "firefox"])]
        browser: Option<String>,
    },
    /// Runs API clients that others published against the sandbox; a part of `test`.
    Clients,
    /// Measures everything: bytes, calls, instructions, times beside plain JavaScript, memory, the
    /// page; one table, and JSON and a plot in target/bench/.
    Bench(bench::Wanted),
    /// Gives every decoder of foreign input what an enemy would write, for as long as it is told.
    Fuzz {
        /// How long each target runs.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
        /// Only this one: pos, ecom, batch, messages, archive, journals, settings.
        #[arg(long)]
        target: Option<String>,
        /// The same seed gives the same inputs.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Installs what is missing on this machine, or says what to install.
    Setup,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Dist {
            sandbox,
            quick,
            ship,
            verify,
        } => {
            let profile = if quick || (sandbox && !ship) {
                Profile::Quick
            } else {
                Profile::Ship
            };
            make(sandbox, profile, verify)?;
        }
        Command::Page => {
            setup::wasm_target()?;
            let folder = std::env::var_os("TRUNK_STAGING_DIR");
            let folder = folder.context("Trunk sets TRUNK_STAGING_DIR; nobody did")?;
            dist::build_page(folder.as_ref())?;
        }
        Command::Sandbox { args } => shell::cargo()
            .args([
                "run",
                "--quiet",
                "--locked",
                "-p",
                "tandem-sandbox",
                "--features",
                "server",
                "--",
            ])
            .args(args)
            .show()?,
        Command::Demo { args } => at_a_browser("demo", &args)?,
        Command::Screenshots { args } => at_a_browser("screenshots", &args)?,
        Command::Strain { args } => at_a_browser("strain", &args)?,
        Command::Test { browser } => return test::all(browser.as_deref()),
        Command::Clients => clients::all()?,
        Command::Bench(wanted) => bench::all(&wanted)?,
        Command::Fuzz {
            seconds,
            target,
            seed,
        } => fuzz(seconds, target.as_deref(), seed)?,
        Command::Setup => {
            setup::wasm_target()?;
            setup::browsers()?;
            setup::python()?;
            setup::node()?;
            setup::cargo_deny()?;
            npm::axe()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds the extension, says what is in it, and weighs it where it is what ships.
fn make(sandbox: bool, profile: Profile, verify: bool) -> anyhow::Result<()> {
    setup::wasm_target()?;
    let flavour = if sandbox {
        dist::Flavour::Sandbox
    } else {
        dist::Flavour::Shipped
    };
    let package = dist::build(flavour, profile)?;
    package.print();
    if profile == Profile::Ship {
        budget::check(&package)?;
    }
    if verify {
        dist::verify(flavour)?;
    }
    Ok(())
}

/// Runs the targets of `tests/fuzz` for longer than the tests do, with the checks of a debug build.
fn fuzz(seconds: u64, target: Option<&str>, seed: u64) -> anyhow::Result<()> {
    let mut run = shell::cargo()
        .args(["test", "--locked", "--quiet", "-p", "tandem"])
        .args(["--test", "fuzz", "--", "--exact", "long", "--nocapture"])
        .env("TANDEM_FUZZ_SECONDS", seconds.to_string())
        .env("TANDEM_FUZZ_SEED", seed.to_string());
    if let Some(target) = target {
        run = run.env("TANDEM_FUZZ_TARGET", target);
    }
    run.run()
}

/// Builds what is needed and runs one of the pilot's programs.
fn at_a_browser(program: &str, args: &[String]) -> anyhow::Result<()> {
    setup::wasm_target()?;
    setup::browsers()?;
    let mut args = args.to_vec();
    if !args.iter().any(|arg| arg == "--extension") {
        let flavour = dist::Flavour::Sandbox;
        dist::build(flavour, Profile::Quick)?;
        let folder = flavour.folder().display().to_string();
        args.extend(["--extension".to_owned(), folder]);
    }
    shell::cargo()
        .args([
            "run",
            "--quiet",
            "--locked",
            "-p",
            "tandem-pilot",
            "--bin",
            program,
            "--",
        ])
        .args(args)
        .show()
}
