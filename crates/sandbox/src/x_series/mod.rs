//! The API of POS (X-Series): which path does what, who may, and how errors look. The world does
//! the work; nothing here knows a page or a session cookie.

mod addresses;
mod customers;
mod groups;
mod paging;
pub(crate) mod redact;
mod search;
mod store;

use axum::http::{HeaderName, Method, StatusCode, header};
use jiff::{Timestamp, tz::Offset};
use serde::Serialize;
use serde_json::{Value, json};

use crate::Side;
use crate::admin;
use crate::call::{Answer, BadBody, Call};
use crate::session::{Caller, Door, Stranger};
use crate::world::{
    CashierAnswer, CodeTaken, ErrorForm, GroupDelete, Nulls, PosRefusal, Refusal, Role,
    SignedOutAnswer, World, time_text,
};

pub(crate) const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
pub(crate) const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// An answer, or the error that comes instead.
type Outcome = Result<Answer, Error>;

/// An error in the manner of X-Series.
struct Error {
    status: StatusCode,
    message: String,
    /// A post code as it should have been.
    example: Option<&'static str>,
}

impl Error {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            example: None,
        }
    }

    fn answer(&self, world: &World) -> Answer {
        match self.example {
            // The one body that the vendor prints.
            Some(example) => Answer::json(
                self.status,
                &json!({"error": format!("Postal code format is incorrect. Example: {example}")}),
            ),
            None => error(world, self.status, &self.message),
        }
    }

    fn wrong(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }
}

/// Which kind of version the path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// `/api/2.0`.
    Classic,
    /// `/api/YYYY-MM`. One that is out of date is answered by the oldest that is not, silently.
    Dated,
}

/// Answers a request to `/api/…`.
pub(crate) fn answer(
    world: &mut World,
    door: Door,
    caller: Result<Caller, Stranger>,
    call: &Call,
) -> Answer {
    let segments = call.segments();
    let Some((edition, path)) = segments
        .get(1)
        .copied()
        .and_then(edition)
        .zip(segments.get(2..))
    else {
        return error(world, StatusCode::NOT_FOUND, "Not found");
    };
    let caller = match caller {
        Ok(caller) => caller,
        Err(stranger) => return signed_out(world, door, stranger, call),
    };
    let guarded = matches!(
        path.first(),
        Some(&"customers" | &"customer_groups" | &"search")
    );
    if guarded && caller != Caller::Token && world.pos.staff.role == Role::Cashier {
        return cashier(world);
    }
    route(world, edition, path, call).unwrap_or_else(|e| e.answer(world))
}

fn edition(name: &str) -> Option<Edition> {
    let dated = |name: &str| {
        let (year, month) = name.split_once('-')?;
        let digits =
            |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2)).then_some(Edition::Dated)
    };
    if name == "2.0" {
        Some(Edition::Classic)
    } else {
        dated(name)
    }
}

fn route(world: &mut World, edition: Edition, path: &[&str], call: &Call) -> Outcome {
    match (&call.method, path) {
        (&Method::GET, ["customer_groups"]) => groups::list(world, call),
        (&Method::POST, ["customer_groups"]) => groups::create(world, call),
        (&Method::GET, ["customer_groups", id]) => groups::get(world, id),
        (&Method::PUT, ["customer_groups", id]) => groups::update(world, id, call),
        (&Method::DELETE, ["customer_groups", id])
            if edition == Edition::Classic
                || world.settings.pos.group_delete == GroupDelete::All =>
        {
            groups::delete(world, id)
        }
        (&Method::GET, ["customer_groups", id, "customers"]) => groups::members(world, id, call),
        (&Method::POST, ["customer_groups", id, "customers"]) => {
            groups::add_members(world, edition, id, call)
        }
        (&Method::DELETE, ["customer_groups", id, "customers"]) => {
            groups::remove_members(world, id, call)
        }
        (&Method::GET, ["customers"]) => customers::list(world, call),
        (&Method::POST, ["customers"]) => customers::create(world, call),
        (&Method::GET, ["customers", id]) => customers::get(world, id),
        (&Method::PUT, ["customers", id]) => customers::update(world, id, call),
        (&Method::DELETE, ["customers", id]) => customers::delete(world, id),
        (_, ["customers", id, "addresses", rest @ ..]) if edition == Edition::Dated => {
            addressed(world, id, rest, call)
        }
        (&Method::GET, ["search"]) => search::answer(world, call),
        (&Method::GET, ["retailer"]) => Ok(store::retailer(world)),
        (&Method::GET, ["user"]) => Ok(store::user(world)),
        (_, ["customer_groups" | "customers" | "search" | "retailer" | "user"])
        | (_, ["customer_groups" | "customers", _])
        | (_, ["customer_groups", _, "customers"]) => Err(not_allowed()),
        _ => Err(Error::new(StatusCode::NOT_FOUND, "Not found")),
    }
}

/// What is asked of the addresses of a customer.
fn addressed(world: &mut World, customer: &str, path: &[&str], call: &Call) -> Outcome {
    match (&call.method, path) {
        (&Method::GET, []) => addresses::list(world, customer),
        (&Method::POST, []) => addresses::create(world, customer, call),
        (&Method::GET, [id]) => addresses::get(world, customer, id),
        (&Method::PUT, [id]) => addresses::update(world, customer, id, call),
        (&Method::DELETE, [id]) => addresses::delete(world, customer, id),
        (_, [] | [_]) => Err(not_allowed()),
        _ => Err(Error::new(StatusCode::NOT_FOUND, "Not found")),
    }
}

fn not_allowed() -> Error {
    Error::new(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed")
}

fn signed_out(world: &World, door: Door, stranger: Stranger, call: &Call) -> Answer {
    if door == Door::Token || stranger == Stranger::BadToken {
        return error(world, StatusCode::UNAUTHORIZED, "Unauthorized");
    }
    if stranger == Stranger::NoSecret {
        return error(
            world,
            StatusCode::FORBIDDEN,
            "The CSRF token is missing or wrong",
        );
    }
    if stranger == Stranger::FromElsewhere {
        return error(world, StatusCode::FORBIDDEN, "Forbidden origin");
    }
    match world.settings.pos.signed_out {
        SignedOutAnswer::Json => error(world, StatusCode::UNAUTHORIZED, "Unauthorized"),
        SignedOutAnswer::Forbidden => error(world, StatusCode::FORBIDDEN, "Forbidden"),
        SignedOutAnswer::Html => admin::sign_in_page(world, Side::Pos, None, false),
        SignedOutAnswer::Redirect => admin::to_sign_in(&call.target),
    }
}

fn cashier(world: &World) -> Answer {
    match world.settings.pos.cashier {
        CashierAnswer::Forbidden => error(
            world,
            StatusCode::FORBIDDEN,
            "You do not have permission to perform this action",
        ),
        CashierAnswer::Redirect => admin::to_sign_in("/"),
    }
}

/// An error in the manner of X-Series.
pub(crate) fn error(world: &World, status: StatusCode, message: &str) -> Answer {
    let body = match world.settings.pos.errors {
        ErrorForm::Full => {
            let reason = status.canonical_reason().unwrap_or("Error");
            json!({"error": reason, "message": message})
        }
        ErrorForm::Short => json!({"error": message}),
        ErrorForm::Object => json!({"errors": {"base": [message]}}),
        ErrorForm::Text => {
            return Answer::empty(status).body("text/plain", message.as_bytes().to_vec());
        }
    };
    Answer::json(status, &body)
}

/// 429; `Retry-After` is a date and never a number.
pub(crate) fn too_many(world: &World, seconds: u32) -> Answer {
    let until = time_text(
        world.clock.saturating_add(seconds.into()),
        "%a, %d %b %Y %H:%M:%S GMT",
    );
    let body = json!({"error": "Too Many Requests", "message": "Rate limiting enforced"});
    Answer::json(StatusCode::TOO_MANY_REQUESTS, &body)
        .with(header::RETRY_AFTER, &until)
        .with(LIMIT, &world.pos.call_limit().to_string())
        .with(REMAINING, "0")
}

impl Error {
    /// An error whose status depends on the world's switches.
    fn of(world: &World, refusal: Refusal) -> Self {
        match refusal {
            Refusal::PosCustomer(PosRefusal::CodeTaken) => {
                let status = match world.settings.pos.code_taken {
                    CodeTaken::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
                    CodeTaken::BadRequest => StatusCode::BAD_REQUEST,
                    CodeTaken::Conflict => StatusCode::CONFLICT,
                };
                Self::new(status, "customer_code is already in use")
            }
            other => other.into(),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let (status, message) = match refusal {
            Refusal::NoGroup => (StatusCode::NOT_FOUND, "Customer group not found"),
            Refusal::NoCustomer => (StatusCode::NOT_FOUND, "Customer not found"),
            Refusal::Blank => (StatusCode::BAD_REQUEST, "name must not be blank"),
            Refusal::Duplicate => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "A customer group with this name already exists",
            ),
            Refusal::ReferenceTaken => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "The code is already in use",
            ),
            Refusal::DefaultGroup => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "The default customer group cannot be changed",
            ),
            Refusal::HasMembers => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "The customer group has customers",
            ),
            Refusal::PosCustomer(refusal) => return refusal.into(),
        };
        Self::new(status, message)
    }
}

impl From<PosRefusal> for Error {
    fn from(refusal: PosRefusal) -> Self {
        let (status, message) = match refusal {
            PosRefusal::CodeTaken => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "customer_code is already in use",
            ),
            PosRefusal::UnknownGroup => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "customer_group_id is of no group",
            ),
            PosRefusal::Email => (StatusCode::BAD_REQUEST, "email is not valid"),
            PosRefusal::BirthDate => (StatusCode::BAD_REQUEST, "date_of_birth must be YYYY-MM-DD"),
            PosRefusal::TooLong => (StatusCode::BAD_REQUEST, "A text is too long"),
            PosRefusal::TooManyGroups => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "The limit of customer groups is reached",
            ),
            PosRefusal::NoAddress => (StatusCode::NOT_FOUND, "Address not found"),
            PosRefusal::ReadOnlyAddress => (StatusCode::FORBIDDEN, "The address is read-only"),
            PosRefusal::Postcode(example) => {
                return Self {
                    example: Some(example),
                    ..Self::wrong("Postal code format is incorrect")
                };
            }
        };
        Self::new(status, message)
    }
}

impl From<BadBody> for Error {
    fn from(bad: BadBody) -> Self {
        match bad {
            BadBody::ContentType => Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Content-Type must be application/json",
            ),
            BadBody::Malformed => Self::wrong("The request body is not a JSON object"),
        }
    }
}

fn data(status: StatusCode, record: &impl Serialize) -> Answer {
    Answer::json(status, &Wrapped { data: record })
}

/// One record as it is written.
#[derive(Serialize)]
struct Wrapped<T> {
    data: T,
}

/// Whether a member of a record is written that is null. The two names always are, as in the
/// vendor's examples. Which ones are when only some are depends on record and member alone.
fn writes_null(world: &World, id: &str, name: &str) -> bool {
    let sum = || id.bytes().chain(name.bytes()).map(u32::from).sum::<u32>();
    matches!(name, "first_name" | "last_name")
        || match world.settings.pos.nulls {
            Nulls::Written => true,
            Nulls::Omitted => false,
            Nulls::Sometimes => sum() % 2 == 0,
        }
}

/// Drops the members that are null and not written.
fn tidied(world: &World, id: &str, mut record: Value) -> Value {
    if let Some(members) = record.as_object_mut() {
        members.retain(|name, value| !value.is_null() || writes_null(world, id, name));
    }
    record
}

/// A time as X-Series writes it, such as `2017-05-24T01:53:25+00:00`.
fn moment(seconds: i64) -> String {
    Timestamp::from_second(seconds)
        .unwrap_or_default()
        .display_with_offset(Offset::UTC)
        .to_string()
}
