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

mod ecom;
mod pages;
mod pos;
mod pos_choices;
mod vendor;

pub use ecom::{
    BatchCalls, CancelledItems, EcomSettings, EmailTakenCode, ErrorBodies, Hammering,
    LimitAboveMax, NullMarketing, PersonUpdate,
};
pub use pages::PageSettings;
pub use pos::PosSettings;
pub use pos_choices::{
    Blanks, CashierAnswer, CodeTaken, CsrfCarrier, DeletedById, ErrorForm, GroupDelete, LongTexts,
    MirroredAddresses, NamesRule, Nulls, OnUnknownGroup, OrphanPolicy, PosAuth, PostcodeRule,
    PutMode, SearchMatch, UserShape,
};
pub use vendor::VendorSettings;

switches! {
    /// What opens a store's API.
    Auth {
        /// The cookies of a signed-in person on the admin host, or a token.
        #[default]
        Cookie,
        /// A token that lasts minutes, which the admin page fetches with its session for its own
        /// calls; cookies open the pages but never the API.
        PageToken,
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
    /// The switches of the vendor's own sync.
    #[cfg_attr(feature = "server", command(flatten))]
    pub vendor: VendorSettings,
    /// The switches of the admin pages of both.
    #[cfg_attr(feature = "server", command(flatten))]
    pub pages: PageSettings,
}
