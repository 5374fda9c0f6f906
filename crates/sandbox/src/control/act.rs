//! What people do while nobody looks: staff rename a group or edit a customer, a till sells, a
//! shopper orders, a plan changes, sessions end.

use axum::http::StatusCode;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use super::{one_or_more, wrong};
use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::world::{EcomOrder, PosSale, Refusal, Role, World, customer_number};

/// One thing that somebody does.
#[derive(Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
enum Act {
    CreateGroup {
        side: Side,
        title: String,
    },
    RenameGroup {
        side: Side,
        id: Id,
        title: String,
    },
    DeleteGroup {
        side: Side,
        id: Id,
    },
    MoveCustomer {
        side: Side,
        customer: Id,
        group: Id,
    },
    /// Staff or a till; `set` has the members that the world itself prints.
    CreateCustomer {
        side: Side,
        set: Map<String, Value>,
    },
    EditCustomer {
        side: Side,
        id: Id,
        set: Map<String, Value>,
    },
    DeleteCustomer {
        side: Side,
        id: Id,
    },
    /// Of two POS customers one remains.
    MergeCustomers {
        from: Id,
        into: Id,
    },
    /// A sale at the till.
    Sell {
        customer: Id,
        #[serde(default)]
        spent: f64,
        #[serde(default)]
        owed: f64,
        #[serde(default)]
        loyalty: f64,
    },
    /// A shopper orders, known or as a guest.
    Order {
        email: String,
        name: Option<String>,
        #[serde(default)]
        cents: i64,
        #[serde(default)]
        products: Vec<i64>,
    },
    ShopperSignsIn {
        email: String,
    },
    /// A shopper ticks or unticks marketing; null is as if never asked.
    ShopperMarketing {
        id: Id,
        accepts: Option<bool>,
    },
    ShopperEmail {
        id: Id,
        email: String,
    },
    /// The vendor brings an order of an eCom customer to POS.
    ImportOrder {
        customer: Id,
        #[serde(default)]
        spent: f64,
    },
    SetPlan {
        has_groups: bool,
    },
    SetRole {
        role: Role,
    },
    SetScopes {
        scopes: Vec<String>,
    },
    /// Sets switches; those that are not named stay.
    Switch {
        settings: Value,
    },
    SignOut {
        side: Option<Side>,
    },
    /// Moves the world's time on; it cannot go back.
    PassTime {
        seconds: u32,
    },
    /// Sets how many times as fast as outside the world's time passes.
    SetTimeScale {
        scale: u32,
    },
}

/// An id as text; eCom's may come as numbers.
#[derive(Debug)]
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Value::deserialize(from)? {
            Value::String(id) => Ok(Self(id)),
            Value::Number(id) => Ok(Self(id.to_string())),
            _ => Err(serde::de::Error::custom("an id is a text or a number")),
        }
    }
}

/// Does what the body says, in order, and stops at the first that cannot be done.
pub(super) fn answer(desk: &mut Desk, call: &Call) -> Answer {
    let acts: Vec<Act> = match one_or_more(&call.body) {
        Ok(acts) => acts,
        Err(message) => return wrong(StatusCode::BAD_REQUEST, &message),
    };
    let mut done = Vec::new();
    for act in acts {
        match perform(desk, act) {
            Ok(result) => done.push(result),
            Err(message) => return wrong(StatusCode::CONFLICT, &message),
        }
    }
    Answer::json(StatusCode::OK, &json!({"done": done}))
}

fn perform(desk: &mut Desk, act: Act) -> Result<Value, String> {
    match act {
        Act::SignOut { side } => desk.sessions.close_all(side),
        Act::PassTime { seconds } => desk.pass(seconds.into()),
        Act::SetTimeScale { scale } => desk.set_pace(scale),
        Act::SetPlan { has_groups } => desk.world.ecom.plan_has_groups = has_groups,
        Act::SetRole { role } => desk.world.pos.staff.role = role,
        Act::SetScopes { scopes } => desk.world.ecom.scopes = scopes,
        Act::Switch { settings } => switch(&mut desk.world, settings)?,
        _ => return by_people(&mut desk.world, act),
    }
    Ok(Value::Null)
}

/// What staff, tills, shoppers and the vendor do. Answers with the id, where there is a new one.
fn by_people(world: &mut World, act: Act) -> Result<Value, String> {
    let said = |refusal: Refusal| refusal.to_string();
    let made = match act {
        Act::CreateGroup { side, title } => world.staff_create(side, &title).map_err(said)?,
        Act::CreateCustomer { side, set } => world.staff_write_customer(side, None, &set)?,
        Act::EditCustomer { side, id, set } => {
            world.staff_write_customer(side, Some(&id.0), &set)?
        }
        Act::ImportOrder { customer, spent } => world
            .import_order(customer_number(&customer.0)?, spent)
            .map_err(said)?,
        Act::Order {
            email,
            name,
            cents,
            products,
        } => {
            let order = EcomOrder {
                name,
                cents,
                products,
            };
            let id = world.ecom_shopper_orders(&email, order);
            id.map_err(|e| e.to_string())?.to_string()
        }
        Act::ShopperSignsIn { email } => {
            let id = world.ecom_shopper_signs_in(&email);
            id.map_err(|e| e.to_string())?.to_string()
        }
        _ => return changes(world, act).map(|()| Value::Null),
    };
    Ok(json!({"id": made}))
}

fn changes(world: &mut World, act: Act) -> Result<(), String> {
    match act {
        Act::RenameGroup { side, id, title } => world
            .staff_rename(side, &id.0, &title)
            .map_err(|e| e.to_string()),
        Act::DeleteGroup { side, id } => world.staff_delete(side, &id.0).map_err(|e| e.to_string()),
        Act::MoveCustomer {
            side,
            customer,
            group,
        } => world
            .staff_move(side, &customer.0, &group.0)
            .map_err(|e| e.to_string()),
        Act::DeleteCustomer { side, id } => world.staff_delete_customer(side, &id.0),
        Act::MergeCustomers { from, into } => world.staff_merge(&from.0, &into.0),
        Act::Sell {
            customer,
            spent,
            owed,
            loyalty,
        } => {
            let sale = PosSale {
                spent,
                owed,
                loyalty,
            };
            world
                .sell_to_pos_customer(&customer.0, sale)
                .map_err(|e| e.to_string())
        }
        Act::ShopperMarketing { id, accepts } => world
            .ecom_shopper_sets_marketing(customer_number(&id.0)?, accepts)
            .map_err(|e| e.to_string()),
        Act::ShopperEmail { id, email } => world
            .ecom_shopper_changes_email(customer_number(&id.0)?, &email)
            .map_err(|e| e.to_string()),
        _ => Err("nobody does that".to_owned()),
    }
}

/// Lays the switches that are given over those that are.
fn switch(world: &mut World, given: Value) -> Result<(), String> {
    let mut all = serde_json::to_value(&world.settings).map_err(|e| e.to_string())?;
    lay_over(&mut all, given);
    world.settings = serde_json::from_value(all).map_err(|e| e.to_string())?;
    Ok(())
}

fn lay_over(under: &mut Value, over: Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                lay_over(under.entry(name).or_insert(Value::Null), value);
            }
        }
        (under, over) => *under = over,
    }
}
