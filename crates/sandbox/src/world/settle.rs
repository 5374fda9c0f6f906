//! Making a world whole: ids for what has none, default groups where they are missing, and a check
//! that nothing contradicts itself. Done to worlds that are brought, never to a running one.

use std::collections::BTreeSet;

use super::{
    POS_DEFAULT_CODE, PosCustomer, PosGroup, PosStore, World, WorldError, code_suffix, uuid,
};

impl World {
    pub(super) fn settle_pos(&mut self) -> Result<(), WorldError> {
        if !self.pos.groups.iter().any(PosGroup::is_default) {
            let group = PosGroup {
                name: "All Customers".into(),
                group_id: POS_DEFAULT_CODE.into(),
                ..PosGroup::default()
            };
            self.pos.groups.insert(0, group);
        }
        let (mut rng, now) = (self.chance(), self.clock);
        let pos = &mut self.pos;
        let mut customers = pos.customers.take();
        let seen = pos
            .groups
            .iter()
            .map(|g| g.version)
            .chain(customers.iter().map(|c| c.version))
            .max();
        pos.version = pos.version.max(seen.unwrap_or_default());
        for group in &mut pos.groups {
            group.settle(&mut rng, &mut pos.version, now);
        }
        let default = pos.default_id();
        let addresses = customers.iter().flat_map(|c| &c.addresses);
        let highest = addresses.map(|address| address.id).max();
        let after = highest.unwrap_or_default().saturating_add(1);
        pos.next_address_id = pos.next_address_id.max(after);
        let mut codes: BTreeSet<String> =
            customers.iter().map(|c| c.customer_code.clone()).collect();
        for customer in &mut customers {
            customer.settle(&mut rng, &mut pos.version, &default, now);
            customer.settle_code(&mut rng, &mut codes);
            for address in customer.addresses.iter_mut().filter(|a| a.id == 0) {
                address.id = pos.next_address_id;
                pos.next_address_id += 1;
            }
        }
        pos.customers.extend(customers);
        self.check_pos()
    }

    fn check_pos(&self) -> Result<(), WorldError> {
        let PosStore {
            groups, customers, ..
        } = &self.pos;
        all_differ(groups.iter().map(|group| group.id.as_str()).collect())?;
        all_differ(customers.iter().map(|c| c.id.as_str()).collect())?;
        let addresses = customers.iter().flat_map(|c| &c.addresses);
        all_differ(addresses.map(|address| address.id).collect())?;
        let versions = groups.iter().map(|group| group.version);
        let versions = versions.chain(customers.iter().map(|c| c.version));
        if let Some(version) = repeated(versions.collect()) {
            return Err(WorldError::RepeatedVersion(version));
        }
        let living: Vec<&PosCustomer> = customers
            .iter()
            .filter(|c| c.deleted_at.is_none())
            .collect();
        let codes = living.iter().map(|c| c.customer_code.as_str());
        if let Some(code) = repeated(codes.collect()) {
            return Err(WorldError::RepeatedCode(code.to_owned()));
        }
        let there: BTreeSet<&str> = groups
            .iter()
            .filter(|group| group.deleted_at.is_none())
            .map(|group| group.id.as_str())
            .collect();
        match living
            .into_iter()
            .find(|c| !there.contains(c.customer_group_id.as_str()))
        {
            Some(c) => Err(WorldError::UnknownGroup {
                customer: c.id.clone(),
                group: c.customer_group_id.clone(),
            }),
            None => Ok(()),
        }
    }
}

impl PosGroup {
    fn settle(&mut self, rng: &mut fastrand::Rng, version: &mut i64, now: i64) {
        fill(&mut self.id, || uuid(rng));
        fill(&mut self.group_id, || {
            format!("{}-{}", self.name, code_suffix(rng))
        });
        settle_times(&mut self.created_at, &mut self.updated_at, now);
        settle_version(&mut self.version, version);
    }
}

impl PosCustomer {
    fn settle(&mut self, rng: &mut fastrand::Rng, version: &mut i64, default: &str, now: i64) {
        fill(&mut self.id, || uuid(rng));
        fill(&mut self.customer_group_id, || default.to_owned());
        settle_times(&mut self.created_at, &mut self.updated_at, now);
        settle_version(&mut self.version, version);
    }

    /// Gives a code that nobody has to one that has none.
    fn settle_code(&mut self, rng: &mut fastrand::Rng, taken: &mut BTreeSet<String>) {
        while self.customer_code.is_empty() {
            let code = Self::code(self.first_name.as_deref(), rng);
            if taken.insert(code.clone()) {
                self.customer_code = code;
            }
        }
    }
}

fn fill(text: &mut String, with: impl FnOnce() -> String) {
    if text.is_empty() {
        *text = with();
    }
}

fn settle_version(own: &mut i64, counter: &mut i64) {
    if *own == 0 {
        *counter += 1;
        *own = *counter;
    }
}

fn settle_times(created: &mut i64, updated: &mut i64, now: i64) {
    if *created == 0 {
        *created = now;
    }
    *updated = (*updated).max(*created);
}

/// Refuses the first id that comes twice.
pub(super) fn all_differ<T: Ord + ToString>(ids: Vec<T>) -> Result<(), WorldError> {
    match repeated(ids) {
        Some(id) => Err(WorldError::RepeatedId(id.to_string())),
        None => Ok(()),
    }
}

/// The first thing that comes twice.
fn repeated<T: Ord>(mut things: Vec<T>) -> Option<T> {
    things.sort();
    let at = things.array_windows().position(|[a, b]| a == b)?;
    things.into_iter().nth(at)
}
