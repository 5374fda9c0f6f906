//! Customers: reading all of a side, and carrying out a run of writes to both. Which writes, and
//! what is to be done next, is `tandem_core::sync`'s business; this sends it and says what came of it.

mod carry;
mod fresh;
mod scan;
mod send;

pub use carry::{Carrier, Halted};
pub use scan::{Scan, scan};
