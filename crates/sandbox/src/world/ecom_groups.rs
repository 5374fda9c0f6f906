//! What can be done to the groups of eCom. Says nothing of HTTP or JSON names.

use super::{Caution, ECOM_DEFAULT_ID, EcomGroup, Policy, Refusal, World};

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
        self.empty_ecom_group(id);
        Ok(())
    }

    /// Moves a customer into an eCom group.
    pub(crate) fn move_ecom_customer(&mut self, id: i64, group: i64) -> Result<(), Refusal> {
        self.ecom.group(group).ok_or(Refusal::NoGroup)?;
        let moved = self.touch_ecom_customer(id, |customer| customer.customer_group_id = group);
        moved.map_err(|_| Refusal::NoCustomer)
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
}
