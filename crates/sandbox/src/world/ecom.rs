//! The store of eCom and what can be done to its groups. Says nothing of HTTP or JSON names.

use serde::{Deserialize, Serialize};

use super::{
    Caution, ECOM_DEFAULT_ID, Policy, Refusal, Role, Staff, World, WorldError, all_differ,
};

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
    /// The customers.
    pub customers: Vec<EcomCustomer>,
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

/// One customer of eCom, as far as this storey needs one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EcomCustomer {
    /// The id. A negative id asks for a new one.
    #[serde(default = "unset")]
    pub id: i64,
    /// The email address; unique.
    pub email: String,
    /// The whole name.
    #[serde(default)]
    pub name: Option<String>,
    /// The one group, by id.
    #[serde(default)]
    pub customer_group_id: i64,
    /// Whether the person takes marketing by email; absent when never asked.
    #[serde(default)]
    pub accept_marketing: Option<bool>,
    /// How many orders the person placed.
    #[serde(default)]
    pub orders: u32,
    /// When it was made, in seconds.
    #[serde(default)]
    pub registered: i64,
    /// When it was last changed, in seconds.
    #[serde(default)]
    pub updated: i64,
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
            customers: Vec::new(),
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
        self.customers
            .iter()
            .filter(|customer| customer.customer_group_id == group)
            .count()
    }

    const fn take_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id - 1
    }
}

/// What a new or changed eCom group is to have; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EcomGroupChange {
    pub(crate) name: Option<String>,
    pub(crate) external_reference_id: Option<String>,
}

impl EcomGroupChange {
    /// A title and nothing else.
    pub(crate) fn title(title: &str) -> Self {
        Self {
            name: Some(title.to_owned()),
            external_reference_id: None,
        }
    }
}

impl World {
    /// Makes an eCom group and returns its id.
    pub(crate) fn create_ecom_group(&mut self, change: EcomGroupChange) -> Result<i64, Refusal> {
        let name = change.name.unwrap_or_default();
        self.check_ecom_title(&name, None)?;
        self.check_reference(change.external_reference_id.as_deref(), None)?;
        let id = self.ecom.take_id();
        self.ecom.groups.push(EcomGroup {
            id,
            name,
            external_reference_id: change.external_reference_id,
        });
        Ok(id)
    }

    /// Changes an eCom group. Says whether anything was asked for. Its members stay.
    pub(crate) fn update_ecom_group(
        &mut self,
        id: i64,
        change: EcomGroupChange,
    ) -> Result<bool, Refusal> {
        self.ecom.group(id).ok_or(Refusal::NoGroup)?;
        if id == ECOM_DEFAULT_ID && self.settings.ecom.default_rename == Caution::Refuse {
            return Err(Refusal::DefaultGroup);
        }
        if let Some(name) = &change.name {
            self.check_ecom_title(name, Some(id))?;
        }
        self.check_reference(change.external_reference_id.as_deref(), Some(id))?;
        let asked = change != EcomGroupChange::default();
        if let Some(group) = self.ecom.groups.iter_mut().find(|group| group.id == id) {
            group.name = change
                .name
                .unwrap_or_else(|| std::mem::take(&mut group.name));
            group.external_reference_id = change
                .external_reference_id
                .or_else(|| group.external_reference_id.take());
        }
        Ok(asked)
    }

    /// Deletes an eCom group; its members go to General.
    pub(crate) fn delete_ecom_group(&mut self, id: i64) -> Result<(), Refusal> {
        self.ecom.group(id).ok_or(Refusal::NoGroup)?;
        if id == ECOM_DEFAULT_ID {
            return Err(Refusal::DefaultGroup);
        }
        self.ecom.groups.retain(|group| group.id != id);
        for customer in self
            .ecom
            .customers
            .iter_mut()
            .filter(|c| c.customer_group_id == id)
        {
            customer.customer_group_id = ECOM_DEFAULT_ID;
            customer.updated = self.clock;
        }
        Ok(())
    }

    /// Moves a customer into an eCom group.
    pub(crate) fn move_ecom_customer(&mut self, id: i64, group: i64) -> Result<(), Refusal> {
        self.ecom.group(group).ok_or(Refusal::NoGroup)?;
        let customer = self
            .ecom
            .customers
            .iter_mut()
            .find(|c| c.id == id)
            .ok_or(Refusal::NoCustomer)?;
        customer.customer_group_id = group;
        customer.updated = self.clock;
        Ok(())
    }

    fn check_ecom_title(&self, name: &str, own: Option<i64>) -> Result<(), Refusal> {
        let settings = &self.settings.ecom;
        if settings.blank_titles == Caution::Refuse && name.trim().is_empty() {
            return Err(Refusal::Blank);
        }
        let taken = |group: &EcomGroup| Some(group.id) != own && group.name == name;
        if settings.duplicate_titles == Policy::Refuse && self.ecom.groups.iter().any(taken) {
            return Err(Refusal::Duplicate);
        }
        Ok(())
    }

    fn check_reference(&self, reference: Option<&str>, own: Option<i64>) -> Result<(), Refusal> {
        let taken = |group: &EcomGroup| {
            Some(group.id) != own
                && reference.is_some()
                && group.external_reference_id.as_deref() == reference
        };
        if self.ecom.groups.iter().any(taken) {
            Err(Refusal::ReferenceTaken)
        } else {
            Ok(())
        }
    }

    pub(super) fn settle_ecom(&mut self) -> Result<(), WorldError> {
        if self.ecom.group(ECOM_DEFAULT_ID).is_none() {
            let general = EcomGroup {
                id: ECOM_DEFAULT_ID,
                name: "General".into(),
                external_reference_id: None,
            };
            self.ecom.groups.insert(0, general);
        }
        let (store, now) = (&mut self.ecom, self.clock);
        let ids = store
            .groups
            .iter()
            .map(|g| g.id)
            .chain(store.customers.iter().map(|c| c.id));
        store.next_id = store
            .next_id
            .max(ids.max().unwrap_or_default().saturating_add(1));
        let EcomStore {
            groups,
            customers,
            next_id,
            ..
        } = store;
        let unset = groups
            .iter_mut()
            .map(|g| &mut g.id)
            .chain(customers.iter_mut().map(|c| &mut c.id));
        for id in unset.filter(|id| **id < 0) {
            *id = *next_id;
            *next_id += 1;
        }
        for customer in customers {
            customer.registered = if customer.registered == 0 {
                now
            } else {
                customer.registered
            };
            customer.updated = customer.updated.max(customer.registered);
        }
        self.check_ecom()
    }

    fn check_ecom(&self) -> Result<(), WorldError> {
        all_differ(self.ecom.groups.iter().map(|group| group.id).collect())?;
        all_differ(
            self.ecom
                .customers
                .iter()
                .map(|customer| customer.id)
                .collect(),
        )?;
        all_differ(
            self.ecom
                .customers
                .iter()
                .map(|customer| customer.email.to_lowercase())
                .collect(),
        )?;
        match self
            .ecom
            .customers
            .iter()
            .find(|c| self.ecom.group(c.customer_group_id).is_none())
        {
            Some(c) => Err(WorldError::UnknownGroup {
                customer: c.id.to_string(),
                group: c.customer_group_id.to_string(),
            }),
            None => Ok(()),
        }
    }
}
