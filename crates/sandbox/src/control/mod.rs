//! `/_sandbox/*`: looking at the world, setting it, breaking it. Never in the log.

mod act;

use axum::http::{Method, StatusCode};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};

use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::faults::Fault;
use crate::world::World;

/// Answers a request to `/_sandbox/…`.
pub(crate) fn answer(desk: &mut Desk, call: &Call) -> Answer {
    desk.tick(0);
    match (&call.method, call.segments().as_slice()) {
        (&Method::GET, [_, "state"]) => {
            Answer::json(StatusCode::OK, &desk.world.clone().canonical())
        }
        (&Method::POST, [_, "reset"]) => reset(desk, call),
        (&Method::GET, [_, "truth"]) => Answer::json(StatusCode::OK, &desk.world.truth.as_deref()),
        (&Method::GET, [_, "budget"]) => {
            Answer::json(StatusCode::OK, &desk.budget.list(&desk.world))
        }
        (&Method::GET, [_, "faults"]) => Answer::json(StatusCode::OK, &desk.faults.list()),
        (&Method::POST, [_, "faults"]) => faults(desk, call),
        (&Method::GET, [_, "log"]) => Answer::json(StatusCode::OK, &desk.log),
        (&Method::DELETE, [_, "log"]) | (&Method::POST, [_, "log", "clear"]) => {
            desk.log.clear();
            Answer::empty(StatusCode::NO_CONTENT)
        }
        (&Method::POST, [_, "act"]) => {
            desk.tick(1);
            act::answer(desk, call)
        }
        _ => wrong(
            StatusCode::NOT_FOUND,
            "There is: GET state, POST reset, GET and POST faults, GET and DELETE log, POST act, GET budget, GET truth.",
        ),
    }
}

fn wrong(status: StatusCode, message: &str) -> Answer {
    Answer::json(status, &json!({"error": message}))
}

/// Sets the world: to the seed, or to the one in the body.
fn reset(desk: &mut Desk, call: &Call) -> Answer {
    let world = if call.body.trim_ascii().is_empty() {
        Ok(desk.seed.clone())
    } else {
        brought(&call.body, &desk.seed)
    };
    match world {
        Ok(world) => {
            desk.reset(world);
            Answer::empty(StatusCode::NO_CONTENT)
        }
        Err(message) => wrong(StatusCode::BAD_REQUEST, &message),
    }
}

/// Whether a world that is brought has switches of its own. Read beside the world, because a world
/// as a tree of values would take more memory than there may be.
#[derive(Deserialize)]
struct Own {
    #[serde(default)]
    settings: Option<IgnoredAny>,
}

/// The world in a body. Without switches of its own it has those that the sandbox started with.
fn brought(body: &[u8], seed: &World) -> Result<World, String> {
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err("a world is an object".to_owned());
    }
    let mut world: World = serde_json::from_slice(body).map_err(|e| e.to_string())?;
    let own: Own = serde_json::from_slice(body).map_err(|e| e.to_string())?;
    if own.settings.is_none() {
        world.settings = seed.settings.clone();
    }
    world.settled().map_err(|e| e.to_string())
}

/// Sets the list of faults; an empty one takes all away.
fn faults(desk: &mut Desk, call: &Call) -> Answer {
    match one_or_more::<Fault>(&call.body) {
        Ok(list) => {
            desk.faults.set(list);
            Answer::empty(StatusCode::NO_CONTENT)
        }
        Err(message) => wrong(StatusCode::BAD_REQUEST, &message),
    }
}

/// Reads a list, or one thing for a list of one.
fn one_or_more<T: DeserializeOwned>(body: &[u8]) -> Result<Vec<T>, String> {
    let value: Value = serde_json::from_slice(body).map_err(|e| e.to_string())?;
    let list = if value.is_array() {
        value
    } else {
        json!([value])
    };
    serde_json::from_value(list).map_err(|e| e.to_string())
}
