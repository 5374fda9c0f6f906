//! Customers of E-Series, to be read only: enough to see who is in which group.

use serde_json::{Map, Value, json};

use super::{Outcome, moment, paging, refused};
use crate::call::Call;
use crate::world::{EcomCustomer, Refusal, World};

fn wire(world: &World, customer: &EcomCustomer) -> Value {
    let mut record = json!({
        "id": customer.id,
        "name": customer.name.as_deref().unwrap_or_default(),
        "email": customer.email,
        "registered": moment(customer.registered),
        "updated": moment(customer.updated),
        "totalOrderCount": 0,
        "customerGroupId": customer.customer_group_id,
        "customerGroupName": world.ecom.group(customer.customer_group_id).map(|group| group.name.as_str()),
        "stats": {"numberOfOrders": customer.orders, "salesValue": 0, "averageOrderValue": 0},
    });
    if let Some(members) = record.as_object_mut() {
        if let Some(name) = &customer.name {
            members.insert("billingPerson".into(), person(name));
        }
        if let Some(wanted) = customer.accept_marketing {
            members.insert("acceptMarketing".into(), wanted.into());
        }
    }
    record
}

/// First and last name are there only when the name has two words or more.
fn person(name: &str) -> Value {
    let mut person = Map::from_iter([("name".into(), name.into())]);
    if let Some((first, last)) = name.split_once(' ') {
        person.insert("firstName".into(), first.into());
        person.insert("lastName".into(), last.into());
    }
    person.into()
}

pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let groups = paging::ids(call, ["customerGroupIds", "customerGroup"])?;
    let wanted = |customer: &&EcomCustomer| {
        let text = format!(
            "{} {}",
            customer.name.as_deref().unwrap_or_default(),
            customer.email
        );
        groups
            .as_ref()
            .is_none_or(|ids| ids.contains(&customer.customer_group_id))
            && paging::has_keyword(call, &text)
    };
    let mut customers: Vec<&EcomCustomer> = world.ecom.customers.iter().filter(wanted).collect();
    customers.sort_by_key(|customer| (customer.name.clone(), customer.id));
    let records: Vec<Value> = customers
        .into_iter()
        .map(|customer| wire(world, customer))
        .collect();
    let mut page = paging::page(world, call, &records)?;
    if let Some(members) = page.as_object_mut() {
        members.insert("allCustomerCount".into(), world.ecom.customers.len().into());
    }
    Ok(page)
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    let found = world
        .ecom
        .customers
        .iter()
        .find(|customer| customer.id.to_string() == id);
    found
        .map(|customer| wire(world, customer))
        .ok_or_else(|| refused(Refusal::NoCustomer, id))
}
