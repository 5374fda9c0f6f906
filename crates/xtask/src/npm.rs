//! What comes from npm: used in tests, never shipped. Each set is pinned with all that it needs in a
//! folder of `tests`, and installed below `target`.

use std::{fs, path::PathBuf};

use crate::{
    setup,
    shell::{program, root},
};

/// The rules of accessibility that the panel is held to, as one script.
pub(crate) fn axe() -> anyhow::Result<PathBuf> {
    installed("axe", "node_modules/axe-core/axe.min.js")
}

/// What pins a set.
const PINNED: [&str; 2] = ["package.json", "package-lock.json"];

/// A file of the set that `tests/{name}` pins, in a folder of its own; made anew when what is pinned
/// has changed.
pub(crate) fn installed(name: &str, file: &str) -> anyhow::Result<PathBuf> {
    let folder = root().join("target").join(name);
    let wanted = folder.join(file);
    let pinned = |file: &str| fs::read(root().join("tests").join(name).join(file));
    let is_same = |file: &&str| {
        let there = fs::read(folder.join(file)).ok();
        there.is_some() && there == pinned(file).ok()
    };
    if wanted.exists() && PINNED.iter().all(is_same) {
        return Ok(wanted);
    }
    setup::node()?;
    eprintln!("installing what tests/{name} pins");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder)?;
    for file in PINNED {
        fs::write(folder.join(file), pinned(file)?)?;
    }
    let installed = program("npm")
        .within(&folder)
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
        ])
        .run();
    if installed.is_err() {
        // Half an installation is none.
        fs::remove_dir_all(&folder)?;
    }
    installed.map(|()| wanted)
}
