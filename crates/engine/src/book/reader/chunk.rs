//! A chunk of what was read: records, and who is gone or could not be read. Its form at rest, and the
//! sheet of a side that chunks are made into.

use serde::{Deserialize, Serialize};
use tandem_backends::customers::Page;
use tandem_core::{
    DigestKey, Observed, RecordId, Side, Stamp,
    snapshot::{Problem, Sketcher},
};

use super::packed;
use crate::book::{Sheet, roster::Roster};

/// About how many records are in one chunk.
pub(super) const OF_A_CHUNK: usize = 1000;

/// A part of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chunk {
    /// Records, in the order in which they came.
    #[serde(with = "packed")]
    pub(super) records: Vec<Observed>,
    /// Who was deleted. Of one reading of changes these come after the records.
    pub(super) removed: Vec<RecordId>,
    /// What could not be read.
    pub(super) problems: Vec<Problem>,
}

impl Chunk {
    /// How much is in it.
    pub(super) const fn len(&self) -> usize {
        self.records.len() + self.removed.len() + self.problems.len()
    }

    /// Adds a page. Whoever is told anew is no longer what was told of them before.
    pub(super) fn take(&mut self, page: Page) {
        if !self.removed.is_empty() || !self.problems.is_empty() {
            let is_told = |id: &RecordId| page.records.iter().any(|record| record.id == *id);
            self.removed.retain(|id| !is_told(id));
            self.problems
                .retain(|problem| !problem.id.as_ref().is_some_and(is_told));
        }
        self.records.extend(page.records);
        self.removed.extend(page.removed);
        self.problems.extend(page.problems);
    }

    /// Adds a later chunk.
    pub(super) fn append(&mut self, later: Self) {
        let is_told = |record: &Observed| {
            let id = &record.id;
            later.records.iter().any(|record| record.id == *id) || later.removed.contains(id)
        };
        self.records.retain(|record| !is_told(record));
        self.take(Page {
            records: later.records,
            removed: later.removed,
            problems: later.problems,
            ..Page::default()
        });
    }
}

/// Makes the sheet of a side out of chunks, one after another.
pub(super) struct Maker {
    sketcher: Sketcher,
    texts: Roster,
    /// Of each record, the place of its chunk.
    chunks: Vec<u16>,
    /// How many records there will be, until there is room for them.
    expected: usize,
}

impl Maker {
    /// For a reading of everybody, of so many records.
    pub(super) fn of_all(side: Side, key: DigestKey, expected: usize) -> Self {
        Self {
            expected,
            ..Self::with(Sketcher::new(side, key))
        }
    }

    /// For what changed since.
    pub(super) fn of_changes(side: Side, key: DigestKey) -> Self {
        Self::with(Sketcher::of_changes(side, key))
    }

    const fn with(sketcher: Sketcher) -> Self {
        Self {
            sketcher,
            texts: Roster::EMPTY,
            chunks: Vec::new(),
            expected: 0,
        }
    }

    /// Adds a chunk that is at this place of all chunks.
    pub(super) fn take(&mut self, place: u16, chunk: Chunk) {
        for record in &chunk.records {
            self.sketcher.add(record);
            self.texts.push(record);
            self.chunks.push(place);
        }
        for id in chunk.removed {
            self.sketcher.add_deleted(id);
        }
        for problem in chunk.problems {
            self.sketcher.add_problem(problem);
        }
        self.make_room();
    }

    /// Once, when the first records show how long they are.
    fn make_room(&mut self) {
        let expected = std::mem::take(&mut self.expected);
        let more = expected.saturating_sub(self.chunks.len());
        self.sketcher.expect(more);
        self.texts.expect(expected);
        self.chunks.reserve_exact(more);
    }

    /// A sheet of everybody.
    pub(super) fn finish(self, is_whole: bool) -> Sheet {
        let snapshot = self.sketcher.finish(is_whole);
        let order = || snapshot.sketches().iter().map(|sketch| at(sketch.nth()));
        let chunks = order().map(|nth| self.chunks.get(nth).copied().unwrap_or(u16::MAX));
        Sheet {
            roster: Roster::EMPTY.arranged(&self.texts, order()),
            chunks: chunks.collect(),
            seen: Stamp::default(),
            snapshot,
        }
    }

    /// A sheet that was made before, with what changed.
    pub(super) fn added_to(self, sheet: Sheet) -> Sheet {
        let before = sheet.chunks.len();
        let snapshot = sheet.snapshot.with_changes(self.sketcher.finish(false));
        let order = || snapshot.sketches().iter().map(|sketch| at(sketch.nth()));
        let chunks = order().map(|nth| {
            let found = match nth.checked_sub(before) {
                None => sheet.chunks.get(nth),
                Some(nth) => self.chunks.get(nth),
            };
            found.copied().unwrap_or(u16::MAX)
        });
        Sheet {
            roster: sheet.roster.arranged(&self.texts, order()),
            chunks: chunks.collect(),
            seen: sheet.seen,
            snapshot,
        }
    }
}

fn at(nth: u32) -> usize {
    usize::try_from(nth).unwrap_or(usize::MAX)
}
