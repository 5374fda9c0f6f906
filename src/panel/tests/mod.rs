//! The panel drawn natively, without a browser: what a person finds, by role and by words. Looks for
//! roles and words, never for looks.

mod connections;
mod fixtures;
mod frame;
mod groups;
mod reading;
mod reducer;
mod runs;
