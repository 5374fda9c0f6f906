//! Customers of X-Series: list, make, read, change, delete. What a request may leave out or get wrong
//! is decided here; what is done to the customer, in the world.

use axum::http::StatusCode;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::{Map, Value};

use super::paging::Window;
use super::{Error, Outcome, data, moment, writes_null};
use crate::call::{Answer, Call};
use crate::world::{Blanks, DeletedById, NamesRule, PosCustomer, PosEdit, Refusal, World};

/// A customer as the API shows it: all members, those that only other editions declare too.
///
/// Written straight into the answer: a list of a hundred must not cost more than a few milliseconds.
pub(super) struct Shown<'a> {
    world: &'a World,
    customer: &'a PosCustomer,
}

impl<'a> Shown<'a> {
    pub(super) const fn new(world: &'a World, customer: &'a PosCustomer) -> Self {
        Self { world, customer }
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, Member<'a>)> {
        let customer = self.customer;
        let blanks = self.world.settings.pos.blank_texts;
        let own = [
            ("id", Member::Text(&customer.id)),
            ("customer_code", Member::Text(&customer.customer_code)),
            (
                "customer_group_id",
                Member::Text(&customer.customer_group_id),
            ),
            ("name", customer.name().map_or(Member::Null, Member::Made)),
            ("do_not_email", Member::Flag(customer.do_not_email)),
            ("enable_loyalty", Member::Flag(customer.enable_loyalty)),
            (
                "enable_promotional_sms",
                Member::Flag(customer.enable_promotional_sms),
            ),
            (
                "on_account_limit",
                customer.on_account_limit.map_or(Member::Null, sum),
            ),
            ("year_to_date", sum(customer.year_to_date)),
            ("balance", sum(customer.balance)),
            ("loyalty_balance", sum(customer.loyalty_balance)),
            ("created_at", Member::Made(moment(customer.created_at))),
            ("updated_at", Member::Made(moment(customer.updated_at))),
            (
                "deleted_at",
                customer
                    .deleted_at
                    .map_or(Member::Null, |at| Member::Made(moment(at))),
            ),
            ("version", Member::Whole(customer.version)),
        ];
        let texts = customer.texts();
        own.into_iter()
            .chain(texts.map(move |(name, text)| (name, shown(blanks, name, text))))
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        let mut record = into.serialize_map(None)?;
        for (name, member) in self.members() {
            if !matches!(member, Member::Null) || writes_null(self.world, &self.customer.id, name) {
                record.serialize_entry(name, &member)?;
            }
        }
        record.end()
    }
}

/// The value of a member.
#[derive(Serialize)]
#[serde(untagged)]
enum Member<'a> {
    Null,
    Flag(bool),
    Whole(i64),
    Fraction(f64),
    Text(&'a str),
    Made(String),
}

/// A text as the store shows it. A day of birth is never an empty text.
fn shown<'a>(blanks: Blanks, name: &str, text: Option<&'a str>) -> Member<'a> {
    match (blanks, text.unwrap_or_default()) {
        (Blanks::Null, "") => Member::Null,
        (Blanks::Empty, "") if name != "date_of_birth" => Member::Text(""),
        _ => text.map_or(Member::Null, Member::Text),
    }
}

/// A sum as JSON writes it: without a fraction where there is none.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole and small, as the condition says"
)]
fn sum<'a>(sum: f64) -> Member<'a> {
    if sum.fract() == 0.0 && sum.abs() < 1e15 {
        Member::Whole(sum as i64)
    } else {
        Member::Fraction(sum)
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
        |customer| Shown::new(world, customer),
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
    Ok(data(status, &Shown::new(world, customer)))
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
