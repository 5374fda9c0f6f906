//! What every text says, and what none does.

use super::{files, none_of, read, root};

/// Texts that people read.
const TEXTS: &str = "rs js py css html ftl md toml";

#[test]
fn every_file_says_whose_room_it_is() {
    let mut silent = Vec::new();
    for (ending, opening) in [("rs", "//! "), ("py", "\"\"\"")] {
        let all = files("", ending).into_iter();
        let here = all.filter(|(_, text)| !text.starts_with(opening));
        silent.extend(here.map(|(path, _)| format!("{path}: {opening}")));
    }
    none_of("open each so, and say whose room it is", &silent);
}

#[test]
fn nothing_is_left_half_done() {
    // In two parts, so that this file does not find itself.
    let words = [
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X:"),
        ("#[ign", "ore"),
        ("#[should_", "panic"),
        ("for n", "ow,"),
        ("for n", "ow."),
    ];
    let words = words.map(|(one, two)| format!("{one}{two}"));
    let mut found = Vec::new();
    for (path, text) in files("", TEXTS) {
        let here = words.iter().filter(|word| text.contains(word.as_str()));
        found.extend(here.map(|word| format!("{path}: {word}")));
    }
    none_of("finish these or leave them out", &found);
}

#[test]
fn tests_wait_for_states() {
    let word = concat!("sle", "ep(");
    // Each with its reason.
    let may = [
        "crates/pilot/src/wait.rs", // looks at the screen again after a glance
        "crates/sandbox/src/server/connection.rs", // is slow when it was asked to be
        "src/browser/clock.rs",     // the engine's clock
    ];
    let sleepers = files("", "rs py")
        .into_iter()
        .filter(|(path, text)| text.contains(word) && !may.contains(&path.as_str()));
    let sleepers: Vec<String> = sleepers.map(|(path, _)| path).collect();
    none_of("wait for a state, with a deadline", &sleepers);
}

#[test]
fn documents_name_files_that_are_there() {
    let roots = [
        "crates/",
        "src/",
        "tests/",
        "extension/",
        "static/",
        "docs/",
        ".ci/",
    ];
    let mut gone = Vec::new();
    for (path, text) in files("", "md") {
        let words = text.split(|c: char| !(c.is_alphanumeric() || "/_-.".contains(c)));
        let named = words
            .map(|word| word.trim_end_matches('.'))
            .filter(|word| roots.iter().any(|root| word.starts_with(root)))
            .filter(|word| !root().join(word).exists());
        gone.extend(named.map(|word| format!("{path}: {word}")));
    }
    gone.dedup();
    none_of("a reader would look for these in vain", &gone);
}

#[test]
fn changelog_has_room_for_what_comes() {
    let log = read("CHANGELOG.md");
    assert!(log.contains("\n## [Unreleased]\n"), "keep ## [Unreleased]");
}
