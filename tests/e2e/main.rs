//! End to end: the built extension in a real browser against the sandbox, used as a person uses it.
//!
//! `cargo xtask test` builds the extension and runs these in Chromium and in Firefox, with
//! `TANDEM_EXTENSION` (its folder) and `TANDEM_BROWSER` set. Every test has a shop and a browser of
//! its own, and judges by what the stores have afterwards.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod admin_page;
mod connections;
mod copying;
mod customers;
#[path = "../expected.rs"]
mod expected;
mod hostile;
mod language;
mod paint;
mod people;
mod rehearsal;
mod screens;
mod setup;
mod survival;
#[path = "../titles.rs"]
mod titles;
mod trouble;
mod updates;
