//! One customer with everything that is known.

use serde::{Deserialize, Serialize};

use super::{Row, Shown, Who};
use crate::{
    Field, RecordRef, Side, Sides,
    decisions::Choice,
    identity::Link,
    recon::{Question, Why},
    suggest::Evidence,
};

/// One customer, both records side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its row of the list.
    pub row: Row,
    /// Why the two records are one person; `None` for a record alone.
    pub link: Option<Link>,
    /// Every field, in the order in which fields are shown.
    pub fields: Vec<FieldLine>,
    /// When each side's record was last changed, in seconds since 1970, where the side tells.
    pub changed_at: Sides<Option<i64>>,
    /// Records of the other side that may be the same person, the likeliest first. Empty for a pair.
    pub suggestions: Vec<Suggested>,
    /// What a person can do with it now.
    pub deeds: Vec<Deed>,
}

/// One field of both records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldLine {
    /// The field.
    pub field: Field,
    /// What each side has.
    pub values: Sides<Shown>,
    /// What follows.
    pub state: FieldState,
}

/// What follows for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum FieldState {
    /// Both sides have the same.
    Same,
    /// They differ, and a person left them so.
    LeftDifferent,
    /// The next run copies it.
    WillCopy {
        /// The side that is written to.
        to: Side,
        /// Why.
        why: Why,
    },
    /// A person decides. `answer` is what somebody said and what does not lead to a write.
    Asked {
        /// What is asked.
        question: Question,
        /// What was answered, if anything.
        answer: Option<Choice>,
    },
    /// There is only one record.
    Alone,
    /// The field is not kept the same.
    OutOfScope,
}

/// A record that may be the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// The record.
    pub who: Who,
    /// How much speaks for it, up to 100. Shown as more or less likely, never as a number of truth.
    pub score: u8,
    /// What speaks for it and against it.
    pub evidence: Vec<Evidence>,
}

/// What a person can do with a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "deed")]
pub enum Deed {
    /// Preview the writes for this customer alone, and do them.
    SyncNow,
    /// Answer the questions about it.
    Review,
    /// Have it created on that side by the next run ("Add to POS", "Create online").
    Create {
        /// The side it is created on.
        on: Side,
    },
    /// Take that wish back.
    DoNotCreate,
    /// Say that a record of the other side is the same person.
    Link,
    /// Say that the two are not one person.
    Unlink,
    /// Leave it alone from now on.
    Ignore,
    /// Look after it again.
    Heed,
    /// Forget the pair whose other record is gone.
    Forget,
}

/// What a person does with one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "deed")]
pub enum CustomerDeed {
    /// Have it created on the other side by the next run.
    Create,
    /// Take that wish back.
    DoNotCreate,
    /// It is this record of the other side.
    Link {
        /// The record.
        to: RecordRef,
    },
    /// The two records are not one person.
    Unlink,
    /// Leave it alone.
    Ignore,
    /// Look after it again.
    Heed,
    /// Forget the pair whose other record is gone.
    Forget,
}

/// Records, or what may be one person with a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twins {
    /// The likeliest first.
    pub found: Vec<Suggested>,
}
