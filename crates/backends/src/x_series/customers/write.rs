//! What a POS customer is sent as. The store's PUT is declared for a whole record, and what becomes
//! of members that are left out is not known: all go back as they were read.

use tandem_core::{Address, Consent, Field, Value, canon, sync::Edit};

use crate::members::Members;

/// What the store makes itself. Sent back, a balance could undo a sale.
const READ_ONLY: [&str; 9] = [
    "id",
    "name",
    "year_to_date",
    "balance",
    "loyalty_balance",
    "created_at",
    "updated_at",
    "deleted_at",
    "version",
];

/// The record as it was read, with these changes in it.
pub(super) fn changed(fresh: &Members, edits: &[Edit]) -> Members {
    let mut body = fresh.clone();
    for name in READ_ONLY {
        body.remove(name);
    }
    // Required by the schema, though they may be null.
    for name in ["first_name", "last_name"] {
        if !body.says(name) {
            body.set(name, None::<&str>);
        }
    }
    // Never left to the store's default; the documented meaning of an absent one is false.
    if !body.says("do_not_email") {
        body.set("do_not_email", false);
    }
    let phone = phone_of(&body);
    for edit in edits {
        lay_in(&mut body, edit, phone);
    }
    body
}

/// A new record. Nobody is asked for what nobody gave: without a word about consent it is a no.
pub(super) fn new_record(edits: &[Edit], code: Option<&str>) -> Members {
    let mut body = Members::default();
    body.set("first_name", None::<&str>);
    body.set("last_name", None::<&str>);
    body.set("do_not_email", true);
    if let Some(code) = code {
        body.set("customer_code", code);
    }
    for edit in edits {
        lay_in(&mut body, edit, "phone");
    }
    body
}

/// The member that the number was read from.
fn phone_of(body: &Members) -> &'static str {
    if body.is_blank("phone") && !body.is_blank("mobile") {
        "mobile"
    } else {
        "phone"
    }
}

fn lay_in(body: &mut Members, edit: &Edit, phone: &str) {
    match (edit.field, &edit.result) {
        (Field::Group, Value::Group(group)) => body.set("customer_group_id", &group.0),
        (Field::Consent, Value::Consent(consent)) => {
            body.set("do_not_email", *consent == Consent::Denied);
        }
        // A record is always in a group and always has a flag.
        (Field::Group | Field::Consent, _) => {}
        (Field::Email, value) => body.set("email", text(value)),
        (Field::Company, value) => body.set("company_name", text(value)),
        (Field::Phone, value) => body.set(phone, text(value)),
        (Field::Name, value) => lay_in_name(body, value),
        (Field::Address, Value::Address(address)) => lay_in_address(body, address),
        (Field::Address, _) => lay_in_address(body, &Address::default()),
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn lay_in_name(body: &mut Members, value: &Value) {
    let Value::Name(name) = value else {
        body.set("first_name", None::<&str>);
        body.set("last_name", None::<&str>);
        return;
    };
    let parts = match &name.whole {
        Some(_) => &canon::name::split_for_pos(name),
        None => name,
    };
    body.set("first_name", &parts.first);
    body.set("last_name", &parts.last);
}

/// The suburb stays as it is: eCom has none, so nobody can have changed it there.
fn lay_in_address(body: &mut Members, address: &Address) {
    body.set("postal_address_1", &address.line_1);
    body.set("postal_address_2", &address.line_2);
    body.set("postal_city", &address.city);
    body.set("postal_postcode", &address.postcode);
    body.set("postal_state", &address.state);
    body.set("postal_country_id", &address.country);
}
