//! A person at a browser: starts Chromium or Firefox with the extension, signs in to both admins of
//! the sandbox, and uses the panel by the roles and names that assistive technology hears.
//!
//! Used by the demo, for pictures and by the end-to-end tests. It knows nothing of the extension's inside, and the
//! only waiting it does is for a state, with a deadline.

mod browser;
mod camera;
mod control;
mod devtools;
mod driver;
pub mod gallery;
mod job;
mod media;
mod panel;
mod people;
mod picture;
mod profile;
mod serve;
mod shop;
mod special;
mod wait;
mod wire;

pub use browser::{Browser, Options};
pub use camera::Looks;
pub use control::Control;
pub use driver::{Driver, Element};
pub use job::{Report, copy_to_pos};
pub use people::Answered;
pub use picture::Picture;
pub use profile::Profile;
pub use serve::serve_folder;
pub use shop::Shop;
pub use wait::wait_until;
