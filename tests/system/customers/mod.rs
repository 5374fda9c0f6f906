//! Runs over customers, from the first scan to the archive, against the sandbox in process.

mod at_desk;
mod desk;
mod faults;
mod kills;
mod listing;
mod oddities;
mod paced;
mod people;
mod reading;
mod runs;
mod switches;
mod undoing;
