//! What POS contains. What can be done to it: `pos_groups`.

use serde::{Deserialize, Serialize};

use super::{POS_DEFAULT_CODE, Role, Staff};

/// What POS contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The one who signs in.
    pub staff: Staff,
    /// The groups, deleted ones too.
    pub groups: Vec<PosGroup>,
    /// The customers, deleted ones too.
    pub customers: Vec<PosCustomer>,
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

/// One customer of POS, as far as this storey needs one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosCustomer {
    /// The id; opaque.
    pub id: String,
    /// The code that people see, such as `Tony-37YP`.
    pub customer_code: String,
    /// The one group, by id.
    pub customer_group_id: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The email address; not unique.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Whether the person opted out of marketing by email.
    pub do_not_email: bool,
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
            staff: Staff {
                user: "owner@lantern-books.example".into(),
                password: "open-till".into(),
                token: "sandbox_pos_token".into(),
                role: Role::Admin,
            },
            groups: Vec::new(),
            customers: Vec::new(),
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

impl PosCustomer {
    /// First and last name in one; `None` when there is neither.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let parts: Vec<&str> = [&self.first_name, &self.last_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
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

    /// How many living customers a group has.
    #[must_use]
    pub fn members(&self, group: &str) -> usize {
        let of_group = |c: &&PosCustomer| c.customer_group_id == group && c.deleted_at.is_none();
        self.customers.iter().filter(of_group).count()
    }

    pub(super) fn default_id(&self) -> String {
        self.groups
            .iter()
            .find(|group| group.is_default())
            .map(|group| group.id.clone())
            .unwrap_or_default()
    }

    pub(super) fn next_version(&mut self) -> i64 {
        self.version += 1;
        self.version
    }

    /// Puts customers into a group; each that was elsewhere gets a new version.
    pub(super) fn move_all(&mut self, which: impl Fn(&PosCustomer) -> bool, to: &str, now: i64) {
        let Self {
            version, customers, ..
        } = self;
        for customer in customers
            .iter_mut()
            .filter(|c| which(c) && c.customer_group_id != to)
        {
            *version += 1;
            customer.customer_group_id = to.to_owned();
            customer.version = *version;
            customer.updated_at = now;
        }
    }
}
