//! All customers of eCom, found by id, email and group and read in the usual orders without a
//! walk over everybody. In JSON a plain list in order of id. No rule of the store lives here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::EcomCustomer;
use super::ecom_customer::email_key;

/// The customers of eCom. A clone shares the records with the original until either changes one.
///
/// Those that are brought wait in a list of their own until the world is settled: they may not
/// have ids yet.
#[derive(Clone, Debug, Default)]
pub struct EcomCustomers {
    by_id: BTreeMap<i64, Arc<EcomCustomer>>,
    by_email: BTreeMap<String, i64>,
    by_group: BTreeMap<i64, BTreeSet<i64>>,
    by_registered: BTreeSet<(i64, i64)>,
    by_updated: BTreeSet<(i64, i64)>,
    by_name: BTreeSet<(String, i64)>,
    brought: Vec<EcomCustomer>,
}

/// Another customer has this email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("another customer has this email address")]
pub(crate) struct EmailTaken;

impl EcomCustomers {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len() + self.brought.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in order of id; those that still wait for one come last.
    pub fn iter(&self) -> impl Iterator<Item = &EcomCustomer> {
        self.by_id
            .values()
            .map(Arc::as_ref)
            .chain(self.brought.iter())
    }

    /// One by its id.
    #[must_use]
    pub fn get(&self, id: i64) -> Option<&EcomCustomer> {
        self.by_id.get(&id).map(Arc::as_ref)
    }

    /// The one with this email address, whatever its case.
    #[must_use]
    pub fn by_email(&self, email: &str) -> Option<&EcomCustomer> {
        self.get(*self.by_email.get(&email_key(email))?)
    }

    /// How many a group has.
    #[must_use]
    pub fn members(&self, group: i64) -> usize {
        self.by_group.get(&group).map_or(0, BTreeSet::len)
    }

    /// The members of a group, in order of id.
    pub fn of_group(&self, group: i64) -> impl Iterator<Item = &EcomCustomer> {
        let ids = self.by_group.get(&group).into_iter().flatten();
        ids.filter_map(|id| self.get(*id))
    }

    /// All of them by name in lower case, and by id where names are equal.
    pub fn in_order_of_name(&self) -> impl DoubleEndedIterator<Item = &EcomCustomer> {
        self.by_name.iter().filter_map(|(_, id)| self.get(*id))
    }

    /// The ids in order of name: to skip many of them without a look at anybody.
    pub(crate) fn ids_by_name(&self) -> impl DoubleEndedIterator<Item = i64> {
        self.by_name.iter().map(|(_, id)| *id)
    }

    /// The ids of those registered within these seconds, oldest first.
    pub(crate) fn ids_by_registered(
        &self,
        within: impl RangeBounds<i64>,
    ) -> impl DoubleEndedIterator<Item = i64> {
        self.by_registered
            .range(with_ids(&within))
            .map(|(_, id)| *id)
    }

    /// The ids of those last changed within these seconds, oldest first.
    pub(crate) fn ids_by_updated(
        &self,
        within: impl RangeBounds<i64>,
    ) -> impl DoubleEndedIterator<Item = i64> {
        self.by_updated.range(with_ids(&within)).map(|(_, id)| *id)
    }

    /// Those registered within these seconds, oldest first.
    pub fn registered(
        &self,
        within: impl RangeBounds<i64>,
    ) -> impl DoubleEndedIterator<Item = &EcomCustomer> {
        let moments = self.by_registered.range(with_ids(&within));
        moments.filter_map(|(_, id)| self.get(*id))
    }

    /// Those last changed within these seconds, oldest first.
    pub fn updated(
        &self,
        within: impl RangeBounds<i64>,
    ) -> impl DoubleEndedIterator<Item = &EcomCustomer> {
        let moments = self.by_updated.range(with_ids(&within));
        moments.filter_map(|(_, id)| self.get(*id))
    }

    /// When anybody was last changed, in seconds.
    #[must_use]
    pub fn last_updated(&self) -> Option<i64> {
        self.by_updated.last().map(|(at, _)| *at)
    }

    /// Adds somebody who is to be settled with the world.
    pub fn push(&mut self, customer: EcomCustomer) {
        self.brought.push(customer);
    }

    /// Takes out everybody, to be settled.
    pub(super) fn take_all(&mut self) -> Vec<EcomCustomer> {
        let Self { by_id, brought, .. } = std::mem::take(self);
        let placed = by_id.into_values().map(Arc::unwrap_or_clone);
        placed.chain(brought).collect()
    }

    /// Puts somebody in the place of whoever had the id before.
    pub(super) fn insert(&mut self, customer: EcomCustomer) -> Result<(), EmailTaken> {
        let key = customer.email_key();
        if self
            .by_email
            .get(&key)
            .is_some_and(|owner| *owner != customer.id)
        {
            return Err(EmailTaken);
        }
        self.remove(customer.id);
        let id = customer.id;
        if !key.is_empty() {
            self.by_email.insert(key, id);
        }
        self.by_group
            .entry(customer.customer_group_id)
            .or_default()
            .insert(id);
        self.by_registered.insert((customer.registered, id));
        self.by_updated.insert((customer.updated, id));
        self.by_name.insert((name_key(&customer), id));
        self.by_id.insert(id, Arc::new(customer));
        Ok(())
    }

    /// Takes somebody out.
    pub(super) fn remove(&mut self, id: i64) -> Option<Arc<EcomCustomer>> {
        let gone = self.by_id.remove(&id)?;
        let key = gone.email_key();
        if !key.is_empty() {
            self.by_email.remove(&key);
        }
        if let Some(members) = self.by_group.get_mut(&gone.customer_group_id) {
            members.remove(&id);
            if members.is_empty() {
                self.by_group.remove(&gone.customer_group_id);
            }
        }
        self.by_registered.remove(&(gone.registered, id));
        self.by_updated.remove(&(gone.updated, id));
        self.by_name.remove(&(name_key(&gone), id));
        Some(gone)
    }

    /// Changes somebody, if the email address that results is free.
    pub(super) fn edit(
        &mut self,
        id: i64,
        change: impl FnOnce(&mut EcomCustomer),
    ) -> Option<Result<(), EmailTaken>> {
        let mut changed = self.get(id)?.clone();
        change(&mut changed);
        changed.id = id;
        Some(self.insert(changed))
    }
}

fn name_key(customer: &EcomCustomer) -> String {
    customer.name.as_deref().unwrap_or_default().to_lowercase()
}

/// The keys of an index by moment that lie within these seconds.
fn with_ids(within: &impl RangeBounds<i64>) -> impl RangeBounds<(i64, i64)> {
    let from = match within.start_bound() {
        Bound::Included(at) => Bound::Included((*at, i64::MIN)),
        Bound::Excluded(at) => Bound::Excluded((*at, i64::MAX)),
        Bound::Unbounded => Bound::Unbounded,
    };
    let to = match within.end_bound() {
        Bound::Included(at) => Bound::Included((*at, i64::MAX)),
        Bound::Excluded(at) => Bound::Excluded((*at, i64::MIN)),
        Bound::Unbounded => Bound::Unbounded,
    };
    (from, to)
}

impl From<Vec<EcomCustomer>> for EcomCustomers {
    fn from(brought: Vec<EcomCustomer>) -> Self {
        Self {
            brought,
            ..Self::default()
        }
    }
}

impl FromIterator<EcomCustomer> for EcomCustomers {
    fn from_iter<I: IntoIterator<Item = EcomCustomer>>(iter: I) -> Self {
        Vec::from_iter(iter).into()
    }
}

impl PartialEq for EcomCustomers {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for EcomCustomers {}

impl Serialize for EcomCustomers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for EcomCustomers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<EcomCustomer>::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::{EcomCustomers, EmailTaken};
    use crate::world::EcomCustomer;

    fn customer(rng: &mut fastrand::Rng) -> EcomCustomer {
        EcomCustomer {
            id: rng.i64(1..40),
            email: format!(
                "{}@example.org",
                rng.choice(["a", "B", "b", "c", "D", "e"]).unwrap()
            ),
            name: rng
                .choice([None, Some("Mara".into()), Some("mara".into())])
                .flatten(),
            customer_group_id: rng.i64(0..3),
            registered: rng.i64(1..9),
            updated: rng.i64(1..9),
            ..EcomCustomer::default()
        }
    }

    /// Everything that an index says must be what a walk over everybody says.
    fn check(all: &EcomCustomers) {
        let everyone: Vec<&EcomCustomer> = all.iter().collect();
        for one in &everyone {
            assert_eq!(all.by_email(&one.email.to_uppercase()).unwrap().id, one.id);
        }
        for group in 0..3 {
            let walked: Vec<i64> = everyone
                .iter()
                .filter(|c| c.customer_group_id == group)
                .map(|c| c.id)
                .collect();
            assert_eq!(
                all.of_group(group).map(|c| c.id).collect::<Vec<_>>(),
                walked
            );
            assert_eq!(all.members(group), walked.len());
        }
        let sorted = |key: fn(&EcomCustomer) -> (i64, String)| {
            let mut ids: Vec<_> = everyone.iter().map(|c| (key(c), c.id)).collect();
            ids.sort();
            ids.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        };
        let ids = |list: Vec<&EcomCustomer>| list.iter().map(|c| c.id).collect::<Vec<_>>();
        let name = |c: &EcomCustomer| (0, c.name.clone().unwrap_or_default().to_lowercase());
        assert_eq!(ids(all.in_order_of_name().collect()), sorted(name));
        assert_eq!(
            ids(all.registered(..).collect()),
            sorted(|c| (c.registered, String::new()))
        );
        assert_eq!(
            ids(all.updated(..).collect()),
            sorted(|c| (c.updated, String::new()))
        );
        let some = everyone
            .iter()
            .filter(|c| (3..7).contains(&c.updated))
            .count();
        assert_eq!(all.updated(3..7).count(), some);
        assert_eq!(all.updated(3..=6).count(), some);
        assert_eq!(all.last_updated(), everyone.iter().map(|c| c.updated).max());
    }

    #[test]
    fn indexes_stay_right_whatever_is_done() {
        let mut rng = fastrand::Rng::with_seed(5);
        let (mut all, mut taken) = (EcomCustomers::default(), 0);
        for _ in 0..2_000 {
            let next = customer(&mut rng);
            match rng.u8(0..4) {
                0 => drop(all.remove(next.id)),
                1 => {
                    let id = next.id;
                    taken += usize::from(all.edit(id, |c| *c = next) == Some(Err(EmailTaken)));
                }
                _ => taken += usize::from(all.insert(next).is_err()),
            }
            check(&all);
        }
        assert!(taken > 100 && all.len() > 2, "{taken} {}", all.len());
    }

    #[test]
    fn a_clone_is_not_changed_with_the_original() {
        let mut all = EcomCustomers::default();
        let one = EcomCustomer {
            id: 1,
            email: "a@b.c".into(),
            ..EcomCustomer::default()
        };
        all.insert(one.clone()).unwrap();
        let before = all.clone();
        all.edit(1, |c| c.email = "x@y.z".into()).unwrap().unwrap();
        assert_eq!(before.get(1), Some(&one));
        assert!(before != all && all.by_email("a@b.c").is_none());
    }
}
