//! A word that is shown to nobody: not in a log, not in an error.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A passphrase, as it travels from the panel to the background and never back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// What a person typed.
    #[must_use]
    pub const fn new(word: String) -> Self {
        Self(word)
    }

    /// The word itself, for whoever checks it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_never_shown() {
        let secret = Secret::new("open sesame".into());
        assert!(!format!("{secret:?}").contains("sesame"));
        assert_eq!(secret.reveal(), "open sesame");
    }
}
