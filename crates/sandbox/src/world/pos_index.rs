//! The customers of POS, kept so that one of a hundred thousand is found in a few steps: by id, by
//! version, by email, by code and by group. In JSON it is a plain list in order of id.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Bound;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::PosCustomer;

/// A place in the store; records never leave theirs, deleted ones neither.
type Slot = u32;

/// The customers of a store, deleted ones too.
///
/// Copies share the records that neither of them changed.
#[derive(Clone, Debug, Default)]
pub struct PosCustomers {
    slots: Vec<Arc<PosCustomer>>,
    ids: BTreeSet<(String, Slot)>,
    versions: BTreeSet<(i64, Slot)>,
    emails: BTreeSet<(String, Slot)>,
    codes: BTreeSet<(String, Slot)>,
    /// The living alone: group, version, slot.
    groups: BTreeMap<String, BTreeSet<(i64, Slot)>>,
    recent: VecDeque<Past>,
}

/// What a record was before a change. Only a search index that lags needs it.
#[derive(Clone, Debug)]
struct Past {
    until: i64,
    slot: Slot,
    record: Option<Arc<PosCustomer>>,
}

/// When a change is made, and for how many seconds the search index must not know of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    pub(super) now: i64,
    pub(super) lag: i64,
}

/// An email address as it is compared: no blanks around it, nothing invisible in it, ASCII letters
/// in lower case.
pub(crate) fn cleaned_email(email: &str) -> String {
    email
        .trim()
        .chars()
        .filter(|sign| !matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
        .map(|sign| sign.to_ascii_lowercase())
        .collect()
}

impl PosCustomers {
    /// How many there are, deleted ones too.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// All of them, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &PosCustomer> {
        self.ids.iter().filter_map(|(_, slot)| self.at(*slot))
    }

    /// One by id, deleted or not.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&PosCustomer> {
        self.at(self.slot(id)?)
    }

    /// Those whose version is between the two, both exclusive; ascending.
    pub fn between(&self, after: i64, before: i64) -> impl Iterator<Item = &PosCustomer> {
        range(&self.versions, after, before).filter_map(|slot| self.at(slot))
    }

    /// The living members of a group whose version is between the two, both exclusive; ascending.
    pub fn of_group(
        &self,
        group: &str,
        after: i64,
        before: i64,
    ) -> impl Iterator<Item = &PosCustomer> {
        let members = self.groups.get(group).into_iter();
        members
            .flat_map(move |members| range(members, after, before))
            .filter_map(|slot| self.at(slot))
    }

    /// How many living members a group has.
    #[must_use]
    pub fn members(&self, group: &str) -> usize {
        self.groups.get(group).map_or(0, BTreeSet::len)
    }

    /// Those of an email address as [`cleaned_email`] compares it, deleted or not.
    pub fn by_email(&self, email: &str) -> impl Iterator<Item = &PosCustomer> {
        self.slots_of(&self.emails, cleaned_email(email))
    }

    /// Those of a code, whatever the case of its letters, deleted or not.
    pub fn by_code(&self, code: &str) -> impl Iterator<Item = &PosCustomer> {
        self.slots_of(&self.codes, code.to_lowercase())
    }

    /// Adds one as it is. It may lack an id until the world is settled.
    pub fn push(&mut self, record: PosCustomer) {
        self.add(record, Moment::default());
    }

    pub(super) fn add(&mut self, record: PosCustomer, moment: Moment) {
        let Ok(slot) = Slot::try_from(self.slots.len()) else {
            return;
        };
        self.remember(slot, None, moment);
        self.enter(slot, &record);
        self.slots.push(Arc::new(record));
    }

    /// Changes one by id; every index follows. Says whether there is such a one.
    pub(super) fn change(
        &mut self,
        id: &str,
        moment: Moment,
        edit: impl FnOnce(&mut PosCustomer),
    ) -> bool {
        let Some((slot, old)) = self
            .slot(id)
            .and_then(|slot| Some((slot, self.slots.get(slot as usize)?.clone())))
        else {
            return false;
        };
        let mut new = PosCustomer::clone(&old);
        edit(&mut new);
        self.leave(slot, &old);
        self.enter(slot, &new);
        self.remember(slot, Some(old), moment);
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = Arc::new(new);
        }
        true
    }

    /// Takes all of them out, in the order in which they came.
    pub(super) fn take(&mut self) -> Vec<PosCustomer> {
        let all = std::mem::take(self);
        all.slots.into_iter().map(Arc::unwrap_or_clone).collect()
    }

    /// What a search index knew at that time of the records that changed since, in order of slot:
    /// the id, and the record as it was, if it was.
    pub(crate) fn changed_since(&self, time: i64) -> BTreeMap<&str, Option<&PosCustomer>> {
        let late = self
            .recent
            .iter()
            .rev()
            .take_while(|past| past.until > time);
        late.filter_map(|past| Some((self.at(past.slot)?.id.as_str(), past.record.as_deref())))
            .collect()
    }

    fn remember(&mut self, slot: Slot, record: Option<Arc<PosCustomer>>, moment: Moment) {
        let Moment { now, lag } = moment;
        while self
            .recent
            .front()
            .is_some_and(|past| past.until <= now - lag)
        {
            self.recent.pop_front();
        }
        if lag > 0 {
            self.recent.push_back(Past {
                until: now,
                slot,
                record,
            });
        }
    }

    fn at(&self, slot: Slot) -> Option<&PosCustomer> {
        self.slots.get(slot as usize).map(Arc::as_ref)
    }

    fn slot(&self, id: &str) -> Option<Slot> {
        let mut from = self.ids.range((id.to_owned(), 0)..);
        from.next()
            .filter(|(own, _)| own == id)
            .map(|(_, slot)| *slot)
    }

    fn slots_of(
        &self,
        index: &BTreeSet<(String, Slot)>,
        key: String,
    ) -> impl Iterator<Item = &PosCustomer> {
        let slots: Vec<Slot> = index
            .range((key.clone(), 0)..=(key, Slot::MAX))
            .map(|(_, slot)| *slot)
            .collect();
        let mut found: Vec<&PosCustomer> =
            slots.into_iter().filter_map(|slot| self.at(slot)).collect();
        found.sort_by_key(|customer| customer.version);
        found.into_iter()
    }

    fn enter(&mut self, slot: Slot, record: &PosCustomer) {
        self.ids.insert((record.id.clone(), slot));
        self.versions.insert((record.version, slot));
        self.codes
            .insert((record.customer_code.to_lowercase(), slot));
        if let Some(email) = &record.email {
            self.emails.insert((cleaned_email(email), slot));
        }
        if record.deleted_at.is_none() {
            let members = self.groups.entry(record.customer_group_id.clone());
            members.or_default().insert((record.version, slot));
        }
    }

    fn leave(&mut self, slot: Slot, record: &PosCustomer) {
        self.ids.remove(&(record.id.clone(), slot));
        self.versions.remove(&(record.version, slot));
        self.codes
            .remove(&(record.customer_code.to_lowercase(), slot));
        if let Some(email) = &record.email {
            self.emails.remove(&(cleaned_email(email), slot));
        }
        if let Some(members) = self.groups.get_mut(&record.customer_group_id) {
            members.remove(&(record.version, slot));
            if members.is_empty() {
                self.groups.remove(&record.customer_group_id);
            }
        }
    }
}

/// The slots whose version is between the two, both exclusive.
fn range(
    versions: &BTreeSet<(i64, Slot)>,
    after: i64,
    before: i64,
) -> impl Iterator<Item = Slot> + '_ {
    let start = Bound::Excluded((after, Slot::MAX));
    versions
        .range((start, Bound::Unbounded))
        .take_while(move |(version, _)| *version < before)
        .map(|(_, slot)| *slot)
}

impl PartialEq for PosCustomers {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl FromIterator<PosCustomer> for PosCustomers {
    fn from_iter<I: IntoIterator<Item = PosCustomer>>(records: I) -> Self {
        let mut all = Self::default();
        all.extend(records);
        all
    }
}

impl Extend<PosCustomer> for PosCustomers {
    fn extend<I: IntoIterator<Item = PosCustomer>>(&mut self, records: I) {
        records.into_iter().for_each(|record| self.push(record));
    }
}

impl IntoIterator for PosCustomers {
    type Item = PosCustomer;
    type IntoIter = std::vec::IntoIter<PosCustomer>;

    /// In order of id.
    fn into_iter(mut self) -> Self::IntoIter {
        let mut records = self.take();
        records.sort_by(|a, b| a.id.cmp(&b.id));
        records.into_iter()
    }
}

impl Serialize for PosCustomers {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        into.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for PosCustomers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<PosCustomer>::deserialize(from).map(Self::from_iter)
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, PosCustomers};
    use crate::world::PosCustomer;

    fn ids<'a>(found: impl Iterator<Item = &'a PosCustomer>) -> Vec<&'a str> {
        found.map(|customer| customer.id.as_str()).collect()
    }

    fn person(id: u32, version: i64) -> PosCustomer {
        PosCustomer {
            id: format!("{id:03}"),
            customer_code: format!("C-{id}"),
            customer_group_id: "g".into(),
            email: Some(format!(" P{}@Example.org", id % 7)),
            version,
            ..PosCustomer::default()
        }
    }

    /// What every index says must be what looking at each record says.
    fn check(store: &PosCustomers) {
        let mut all: Vec<PosCustomer> = store.iter().cloned().collect();
        assert_eq!(store.len(), all.len());
        assert_eq!(ids(store.iter()), ids(all.iter()));
        all.sort_by_key(|customer| customer.version);
        assert_eq!(ids(store.between(3, 40)), {
            ids(all.iter().filter(|c| (4..40).contains(&c.version)))
        });
        for group in ["g", "h"] {
            let living = |c: &&PosCustomer| c.customer_group_id == group && c.deleted_at.is_none();
            let found = ids(all.iter().filter(living));
            assert_eq!(store.members(group), found.len());
            assert_eq!(ids(store.of_group(group, i64::MIN, i64::MAX)), found);
        }
        for customer in &all {
            assert_eq!(store.get(&customer.id), Some(customer));
            let code = ids(store.by_code(&customer.customer_code.to_lowercase()));
            assert_eq!(code, [customer.id.as_str()]);
            let plain = |c: &PosCustomer| c.email.as_deref().unwrap_or("").trim().to_lowercase();
            let email = plain(customer);
            let same = |c: &&PosCustomer| !email.is_empty() && plain(c) == email;
            assert_eq!(
                ids(store.by_email(&email.to_uppercase())),
                ids(all.iter().filter(same))
            );
        }
    }

    #[test]
    fn every_index_follows_every_change() {
        let mut rng = fastrand::Rng::with_seed(3);
        let mut store: PosCustomers = (0..40).map(|id| person(id, i64::from(id))).collect();
        check(&store);
        let before = store.clone();
        for version in 40..200 {
            let id = format!("{:03}", rng.u32(0..40));
            let (what, email) = (rng.u8(0..5), rng.u32(0..7));
            let changed = store.change(&id, Moment::default(), |customer| {
                customer.version = version;
                match what {
                    0 => customer.deleted_at = Some(1),
                    1 => customer.customer_group_id = "h".into(),
                    2 => customer.email = None,
                    3 => customer.customer_code = format!("D-{version}"),
                    _ => customer.email = Some(format!("p{email}@example.org")),
                }
            });
            assert!(changed);
            if version % 16 == 0 {
                check(&store);
            }
        }
        check(&store);
        check(&before);
        assert!(store != before && !store.change("nobody", Moment::default(), |_| {}));
    }

    #[test]
    fn the_past_is_known_for_as_long_as_the_lag_and_no_longer() {
        let mut store: PosCustomers = [person(1, 1)].into_iter().collect();
        for (now, email) in [(100, "a"), (110, "b"), (120, "c")] {
            let moment = Moment { now, lag: 15 };
            store.change("001", moment, |customer| {
                customer.email = Some(email.into())
            });
        }
        let at = |time| {
            let past = store.changed_since(time);
            past.get("001")
                .map(|then| then.and_then(|c| c.email.clone()).unwrap_or_default())
        };
        assert_eq!(at(115), Some("b".into()));
        assert_eq!(at(105), Some("a".into()));
        assert_eq!(at(120), None);
        store.change("001", Moment { now: 200, lag: 0 }, |_| {});
        assert!(store.changed_since(0).is_empty());
    }
}
