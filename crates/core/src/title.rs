//! Titles: what makes two of them the same, nearly the same, or alike, and which may be written.

use crate::{Resemblance, WithheldReason};

/// The longest title that Tandem writes, in Unicode scalar values.
pub const MAX_TITLE_CHARS: usize = 255;

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

/// The key of a title.
#[must_use]
pub fn key(title: &str) -> TitleKey {
    TitleKey(title.to_owned())
}

/// Why two titles of different keys look alike, if they do.
#[must_use]
pub fn resemblance(a: &str, b: &str) -> Option<Resemblance> {
    let _ = (a, b);
    None
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
