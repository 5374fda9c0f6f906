//! A customer as one side has it, as read. What its texts have in common with others: `canon`.

use std::{fmt, hash::Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Consent, Field, GroupId, Side, Value};

/// A customer's id on its own side. Opaque, and written back as it was read; POS gives UUID-like
/// text and eCom whole numbers, and both are kept in less room than their text takes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Id);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
enum Id {
    Number(u64),
    Uuid([u8; 16]),
    Text(Box<str>),
}

impl From<&str> for RecordId {
    fn from(text: &str) -> Self {
        Self(
            number(text)
                .or_else(|| uuid(text))
                .unwrap_or_else(|| Id::Text(text.into())),
        )
    }
}

/// A decimal number that is written again as it was: no sign, no leading zero.
fn number(text: &str) -> Option<Id> {
    let is_plain = text == "0" || text.starts_with(|first| matches!(first, '1'..='9'));
    is_plain.then(|| text.parse().ok().map(Id::Number))?
}

/// A UUID in the form that is written again as it was: lower case, with its four hyphens.
fn uuid(text: &str) -> Option<Id> {
    if text.len() != 36 {
        return None;
    }
    let mut bytes = [0; 16];
    let mut digits = text.bytes().enumerate();
    let mut digit = || loop {
        match digits.next()? {
            (8 | 13 | 18 | 23, b'-') => {}
            (8 | 13 | 18 | 23, _) => return None,
            (_, digit @ b'0'..=b'9') => return Some(digit - b'0'),
            (_, digit @ b'a'..=b'f') => return Some(digit - b'a' + 10),
            _ => return None,
        }
    };
    for byte in &mut bytes {
        *byte = (digit()? << 4) | digit()?;
    }
    Some(Id::Uuid(bytes))
}

impl RecordId {
    /// Feeds the id to a hasher. Unlike by `Hash`, in the same way in every version.
    pub(crate) fn feed(&self, hasher: &mut impl Hasher) {
        match &self.0 {
            Id::Number(number) => hasher.write(&number.to_le_bytes()),
            Id::Uuid(bytes) => hasher.write(bytes),
            Id::Text(text) => hasher.write(text.as_bytes()),
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Id::Number(number) => write!(f, "{number}"),
            Id::Text(text) => f.write_str(text),
            Id::Uuid(bytes) => {
                for (at, byte) in (0..).zip(bytes) {
                    let hyphen = if matches!(at, 4 | 6 | 8 | 10) {
                        "-"
                    } else {
                        ""
                    };
                    write!(f, "{hyphen}{byte:02x}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// As its text for people to read; in bytes, in the room that it takes here.
impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return to.collect_str(self);
        }
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            return Ok(Self::from(&*String::deserialize(from)?));
        }
        Ok(match Id::deserialize(from)? {
            // An id has one form, whoever wrote it.
            Id::Text(text) => Self::from(&*text),
            id @ (Id::Number(_) | Id::Uuid(_)) => Self(id),
        })
    }
}

/// How new a reading of a record is, on its own side's scale: POS `version`, eCom `updated` in
/// seconds since 1970. Two stamps of one record compare; stamps of two sides do not.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Stamp(pub i64);

/// A person's name. POS has it in two, eCom as one text of which it sometimes tells the parts.
/// Blank parts are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// The first name, where the side tells it apart.
    pub first: Option<String>,
    /// The last name, where the side tells it apart.
    pub last: Option<String>,
    /// The name in one, where the side has it so (eCom `billingPerson.name`).
    pub whole: Option<String>,
}

impl fmt::Display for PersonName {
    /// The name in one, as it is shown: eCom's as it stands, POS' two parts with a blank between.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whole) = &self.whole {
            return f.write_str(whole);
        }
        match (&self.first, &self.last) {
            (Some(first), Some(last)) => write!(f, "{first} {last}"),
            (Some(only), None) | (None, Some(only)) => f.write_str(only),
            (None, None) => Ok(()),
        }
    }
}

/// A billing address. Blank parts are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Street and number.
    pub line_1: Option<String>,
    /// What follows the street.
    pub line_2: Option<String>,
    /// The suburb: POS alone has one. Never compared, never written to eCom, never overwritten.
    pub suburb: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The postal code.
    pub postcode: Option<String>,
    /// The state or province, by its code where the side has one.
    pub state: Option<String>,
    /// The country, by its ISO 3166 code of two letters.
    pub country: Option<String>,
}

impl Address {
    /// The lines of it as they are shown; blank ones are left out.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let joined = |parts: &[&Option<String>]| {
            let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        };
        let lines = [
            joined(&[&self.line_1]),
            joined(&[&self.line_2]),
            joined(&[&self.suburb]),
            joined(&[&self.postcode, &self.city]),
            joined(&[&self.state, &self.country]),
        ];
        lines.into_iter().flatten().collect()
    }
}

/// One customer, as read. Unset, null, absent and blank are one value, `None`; texts are kept byte
/// for byte otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    /// The store's own id.
    pub id: RecordId,
    /// How new this reading is.
    pub stamp: Stamp,
    /// The one group.
    pub group: GroupId,
    /// The email address, as stored.
    pub email: Option<String>,
    /// Consent to marketing by email.
    pub consent: Consent,
    /// The person's name.
    pub name: PersonName,
    /// The company's name.
    pub company: Option<String>,
    /// The telephone number, as typed.
    pub phone: Option<String>,
    /// The billing address.
    pub address: Address,
    /// What this side says of the other's id: POS `customer_code`, eCom `externalReferenceId`.
    pub reference: Option<String>,
    /// Whether the person has ordered online at least once (eCom; rule A5). Always false for POS.
    pub has_ordered: bool,
    /// When the record was last changed, in seconds since 1970, by the side's own clock. A hint for a
    /// person; nothing is decided by it.
    pub changed_at: Option<i64>,
}

impl Observed {
    /// The value of one field.
    #[must_use]
    pub fn value(&self, field: Field) -> Value {
        let text = |text: &Option<String>| text.clone().map_or(Value::Blank, Value::Text);
        match field {
            Field::Group => Value::Group(self.group.clone()),
            Field::Consent => Value::Consent(self.consent),
            Field::Email => text(&self.email),
            Field::Company => text(&self.company),
            Field::Phone => text(&self.phone),
            Field::Name if self.name == PersonName::default() => Value::Blank,
            Field::Name => Value::Name(self.name.clone()),
            Field::Address if self.address == Address::default() => Value::Blank,
            Field::Address => Value::Address(Box::new(self.address.clone())),
        }
    }
}

/// The `customer_code` of a POS customer that Tandem creates for an eCom customer. POS refuses a
/// second one of the same code, so that a create that was sent twice cannot make two people
/// (design section 6, "Created once").
#[must_use]
pub fn code_for(ecom: &RecordId) -> String {
    format!("TANDEM-{ecom}")
}

/// The eCom customer for whom a POS customer of this code was created, if Tandem made it.
#[must_use]
pub fn created_for(code: &str) -> Option<RecordId> {
    code.strip_prefix("TANDEM-").map(RecordId::from)
}

/// One record of one side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordRef {
    /// The side.
    pub side: Side,
    /// The id on that side.
    pub id: RecordId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_are_small_and_come_back_as_they_were() {
        assert!(size_of::<RecordId>() <= 24);
        for text in [
            "310044821",
            "0",
            "007",
            "-1",
            "18446744073709551616",
            "b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c",
            "B8CA3A65-0183-11e4-fbb5-4f73f02a9d1c",
            "b8ca3a6501-83-11e4-fbb5-4f73f02a9d1c",
            "",
            "é",
        ] {
            assert_eq!(RecordId::from(text).to_string(), text);
        }
    }

    #[test]
    fn ids_are_small_in_bytes_and_have_one_form() {
        let bytes = |text: &str| postcard::to_allocvec(&RecordId::from(text)).unwrap();
        assert_eq!(bytes("b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c").len(), 17);
        assert_eq!(bytes("310044821234").len(), 7);
        let as_text = postcard::to_allocvec(&Id::Text("12".into())).unwrap();
        let read: RecordId = postcard::from_bytes(&as_text).unwrap();
        assert_eq!(read, RecordId::from("12"));
    }

    #[test]
    fn a_code_tells_for_whom_it_was_made() {
        let id = RecordId::from("310044821");
        assert_eq!(created_for(&code_for(&id)), Some(id));
        assert_eq!(created_for("Mara-7QK2"), None);
    }

    proptest! {
        #[test]
        fn any_id_comes_back(text in "[0-9a-f-]{0,40}|\\PC{0,40}|[0-9]{1,20}") {
            prop_assert_eq!(RecordId::from(&*text).to_string(), text.clone());
            let json = serde_json::to_string(&RecordId::from(&*text)).unwrap();
            prop_assert_eq!(&serde_json::from_str::<RecordId>(&json).unwrap().to_string(), &text);
            let bytes = postcard::to_allocvec(&RecordId::from(&*text)).unwrap();
            prop_assert!(bytes.len() <= text.len() + 2 && (text.len() != 36 || bytes.len() <= 38));
            prop_assert_eq!(postcard::from_bytes::<RecordId>(&bytes).unwrap().to_string(), text);
        }
    }
}
