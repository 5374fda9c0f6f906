//! Post codes as POS takes them: a pattern for each of forty countries, and for all others letters,
//! digits, blanks and hyphens. Which forty the real store knows is not published.

/// Country, patterns, an example. In a pattern `9` is a digit, `A` a letter and `X` either;
/// blanks and hyphens of the post code do not count.
const PATTERNS: [(&str, &str, &str); 40] = [
    ("AT", "9999", "1010"),
    ("AU", "9999", "3000"),
    ("BE", "9999", "1000"),
    ("BG", "9999", "1000"),
    ("BR", "99999999", "01310-100"),
    ("CA", "A9A9A9", "K1A 0B1"),
    ("CH", "9999", "8001"),
    ("CZ", "99999", "110 00"),
    ("DE", "99999", "10115"),
    ("DK", "9999", "1050"),
    ("EE", "99999", "10111"),
    ("ES", "99999", "28001"),
    ("FI", "99999", "00100"),
    ("FR", "99999", "75001"),
    (
        "GB",
        "A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA",
        "SW1A 1AA",
    ),
    ("GR", "99999", "104 31"),
    ("HR", "99999", "10000"),
    ("HU", "9999", "1011"),
    ("IE", "A99XXXX A9WXXXX", "D02 X285"),
    ("IN", "999999", "110001"),
    ("IT", "99999", "00184"),
    ("JP", "9999999", "100-0001"),
    ("KR", "99999", "03051"),
    ("LT", "99999 LT99999", "01100"),
    ("LU", "9999 L9999", "1111"),
    ("LV", "9999 LV9999", "LV-1050"),
    ("MT", "AAA9999", "VLT 1117"),
    ("MX", "99999", "06000"),
    ("NL", "9999AA", "1012 AB"),
    ("NO", "9999", "0150"),
    ("NZ", "9999", "1010"),
    ("PL", "99999", "00-001"),
    ("PT", "9999999", "1000-001"),
    ("RO", "999999", "010011"),
    ("SE", "99999", "111 22"),
    ("SG", "999999", "018989"),
    ("SI", "9999 SI9999", "1000"),
    ("SK", "99999", "811 01"),
    ("US", "99999 999999999", "10001"),
    ("ZA", "9999", "8001"),
];

/// Whether a post code is one of a country; if not, an example of one that is.
pub(super) fn check(country: &str, postcode: &str) -> Result<(), &'static str> {
    let signs = |sign: char| sign.is_alphanumeric() || sign == ' ' || sign == '-';
    let Some((_, patterns, example)) = PATTERNS.iter().find(|(code, ..)| *code == country) else {
        return if postcode.chars().all(signs) {
            Ok(())
        } else {
            Err("AB12 3-CD")
        };
    };
    let bare: Vec<char> = postcode
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '-'))
        .collect();
    let of_country = patterns.split(' ').any(|pattern| fits(pattern, &bare));
    if of_country { Ok(()) } else { Err(example) }
}

fn fits(pattern: &str, signs: &[char]) -> bool {
    let one = |(wanted, sign): (char, &char)| match wanted {
        '9' => sign.is_ascii_digit(),
        'A' => sign.is_ascii_alphabetic(),
        'X' => sign.is_ascii_alphanumeric(),
        other => sign.eq_ignore_ascii_case(&other),
    };
    pattern.len() == signs.len() && pattern.chars().zip(signs).all(one)
}

#[cfg(test)]
mod tests {
    use super::{PATTERNS, check};

    #[test]
    fn every_example_is_taken_in_its_country() {
        for (country, _, example) in PATTERNS {
            assert_eq!(check(country, example), Ok(()), "{country}");
            assert_eq!(check(country, "!"), Err(example), "{country}");
        }
    }

    #[test]
    fn post_codes_are_those_of_the_country() {
        for (country, postcode, taken) in [
            ("NL", "1012ab", true),
            ("NL", "1012", false),
            ("GB", "ec1a1bb", true),
            ("GB", "12345", false),
            ("US", "10001-1234", true),
            ("US", "1000", false),
            ("DE", "D-10115", false),
            ("IE", "d6w xy00", true),
            ("AE", "00000 x-1", true),
            ("AE", "No. 7", false),
            ("", "", true),
        ] {
            assert_eq!(
                check(country, postcode).is_ok(),
                taken,
                "{country} {postcode}"
            );
        }
    }
}
