//! Lightspeed Retail POS, X-Series API 2.0. What it has in common with E-Series: nothing here.

pub(crate) mod account;
pub(crate) mod customers;
pub(crate) mod groups;
mod wire;
