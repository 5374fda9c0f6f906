//! What a scan read, small enough to hold a million customers of each side: a sketch of every
//! record. The records themselves stay with whoever read them, chunk by chunk, and are asked for
//! again where a value is needed, which is only where something differs.

mod near;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

use crate::{
    Consent, Digest, DigestKey, Field, GroupId, Observed, RecordId, Side, Stamp, Texts,
    canon::{self, email},
};
use near::Near;

/// One record, reduced to what deciding needs: 88 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// The store's own id.
    pub id: RecordId,
    /// How new the reading is.
    pub stamp: Stamp,
    /// A digest of the canonical form of each text.
    pub texts: Texts<Digest>,
    /// The group, by its number in the snapshot.
    group: u32,
    near_email: Near,
    /// Consent to marketing by email.
    pub consent: Consent,
    /// Whether the email is no key: it is blank, no address, or a placeholder.
    pub email_is_no_key: bool,
    /// Whether the person has ordered online (rule A5).
    pub has_ordered: bool,
    nth: Nth,
}

/// Where a sketch came from. It says nothing about the record, so any two are equal.
#[derive(Clone, Copy, Debug)]
struct Nth(u32);

impl PartialEq for Nth {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Nth {}

impl Sketch {
    /// Which record it was made of: the first that was added is 0. After
    /// [`Snapshot::with_changes`], where it stood before, or, from that snapshot's length on, which
    /// of the changes it is.
    #[must_use]
    pub const fn nth(&self) -> u32 {
        self.nth.0
    }

    /// The number of the record's group in [`Snapshot::groups`].
    #[must_use]
    pub const fn group_number(&self) -> u32 {
        self.group
    }

    /// What the email has in common with others that may be one with it (dots, tags, slips of the
    /// finger), if it is somebody's.
    #[must_use]
    pub fn near_email(&self) -> Option<u64> {
        self.near_email.number()
    }
}

/// A record that could not be read. The page that it came on goes on without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its id, if that at least could be read.
    pub id: Option<RecordId>,
    /// What is wrong with it.
    pub reason: ProblemReason,
}

/// Why a record could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemReason {
    /// It has no id, or one of another kind.
    NoId,
    /// A member that is needed is missing or of another kind.
    Unreadable,
}

/// All records of one side that a scan read, in order of id: the order of pages and records does
/// not count. Of a record that came twice, the newest reading counts.
#[derive(Clone, Debug)]
pub struct Snapshot {
    side: Side,
    sketches: Vec<Sketch>,
    groups: Vec<GroupId>,
    references: BTreeMap<RecordId, RecordId>,
    deleted: BTreeSet<RecordId>,
    problems: Vec<Problem>,
    is_whole: bool,
}

impl Snapshot {
    /// The side that was read.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// The records, in order of id.
    #[must_use]
    pub fn sketches(&self) -> &[Sketch] {
        &self.sketches
    }

    /// The record at this place of [`Snapshot::sketches`].
    #[must_use]
    pub fn at(&self, place: u32) -> Option<&Sketch> {
        self.sketches.get(usize::try_from(place).ok()?)
    }

    /// Where a record stands in [`Snapshot::sketches`].
    #[must_use]
    pub fn place(&self, id: &RecordId) -> Option<u32> {
        let place = self
            .sketches
            .binary_search_by(|sketch| sketch.id.cmp(id))
            .ok()?;
        u32::try_from(place).ok()
    }

    /// The group of a record of this snapshot.
    #[must_use]
    pub fn group(&self, sketch: &Sketch) -> Option<&GroupId> {
        self.groups.get(usize::try_from(sketch.group).ok()?)
    }

    /// All groups that the records are in, by their numbers.
    #[must_use]
    pub fn groups(&self) -> &[GroupId] {
        &self.groups
    }

    /// Which record of the other side each record names as its twin, where it names one.
    #[must_use]
    pub const fn references(&self) -> &BTreeMap<RecordId, RecordId> {
        &self.references
    }

    /// Whether the side says of a record that it was deleted.
    #[must_use]
    pub fn is_deleted(&self, id: &RecordId) -> bool {
        self.deleted.contains(id)
    }

    /// Whether a record is known to be gone: the side says so, or everything was read without it.
    #[must_use]
    pub fn is_gone(&self, id: &RecordId) -> bool {
        self.is_deleted(id) || (self.is_whole && self.place(id).is_none() && !self.is_problem(id))
    }

    fn is_problem(&self, id: &RecordId) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.id.as_ref() == Some(id))
    }

    /// The records that could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether every record of the side was read, so that one that is not here is gone.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// This snapshot with what a later reading of the same side found to have changed
    /// ([`Sketcher::of_changes`]). What was read later counts, whatever its stamp.
    #[must_use]
    pub fn with_changes(mut self, changes: Self) -> Self {
        let numbers: Vec<u32> = self.numbers_of(&changes.groups);
        let count = u32::try_from(self.sketches.len()).unwrap_or(u32::MAX);
        let is_told = |id: &RecordId| {
            changes.place(id).is_some() || changes.is_deleted(id) || changes.is_problem(id)
        };
        self.problems
            .retain(|problem| !problem.id.as_ref().is_some_and(is_told));
        self.references.retain(|id, _| !is_told(id));
        self.deleted.retain(|id| !is_told(id));
        let before = (0..).zip(std::mem::take(&mut self.sketches));
        let mut kept = before
            .filter(|(_, sketch)| !is_told(&sketch.id))
            .map(|(place, sketch)| Sketch {
                nth: Nth(place),
                ..sketch
            })
            .peekable();
        for sketch in &changes.sketches {
            while let Some(earlier) = kept.next_if(|kept| kept.id < sketch.id) {
                self.sketches.push(earlier);
            }
            let number = usize::try_from(sketch.group).ok();
            let group = number.and_then(|number| numbers.get(number));
            self.sketches.push(Sketch {
                group: group.copied().unwrap_or(u32::MAX),
                nth: Nth(count.saturating_add(sketch.nth.0)),
                ..sketch.clone()
            });
        }
        self.sketches.extend(kept);
        self.references.extend(changes.references);
        self.deleted.extend(changes.deleted);
        self.problems.extend(changes.problems);
        self
    }

    /// The numbers of groups here; those that are new get one.
    fn numbers_of(&mut self, groups: &[GroupId]) -> Vec<u32> {
        let of_each = groups.iter().map(|group| {
            let known = self.groups.iter().position(|known| known == group);
            let at = known.unwrap_or_else(|| {
                self.groups.push(group.clone());
                self.groups.len() - 1
            });
            u32::try_from(at).unwrap_or(u32::MAX)
        });
        of_each.collect()
    }
}

/// Takes the records of one side as they come, page by page and in any order.
#[derive(Clone, Debug)]
pub struct Sketcher {
    snapshot: Snapshot,
    key: DigestKey,
    numbers: BTreeMap<GroupId, u32>,
    /// Whether what is said later counts, whatever its stamp.
    in_order: bool,
}

impl Sketcher {
    /// Begins a snapshot of what changed in `side`, for [`Snapshot::with_changes`]. Unlike in a
    /// reading of everybody, the order counts: what is added later is what is so.
    #[must_use]
    pub fn of_changes(side: Side, key: DigestKey) -> Self {
        Self {
            in_order: true,
            ..Self::new(side, key)
        }
    }

    /// Begins a snapshot of `side`.
    #[must_use]
    pub fn new(side: Side, key: DigestKey) -> Self {
        let snapshot = Snapshot {
            side,
            sketches: Vec::new(),
            groups: Vec::new(),
            references: BTreeMap::new(),
            deleted: BTreeSet::new(),
            problems: Vec::new(),
            is_whole: false,
        };
        Self {
            snapshot,
            key,
            numbers: BTreeMap::new(),
            in_order: false,
        }
    }

    /// Makes room for so many more records, and no more than that: a vector that grows by itself
    /// has for a moment room for three times what is in it.
    pub fn expect(&mut self, more: usize) {
        self.snapshot.sketches.reserve_exact(more);
    }

    /// Adds a record.
    pub fn add(&mut self, record: &Observed) {
        if self.in_order {
            self.forget(&record.id);
        }
        let email = record.email.as_deref().map(email::Told::of);
        let email = email.unwrap_or_default();
        let digest = |field| self.key.digest(field, &canon::canonical(record, field));
        let texts = Texts {
            email: self.key.digest(Field::Email, &email.key),
            name: digest(Field::Name),
            company: digest(Field::Company),
            phone: digest(Field::Phone),
            address: digest(Field::Address),
        };
        if let Some(twin) = canon::twin(self.snapshot.side, record) {
            self.snapshot.references.insert(record.id.clone(), twin);
        }
        let sketch = Sketch {
            id: record.id.clone(),
            stamp: record.stamp,
            texts,
            group: self.number(&record.group),
            near_email: Near::of(&self.key, email.loose()),
            consent: record.consent,
            email_is_no_key: !email.is_key,
            has_ordered: record.has_ordered,
            nth: Nth(u32::try_from(self.snapshot.sketches.len()).unwrap_or(u32::MAX)),
        };
        self.snapshot.sketches.push(sketch);
    }

    /// How many records were added: the [`Sketch::nth`] of the next.
    #[must_use]
    pub const fn added(&self) -> usize {
        self.snapshot.sketches.len()
    }

    /// What was said of a record before the one that is told now.
    fn forget(&mut self, id: &RecordId) {
        self.snapshot.deleted.remove(id);
        self.snapshot.references.remove(id);
        let problems = &mut self.snapshot.problems;
        problems.retain(|problem| problem.id.as_ref() != Some(id));
    }

    /// Notes that the side says of a record that it was deleted.
    pub fn add_deleted(&mut self, id: RecordId) {
        if self.in_order {
            self.forget(&id);
        }
        self.snapshot.deleted.insert(id);
    }

    /// Notes a record that could not be read.
    pub fn add_problem(&mut self, problem: Problem) {
        if let (true, Some(id)) = (self.in_order, &problem.id) {
            self.forget(&id.clone());
        }
        self.snapshot.problems.push(problem);
    }

    fn number(&mut self, group: &GroupId) -> u32 {
        if let Some(number) = self.numbers.get(group) {
            return *number;
        }
        let number = u32::try_from(self.snapshot.groups.len()).unwrap_or(u32::MAX);
        self.snapshot.groups.push(group.clone());
        self.numbers.insert(group.clone(), number);
        number
    }

    /// Ends the snapshot. `is_whole`: whether every record of the side was read.
    #[must_use]
    pub fn finish(mut self, is_whole: bool) -> Snapshot {
        let in_order = self.in_order;
        let snapshot = &mut self.snapshot;
        let age =
            |sketch: &Sketch| Reverse((Some(sketch.stamp).filter(|_| !in_order), sketch.nth()));
        let newest_first = |a: &Sketch, b: &Sketch| (&a.id, age(a)).cmp(&(&b.id, age(b)));
        // In place: a stable sort would take half as much memory again for a moment.
        snapshot.sketches.sort_unstable_by(newest_first);
        snapshot
            .sketches
            .dedup_by(|later, kept| later.id == kept.id);
        let deleted = &snapshot.deleted;
        snapshot
            .sketches
            .retain(|sketch| !deleted.contains(&sketch.id));
        if in_order {
            let problems = snapshot.problems.iter();
            let unread: BTreeSet<_> = problems.filter_map(|problem| problem.id.as_ref()).collect();
            snapshot
                .sketches
                .retain(|sketch| !unread.contains(&sketch.id));
        }
        snapshot.is_whole = is_whole;
        self.snapshot
    }
}

#[cfg(test)]
mod tests;
