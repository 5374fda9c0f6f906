//! Medians and spread.

use serde_json::{Value, json};

/// The middle of some figures, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) median: f64,
    /// Half of what lies between the smallest and the largest.
    pub(super) half_range: f64,
}

impl Spread {
    /// Of some figures; nothing of none.
    pub(super) fn of(mut figures: Vec<f64>) -> Option<Self> {
        figures.sort_by(f64::total_cmp);
        let median = *figures.get(figures.len() / 2)?;
        let (first, last) = (figures.first()?, figures.last()?);
        Some(Self {
            median,
            half_range: (last - first) / 2.0,
        })
    }

    /// As the report has it.
    pub(super) fn json(self) -> Value {
        json!({ "median": self.median, "half_range": self.half_range })
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} \u{b1} {:.1}", self.median, self.half_range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_ends() {
        let spread = Spread::of(vec![9.0, 1.0, 3.0]).unwrap();
        assert_eq!((spread.median, spread.half_range), (3.0, 4.0));
        assert_eq!(Spread::of(Vec::new()), None);
    }
}
