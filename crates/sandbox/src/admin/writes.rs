//! What a person does with the forms of the pages: adds and changes groups and customers. The forms
//! carry the page's secret in a header, as the store's own API asks for where it asks at all.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::session::CSRF_HEADER;
use crate::world::{CsrfCarrier, World};

/// Adds what a form has, or changes the one in its field `id`. Answers with the id or, with status
/// 200 too, with why not.
pub(super) fn submit(desk: &mut Desk, side: Side, what: &str, call: &Call) -> Answer {
    let sent = call.header(CSRF_HEADER);
    if sent.is_none() || sent != secret(desk, side, call) {
        return Answer::empty(StatusCode::FORBIDDEN);
    }
    let Ok(Value::Object(form)) = call.json() else {
        return Answer::empty(StatusCode::BAD_REQUEST);
    };
    let done = match what {
        "groups" => group(&mut desk.world, side, &form),
        "customers" => customer(&mut desk.world, side, &form),
        _ => return Answer::empty(StatusCode::NOT_FOUND),
    };
    let said = match done {
        Ok(id) => json!({"id": id}),
        Err(reason) => json!({"error": sentence(&reason)}),
    };
    Answer::json(StatusCode::OK, &said)
}

/// The secret that the page was given: in its `meta` element, or in the cookie made for that.
pub(super) fn secret<'a>(desk: &'a Desk, side: Side, call: &Call) -> Option<&'a str> {
    if has_meta(&desk.world, side) {
        desk.sessions.page_secret(side, call)
    } else {
        desk.sessions.csrf(side, call)
    }
}

/// Whether pages carry the secret in a `meta` element.
pub(super) fn has_meta(world: &World, side: Side) -> bool {
    side == Side::Pos && world.settings.pos.csrf == CsrfCarrier::Meta
}

fn group(world: &mut World, side: Side, form: &Map<String, Value>) -> Result<String, String> {
    let title = text(form, "title").unwrap_or_default();
    let id = text(form, "id").filter(|id| !id.is_empty());
    let done = match id {
        None => world.staff_create(side, title),
        Some(id) => world.staff_rename(side, id, title).map(|()| id.to_owned()),
    };
    done.map_err(|refusal| refusal.to_string())
}

fn customer(world: &mut World, side: Side, form: &Map<String, Value>) -> Result<String, String> {
    let id = text(form, "id").filter(|id| !id.is_empty());
    let mut set = Map::new();
    for (name, value) in form.iter().filter(|(name, _)| *name != "id") {
        let typed = value.as_str().unwrap_or_default();
        let (name, value) = match (side, name.as_str()) {
            (Side::Pos, "company") => ("company_name", blank_is_null(typed)),
            (Side::Ecom, "company") => ("company_name", typed.into()),
            (Side::Pos, "group") => ("customer_group_id", typed.into()),
            (Side::Ecom, "group") => ("customer_group_id", json!(typed.parse::<i64>().ok())),
            (Side::Pos, "do_not_email") => ("do_not_email", (typed == "true").into()),
            // Nobody can be made "never asked" again, only left so.
            (Side::Ecom, "accept_marketing") if typed.is_empty() => continue,
            (Side::Ecom, "accept_marketing") => ("accept_marketing", (typed == "true").into()),
            (Side::Pos, other) => (other, blank_is_null(typed)),
            (Side::Ecom, other) => (other, typed.into()),
        };
        set.insert(name.to_owned(), value);
    }
    world.staff_write_customer(side, id, &set)
}

fn text<'a>(form: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    form.get(name).and_then(Value::as_str)
}

fn blank_is_null(typed: &str) -> Value {
    if typed.is_empty() {
        Value::Null
    } else {
        typed.into()
    }
}

/// A reason as a sentence of its own.
fn sentence(reason: &str) -> String {
    let mut signs = reason.chars();
    let first: String = signs
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", signs.as_str().trim_end_matches('.'))
}
