//! Plain texts: blanks squeezed, accents composed, case kept.

use unicode_normalization::UnicodeNormalization;

/// The text in NFC with every run of blanks as one space and none at the ends. Case counts: a
/// person who corrects it wants the correction on both sides.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}
