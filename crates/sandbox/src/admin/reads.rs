//! What the pages' script reads: the world as it is, in the pages' own words.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::people;
use crate::Side;
use crate::call::{Answer, Call};
use crate::world::{EcomGroup, PosGroup, World};

/// What a view shows.
pub(super) fn read(world: &World, side: Side, what: &str, call: &Call) -> Answer {
    let shown = match (side, what) {
        (Side::Pos, "groups") => Some(pos_groups(world)),
        (Side::Ecom, "groups") => Some(ecom_groups(world)),
        (_, "customers") => Some(people::page(world, side, &people::Wanted::of(call))),
        (_, "customer") => people::one(world, side, call.param("id").unwrap_or_default()),
        _ => None,
    };
    match shown {
        Some(shown) => Answer::json(StatusCode::OK, &shown),
        None => Answer::json(StatusCode::NOT_FOUND, &Value::Null),
    }
    .with(header::CACHE_CONTROL, "no-store")
}

fn pos_groups(world: &World) -> Value {
    let living = world.pos.groups.iter().filter(|g| g.deleted_at.is_none());
    let mut groups: Vec<&PosGroup> = living.collect();
    groups.sort_by_cached_key(|group| (!group.is_default(), group.name.to_lowercase()));
    let row = |group: &PosGroup| {
        json!({
            "id": group.id, "title": group.name, "code": group.group_id,
            "members": world.pos.members(&group.id), "default": group.is_default(),
        })
    };
    groups.into_iter().map(row).collect()
}

fn ecom_groups(world: &World) -> Value {
    let row = |group: &EcomGroup| {
        json!({
            "id": group.id.to_string(), "title": group.name, "code": group.id.to_string(),
            "members": world.ecom.members(group.id), "default": group.id == 0,
        })
    };
    world.ecom.groups.iter().map(row).collect()
}
