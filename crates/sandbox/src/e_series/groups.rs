//! Customer groups of E-Series. General, id 0, is first of every list and counts like the others.

use serde_json::{Value, json};

use super::{Error, Outcome, paging, refused};
use crate::call::Call;
use crate::world::{EcomGroup, EcomGroupChange, Refusal, World};

/// Where a list ends to which one can page.
const MAX_OFFSET: usize = 1_000;

fn wire(group: &EcomGroup) -> Value {
    let mut record = json!({"id": group.id, "name": group.name});
    if let (Some(reference), Some(members)) = (&group.external_reference_id, record.as_object_mut())
    {
        members.insert("externalReferenceId".into(), reference.clone().into());
    }
    record
}

pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let ids = paging::ids(call, ["customerGroupIds", "customerGroupId"])?;
    let wanted = |group: &&EcomGroup| {
        ids.as_ref().is_none_or(|ids| ids.contains(&group.id))
            && paging::has_keyword(call, &group.name)
    };
    let window = paging::window(world, call)?;
    if window.offset > MAX_OFFSET {
        return Err(Error::wrong("offset must be at most 1000"));
    }
    let mut groups: Vec<&EcomGroup> = world.ecom.groups.iter().filter(wanted).collect();
    groups.sort_by_key(|group| group.id);
    let page = groups.iter().skip(window.offset).take(window.limit);
    let items = page.map(|group| wire(group)).collect();
    Ok(window.page(groups.len(), items))
}

fn parsed(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| refused(Refusal::NoGroup, id))
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    world
        .ecom
        .group(parsed(id)?)
        .map(wire)
        .ok_or_else(|| refused(Refusal::NoGroup, id))
}

/// What a body asks for. Unknown members are ignored.
fn change(call: &Call) -> Result<EcomGroupChange, Error> {
    let body = call.json()?;
    Ok(EcomGroupChange {
        name: text(&body, "name")?,
        external_reference_id: text(&body, "externalReferenceId")?,
    })
}

fn text(body: &Value, name: &str) -> Result<Option<String>, Error> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Error::wrong(format!(
            "Field CustomerMembership.{name} must be a text"
        ))),
    }
}

pub(super) fn create(world: &mut World, call: &Call) -> Outcome {
    let change = change(call)?;
    if change.name.is_none() {
        return Err(Error::wrong("Field CustomerMembership.name is absent"));
    }
    let id = world
        .create_ecom_group(change)
        .map_err(|refusal| refused(refusal, ""))?;
    Ok(json!({"id": id}))
}

pub(super) fn update(world: &mut World, id: &str, call: &Call) -> Outcome {
    let (number, change) = (parsed(id)?, change(call)?);
    let asked = world
        .update_ecom_group(number, change)
        .map_err(|refusal| refused(refusal, id))?;
    Ok(json!({"updateCount": u8::from(asked)}))
}

pub(super) fn delete(world: &mut World, id: &str) -> Outcome {
    world
        .delete_ecom_group(parsed(id)?)
        .map_err(|refusal| refused(refusal, id))?;
    Ok(json!({"deleteCount": 1}))
}
