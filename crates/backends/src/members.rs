//! Records as they were written: every member kept byte for byte, so that what nobody here knows
//! goes back as it came. What a member means is for each side's own room.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::{RawValue, to_raw_value};

/// The members of one JSON object. A number that no machine type holds is still the same number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Members(BTreeMap<String, Box<RawValue>>);

impl Members {
    pub(crate) fn set(&mut self, name: &str, value: impl Serialize) {
        // Texts, flags and members can always be written.
        let value = to_raw_value(&value).unwrap_or_else(|_| RawValue::NULL.to_owned());
        self.0.insert(name.to_owned(), value);
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Whether the member is there and not null.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| value.get() != "null")
    }

    /// Whether the member is absent, null or a blank text.
    pub(crate) fn is_blank(&self, name: &str) -> bool {
        let read = |value: &RawValue| serde_json::from_str::<Option<String>>(value.get());
        self.0.get(name).is_none_or(|value| {
            read(value).is_ok_and(|text| text.unwrap_or_default().trim().is_empty())
        })
    }

    pub(crate) fn to_json(&self) -> String {
        // Members with names of text can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The longest text that is taken for a name or an address, in bytes. Neither store takes a longer
/// one from a person; a hundred records of a megabyte each would be no reading but an attack.
const LONGEST_TEXT: usize = 4096;

/// The longest id.
const LONGEST_ID: usize = 128;

/// A text; null, absent and blank are one, and anything else is kept byte for byte.
pub(crate) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text: Option<String> = Deserialize::deserialize(from)?;
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) if text.len() > LONGEST_TEXT => Err(D::Error::custom("is too long")),
        text => Ok(text),
    }
}

/// A group's title, byte for byte, blank or not.
pub(crate) fn title<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let title: Option<String> = Deserialize::deserialize(from)?;
    match title {
        Some(title) if title.len() > LONGEST_TEXT => Err(D::Error::custom("is too long")),
        title => Ok(title),
    }
}

/// An id that is text.
pub(crate) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let id: String = Deserialize::deserialize(from)?;
    if (1..=LONGEST_ID).contains(&id.len()) {
        Ok(id)
    } else {
        Err(D::Error::custom("is no id"))
    }
}

/// What a member says that may be of several kinds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Plain<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Whole(i64),
    /// A whole number beyond those.
    Large(u64),
    /// A text.
    Text(&'a str),
    /// Another number.
    Fraction,
    /// Something else.
    Other,
}

/// Looks at a member that may be of several kinds, without a copy of it.
pub(crate) fn plain<'de, D: Deserializer<'de>, T>(
    from: D,
    see: impl FnOnce(Plain<'_>) -> T,
) -> Result<T, D::Error> {
    from.deserialize_any(Seer(see))
}

struct Seer<F>(F);

impl<'de, T, F: FnOnce(Plain<'_>) -> T> Visitor<'de> for Seer<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok((self.0)(Plain::Null))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        Ok((self.0)(Plain::Other))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        Ok((self.0)(Plain::Whole(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let seen = i64::try_from(number).map_or(Plain::Large(number), Plain::Whole);
        Ok((self.0)(seen))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Ok((self.0)(Plain::Fraction))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(Plain::Text(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok((self.0)(Plain::Other))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok((self.0)(Plain::Other))
    }
}
