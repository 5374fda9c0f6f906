//! What there is to note in the archive, by digests and ids. What the archive makes of it is there.

use serde::{Deserialize, Serialize};

use crate::{Consent, Digest, Field, GroupId, RecordId, Side, Sides, Stamp};

/// What was found out about a pair, to be noted in the archive: by digests and ids, no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The pair.
    pub ids: Sides<RecordId>,
    /// How new the readings are, where there are new ones.
    pub stamps: Sides<Option<Stamp>>,
    /// What both sides have, field by field.
    pub facts: Vec<Fact>,
    /// What Tandem wrote to come there.
    pub wrote: Vec<Wrote>,
}

/// One field that Tandem wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrote {
    /// The field.
    pub field: Field,
    /// The side that was written to.
    pub on: Side,
    /// What was there before.
    pub before: Digest,
    /// What the other side has.
    pub source: Digest,
}

/// What both sides of a pair have in one field: the same, or knowingly not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// Digests of two texts.
    Text(Field, Sides<Digest>),
    /// Two groups.
    Group(Sides<GroupId>),
    /// Two consents.
    Consent(Sides<Consent>),
    /// Tandem wrote this, and something else is there: the store may have altered it, or somebody
    /// edited it at once. What was agreed counts no more, and a person is asked.
    Open(Field),
}

impl Fact {
    /// The field.
    #[must_use]
    pub const fn field(&self) -> Field {
        match self {
            Self::Text(field, _) | Self::Open(field) => *field,
            Self::Group(_) => Field::Group,
            Self::Consent(_) => Field::Consent,
        }
    }
}

impl Commitment {
    /// A pair of which nothing new is known but that the two are one person.
    #[must_use]
    pub const fn link(ids: Sides<RecordId>) -> Self {
        Self {
            ids,
            stamps: Sides {
                pos: None,
                ecom: None,
            },
            facts: Vec::new(),
            wrote: Vec::new(),
        }
    }
}
