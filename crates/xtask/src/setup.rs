//! What this machine needs, installed where that is possible and named where it is not. Quick when
//! everything is there.

use std::path::Path;

use anyhow::bail;

use crate::shell::{cargo, program};

const WASM: &str = "wasm32-unknown-unknown";

/// The version that was tried with Debian's Firefox ESR.
const GECKODRIVER: &str = "0.37.1";

/// Programs and the Debian packages that have them.
const PACKAGES: [(&str, &str); 3] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
];

/// The target that the extension is built for.
pub(crate) fn wasm_target() -> anyhow::Result<()> {
    let sysroot = program("rustc").args(["--print", "sysroot"]).read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).exists() {
        return Ok(());
    }
    eprintln!("installing the target {WASM}");
    if program("rustup")
        .args(["target", "add", WASM])
        .run()
        .is_err()
    {
        bail!("install the Rust target {WASM} (rustup target add {WASM}) and try again");
    }
    Ok(())
}

/// Both browsers and their drivers.
pub(crate) fn browsers() -> anyhow::Result<()> {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(name, _)| !is_there(name))
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        apt_install(&missing)?;
    }
    if !is_there("geckodriver") {
        eprintln!("installing geckodriver {GECKODRIVER}");
        cargo()
            .args([
                "install",
                "--locked",
                "--quiet",
                "--version",
                GECKODRIVER,
                "geckodriver",
            ])
            .run()?;
    }
    Ok(())
}

/// A Python that can make a folder of its own for packages.
pub(crate) fn python() -> anyhow::Result<()> {
    let can = || {
        program("python3")
            .args(["-c", "import ensurepip, venv"])
            .succeeds()
    };
    if can() {
        return Ok(());
    }
    apt_install(&["python3", "python3-venv"])
}

/// Node with its npm, for what Mozilla checks of an add-on.
pub(crate) fn node() -> anyhow::Result<()> {
    if is_there("node") && is_there("npm") {
        return Ok(());
    }
    apt_install(&["nodejs", "npm"])
}

/// The checker of licences and sources.
pub(crate) fn cargo_deny() -> anyhow::Result<()> {
    if is_there("cargo-deny") {
        return Ok(());
    }
    eprintln!("installing cargo-deny");
    cargo()
        .args(["install", "--locked", "--quiet", "cargo-deny"])
        .run()
}

fn is_there(name: &str) -> bool {
    program(name).arg("--version").succeeds()
}

fn apt_install(packages: &[&str]) -> anyhow::Result<()> {
    let is_root = program("id").arg("-u").read().is_ok_and(|id| id == "0");
    if !is_root || !is_there("apt-get") {
        bail!(
            "install these and try again: {} (Debian and Ubuntu: sudo apt-get install {})",
            packages.join(", "),
            packages.join(" ")
        );
    }
    eprintln!("installing {}", packages.join(", "));
    program("apt-get").args(["-qq", "update"]).run()?;
    program("apt-get")
        .args(["-qq", "-y", "install"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}
