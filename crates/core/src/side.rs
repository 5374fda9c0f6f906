//! The two sides, and a value for each. Hosts, ids and fields of a side live elsewhere.

use serde::{Deserialize, Serialize};

/// One of the two back ends of a shop (design section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Lightspeed Retail POS (X-Series).
    Pos,
    /// Lightspeed eCom (E-Series, the same product as Ecwid).
    Ecom,
}

impl Side {
    /// Both sides, POS first: the order in which everything is shown and read.
    pub const BOTH: [Self; 2] = [Self::Pos, Self::Ecom];

    /// The opposite side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Pos => Self::Ecom,
            Self::Ecom => Self::Pos,
        }
    }
}

/// One value for each side; the two can never be mixed up by position.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Sides<T> {
    /// The value for POS.
    pub pos: T,
    /// The value for eCom.
    pub ecom: T,
}

impl<T> Sides<T> {
    /// Builds both values from one function, POS first.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self {
            pos: make(Side::Pos),
            ecom: make(Side::Ecom),
        }
    }

    /// The value of `side`.
    pub const fn get(&self, side: Side) -> &T {
        match side {
            Side::Pos => &self.pos,
            Side::Ecom => &self.ecom,
        }
    }

    /// The value of `side`, to change it.
    pub const fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Pos => &mut self.pos,
            Side::Ecom => &mut self.ecom,
        }
    }

    /// Turns each value into another, POS first.
    pub fn map<U>(self, mut change: impl FnMut(Side, T) -> U) -> Sides<U> {
        Sides {
            pos: change(Side::Pos, self.pos),
            ecom: change(Side::Ecom, self.ecom),
        }
    }
}
