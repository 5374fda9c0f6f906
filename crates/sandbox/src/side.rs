//! Which of the two back ends is meant, in the sandbox's own words.

use serde::{Deserialize, Serialize};

/// One of the two back ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Lightspeed Retail POS (X-Series).
    Pos,
    /// Lightspeed eCom (E-Series).
    Ecom,
}
