//! Billing addresses. POS has street lines and a suburb; eCom has one street text, its lines apart
//! by line breaks, and no place for a suburb, so that it is not compared and not overwritten.

use super::text::{add_squeezed, folded, squeezed};
use crate::Address;

/// Stands between the lines of a street; as a line break itself it is in no squeezed text.
const LINE: char = '\u{2028}';

/// The address in one text, its parts apart; empty when all that is compared is blank. How a street
/// is divided into lines 1 and 2 does not count where its lines are the same; nor do the case of
/// country, postal code and a state's code, and the blanks in a postal code.
#[must_use]
pub fn key(address: &Address) -> String {
    let mut key = street_key(address);
    let mut add = |text: &Option<String>, add: fn(&mut String, &str)| {
        key.push('\n');
        add(&mut key, text.as_deref().unwrap_or_default());
    };
    add(&address.city, |key, city| key.push_str(&squeezed(city)));
    add(&address.postcode, add_postcode);
    add(&address.state, add_state);
    add(&address.country, |key, code| {
        add_upper(key, &squeezed(code));
    });
    // The breaks between the parts and nothing else.
    let is_blank = key.bytes().all(|byte| byte == b'\n');
    if is_blank { String::new() } else { key }
}

fn add_upper(key: &mut String, text: &str) {
    key.extend(text.chars().map(|letter| letter.to_ascii_uppercase()));
}

fn street_key(address: &Address) -> String {
    let mut street = String::new();
    for text in [&address.line_1, &address.line_2].into_iter().flatten() {
        for line in text.lines() {
            add_squeezed(&mut street, LINE, line);
        }
    }
    street
}

/// A postal code without blanks and case.
#[must_use]
pub fn postcode_key(postcode: &str) -> String {
    let mut key = String::new();
    add_postcode(&mut key, postcode);
    key
}

fn add_postcode(key: &mut String, postcode: &str) {
    let postcode = squeezed(postcode);
    let letters = postcode.chars().filter(|letter| *letter != ' ');
    key.extend(letters.map(|letter| letter.to_ascii_uppercase()));
}

/// The longest text that is taken for a state's code.
const STATE_CODE: usize = 3;

fn add_state(key: &mut String, state: &str) {
    let state = squeezed(state);
    if state.len() <= STATE_CODE {
        add_upper(key, &state);
    } else {
        key.push_str(&state);
    }
}

/// The street as eCom has it: both lines, a line break between them.
///
/// ```
/// use tandem_core::canon::address::{lines, street};
/// let [line_1, line_2] = lines("1 Mill Lane\nFlat 2");
/// assert_eq!(street(line_1.as_deref(), line_2.as_deref()).as_deref(), Some("1 Mill Lane\nFlat 2"));
/// ```
#[must_use]
pub fn street(line_1: Option<&str>, line_2: Option<&str>) -> Option<String> {
    match (line_1, line_2) {
        (None, None) => None,
        (Some(line), None) => Some(line.to_owned()),
        (line_1, Some(line_2)) => Some(format!("{}\n{line_2}", line_1.unwrap_or_default())),
    }
}

/// eCom's street as POS has it: what stands before the first line break, and all the rest.
#[must_use]
pub fn lines(street: &str) -> [Option<String>; 2] {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    match street.split_once('\n') {
        Some((line_1, line_2)) => [some(line_1.trim_end_matches('\r')), some(line_2)],
        None => [some(street), None],
    }
}

/// The address to write where `existing` stands: the new one with the suburb that was there. Where
/// both are one address, what is there stays as it is typed.
#[must_use]
pub fn over(existing: &Address, new: &Address) -> Address {
    if key(existing) == key(new) {
        return existing.clone();
    }
    Address {
        suburb: existing.suburb.clone(),
        ..new.clone()
    }
}

/// Street and postal code (or town) as they sound: evidence, no more. `None` without a street.
#[must_use]
pub fn loose(address: &Address) -> Option<String> {
    let street = folded(&street_key(address));
    let place = loose_place(address)?;
    (!street.is_empty()).then(|| format!("{street}\n{place}"))
}

/// The postal code, or the town where there is none, as they sound.
#[must_use]
pub fn loose_place(address: &Address) -> Option<String> {
    let postcode = address.postcode.as_deref().map(postcode_key);
    let place = match postcode.filter(|postcode| !postcode.is_empty()) {
        Some(postcode) => postcode.to_lowercase(),
        None => folded(address.city.as_deref()?),
    };
    (!place.is_empty()).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mill_lane() -> Address {
        Address {
            line_1: Some("1 Mill Lane".into()),
            line_2: Some("Flat 2".into()),
            suburb: Some("Northside".into()),
            city: Some("Leeds".into()),
            postcode: Some("LS1 4DY".into()),
            state: Some("ny".into()),
            country: Some("gb".into()),
        }
    }

    #[test]
    fn what_does_not_count() {
        let one = mill_lane();
        let ecom = Address {
            line_1: Some("1 Mill  Lane\r\nFlat 2".into()),
            line_2: None,
            suburb: None,
            city: Some(" Leeds".into()),
            postcode: Some("ls14dy".into()),
            state: Some("NY".into()),
            country: Some("GB".into()),
        };
        assert_eq!(key(&one), key(&ecom));
        let second_line_alone = |line_1: Option<&str>, line_2: Option<&str>| Address {
            line_1: line_1.map(Into::into),
            line_2: line_2.map(Into::into),
            ..Address::default()
        };
        assert_eq!(
            key(&second_line_alone(None, Some("Flat 2"))),
            key(&second_line_alone(Some("Flat 2"), None))
        );
        let suburb_alone = Address {
            suburb: Some("Northside".into()),
            ..Address::default()
        };
        assert_eq!(key(&suburb_alone), "");
    }

    #[test]
    fn what_counts() {
        let changes: [fn(&mut Address); 6] = [
            |address| address.line_1 = Some("1 mill lane".into()),
            |address| address.line_2 = Some("Flat 3".into()),
            |address| address.city = Some("York".into()),
            |address| address.postcode = Some("LS1 4DZ".into()),
            |address| address.state = Some("nj".into()),
            |address| address.country = Some("ie".into()),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut other = mill_lane();
            change(&mut other);
            assert_ne!(key(&other), key(&mill_lane()), "change {at}");
        }
        let in_one_line = Address {
            line_1: Some("1 Mill Lane Flat 2".into()),
            line_2: None,
            ..mill_lane()
        };
        assert_ne!(key(&in_one_line), key(&mill_lane()));
    }

    #[test]
    fn a_new_address_keeps_the_suburb() {
        let moved = Address {
            line_1: Some("7 Elm Road".into()),
            city: Some("York".into()),
            ..Address::default()
        };
        let laid = over(&mill_lane(), &moved);
        assert_eq!(laid.suburb, mill_lane().suburb);
        assert_eq!(laid.line_2, None, "and nothing else of the old one");
        assert_eq!(key(&laid), key(&moved));
    }

    #[test]
    fn an_equal_address_stays_as_it_was_typed() {
        let new = Address {
            postcode: Some("ls1 4dy".into()),
            suburb: None,
            ..mill_lane()
        };
        assert_eq!(over(&mill_lane(), &new), mill_lane());
    }

    #[test]
    fn loose_forms_find_what_is_alike() {
        let shouted = Address {
            line_1: Some("1, MILL LANE".into()),
            postcode: Some("ls14dy".into()),
            ..mill_lane()
        };
        assert_eq!(loose(&shouted), loose(&mill_lane()));
        assert_eq!(loose_place(&shouted).as_deref(), Some("ls14dy"));
        let no_street = Address {
            line_1: None,
            line_2: None,
            ..mill_lane()
        };
        assert_eq!(loose(&no_street), None);
        assert_eq!(loose_place(&Address::default()), None);
    }

    proptest! {
        #[test]
        fn a_street_comes_back(street_text in "[a-z \n]{0,12}|.{0,12}") {
            let [line_1, line_2] = lines(&street_text);
            let back = street(line_1.as_deref(), line_2.as_deref()).unwrap_or_default();
            let visible = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(visible(&back), visible(&street_text));
            prop_assert_eq!(lines(&back), [line_1, line_2]);
        }

        #[test]
        fn going_across_is_the_same_address(line_1 in ".{0,9}", line_2 in ".{0,9}", code in ".{0,6}") {
            let some = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
            let pos = Address {
                line_1: some(&line_1),
                line_2: some(&line_2),
                postcode: some(&code),
                state: some(&code),
                ..Address::default()
            };
            let across = Address {
                line_1: street(pos.line_1.as_deref(), pos.line_2.as_deref()),
                line_2: None,
                ..pos.clone()
            };
            prop_assert_eq!(key(&across), key(&pos));
            prop_assert_eq!(over(&pos, &across), pos);
        }
    }
}
