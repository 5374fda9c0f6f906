//! What is told to the two stores is what the manifest says.

use std::collections::BTreeSet;

use super::{
    files,
    manifest::{manifest, strings},
    none_of, read,
};

/// The longest summary that both stores take.
const SUMMARY: usize = 132;

#[test]
fn every_permission_has_its_line_and_no_line_is_without_one() {
    let mut asked = BTreeSet::from_iter(strings("/permissions"));
    asked.extend(strings("/host_permissions"));
    let table = read("docs/store/permissions.md");
    let lines = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let told = lines.filter_map(|line| line.split('`').next());
    let told: BTreeSet<String> = told.map(str::to_owned).collect();
    assert_eq!(told, asked, "docs/store/permissions.md and the manifest");
}

#[test]
fn the_listing_is_what_the_package_says_of_itself() {
    let listing = read("docs/store/listing.md");
    let words: serde_json::Value =
        serde_json::from_str(&read("extension/_locales/en/messages.json")).expect("JSON");
    for key in ["name", "description"] {
        let said = words[key]["message"].as_str().expect("a message");
        assert!(
            listing.contains(said),
            "docs/store/listing.md lacks {said:?}"
        );
        assert!(said.chars().count() <= SUMMARY, "{said:?} is too long");
    }
    let data =
        manifest()["browser_specific_settings"]["gecko"]["data_collection_permissions"].clone();
    let told = read("docs/store/data.md");
    for kind in data["required"].as_array().expect("what is required") {
        let kind = kind.as_str().expect("a word");
        assert!(
            told.contains(&format!("`{kind}`")),
            "docs/store/data.md lacks {kind}"
        );
    }
}

#[test]
fn no_stranger_can_speak_to_the_background() {
    let mut found = Vec::new();
    for (path, text) in files("extension", "js") {
        let doors = ["onMessageExternal", "onConnectExternal", "onUserScript"];
        let here = doors.iter().filter(|door| text.contains(**door));
        found.extend(here.map(|door| format!("{path}: {door}")));
    }
    none_of("other extensions and pages have nothing to say", &found);
    assert!(manifest().get("externally_connectable").is_none());
}

#[test]
fn the_panel_makes_no_markup_of_text() {
    let words = [
        "from_html_unchecked",
        "VRaw",
        "set_inner_html",
        "inner_html",
        "innerHTML",
    ];
    let mut found = Vec::new();
    for (path, text) in files("src", "rs") {
        let here = words.iter().filter(|word| text.contains(**word));
        found.extend(here.map(|word| format!("{path}: {word}")));
    }
    none_of("text is text", &found);
}
