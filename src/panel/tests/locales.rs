//! The words of every language: the same keys and values as English, whole for every count, and
//! nothing left in English.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    rc::Rc,
};

use fluent_bundle::FluentResource;
use tandem_core::Side;

use crate::panel::{
    language::Language,
    words::{number, say, say_with, side, speak, text, with_commas},
};

/// The counts that every sentence is said with.
const COUNTS: [usize; 5] = [0, 1, 2, 5, 1_000_000];

/// What is the same in a language as in English, because the words are.
const SAME: [(&str, &[Language]); 8] = [
    ("product", &Language::ALL),
    ("side-name", &Language::ALL),
    ("connection-role", &Language::ALL),
    ("likely-maybe", &[Language::French]),
    ("board-status", &[Language::Dutch, Language::German]),
    ("field-name", &[Language::German]),
    ("passphrase", &[Language::German]),
    ("passphrase-word", &[Language::German]),
];

/// What is said of numbers alone, and so may be the same.
const NO_WORDS: [&str; 1] = ["row-groups"];

pub(super) fn source(language: Language) -> String {
    let file = format!("static/locales/{}.ftl", language.tag());
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().skip(1)
}

/// Every message by its key, as it is written.
fn messages(source: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        if let (true, Some((key, value))) = (begins, line.split_once(" = ")) {
            let twice = messages.insert(key.to_owned(), value.to_owned());
            assert!(twice.is_none(), "{key} is there twice");
            key.clone_into(&mut last);
        } else if let Some(message) = messages.get_mut(&last) {
            message.push('\n');
            message.push_str(line);
        }
    }
    messages
}

fn variables(message: &str) -> BTreeSet<&str> {
    let names = message.split('$').skip(1);
    names
        .filter_map(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next())
        .collect()
}

/// What a message says with this number for every value, for one side.
fn said(key: &str, message: &str, of: Side, count: usize) -> String {
    let values = variables(message).into_iter().map(|name| match name {
        "side" => side(of),
        name => number(name, count),
    });
    say_with(key, &values.collect::<Vec<_>>())
}

#[test]
fn every_language_has_a_file_and_every_file_a_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/locales");
    let files = fs::read_dir(folder).unwrap();
    let files: BTreeSet<_> = files
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted = Language::ALL.map(|language| format!("{}.ftl", language.tag()));
    assert_eq!(files, BTreeSet::from(wanted));
}

#[test]
fn every_language_says_all_that_english_says_with_the_same_values() {
    let english = source(Language::English);
    let english = messages(&english);
    for language in others() {
        let source = source(language);
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            panic!("{language:?} is not well formed: {errors:?}");
        }
        let words = messages(&source);
        let keys = |of: &BTreeMap<String, String>| of.keys().cloned().collect::<BTreeSet<_>>();
        let lacks: Vec<_> = keys(&english).difference(&keys(&words)).cloned().collect();
        assert!(lacks.is_empty(), "{language:?} lacks {lacks:?}");
        let odd: Vec<_> = keys(&words).difference(&keys(&english)).cloned().collect();
        assert!(odd.is_empty(), "only {language:?} has {odd:?}");
        for (key, message) in &words {
            let original = &english[key];
            assert_eq!(
                variables(message),
                variables(original),
                "{language:?} {key}"
            );
            for branch in ["[0]", "[one]", "*[other]", "[pos]", "*[ecom]"] {
                let in_english = original.matches(branch).count();
                assert_eq!(
                    message.matches(branch).count(),
                    in_english,
                    "{language:?} {key} {branch}"
                );
            }
        }
    }
}

#[test]
fn every_sentence_is_whole_for_every_count() {
    for language in Language::ALL {
        let source = source(language);
        speak(
            language,
            language.tag(),
            Some(&source),
            Rc::new(with_commas),
        );
        for (key, message) in messages(&source) {
            for of in Side::BOTH {
                let all = COUNTS.map(|count| said(&key, &message, of, count));
                for one in &all {
                    let is_broken = one.trim().is_empty() || one.contains(['{', '}', '$']);
                    assert!(!is_broken, "{language:?} {key}: {one:?}");
                }
                let [none, one, two, ..] = all;
                if message.contains("[one]") {
                    // In French nothing is "one" as well: the number must be in the sentence.
                    assert!(
                        none != one && one != two,
                        "{language:?} {key}: {none} / {one} / {two}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = source(Language::English);
    let english = messages(&english);
    let may_be_same = |key: &str, language: Language| {
        let is_listed =
            |&(same, languages): &(&str, &[Language])| same == key && languages.contains(&language);
        NO_WORDS.contains(&key) || SAME.iter().any(is_listed)
    };
    for language in others() {
        let same: Vec<_> = messages(&source(language))
            .into_iter()
            .filter(|(key, message)| english[key] == *message && !may_be_same(key, language))
            .map(|(key, _)| key)
            .collect();
        assert!(same.is_empty(), "{language:?} says as English: {same:?}");
    }
}

#[test]
fn the_browser_has_the_names_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales");
    for language in Language::ALL {
        let file = folder.join(language.tag()).join("messages.json");
        let names: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        // What the browsers' stores take at most.
        for (name, most) in [("name", 50), ("description", 132), ("action", 40)] {
            let message = names[name]["message"].as_str().unwrap();
            let length = message.chars().count();
            assert!(
                (1..=most).contains(&length),
                "{language:?} {name}: {length}"
            );
        }
    }
}

#[test]
fn another_language_is_spoken_whole_and_english_where_it_lacks_a_word() {
    let button = |count| say_with("copy-button", &[side(Side::Pos), number("count", count)]);
    let french = source(Language::French);
    let numbers = Rc::new(|number: u64| format!("<{number}>"));
    speak(Language::French, "fr-BE", Some(&french), numbers);
    assert_eq!(button(0), "Créer <0> groupe dans POS");
    assert_eq!(button(1), "Créer <1> groupe dans POS");
    assert_eq!(button(2), "Créer <2> groupes dans POS");
    let poor = "tab-groups = Groepen";
    speak(Language::Dutch, "nl", Some(poor), Rc::new(with_commas));
    assert_eq!(say("tab-groups"), "Groepen");
    assert_eq!(button(1000), "Create 1,000 groups in POS");
    speak(Language::English, "en", None, Rc::new(with_commas));
    assert_eq!(say("tab-groups"), "Groups");
}

#[test]
fn a_name_that_runs_the_other_way_turns_no_sentence() {
    let link = |who: &str| say_with("twins-link", &[text("who", who)]);
    assert_eq!(link("Mika Berg"), "Link with Mika Berg");
    assert_eq!(link("דנה (VIP)"), "Link with \u{2068}דנה (VIP)\u{2069}");
    assert_eq!(link("Ali علي"), "Link with \u{2068}Ali علي\u{2069}");
    // A sign that would turn what comes after it is left out.
    assert_eq!(link("a\u{202e}b"), "Link with ab");
}

/// Whoever speaks to a browser says what they see on a button; its name for assistive technology says
/// more, and has that in it.
#[test]
fn what_a_button_is_called_has_in_it_what_stands_on_it() {
    let pairs = [
        ("history-open", "history-open-of"),
        ("history-hide", "history-hide-of"),
        ("history-undo-run", "history-undo-run-of"),
        ("history-undo", "history-undo-of"),
        ("answers-withdraw", "answers-withdraw-of"),
    ];
    for language in Language::ALL {
        let all = messages(&source(language));
        for (seen, called) in pairs {
            let (seen, called) = (all[seen].to_lowercase(), all[called].to_lowercase());
            assert!(called.contains(&seen), "{}: {called}", language.tag());
        }
    }
}
