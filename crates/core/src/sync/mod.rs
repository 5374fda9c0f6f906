//! From a survey to writes: which (`draft`), in which order and how many calls (`steps`), whether
//! they may (`policy`), how they are done and found again after a kill (`apply`, `journal`), and how
//! they are taken back (`undo`). Pure: whoever drives this does the reading and the writing.

pub mod across;
pub mod apply;
pub mod draft;
pub mod effect;
pub mod journal;
pub mod judge;
pub mod op;
pub mod policy;
pub mod steps;
pub mod undo;

pub use apply::{Apply, Effect, Input};
pub use draft::{Draft, Records, Withheld};
pub use journal::{End, Entry, SyncRun};
pub use op::{Edit, Op};
pub use steps::{Calls, Step};
