//! What a change of an eCom customer sends: the changed members alone. Never `contacts` nor the
//! shipping addresses, whose lists would be replaced as a whole (apis.md 2.4).

use serde_json::Value as Json;
use tandem_core::{Address, Consent, Field, GroupId, Value, canon, sync::Edit};

use crate::members::Members;

/// What the store makes itself of the other members of a person.
const READ_ONLY: [&str; 4] = [
    "firstName",
    "lastName",
    "countryName",
    "stateOrProvinceName",
];

/// The changed members. Whether a `billingPerson` that is sent replaces the stored one or is laid
/// into it is not known: it is sent whole, which comes to the same.
pub(super) fn changes(fresh_person: &Members, edits: &[Edit]) -> Members {
    let mut body = Members::default();
    let mut person = fresh_person.clone();
    let mut is_about_person = false;
    for edit in edits {
        match (edit.field, &edit.result) {
            (Field::Group, Value::Group(group)) => body.set("customerGroupId", number(group)),
            (Field::Consent, Value::Consent(consent)) => {
                body.set("acceptMarketing", flag(*consent));
            }
            // A customer is always in a group and always has a state.
            (Field::Group | Field::Consent, _) => {}
            (Field::Email, value) => body.set("email", text(value)),
            (field, value) => {
                is_about_person = true;
                lay_in(&mut person, field, value);
            }
        }
    }
    if is_about_person {
        for name in READ_ONLY {
            person.remove(name);
        }
        body.set("billingPerson", &person);
    }
    body
}

/// A new customer. Without a word about consent it is a no.
pub(super) fn new_record(edits: &[Edit]) -> Members {
    let mut body = changes(&Members::default(), edits);
    if !body.says("acceptMarketing") {
        body.set("acceptMarketing", false);
    }
    body
}

fn lay_in(person: &mut Members, field: Field, value: &Value) {
    match (field, value) {
        (Field::Company, value) => person.set("companyName", text(value)),
        (Field::Phone, value) => person.set("phone", text(value)),
        (Field::Name, Value::Name(name)) => {
            let whole = canon::name::joined_for_ecom(name).whole;
            person.set("name", whole.unwrap_or_default());
        }
        (Field::Name, _) => person.set("name", ""),
        (Field::Address, Value::Address(address)) => lay_in_address(person, address),
        (Field::Address, _) => lay_in_address(person, &Address::default()),
        // Members of the customer, not of the person.
        (Field::Group | Field::Consent | Field::Email, _) => {}
    }
}

/// The store writes what is unset as an empty text.
fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// Ids of groups are numbers here. What is none goes as it is, for the store to refuse.
fn number(group: &GroupId) -> Json {
    let number = group.0.parse::<i64>();
    number.map_or_else(|_| Json::from(group.0.as_str()), Json::from)
}

/// Null takes an answer back, which only undoing does.
const fn flag(consent: Consent) -> Option<bool> {
    match consent {
        Consent::Granted => Some(true),
        Consent::Denied => Some(false),
        Consent::Unknown => None,
    }
}

/// `countryName` and the like follow from the codes.
fn lay_in_address(person: &mut Members, address: &Address) {
    let or_blank = |part: &Option<String>| part.clone().unwrap_or_default();
    let street = canon::address::street(address.line_1.as_deref(), address.line_2.as_deref());
    person.set("street", or_blank(&street));
    person.set("city", or_blank(&address.city));
    person.set("postalCode", or_blank(&address.postcode));
    person.set("stateOrProvinceCode", or_blank(&address.state));
    person.set("countryCode", or_blank(&address.country));
}
