//! The three-way merge of one field: what was last agreed, what each side has now, what follows.
//! Content decides; no clock is looked at (design section 6, "Merge"). Consent has a table of its
//! own in `consent`.

use serde::{Deserialize, Serialize};

use crate::{
    Consent, Digest, DigestKey, Field, GroupId, GroupMap, GroupSlot, Side, Sides,
    archive::Base,
    consent::{self, ConsentOutcome, ConsentQuestion},
};

/// What follows for one field of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Both sides have the same.
    Agreed,
    /// They differ, a person left them so, and neither changed since.
    Apart,
    /// `to` gets what the other side has.
    Copy {
        /// The side that is written to.
        to: Side,
        /// Why it may be.
        why: Why,
    },
    /// A person decides. There is no default.
    Ask(Question),
}

/// Why a value is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The side that is written to was blank.
    Filled,
    /// The other side changed since it was last agreed.
    Changed,
    /// A person said so.
    Answered,
}

/// What a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// The two differ and nothing was ever agreed.
    NeverAgreed,
    /// One is in its side's default group, the other in a named one, and nothing was ever agreed.
    DefaultAgainstNamed {
        /// The side that has the named group.
        named: Side,
    },
    /// Both changed, and not to the same.
    BothChanged,
    /// One side no longer has a value. Nothing is taken away unasked.
    Cleared {
        /// The side that no longer has it.
        by: Side,
    },
    /// The group of this side has no counterpart on the other.
    NoSuchGroup {
        /// The side that has the group.
        on: Side,
    },
    /// Another customer of the side that would be written to has that email.
    EmailTaken,
    /// Somebody puts the old value back each time: Tandem stops (design section 1).
    FlipFlop,
    /// Consent, for this reason.
    Consent(ConsentQuestion),
}

/// What follows for a text, from the digests of its canonical forms.
#[must_use]
pub fn text(key: &DigestKey, field: Field, agreed: Base, now: Sides<Digest>) -> Outcome {
    if now.pos == now.ecom {
        return Outcome::Agreed;
    }
    match agreed {
        Base::Apart(_) if agreed == Base::apart(key, field, now) => Outcome::Apart,
        Base::Never | Base::Apart(_) => first_contact(now),
        Base::Agreed(then) if now.ecom == then => changed(Side::Pos, now),
        Base::Agreed(then) if now.pos == then => changed(Side::Ecom, now),
        Base::Agreed(_) => Outcome::Ask(Question::BothChanged),
    }
}

/// Two that differ and were never agreed on: one blank is filled, else a person decides.
fn first_contact(now: Sides<Digest>) -> Outcome {
    let why = Why::Filled;
    match (now.pos.is_blank(), now.ecom.is_blank()) {
        (true, _) => Outcome::Copy { to: Side::Pos, why },
        (_, true) => Outcome::Copy {
            to: Side::Ecom,
            why,
        },
        (false, false) => Outcome::Ask(Question::NeverAgreed),
    }
}

/// One side changed since.
fn changed(by: Side, now: Sides<Digest>) -> Outcome {
    if now.get(by).is_blank() {
        return Outcome::Ask(Question::Cleared { by });
    }
    Outcome::Copy {
        to: by.other(),
        why: Why::Changed,
    }
}

/// What follows for the groups.
#[must_use]
pub fn group(map: &GroupMap, agreed: Option<&Sides<GroupId>>, now: Sides<&GroupId>) -> Outcome {
    let slots = now.map(|side, group| map.slot(side, group));
    group_in(slots, agreed, now)
}

/// The same, for groups whose numbers were looked up before.
#[must_use]
pub fn group_in(
    slots: Sides<GroupSlot>,
    agreed: Option<&Sides<GroupId>>,
    now: Sides<&GroupId>,
) -> Outcome {
    if slots.pos == slots.ecom && slots.pos != GroupSlot::UNMAPPED {
        return Outcome::Agreed;
    }
    let changed = agreed.map(|then| now.map(|side, group| group != then.get(side)));
    match changed.map(|changed| (changed.pos, changed.ecom)) {
        None => first_groups(slots),
        Some((false, false)) => Outcome::Apart,
        Some((true, true)) => Outcome::Ask(Question::BothChanged),
        Some((pos_changed, _)) => {
            let by = if pos_changed { Side::Pos } else { Side::Ecom };
            if *slots.get(by) == GroupSlot::UNMAPPED {
                return Outcome::Ask(Question::NoSuchGroup { on: by });
            }
            Outcome::Copy {
                to: by.other(),
                why: Why::Changed,
            }
        }
    }
}

/// Two groups that were never agreed on (rule A6). A group without a counterpart has to get one
/// before anything can be said.
fn first_groups(slots: Sides<GroupSlot>) -> Outcome {
    let unmapped = Side::BOTH
        .into_iter()
        .find(|side| *slots.get(*side) == GroupSlot::UNMAPPED);
    let default = Side::BOTH
        .into_iter()
        .find(|side| *slots.get(*side) == GroupSlot::DEFAULT);
    Outcome::Ask(match (unmapped, default) {
        (Some(on), _) => Question::NoSuchGroup { on },
        (None, Some(default)) => Question::DefaultAgainstNamed {
            named: default.other(),
        },
        (None, None) => Question::NeverAgreed,
    })
}

/// What follows for the consents.
#[must_use]
pub fn consents(agreed: Option<Sides<Consent>>, now: Sides<Consent>) -> Outcome {
    let why = Why::Changed;
    match consent::reconcile(agreed, now) {
        ConsentOutcome::Agreed => Outcome::Agreed,
        ConsentOutcome::KeptApart => Outcome::Apart,
        ConsentOutcome::Lower { to } => Outcome::Copy { to, why },
        ConsentOutcome::RaiseInPos => Outcome::Copy { to: Side::Pos, why },
        ConsentOutcome::Ask(question) => Outcome::Ask(Question::Consent(question)),
    }
}

impl Outcome {
    /// The same with the sides swapped.
    #[must_use]
    pub const fn swapped(self) -> Self {
        match self {
            Self::Copy { to, why } => Self::Copy {
                to: to.other(),
                why,
            },
            Self::Ask(question) => Self::Ask(question.swapped()),
            Self::Agreed | Self::Apart => self,
        }
    }
}

impl Question {
    /// The same with the sides swapped. Consent is not the same for both sides and stays.
    #[must_use]
    pub const fn swapped(self) -> Self {
        match self {
            Self::DefaultAgainstNamed { named } => Self::DefaultAgainstNamed {
                named: named.other(),
            },
            Self::Cleared { by } => Self::Cleared { by: by.other() },
            Self::NoSuchGroup { on } => Self::NoSuchGroup { on: on.other() },
            other => other,
        }
    }
}
