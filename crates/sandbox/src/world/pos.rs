//! What POS contains. What can be done to it: `pos_groups` and `pos_customers`.

use serde::{Deserialize, Serialize};

use super::{POS_DEFAULT_CODE, PosCustomer, PosCustomers, Role, Staff};

/// What POS contains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosStore {
    /// The store's subdomain.
    pub prefix: String,
    /// The store's name.
    pub name: String,
    /// The store's id.
    pub retailer_id: String,
    /// How many tills the store has; the limit of calls grows with them.
    pub registers: u32,
    /// The counter behind every `version`: the last one given out.
    pub version: i64,
    /// The counter behind the ids of addresses that are kept apart: the next one.
    pub next_address_id: i64,
    /// The one who signs in.
    pub staff: Staff,
    /// The tokens of further programs.
    pub other_tokens: Vec<String>,
    /// The groups, deleted ones too.
    pub groups: Vec<PosGroup>,
    /// The customers, deleted ones too.
    pub customers: PosCustomers,
}

/// One group of POS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosGroup {
    /// The id; opaque.
    pub id: String,
    /// The title.
    pub name: String,
    /// The code that people see, such as `VIP-Y968`.
    pub group_id: String,
    /// When it was made, in seconds.
    pub created_at: i64,
    /// When it was last changed, in seconds.
    pub updated_at: i64,
    /// When it was deleted, in seconds.
    pub deleted_at: Option<i64>,
    /// The version of the last change.
    pub version: i64,
}

impl Default for PosStore {
    fn default() -> Self {
        Self {
            prefix: "lantern-books".into(),
            name: "Lantern Books".into(),
            retailer_id: "0af7b240-0d51-11ef-8cc5-5e1a3f0b7c21".into(),
            registers: 3,
            version: 41_230_077_000,
            next_address_id: 870_001,
            staff: Staff {
                user: "owner@lantern-books.example".into(),
                password: "open-till".into(),
                token: "sandbox_pos_token".into(),
                role: Role::Admin,
            },
            other_tokens: Vec::new(),
            groups: Vec::new(),
            customers: PosCustomers::default(),
        }
    }
}

impl PosGroup {
    /// Whether this is the default group.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.group_id == POS_DEFAULT_CODE
    }
}

impl PosStore {
    /// A group that is not deleted.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&PosGroup> {
        self.groups
            .iter()
            .find(|group| group.id == id && group.deleted_at.is_none())
    }

    /// How many calls a window of five minutes has, for each who counts alone.
    #[must_use]
    pub const fn call_limit(&self) -> u32 {
        self.registers.saturating_mul(300).saturating_add(50)
    }

    /// How many living customers a group has.
    #[must_use]
    pub fn members(&self, group: &str) -> usize {
        self.customers.members(group)
    }

    /// The id of the default group.
    #[must_use]
    pub fn default_id(&self) -> String {
        self.groups
            .iter()
            .find(|group| group.is_default())
            .map(|group| group.id.clone())
            .unwrap_or_default()
    }

    /// A customer that is not deleted.
    #[must_use]
    pub fn customer(&self, id: &str) -> Option<&PosCustomer> {
        self.customers
            .get(id)
            .filter(|customer| customer.deleted_at.is_none())
    }

    /// The living customers of an email address, in order of version. Blanks around it, invisible
    /// signs in it and the case of ASCII letters do not count.
    pub fn customers_by_email(&self, email: &str) -> impl Iterator<Item = &PosCustomer> {
        self.customers
            .by_email(email)
            .filter(|customer| customer.deleted_at.is_none())
    }

    pub(super) const fn next_version(&mut self) -> i64 {
        self.version += 1;
        self.version
    }
}
