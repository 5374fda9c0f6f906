//! The core: what a customer group is on each side, how titles compare, and which writes follow.
//!
//! Pure and synchronous. Nothing here knows HTTP, JSON field names, clocks, randomness or a
//! browser, and nothing returns an error for bad data: a title that cannot be copied is a value
//! with a reason (design section 3).

pub mod board;
pub mod fault;
pub mod group;
pub mod journal;
pub mod plan;
pub mod side;
pub mod title;

pub use board::{Board, Counts, Hint, Resemblance, Row, Status};
pub use fault::{Fault, FaultKind};
pub use group::{Group, GroupId};
pub use plan::{GroupOp, GroupPlan, Withheld, WithheldReason};
pub use side::{Side, Sides};
