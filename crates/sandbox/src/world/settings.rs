//! The switches: every behaviour of the two real back ends that could not be established, with
//! the likeliest one as the default. Nothing here says what a store *contains*.

use serde::{Deserialize, Serialize};

/// Declares a switch: an enum that is a word in JSON and on the command line.
macro_rules! switches {
    ($($(#[$meta:meta])* $name:ident { $($(#[$each:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(clap::ValueEnum))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$each])* $variant),+ }
    )+};
}

switches! {
    /// What opens a store's API.
    Auth {
        /// The cookies of a signed-in person on the admin host, or a token.
        #[default]
        Cookie,
        /// A token alone: cookies open the admin pages but never the API.
        Token,
    }
    /// What the API says to a request without a session or a token, on the admin host.
    SignedOutAnswer {
        /// 401 with a JSON error.
        #[default]
        Json,
        /// 403 with a JSON error.
        Forbidden,
        /// 200 with the HTML of the sign-in page.
        Html,
        /// 302 to the sign-in page.
        Redirect,
    }
    /// What the API says to a cashier who asks for customers or groups.
    CashierAnswer {
        /// 403 with a JSON error.
        #[default]
        Forbidden,
        /// 302 to the sign-in page.
        Redirect,
    }
    /// Whether something is taken or refused.
    Policy {
        /// It is taken.
        #[default]
        Accept,
        /// It is refused.
        Refuse,
    }
    /// The opposite default of [`Policy`].
    Caution {
        /// It is taken.
        Accept,
        /// It is refused.
        #[default]
        Refuse,
    }
    /// What becomes of the members of a deleted POS group.
    OrphanPolicy {
        /// They move to the default group.
        #[default]
        ToDefault,
        /// A group with members cannot be deleted.
        Refuse,
    }
    /// What `GET` by id says of a deleted POS group.
    DeletedById {
        /// 404.
        #[default]
        NotFound,
        /// 200, with `deleted_at`.
        Shown,
    }
    /// The form of POS `GET /user`.
    UserShape {
        /// `{"data":{…}}`, as in the schema.
        #[default]
        Object,
        /// `{"data":[{…}]}`, as in the vendor's example.
        Array,
    }
    /// How POS writes a member whose value is null.
    Nulls {
        /// As `null`.
        #[default]
        Written,
        /// Not at all.
        Omitted,
    }
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

/// The switches of both sides and of the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::Args))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The switches of POS.
    #[cfg_attr(feature = "server", command(flatten))]
    pub pos: PosSettings,
    /// The switches of eCom.
    #[cfg_attr(feature = "server", command(flatten))]
    pub ecom: EcomSettings,
    /// The switches of the admin pages of both.
    #[cfg_attr(feature = "server", command(flatten))]
    pub pages: PageSettings,
}

/// The switches of POS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::Args))]
#[cfg_attr(feature = "server", command(next_help_heading = "POS"))]
#[serde(default, deny_unknown_fields)]
pub struct PosSettings {
    /// What opens the API of POS
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_auth", long = "pos-auth", value_enum, default_value_t)
    )]
    pub auth: Auth,
    /// What the POS API answers on the admin host when nobody is signed in
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_signed_out",
            long = "pos-signed-out-answer",
            alias = "signed-out-answer",
            value_enum,
            default_value_t
        )
    )]
    pub signed_out: SignedOutAnswer,
    /// What the POS API answers to a cashier who asks for customers or groups
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_cashier",
            long = "pos-cashier-answer",
            value_enum,
            default_value_t
        )
    )]
    pub cashier: CashierAnswer,
    /// Silent redaction of what looks like a card number in a title: 'accept' leaves such titles
    /// alone, 'refuse' redacts them, and says 201 all the same
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_card_numbers",
            long = "pos-card-numbers",
            value_enum,
            default_value_t
        )
    )]
    pub card_numbers: Caution,
    /// Two POS groups of one title
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_duplicate_titles",
            long = "pos-duplicate-titles",
            value_enum,
            default_value_t
        )
    )]
    pub duplicate_titles: Policy,
    /// A POS title of nothing but blanks
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_blank_titles",
            long = "pos-blank-titles",
            value_enum,
            default_value_t
        )
    )]
    pub blank_titles: Caution,
    /// Renaming of the default group "All Customers"
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_default_rename",
            long = "pos-default-rename",
            value_enum,
            default_value_t
        )
    )]
    pub default_rename: Caution,
    /// What becomes of the members of a deleted POS group
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_orphans", long = "pos-orphans", value_enum, default_value_t)
    )]
    pub orphans: OrphanPolicy,
    /// What GET by id says of a deleted POS group
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_deleted_by_id",
            long = "pos-deleted-by-id",
            value_enum,
            default_value_t
        )
    )]
    pub deleted_by_id: DeletedById,
    /// The form of GET /user
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_user_shape",
            long = "pos-user-shape",
            value_enum,
            default_value_t
        )
    )]
    pub user_shape: UserShape,
    /// How a member whose value is null is written
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_nulls", long = "pos-nulls", value_enum, default_value_t)
    )]
    pub nulls: Nulls,
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
