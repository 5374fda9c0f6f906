//! The switches of POS: what of X-Series could not be established. What opens both stores: `super`.

use serde::{Deserialize, Serialize};

use super::{Auth, Caution, Policy, SignedOutAnswer};

switches! {
    /// What the API says to a cashier who asks for customers or groups.
    CashierAnswer {
        /// 403 with a JSON error.
        #[default]
        Forbidden,
        /// 302 to the sign-in page.
        Redirect,
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
