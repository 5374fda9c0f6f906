//! The switches of the admin pages of both sides.

use serde::{Deserialize, Serialize};

/// The switches of the admin pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::Args))]
#[cfg_attr(feature = "server", command(next_help_heading = "Admin pages"))]
#[serde(default, deny_unknown_fields)]
pub struct PageSettings {
    /// Send the strict content security policy (frame-src 'none', Trusted Types) with every page
    #[cfg_attr(
        feature = "server",
        arg(long, action = clap::ArgAction::Set, num_args = 0..=1, default_value_t = true, default_missing_value = "true")
    )]
    pub strict_csp: bool,
    /// On every route change, pages remove all elements that are not their own
    #[cfg_attr(
        feature = "server",
        arg(long, action = clap::ArgAction::Set, num_args = 0..=1, default_value_t = false, default_missing_value = "true")
    )]
    pub hostile_rerender: bool,
}

impl Default for PageSettings {
    fn default() -> Self {
        Self {
            strict_csp: true,
            hostile_rerender: false,
        }
    }
}
