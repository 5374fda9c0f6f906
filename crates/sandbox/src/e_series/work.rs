//! The work on batches while time passes: one batch of the store after the other, each item at its
//! own moment of the world's clock, with whatever faults strike it.

use axum::http::{HeaderMap, HeaderValue, Method, header};
use serde_json::Value;

use super::{Error, route};
use crate::budget::{Budget, Spender};
use crate::call::Call;
use crate::faults::{Effect, Faults, Named};
use crate::session::Caller;
use crate::world::{BatchCalls, EcomBatchReply, World};
use crate::{Side, mishap};

/// How often an item is tried that ends in 5xx, where the batch goes on after failures.
const TRIES: u32 = 5;
/// The pause before the next try, in milliseconds.
const PAUSE: i64 = 3_000;
/// How many times as fast items are done that may be done beside each other.
const ABREAST: i64 = 100;
/// How long a batch that is over is remembered, in seconds.
const REMEMBERED: i64 = 86_400;

/// Does everything that is to be done until a moment, with the world's time going along.
pub(crate) fn go_on(world: &mut World, faults: &mut Faults, budget: &mut Budget, until: i64) {
    while let Some((place, item, at)) = next(world) {
        if at > until.saturating_mul(1000) {
            break;
        }
        world.ecom.batches_done_until = at;
        let ahead = (at / 1000).saturating_sub(world.clock);
        if ahead > 0 {
            world.pass(ahead);
        }
        execute(world, faults, budget, place, item);
    }
    let fresh = until.saturating_sub(REMEMBERED);
    let batches = &mut world.ecom.batches;
    batches.retain(|batch| batch.created > fresh || !batch.is_over());
}

/// The next item: the place of its batch, its own, and when it is done, in milliseconds.
fn next(world: &World) -> Option<(usize, usize, i64)> {
    let store = &world.ecom;
    let (place, batch) = store
        .batches
        .iter()
        .enumerate()
        .find(|(_, batch)| !batch.is_over())?;
    let item = batch.next_item()?;
    let speed = i64::from(store.batch_speed.max(1)) * if batch.parallel { ABREAST } else { 1 };
    let begin = store
        .batches_done_until
        .max(batch.created.saturating_mul(1000));
    Some((place, item, begin.saturating_add((1000 / speed).max(1))))
}

fn execute(world: &mut World, faults: &mut Faults, budget: &mut Budget, place: usize, item: usize) {
    let Some((call, by_token)) = call(world, place, item) else {
        return;
    };
    let counted = world.settings.ecom.batch_calls == BatchCalls::Counted;
    let spender = if by_token {
        Spender::Token(0)
    } else {
        Spender::Browsers
    };
    let reply = if counted && budget.take(world, Side::Ecom, spender).is_err() {
        failed(429, "Too many requests")
    } else {
        answered(world, faults, &call, by_token)
    };
    let Some(batch) = world.ecom.batches.get_mut(place) else {
        return;
    };
    let (stops, failed) = (batch.stop_on_first_failure, reply.status != 200);
    let Some(item) = batch.items.get_mut(item) else {
        return;
    };
    item.tries += 1;
    if reply.status >= 500 && !stops && item.tries < TRIES {
        world.ecom.batches_done_until += PAUSE;
        return;
    }
    item.reply = Some(reply);
    batch.stopped |= stops && failed;
}

/// The request that an item is, and whether its batch came by a token.
fn call(world: &World, place: usize, item: usize) -> Option<(Call, bool)> {
    let batch = world.ecom.batches.get(place)?;
    let item = batch.items.get(item)?;
    let target = format!("/api/v3/{}{}", world.ecom.store_id, item.path);
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let mut headers = HeaderMap::new();
    let mut body = Vec::new();
    if item.body != Value::Null {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
        body = serde_json::to_vec(&item.body).unwrap_or_default();
    }
    let call = Call {
        host: "app.ecom.localhost".into(),
        method: Method::from_bytes(item.method.as_bytes()).unwrap_or_default(),
        path: path.to_owned(),
        query: form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect(),
        target: target.clone(),
        headers,
        body: body.into(),
    };
    Some((call, batch.by_token))
}

/// The answer to an item, with whatever a fault does to it. Faults of the line between browser
/// and store have no meaning here; where the reply would be lost, the store says 500.
fn answered(world: &mut World, faults: &mut Faults, call: &Call, by_token: bool) -> EcomBatchReply {
    let fault = faults.strike(world.clock, Side::Ecom, Caller::Token, call);
    match fault {
        Some(Effect::Status { status, done, .. }) => {
            if done {
                plain(world, call, by_token);
            }
            failed(status, "The store failed, by order of the sandbox.")
        }
        Some(Effect::RateLimited { .. } | Effect::Named(Named::RateLimited)) => {
            failed(429, "Too many requests")
        }
        Some(Effect::Named(Named::LostReply)) => {
            plain(world, call, by_token);
            failed(500, "The store failed, by order of the sandbox.")
        }
        Some(Effect::Redact { redact, to }) => {
            let changed = mishap::request_with(call, &redact, &to);
            plain(world, changed.as_ref().unwrap_or(call), by_token)
        }
        _ => plain(world, call, by_token),
    }
}

fn plain(world: &mut World, call: &Call, by_token: bool) -> EcomBatchReply {
    match route::route(world, call, by_token) {
        Ok(value) => EcomBatchReply {
            status: 200,
            line: String::new(),
            body: value.to_string(),
        },
        Err(Error {
            status, message, ..
        }) => failed(status.as_u16(), &message),
    }
}

fn failed(status: u16, line: &str) -> EcomBatchReply {
    EcomBatchReply {
        status,
        line: line.to_owned(),
        body: String::new(),
    }
}
