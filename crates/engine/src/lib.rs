//! The engine: asks both stores and carries out runs, over ports that the caller brings.
//!
//! Async, with no runtime and no browser: the same code runs in the extension's background and in
//! the whole-system tests. It decides when to ask, wait, write and look up; what the answers mean is
//! `tandem_backends`' business, and which writes follow is `tandem_core`'s.

mod ask;
pub mod book;
pub mod connect;
pub mod customers;
pub mod desk;
pub mod memory;
pub mod pace;
mod ports;
pub mod reading;
pub mod run;

pub use connect::{Fallen, Ladder, Standing, climb};
pub use desk::Desk;
pub use memory::MemoryVault;
pub use pace::{Pace, Paced, Patient, Spent, Taken};
pub use ports::{Clock, Footing, Journal, Ledger, Transport, Vault, Watch};
pub use reading::{Reading, read_both};
pub use run::{Runner, Stop};
