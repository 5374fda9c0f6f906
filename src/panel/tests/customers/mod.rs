//! The customers: their list, one of them, and the way to in step.

mod charts;
mod drawn;
mod fixtures;
mod one;
mod pages;
mod steps;
mod unread;

pub(in crate::panel::tests) use fixtures::every_reason;
