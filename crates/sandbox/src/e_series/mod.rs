//! The API of eCom (E-Series): which path does what, who may, and how errors look. The world does
//! the work; nothing here knows a page or a session cookie.

mod customers;
mod fields;
mod groups;
mod paging;
mod profile;

use axum::http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::Side;
use crate::admin;
use crate::call::{Answer, BadBody, Call};
use crate::session::{Caller, Door, Stranger};
use crate::world::{ErrorBodies, Refusal, SignedOutAnswer, World, time_text};

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
    let outcome = store_path(world, call).and_then(|path| route(world, &path, call));
    match outcome.and_then(|value| fields::chosen(value, call)) {
        Ok(value) => Answer::json(StatusCode::OK, &value),
        Err(e) => error(world, e.status, e.code, &e.message),
    }
}

/// What follows the store's id, if it is the right one.
fn store_path(world: &World, call: &Call) -> Result<Vec<String>, Error> {
    let segments = call.segments();
    let store = world.ecom.store_id.to_string();
    match segments.get(2..) {
        Some([id, path @ ..]) if **id == store => {
            Ok(path.iter().map(|part| (*part).to_owned()).collect())
        }
        _ => Err(Error::new(
            StatusCode::NOT_FOUND,
            "STORE_NOT_FOUND",
            "Store not found",
        )),
    }
}

fn route(world: &mut World, path: &[String], call: &Call) -> Outcome {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let scope = match (&call.method, path.first()) {
        (_, Some(&"profile")) => "read_store_profile",
        (&Method::GET, _) => "read_customers",
        (&Method::POST, _) => "create_customers",
        _ => "update_customers",
    };
    if !world.ecom.scopes.iter().any(|held| held == scope) {
        return Err(Error::new(
            StatusCode::FORBIDDEN,
            "INSUFFICIENT_APP_SCOPE",
            format!("The scope {scope} is missing"),
        ));
    }
    if path.first() == Some(&"customer_groups") && !world.ecom.plan_has_groups {
        let message = "Customer groups are not available on the current plan";
        return Err(Error::new(
            StatusCode::PAYMENT_REQUIRED,
            "NOT_AVAILABLE_ON_CURRENT_PLAN",
            message,
        ));
    }
    match (&call.method, path.as_slice()) {
        (&Method::GET, ["customer_groups"]) => groups::list(world, call),
        (&Method::POST, ["customer_groups"]) => groups::create(world, call),
        (&Method::GET, ["customer_groups", id]) => groups::get(world, id),
        (&Method::PUT, ["customer_groups", id]) => groups::update(world, id, call),
        (&Method::DELETE, ["customer_groups", id]) => groups::delete(world, id),
        (&Method::GET, ["customers"]) => customers::list(world, call),
        (&Method::GET, ["customers", id]) => customers::get(world, id),
        (&Method::GET, ["profile"]) => Ok(profile::profile(world)),
        (
            _,
            ["customer_groups" | "customers" | "profile"] | ["customer_groups" | "customers", _],
        ) => Err(Error::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "METHOD_NOT_ALLOWED",
            "Method not allowed",
        )),
        _ => Err(Error::new(StatusCode::NOT_FOUND, "", "Not found")),
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

/// A time as E-Series writes it, such as `2024-08-21 07:52:09 +0000`.
fn moment(seconds: i64) -> String {
    time_text(seconds, "%Y-%m-%d %H:%M:%S +0000")
}
