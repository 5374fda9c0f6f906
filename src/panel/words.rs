//! Every word a person reads, by key, from `static/locales`. Plurals and choices are Fluent's.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use tandem_core::Side;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../static/locales/en.ftl");

thread_local! {
    static WORDS: FluentBundle<FluentResource> = bundle(ENGLISH);
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
    WORDS.with(|words| {
        #[cfg(test)]
        assert!(words.has_message(key), "no words for {key}");
        let Some(pattern) = words.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut missing = Vec::new();
        let said = words.format_pattern(pattern, Some(&args), &mut missing);
        #[cfg(test)]
        assert!(missing.is_empty(), "{key}: {missing:?}");
        said.into_owned()
    })
}

/// A side as a value, to choose by.
#[must_use]
pub(super) const fn side(side: Side) -> Arg<'static> {
    let name = match side {
        Side::Pos => "pos",
        Side::Ecom => "ecom",
    };
    (
        "side",
        FluentValue::String(std::borrow::Cow::Borrowed(name)),
    )
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

/// A text as a value.
#[must_use]
pub(super) fn text<'a>(name: &'a str, value: &'a str) -> Arg<'a> {
    (name, FluentValue::from(value))
}

fn bundle(source: &str) -> FluentBundle<FluentResource> {
    // A broken line costs that line; the test below refuses it.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut bundle = FluentBundle::new(vec![LanguageIdentifier::default()]);
    if let Ok(english) = "en".parse::<LanguageIdentifier>() {
        bundle = FluentBundle::new(vec![english]);
    }
    // Marks of direction would stand in the names of buttons. Titles are set apart by elements.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    drop(bundle.add_resource(resource));
    bundle
}

/// Numbers with a comma between thousands.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    plain.parse::<u64>().ok().map(thousands)
}

/// A whole number as people here write it.
pub(super) fn thousands(number: u64) -> String {
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
