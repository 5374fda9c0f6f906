//! The only room that names the browser: `chrome.*`, `fetch`, storage, time, locks.
//!
//! It carries out and reports. It decides nothing about customers or groups, and every value that
//! comes from outside is decoded to a `Result`: nothing here panics on what a browser hands over.

pub mod access;
pub mod address;
pub mod alarms;
pub mod badge;
mod body;
pub mod clock;
mod crypto;
pub mod dice;
pub mod download;
mod ext;
pub mod fetch;
pub mod locale;
pub mod lock;
pub mod memory;
pub mod origin;
pub mod pass;
pub mod port;
mod relay;
pub mod runtime;
pub mod scripts;
pub mod storage;
pub mod tabs;
pub mod vault;
