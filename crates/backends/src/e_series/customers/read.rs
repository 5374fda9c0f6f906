//! What an eCom customer says.

use jiff::{Timestamp, fmt::strtime};
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Number, value::RawValue};
use tandem_core::{
    Address, Consent, GroupId, Observed, PersonName, RecordId, Side, Stamp,
    canon::address::lines,
    snapshot::{Problem, ProblemReason},
};

use crate::customers::Record;
use crate::members::{Members, Plain, plain, text};

/// How the store writes a time; the offset is not always zero.
const TIME: &str = "%Y-%m-%d %H:%M:%S %z";

/// The members that are understood.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Customer {
    #[serde(deserialize_with = "whole_number")]
    id: String,
    #[serde(default, deserialize_with = "time")]
    updated: Option<i64>,
    /// Absent where the plan has no groups: everybody is in General.
    #[serde(default)]
    customer_group_id: Option<Number>,
    /// Absent: never asked.
    #[serde(default)]
    accept_marketing: Option<bool>,
    #[serde(default, deserialize_with = "text")]
    email: Option<String>,
    #[serde(default, deserialize_with = "text")]
    external_reference_id: Option<String>,
    #[serde(default)]
    billing_person: Option<Person>,
    #[serde(default)]
    stats: Option<Stats>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    #[serde(default, deserialize_with = "text")]
    name: Option<String>,
    /// The store's own split, where the name has two words or more.
    #[serde(default, deserialize_with = "text")]
    first_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    last_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    company_name: Option<String>,
    /// Both lines in one, apart by a line feed.
    #[serde(default, deserialize_with = "text")]
    street: Option<String>,
    #[serde(default, deserialize_with = "text")]
    city: Option<String>,
    #[serde(default, deserialize_with = "text")]
    postal_code: Option<String>,
    #[serde(default, deserialize_with = "text")]
    state_or_province_code: Option<String>,
    #[serde(default, deserialize_with = "text")]
    country_code: Option<String>,
    #[serde(default, deserialize_with = "text")]
    phone: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stats {
    /// `totalOrderCount` is 0 even for buyers (apis.md 2.4): this one counts.
    #[serde(default)]
    number_of_orders: Option<u64>,
}

/// What is needed of one that was deleted, or that cannot be read.
#[derive(Debug, Deserialize)]
struct Outline {
    #[serde(deserialize_with = "whole_number")]
    id: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    #[serde(default)]
    billing_person: Option<Members>,
}

/// A record of a list in which every one can be read.
#[derive(Deserialize)]
#[serde(from = "Customer")]
pub(super) struct Listed(pub(super) Observed);

impl From<Customer> for Listed {
    fn from(wire: Customer) -> Self {
        Self(wire.observed())
    }
}

pub(super) fn id(record: &RawValue) -> Result<RecordId, Problem> {
    let outline: Result<Outline, _> = serde_json::from_str(record.get());
    match outline {
        Ok(outline) => Ok(RecordId::from(outline.id.as_str())),
        Err(_) => Err(Problem {
            id: None,
            reason: ProblemReason::NoId,
        }),
    }
}

pub(super) fn observed(record: &RawValue) -> Result<Observed, Problem> {
    match serde_json::from_str::<Customer>(record.get()) {
        Ok(wire) => Ok(wire.observed()),
        Err(_) => Err(Problem {
            id: Some(id(record)?),
            reason: ProblemReason::Unreadable,
        }),
    }
}

pub(super) fn record(record: &RawValue) -> Result<Record, serde_json::Error> {
    let wire: Customer = serde_json::from_str(record.get())?;
    let whole: Whole = serde_json::from_str(record.get())?;
    let person = whole.billing_person.unwrap_or_default();
    Ok(Record::new(Side::Ecom, wire.observed(), person))
}

impl Customer {
    fn observed(self) -> Observed {
        let person = self.billing_person.unwrap_or_default();
        let group = self.customer_group_id.unwrap_or_else(|| 0.into());
        let [line_1, line_2] = person.street.as_deref().map(lines).unwrap_or_default();
        Observed {
            id: RecordId::from(self.id.as_str()),
            stamp: Stamp(self.updated.unwrap_or_default()),
            group: GroupId(group.to_string()),
            email: self.email,
            consent: match self.accept_marketing {
                Some(true) => Consent::Granted,
                Some(false) => Consent::Denied,
                None => Consent::Unknown,
            },
            name: PersonName {
                first: person.first_name,
                last: person.last_name,
                whole: person.name,
            },
            company: person.company_name,
            phone: person.phone,
            address: Address {
                line_1,
                line_2,
                suburb: None,
                city: person.city,
                postcode: person.postal_code,
                state: person.state_or_province_code,
                country: person.country_code,
            },
            reference: self.external_reference_id,
            has_ordered: self
                .stats
                .and_then(|stats| stats.number_of_orders)
                .is_some_and(|orders| orders > 0),
            changed_at: self.updated,
        }
    }
}

/// An id: a whole number, which some mirrors write as text.
fn whole_number<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    plain(from, |seen| match seen {
        Plain::Whole(number) => Some(number.to_string()),
        Plain::Large(number) => Some(number.to_string()),
        Plain::Text(text) if text.parse::<i64>().is_ok() => Some(text.to_owned()),
        _ => None,
    })?
    .ok_or_else(|| D::Error::custom("an id is a whole number"))
}

/// Seconds since 1970 from the store's text, or from a number of seconds.
fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    plain(from, |seen| match seen {
        Plain::Null | Plain::Large(_) | Plain::Fraction => Ok(None),
        Plain::Whole(number) => Ok(Some(number)),
        Plain::Text(text) => seconds(text).map(Some).ok_or("no time"),
        Plain::Other => Err("no time"),
    })?
    .map_err(D::Error::custom)
}

fn seconds(text: &str) -> Option<i64> {
    let written = strtime::parse(TIME, text).and_then(|time| time.to_timestamp());
    let time = written.or_else(|_| text.parse::<Timestamp>());
    time.ok().map(Timestamp::as_second)
}
