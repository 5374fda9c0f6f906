//! `cargo xtask test`: the same for a newcomer and for CI. Every step is run even if one before it
//! failed, and the table at the end says where the time went.

use std::{process::ExitCode, time::Duration};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{
    bench, budget, clients,
    dist::{self, Flavour, Profile},
    lint, npm, setup,
    shell::{cargo, program},
};

type Step<'a> = (&'a str, Box<dyn Fn() -> anyhow::Result<()> + 'a>);

/// Runs everything; fails if anything failed.
pub(crate) fn all(browser: Option<&str>) -> anyhow::Result<ExitCode> {
    let mut steps = checks();
    steps.extend(builds());
    for name in ["chromium", "firefox"] {
        if browser.is_none_or(|only| only == name) {
            steps.push((name, Box::new(move || end_to_end(name))));
        }
    }
    steps.push(("twice", Box::new(|| dist::verify(Flavour::Shipped))));
    Ok(run(&steps))
}

fn checks<'a>() -> Vec<Step<'a>> {
    let clippy = |args: &'static [&'static str]| {
        move || {
            let clippy = cargo().args(["clippy", "--locked", "--quiet"]).args(args);
            clippy.args(["--", "-D", "warnings"]).run()
        }
    };
    vec![
        (
            "set-up",
            Box::new(|| {
                setup::wasm_target()?;
                setup::browsers()?;
                setup::python()?;
                setup::node()
            }),
        ),
        (
            "format",
            Box::new(|| cargo().args(["fmt", "--all", "--check"]).run()),
        ),
        (
            "clippy",
            Box::new(clippy(&["--workspace", "--all-targets", "--all-features"])),
        ),
        (
            "clippy wasm32",
            Box::new(clippy(&[
                "-p",
                "tandem",
                "-p",
                "tandem-twin",
                "--bins",
                "--target",
                "wasm32-unknown-unknown",
            ])),
        ),
        (
            "sandbox wasm32",
            Box::new(clippy(&[
                "-p",
                "tandem-sandbox",
                "--lib",
                "--target",
                "wasm32-unknown-unknown",
            ])),
        ),
        (
            "tests",
            Box::new(|| {
                cargo()
                    .args(["test", "--locked", "--quiet", "--workspace"])
                    .run()
            }),
        ),
        ("clients", Box::new(clients::all)),
        ("licences", Box::new(licences)),
        ("advisories", Box::new(advisories)),
    ]
}

/// What is known against the packages of the lock file. The database is on the network: where that is
/// not to be had, it is said and nothing is checked.
fn advisories() -> anyhow::Result<()> {
    setup::cargo_deny()?;
    if !program("cargo-deny").arg("fetch").succeeds() {
        eprintln!("advisories: the database cannot be reached; nothing was checked");
        return Ok(());
    }
    program("cargo-deny")
        .args(["--all-features", "check", "--disable-fetch"])
        .args(["--hide-inclusion-graph", "advisories"])
        .run()
}

fn licences() -> anyhow::Result<()> {
    setup::cargo_deny()?;
    program("cargo-deny")
        .args([
            "--all-features",
            "check",
            "--hide-inclusion-graph",
            "bans",
            "licenses",
            "sources",
        ])
        .run()
}

fn builds<'a>() -> Vec<Step<'a>> {
    vec![
        (
            "dist",
            Box::new(|| {
                dist::build(Flavour::Shipped, Profile::Ship).map(|package| package.print())
            }),
        ),
        // It is built by now: this only weighs it.
        (
            "bytes",
            Box::new(|| budget::check(&dist::build(Flavour::Shipped, Profile::Ship)?)),
        ),
        ("instructions", Box::new(bench::instructions)),
        ("web-ext", Box::new(lint::check)),
        (
            "dist sandbox",
            // As small as what ships, so that what the browsers try out is what ships.
            Box::new(|| dist::build(Flavour::Sandbox, Profile::Ship).map(drop)),
        ),
    ]
}

/// Times are measured when nothing else runs.
fn end_to_end(browser: &str) -> anyhow::Result<()> {
    // Three on two cores: much of a test is waiting.
    let most = ["--skip", "paint::", "--test-threads", "3"];
    end_to_end_of(browser, &most)?;
    demo(browser)?;
    end_to_end_of(browser, &["paint::", "--nocapture", "--test-threads", "1"])
}

/// The command as the README gives it: one line of JSON on standard output, and nothing else there.
fn demo(browser: &str) -> anyhow::Result<()> {
    let printed = cargo()
        .args(["xtask", "demo", "--headless", "--browser", browser])
        .arg("--extension")
        .arg(Flavour::Sandbox.folder())
        .read()?;
    let report: Value = serde_json::from_str(&printed).context("the demo's line")?;
    let is_so = |key: &str, value: Value| report.get(key) == Some(&value);
    if !(is_so("byte_exact", json!(true)) && is_so("second_run_writes", json!(0))) {
        bail!("the demo says {printed}");
    }
    eprintln!("{printed}");
    Ok(())
}

fn end_to_end_of(browser: &str, which: &[&str]) -> anyhow::Result<()> {
    cargo()
        .args([
            "test",
            "--locked",
            "-p",
            "tandem",
            "--features",
            "e2e",
            "--test",
            "e2e",
        ])
        .arg("--")
        .args(which)
        .env("TANDEM_EXTENSION", Flavour::Sandbox.folder())
        .env("TANDEM_AXE", npm::axe()?)
        .env("TANDEM_BROWSER", browser)
        .run()
}

#[expect(clippy::print_stdout, reason = "the result is this command's output")]
fn run(steps: &[Step<'_>]) -> ExitCode {
    let mut rows = Vec::new();
    for (name, step) in steps {
        eprintln!("── {name}");
        let (outcome, took) = timed(step);
        if let Err(error) = &outcome {
            eprintln!("{name}: {error:#}");
        }
        rows.push((name, outcome.is_ok(), took));
    }
    for (name, is_ok, took) in &rows {
        println!(
            "{:<16} {:>6.1} s  {}",
            name,
            took.as_secs_f64(),
            if *is_ok { "ok" } else { "FAILED" }
        );
    }
    let failed = rows.iter().filter(|(_, is_ok, _)| !is_ok).count();
    println!("{} passed, {failed} failed", rows.len() - failed);
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a table of how long the steps took, natively"
)]
fn timed(step: impl Fn() -> anyhow::Result<()>) -> (anyhow::Result<()>, Duration) {
    let begun = std::time::Instant::now();
    (step(), begun.elapsed())
}
