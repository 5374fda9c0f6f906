//! The core: what customers and customer groups are on each side, who is who, what changed, and
//! which writes follow.
//!
//! Pure and synchronous. Nothing here knows HTTP, JSON field names, clocks, randomness or a
//! browser, and nothing returns an error for bad data: a title that cannot be copied is a value
//! with a reason (design section 3).

pub mod archive;
pub mod board;
pub mod canon;
pub mod consent;
pub mod customer;
pub mod decisions;
pub mod digest;
pub mod fault;
pub mod field;
pub mod group;
pub mod group_map;
pub mod identity;
pub mod journal;
pub mod plan;
pub mod recon;
pub mod show;
pub mod side;
pub mod snapshot;
pub mod suggest;
pub mod survey;
pub mod sync;
pub mod title;
pub mod value;

pub use archive::{Agreement, Archive};
pub use board::{Board, Counts, Hint, Resemblance, Row, Status};
pub use consent::Consent;
pub use customer::{Address, Observed, PersonName, RecordId, RecordRef, Stamp};
pub use digest::{Digest, DigestKey};
pub use fault::{Fault, FaultKind};
pub use field::{Field, FieldSet, Texts};
pub use group::{Group, GroupId};
pub use group_map::{GroupMap, GroupSlot};
pub use plan::{GroupOp, GroupPlan, Withheld, WithheldReason};
pub use side::{Side, Sides};
pub use snapshot::{Sketch, Snapshot};
pub use value::Value;
