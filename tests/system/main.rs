//! Whole-system tests: engine and back-end codecs against the sandbox's router, in process. The only
//! place, with `tests/e2e`, where our reading of the two APIs meets the sandbox's.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod crash;
mod customers;
mod groups;
mod hostile;
mod ladder;
mod shop;
#[path = "../titles.rs"]
mod titles;
