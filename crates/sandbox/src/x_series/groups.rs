//! Customer groups of X-Series: list, make, read, change, delete, and their members.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::paging::Window;
use super::{Edition, Error, Outcome, customers, data, moment, tidied};
use crate::call::{Answer, Call};
use crate::world::{DeletedById, PosGroup, Refusal, World};

fn wire(world: &World, group: &PosGroup) -> Value {
    let record = json!({
        "id": group.id,
        "group_id": group.group_id,
        "name": group.name,
        "retailer_id": world.pos.retailer_id,
        "created_at": moment(group.created_at),
        "updated_at": moment(group.updated_at),
        "deleted_at": group.deleted_at.map(moment),
        "version": group.version,
    });
    tidied(world, &group.id, record)
}

pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let window = Window::of(call)?;
    let mut wanted: Vec<&PosGroup> = world
        .pos
        .groups
        .iter()
        .filter(|group| window.deleted || group.deleted_at.is_none())
        .collect();
    wanted.sort_by_key(|group| group.version);
    Ok(window.page(
        wanted.into_iter(),
        |group| group.version,
        |group| wire(world, group),
    ))
}

fn found(world: &World, id: &str, status: StatusCode) -> Outcome {
    let shown = |group: &&PosGroup| {
        let lives =
            group.deleted_at.is_none() || world.settings.pos.deleted_by_id == DeletedById::Shown;
        group.id == id && lives
    };
    let group = world
        .pos
        .groups
        .iter()
        .find(shown)
        .ok_or(Refusal::NoGroup)?;
    Ok(data(status, &wire(world, group)))
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    found(world, id, StatusCode::OK)
}

/// The members of a body that count. Unknown and read-only ones are ignored without an error.
fn read(call: &Call) -> Result<(String, Option<String>), Error> {
    let body = call.json()?;
    let name = body.get("name").and_then(Value::as_str);
    let name = name.ok_or_else(|| Error::wrong("name is required and must be a text"))?;
    let code = body
        .get("group_id")
        .and_then(Value::as_str)
        .filter(|code| !code.is_empty());
    Ok((name.to_owned(), code.map(str::to_owned)))
}

pub(super) fn create(world: &mut World, call: &Call) -> Outcome {
    let (name, code) = read(call)?;
    let taken = |group: &PosGroup| Some(&group.group_id) == code.as_ref();
    if world.pos.groups.iter().any(taken) {
        return Err(Refusal::ReferenceTaken.into());
    }
    let id = world.create_pos_group(&name, code.as_deref())?;
    found(world, &id, StatusCode::CREATED)
}

pub(super) fn update(world: &mut World, id: &str, call: &Call) -> Outcome {
    world.pos.group(id).ok_or(Refusal::NoGroup)?;
    let (name, _) = read(call)?;
    world.rename_pos_group(id, &name)?;
    found(world, id, StatusCode::OK)
}

pub(super) fn delete(world: &mut World, id: &str) -> Outcome {
    world.delete_pos_group(id)?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

pub(super) fn members(world: &World, id: &str, call: &Call) -> Outcome {
    world.pos.group(id).ok_or(Refusal::NoGroup)?;
    let window = Window::of(call)?;
    let members = world
        .pos
        .customers
        .of_group(id, window.after, window.before);
    Ok(customers::page(world, &window, members))
}

/// The ids in a body. Without the member: none, except where it is required.
fn ids(call: &Call, required: bool) -> Result<Vec<String>, Error> {
    let wrong = || Error::wrong("customer_ids must be a list of ids");
    match call.json()?.get("customer_ids") {
        None if required => Err(wrong()),
        None => Ok(Vec::new()),
        Some(ids) => serde_json::from_value(ids.clone()).map_err(|_| wrong()),
    }
}

pub(super) fn add_members(world: &mut World, edition: Edition, id: &str, call: &Call) -> Outcome {
    let ids = ids(call, edition == Edition::Dated)?;
    world.add_pos_members(id, &ids)?;
    Ok(Answer::json(StatusCode::CREATED, &true))
}

/// The vendor's own sample sends no body: that removes nobody.
pub(super) fn remove_members(world: &mut World, id: &str, call: &Call) -> Outcome {
    let ids = if call.body.is_empty() {
        Vec::new()
    } else {
        ids(call, false)?
    };
    world.remove_pos_members(id, &ids)?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
