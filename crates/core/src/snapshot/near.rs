//! What all variants of an email have in common, kept in the little room that a sketch has left. Which
//! variants there are is told by `canon::email::variant`.

use crate::{DigestKey, Field};

/// A short digest of an email's loose form; zero where it is nobody's.
///
/// Two strangers of one are one in a million millions. With 32 bits, of the 20,000 who are to be
/// created in a shop of a million, one was held back for nobody's sake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near([u8; 5]);

impl Near {
    /// Of an address in its loose form.
    pub(super) fn of(key: &DigestKey, loose: &str) -> Self {
        if loose.is_empty() {
            return Self([0; 5]);
        }
        let digest = key.digest_of(Field::Email, &["near ", loose]);
        let [a, b, c, d, e, ..] = digest.number().to_le_bytes();
        // A text whose digest happens to be zero is somebody's.
        Self([a.max(u8::from([b, c, d, e] == [0; 4])), b, c, d, e])
    }

    /// As a number, if it is somebody's.
    pub(super) fn number(self) -> Option<u64> {
        let [a, b, c, d, e] = self.0;
        let number = u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]);
        (number != 0).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_none_and_everybody_their_own() {
        let key = DigestKey([7; 16]);
        let number = |loose: &str| Near::of(&key, loose).number();
        assert_eq!(number(""), None);
        assert!(number("mara@example.org").is_some());
        assert_eq!(number("mara@example.org"), number("mara@example.org"));
        assert_ne!(number("mara@example.org"), number("nils@example.org"));
        // With 32 bits, strangers meet in a shop of a million.
        let of_many = (0..64).filter_map(|n| number(&format!("mara.{n}@example.org")));
        assert!(of_many.max() > Some(1 << 38));
    }
}
