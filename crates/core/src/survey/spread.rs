//! How customers are spread over the two stores, and what both know of their consent: numbers that
//! add up, to be looked at rather than read.

use serde::{Deserialize, Serialize};

use super::{Line, Reason, Status};
use crate::{Consent, Side, Sides};

/// Where a customer is, for whoever looks at both stores together: exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// On this side alone.
    Only(Side),
    /// On both.
    Both,
    /// Wherever it is, a person is asked about it.
    Asked,
}

impl Line {
    /// Where the customer is.
    #[must_use]
    pub const fn part(&self) -> Part {
        if self.is_asked_about() {
            return Part::Asked;
        }
        match (self.places.pos, self.places.ecom) {
            (Some(_), Some(_)) => Part::Both,
            (Some(_), None) => Part::Only(Side::Pos),
            (None, _) => Part::Only(Side::Ecom),
        }
    }

    const fn is_asked_about(&self) -> bool {
        match (self.status, self.reason) {
            (Status::Ambiguous | Status::Gone, _) | (Status::NeedsGroup, Reason::NoSuchGroup) => {
                true
            }
            (Status::Ignored, _) => false,
            (_, Reason::Fields { ask, .. }) => !ask.is_empty(),
            _ => false,
        }
    }
}

/// How many customers are where; they add up to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlap {
    /// [`Part::Only`].
    pub only: Sides<u32>,
    /// [`Part::Both`].
    pub both: u32,
    /// [`Part::Asked`].
    pub asked: u32,
}

impl Overlap {
    /// Counts customers.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut all = Self::default();
        for line in lines {
            let count = match line.part() {
                Part::Only(side) => all.only.get_mut(side),
                Part::Both => &mut all.both,
                Part::Asked => &mut all.asked,
            };
            *count += 1;
        }
        all
    }

    /// How many are in this part.
    #[must_use]
    pub const fn get(&self, part: Part) -> u32 {
        match part {
            Part::Only(side) => *self.only.get(side),
            Part::Both => self.both,
            Part::Asked => self.asked,
        }
    }
}

/// What one store knows of its customers' consent; they add up to its records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// [`Consent::Granted`].
    pub granted: u32,
    /// [`Consent::Unknown`].
    pub unknown: u32,
    /// [`Consent::Denied`].
    pub denied: u32,
}

/// What both stores know of consent to marketing by email.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consents {
    /// Per store, of everybody whom it has.
    pub known: Sides<Known>,
    /// Of those who are in both: how many mean the same on both sides, as rules and runs see it.
    pub alike: u32,
    /// Of those who are in both: how many said no on this side alone.
    pub only_denied: Sides<u32>,
}

impl Consents {
    /// Counts customers, each with what either side knows of it; `None` where it is not there.
    pub fn of(customers: impl IntoIterator<Item = Sides<Option<Consent>>>) -> Self {
        let mut all = Self::default();
        for customer in customers {
            for side in Side::BOTH {
                if let Some(consent) = customer.get(side) {
                    all.known.get_mut(side).note(*consent);
                }
            }
            if let (Some(pos), Some(ecom)) = (customer.pos, customer.ecom) {
                all.compare(Sides { pos, ecom });
            }
        }
        all
    }

    fn compare(&mut self, both: Sides<Consent>) {
        if both.agree() {
            self.alike += 1;
        } else if both.pos == Consent::Denied {
            self.only_denied.pos += 1;
        } else {
            self.only_denied.ecom += 1;
        }
    }
}

impl Known {
    const fn note(&mut self, consent: Consent) {
        match consent {
            Consent::Granted => self.granted += 1,
            Consent::Unknown => self.unknown += 1,
            Consent::Denied => self.denied += 1,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.granted + self.unknown + self.denied
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, FieldSet, identity::Ambiguity};

    fn line(places: (Option<u32>, Option<u32>), status: Status, reason: Reason) -> Line {
        let (pos, ecom) = places;
        Line {
            places: Sides { pos, ecom },
            status,
            reason,
        }
    }

    #[test]
    fn everybody_is_in_one_part() {
        let (both, pos, ecom) = ((Some(1), Some(2)), (Some(1), None), (None, Some(2)));
        let ask = FieldSet::NONE.with(Field::Name);
        let fields = |copy, ask| Reason::Fields { copy, ask };
        let cases = [
            (both, Status::InStep, Reason::Plain, Part::Both),
            (
                both,
                Status::WillSync,
                fields(ask, FieldSet::NONE),
                Part::Both,
            ),
            (
                both,
                Status::NeedsDecision,
                fields(FieldSet::NONE, ask),
                Part::Asked,
            ),
            (both, Status::Ignored, Reason::Plain, Part::Both),
            (
                pos,
                Status::WaitsForOrder,
                Reason::Plain,
                Part::Only(Side::Pos),
            ),
            (pos, Status::NoEmail, Reason::Plain, Part::Only(Side::Pos)),
            (pos, Status::Gone, Reason::On(Side::Ecom), Part::Asked),
            (
                ecom,
                Status::AddByHand,
                Reason::Plain,
                Part::Only(Side::Ecom),
            ),
            (ecom, Status::NeedsGroup, Reason::NoSuchGroup, Part::Asked),
            (
                ecom,
                Status::Ambiguous,
                Reason::Ambiguity(Ambiguity::EmailOfAnother),
                Part::Asked,
            ),
        ];
        let lines = cases.map(|(places, status, reason, _)| line(places, status, reason));
        for (line, (.., part)) in lines.iter().zip(cases) {
            assert_eq!(line.part(), part, "{line:?}");
        }
        let overlap = Overlap::of(&lines);
        assert_eq!(overlap.both, 3);
        assert_eq!(overlap.only, Sides { pos: 2, ecom: 1 });
        assert_eq!(overlap.asked, 4);
        for part in [
            Part::Only(Side::Pos),
            Part::Only(Side::Ecom),
            Part::Both,
            Part::Asked,
        ] {
            let many = lines.iter().filter(|line| line.part() == part).count();
            assert_eq!(usize::try_from(overlap.get(part)), Ok(many));
        }
        assert_eq!(Overlap::of(&[]), Overlap::default());
    }

    #[test]
    fn consent_is_counted_as_the_rules_compare_it() {
        use Consent::{Denied, Granted, Unknown};
        let both = |pos, ecom| Sides {
            pos: Some(pos),
            ecom: Some(ecom),
        };
        let counted = Consents::of([
            both(Denied, Denied),
            both(Unknown, Granted),
            both(Unknown, Unknown),
            both(Denied, Granted),
            both(Denied, Unknown),
            both(Unknown, Denied),
            Sides {
                pos: Some(Denied),
                ecom: None,
            },
            Sides {
                pos: None,
                ecom: Some(Granted),
            },
        ]);
        assert_eq!(counted.alike, 3);
        assert_eq!(counted.only_denied, Sides { pos: 2, ecom: 1 });
        let known = |granted, unknown, denied| Known {
            granted,
            unknown,
            denied,
        };
        assert_eq!(
            counted.known,
            Sides {
                pos: known(0, 3, 4),
                ecom: known(3, 2, 2),
            }
        );
        assert_eq!(counted.known.map(|_, known| known.total()).pos, 7);
        assert_eq!(Consents::of([]), Consents::default());
    }
}
