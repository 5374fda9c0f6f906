//! Digests: what stands for a customer's text where the text itself may not be kept. The key is
//! made at install by whoever has randomness; it is an input here.

use std::hash::Hasher;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher24;

use crate::{Consent, Field};

/// The secret of one install. Digests of two keys have nothing to do with each other.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestKey(pub [u8; 16]);

impl std::fmt::Debug for DigestKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DigestKey(..)")
    }
}

/// A keyed 64-bit digest (SipHash-2-4) of one field's canonical form. Eight bytes at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest([u8; 8]);

impl Digest {
    /// Stands for blank, under every key.
    pub const BLANK: Self = Self([0; 8]);

    /// Whether it stands for blank.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    /// The digest as a number, to sort and to look up by.
    #[must_use]
    pub const fn number(self) -> u64 {
        u64::from_le_bytes(self.0)
    }

    /// The digest of this number: what [`Digest::number`] gave.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number.to_le_bytes())
    }
}

impl DigestKey {
    /// A number that tells keys apart and nothing about them: whether digests at rest are of this
    /// key.
    #[must_use]
    pub fn id(&self) -> u32 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(b"the id of a key");
        let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    }

    /// The digest of a field's canonical form; the empty text is [`Digest::BLANK`]. The same text
    /// in two fields has two digests.
    ///
    /// ```
    /// use tandem_core::{Field, digest::{Digest, DigestKey}};
    /// let key = DigestKey([7; 16]);
    /// assert_eq!(key.digest(Field::Name, ""), Digest::BLANK);
    /// assert_ne!(key.digest(Field::Name, "x"), key.digest(Field::Company, "x"));
    /// ```
    #[must_use]
    pub fn digest(&self, field: Field, canonical: &str) -> Digest {
        self.digest_of(field, &[canonical])
    }

    /// The digest of several texts as if they were one.
    pub(crate) fn digest_of(&self, field: Field, parts: &[&str]) -> Digest {
        if parts.iter().all(|part| part.is_empty()) {
            return Digest::BLANK;
        }
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write_u8(field as u8);
        for part in parts {
            hasher.write(part.as_bytes());
        }
        // A text whose digest happens to be zero is no blank.
        Digest(hasher.finish().max(1).to_le_bytes())
    }

    /// The digest of a consent, for answers that remember what was on screen.
    #[must_use]
    pub fn consent(&self, consent: Consent) -> Digest {
        let word = match consent {
            Consent::Denied => "denied",
            Consent::Unknown => "unknown",
            Consent::Granted => "granted",
        };
        self.digest(Field::Consent, word)
    }
}

/// A check over bytes at rest, which tells a piece that was cut or changed. The same on every
/// machine and in every version, and no secret.
#[must_use]
pub fn checksum(bytes: &[u8]) -> [u8; 4] {
    let mut hasher = SipHasher24::new();
    hasher.write(bytes);
    let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_decides() {
        let (one, other) = (DigestKey([1; 16]), DigestKey([2; 16]));
        let digest = |key: &DigestKey| key.digest(Field::Email, "mara@example.org");
        assert_eq!(digest(&one), digest(&one));
        assert_ne!(digest(&one), digest(&other));
        assert!(!digest(&one).is_blank());
        assert!(!format!("{one:?}").contains('1'));
        assert_ne!(one.id(), other.id());
        let parts = ["mara@", "", "example.org"];
        assert_eq!(one.digest_of(Field::Email, &parts), digest(&one));
        assert!(one.digest_of(Field::Email, &["", ""]).is_blank());
    }
}
