//! What a field can contain, as it stands in an op, a question and the journal.

use serde::{Deserialize, Serialize};

use crate::{Address, Consent, GroupId, PersonName};

/// The value of one field on one side, as stored there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Unset, null, absent or blank: one value.
    Blank,
    /// A group of that side.
    Group(GroupId),
    /// Consent to marketing by email.
    Consent(Consent),
    /// Email, company or telephone number.
    Text(String),
    /// A name.
    Name(PersonName),
    /// A billing address.
    Address(Box<Address>),
}
