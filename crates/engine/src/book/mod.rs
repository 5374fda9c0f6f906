//! The book: the customers of both sides as they were last read, what was agreed, what people
//! decided, and what follows of it. In memory; what of it is kept, and where, is in the rooms below.

pub mod keep;
mod list;
pub mod reader;
mod roster;
mod turns;

use std::{collections::BTreeMap, sync::Arc};

pub use roster::Roster;
use tandem_core::{
    Archive, Board, DigestKey, FieldSet, GroupId, GroupMap, Side, Sides, Snapshot, Stamp, Value,
    decisions::Decisions,
    show::Shown,
    survey::{Findings, Inputs, Survey},
};
pub use turns::{About, Turns, about};

/// The customers of both sides and all that is known about them.
#[derive(Debug)]
pub struct Book {
    /// Grows with every change.
    pub revision: u64,
    /// The secret behind all digests.
    pub key: DigestKey,
    /// The fields that are kept the same.
    pub scope: FieldSet,
    /// What was agreed.
    pub archive: Archive,
    /// What people decided.
    pub decisions: Decisions,
    /// In which order they did.
    pub turns: Turns,
    /// Which groups stand for each other.
    pub groups: GroupMap,
    /// The titles of the groups.
    pub titles: Sides<BTreeMap<GroupId, String>>,
    /// What was read; `None` until both sides were read whole.
    pub read: Option<Sides<Sheet>>,
    found: Option<Arc<Findings>>,
    kept: keep::Kept,
    /// Where what was read lies.
    whole: Option<reader::Whole>,
    index: list::Index,
}

/// One side as it was read.
#[derive(Debug)]
pub struct Sheet {
    /// Sketches of everybody.
    pub snapshot: Snapshot,
    /// The newest stamp that was read: what a run that is planned now begins with.
    pub seen: Stamp,
    /// What is shown of them, by their places in the snapshot.
    pub roster: Roster,
    /// The place of each record's chunk among all chunks of the side.
    chunks: Vec<u16>,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new(key: DigestKey, scope: FieldSet) -> Self {
        Self {
            revision: 0,
            key,
            scope,
            archive: Archive::default(),
            decisions: Decisions::default(),
            turns: Turns::default(),
            groups: GroupMap::default(),
            titles: Sides::default(),
            read: None,
            found: None,
            kept: keep::Kept::default(),
            whole: None,
            index: list::Index::default(),
        }
    }

    /// Takes the groups as they were read.
    pub fn set_groups(&mut self, board: &Board) {
        self.groups = GroupMap::of(board);
        self.titles = Sides::from_fn(|side| {
            let of_row = |row: &tandem_core::Row| match side {
                Side::Pos => row.pos.clone(),
                Side::Ecom => row.ecom.clone(),
            };
            let all = board.rows.iter().flat_map(of_row);
            all.map(|group| (group.id, group.title)).collect()
        });
        self.changed();
    }

    /// Notes that everybody has to be looked at again: something else than a decision changed.
    pub fn changed(&mut self) {
        self.found = None;
        self.index.forget_lines();
        self.revision += 1;
    }

    /// Takes both sides as they were read.
    fn set_read(&mut self, read: Option<Sides<Sheet>>) {
        self.read = read;
        self.index.forget_all();
        self.changed();
    }

    /// Looks at everybody, unless nothing changed since that was done.
    pub fn look(&mut self) {
        if self.found.is_none() {
            let found = self.inputs().map(Survey::of);
            self.found = found.map(|survey| Arc::clone(survey.found()));
        }
    }

    /// The survey, once [`Self::look`] made it.
    #[must_use]
    pub fn survey(&self) -> Option<Survey<'_>> {
        Some(Survey::again(
            self.inputs()?,
            Arc::clone(self.found.as_ref()?),
        ))
    }

    fn inputs(&self) -> Option<Inputs<'_>> {
        let read = self.read.as_ref()?;
        Some(Inputs {
            snapshots: Sides {
                pos: &read.pos.snapshot,
                ecom: &read.ecom.snapshot,
            },
            archive: &self.archive,
            groups: &self.groups,
            decisions: &self.decisions,
            key: &self.key,
            scope: self.scope,
        })
    }

    /// The title of a group of `side`.
    #[must_use]
    pub fn title(&self, side: Side, group: &GroupId) -> Option<&str> {
        self.titles.get(side).get(group).map(String::as_str)
    }

    /// A value of `side` as it is shown.
    #[must_use]
    pub fn shown(&self, side: Side, value: &Value) -> Shown {
        match value {
            Value::Blank => Shown::Blank,
            Value::Text(text) => Shown::Text(text.clone()),
            Value::Consent(consent) => Shown::Consent(*consent),
            Value::Group(group) => Shown::Group(self.title(side, group).map(str::to_owned)),
            Value::Name(name) => Shown::Text(name.to_string()),
            Value::Address(address) => Shown::Lines(address.lines()),
        }
    }
}
