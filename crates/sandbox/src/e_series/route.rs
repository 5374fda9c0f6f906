//! Which path of E-Series does what, and which scopes it takes. Who asks is not known here.

use axum::http::{Method, StatusCode};

use super::{Error, Outcome, batch, contacts, customers, extrafields, groups, mass, profile};
use crate::call::Call;
use crate::world::{Caution, World};

/// Does what a request asks for. Whether it came by a token is noted with a batch, whose items are
/// counted among the same calls.
pub(super) fn route(world: &mut World, call: &Call, by_token: bool) -> Outcome {
    let path = store_path(world, call)?;
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    if world.ecom.suspended {
        return Err(Error::new(
            StatusCode::PAYMENT_REQUIRED,
            "STORE_IS_SUSPENDED",
            "The store is suspended",
        ));
    }
    let hidden = path.as_slice() == ["customers_update"]
        && world.settings.ecom.customers_update == Caution::Refuse;
    if hidden || !exists(&path) {
        return Err(Error::not_found("Not found"));
    }
    if let Some(scope) = scopes(&call.method, &path)
        .iter()
        .find(|scope| !world.ecom.allows(scope))
    {
        return Err(Error::scope(scope));
    }
    if path.first() == Some(&"customer_groups") && !world.ecom.plan_has_groups {
        return Err(Error::new(
            StatusCode::PAYMENT_REQUIRED,
            "NOT_AVAILABLE_ON_CURRENT_PLAN",
            "Customer groups are not available on the current plan",
        ));
    }
    dispatch(world, &path, call, by_token)
}

/// What follows the store's id, if it is the right one.
fn store_path(world: &World, call: &Call) -> Result<Vec<String>, Error> {
    let segments = call.segments();
    let store = world.ecom.store_id.to_string();
    match segments.get(2..) {
        Some([id, path @ ..]) if **id == store => {
            Ok(path.iter().map(|part| (*part).to_owned()).collect())
        }
        _ => Err(Error::new(
            StatusCode::NOT_FOUND,
            "STORE_NOT_FOUND",
            "Store not found",
        )),
    }
}

/// Whether some method does something here.
fn exists(path: &[&str]) -> bool {
    matches!(
        path,
        ["customers" | "customer_groups"]
            | ["customers" | "customer_groups", _]
            | ["customers", _, "contacts"]
            | ["customers", _, "contacts", _]
            | ["customers_ids" | "customers_update" | "profile" | "latest-stats" | "batch"]
            | ["batch", "cancel-group"]
            | ["store_extrafields", "customers"]
            | ["store_extrafields", "customers", _]
    )
}

/// All the scopes that a request takes. A batch takes none; each of its items takes its own.
fn scopes(method: &Method, path: &[&str]) -> &'static [&'static str] {
    match (method, path) {
        (_, ["batch", ..]) => &[],
        (_, ["profile" | "latest-stats"]) => &["read_store_profile"],
        (&Method::GET, ["store_extrafields", ..]) => &["read_customers_extrafields"],
        (_, ["store_extrafields", ..]) => &["update_customers_extrafields"],
        (&Method::GET, _) => &["read_customers"],
        (&Method::POST, ["customers" | "customer_groups"]) => &["create_customers"],
        (&Method::DELETE, ["customers", _]) => &["update_customers", "read_customers"],
        _ => &["update_customers"],
    }
}

fn dispatch(world: &mut World, path: &[&str], call: &Call, by_token: bool) -> Outcome {
    match (&call.method, path) {
        (&Method::GET, ["customer_groups"]) => groups::list(world, call),
        (&Method::POST, ["customer_groups"]) => groups::create(world, call),
        (&Method::GET, ["customer_groups", id]) => groups::get(world, id),
        (&Method::PUT, ["customer_groups", id]) => groups::update(world, id, call),
        (&Method::DELETE, ["customer_groups", id]) => groups::delete(world, id),
        (&Method::GET, ["customers"]) => customers::list(world, call),
        (&Method::POST, ["customers"]) => customers::create(world, call),
        (&Method::GET, ["customers", "deleted"]) => customers::deleted(world, call),
        (&Method::GET, ["customers_ids"]) => customers::ids(world, call),
        (&Method::POST, ["customers_update"]) => mass::update(world, call),
        (&Method::GET, ["customers", id]) => customers::get(world, id),
        (&Method::PUT, ["customers", id]) => customers::update(world, id, call),
        (&Method::DELETE, ["customers", id]) => customers::delete(world, id),
        (&Method::GET, ["customers", one, "contacts"]) => contacts::list(world, one),
        (&Method::POST, ["customers", one, "contacts"]) => contacts::create(world, one, call),
        (&Method::GET, ["customers", one, "contacts", id]) => contacts::get(world, one, id),
        (&Method::PUT, ["customers", one, "contacts", id]) => {
            contacts::update(world, one, id, call)
        }
        (&Method::DELETE, ["customers", one, "contacts", id]) => contacts::delete(world, one, id),
        (&Method::GET, ["store_extrafields", _]) => Ok(extrafields::list(world)),
        (&Method::POST, ["store_extrafields", _]) => extrafields::create(world, call),
        (&Method::GET, ["store_extrafields", _, key]) => extrafields::get(world, key),
        (&Method::PUT, ["store_extrafields", _, key]) => extrafields::update(world, key, call),
        (&Method::DELETE, ["store_extrafields", _, key]) => extrafields::delete(world, key),
        (&Method::GET, ["profile"]) => Ok(profile::profile(world)),
        (&Method::GET, ["latest-stats"]) => Ok(profile::latest(world)),
        (&Method::POST, ["batch"]) => batch::create(world, call, by_token),
        (&Method::GET, ["batch"]) => batch::status(world, call),
        (&Method::DELETE, ["batch"]) => batch::delete(world, call),
        (&Method::POST, ["batch", "cancel-group"]) => batch::cancel(world, call),
        _ => Err(Error::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "METHOD_NOT_ALLOWED",
            "Method not allowed",
        )),
    }
}
