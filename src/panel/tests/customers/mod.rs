//! The customers: their list, one of them, and the way to in step.

mod drawn;
mod fixtures;
mod one;
mod pages;
mod steps;
mod unread;
