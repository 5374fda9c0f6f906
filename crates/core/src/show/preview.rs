//! The preview of a run: every write with before and after, what is left out and why, and what it
//! costs. What runs is what is in it (invariant I3).

use serde::{Deserialize, Serialize};

use super::{Purpose, Shown, Who};
use crate::{
    Field, Side, Sides,
    sync::{draft::Because, policy::Halt},
};

/// Which plan a preview is of: a keyed digest over all its writes. A run is begun by it, and only
/// if the same writes still follow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct PreviewId(pub u64);

/// What a preview says at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewHead {
    /// Which plan.
    pub id: PreviewId,
    /// What it is for.
    pub purpose: Purpose,
    /// How many writes of each kind; they add up to `total`.
    pub kinds: OpKinds,
    /// Writes in all.
    pub total: u32,
    /// How many customers they are about.
    pub customers: u32,
    /// The calls that they take, to read, write and read back.
    pub calls: Sides<u32>,
    /// How long that takes, in seconds, at the pace that the stores allow.
    pub seconds: u32,
    /// How many things are left out.
    pub withheld: u32,
    /// What a person confirms first.
    pub halts: Vec<Halt>,
}

/// How many writes of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpKinds {
    /// New customers, per side.
    pub create: Sides<u32>,
    /// Changes, per side.
    pub update: Sides<u32>,
    /// POS customers who move into another group.
    pub move_group: u32,
}

/// A kind of write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpKind {
    /// A new customer.
    Create,
    /// A change.
    Update,
    /// A move into another group.
    Move,
}

/// Which part of a preview is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewQuery {
    /// Which preview.
    pub id: PreviewId,
    /// Which part of it.
    pub part: PreviewPart,
    /// The place of the first row that is wanted, from 0, within that part.
    pub from: u32,
    /// How many are wanted at most.
    pub count: u32,
}

/// A part of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "part")]
pub enum PreviewPart {
    /// The writes of one kind to one side.
    Writes {
        /// The kind.
        kind: OpKind,
        /// The side that is written to.
        on: Side,
    },
    /// What is left out.
    Withheld,
}

/// A window of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewPage {
    /// What was asked for.
    pub query: PreviewQuery,
    /// How many rows the part has.
    pub total: u32,
    /// Writes, where those were asked for.
    pub writes: Vec<OpRow>,
    /// What is left out, where that was asked for.
    pub withheld: Vec<WithheldRow>,
}

/// One write as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpRow {
    /// Its number in the plan.
    pub number: u32,
    /// What kind of write.
    pub kind: OpKind,
    /// The side that is written to.
    pub on: Side,
    /// Whom it is about.
    pub who: Who,
    /// What changes.
    pub edits: Vec<ShownEdit>,
    /// Whether it changes the email by which the shopper signs in.
    pub moves_sign_in: bool,
    /// Whether it raises consent.
    pub raises_consent: bool,
}

/// The change of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownEdit {
    /// The field.
    pub field: Field,
    /// What is there.
    pub before: Shown,
    /// What is there afterwards.
    pub after: Shown,
}

/// One thing that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithheldRow {
    /// Whom it is about.
    pub who: Who,
    /// The field; `None` for the whole record.
    pub field: Option<Field>,
    /// Why.
    pub because: Because,
}
