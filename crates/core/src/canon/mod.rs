//! Canonical forms: what two texts of one field must have in common to be the same. They are
//! compared and digested, never written and never shown.

pub mod address;
pub mod email;
pub mod name;
pub mod phone;
pub mod text;

use std::borrow::Cow;

use crate::{Field, Observed, RecordId, Side, Value, customer};

/// The canonical form of one of the fields of [`Field::TEXTS`]; empty where the field is blank,
/// and for group and consent, which are no texts.
#[must_use]
pub fn canonical(record: &Observed, field: Field) -> Cow<'_, str> {
    fn text(text: &Option<String>) -> &str {
        text.as_deref().unwrap_or_default()
    }
    match field {
        Field::Email => email::key(text(&record.email)).into(),
        Field::Name => name::joined(&record.name),
        Field::Company => text::squeezed(text(&record.company)),
        Field::Phone => phone::digits(text(&record.phone)).into(),
        Field::Address => address::key(&record.address).into(),
        Field::Group | Field::Consent => Cow::default(),
    }
}

/// The canonical form of a value by itself, as [`canonical`] makes it of a record that has it.
#[must_use]
pub fn of_value(field: Field, value: &Value) -> Cow<'_, str> {
    match (field, value) {
        (Field::Email, Value::Text(text)) => email::key(text).into(),
        (Field::Company, Value::Text(text)) => text::squeezed(text),
        (Field::Phone, Value::Text(text)) => phone::digits(text).into(),
        (_, Value::Name(name)) => name::joined(name),
        (_, Value::Address(address)) => address::key(address).into(),
        _ => Cow::default(),
    }
}

/// The record of the other side that a record names as its twin: eCom by the vendor's external
/// reference, POS by the code that Tandem gave it when it was created for somebody.
#[must_use]
pub fn twin(side: Side, record: &Observed) -> Option<RecordId> {
    let reference = record.reference.as_deref()?;
    match side {
        Side::Pos => customer::created_for(reference),
        Side::Ecom => Some(RecordId::from(reference)),
    }
}
