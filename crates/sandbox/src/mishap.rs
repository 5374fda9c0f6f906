//! What faults do to the JSON of a request or an answer. Knows lists and members, no store.

use serde_json::{Value, json};

use crate::call::{Answer, Call};

/// The answer with its list ending after half of the records, and with counts and cursors that say
/// so. An answer without a list stays as it is.
pub(crate) fn half_page(answer: Answer) -> Answer {
    rewritten(answer, |body| {
        if let Some(list) = body.get_mut("data").and_then(Value::as_array_mut) {
            list.truncate(list.len() / 2);
            let versions = list
                .iter()
                .filter_map(|record| record.get("version")?.as_i64());
            let (min, max) = (versions.clone().min(), versions.max());
            if let Some(version) = body.get_mut("version") {
                *version = json!({"min": min, "max": max});
            }
            return;
        }
        let offset = body.get("offset").and_then(Value::as_u64).unwrap_or(0);
        let Some(list) = body.get_mut("items").and_then(Value::as_array_mut) else {
            return;
        };
        list.truncate(list.len() / 2);
        let count = list.len() as u64;
        for (name, number) in [("count", count), ("total", offset + count)] {
            if let Some(member) = body.get_mut(name) {
                *member = number.into();
            }
        }
    })
}

/// The request with every member `name` of its body reading `to`; `None` when it has none.
pub(crate) fn request_with(call: &Call, name: &str, to: &str) -> Option<Call> {
    let mut body: Value = serde_json::from_slice(&call.body).ok()?;
    put(&mut body, name, to).then(|| Call {
        body: body.to_string().into(),
        ..call.clone()
    })
}

/// The answer with every member `name` of its body reading `to`.
pub(crate) fn answer_with(answer: Answer, name: &str, to: &str) -> Answer {
    rewritten(answer, |body| {
        put(body, name, to);
    })
}

/// Sets members that are texts; says whether there was one.
fn put(value: &mut Value, name: &str, to: &str) -> bool {
    match value {
        Value::Object(members) => members.iter_mut().fold(false, |found, (key, member)| {
            if key == name && member.is_string() {
                *member = to.into();
                return true;
            }
            put(member, name, to) || found
        }),
        Value::Array(list) => list
            .iter_mut()
            .fold(false, |found, member| found | put(member, name, to)),
        _ => false,
    }
}

fn rewritten(mut answer: Answer, change: impl FnOnce(&mut Value)) -> Answer {
    if let Ok(mut body) = serde_json::from_slice::<Value>(&answer.body) {
        change(&mut body);
        answer.body = body.to_string().into_bytes();
    }
    answer
}
