//! Contacts of one customer of E-Series, one by one.

use serde_json::json;

use super::body::{self, Body};
use super::customers::{found, items, refused};
use super::{Error, Outcome, wire};
use crate::call::Call;
use crate::world::{EcomContactChange, EcomRefusal, World};

pub(super) fn list(world: &World, customer: &str) -> Outcome {
    let contacts = &found(world, customer)?.contacts;
    Ok(items(contacts.iter().map(wire::contact).collect()))
}

pub(super) fn get(world: &World, customer: &str, id: &str) -> Outcome {
    let (customer, id) = ids(world, customer, id)?;
    world
        .ecom_contact(customer, id)
        .map(wire::contact)
        .map_err(|refusal| refused(world, &refusal, &customer.to_string()))
}

pub(super) fn create(world: &mut World, customer: &str, call: &Call) -> Outcome {
    let owner = found(world, customer)?.id;
    let made = world.add_ecom_contact(owner, said(call)?);
    let id = made.map_err(|refusal| refused(world, &refusal, customer))?;
    Ok(json!({"id": id}))
}

pub(super) fn update(world: &mut World, customer: &str, id: &str, call: &Call) -> Outcome {
    let (owner, number) = ids(world, customer, id)?;
    let asked = world.update_ecom_contact(owner, number, said(call)?);
    let asked = asked.map_err(|refusal| refused(world, &refusal, customer))?;
    Ok(json!({"updateCount": u8::from(asked)}))
}

pub(super) fn delete(world: &mut World, customer: &str, id: &str) -> Outcome {
    let (owner, number) = ids(world, customer, id)?;
    let done = world.delete_ecom_contact(owner, number);
    done.map_err(|refusal| refused(world, &refusal, customer))?;
    Ok(json!({"deleteCount": 1}))
}

fn said(call: &Call) -> Result<EcomContactChange, Error> {
    body::contact(Body::new(&call.json()?, "CustomerContact"))
}

/// The ids of a customer who is there, and of a contact.
fn ids(world: &World, customer: &str, id: &str) -> Result<(i64, i64), Error> {
    let owner = found(world, customer)?.id;
    let unknown = |_| refused(world, &EcomRefusal::NoContact, customer);
    Ok((owner, id.parse().map_err(unknown)?))
}
