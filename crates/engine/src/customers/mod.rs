//! Customers: carrying out a run of writes to both sides. Which writes, and what is to be done next,
//! is `tandem_core::sync`'s business; this sends it and says what came of it.

mod carry;
mod feed;
mod fresh;
mod send;

pub use carry::{Carrier, Halted};
