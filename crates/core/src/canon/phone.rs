//! Telephone numbers: compared by their digits. Which digits are a country's is not known here:
//! that takes a database (see `ARCHITECTURE.md`), and a number is evidence at most.

use super::text::squeezed;

/// How many digits at the end of two numbers have to be the same for them to be alike, at least and
/// at most: a national number without its trunk zero has eight or nine that its country does not
/// change, and those who have more begin with an area that is typed in several ways.
const TAIL: std::ops::RangeInclusive<usize> = 8..=9;

/// No telephone number is shorter.
const SHORTEST_NUMBER: usize = 6;

/// From this many digits on, letters with digits behind them are an extension.
const SHORTEST: usize = 5;

/// The digits of a number as typed: in whatever script, with `+` for an international prefix (`+`
/// and `00` are the same), an extension behind `;`. A text without any digit stands for itself, so
/// that it is not taken for a blank and written over.
///
/// ```
/// use tandem_core::canon::phone::digits;
/// assert_eq!(digits("00 44 (0)20 7946-0018"), digits("+442079460018"));
/// assert_eq!(digits("0113 496 0018 ext. 12"), "01134960018;12");
/// ```
#[must_use]
pub fn digits(phone: &str) -> String {
    let Typed {
        mut main,
        extension,
        is_international,
    } = typed(phone);
    if main.is_empty() {
        return squeezed(phone).into_owned();
    }
    if is_international {
        main.insert(0, '+');
    }
    if !extension.is_empty() {
        main.push(';');
        main.push_str(&extension);
    }
    main
}

/// Whether two numbers are the same but for what people leave out: the country's prefix, the trunk
/// zero, the extension. Evidence, no more: families and firms share numbers.
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (national(one), national(other));
    let compared = one.len().min(other.len()).min(*TAIL.end());
    compared >= *TAIL.start() && end(&one, compared) == end(&other, compared)
}

/// Whether a number may be somebody's: it has enough digits, and they are not all the same, as in
/// what is typed where a form insists.
#[must_use]
pub fn is_number(phone: &str) -> bool {
    let Typed { main, .. } = typed(phone);
    let mut digits = main.bytes();
    let first = digits.next();
    main.len() >= SHORTEST_NUMBER && digits.any(|digit| Some(digit) != first)
}

/// The digits by which numbers that may be alike are found; `None` where there are too few.
#[must_use]
pub fn tail(phone: &str) -> Option<String> {
    let national = national(phone);
    let tail = end(&national, *TAIL.start())?;
    Some(tail.to_owned())
}

/// The last `count` digits.
fn end(digits: &str, count: usize) -> Option<&str> {
    digits.get(digits.len().checked_sub(count)?..)
}

/// The digits without trunk zero and extension. A country's prefix, if there is one, is still there.
fn national(phone: &str) -> String {
    let Typed { main, .. } = typed(phone);
    main.trim_start_matches('0').to_owned()
}

/// A number taken apart.
struct Typed {
    main: String,
    extension: String,
    is_international: bool,
}

fn typed(phone: &str) -> Typed {
    let mut main = String::with_capacity(phone.len());
    let mut extension = String::new();
    let mut plus = false;
    let mut is_extension = false;
    let mut trunk = None;
    let mut before = [' '; 2];
    for letter in phone.chars() {
        match digit(letter) {
            Some(digit) if is_extension => extension.push(digit),
            Some(digit) => main.push(digit),
            None if matches!(letter, '+' | '＋') => plus |= main.is_empty(),
            None if letter == ';' => is_extension |= !main.is_empty(),
            None if matches!(letter, '#' | ',') || letter.is_alphabetic() => {
                is_extension |= main.len() >= SHORTEST;
            }
            // `+44 (0)20`: the zero is for those who call from within.
            None if letter == ')' && before == ['(', '0'] && main.len() > 1 => {
                trunk.get_or_insert(main.len().saturating_sub(1));
            }
            None => {}
        }
        if !letter.is_whitespace() {
            before = [before[1], digit(letter).unwrap_or(letter)];
        }
    }
    let mut is_international = plus;
    if !plus && is_doubled(&main) {
        is_international = true;
        main.drain(..2);
        trunk = trunk.and_then(|at| at.checked_sub(2));
    }
    if let Some(at) = trunk.filter(|at| is_international && *at < main.len()) {
        main.remove(at);
    }
    if plus && is_doubled(&main) {
        main.drain(..2);
    }
    Typed {
        main,
        extension,
        is_international,
    }
}

/// Whether a number begins with the `00` that is dialled for `+`.
fn is_doubled(main: &str) -> bool {
    main.len() > 2 && main.starts_with("00") && !main.starts_with("000")
}

/// The ASCII digit that a decimal digit of any script stands for.
fn digit(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return letter.is_ascii_digit().then_some(letter);
    }
    let code = u32::from(letter);
    let zero = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    char::from_digit(code - ZEROS.get(zero)?, 10)
}

/// The zero of every script that has decimal digits (Unicode 14, general category Nd); the other
/// nine follow each.
const ZEROS: [u32; 65] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_around_a_number_does_not_count() {
        for (typed, expected) in [
            ("(613) 555-1212", "6135551212"),
            ("613.555.1212", "6135551212"),
            ("tel:+1-613-555-1212", "+16135551212"),
            (" +31 20 123 4567 ", "+31201234567"),
            ("＋31 20 123 4567", "+31201234567"),
            ("0031 20 123 4567", "+31201234567"),
            ("+44 (0) 20 7946 0018", "+442079460018"),
            ("0044 (0)20 7946 0018", "+442079460018"),
            ("(0)20 7946 0018", "02079460018"),
            ("+39 06 1234 5678", "+390612345678"),
        ] {
            assert_eq!(digits(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn digits_of_every_script_count() {
        for typed in [
            "٠٢٠١٢٣٤٥٦٧",
            "०२०१२३४५६७",
            "０２０１２３４５６７",
            "𝟎𝟐𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕",
        ] {
            assert_eq!(digits(typed), "0201234567", "{typed:?}");
        }
        for (zero, nine) in ZEROS.map(|zero| (zero, zero + 9)) {
            let letters = [zero, nine].map(|code| char::from_u32(code).unwrap());
            assert_eq!(letters.map(digit), [Some('0'), Some('9')], "{zero:x}");
            assert!(letters.iter().all(|letter| letter.is_numeric()), "{zero:x}");
        }
        assert!(ZEROS.is_sorted_by(|one, next| one + 10 <= *next));
    }

    #[test]
    fn extensions_stay_apart() {
        for typed in [
            "0113 496 0018 ext. 12",
            "0113 496 0018 x12",
            "0113 496 0018 #12",
            "01134960018;ext=12",
        ] {
            assert_eq!(digits(typed), "01134960018;12", "{typed:?}");
        }
        assert_ne!(digits("0113 496 0018 x12"), digits("0113496001812"));
        assert_ne!(digits("0113 496 0018 x12"), digits("0113 496 0018"));
        assert_eq!(digits("0113 496 0018 (home)"), "01134960018");
    }

    #[test]
    fn a_text_without_digits_is_no_blank() {
        assert_eq!(digits("ask  her"), "ask her");
        assert_eq!(digits("0000000"), "0000000");
        assert_eq!(digits(" "), "");
    }

    #[test]
    fn what_may_be_somebodys_number() {
        for phone in ["0113 496 0018", "496 001", "+64 9 123 4567"] {
            assert!(is_number(phone), "{phone:?}");
        }
        for phone in ["", "ask her", "12345", "000 000 0000", "9999999"] {
            assert!(!is_number(phone), "{phone:?}");
        }
    }

    #[test]
    fn national_and_international_are_alike() {
        for (one, other) in [
            ("020 7946 0018", "+44 20 7946 0018"),
            ("(613) 555-1212", "+1 613 555 1212"),
            ("021 123 456", "+64 21 123 456"),
            ("12 34 56 78", "+45 12345678"),
            ("06 1234 5678", "+39 06 1234 5678"),
            ("0113 496 0018 x12", "0113 496 0018"),
            ("0412 345 678", "0061 412 345 678"),
        ] {
            assert!(are_alike(one, other), "{one:?} {other:?}");
            assert!(are_alike(other, one), "{other:?} {one:?}");
            assert_eq!(tail(one), tail(other));
        }
        for (one, other) in [
            ("123 4567", "+64 9 123 4567"),
            ("020 7946 0018", "020 7946 0019"),
            ("613 555 1212", "416 555 1212"),
            ("", ""),
            ("ask", "ask"),
        ] {
            assert!(!are_alike(one, other), "{one:?} {other:?}");
        }
    }

    proptest! {
        #[test]
        fn a_form_is_its_own_form(phone in "[0-9+() .;x#-]{0,24}|.{0,24}") {
            let once = digits(&phone);
            prop_assert_eq!(digits(&once), once);
        }

        #[test]
        fn blanks_and_dashes_do_not_count(phone in "[+0]?[0-9]{6,14}") {
            let spread: String = phone.chars().flat_map(|c| [c, ' ', '-']).collect();
            prop_assert_eq!(digits(&spread), digits(&phone));
            prop_assert!(tail(&phone).is_none_or(|tail| tail.len() == 8));
        }

        #[test]
        fn being_alike_is_mutual(one in "[+0]{0,2}[0-9]{0,12}", other in "[+0]{0,2}[0-9]{0,12}") {
            prop_assert_eq!(are_alike(&one, &other), are_alike(&other, &one));
        }
    }
}
