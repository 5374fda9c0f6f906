//! What the contexts say to each other, split by trust. Pure serde: no browser, no decisions.
//!
//! `panel` is spoken by our own pages, `page` by content scripts (hostile input: few variants,
//! nothing in them is believed), `relay` by the background to them, `feed` outward from the background. `view` is what they show.

pub mod automatic;
pub mod customers;
pub mod feed;
pub mod page;
pub mod panel;
pub mod relay;
pub mod secret;
pub mod view;

/// The version of this protocol. A panel left open across an update is told to reload.
pub const VERSION: u32 = 1;
