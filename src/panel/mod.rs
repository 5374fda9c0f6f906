//! The panel: shows what the background says and asks it for more. It never syncs, never calls a
//! store, and knows nothing of engine or back ends.

mod app;
mod client;
mod desk;
mod evidence;
mod faults;
mod fields;
mod language;
mod next;
mod questions;
mod rehearsal;
mod report;
mod review_keys;
mod screen;
mod state;
mod statuses;
#[cfg(test)]
mod tests;
mod times;
mod tongue;
mod view;
mod words;

pub use app::mount;
