//! The switches of eCom: what of E-Series could not be established. What opens both stores: `super`.

use serde::{Deserialize, Serialize};

use super::{Auth, Caution, Policy, SignedOutAnswer};

switches! {
    /// What eCom does with a `limit` above 100.
    LimitAboveMax {
        /// Takes 100 and says so.
        #[default]
        Clamp,
        /// 400.
        Refuse,
    }
    /// The body of an eCom error.
    ErrorBodies {
        /// `{"errorMessage":…,"errorCode":…}`.
        #[default]
        Full,
        /// None: the text is in the reason phrase alone.
        Empty,
    }
}

/// The switches of eCom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::Args))]
#[cfg_attr(feature = "server", command(next_help_heading = "eCom"))]
#[serde(default, deny_unknown_fields)]
pub struct EcomSettings {
    /// What opens the API of eCom
    #[cfg_attr(
        feature = "server",
        arg(id = "ecom_auth", long = "ecom-auth", value_enum, default_value_t)
    )]
    pub auth: Auth,
    /// What the eCom API answers on the admin host when nobody is signed in
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_signed_out",
            long = "ecom-signed-out-answer",
            value_enum,
            default_value_t
        )
    )]
    pub signed_out: SignedOutAnswer,
    /// Two eCom groups of one title
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_duplicate_titles",
            long = "ecom-duplicate-titles",
            value_enum,
            default_value_t
        )
    )]
    pub duplicate_titles: Policy,
    /// An eCom title of nothing but blanks
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_blank_titles",
            long = "ecom-blank-titles",
            value_enum,
            default_value_t
        )
    )]
    pub blank_titles: Caution,
    /// Renaming of the default group "General"
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_default_rename",
            long = "ecom-default-rename",
            value_enum,
            default_value_t
        )
    )]
    pub default_rename: Caution,
    /// What is done with a limit above 100
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_limit_above_max",
            long = "ecom-limit-above-max",
            value_enum,
            default_value_t
        )
    )]
    pub limit_above_max: LimitAboveMax,
    /// The body of an error
    #[cfg_attr(
        feature = "server",
        arg(
            id = "ecom_error_bodies",
            long = "ecom-error-bodies",
            value_enum,
            default_value_t
        )
    )]
    pub error_bodies: ErrorBodies,
}
