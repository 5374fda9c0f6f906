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
    /// What becomes of the members of `billingPerson` that a PUT leaves out.
    PersonUpdate {
        /// They stay.
        #[default]
        Merge,
        /// They are gone.
        Replace,
    }
    /// What `"acceptMarketing": null` does.
    NullMarketing {
        /// Nothing.
        #[default]
        Ignored,
        /// The customer is as if never asked.
        Forgets,
        /// The customer takes no marketing.
        Denies,
    }
    /// The `errorCode` of the 409 for an email address that is taken.
    EmailTakenCode {
        /// A blank.
        #[default]
        Blank,
        /// `CONSTRAINT_VIOLATION`.
        Constraint,
    }
    /// Whether the items of a batch are counted as calls.
    BatchCalls {
        /// They are free.
        #[default]
        Free,
        /// Each takes one of the 600 a minute; where there is none left it ends in 429.
        Counted,
    }
    /// What the items of a cancelled batch are called that were never carried out.
    CancelledItems {
        /// `COMPLETED`, without a status code, as the vendor has it.
        #[default]
        Completed,
        /// `NOT_EXECUTED`.
        NotExecuted,
    }
    /// What becomes of somebody who goes on calling while blocked, or with a dead token.
    Hammering {
        /// After 20 calls a minute the block begins anew with every call.
        #[default]
        Lengthens,
        /// Nothing.
        Forgiven,
    }
}

/// Declares the switches of eCom: the flag of each, and its name and type.
macro_rules! flags {
    ($(#[$meta:meta])* $name:ident { $($(#[$help:meta])* $flag:literal $field:ident: $kind:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(clap::Args))]
        #[cfg_attr(feature = "server", command(next_help_heading = "eCom"))]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {$(
            $(#[$help])*
            #[cfg_attr(
                feature = "server",
                arg(id = $flag, long = $flag, value_enum, default_value_t)
            )]
            pub $field: $kind,
        )+}
    };
}

flags! {
    /// The switches of eCom.
    EcomSettings {
        /// What opens the API of eCom
        "ecom-auth" auth: Auth,
        /// What the eCom API answers on the admin host when nobody is signed in
        "ecom-signed-out-answer" signed_out: SignedOutAnswer,
        /// Two eCom groups of one title
        "ecom-duplicate-titles" duplicate_titles: Policy,
        /// An eCom title of nothing but blanks
        "ecom-blank-titles" blank_titles: Caution,
        /// Renaming of the default group "General"
        "ecom-default-rename" default_rename: Caution,
        /// What is done with a limit above 100
        "ecom-limit-above-max" limit_above_max: LimitAboveMax,
        /// The body of an error
        "ecom-error-bodies" error_bodies: ErrorBodies,
        /// What becomes of the members of billingPerson that a PUT leaves out
        "ecom-billing-person" billing_person: PersonUpdate,
        /// What "acceptMarketing": null does
        "ecom-null-marketing" null_marketing: NullMarketing,
        /// A group that does not exist, for a customer: 'refuse' says 400, 'accept' leaves the
        /// customer where it is
        "ecom-unknown-groups" unknown_groups: Caution,
        /// An email address that is blank or none: 'refuse' says 400
        "ecom-bad-emails" bad_emails: Caution,
        /// A name beside billingPerson in a body: 'refuse' ignores it, 'accept' takes it
        "ecom-top-level-name" top_level_name: Caution,
        /// externalReferenceId of a customer in a body: 'refuse' ignores it, 'accept' takes it
        "ecom-customer-references" customer_references: Caution,
        /// The error code of a 409 for an email address that is taken
        "ecom-email-taken" email_taken: EmailTakenCode,
        /// The undocumented /customers_update: 'refuse' says 404
        "ecom-customers-update" customers_update: Caution,
        /// Whether the items of a batch are counted as calls
        "ecom-batch-calls" batch_calls: BatchCalls,
        /// What the items of a cancelled batch are called that were never carried out
        "ecom-cancelled-items" cancelled_items: CancelledItems,
        /// What becomes of somebody who goes on calling while blocked, or with a dead token
        "ecom-hammering" hammering: Hammering,
        /// A call by cookies that would change something and whose Origin is of another host
        "ecom-foreign-origin" foreign_origin: Policy,
    }
}

impl EmailTakenCode {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Blank => "",
            Self::Constraint => "CONSTRAINT_VIOLATION",
        }
    }
}
