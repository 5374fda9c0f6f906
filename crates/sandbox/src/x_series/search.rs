//! The search of X-Series, for customers: an index of its own that may lag behind the store.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::paging::number;
use super::{Error, Outcome, customers};
use crate::call::{Answer, Call};
use crate::world::{PosCustomer, SearchMatch, World};

/// What customers can be searched and sorted by.
const ATTRIBUTES: [&str; 7] = [
    "customer_code",
    "email",
    "first_name",
    "last_name",
    "company_name",
    "mobile",
    "phone",
];
const DEFAULT_SIZE: usize = 100;
const MAX_SIZE: usize = 1000;

/// `GET /search?type=customers`.
pub(super) fn answer(world: &World, call: &Call) -> Outcome {
    match call.param("type") {
        Some("customers") => {}
        Some("sales" | "products") => return Ok(page(&[])),
        _ => return Err(Error::wrong("type must be sales, products or customers")),
    }
    let (size, offset) = (
        number(call, "page_size", DEFAULT_SIZE)?.min(MAX_SIZE),
        number(call, "offset", 0)?,
    );
    if size == 0 {
        return Err(Error::wrong("page_size must be at least 1"));
    }
    let mut hits = hits(world, call);
    sort(&mut hits, call)?;
    let hits = hits.into_iter().skip(offset).take(size);
    let data: Vec<Value> = hits.map(|c| customers::wire(world, c)).collect();
    Ok(page(&data))
}

fn page(data: &[Value]) -> Answer {
    Answer::json(StatusCode::OK, &json!({"data": data}))
}

/// All that fit, in order of id.
fn hits<'a>(world: &'a World, call: &Call) -> Vec<&'a PosCustomer> {
    let store = &world.pos.customers;
    let lag = i64::from(world.settings.pos.search_lag);
    let old = store.changed_since(world.clock.saturating_sub(lag));
    let mut seen: BTreeMap<&str, &PosCustomer> = BTreeMap::new();
    for customer in candidates(world, call) {
        if !old.contains_key(customer.id.as_str()) {
            seen.insert(&customer.id, customer);
        }
    }
    seen.extend(old.into_iter().filter_map(|(id, then)| Some((id, then?))));
    let how = world.settings.pos.search_match;
    seen.into_values()
        .filter(|customer| fits(how, customer, call))
        .collect()
}

/// Few where an index of the store helps, otherwise all.
fn candidates<'a>(world: &'a World, call: &Call) -> Vec<&'a PosCustomer> {
    let store = &world.pos.customers;
    let asked = |name| call.param(name).filter(|text: &&str| !text.is_empty());
    let whole = world.settings.pos.search_match != SearchMatch::Prefix;
    match (asked("_id"), asked("email"), asked("customer_code")) {
        (Some(id), _, _) => store.get(id).into_iter().collect(),
        (None, Some(email), _) if whole => store.by_email(email).collect(),
        (None, _, Some(code)) if whole => store.by_code(code).collect(),
        _ => store.iter().collect(),
    }
}

/// Whether one fits every parameter that is given. An empty parameter is none.
fn fits(how: SearchMatch, customer: &PosCustomer, call: &Call) -> bool {
    let asked = |name: &str| call.param(name).filter(|text| !text.is_empty());
    let by_attribute = |name: &&str| match asked(name) {
        None => true,
        Some(wanted) => matches(how, value(customer, name), wanted),
    };
    let with_deleted = matches!(call.param("deleted"), Some("true" | "1"));
    (with_deleted || customer.deleted_at.is_none())
        && asked("_id").is_none_or(|id| customer.id == id)
        && asked("-_id").is_none_or(|id| customer.id != id)
        && ATTRIBUTES.iter().all(by_attribute)
}

fn matches(how: SearchMatch, text: &str, wanted: &str) -> bool {
    match how {
        SearchMatch::Caseless => text.to_lowercase() == wanted.to_lowercase(),
        SearchMatch::Exact => text == wanted,
        SearchMatch::Prefix => text.to_lowercase().starts_with(&wanted.to_lowercase()),
    }
}

fn value<'a>(customer: &'a PosCustomer, name: &str) -> &'a str {
    if name == "customer_code" {
        &customer.customer_code
    } else {
        customer.text(name).unwrap_or_default()
    }
}

fn sort(hits: &mut [&PosCustomer], call: &Call) -> Result<(), Error> {
    if let Some(by) = call.param("order_by") {
        if !ATTRIBUTES.contains(&by) {
            return Err(Error::wrong("order_by is no attribute of customers"));
        }
        hits.sort_by_key(|customer| value(customer, by).to_lowercase());
    }
    match call.param("order_direction") {
        None | Some("asc") => {}
        Some("desc") => hits.reverse(),
        Some(_) => return Err(Error::wrong("order_direction must be asc or desc")),
    }
    Ok(())
}
