//! The search of X-Series, for customers: an index of its own that may lag behind the store.

use axum::http::StatusCode;

use super::customers::Shown;
use super::paging::{flag, number};
use super::{Error, Outcome};
use crate::call::Call;
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
        Some("sales" | "products") => return Ok(super::data(StatusCode::OK, &[(); 0])),
        _ => return Err(Error::wrong("type must be sales, products or customers")),
    }
    let (size, offset) = (
        number(call, "page_size", DEFAULT_SIZE)?.min(MAX_SIZE),
        number(call, "offset", 0)?,
    );
    if size == 0 {
        return Err(Error::wrong("page_size must be at least 1"));
    }
    let mut hits = hits(world, call, flag(call, "deleted")?);
    sort(&mut hits, call)?;
    let hits = hits.into_iter().skip(offset).take(size);
    let data: Vec<Shown<'_>> = hits.map(|hit| Shown::new(world, hit)).collect();
    Ok(super::data(StatusCode::OK, &data))
}

/// All that fit, in order of id.
fn hits<'a>(world: &'a World, call: &Call, deleted: bool) -> Vec<&'a PosCustomer> {
    let store = &world.pos.customers;
    let lag = i64::from(world.settings.pos.search_lag);
    let old = store.changed_since(world.clock.saturating_sub(lag));
    let asked = Asked::of(world, call, deleted);
    let current = candidates(world, call)
        .into_iter()
        .filter(|customer| !old.contains_key(customer.id.as_str()));
    let hits = current.chain(old.values().copied().flatten());
    let mut hits: Vec<&PosCustomer> = hits.filter(|one| asked.is_met_by(one)).collect();
    hits.sort_by(|a, b| a.id.cmp(&b.id));
    hits
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

/// What is asked for. An empty parameter is none.
struct Asked<'a> {
    how: SearchMatch,
    deleted: bool,
    id: Option<&'a str>,
    other_than: Option<&'a str>,
    attributes: Vec<(&'static str, &'a str)>,
}

impl<'a> Asked<'a> {
    fn of(world: &World, call: &'a Call, deleted: bool) -> Self {
        let given = |name: &str| call.param(name).filter(|text| !text.is_empty());
        Self {
            how: world.settings.pos.search_match,
            deleted,
            id: given("_id"),
            other_than: given("-_id"),
            attributes: ATTRIBUTES
                .into_iter()
                .filter_map(|name| Some((name, given(name)?)))
                .collect(),
        }
    }

    fn is_met_by(&self, customer: &PosCustomer) -> bool {
        (self.deleted || customer.deleted_at.is_none())
            && self.id.is_none_or(|id| customer.id == id)
            && self.other_than.is_none_or(|id| customer.id != id)
            && self
                .attributes
                .iter()
                .all(|(name, wanted)| matches(self.how, value(customer, name), wanted))
    }
}

fn matches(how: SearchMatch, text: &str, wanted: &str) -> bool {
    let mut lower = text.chars().flat_map(char::to_lowercase);
    let mut wanted_lower = wanted.chars().flat_map(char::to_lowercase);
    match how {
        SearchMatch::Caseless => lower.eq(wanted_lower),
        SearchMatch::Exact => text == wanted,
        SearchMatch::Prefix => wanted_lower.all(|sign| lower.next() == Some(sign)),
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
