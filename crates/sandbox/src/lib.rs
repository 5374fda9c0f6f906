//! The sandbox: a strict local imitation of both back ends and of their admin pages.
//!
//! [`app`] is a function from requests to answers: tests call it without a socket, rehearsal runs
//! it in the browser, and the feature `server` puts it on two ports of 127.0.0.1. It shares no
//! type with the rest of the house, so that it cannot share a misreading.
//!
//! What it does not do: no webhooks.

mod admin;
mod budget;
mod call;
mod clock;
mod control;
mod desk;
mod e_series;
mod faults;
mod limits;
mod mishap;
#[cfg(feature = "server")]
pub mod server;
mod session;
mod side;
mod site;
pub mod world;
mod x_series;

use axum::Router;
use axum::body::Body;
use axum::http::Request;

pub use budget::{Left, Spender};
pub use call::{HeldBack, Reason, ReplyLost};
pub use clock::ClockFn;
pub use desk::{Logged, Sandbox};
pub use faults::{Effect, Fault, Named};
#[cfg(feature = "server")]
pub use server::{Clock, EcomReady, Options, PosReady, Ready, Running, serve};
pub use session::Caller;
pub use side::Side;
pub use world::World;

/// Answers for all hosts of the sandbox, told apart by the `Host` header or an absolute URI.
pub fn app(sandbox: impl Into<Sandbox>) -> Router {
    let sandbox = sandbox.into();
    Router::new().fallback(move |request: Request<Body>| {
        let sandbox = sandbox.clone();
        async move {
            match call::read(request).await {
                Ok(call) => sandbox.desk().answer(&call),
                Err(status) => call::Answer::empty(status),
            }
            .into_response()
        }
    })
}
