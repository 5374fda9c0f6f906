//! The panel's components, one a file. They draw what they are given and say what was clicked.

pub(super) mod board;
pub(super) mod choose;
pub(super) mod connection;
pub(super) mod copy_card;
pub(super) mod counts;
pub(super) mod customers;
pub(super) mod fault;
pub(super) mod groups;
pub(super) mod header;
pub(super) mod history;
pub(super) mod icon;
pub(super) mod overview;
pub(super) mod problem;
pub(super) mod review;
pub(super) mod run_card;
pub(super) mod run_item;
pub(super) mod tabs;
pub(super) mod title;
pub(super) mod token;
