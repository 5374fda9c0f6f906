//! The rules of `ARCHITECTURE.md` and `CONTRIBUTING.md` that no compiler holds. They read the source
//! as text; nothing is built here, so that they stay quick. Each failure says what to do.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the helpers of a test fail as tests do"
)]

#[path = "tidy/depends.rs"]
mod depends;
#[path = "tidy/manifest.rs"]
mod manifest;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/store.rs"]
mod store;
#[path = "tidy/threats.rs"]
mod threats;
#[path = "tidy/words.rs"]
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

/// Folders that hold no source.
const NOT_SOURCE: &str = "target dist .git node_modules";

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("two folders up").to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Paths (from the root, with `/`) and texts of all files below `folder` with one of these endings.
fn files(folder: &str, endings: &str) -> Vec<(String, String)> {
    let root = root();
    let name = |path: &Path| {
        let path = path.strip_prefix(&root).expect("below the root");
        path.to_string_lossy().replace('\\', "/")
    };
    let is_wanted = |path: &Path| {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        endings.split(' ').any(|wanted| wanted == ending)
    };
    WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !list(NOT_SOURCE).contains(&name(entry.path()).as_str()))
        .map(|entry| entry.expect("a readable folder").into_path())
        .filter(|path| is_wanted(path))
        .map(|path| (name(&path), read(&name(&path))))
        .collect()
}

/// The words of a list that is written as one text, so that it stays readable when it is long.
fn list(words: &'static str) -> Vec<&'static str> {
    words.split_whitespace().collect()
}

/// The part of a file that is not its inline test module.
fn without_tests(text: &str) -> &str {
    let tests = text.find("#[cfg(test)]\nmod ");
    tests.and_then(|at| text.get(..at)).unwrap_or(text)
}

/// Fails with what to do, and one line per breach.
fn none_of(what_to_do: &str, breaches: &[String]) {
    let lines = breaches.join("\n  ");
    assert!(breaches.is_empty(), "{what_to_do}:\n  {lines}");
}
