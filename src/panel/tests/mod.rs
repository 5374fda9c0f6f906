//! The panel drawn natively, without a browser: what a person finds, by role and by words.

mod drawing;
mod fixtures;
mod reducer;
