//! Customers of E-Series: search, one by one, the deleted, and the undocumented list of ids.

use serde_json::{Map, Value, json};

use super::search::Search;
use super::wire::{self, Shown};
use super::{Error, Outcome, body, moments, paging};
use crate::call::Call;
use crate::world::{EcomChange, EcomCustomer, EcomRefusal, World};

/// Answers a search.
pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let search = Search::of(call)?;
    let window = paging::window(world, call)?;
    let (total, found) = search.page(&world.ecom.customers, window.offset, window.limit);
    let items = found
        .into_iter()
        .map(|one| wire::customer(world, one, Shown::Listed))
        .collect();
    let mut page = window.page(total, items);
    if let Some(members) = page.as_object_mut() {
        members.insert("allCustomerCount".into(), world.ecom.customers.len().into());
    }
    Ok(page)
}

/// The ids of everybody whom a search means.
pub(super) fn ids(world: &World, call: &Call) -> Outcome {
    let found = Search::of(call)?.all(&world.ecom.customers);
    let ids: Vec<i64> = found.into_iter().map(|one| one.id).collect();
    Ok(json!({"ids": ids}))
}

/// The tombstones within two moments, oldest first.
pub(super) fn deleted(world: &World, call: &Call) -> Outcome {
    let from = moments::param(call, "from_date")?.unwrap_or(i64::MIN);
    let to = moments::param(call, "to_date")?.unwrap_or(i64::MAX);
    let window = paging::window(world, call)?;
    let tombstones = &world.ecom.deleted;
    let start = tombstones.partition_point(|gone| gone.date < from);
    let end = tombstones
        .partition_point(|gone| gone.date <= to)
        .max(start);
    let items = tombstones
        .iter()
        .take(end)
        .skip(start)
        .skip(window.offset)
        .take(window.limit)
        .map(|gone| json!({"id": gone.id, "date": moments::text(gone.date)}))
        .collect();
    Ok(window.page(end - start, items))
}

/// The customer with the id in a path.
pub(super) fn found<'a>(world: &'a World, id: &str) -> Result<&'a EcomCustomer, Error> {
    let number = id.parse().ok();
    let one = number.and_then(|id| world.ecom.customers.get(id));
    one.ok_or_else(|| Error::not_found(format!("Customer #{id} not found")))
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    Ok(wire::customer(world, found(world, id)?, Shown::Alone))
}

/// What a body asks for, if the caller may write all of it.
fn change(world: &World, call: &Call) -> Result<EcomChange, Error> {
    let change = body::change(call)?;
    let scope = "update_customers_extrafields";
    if change.extrafields.is_some() && !world.ecom.allows(scope) {
        return Err(Error::scope(scope));
    }
    Ok(change)
}

pub(super) fn create(world: &mut World, call: &Call) -> Outcome {
    let change = change(world, call)?;
    let id = world.create_ecom_customer(change);
    let id = id.map_err(|refusal| refused(world, &refusal, ""))?;
    Ok(json!({"id": id}))
}

pub(super) fn update(world: &mut World, id: &str, call: &Call) -> Outcome {
    let number = found(world, id)?.id;
    let change = change(world, call)?;
    let asked = world.update_ecom_customer(number, change);
    let asked = asked.map_err(|refusal| refused(world, &refusal, id))?;
    Ok(json!({"updateCount": u8::from(asked)}))
}

pub(super) fn delete(world: &mut World, id: &str) -> Outcome {
    let number = found(world, id)?.id;
    let done = world.delete_ecom_customer(number);
    done.map_err(|refusal| refused(world, &refusal, id))?;
    Ok(json!({"deleteCount": 1}))
}

/// Why a customer is not made or changed.
pub(super) fn refused(world: &World, refusal: &EcomRefusal, id: &str) -> Error {
    match refusal {
        EcomRefusal::NoCustomer => Error::not_found(format!("Customer #{id} not found")),
        EcomRefusal::NoContact => Error::not_found(format!("Contact of customer #{id} not found")),
        EcomRefusal::EmailMissing => Error::wrong("Field Customer.email is absent"),
        EcomRefusal::EmailTaken => Error::conflict(
            world.settings.ecom.email_taken.code(),
            "A customer with this email exists",
        ),
        EcomRefusal::ReferenceTaken => Error::conflict(
            "EXTERNAL_ID_ALREADY_USED",
            "The external reference is in use",
        ),
        EcomRefusal::Language(lang) => Error::new(
            axum::http::StatusCode::BAD_REQUEST,
            "LANGUAGES_NOT_ALLOWED",
            format!("The language {lang} is not enabled in the store"),
        ),
        EcomRefusal::BadEmail => Error::wrong("Field Customer.email is not an email address"),
        EcomRefusal::UnknownGroup(group) => {
            Error::wrong(format!("Customer group #{group} does not exist"))
        }
        EcomRefusal::TwoDefaults => Error::wrong("Only one contact of a type can be the default"),
        EcomRefusal::BlankContact => Error::wrong("Field contact is absent"),
    }
}

/// The members of the answer to a list without pages.
pub(super) fn items(items: Vec<Value>) -> Value {
    Map::from_iter([("items".to_owned(), items.into())]).into()
}
