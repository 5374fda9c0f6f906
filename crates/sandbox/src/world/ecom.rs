//! What eCom contains. One customer: `ecom_customer`. What can be done to it: `ecom_groups` and
//! `ecom_people`.

use serde::{Deserialize, Serialize};

use super::{EcomCustomers, EcomTombstone, Role, Staff};

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
    /// What callers may do: `read_customers`, `create_customers`, `update_customers`,
    /// `read_store_profile`.
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
            scopes: [
                "read_customers",
                "create_customers",
                "update_customers",
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
        }
    }
}

impl EcomStore {
    /// A group by id.
    #[must_use]
    pub fn group(&self, id: i64) -> Option<&EcomGroup> {
        self.groups.iter().find(|group| group.id == id)
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
