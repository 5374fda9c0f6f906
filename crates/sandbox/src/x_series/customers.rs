//! Customers of X-Series: list, make, read, change, delete. What a request may leave out or get wrong
//! is decided here; what is done to the customer, in the world.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::paging::Window;
use super::{Error, Outcome, data, moment, tidied};
use crate::call::{Answer, Call};
use crate::world::{Blanks, DeletedById, NamesRule, PosCustomer, PosEdit, Refusal, World};

/// A customer as the API shows it: all members, those that only other editions declare too.
pub(super) fn wire(world: &World, customer: &PosCustomer) -> Value {
    let record = json!({
        "id": customer.id,
        "customer_code": customer.customer_code,
        "customer_group_id": customer.customer_group_id,
        "name": customer.name(),
        "do_not_email": customer.do_not_email,
        "enable_loyalty": customer.enable_loyalty,
        "enable_promotional_sms": customer.enable_promotional_sms,
        "on_account_limit": customer.on_account_limit.map(number),
        "year_to_date": number(customer.year_to_date),
        "balance": number(customer.balance),
        "loyalty_balance": number(customer.loyalty_balance),
        "created_at": moment(customer.created_at),
        "updated_at": moment(customer.updated_at),
        "deleted_at": customer.deleted_at.map(moment),
        "version": customer.version,
    });
    let Value::Object(mut record) = record else {
        return record;
    };
    let blanks = world.settings.pos.blank_texts;
    record.extend(
        customer
            .texts()
            .map(|(name, text)| (name.to_owned(), shown(blanks, name, text))),
    );
    tidied(world, &customer.id, record.into())
}

/// A text as the store shows it. A day of birth is never an empty text.
fn shown(blanks: Blanks, name: &str, text: Option<&str>) -> Value {
    match (blanks, text.unwrap_or_default()) {
        (Blanks::Null, "") => Value::Null,
        (Blanks::Empty, "") if name != "date_of_birth" => "".into(),
        _ => text.into(),
    }
}

/// A sum as JSON writes it: without a fraction where there is none.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole and small, as the condition says"
)]
fn number(sum: f64) -> Value {
    if sum.fract() == 0.0 && sum.abs() < 1e15 {
        (sum as i64).into()
    } else {
        sum.into()
    }
}

/// A page of customers that come in ascending order of version.
pub(super) fn page<'a>(
    world: &World,
    window: &Window,
    customers: impl Iterator<Item = &'a PosCustomer>,
) -> Answer {
    window.page(
        customers,
        |customer| customer.version,
        |customer| wire(world, customer),
    )
}

pub(super) fn list(world: &World, call: &Call) -> Outcome {
    let window = Window::of(call)?;
    let wanted = world
        .pos
        .customers
        .between(window.after, window.before)
        .filter(|customer| window.deleted || customer.deleted_at.is_none());
    Ok(page(world, &window, wanted))
}

fn found(world: &World, id: &str, status: StatusCode) -> Outcome {
    let shown = world.settings.pos.deleted_by_id == DeletedById::Shown;
    let customer = world
        .pos
        .customers
        .get(id)
        .filter(|customer| shown || customer.deleted_at.is_none())
        .ok_or(Refusal::NoCustomer)?;
    Ok(data(status, &wire(world, customer)))
}

pub(super) fn get(world: &World, id: &str) -> Outcome {
    found(world, id, StatusCode::OK)
}

/// The members of a body, once the store's rule of names is kept.
fn read(world: &World, call: &Call, creates: bool) -> Result<PosEdit, Error> {
    let body: Value = call.json()?;
    let none = Map::new();
    let edit = PosEdit::read(body.as_object().unwrap_or(&none)).map_err(Error::wrong)?;
    let names = ["first_name", "last_name"];
    match world.settings.pos.names {
        NamesRule::Keys => {
            if let Some(name) = names.into_iter().find(|name| !edit.gives(name)) {
                return Err(Error::wrong(format!("{name} is required")));
            }
        }
        NamesRule::One if creates => {
            let given = |name: &&str| edit.text(name).is_some_and(|text| !text.trim().is_empty());
            if !names.iter().chain(&["company_name"]).any(given) {
                return Err(Error::wrong(
                    "One of first_name, last_name and company_name is required",
                ));
            }
        }
        NamesRule::One | NamesRule::Free => {}
    }
    Ok(edit)
}

pub(super) fn create(world: &mut World, call: &Call) -> Outcome {
    let edit = read(world, call, true)?;
    let id = world
        .create_pos_customer(edit)
        .map_err(|e| Error::of(world, e))?;
    found(world, &id, StatusCode::CREATED)
}

pub(super) fn update(world: &mut World, id: &str, call: &Call) -> Outcome {
    world.pos.customer(id).ok_or(Refusal::NoCustomer)?;
    let edit = read(world, call, false)?;
    let mode = world.settings.pos.put;
    world
        .update_pos_customer(id, edit, mode)
        .map_err(|e| Error::of(world, e))?;
    found(world, id, StatusCode::OK)
}

pub(super) fn delete(world: &mut World, id: &str) -> Outcome {
    world.delete_pos_customer(id)?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
