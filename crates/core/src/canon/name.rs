//! Names of people: POS has them in two, eCom in one. They are compared in one, and each side is
//! written to in its own way. A name is never a key, only evidence.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::text::{add_squeezed, folded, squeezed};
use crate::PersonName;

/// The name in one, squeezed. The whole where the side has one, else first and last.
#[must_use]
pub fn joined(name: &PersonName) -> Cow<'_, str> {
    match (&name.whole, &name.first, &name.last) {
        (Some(one), _, _) | (None, Some(one), None) | (None, None, Some(one)) => squeezed(one),
        (None, Some(first), Some(last)) => {
            let mut joined = String::with_capacity(first.len() + last.len() + 1);
            add_squeezed(&mut joined, ' ', first);
            add_squeezed(&mut joined, ' ', last);
            Cow::Owned(joined)
        }
        (None, None, None) => Cow::Borrowed(""),
    }
}

/// The name as eCom is written: in one, first and last name with one space between them.
///
/// ```
/// use tandem_core::{PersonName, canon::name};
/// let split = PersonName { first: Some("Mara".into()), last: Some("Quist".into()), whole: None };
/// assert_eq!(name::joined_for_ecom(&split).whole.as_deref(), Some("Mara Quist"));
/// ```
#[must_use]
pub fn joined_for_ecom(name: &PersonName) -> PersonName {
    let whole = match &name.whole {
        Some(whole) => some(whole),
        None => {
            let parts = [&name.first, &name.last].into_iter().flatten();
            let parts = parts
                .map(|part| part.trim())
                .filter(|part| !part.is_empty());
            some(&parts.collect::<Vec<_>>().join(" "))
        }
    };
    PersonName {
        whole,
        ..PersonName::default()
    }
}

/// The name as POS is written: first and last where the store tells them and they are all of it,
/// else the whole as first name. Where a name divides is not guessed.
#[must_use]
pub fn split_for_pos(name: &PersonName) -> PersonName {
    let parts = PersonName {
        first: name.first.as_deref().and_then(some),
        last: name.last.as_deref().and_then(some),
        whole: None,
    };
    match &name.whole {
        Some(whole) if squeezed(whole) != joined(&parts) => PersonName {
            first: some(whole),
            ..PersonName::default()
        },
        Some(_) | None => parts,
    }
}

/// The name to write to POS where `existing` stands: the split that a person typed is kept when
/// both are one name.
#[must_use]
pub fn over_pos(existing: &PersonName, new: &PersonName) -> PersonName {
    if joined(existing) == joined(new) {
        return existing.clone();
    }
    split_for_pos(new)
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The first letters of the first and the last word of a name, in order of the alphabet: what most
/// names that are alike have in common. Empty for a blank name.
#[must_use]
pub fn initials(name: &PersonName) -> String {
    let folded = folded(&joined(name));
    let words = words(&folded);
    let ends = [words.first(), words.last()].into_iter().flatten();
    let mut letters: Vec<char> = ends.filter_map(|word| word.chars().next()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// How two names are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same.
    Same,
    /// The same but for case, accents and punctuation.
    Spelling,
    /// The same words in another order.
    Order,
    /// One has initials, or no middle name, where the other has names.
    Initials,
    /// One letter differs, or two that changed places.
    OneLetter,
    /// The last word is the same and the first another: most likely family.
    Family,
    /// Two names.
    Other,
    /// One of them is blank: nothing can be said.
    Unknown,
}

/// Names of fewer letters are not alike for one letter.
const SHORTEST_FOR_TYPOS: usize = 6;

/// How two names are to each other; the same whichever comes first.
#[must_use]
pub fn likeness(one: &PersonName, other: &PersonName) -> Likeness {
    let (one, other) = (joined(one), joined(other));
    let (folded_one, folded_other) = (folded(&one), folded(&other));
    if folded_one.is_empty() || folded_other.is_empty() {
        return Likeness::Unknown;
    }
    if one == other {
        return Likeness::Same;
    }
    if folded_one == folded_other {
        return Likeness::Spelling;
    }
    let (one, other) = (words(&folded_one), words(&folded_other));
    if sorted(&one) == sorted(&other) {
        return Likeness::Order;
    }
    if are_initials(&one, &other) {
        return Likeness::Initials;
    }
    if differ_in_a_letter(&folded_one, &folded_other) {
        return Likeness::OneLetter;
    }
    match (one.as_slice(), other.as_slice()) {
        ([_, .., one], [_, .., other]) if one == other => Likeness::Family,
        _ => Likeness::Other,
    }
}

fn words(folded: &str) -> Vec<&str> {
    folded.split(' ').collect()
}

fn sorted<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// The same last word and the same first word or its initial; what is between may be missing, but
/// not be another.
fn are_initials(one: &[&str], other: &[&str]) -> bool {
    let ([first, middle @ .., last], [other_first, other_middle @ .., other_last]) = (one, other)
    else {
        return false;
    };
    let between = middle.iter().zip(other_middle);
    last == other_last
        && is_initial(first, other_first)
        && (middle.is_empty() || other_middle.is_empty() || middle.len() == other_middle.len())
        && between
            .into_iter()
            .all(|(one, other)| is_initial(one, other))
}

/// Whether one is the other or its first letter.
fn is_initial(one: &str, other: &str) -> bool {
    let is_first = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other || is_first(one, other) || is_first(other, one)
}

fn differ_in_a_letter(one: &str, other: &str) -> bool {
    // Distance is measured only where it can be one: it costs the product of both lengths.
    let is_long = one.len().min(other.len()) >= SHORTEST_FOR_TYPOS;
    let (one_letters, other_letters) = (one.chars().count(), other.chars().count());
    is_long
        && one_letters.min(other_letters) >= SHORTEST_FOR_TYPOS
        && one_letters.max(other_letters) <= 64
        && one_letters.abs_diff(other_letters) <= 1
        && strsim::osa_distance(one, other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(first: &str, last: &str) -> PersonName {
        PersonName {
            first: some(first),
            last: some(last),
            whole: None,
        }
    }

    fn whole(whole: &str) -> PersonName {
        PersonName {
            whole: some(whole),
            ..PersonName::default()
        }
    }

    #[test]
    fn a_split_does_not_count() {
        assert_eq!(
            joined(&split("Mara", "Quist")),
            joined(&whole("Mara  Quist "))
        );
        assert_eq!(
            joined(&split("Mara Quist", "")),
            joined(&whole("Mara Quist"))
        );
        assert_eq!(
            joined(&split("Mara", "de Quist")),
            joined(&split("Mara de", "Quist"))
        );
        assert_ne!(joined(&whole("mara quist")), joined(&whole("Mara Quist")));
        assert_eq!(joined(&PersonName::default()), "");
    }

    #[test]
    fn ecom_gets_the_name_in_one() {
        assert_eq!(
            joined_for_ecom(&split("Mara ", "Quist")),
            whole("Mara Quist")
        );
        assert_eq!(joined_for_ecom(&split("", "Quist")), whole("Quist"));
        assert_eq!(
            joined_for_ecom(&PersonName::default()),
            PersonName::default()
        );
    }

    #[test]
    fn pos_gets_the_parts_that_the_store_tells() {
        let told = PersonName {
            whole: some("Mara Quist"),
            ..split("Mara", "Quist")
        };
        assert_eq!(split_for_pos(&told), split("Mara", "Quist"));
        assert_eq!(split_for_pos(&whole("Mara Quist")), split("Mara Quist", ""));
        let half_told = PersonName {
            whole: some("Mara de Quist"),
            ..split("Mara", "Quist")
        };
        let kept = split("Mara de Quist", "");
        assert_eq!(split_for_pos(&half_told), kept, "nothing is lost");
    }

    #[test]
    fn the_split_that_a_person_typed_is_kept() {
        let typed = split("Mara de", "Quist");
        assert_eq!(over_pos(&typed, &whole("Mara de Quist")), typed);
        assert_eq!(
            over_pos(&typed, &whole("Mara Quist")),
            split("Mara Quist", "")
        );
    }

    #[test]
    fn how_names_are_to_each_other() {
        for (one, other, expected) in [
            ("Mara Quist", "Mara  Quist", Likeness::Same),
            ("Mara Quist", "MARA QUIST", Likeness::Spelling),
            ("Zoë O'Brien", "Zoe OBrien", Likeness::Spelling),
            ("Mara Quist", "Quist, Mara", Likeness::Order),
            ("M. Quist", "Mara Quist", Likeness::Initials),
            ("Mara J Quist", "Mara Quist", Likeness::Initials),
            ("Mara J Quist", "Mara Jane Quist", Likeness::Initials),
            ("Mara Quist", "Mara Qvist", Likeness::OneLetter),
            ("Mara Quist", "Mraa Quist", Likeness::OneLetter),
            ("Mara Quist", "Nils Quist", Likeness::Family),
            ("Mara J Quist", "Mara K Quist", Likeness::OneLetter),
            ("Mara Quist", "Nils Berg", Likeness::Other),
            ("Quist", "Mara Quist", Likeness::Other),
            ("Li Wu", "Li Hu", Likeness::Other),
            ("", "Mara Quist", Likeness::Unknown),
            ("-", "-", Likeness::Unknown),
        ] {
            let (one, other) = (whole(one), whole(other));
            assert_eq!(likeness(&one, &other), expected, "{one:?} {other:?}");
            assert_eq!(likeness(&other, &one), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn names_that_are_alike_have_the_same_initials() {
        for (one, other) in [
            ("Zoë Quist", "QUIST, zoe"),
            ("M. Quist", "Mara Quist"),
            ("Mara J Quist", "Mara Quist"),
            ("Mara Quist", "Mara Qvist"),
        ] {
            assert_eq!(initials(&whole(one)), initials(&whole(other)), "{one:?}");
        }
        assert_ne!(
            initials(&whole("Mara Quist")),
            initials(&whole("Nils Quist"))
        );
        assert_eq!(initials(&PersonName::default()), "");
    }

    proptest! {
        #[test]
        fn two_parts_are_joined_as_if_typed_in_one(first in any::<String>(), last in any::<String>()) {
            let name = split(&first, &last);
            let typed = format!("{first} {last}");
            prop_assert_eq!(joined(&name), squeezed(&typed));
        }

        #[test]
        fn what_is_written_across_is_the_same_name(first in ".{0,12}", last in ".{0,12}") {
            let name = split(&first, &last);
            let across = joined_for_ecom(&name);
            prop_assert_eq!(joined(&across), joined(&name));
            let back = split_for_pos(&joined_for_ecom(&name));
            prop_assert_eq!(joined(&back), joined(&name));
            prop_assert_eq!(over_pos(&name, &joined_for_ecom(&name)), name);
        }

        #[test]
        fn likeness_is_mutual(one in "[aA éb.]{0,9}", other in "[aA éb.]{0,9}") {
            let (one, other) = (whole(&one), whole(&other));
            prop_assert_eq!(likeness(&one, &other), likeness(&other, &one));
        }
    }
}
