//! The admin pages of both sides: sign-in, the shell, what its script reads, and its forms. The
//! pages read the world by a door of their own, never by an API, and are never in the log.

mod page;
mod people;
mod reads;
mod sign_in;
mod writes;

use axum::http::{HeaderName, Method, StatusCode, header};
use serde_json::json;

use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::session::PAGE_TOKEN_LASTS;
use crate::world::World;

use page::Turned;
pub(crate) use sign_in::{sign_in_page, to_sign_in};

/// As strict as an admin page may be: no frames, no script but its own files, no markup from text.
const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Answers a request to an admin host, outside its API.
pub(crate) fn answer(desk: &mut Desk, side: Side, call: &Call) -> Answer {
    let segments = call.segments();
    match (&call.method, segments.as_slice()) {
        (&Method::GET, ["static", name]) => page::asset(name),
        (&Method::GET, ["favicon.ico"]) => page::asset("icon.svg"),
        (&Method::GET, ["signin"]) => sign_in::show(desk, side, call),
        (&Method::POST, ["signin"]) => sign_in::submit(desk, side, call),
        (&Method::POST, ["signout"]) => sign_in::leave(desk, side, call),
        (method, path) if desk.sessions.knows(side, call) => {
            signed_in(desk, side, method, path, call)
        }
        (_, ["page", ..]) => Answer::empty(StatusCode::UNAUTHORIZED),
        (&Method::GET, _) => to_sign_in(&call.target),
        _ => Answer::empty(StatusCode::FORBIDDEN),
    }
}

fn signed_in(desk: &mut Desk, side: Side, method: &Method, path: &[&str], call: &Call) -> Answer {
    let store = desk.world.ecom.store_id.to_string();
    match (method, side, path) {
        (&Method::GET, Side::Ecom, ["page", "token"]) => page_token(desk, call),
        (&Method::GET, _, ["page", what]) => reads::read(&desk.world, side, what, call),
        (&Method::POST, _, ["page", what]) => writes::submit(desk, side, what, call),
        (&Method::GET, _, []) => Answer::redirect(StatusCode::FOUND, &home(&desk.world, side)),
        (
            &Method::GET,
            Side::Pos,
            ["customers" | "customer_groups" | "sell" | "listens" | "hostile"] | ["customers", _],
        ) => page::shell(desk, side, call, Turned::of(path)),
        (&Method::GET, Side::Ecom, ["store", id]) if **id == store => {
            page::shell(desk, side, call, Turned::Not)
        }
        (&Method::GET, ..) => page::not_found(&desk.world, side),
        _ => Answer::empty(StatusCode::METHOD_NOT_ALLOWED),
    }
}

/// The token that the page of eCom sends with its own calls, where its API takes no cookies.
fn page_token(desk: &mut Desk, call: &Call) -> Answer {
    match desk.sessions.page_token(&desk.world, call) {
        Some(token) => Answer::json(
            StatusCode::OK,
            &json!({"token": token, "expiresIn": PAGE_TOKEN_LASTS}),
        )
        .with(header::CACHE_CONTROL, "no-store"),
        None => Answer::empty(StatusCode::NOT_FOUND),
    }
}

/// Where a person is taken who did not say where to.
fn home(world: &World, side: Side) -> String {
    match side {
        Side::Pos => "/customers".into(),
        Side::Ecom => format!("/store/{}#customers", world.ecom.store_id),
    }
}

/// Adds what every page has.
fn guarded(world: &World, answer: Answer) -> Answer {
    let answer = answer
        .with(header::CACHE_CONTROL, "no-store")
        .with(HeaderName::from_static("x-frame-options"), "DENY")
        .with(HeaderName::from_static("x-content-type-options"), "nosniff")
        .with(HeaderName::from_static("referrer-policy"), "same-origin");
    if world.settings.pages.strict_csp {
        answer.with(header::CONTENT_SECURITY_POLICY, CSP)
    } else {
        answer
    }
}
