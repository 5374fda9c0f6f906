//! Every word a person reads, by key, in the language that is spoken now. Plurals and choices are
//! Fluent's. English is built in; the others are files of the extension ([`super::tongue`]).

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use tandem_core::Side;
use unic_langid::LanguageIdentifier;

use super::language::Language;
use crate::browser::locale::Numbers;

/// What every key says in English: always there, for whatever another language lacks.
const ENGLISH: &str = include_str!("../../static/locales/en.ftl");

thread_local! {
    static WORDS: RefCell<Words> = RefCell::new(Words::english());
    /// Beside the words: they are in use while a number in them is written.
    static NUMBERS: RefCell<Numbers> = RefCell::new(Rc::new(with_commas));
}

/// What is spoken now.
struct Words {
    language: Language,
    /// The tag to write dates by.
    region: String,
    spoken: Option<FluentBundle<FluentResource>>,
    english: FluentBundle<FluentResource>,
}

impl Words {
    fn english() -> Self {
        Self {
            language: Language::English,
            region: Language::English.tag().to_owned(),
            spoken: None,
            english: bundle(Language::English, ENGLISH),
        }
    }
}

/// Speaks a language from now on: its words, and how its numbers and dates are written.
pub(super) fn speak(language: Language, region: &str, source: Option<&str>, numbers: Numbers) {
    WORDS.with_borrow_mut(|words| {
        words.language = language;
        region.clone_into(&mut words.region);
        words.spoken = source.map(|source| bundle(language, source));
    });
    NUMBERS.replace(numbers);
}

/// The language that is spoken now.
#[must_use]
pub(super) fn language() -> Language {
    WORDS.with_borrow(|words| words.language)
}

/// The tag to write dates by now.
#[must_use]
pub(super) fn region() -> String {
    WORDS.with_borrow(|words| words.region.clone())
}

/// A value in a sentence.
pub(super) type Arg<'a> = (&'a str, FluentValue<'a>);

/// What stands under `key`.
#[must_use]
pub(super) fn say(key: &str) -> String {
    say_with(key, &[])
}

/// What stands under `key`, with values. A key that is missing shows as itself; a test keeps that
/// from happening.
#[must_use]
pub(super) fn say_with(key: &str, args: &[Arg<'_>]) -> String {
    let args: FluentArgs<'_> = args.iter().cloned().collect();
    WORDS.with_borrow(|words| {
        let bundles = words.spoken.iter().chain([&words.english]);
        let said = bundles
            .into_iter()
            .find_map(|bundle| formatted(bundle, key, &args));
        #[cfg(test)]
        assert!(said.is_some(), "no words for {key}");
        said.unwrap_or_else(|| key.to_owned())
    })
}

fn formatted(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut missing = Vec::new();
    let said = bundle.format_pattern(pattern, Some(args), &mut missing);
    #[cfg(test)]
    assert!(missing.is_empty(), "{key}: {missing:?}");
    Some(said.into_owned())
}

/// A side as a value, to choose by.
#[must_use]
pub(super) const fn side(side: Side) -> Arg<'static> {
    let name = match side {
        Side::Pos => "pos",
        Side::Ecom => "ecom",
    };
    ("side", FluentValue::String(Cow::Borrowed(name)))
}

/// A number as a value.
#[must_use]
pub(super) fn number(name: &str, value: usize) -> Arg<'_> {
    (name, FluentValue::from(value))
}

/// A count as a value.
#[must_use]
pub(super) fn count(name: &str, value: u32) -> Arg<'_> {
    (name, FluentValue::from(value))
}

/// A text as a value. Marks that turn the direction of what stands around them are left out of a
/// sentence; an element of its own shows a text with everything in it. What is written from right to
/// left is set apart in direction; nothing else is, because the marks would stand in names of buttons.
#[must_use]
pub(super) fn text<'a>(name: &'a str, value: &'a str) -> Arg<'a> {
    let plain = if value.contains(turns) {
        Cow::Owned(value.chars().filter(|c| !turns(*c)).collect())
    } else {
        Cow::Borrowed(value)
    };
    let value = if plain.contains(runs_the_other_way) {
        Cow::Owned(format!("\u{2068}{plain}\u{2069}"))
    } else {
        plain
    };
    (name, FluentValue::String(value))
}

/// Whether it turns the direction of text.
const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a letter is of a script that is written from right to left.
const fn runs_the_other_way(letter: char) -> bool {
    matches!(letter,
        '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    // A broken line costs that line; a test refuses it.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Marks of direction would stand in the names of buttons: see `text`, and titles are set apart
    // by elements.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    drop(bundle.add_resource(resource));
    bundle
}

fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    plain.parse::<u64>().ok().map(thousands)
}

/// A whole number as people who speak the language write it.
pub(super) fn thousands(number: u64) -> String {
    NUMBERS.with_borrow(|numbers| numbers(number))
}

/// Numbers with a comma between thousands, where no browser says otherwise.
pub(super) fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, fs, path::Path};

    fn keys() -> BTreeSet<String> {
        let key = |line: &str| {
            let (name, _) = line.split_once(" = ")?;
            let is_key = name
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '-');
            is_key.then(|| name.to_owned())
        };
        ENGLISH.lines().filter_map(key).collect()
    }

    fn sources(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else {
                into.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn a_name_in_a_sentence_is_a_text_and_turns_nothing() {
        let usual = say_with("answers-withdraw-of", &[text("who", "Mara")]);
        for name in [
            "\u{202e}gnp.exe",
            "{ $who }",
            "{ say }\n-term = x",
            "\u{2069}A\u{2066}",
            "<b>",
        ] {
            let said = say_with("answers-withdraw-of", &[text("who", name)]);
            let plain: String = name.chars().filter(|c| !turns(*c)).collect();
            assert_eq!(said, usual.replace("Mara", &plain), "{name:?}");
        }
    }

    #[test]
    fn the_words_are_well_formed() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    #[test]
    fn every_key_is_used() {
        let mut source = String::new();
        sources(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/panel"),
            &mut source,
        );
        let unused: Vec<_> = keys()
            .into_iter()
            .filter(|key| !source.contains(&format!("\"{key}\"")))
            .collect();
        assert_eq!(unused, Vec::<String>::new());
    }

    #[test]
    fn every_key_that_is_said_exists() {
        let mut source = String::new();
        let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/panel");
        sources(&room, &mut source);
        let said = ["say(\"", "say_with(\""]
            .into_iter()
            .flat_map(|call| source.split(call).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .filter(|key| !key.is_empty() && !key.contains(' '));
        let keys = keys();
        let unknown: Vec<_> = said.filter(|key| !keys.contains(*key)).collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }

    #[test]
    fn plurals_and_sides_are_chosen() {
        let button = |to, count| say_with("copy-button", &[side(to), number("count", count)]);
        assert_eq!(button(Side::Pos, 1), "Create 1 group in POS");
        assert_eq!(button(Side::Pos, 38), "Create 38 groups in POS");
        assert_eq!(button(Side::Ecom, 1), "Create 1 group online");
        assert_eq!(button(Side::Ecom, 2), "Create 2 groups online");
    }
}
