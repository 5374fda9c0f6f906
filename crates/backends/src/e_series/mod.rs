//! Lightspeed eCom, E-Series (Ecwid) API v3. What it has in common with X-Series: nothing here.

pub(crate) mod account;
pub(crate) mod batch;
pub(crate) mod customers;
pub(crate) mod groups;
mod wire;
