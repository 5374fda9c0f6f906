//! Plain texts: blanks squeezed, what cannot be seen taken out, accents composed, case kept. The
//! loose form, which is evidence and no more, is here too.

use std::borrow::Cow;

use caseless::Caseless;
use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick,
};

/// The text in NFC with every run of blanks as one space and none at the ends, without characters
/// that nobody sees. Case counts: a person who corrects it wants the correction on both sides.
///
/// ```
/// use tandem_core::canon::text::squeezed;
/// assert_eq!(squeezed(" Mara \u{a0} Quist\u{200b}"), "Mara Quist");
/// assert_ne!(squeezed("MARA"), squeezed("Mara"));
/// ```
#[must_use]
pub fn squeezed(text: &str) -> Cow<'_, str> {
    if is_squeezed(text) {
        return Cow::Borrowed(text);
    }
    let text = composed(text);
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    Cow::Owned(squeezed)
}

/// Adds what [`squeezed`] makes of a text, with `between` where there is something on both sides.
pub(super) fn add_squeezed(onto: &mut String, between: char, text: &str) {
    let squeezed = squeezed(text);
    if !onto.is_empty() && !squeezed.is_empty() {
        onto.push(between);
    }
    onto.push_str(&squeezed);
}

/// Whether a text shows at a look to be squeezed, as nearly all do: ASCII, with a blank between two
/// words and none elsewhere. False proves nothing.
fn is_squeezed(text: &str) -> bool {
    let mut before = b' ';
    let is_fine = |byte: u8| {
        let is_one_blank = byte == b' ' && before != b' ';
        before = byte;
        byte.is_ascii_graphic() || is_one_blank
    };
    text.bytes().all(is_fine) && !text.ends_with(' ')
}

/// The text in NFC without the characters that nobody sees. Plain ASCII costs nothing.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let is_plain = !text.contains(is_unseen);
    if is_plain && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    // First out with what kept an accent from its letter, then together with them.
    let seen = text.chars().filter(|letter| !is_unseen(*letter));
    Cow::Owned(seen.nfc().collect())
}

/// Characters of no width that come with copying and pasting. The two joiners U+200C and U+200D
/// are none of them: they are spelling in Persian and in several scripts of India.
pub(crate) const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The text as it sounds, to look alike by: without case, accents and punctuation, its words apart
/// by one space. Evidence for a person, never a key.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    add_folded(&mut folded, text);
    folded
}

/// Adds what [`folded`] makes of a text to one that is there.
pub fn add_folded(onto: &mut String, text: &str) {
    let start = onto.len();
    if text.is_ascii() {
        for byte in text.bytes() {
            match byte {
                b'\'' => {}
                _ if byte.is_ascii_alphanumeric() => {
                    onto.push(char::from(byte.to_ascii_lowercase()));
                }
                _ => push_blank(onto, start),
            }
        }
    } else {
        for letter in text.nfkd().default_case_fold().nfkd() {
            push(onto, start, letter);
        }
    }
    if onto.len() > start && onto.ends_with(' ') {
        onto.pop();
    }
}

fn push(folded: &mut String, start: usize, letter: char) {
    match plain(letter) {
        Some(plain) => folded.push_str(plain),
        None if is_combining_mark(letter) || is_unseen(letter) => {}
        // An apostrophe is in a word, not between two: O'Brien is Obrien.
        None if matches!(letter, '\'' | '\u{2019}' | '\u{2bc}') => {}
        None if letter.is_alphanumeric() => folded.push(letter),
        None => push_blank(folded, start),
    }
}

/// One blank between two words of what is behind `start`.
fn push_blank(folded: &mut String, start: usize) {
    if folded.len() > start && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Letters with a stroke or in one piece, which no normalization takes apart.
const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'ħ' => "h",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_accents_and_what_nobody_sees_do_not_count() {
        for (one, other) in [
            ("  Lantern \t Books ", "Lantern Books"),
            ("Café", "Cafe\u{301}"),
            ("Mara\u{a0}Quist", "Mara Quist"),
            ("\u{feff}Mara", "Mara"),
            ("Ma\u{ad}ra", "Mara"),
            ("e\u{200b}\u{301}", "é"),
        ] {
            assert_eq!(squeezed(one), squeezed(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn case_accents_and_spelling_count() {
        for (one, other) in [
            ("mara", "Mara"),
            ("Café", "Cafe"),
            ("Lantern Books", "LanternBooks"),
            ("می\u{200c}خواهم", "میخواهم"),
        ] {
            assert_ne!(squeezed(one), squeezed(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_is_folded_for_looking_alike() {
        for (text, expected) in [
            ("  Élodie  O'Brien-Müller ", "elodie obrien muller"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("Łukasz Sørensen", "lukasz sorensen"),
            ("ＭＡＲＡ", "mara"),
            ("İnci", "inci"),
            ("- , .", ""),
            ("李 小龍", "李 小龍"),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_shows_to_be_squeezed_is(text in "[ab \\t\u{a0}é]{0,6}|[ -~]{0,12}") {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(squeezed(&text), words.join(" "));
        }

        #[test]
        fn a_form_is_its_own_form(text in any::<String>()) {
            let once = squeezed(&text).into_owned();
            prop_assert_eq!(squeezed(&once), &*once);
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn plain_text_is_folded_as_any_other(text in "[ -~\\t]{0,24}", before in "[a ]{0,2}") {
            let mut folded = String::new();
            text.chars().for_each(|letter| push(&mut folded, 0, letter.to_ascii_lowercase()));
            let mut onto = before.clone();
            add_folded(&mut onto, &text);
            prop_assert_eq!(onto, before + folded.trim_end());
        }

        #[test]
        fn composition_does_not_count(text in any::<String>()) {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(squeezed(&composed), squeezed(&decomposed));
            prop_assert_eq!(folded(&composed), folded(&decomposed));
        }
    }
}
