//! What the pages' script reads: the world as it is, in the pages' own words.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use crate::Side;
use crate::call::Answer;
use crate::world::{PosGroup, World};

/// The rows of a table.
pub(super) fn read(world: &World, side: Side, what: &str) -> Answer {
    let rows = match (side, what) {
        (Side::Pos, "groups") => pos_groups(world),
        (Side::Ecom, "groups") => ecom_groups(world),
        (Side::Pos, "customers") => pos_customers(world),
        (Side::Ecom, "customers") => ecom_customers(world),
        _ => return Answer::empty(StatusCode::NOT_FOUND),
    };
    Answer::json(StatusCode::OK, &rows).with(header::CACHE_CONTROL, "no-store")
}

fn pos_groups(world: &World) -> Vec<Value> {
    let mut groups: Vec<&PosGroup> = world
        .pos
        .groups
        .iter()
        .filter(|group| group.deleted_at.is_none())
        .collect();
    groups.sort_by_key(|group| (!group.is_default(), group.name.to_lowercase()));
    let row = |group: &PosGroup| {
        json!({
            "id": group.id, "title": group.name, "code": group.group_id,
            "members": world.pos.members(&group.id), "default": group.is_default(),
        })
    };
    groups.into_iter().map(row).collect()
}

fn ecom_groups(world: &World) -> Vec<Value> {
    let row = |group: &crate::world::EcomGroup| {
        json!({
            "id": group.id.to_string(), "title": group.name, "code": group.id.to_string(),
            "members": world.ecom.members(group.id), "default": group.id == 0,
        })
    };
    world.ecom.groups.iter().map(row).collect()
}

fn pos_customers(world: &World) -> Vec<Value> {
    let living = world
        .pos
        .customers
        .iter()
        .filter(|customer| customer.deleted_at.is_none());
    let row = |customer: &crate::world::PosCustomer| {
        json!({
            "id": customer.id, "name": customer.name(), "email": customer.email, "code": customer.customer_code,
            "group": world.pos.group(&customer.customer_group_id).map(|group| group.name.as_str()),
        })
    };
    living.map(row).collect()
}

fn ecom_customers(world: &World) -> Vec<Value> {
    let row = |customer: &crate::world::EcomCustomer| {
        json!({
            "id": customer.id.to_string(), "name": customer.name, "email": customer.email,
            "code": format!("{} orders", customer.orders),
            "group": world.ecom.group(customer.customer_group_id).map(|group| group.name.as_str()),
        })
    };
    world.ecom.customers.iter().map(row).collect()
}
