//! The two stores' APIs as pure codecs: what to ask, and what an answer means.
//!
//! Nothing here does I/O, keeps state, knows a clock or decides what is to be written. Foreign
//! bytes end as a value, as a problem of one record, or as a [`tandem_core::Fault`]; never in a panic.

pub mod account;
pub mod batch;
pub mod customers;
mod e_series;
pub mod fault;
pub mod groups;
pub mod http;
mod members;
mod x_series;

pub use http::{Method, Request, Response};
