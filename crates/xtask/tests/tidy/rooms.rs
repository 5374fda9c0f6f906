//! Who may name what: the table of `ARCHITECTURE.md`.

use std::collections::BTreeSet;

use super::{files, list, none_of, without_tests};

/// Folder, what may not be named in it (`*`: whatever begins so), and why.
const ROOMS: [(&str, &str, &str); 10] = [
    (
        "crates/core/src",
        "tandem_* serde_json futures tokio jiff js_sys web_sys std::time std::fs std::net std::env",
        "core is pure: no JSON, no clock, nothing async, no crate of ours",
    ),
    (
        "crates/backends/src",
        "tandem tandem_engine tandem_sandbox futures tokio js_sys web_sys gloo_* std::net std::fs",
        "backends are pure codecs: what is asked and answered, nothing that does it",
    ),
    (
        "crates/engine/src",
        "tandem tandem_sandbox js_sys web_sys wasm_bindgen* gloo_* tokio axum
         std::time::Instant std::time::SystemTime std::fs std::net",
        "the engine reaches the world through its ports",
    ),
    (
        "crates/sandbox/src",
        "tandem tandem_core tandem_backends tandem_engine tandem_pilot",
        "the sandbox shares nothing with the client, so that it cannot share a misreading",
    ),
    (
        "crates/twin/src",
        "tandem tandem_core tandem_backends tandem_engine tandem_pilot web_sys gloo_* std::net std::fs",
        "the twin is the sandbox in a page: it knows nothing of the client and reaches nothing",
    ),
    (
        "crates/pilot/src",
        "tandem tandem_core tandem_backends tandem_engine",
        "the pilot knows the panel as a person does: from outside",
    ),
    (
        "src/protocol",
        "js_sys web_sys wasm_bindgen* gloo_* yew tandem_engine tandem_backends
         crate::browser crate::background crate::panel",
        "the protocol is plain data that both ends read",
    ),
    (
        "src/browser",
        "yew crate::background crate::panel",
        "the browser's room serves the others and knows none of them",
    ),
    (
        "src/background",
        "js_sys web_sys gloo_* yew crate::panel",
        "the background reaches the browser through src/browser, and no panel",
    ),
    (
        "src/panel",
        "js_sys gloo_* tandem_engine tandem_backends crate::background",
        "the panel asks, it never syncs",
    ),
];

/// What of the browser's room the panel may use.
const DOORS: [&str; 4] = [
    "crate::browser::runtime",
    "crate::browser::access",
    "crate::browser::download",
    "crate::browser::locale",
];

#[test]
fn each_room_names_only_what_it_may() {
    let mut breaches = Vec::new();
    for (folder, forbidden, why) in ROOMS {
        let rules = list(forbidden);
        for (path, text) in files(folder, "rs") {
            let named = names(without_tests(&text));
            let bad = named
                .iter()
                .filter(|name| rules.iter().any(|rule| is_under(name, rule)));
            breaches.extend(bad.map(|name| format!("{path} names {name}: {why}")));
        }
    }
    none_of("move these to the room they belong to", &breaches);
}

#[test]
fn panel_reaches_the_browser_through_its_doors() {
    let mut breaches = Vec::new();
    for (path, text) in files("src/panel", "rs") {
        for name in names(without_tests(&text)) {
            // The type of an element is what Yew hands out; the rest of web_sys acts.
            let is_element = name.starts_with("web_sys::Html") && name.ends_with("Element");
            let is_door = DOORS.iter().any(|door| is_under(&name, door));
            let reaches = is_under(&name, "web_sys") || is_under(&name, "crate::browser");
            if reaches && !is_element && !is_door {
                breaches.push(format!("{path} names {name}"));
            }
        }
    }
    none_of(
        "the panel has four doors: runtime, access, download, locale",
        &breaches,
    );
}

/// Whether a path is a rule's or lies below it.
fn is_under(name: &str, rule: &str) -> bool {
    match rule.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name
            .strip_prefix(rule)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
    }
}

/// Every path that a text names: its imports spelled out, and what it names in place.
fn names(text: &str) -> BTreeSet<String> {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for import in code.split("use ").skip(1) {
        let tree = import.split(';').next().unwrap_or_default();
        let tree = tree.replace(" as ", "::as_");
        spell_out("", &tree.replace(char::is_whitespace, ""), &mut names);
    }
    let words = code.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c)));
    let paths = words.filter(|word| word.contains("::"));
    names.extend(paths.map(|path| path.trim_matches(':').to_owned()));
    names
}

/// `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn spell_out(before: &str, tree: &str, into: &mut BTreeSet<String>) {
    let mut depth = 0_usize;
    let at_top = |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    for one in tree.split(at_top).filter(|one| !one.is_empty()) {
        match one.split_once('{') {
            Some((head, rest)) => {
                let rest = rest.strip_suffix('}').unwrap_or(rest);
                spell_out(&format!("{before}{head}"), rest, into);
            }
            None => drop(into.insert(format!("{before}{one}"))),
        }
    }
}

#[test]
fn paths_are_spelled_out() {
    let text = "use a::{b::{self, c}, d};\nuse e as f;\n// use g::h;\nfn i() { j::k(); }";
    let spelled = names(text);
    for path in ["a::b::self", "a::b::c", "a::d", "e::as_f", "j::k"] {
        assert!(spelled.contains(path), "{path} in {spelled:?}");
    }
    assert!(!spelled.contains("g::h"), "a comment names nothing");
    assert!(is_under("e::as_f", "e") && is_under("gloo_net::http", "gloo_*"));
    assert!(!is_under("tandem_core::Side", "tandem"));
}
