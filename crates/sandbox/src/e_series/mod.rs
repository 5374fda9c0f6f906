//! The API of eCom (E-Series): who may, and how errors look. Which path does what: `route`. The
//! world does the work; nothing here knows a page or a session cookie.

mod batch;
mod body;
mod contacts;
mod customers;
mod extrafields;
mod fields;
mod gate;
mod groups;
mod mass;
mod moments;
mod paging;
mod profile;
mod route;
mod search;
mod states;
mod wire;
mod work;

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use crate::Side;
use crate::admin;
use crate::call::{Answer, BadBody, Call};
use crate::session::{Caller, Door, Stranger};
use crate::world::{ErrorBodies, Refusal, SignedOutAnswer, World};

pub(crate) use gate::Gate;
pub(crate) use work::go_on;

/// Stands for a code where the error is one of a batch.
const BATCH: &str = "batch";

/// An answer, or the error that comes instead.
type Outcome = Result<Value, Error>;

/// An error in the manner of E-Series.
struct Error {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl Error {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
        }
    }

    fn wrong(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "WRONG_PARAMETER", message)
    }

    fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "", message)
    }

    fn conflict(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, message)
    }

    /// Something is wrong with a batch: that error has a form of its own.
    fn batch(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, BATCH, message)
    }

    fn scope(scope: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "INSUFFICIENT_APP_SCOPE",
            format!("The scope {scope} is missing"),
        )
    }
}

/// Answers a request to `/api/v3/{store}/…`.
pub(crate) fn answer(
    world: &mut World,
    door: Door,
    caller: Result<Caller, Stranger>,
    call: &Call,
) -> Answer {
    if let Err(stranger) = caller {
        return signed_out(world, door, stranger, call);
    }
    let outcome = route::route(world, call, caller == Ok(Caller::Token));
    match outcome.and_then(|value| fields::chosen(value, call)) {
        Ok(value) => Answer::json(StatusCode::OK, &value),
        Err(Error {
            status,
            code: BATCH,
            message,
        }) => Answer::json(status, &json!({"error_message": message})),
        Err(e) => error(world, e.status, e.code, &e.message),
    }
}

fn signed_out(world: &World, door: Door, stranger: Stranger, call: &Call) -> Answer {
    let bad_token = |status| {
        error(
            world,
            status,
            "INVALID_API_TOKEN",
            "Token is invalid or absent",
        )
    };
    if door == Door::Token || stranger == Stranger::BadToken {
        return bad_token(StatusCode::FORBIDDEN);
    }
    if stranger == Stranger::FromElsewhere {
        return error(
            world,
            StatusCode::FORBIDDEN,
            "FORBIDDEN",
            "Forbidden origin",
        );
    }
    match world.settings.ecom.signed_out {
        SignedOutAnswer::Json => error(
            world,
            StatusCode::UNAUTHORIZED,
            "UNAUTHORIZED",
            "Nobody is signed in",
        ),
        SignedOutAnswer::Forbidden => bad_token(StatusCode::FORBIDDEN),
        SignedOutAnswer::Html => admin::sign_in_page(world, Side::Ecom, None, false),
        SignedOutAnswer::Redirect => admin::to_sign_in(&call.target),
    }
}

/// An error: in the body and in the reason phrase, or in the latter alone.
pub(crate) fn error(world: &World, status: StatusCode, code: &str, message: &str) -> Answer {
    let answer = match world.settings.ecom.error_bodies {
        ErrorBodies::Full => {
            Answer::json(status, &json!({"errorMessage": message, "errorCode": code}))
        }
        ErrorBodies::Empty => Answer::empty(status),
    };
    Answer {
        reason: Some(message.to_owned()),
        ..answer
    }
}

/// 429; `Retry-After` is in seconds.
pub(crate) fn too_many(world: &World, seconds: u32) -> Answer {
    error(
        world,
        StatusCode::TOO_MANY_REQUESTS,
        "RATE_LIMITED",
        "Too many requests",
    )
    .with(header::RETRY_AFTER, &seconds.to_string())
}

/// Why a group is not made or changed.
fn refused(refusal: Refusal, id: &str) -> Error {
    let (status, code, message) = match refusal {
        Refusal::NoGroup => (
            StatusCode::NOT_FOUND,
            "",
            format!("Customer group #{id} not found"),
        ),
        Refusal::NoCustomer => (
            StatusCode::NOT_FOUND,
            "",
            format!("Customer #{id} not found"),
        ),
        Refusal::Blank => return Error::wrong("Field CustomerMembership.name is blank"),
        Refusal::DefaultGroup => {
            return Error::wrong("The General customer group cannot be changed");
        }
        Refusal::HasMembers => (
            StatusCode::CONFLICT,
            "CONSTRAINT_VIOLATION",
            "The group has members".into(),
        ),
        Refusal::Duplicate => (
            StatusCode::CONFLICT,
            "CONSTRAINT_VIOLATION",
            "A customer group with this name exists".into(),
        ),
        Refusal::ReferenceTaken => (
            StatusCode::CONFLICT,
            "EXTERNAL_ID_ALREADY_USED",
            "The external reference is in use".into(),
        ),
        Refusal::PosCustomer(of_pos) => return Error::wrong(of_pos.to_string()),
    };
    Error::new(status, code, message)
}

impl From<BadBody> for Error {
    fn from(bad: BadBody) -> Self {
        match bad {
            BadBody::ContentType => Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "",
                "Content-Type must be application/json",
            ),
            BadBody::Malformed => Self::wrong("The request body is not a JSON object"),
        }
    }
}
