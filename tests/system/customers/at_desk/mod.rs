//! The desk as the background uses it: from the first reading to the history, over a vault in memory
//! and the sandbox in process.

mod answers;
mod automatic;
mod begins;
mod counter;
mod day;
mod kept;
mod parts;
mod past;
mod storms;
mod whole;
