//! The switches of POS: what of X-Series could not be established. What opens both stores: `super`.

use serde::{Deserialize, Serialize};

use super::pos_choices::{
    Blanks, CashierAnswer, CodeTaken, CsrfCarrier, DeletedById, ErrorForm, GroupDelete, LongTexts,
    MirroredAddresses, NamesRule, Nulls, OnUnknownGroup, OrphanPolicy, PosAuth, PostcodeRule,
    PutMode, SearchMatch, UserShape,
};
use super::{Caution, Policy, SignedOutAnswer};

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
    pub auth: PosAuth,
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
    /// What GET by id says of a deleted POS group or customer
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
    /// What PUT does with the members of a customer that are not in its body
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_put", long = "pos-put", value_enum, default_value_t)
    )]
    pub put: PutMode,
    /// What becomes of a customer whose customer_group_id is of no group
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_unknown_group",
            long = "pos-unknown-group",
            value_enum,
            default_value_t
        )
    )]
    pub unknown_group: OnUnknownGroup,
    /// Email addresses that have not the form of one
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_malformed_emails",
            long = "pos-malformed-emails",
            value_enum,
            default_value_t
        )
    )]
    pub malformed_emails: Policy,
    /// For how many seconds the search does not know of a change
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_search_lag",
            long = "pos-search-lag",
            value_name = "SECONDS",
            default_value_t = 0
        )
    )]
    pub search_lag: u32,
    /// Where a page has the secret that writes by cookies carry, with --pos-auth cookie+csrf
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_csrf", long = "pos-csrf", value_enum, default_value_t)
    )]
    pub csrf: CsrfCarrier,
    /// The status when another customer has the customer_code
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_code_taken",
            long = "pos-code-taken",
            value_enum,
            default_value_t
        )
    )]
    pub code_taken: CodeTaken,
    /// Which names a request that writes a customer must give
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_names", long = "pos-names", value_enum, default_value_t)
    )]
    pub names: NamesRule,
    /// How a text of a customer is written that is empty or null
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_blank_texts",
            long = "pos-blank-texts",
            value_enum,
            default_value_t
        )
    )]
    pub blank_texts: Blanks,
    /// When a customer fits what is searched for
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_search_match",
            long = "pos-search-match",
            value_enum,
            default_value_t
        )
    )]
    pub search_match: SearchMatch,
    /// How many calls a minute other staff make in their browsers, from the same budget
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_staff_calls",
            long = "pos-staff-calls",
            value_name = "CALLS",
            default_value_t = 0
        )
    )]
    pub staff_calls: u32,
    /// How addresses go together with postal_* and physical_* of a customer
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_addresses",
            long = "pos-addresses",
            value_enum,
            default_value_t
        )
    )]
    pub addresses: MirroredAddresses,
    /// Where a post code must be one of its country
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_postcodes",
            long = "pos-postcodes",
            value_enum,
            default_value_t
        )
    )]
    pub postcodes: PostcodeRule,
    /// Which versions of the API delete groups
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_group_delete",
            long = "pos-group-delete",
            value_enum,
            default_value_t
        )
    )]
    pub group_delete: GroupDelete,
    /// The body of an error
    #[cfg_attr(
        feature = "server",
        arg(id = "pos_errors", long = "pos-errors", value_enum, default_value_t)
    )]
    pub errors: ErrorForm,
    /// Texts of a customer of more than 255 characters
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_long_texts",
            long = "pos-long-texts",
            value_enum,
            default_value_t
        )
    )]
    pub long_texts: LongTexts,
    /// How many groups POS takes at most, deleted ones not counted; 0 for any number
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_max_groups",
            long = "pos-max-groups",
            value_name = "GROUPS",
            default_value_t = 0
        )
    )]
    pub max_groups: u32,
    /// A call by cookies that would change something and whose Origin is of another host
    #[cfg_attr(
        feature = "server",
        arg(
            id = "pos_foreign_origin",
            long = "pos-foreign-origin",
            value_enum,
            default_value_t
        )
    )]
    pub foreign_origin: Policy,
}
