//! The switches of the vendor's own sync, of which the help article says what it keeps the same and
//! not when.

use serde::{Deserialize, Serialize};

/// The switches of the vendor's own sync.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::Args))]
#[cfg_attr(feature = "server", command(next_help_heading = "Vendor's own sync"))]
#[serde(default, deny_unknown_fields)]
pub struct VendorSettings {
    /// Let the vendor's own sync run beside everything else: groups by exact title, email, group
    /// and marketing as last changed, ordering eCom customers created in POS, names left alone
    #[cfg_attr(
        feature = "server",
        arg(id = "vendor_sync", long = "vendor-sync", action = clap::ArgAction::Set, num_args = 0..=1, default_value_t = false, default_missing_value = "true")
    )]
    pub sync: bool,
    /// How many of the world's seconds after a change it acts
    #[cfg_attr(
        feature = "server",
        arg(
            id = "vendor_delay",
            long = "vendor-delay",
            default_value_t = 60,
            value_name = "S"
        )
    )]
    pub delay: u32,
}

impl Default for VendorSettings {
    fn default() -> Self {
        Self {
            sync: false,
            delay: 60,
        }
    }
}
