//! Addresses of customers of X-Series, 2026-07 only: list, make, read, change, delete. What an
//! address must have is decided here.

use axum::http::StatusCode;
use isocountry::CountryCode;
use serde_json::{Value, json};

use super::{Error, Outcome, data, tidied};
use crate::call::{Answer, Call};
use crate::world::{AddressKind, PosAddress, PosRefusal, World, time_text, uuid};

/// A time as this resource writes it, unlike all others: `2025-01-12T10:00:00Z`.
const FORM: &str = "%Y-%m-%dT%H:%M:%SZ";

fn wire(world: &World, customer: &str, address: &PosAddress) -> Value {
    let country = CountryCode::for_alpha2(&address.country_code).ok();
    let mut record = json!({
        "id": address.id,
        "customer_id": customer,
        "type": address.kind,
        "address_line_1": address.address_line_1,
        "address_line_2": address.address_line_2,
        "suburb": address.suburb,
        "city": address.city,
        "postcode": address.postcode,
        "state": address.state,
        "state_code": address.state_code,
        "country_code": address.country_code,
        "created_at": time_text(address.created_at, FORM),
        "updated_at": time_text(address.updated_at, FORM),
    });
    // Derived from the code and not nullable: without a country it is not there.
    if let (Some(country), Some(members)) = (country, record.as_object_mut()) {
        members.insert("country_name".into(), country.name().into());
    }
    tidied(world, customer, record)
}

pub(super) fn list(world: &World, customer: &str) -> Outcome {
    let addresses = world.pos_addresses(customer)?;
    let addresses = addresses
        .iter()
        .map(|address| wire(world, customer, address));
    Ok(data(StatusCode::OK, &addresses.collect::<Value>()))
}

pub(super) fn get(world: &World, customer: &str, id: &str) -> Outcome {
    let address = world.pos_address(customer, number(id)?)?;
    Ok(data(StatusCode::OK, &wire(world, customer, &address)))
}

pub(super) fn create(world: &mut World, customer: &str, call: &Call) -> Outcome {
    world.pos_addresses(customer)?;
    let given = read(call)?;
    let id = world.create_pos_address(customer, given)?;
    let mut record = wire(world, customer, &world.pos_address(customer, id)?);
    let token = uuid(&mut world.chance()).replace('-', "");
    if let Some(members) = record.as_object_mut() {
        members.insert("id_token".into(), token.into());
    }
    Ok(data(StatusCode::CREATED, &record))
}

pub(super) fn update(world: &mut World, customer: &str, id: &str, call: &Call) -> Outcome {
    let id = number(id)?;
    world.pos_address(customer, id)?;
    let id = world.update_pos_address(customer, id, read(call)?)?;
    let address = world.pos_address(customer, id)?;
    Ok(data(StatusCode::OK, &wire(world, customer, &address)))
}

pub(super) fn delete(world: &mut World, customer: &str, id: &str) -> Outcome {
    world.delete_pos_address(customer, number(id)?)?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

/// The id in a path; what is no number is the id of nothing.
fn number(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| PosRefusal::NoAddress.into())
}

/// The address in a body. Unknown and read-only members are ignored.
fn read(call: &Call) -> Result<PosAddress, Error> {
    let body = call.json()?;
    let required = |name: &str, most: usize| {
        let text = text(&body, name, most)?.filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Error::wrong(format!("{name} is required")))
    };
    let kind = match required("type", usize::MAX)?.as_str() {
        "BILLING" => AddressKind::Billing,
        "SHIPPING" => AddressKind::Shipping,
        _ => return Err(Error::wrong("type must be BILLING or SHIPPING")),
    };
    let address = PosAddress {
        kind,
        address_line_1: required("address_line_1", 50)?,
        address_line_2: text(&body, "address_line_2", 50)?,
        suburb: text(&body, "suburb", usize::MAX)?,
        city: required("city", 28)?,
        postcode: required("postcode", usize::MAX)?,
        state: text(&body, "state", 35)?,
        state_code: text(&body, "state_code", usize::MAX)?,
        country_code: required("country_code", usize::MAX)?,
        ..PosAddress::default()
    };
    let country = address.country_code.as_str();
    if CountryCode::for_alpha2(country).is_err() {
        return Err(Error::wrong(
            "country_code must be an ISO 3166-1 alpha-2 code",
        ));
    }
    if matches!(country, "US" | "CA") && address.state_code.is_none() {
        return Err(Error::wrong("state_code is required for US and CA"));
    }
    Ok(address)
}

/// A text, or null. An empty one is null.
fn text(body: &Value, name: &str, most: usize) -> Result<Option<String>, Error> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.chars().count() > most => Err(Error::wrong(format!(
            "{name} must have at most {most} characters"
        ))),
        Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
        Some(_) => Err(Error::wrong(format!("{name} must be a text"))),
    }
}
