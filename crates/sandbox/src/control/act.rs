//! What people do while nobody looks: staff rename a group, a plan changes, sessions end.

use axum::http::StatusCode;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{one_or_more, wrong};
use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::world::{Refusal, Role, World};

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
    let world = &mut desk.world;
    let said = |refusal: Refusal| refusal.to_string();
    match act {
        Act::CreateGroup { side, title } => {
            return world
                .staff_create(side, &title)
                .map(|id| json!({"id": id}))
                .map_err(said);
        }
        Act::RenameGroup { side, id, title } => {
            world.staff_rename(side, &id.0, &title).map_err(said)?
        }
        Act::DeleteGroup { side, id } => world.staff_delete(side, &id.0).map_err(said)?,
        Act::MoveCustomer {
            side,
            customer,
            group,
        } => {
            world
                .staff_move(side, &customer.0, &group.0)
                .map_err(said)?;
        }
        Act::SetPlan { has_groups } => world.ecom.plan_has_groups = has_groups,
        Act::SetRole { role } => world.pos.staff.role = role,
        Act::SetScopes { scopes } => world.ecom.scopes = scopes,
        Act::Switch { settings } => switch(world, settings)?,
        Act::SignOut { side } => desk.sessions.close_all(side),
        Act::PassTime { seconds } => desk.pass(seconds.into()),
        Act::SetTimeScale { scale } => desk.set_pace(scale),
    }
    Ok(Value::Null)
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
