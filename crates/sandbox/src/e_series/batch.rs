//! Batches of E-Series: taking them in, telling how far they are, stopping them. What goes on
//! while nobody looks: `work`.

use axum::http::Method;
use serde_json::{Map, Value, json};

use super::{Error, Outcome, paging};
use crate::call::Call;
use crate::world::{BatchState, CancelledItems, EcomBatch, EcomBatchItem, World, uuid};

/// How many items a batch has at most.
const MOST: usize = 500;
/// How long a key for repeats is remembered, in seconds.
const REMEMBERED: i64 = 3_600;

/// Takes a batch in. The same key within an hour gives the first ticket again.
pub(super) fn create(world: &mut World, call: &Call, by_token: bool) -> Outcome {
    let key = call.param("deduplicationKey").map(str::to_owned);
    let fresh = world.clock.saturating_sub(REMEMBERED);
    let known = world
        .ecom
        .batches
        .iter()
        .find(|batch| key.is_some() && batch.deduplication_key == key && batch.created > fresh);
    if let Some(known) = known {
        return Ok(json!({"ticket": known.ticket}));
    }
    let items = items(call)?;
    let flag = |name, default| match call.param(name) {
        None => Ok(default),
        Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(_) => Err(Error::batch(format!("{name} must be true or false"))),
    };
    let stop_on_first_failure = flag("stopOnFirstFailure", true)?;
    let parallel = flag("allowParallelMode", false)?;
    let mut rng = world.chance();
    let mut order: Vec<usize> = (0..items.len()).collect();
    if parallel {
        rng.shuffle(&mut order);
    }
    let ticket = uuid(&mut rng);
    world.ecom.batches.push(EcomBatch {
        ticket: ticket.clone(),
        group_id: call.param("groupId").map(str::to_owned),
        deduplication_key: key,
        created: world.clock,
        by_token,
        stop_on_first_failure,
        parallel,
        stopped: false,
        cancelled: false,
        order,
        items,
    });
    Ok(json!({"ticket": ticket}))
}

/// Reads the items, all or none.
fn items(call: &Call) -> Result<Vec<EcomBatchItem>, Error> {
    let value = call.any_json()?;
    let list = value
        .as_array()
        .filter(|list| (1..=MOST).contains(&list.len()))
        .ok_or_else(|| Error::batch(format!("A batch is a list of 1 to {MOST} requests")))?;
    list.iter().map(item).collect()
}

fn item(value: &Value) -> Result<EcomBatchItem, Error> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let path = text("path").unwrap_or_default();
    if !path.starts_with('/') || path.starts_with("//") || path.starts_with("/batch") {
        return Err(Error::batch(format!(
            "The path {path:?} cannot be part of a batch"
        )));
    }
    let method = text("method").unwrap_or_default();
    let known = [Method::GET, Method::POST, Method::PUT, Method::DELETE];
    if !known.iter().any(|each| each.as_str() == method) {
        return Err(Error::batch(format!(
            "The method {method:?} cannot be part of a batch"
        )));
    }
    let id = match value.get("id") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) => Some(id.clone()),
        Some(_) => return Err(Error::batch("The id of a request must be a text")),
    };
    Ok(EcomBatchItem {
        id,
        path: path.to_owned(),
        method: method.to_owned(),
        body: value.get("body").cloned().unwrap_or_default(),
        tries: 0,
        reply: None,
    })
}

/// The ticket in a query, under either name.
fn ticket(call: &Call) -> Option<&str> {
    call.param("ticket").or_else(|| call.param("ticketId"))
}

fn unknown(ticket: &str) -> Error {
    Error::not_found(format!("Batch {ticket} not found"))
}

/// How far a batch is, or all batches of a status.
pub(super) fn status(world: &World, call: &Call) -> Outcome {
    if let Some(ticket) = ticket(call) {
        let mut batches = world.ecom.batches.iter();
        let batch = batches.find(|batch| batch.ticket == ticket);
        return Ok(report(world, batch.ok_or_else(|| unknown(ticket))?, call));
    }
    let wanted = match call.param("status") {
        Some("QUEUED") => BatchState::Queued,
        Some("IN_PROGRESS") => BatchState::InProgress,
        Some("COMPLETED") => BatchState::Completed,
        _ => return Err(Error::batch("ticket is absent")),
    };
    let window = paging::window(world, call)?;
    let found = world
        .ecom
        .batches
        .iter()
        .filter(|batch| batch.state() == wanted);
    let page = found.skip(window.offset).take(window.limit);
    let items = page.map(|batch| json!({"ticket": batch.ticket, "status": batch.state()}));
    Ok(super::customers::items(items.collect()))
}

fn report(world: &World, batch: &EcomBatch, call: &Call) -> Value {
    let escaped = call.param("escapedJson") == Some("true");
    let responses: Vec<Value> = batch
        .items
        .iter()
        .filter(|item| item.reply.is_some() || batch.is_over())
        .map(|item| response(world, batch, item, escaped))
        .collect();
    let completed = batch
        .items
        .iter()
        .filter(|item| item.reply.is_some())
        .count();
    json!({
        "status": batch.state(),
        "totalRequests": batch.items.len(),
        "completedRequests": if batch.cancelled { batch.items.len() } else { completed },
        "responses": responses,
    })
}

fn response(world: &World, batch: &EcomBatch, item: &EcomBatchItem, escaped: bool) -> Value {
    let mut members = Map::new();
    if let Some(id) = &item.id {
        members.insert("id".into(), id.clone().into());
    }
    let Some(reply) = &item.reply else {
        let named = world.settings.ecom.cancelled_items == CancelledItems::Completed;
        let status = if batch.cancelled && named {
            "COMPLETED"
        } else {
            "NOT_EXECUTED"
        };
        members.insert("status".into(), status.into());
        return members.into();
    };
    let status = if reply.status == 200 {
        "COMPLETED"
    } else {
        "FAILED"
    };
    members.insert("status".into(), status.into());
    members.insert("httpStatusCode".into(), reply.status.into());
    members.insert("httpStatusLine".into(), reply.line.clone().into());
    if escaped {
        members.insert("escapedHttpBody".into(), reply.body.clone().into());
    } else if let Ok(body) = serde_json::from_str(&reply.body) {
        members.insert("httpBody".into(), body);
    }
    members.into()
}

/// Stops a batch and forgets it.
pub(super) fn delete(world: &mut World, call: &Call) -> Outcome {
    let ticket = ticket(call).ok_or_else(|| Error::batch("ticketId is absent"))?;
    let before = world.ecom.batches.len();
    world.ecom.batches.retain(|batch| batch.ticket != ticket);
    Ok(json!({"deleteCount": before - world.ecom.batches.len()}))
}

/// Stops all batches of a group, or the one of them with a ticket.
pub(super) fn cancel(world: &mut World, call: &Call) -> Outcome {
    let group = call
        .param("groupId")
        .ok_or_else(|| Error::batch("groupId is absent"))?;
    let open = world.ecom.batches.iter_mut().filter(|batch| {
        batch.group_id.as_deref() == Some(group)
            && ticket(call).is_none_or(|ticket| ticket == batch.ticket)
            && !batch.is_over()
    });
    let mut count = 0;
    for batch in open {
        batch.cancelled = true;
        count = 1;
    }
    Ok(json!({"updateCount": count}))
}
