//! Runs over customers, from the first scan to the archive, against the sandbox in process.

mod faults;
mod kills;
mod people;
mod runs;
mod switches;
mod undoing;
