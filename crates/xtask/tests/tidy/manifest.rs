//! What the extension asks of a browser and of the person who installs it.

use serde_json::Value;

use super::{files, list, none_of, read};

/// What it may ask for. None of these makes a browser warn at install.
const PERMISSIONS: &str =
    "storage unlimitedStorage alarms scripting webRequest declarativeNetRequestWithHostAccess";

/// The hosts of the two stores, and no other.
const HOSTS: &str = "https://*.retail.lightspeed.app/* https://my.ecwid.com/*
    https://my.business.shop/* https://app.ecwid.com/*";

pub(super) fn manifest() -> Value {
    serde_json::from_str(&read("extension/manifest.json")).expect("manifest.json is JSON")
}

pub(super) fn strings(place: &str) -> Vec<String> {
    let manifest = manifest();
    let found = manifest.pointer(place).cloned().unwrap_or_default();
    serde_json::from_value(found).unwrap_or_else(|error| panic!("manifest.json, {place}: {error}"))
}

fn must_be_among(place: &str, allowed: &'static str, what_to_do: &str) {
    let allowed = list(allowed);
    let odd = strings(place)
        .into_iter()
        .filter(|one| !allowed.contains(&one.as_str()));
    none_of(what_to_do, &odd.collect::<Vec<_>>());
}

#[test]
fn permissions_are_few() {
    let why = "leave out what makes a browser warn, or argue for it here";
    must_be_among("/permissions", PERMISSIONS, why);
    // A reseller may give the eCom admin any name: the owner adds it, and the browser asks for that one.
    assert_eq!(strings("/optional_host_permissions"), ["https://*/*"]);
    for absent in ["optional_permissions", "externally_connectable"] {
        assert!(manifest().get(absent).is_none(), "{absent}: leave it out");
    }
}

#[test]
fn hosts_are_the_two_stores() {
    assert_eq!(strings("/host_permissions"), list(HOSTS));
    for place in [
        "/content_scripts/0/matches",
        "/web_accessible_resources/0/matches",
    ] {
        must_be_among(place, HOSTS, "only the stores' own hosts");
    }
    let text = read("extension/manifest.json");
    let why = "`cargo xtask dist --sandbox` adds the sandbox's hosts";
    assert!(!text.contains("localhost"), "{why}");
}

#[test]
fn only_the_panel_can_be_framed() {
    assert_eq!(
        strings("/web_accessible_resources/0/resources"),
        ["panel.html"]
    );
    let place = "/web_accessible_resources/0/use_dynamic_url";
    assert_eq!(manifest().pointer(place), Some(&Value::Bool(true)));
}

#[test]
fn pages_run_our_scripts_only() {
    let place = "/content_security_policy/extension_pages";
    let manifest = manifest();
    let policy = manifest.pointer(place).and_then(Value::as_str);
    let policy = policy.expect("the manifest has a policy for its pages");
    let scripts = "script-src 'self' 'wasm-unsafe-eval';";
    assert!(policy.contains(scripts), "{policy}");
    assert!(!policy.contains(" 'unsafe-"), "{policy}");
}

#[test]
fn shells_build_no_markup() {
    let words = "innerHTML outerHTML insertAdjacentHTML eval( Function( document.write";
    let mut found = Vec::new();
    for (path, text) in files("extension", "js") {
        let here = list(words).into_iter().filter(|word| text.contains(word));
        found.extend(here.map(|word| format!("{path}: {word}")));
    }
    none_of("draw node by node", &found);
}
