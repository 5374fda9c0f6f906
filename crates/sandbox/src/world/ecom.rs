//! What eCom contains. One customer: `ecom_customer`. What can be done to it: `ecom_groups` and
//! `ecom_people`.

use serde::{Deserialize, Serialize};

use super::ecom_customer::is_false;
use super::{EcomBatch, EcomCustomers, EcomTombstone, Role, Staff};

/// What eCom contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomStore {
    /// The store's id.
    pub store_id: i64,
    /// The store's name.
    pub name: String,
    /// Whether the store's plan has customer groups; without them every group call is a 402.
    pub plan_has_groups: bool,
    /// Whether the store is suspended; then every call is a 402.
    #[serde(skip_serializing_if = "is_false")]
    pub suspended: bool,
    /// What callers may do: `read_customers`, `create_customers`, `update_customers`,
    /// `read_customers_extrafields`, `update_customers_extrafields`, `read_store_profile`.
    pub scopes: Vec<String>,
    /// The counter behind every id: the next one.
    pub next_id: i64,
    /// The one who signs in.
    pub staff: Staff,
    /// The groups, General among them.
    pub groups: Vec<EcomGroup>,
    /// The languages that are switched on.
    pub languages: Vec<String>,
    /// The customers.
    pub customers: EcomCustomers,
    /// The customers that were deleted, oldest first.
    pub deleted: Vec<EcomTombstone>,
    /// The fields that the store's customers have beside the usual ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extrafields: Vec<EcomField>,
    /// When the store was opened, in seconds.
    pub opened: i64,
    /// When an order was last placed, in seconds; 0 is never.
    pub orders_updated: i64,
    /// Batches of the API, in the order in which they came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<EcomBatch>,
    /// How many items of a batch are done in a second.
    pub batch_speed: u32,
    /// Until when batches were worked on, in milliseconds.
    pub batches_done_until: i64,
}

/// A field of their own that the store's customers have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomField {
    /// The key.
    pub key: String,
    /// The title.
    pub title: String,
    /// `TEXT` or `DATETIME`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it is shown beside orders.
    pub shown_on_order_details: bool,
    /// When it was made, in seconds.
    pub created: i64,
    /// When it was last changed, in seconds.
    pub modified: i64,
}

impl Default for EcomField {
    fn default() -> Self {
        Self {
            key: String::new(),
            title: String::new(),
            kind: "TEXT".into(),
            shown_on_order_details: false,
            created: 0,
            modified: 0,
        }
    }
}

/// One group of eCom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EcomGroup {
    /// The id; General has 0. A negative id asks for a new one.
    #[serde(default = "unset")]
    pub id: i64,
    /// The title, which shoppers can read.
    pub name: String,
    /// A reference of some other system.
    #[serde(default)]
    pub external_reference_id: Option<String>,
}

const fn unset() -> i64 {
    -1
}

impl Default for EcomStore {
    fn default() -> Self {
        Self {
            store_id: 10_203_040,
            name: "Lantern Books Online".into(),
            plan_has_groups: true,
            suspended: false,
            scopes: [
                "read_customers",
                "create_customers",
                "update_customers",
                "read_customers_extrafields",
                "update_customers_extrafields",
                "read_store_profile",
            ]
            .map(str::to_owned)
            .to_vec(),
            next_id: 9_367_001,
            staff: Staff {
                user: "web@lantern-books.example".into(),
                password: "open-shop".into(),
                token: "secret_sandbox_ecom_token".into(),
                role: Role::Admin,
            },
            groups: Vec::new(),
            languages: ["en", "de"].map(str::to_owned).to_vec(),
            customers: EcomCustomers::default(),
            deleted: Vec::new(),
            extrafields: Vec::new(),
            opened: 1_700_000_000,
            orders_updated: 0,
            batches: Vec::new(),
            batch_speed: 50,
            batches_done_until: 0,
        }
    }
}

impl EcomStore {
    /// A group by id.
    #[must_use]
    pub fn group(&self, id: i64) -> Option<&EcomGroup> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// Whether callers have a scope.
    pub(crate) fn allows(&self, scope: &str) -> bool {
        self.scopes.iter().any(|held| held == scope)
    }

    /// How many customers a group has.
    #[must_use]
    pub fn members(&self, group: i64) -> usize {
        self.customers.members(group)
    }

    pub(super) const fn take_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id - 1
    }
}
