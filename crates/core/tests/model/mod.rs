//! Model stores of both sides, and a whole Tandem that is driven step by step against them, with a
//! disk that survives a kill. No clock, no network, no thread; chance is a seed. Shared by the
//! simulation and the laws.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each test binary uses its own part of the model"
)]

mod calls;
mod checks;
mod disk;
mod scan;
mod stores;
mod tandem;
mod world;

pub(crate) use disk::{Asked, Disk, Evidence};
pub(crate) use stores::Refusal;
pub(crate) use tandem::{Finish, Tandem};
pub(crate) use world::{Change, Faults, Record, Who, World, set};
