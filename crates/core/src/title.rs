//! Titles: what makes two of them the same, nearly the same, or alike, and which may be written.

use std::collections::BTreeSet;

use caseless::Caseless;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_script::{Script, UnicodeScript};

use crate::{Resemblance, WithheldReason};

/// The longest title that Tandem writes, in Unicode scalar values.
pub const MAX_TITLE_CHARS: usize = 255;

/// Titles with fewer letters than this are not alike for a single wrong letter.
const SHORTEST_FOR_TYPOS: usize = 5;

/// What two titles must have in common to stand for each other. Never written, never shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TitleKey(String);

impl TitleKey {
    /// Whether the title has nothing to see in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The key of a title: canonical caseless (Unicode D145: NFD, full case folding, NFD), without
/// characters of no width, with every run of blanks as one space and none at the ends.
///
/// Compatibility forms stay apart: "VIP ²" is not "VIP 2".
///
/// ```
/// use tandem_core::title::key;
/// assert_eq!(key("  Staff\u{a0}Discount"), key("staff discount"));
/// assert_ne!(key("Café"), key("Cafe"));
/// ```
#[must_use]
pub fn key(title: &str) -> TitleKey {
    let folded: String = title.nfd().default_case_fold().nfd().collect();
    let visible: String = folded
        .chars()
        .filter(|letter| !has_no_width(*letter))
        .collect();
    // Without the joiners, marks that they kept apart may have to change places.
    let ordered: String = visible.nfd().collect();
    TitleKey(ordered.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Characters that a person cannot see in a title: soft hyphen, joiners, marks of direction, BOM,
/// and the selectors that keyboards add to emoji.
const fn has_no_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Why two titles of different keys look alike, if they do. A hint for a person, never acted upon.
#[must_use]
pub fn resemblance(one: &str, other: &str) -> Option<Resemblance> {
    Looks::of(one).resembles(&Looks::of(other))
}

/// The forms of a title that tell whether it looks like another, made once per title: a board
/// compares each lonely group with every group of the other side.
pub(crate) struct Looks {
    key: TitleKey,
    letters: usize,
    scripts: BTreeSet<&'static str>,
    skeleton: String,
    words: BTreeSet<String>,
    digits: String,
}

impl Looks {
    /// The forms of `title`.
    pub(crate) fn of(title: &str) -> Self {
        let key = key(title);
        Self {
            letters: key.0.chars().count(),
            scripts: scripts(&key.0),
            skeleton: skeleton(&key.0),
            words: words(&key.0),
            digits: key.0.chars().filter(|letter| letter.is_numeric()).collect(),
            key,
        }
    }

    /// Why the two look alike, if they do.
    pub(crate) fn resembles(&self, other: &Self) -> Option<Resemblance> {
        if self.key == other.key || self.key.is_empty() || other.key.is_empty() {
            return None;
        }
        if self.skeleton == other.skeleton && self.scripts_mix(other) {
            return Some(Resemblance::LookAlike);
        }
        if self.words == other.words && !self.words.is_empty() {
            return Some(Resemblance::SameWords);
        }
        self.few_letters_differ(other)
            .then_some(Resemblance::FewLetters)
    }

    /// Whether more than one script is in use, in one of the titles or between them.
    fn scripts_mix(&self, other: &Self) -> bool {
        self.scripts.union(&other.scripts).nth(1).is_some()
    }

    /// At most one letter in five, two at most, differs; numbers are never a slip of the finger.
    fn few_letters_differ(&self, other: &Self) -> bool {
        let shorter = self.letters.min(other.letters);
        let most = (shorter / SHORTEST_FOR_TYPOS).min(2);
        most > 0
            && self.letters.abs_diff(other.letters) <= most
            && self.digits == other.digits
            && strsim::osa_distance(&self.key.0, &other.key.0) <= most
    }
}

/// Whether Tandem writes such a title.
///
/// # Errors
/// [`WithheldReason::Empty`] or [`WithheldReason::TooLong`].
pub fn check(title: &str) -> Result<(), WithheldReason> {
    if key(title).is_empty() {
        return Err(WithheldReason::Empty);
    }
    match title.chars().count() {
        0..=MAX_TITLE_CHARS => Ok(()),
        chars => Err(WithheldReason::TooLong { chars }),
    }
}

fn scripts(text: &str) -> BTreeSet<&'static str> {
    text.chars()
        .map(|letter| letter.script())
        .filter(|script| !matches!(script, Script::Common | Script::Inherited | Script::Unknown))
        .map(|script| script.full_name())
        .collect()
}

/// The text with Cyrillic and Greek letters replaced by the Latin ones that they look like.
fn skeleton(key: &str) -> String {
    key.chars().map(latin_twin).collect()
}

/// Lower-case look-alikes (after case folding), from the confusables that share a keyboard.
const fn latin_twin(letter: char) -> char {
    match letter {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'н' | 'η' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'у' | 'υ' => 'y',
        'х' | 'χ' => 'x',
        'ζ' => 'z',
        other => other,
    }
}

/// The words of a title whatever their order, accents and punctuation (a fingerprint).
fn words(key: &str) -> BTreeSet<String> {
    let plain: String = key
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_of_one_key() {
        for (one, other) in [
            ("VIP ", "vip"),
            ("Straße", "STRASSE"),
            ("Café", "Cafe\u{301}"),
            ("Staff\u{a0}Discount", "staff discount"),
            ("\u{feff}VIP", "VIP"),
            ("VI\u{ad}P", "VIP"),
            ("  a \t b ", "A\u{2003}B"),
            ("\u{200f}VIP\u{200e}", "VIP"),
            ("\u{2764}\u{fe0f} Fans", "\u{2764} fans"),
        ] {
            assert_eq!(key(one), key(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn titles_of_different_keys() {
        for (one, other) in [
            ("Café", "Cafe"),
            ("İstanbul", "istanbul"),
            ("VIP-1", "VIP 1"),
            ("VIP²", "VIP2"),
            ("①", "1"),
            ("V\u{406}P", "VIP"),
        ] {
            assert_ne!(key(one), key(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_looks_alike_and_why() {
        for (one, other, expected) in [
            ("VІP", "VIP", Some(Resemblance::LookAlike)),
            (
                "Vі\u{440} Club",
                "Vi\u{440} Club",
                Some(Resemblance::LookAlike),
            ),
            ("Café", "Cafe", Some(Resemblance::SameWords)),
            ("VIP-1", "VIP 1", Some(Resemblance::SameWords)),
            ("Gold, Club", "club gold", Some(Resemblance::SameWords)),
            ("Wholesale", "Wholesele", Some(Resemblance::FewLetters)),
            ("Level 1", "Level 2", None),
            ("VIP", "VIB", None),
            ("VIP", "vip ", None),
            ("", "VIP", None),
            ("Друзья", "Friends", None),
        ] {
            assert_eq!(resemblance(one, other), expected, "{one:?} {other:?}");
            assert_eq!(resemblance(other, one), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn what_may_be_written() {
        assert_eq!(check("VIP"), Ok(()));
        assert_eq!(check(&"ä".repeat(255)), Ok(()));
        assert_eq!(
            check(&"a".repeat(256)),
            Err(WithheldReason::TooLong { chars: 256 })
        );
        for blank in ["", "  ", "\u{200b}", "\u{a0}\u{feff}"] {
            assert_eq!(check(blank), Err(WithheldReason::Empty), "{blank:?}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(title in "\\PC{0,40}") {
            let once = key(&title);
            prop_assert_eq!(key(&once.0), once);
        }

        #[test]
        fn composition_does_not_count(title in "\\PC{0,40}") {
            let composed: String = title.nfc().collect();
            let decomposed: String = title.nfd().collect();
            prop_assert_eq!(key(&composed), key(&decomposed));
        }

        #[test]
        fn case_and_outer_blanks_do_not_count(title in "[A-Za-z0-9 ]{0,40}") {
            prop_assert_eq!(key(&title.to_uppercase()), key(&format!(" {} ", title.to_lowercase())));
        }

        #[test]
        fn looking_alike_is_mutual(one in "\\PC{0,12}", other in "\\PC{0,12}") {
            prop_assert_eq!(resemblance(&one, &other), resemblance(&other, &one));
        }
    }
}
