//! Making a brought eCom store whole: General, ids, times, mirrored members, and a check that
//! nothing contradicts itself.

use super::settle::all_differ;
use super::{ECOM_DEFAULT_ID, EcomCustomer, EcomGroup, World, WorldError};

impl World {
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
        let mut customers = store.customers.take_all();
        let ids = store
            .groups
            .iter()
            .map(|group| group.id)
            .chain(customers.iter().map(|customer| customer.id))
            .chain(customers.iter().flat_map(EcomCustomer::inner_ids))
            .chain(store.deleted.iter().map(|gone| gone.id));
        let free = ids.max().unwrap_or_default().saturating_add(1);
        store.next_id = store.next_id.max(free);
        let unset = store
            .groups
            .iter_mut()
            .map(|group| &mut group.id)
            .chain(customers.iter_mut().map(|customer| &mut customer.id));
        for id in unset.filter(|id| **id < 0) {
            *id = store.next_id;
            store.next_id += 1;
        }
        for customer in &mut customers {
            customer.settle(&mut store.next_id, now);
        }
        store.deleted.sort_by_key(|gone| (gone.date, gone.id));
        self.check_ecom(&customers)?;
        for customer in customers {
            let email = customer.email.clone();
            let placed = self.ecom.customers.insert(customer);
            placed.map_err(|_| WorldError::RepeatedId(email))?;
        }
        Ok(())
    }

    fn check_ecom(&self, customers: &[EcomCustomer]) -> Result<(), WorldError> {
        all_differ(self.ecom.groups.iter().map(|group| group.id).collect())?;
        all_differ(customers.iter().map(|customer| customer.id).collect())?;
        all_differ(customers.iter().flat_map(EcomCustomer::inner_ids).collect())?;
        let groups: std::collections::BTreeSet<i64> =
            self.ecom.groups.iter().map(|group| group.id).collect();
        match customers
            .iter()
            .find(|customer| !groups.contains(&customer.customer_group_id))
        {
            Some(lost) => Err(WorldError::UnknownGroup {
                customer: lost.id.to_string(),
                group: lost.customer_group_id.to_string(),
            }),
            None => Ok(()),
        }
    }
}

impl EcomCustomer {
    fn settle(&mut self, next_id: &mut i64, now: i64) {
        if self.registered == 0 {
            self.registered = now;
        }
        self.updated = self.updated.max(self.registered);
        if self.orders > 0 {
            self.first_order = self.first_order.or(Some(self.registered));
            self.last_order = self.last_order.or(self.first_order);
        }
        self.mirror_name();
        self.settle_lists(next_id);
    }
}
