//! Customers of X-Series, to be read only: enough to see who is in which group.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::paging::Window;
use super::{Outcome, data, moment, tidied};
use crate::call::Call;
use crate::world::{PosCustomer, Refusal, World};

pub(super) fn wire(world: &World, customer: &PosCustomer) -> Value {
    let record = json!({
        "id": customer.id,
        "customer_code": customer.customer_code,
        "customer_group_id": customer.customer_group_id,
        "name": customer.name(),
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "email": customer.email,
        "phone": customer.phone,
        "do_not_email": customer.do_not_email,
        "enable_loyalty": true,
        "enable_promotional_sms": false,
        "year_to_date": 0,
        "balance": 0,
        "loyalty_balance": 0,
        "created_at": moment(customer.created_at),
        "updated_at": moment(customer.updated_at),
        "deleted_at": customer.deleted_at.map(moment),
        "version": customer.version,
    });
    tidied(world, record)
}

pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let window = Window::of(call)?;
    let wanted = world
        .pos
        .customers
        .iter()
        .filter(|c| window.deleted || c.deleted_at.is_none());
    Ok(window.page(wanted.map(|customer| (customer.version, wire(world, customer)))))
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    let found = world
        .pos
        .customers
        .iter()
        .find(|c| c.id == id && c.deleted_at.is_none());
    Ok(data(
        StatusCode::OK,
        &wire(world, found.ok_or(Refusal::NoCustomer)?),
    ))
}
