//! One write, carrying what it expects to find.

use serde::{Deserialize, Serialize};

use crate::{Consent, Field, RecordId, Side, Sides, Value};

/// The change of one field of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The field.
    pub field: Field,
    /// What must still be there.
    pub expected: Value,
    /// What is there afterwards.
    pub result: Value,
    /// What the other side has, which is where `result` comes from.
    pub source: Value,
}

/// One write to one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum Op {
    /// Creates a record on `on` for the record `source` of the other side. Expects nobody of that
    /// email (or code) there.
    Create {
        /// Where it is written.
        on: Side,
        /// The record of the other side.
        source: RecordId,
        /// The values that the new record gets; each expects [`Value::Blank`].
        edits: Vec<Edit>,
        /// The `customer_code` that a new POS record gets, so that POS refuses a second one.
        code: Option<String>,
    },
    /// Changes fields of a record.
    Update {
        /// Where it is written.
        on: Side,
        /// The record.
        id: RecordId,
        /// Its twin on the other side.
        twin: RecordId,
        /// The changes.
        edits: Vec<Edit>,
    },
    /// Moves a POS customer into another group, and touches nothing else of it.
    Move {
        /// The record.
        id: RecordId,
        /// Its twin in eCom.
        twin: RecordId,
        /// The change of [`Field::Group`].
        edit: Box<Edit>,
    },
}

impl Op {
    /// The side that is written to.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self {
            Self::Create { on, .. } | Self::Update { on, .. } => *on,
            Self::Move { .. } => Side::Pos,
        }
    }

    /// The changes.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        match self {
            Self::Create { edits, .. } | Self::Update { edits, .. } => edits,
            Self::Move { edit, .. } => std::slice::from_ref(edit),
        }
    }

    /// The record that is written to; a create has none yet.
    #[must_use]
    pub const fn target(&self) -> Option<&RecordId> {
        match self {
            Self::Create { .. } => None,
            Self::Update { id, .. } | Self::Move { id, .. } => Some(id),
        }
    }

    /// The record of the other side.
    #[must_use]
    pub const fn source(&self) -> &RecordId {
        match self {
            Self::Create { source, .. } => source,
            Self::Update { twin, .. } | Self::Move { twin, .. } => twin,
        }
    }

    /// The ids of the pair, once the record written to is known.
    #[must_use]
    pub fn ids(&self, target: RecordId) -> Sides<RecordId> {
        match self.side() {
            Side::Pos => Sides {
                pos: target,
                ecom: self.source().clone(),
            },
            Side::Ecom => Sides {
                pos: self.source().clone(),
                ecom: target,
            },
        }
    }

    /// The email that a new record gets; blank where there is none.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.edits()
            .iter()
            .find_map(|edit| match (&edit.result, edit.field) {
                (Value::Text(email), Field::Email) => Some(email.as_str()),
                _ => None,
            })
    }

    /// Whether it moves the shopper's sign-in: an eCom email is the name that they sign in by.
    #[must_use]
    pub fn moves_sign_in(&self) -> bool {
        matches!(self, Self::Update { on: Side::Ecom, .. })
            && self.edits().iter().any(|edit| edit.field == Field::Email)
    }

    /// Whether what the other side has is read anew as well before it is written: a record that is
    /// gone is not created for, and nobody's consent is raised by a yes that was taken back.
    #[must_use]
    pub fn needs_source(&self) -> bool {
        matches!(self, Self::Create { .. }) || self.raises_consent()
    }

    /// Whether it raises consent anywhere.
    #[must_use]
    pub fn raises_consent(&self) -> bool {
        self.edits().iter().any(|edit| {
            // A record that is not there yet has nothing that could be raised; what it may start
            // with is `consent::on_create`.
            let Value::Consent(before) = edit.expected else {
                return false;
            };
            matches!(edit.result, Value::Consent(after) if rank(self.side(), after) > rank(self.side(), before))
        })
    }
}

/// How much a side lets one do with a consent. POS has two states only.
const fn rank(on: Side, consent: Consent) -> u8 {
    match (on, consent) {
        (_, Consent::Denied) => 0,
        (Side::Pos, Consent::Unknown | Consent::Granted) | (Side::Ecom, Consent::Unknown) => 1,
        (Side::Ecom, Consent::Granted) => 2,
    }
}
