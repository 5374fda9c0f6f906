//! The world: what both back ends know, as plain data. Time and chance are members of it, so one
//! world and one list of requests give one result. No HTTP, no sessions.

mod by_staff;
mod by_staff_people;
mod ecom;
mod ecom_batch;
mod ecom_change;
mod ecom_contacts;
mod ecom_customer;
mod ecom_customers;
mod ecom_groups;
mod ecom_people;
mod ecom_settle;
mod imports;
mod pos;
mod pos_addresses;
mod pos_customer;
mod pos_customers;
mod pos_edit;
mod pos_groups;
mod pos_index;
mod pos_postcodes;
mod seed;
mod seed_cases;
mod seed_cast;
mod seed_people;
mod settings;
mod settle;
mod truth;
mod vendor;
mod vendor_pair;

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use by_staff_people::customer_number;
pub use ecom::{EcomField, EcomGroup, EcomStore};
pub(crate) use ecom_batch::BatchState;
pub use ecom_batch::{EcomBatch, EcomBatchItem, EcomBatchReply};
pub use ecom_change::{EcomAddressChange, EcomChange, EcomContactChange, EcomPersonChange};
pub use ecom_customer::{
    EcomAddress, EcomContact, EcomContactKind, EcomCustomer, EcomExtrafield, EcomFavorite,
    EcomKind, EcomPerson, EcomTombstone,
};
pub use ecom_customers::EcomCustomers;
pub(crate) use ecom_groups::EcomGroupChange;
pub use ecom_people::{EcomOrder, EcomRefusal};
pub use pos::{PosGroup, PosStore};
pub use pos_customer::{AddressKind, PosAddress, PosCustomer};
pub use pos_customers::{PosRefusal, PosSale};
pub(crate) use pos_edit::PosEdit;
pub use pos_index::PosCustomers;
pub use settings::VendorSettings;
pub use settings::{
    Auth, Blanks, CashierAnswer, Caution, CodeTaken, CsrfCarrier, DeletedById, EcomSettings,
    ErrorBodies, ErrorForm, GroupDelete, LimitAboveMax, LongTexts, MirroredAddresses, NamesRule,
    Nulls, OnUnknownGroup, OrphanPolicy, PageSettings, Policy, PosAuth, PosSettings, PostcodeRule,
    PutMode, SearchMatch, Settings, SignedOutAnswer, UserShape,
};
pub use settings::{
    BatchCalls, CancelledItems, EmailTakenCode, Hammering, NullMarketing, PersonUpdate,
};
pub use truth::{Groups, Kind, Rule, Someone, Truth};
pub use vendor::{Deed, Vendor, VendorAct};
pub use vendor_pair::{Agreed, Shared};

/// The `group_id` by which the default group of POS is known.
pub const POS_DEFAULT_CODE: &str = "1111111111";
/// The id of eCom's default group. Zero is a value.
pub const ECOM_DEFAULT_ID: i64 = 0;

/// Everything that both stores contain, and how they behave.
///
/// This is what `GET /_sandbox/state` prints and what `POST /_sandbox/reset` takes. Members that
/// are left out get their defaults; groups and customers without an id get one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct World {
    /// The time, in seconds since 1970. Never goes back.
    pub clock: i64,
    /// Where the source of random numbers stands; below 2^53, so that JavaScript can carry it.
    pub random: u64,
    /// The store of POS.
    pub pos: PosStore,
    /// The store of eCom.
    pub ecom: EcomStore,
    /// How both behave.
    pub settings: Settings,
    /// Where the vendor's own sync stands.
    #[serde(skip_serializing_if = "Vendor::is_idle")]
    pub vendor: Vendor,
    /// What is true of the people of a seed; of a world that is brought, nothing.
    #[serde(skip)]
    pub truth: Option<Arc<Truth>>,
}

/// Someone who signs in, and the token of a program that need not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// The name for the sign-in page: an email address.
    pub user: String,
    /// The password for the sign-in page.
    pub password: String,
    /// The token of the API.
    pub token: String,
    /// What the person may do; eCom does not ask.
    #[serde(default)]
    pub role: Role,
}

/// What a person may do in POS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything.
    #[default]
    Admin,
    /// Everything that this storey of the sandbox has.
    Manager,
    /// Sells; neither customers nor groups.
    Cashier,
}

/// Why a store does not do what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The group does not exist.
    #[error("there is no such group")]
    NoGroup,
    /// The customer does not exist.
    #[error("there is no such customer")]
    NoCustomer,
    /// The title is blank.
    #[error("the title is blank")]
    Blank,
    /// Another group has the title.
    #[error("another group has this title")]
    Duplicate,
    /// Another group has the external reference.
    #[error("another group has this external reference")]
    ReferenceTaken,
    /// The default group cannot be changed like this.
    #[error("the default group cannot be changed")]
    DefaultGroup,
    /// The group has members.
    #[error("the group has members")]
    HasMembers,
    /// POS does not take a customer as it is given.
    #[error(transparent)]
    PosCustomer(#[from] PosRefusal),
}

/// A world that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorldError {
    /// Two things of one kind have one id.
    #[error("the id {0} is used twice")]
    RepeatedId(String),
    /// Two things of POS have one version, so that no list could be read page by page.
    #[error("the version {0} is used twice")]
    RepeatedVersion(i64),
    /// Two living customers of POS have one code.
    #[error("the customer code {0} is used twice")]
    RepeatedCode(String),
    /// A customer is in a group that does not exist.
    #[error("the customer {customer} is in the group {group}, which does not exist")]
    UnknownGroup {
        /// The customer's id.
        customer: String,
        /// The id of the group that is not there.
        group: String,
    },
}

impl Default for World {
    /// Two empty stores that have nothing but their default groups.
    fn default() -> Self {
        Self {
            clock: seed::START,
            random: 1,
            pos: PosStore::default(),
            ecom: EcomStore::default(),
            settings: Settings::default(),
            vendor: Vendor::default(),
            truth: None,
        }
    }
}

impl World {
    /// The demonstration shop: groups of every kind, and `customers` people of whom six in ten
    /// are known to both stores, some under spellings that do not agree. The same `seed` makes the
    /// same world, and the truth about it.
    #[must_use]
    pub fn demo(seed: u64, customers: u32) -> Self {
        seed::demo(seed, customers)
    }

    /// Gives ids to what has none, adds missing default groups and checks the rest.
    ///
    /// # Errors
    /// [`WorldError`] when an id is used twice or a customer is in a group that is not there.
    pub fn settled(mut self) -> Result<Self, WorldError> {
        self.random &= (1 << 53) - 1;
        self.settle_pos()?;
        self.settle_ecom()?;
        Ok(self.canonical())
    }

    /// The same world with every list in order of id.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.pos.groups.sort_by(|a, b| a.id.cmp(&b.id));
        self.ecom.groups.sort_by_key(|group| group.id);
        self
    }

    /// A source of random numbers for one thing; the world's own moves on.
    pub(crate) fn chance(&mut self) -> fastrand::Rng {
        let mut rng = fastrand::Rng::with_seed(self.random);
        self.random = rng.u64(..) >> 11;
        rng
    }
}

/// A random id in the form that POS uses: like a UUID, to be read as opaque.
pub(crate) fn uuid(rng: &mut fastrand::Rng) -> String {
    let (a, b, c, d) = (rng.u32(..), rng.u16(..), rng.u16(..), rng.u64(..) >> 16);
    format!("{a:08x}-{b:04x}-11ef-{c:04x}-{d:012x}")
}

/// The four signs at the end of a generated code: capital letters and digits.
pub(crate) fn code_suffix(rng: &mut fastrand::Rng) -> String {
    (0..4).map(|_| rng.digit(36).to_ascii_uppercase()).collect()
}

/// A time as text, in the `strftime` form given; UTC. Times out of range read as 1970.
pub(crate) fn time_text(seconds: i64, form: &str) -> String {
    Timestamp::from_second(seconds)
        .unwrap_or_default()
        .strftime(form)
        .to_string()
}
