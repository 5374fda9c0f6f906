//! What a POS customer says.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use tandem_core::{
    Address, Consent, GroupId, Observed, PersonName, RecordId, Side, Stamp,
    snapshot::{Problem, ProblemReason},
};

use crate::customers::Record;
use crate::members::{Members, Plain, id, plain, text};

/// The members that are understood. `postal_*` is what the admin calls the billing address.
#[derive(Debug, Deserialize)]
struct Customer {
    #[serde(deserialize_with = "id")]
    id: String,
    #[serde(deserialize_with = "id")]
    customer_group_id: String,
    /// Absent from the answers of the search.
    #[serde(default)]
    version: Option<i64>,
    #[serde(default)]
    deleted_at: Option<String>,
    /// Documented as false where nobody said anything.
    #[serde(default)]
    do_not_email: Option<bool>,
    #[serde(default, deserialize_with = "text")]
    customer_code: Option<String>,
    #[serde(default, deserialize_with = "text")]
    email: Option<String>,
    #[serde(default, deserialize_with = "text")]
    first_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    last_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    company_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    phone: Option<String>,
    #[serde(default, deserialize_with = "text")]
    mobile: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_address_1: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_address_2: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_suburb: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_city: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_postcode: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_state: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_country_id: Option<String>,
    #[serde(default, deserialize_with = "time")]
    updated_at: Option<i64>,
}

/// Seconds since 1970. A time that cannot be read is none: it is a hint, and no reason to lose a
/// record.
fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    plain(from, |seen| match seen {
        Plain::Text(text) => text.parse().ok().map(Timestamp::as_second),
        _ => None,
    })
}

/// What is needed of a customer that was deleted, and of one that cannot be read.
#[derive(Debug, Deserialize)]
struct Outline {
    #[serde(deserialize_with = "id")]
    id: String,
    #[serde(default)]
    deleted_at: Option<String>,
}

/// A record of a list.
#[derive(Deserialize)]
#[serde(from = "Customer")]
pub(super) enum Found {
    Living(Box<Observed>),
    Deleted(RecordId),
}

impl From<Customer> for Found {
    fn from(wire: Customer) -> Self {
        let id = RecordId::from(wire.id.as_str());
        if wire.deleted_at.is_some() {
            return Self::Deleted(id);
        }
        Self::Living(Box::new(wire.observed(id)))
    }
}

/// A record of a list in which not every one can be read.
pub(super) fn observed(record: &RawValue) -> Result<Found, Problem> {
    let problem = |id, reason| Problem { id, reason };
    let outline: Outline =
        serde_json::from_str(record.get()).map_err(|_| problem(None, ProblemReason::NoId))?;
    let id = RecordId::from(outline.id.as_str());
    if outline.deleted_at.is_some() {
        return Ok(Found::Deleted(id));
    }
    match serde_json::from_str::<Customer>(record.get()) {
        Ok(wire) => Ok(Found::Living(Box::new(wire.observed(id)))),
        Err(_) => Err(problem(Some(id), ProblemReason::Unreadable)),
    }
}

pub(super) fn record(record: &RawValue) -> Result<Option<Record>, serde_json::Error> {
    let wire: Customer = serde_json::from_str(record.get())?;
    if wire.deleted_at.is_some() {
        return Ok(None);
    }
    let whole: Members = serde_json::from_str(record.get())?;
    let id = RecordId::from(wire.id.as_str());
    Ok(Some(Record::new(Side::Pos, wire.observed(id), whole)))
}

impl Customer {
    fn observed(self, id: RecordId) -> Observed {
        Observed {
            id,
            stamp: Stamp(self.version.unwrap_or_default()),
            group: GroupId(self.customer_group_id),
            email: self.email,
            // False is also what nobody ever set: it proves nothing.
            consent: match self.do_not_email {
                Some(true) => Consent::Denied,
                Some(false) | None => Consent::Unknown,
            },
            name: PersonName {
                first: self.first_name,
                last: self.last_name,
                whole: None,
            },
            company: self.company_name,
            phone: self.phone.or(self.mobile),
            address: Address {
                line_1: self.postal_address_1,
                line_2: self.postal_address_2,
                suburb: self.postal_suburb,
                city: self.postal_city,
                postcode: self.postal_postcode,
                state: self.postal_state,
                country: self.postal_country_id,
            },
            reference: self.customer_code,
            has_ordered: false,
            changed_at: self.updated_at,
        }
    }
}
