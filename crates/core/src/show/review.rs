//! Review: one question at a time, the most important first, and what was answered.

use serde::{Deserialize, Serialize};

use super::{Shown, Suggested, Who};
use crate::{
    Field, RecordRef, Side, Sides, decisions::Choice, identity::Ambiguity, recon::Question,
};

/// Where a review stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPage {
    /// The revision of the book that it was taken from.
    pub revision: u64,
    /// How many questions are left, those included that were put off.
    pub left: u32,
    /// How many answers wait for the next run.
    pub answered: u32,
    /// Whether the last answer can be undone.
    pub can_undo: bool,
    /// The question; `None` where none is left.
    pub card: Option<Box<Card>>,
}

/// Which question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CardId {
    /// The customer.
    pub key: RecordRef,
    /// The field; `None` where the question is about who or whether the customer is.
    pub field: Option<Field>,
    /// A keyed digest of what is on screen. An answer to values that changed meanwhile is refused.
    pub seen: u64,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which.
    pub id: CardId,
    /// Whom it is about.
    pub who: Who,
    /// What is asked.
    pub about: About,
    /// What each side has.
    pub sides: Sides<CardSide>,
    /// What can be answered, in the order of their keys: 1, 2, … There is no default.
    pub offers: Vec<Offer>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "about")]
pub enum About {
    /// What a field is to be.
    Field {
        /// The field.
        field: Field,
        /// The question.
        question: Question,
    },
    /// Who the customer is on the other side.
    Person {
        /// Why that cannot be told.
        why: Ambiguity,
        /// Who it may be.
        candidates: Vec<Suggested>,
    },
    /// What is to become of a pair whose record on this side is gone.
    Gone {
        /// The side that no longer has it.
        on: Side,
    },
    /// A customer who is to be created is in a group that the other side lacks.
    LacksGroup {
        /// The side that lacks it.
        on: Side,
        /// Its title.
        title: Option<String>,
    },
}

/// One side of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardSide {
    /// Whether the side has a record of the customer.
    pub is_there: bool,
    /// The value that is asked about; blank where the question is about no field.
    pub value: Shown,
    /// Whether the value changed since both sides last agreed; `None` where they never did.
    pub changed: Option<bool>,
    /// When the record was last changed, in seconds since 1970: a hint, the content decides.
    pub changed_at: Option<i64>,
    /// The name that this side has.
    pub name: Option<String>,
    /// The email that this side has.
    pub email: Option<String>,
}

/// One answer that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The answer.
    pub verdict: Verdict,
    /// Whether it raises consent, so that the reason has to be written down.
    pub needs_evidence: bool,
    /// Whether it changes the email by which the shopper signs in online.
    pub moves_sign_in: bool,
    /// How many questions in all it answers when it is given to all like this one; 0 where it may be
    /// given singly only.
    pub in_bulk: u32,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// What both sides get, or that each keeps its own.
    Choose {
        /// The choice.
        choice: Choice,
    },
    /// The customer is this record of the other side.
    Link {
        /// The record.
        to: RecordRef,
    },
    /// Have it created on the other side. Not offered as an answer: a wish, which is listed among the
    /// answers until it is done.
    Create,
    /// Leave the customer alone from now on.
    Ignore,
    /// Forget that the two were one: the record that is left counts as one alone.
    Forget,
    /// Ask later: the question goes behind all others.
    Later,
}

/// An answer that waits for the next run, or a lasting one, which can be withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// Whom it is about.
    pub who: Who,
    /// The field; `None` for the whole customer.
    pub field: Option<Field>,
    /// What was said.
    pub verdict: Verdict,
    /// Whether it was given for many at once.
    pub in_bulk: bool,
}

/// Answers that were given, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// How many there are in all.
    pub total: u32,
    /// A window of them.
    pub given: Vec<GivenAnswer>,
}
