//! `/store_extrafields/customers`: which fields of their own the store's customers have.

use serde_json::{Value, json};

use super::body::Body;
use super::{Error, Outcome, customers, moments};
use crate::call::Call;
use crate::world::{EcomField, World, code_suffix};

fn wire(field: &EcomField) -> Value {
    json!({
        "key": field.key,
        "title": field.title,
        "entityTypes": ["CUSTOMERS"],
        "type": field.kind,
        "shownOnOrderDetails": field.shown_on_order_details,
        "linkedWithCheckoutField": false,
        "createdDate": moments::text(field.created),
        "lastModifiedDate": moments::text(field.modified),
    })
}

pub(super) fn list(world: &World) -> Value {
    customers::items(world.ecom.extrafields.iter().map(wire).collect())
}

fn missing(key: &str) -> Error {
    Error::not_found(format!("Extra field {key} not found"))
}

pub(super) fn get(world: &World, key: &str) -> Outcome {
    let mut fields = world.ecom.extrafields.iter();
    let field = fields.find(|field| field.key == key);
    field.map(wire).ok_or_else(|| missing(key))
}

/// Lays what a body says over a field.
fn lay(field: EcomField, call: &Call) -> Result<EcomField, Error> {
    let value = call.json()?;
    let body = Body::new(&value, "Extrafield");
    let kind: String = body.member("type")?.unwrap_or(field.kind);
    let kind = kind.to_uppercase();
    if !["TEXT", "DATETIME"].contains(&kind.as_str()) {
        return Err(Error::wrong(
            "Field Extrafield.type must be TEXT or DATETIME",
        ));
    }
    Ok(EcomField {
        title: body.member("title")?.unwrap_or(field.title),
        shown_on_order_details: body
            .member("shownOnOrderDetails")?
            .unwrap_or(field.shown_on_order_details),
        kind,
        ..field
    })
}

pub(super) fn create(world: &mut World, call: &Call) -> Outcome {
    let field = lay(EcomField::default(), call)?;
    if field.title.trim().is_empty() {
        return Err(Error::wrong("Field Extrafield.title is absent"));
    }
    let mut rng = world.chance();
    let key = format!("{}{}", code_suffix(&mut rng), code_suffix(&mut rng));
    let now = world.clock;
    world.ecom.extrafields.push(EcomField {
        key: key.clone(),
        created: now,
        modified: now,
        ..field
    });
    Ok(json!({"key": key}))
}

pub(super) fn update(world: &mut World, key: &str, call: &Call) -> Outcome {
    let now = world.clock;
    let mut fields = world.ecom.extrafields.iter_mut();
    let field = fields.find(|field| field.key == key);
    let field = field.ok_or_else(|| missing(key))?;
    *field = lay(field.clone(), call)?;
    field.modified = now;
    Ok(json!({"updateCount": 1}))
}

pub(super) fn delete(world: &mut World, key: &str) -> Outcome {
    let before = world.ecom.extrafields.len();
    world.ecom.extrafields.retain(|field| field.key != key);
    if world.ecom.extrafields.len() == before {
        return Err(missing(key));
    }
    Ok(json!({"deleteCount": 1}))
}
