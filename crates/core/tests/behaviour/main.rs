//! What the core does with two small shops, through its public face: who is who, what is merged,
//! what is asked, what is planned, and how a run goes.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the helpers of a test fail as tests do"
)]

mod allowing;
mod answers;
mod applying;
mod asked;
mod journals;
mod laws;
mod merging;
mod one_first;
mod people;
mod planning;
mod shop;
mod simulated;
mod statuses;
mod taking_back;
mod who_is_who;
