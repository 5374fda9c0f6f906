//! The panel drawn natively, without a browser: what a person finds, by role and by words. Looks for
//! roles and words, never for looks.

mod automatic;
mod connections;
mod contrast;
mod customers;
mod fixtures;
mod flow;
mod frame;
mod groups;
mod histories;
mod locales;
mod previews;
mod pseudo;
mod reading;
mod reducer;
mod rehearsals;
mod replies;
mod reviews;
mod runs;
mod steps;
mod syncs;
mod tellings;
mod ways;
mod whys;
