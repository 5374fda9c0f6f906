//! The job: pages of both stores in, and out comes who is who, what follows for everybody, and what
//! would be written. The pieces are Tandem's own; what is kept between them is what the extension
//! keeps: a sketch of each record, and the records themselves packed, a page at a time.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use tandem_backends::{
    Response,
    customers::{self, Cursor},
};
use tandem_core::{
    Archive, Board, DigestKey, FieldSet, Group, GroupId, GroupMap, Observed, RecordId, Side, Sides,
    Snapshot,
    decisions::Decisions,
    identity::{Identities, Standing},
    snapshot::Sketcher,
    survey::{Inputs, Survey},
    sync::{
        Op,
        draft::{Records, Terms},
    },
};

use crate::people::{GROUPS, group};

/// What a job came to: the same for whoever does it right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Customers of both sides together.
    pub customers: u32,
    /// In both and the same.
    pub in_step: u32,
    /// In both; something is copied.
    pub will_sync: u32,
    /// In POS alone.
    pub waits_for_order: u32,
    /// Online alone, with an order: created in POS.
    pub will_be_created: u32,
    /// Online alone, without one.
    pub add_by_hand: u32,
    /// In both, and the groups have to be decided.
    pub needs_group: u32,
    /// In both, and something else has to be decided.
    pub needs_decision: u32,
    /// Nobody can tell who it is.
    pub ambiguous: u32,
    /// Without an email.
    pub no_email: u32,
    /// Records created.
    pub creates: u32,
    /// Records of POS changed.
    pub updates_in_pos: u32,
    /// Records online changed.
    pub updates_online: u32,
    /// Customers of POS who change their group and nothing else.
    pub moves: u32,
    /// Fields that are written, of all writes.
    pub edits: u32,
    /// What differs and is not written.
    pub withheld: u32,
}

/// The job, half done.
pub struct Job {
    key: DigestKey,
    groups: GroupMap,
    reading: Sides<Sketcher>,
    shelves: Sides<Vec<Shelf>>,
    snapshots: Option<Sides<Snapshot>>,
    archive: Archive,
    decisions: Decisions,
}

/// The records of a page, each packed for itself, as the extension keeps them.
#[derive(Default)]
struct Shelf {
    /// The number of its first record.
    first: u32,
    /// Where each record ends.
    ends: Vec<u32>,
    packed: Vec<u8>,
}

fn sketchers(key: DigestKey) -> Sides<Sketcher> {
    Sides::from_fn(|side| Sketcher::new(side, key))
}

fn groups() -> GroupMap {
    let all = Sides::from_fn(|side| {
        let group = |number| Group {
            id: GroupId(group(side, number)),
            title: format!("Group {number}"),
            is_default: number == 0,
        };
        (0..GROUPS).map(group).collect::<Vec<_>>()
    });
    GroupMap::of(&Board::compare(&all.pos, &all.ecom))
}

impl Default for Job {
    fn default() -> Self {
        let key = DigestKey(*b"0123456789abcdef");
        Self {
            key,
            groups: groups(),
            reading: sketchers(key),
            shelves: Sides::default(),
            snapshots: None,
            archive: Archive::default(),
            decisions: Decisions::default(),
        }
    }
}

impl Job {
    /// Reads a page, and says how many records it had; none if it is damaged.
    pub fn read(&mut self, side: Side, body: Vec<u8>) -> usize {
        let response = Response {
            status: 200,
            redirected: false,
            elsewhere: false,
            content_type: Some("application/json".to_owned()),
            retry_after: None,
            date: None,
            limit: None,
            remaining: None,
            body,
        };
        let Ok(page) = customers::page(side, Cursor::START, &response) else {
            return 0;
        };
        let sketcher = self.reading.get_mut(side);
        for record in &page.records {
            sketcher.add(record);
        }
        let shelves = self.shelves.get_mut(side);
        let first = shelves.last().map_or(0, |last| last.first + last.count());
        shelves.extend(Shelf::of(first, &page.records));
        page.records.len()
    }

    /// Ends the reading of both sides.
    pub fn finish_reading(&mut self) {
        let read = std::mem::replace(&mut self.reading, sketchers(self.key));
        self.snapshots = Some(read.map(|_, sketcher| sketcher.finish(true)));
    }

    /// Tells who is who, and says how many pairs there are.
    #[must_use]
    pub fn identity(&self) -> usize {
        let Some(snapshots) = &self.snapshots else {
            return 0;
        };
        let sides = Sides {
            pos: &snapshots.pos,
            ecom: &snapshots.ecom,
        };
        let found = Identities::of(sides, &self.archive);
        let places = 0..u32::try_from(snapshots.pos.sketches().len()).unwrap_or(u32::MAX);
        let is_paired =
            |place: &u32| matches!(found.standing(Side::Pos, *place), Standing::Paired(..));
        places.filter(is_paired).count()
    }

    fn survey(&self) -> Option<Survey<'_>> {
        let snapshots = self.snapshots.as_ref()?;
        Some(Survey::of(Inputs {
            snapshots: Sides {
                pos: &snapshots.pos,
                ecom: &snapshots.ecom,
            },
            archive: &self.archive,
            groups: &self.groups,
            decisions: &self.decisions,
            key: &self.key,
            scope: FieldSet::ALL,
        }))
    }

    /// Tells who is who and what follows for everybody, and tells `middle`; then drafts what is
    /// written.
    pub fn plan(&self, middle: impl FnOnce()) -> Outcome {
        let Some(survey) = self.survey() else {
            return Outcome::default();
        };
        let counts = survey.counts();
        middle();
        let first_seen = BTreeMap::new();
        let terms = Terms {
            now: 0,
            grace: 0,
            first_seen: &first_seen,
        };
        let draft = survey.draft(&self.wanted(&survey), terms);
        let mut outcome = Outcome {
            customers: counts.total,
            in_step: counts.in_step,
            will_sync: counts.will_sync,
            waits_for_order: counts.waits_for_order,
            will_be_created: counts.will_be_created.pos + counts.will_be_created.ecom,
            add_by_hand: counts.add_by_hand,
            needs_group: counts.needs_group,
            needs_decision: counts.needs_decision,
            ambiguous: counts.ambiguous,
            no_email: counts.no_email,
            withheld: u32::try_from(draft.withheld.len()).unwrap_or(u32::MAX),
            ..Outcome::default()
        };
        for op in &draft.ops {
            outcome.count(op);
        }
        outcome
    }

    /// Notes everything that is the same on both sides as agreed, and begins anew with the reading.
    pub fn agree(&mut self) {
        let settled: Vec<_> = self
            .survey()
            .map(|survey| survey.settled().collect())
            .unwrap_or_default();
        for commitment in settled {
            self.archive.commit(&commitment, &self.key);
        }
        self.snapshots = None;
        self.shelves = Sides::default();
    }

    /// The records that a draft needs, off their shelves.
    fn wanted(&self, survey: &Survey<'_>) -> AtHand {
        let mut numbers: Sides<Vec<u32>> = Sides::default();
        let snapshots = survey.inputs().snapshots;
        for wanted in survey.wanted() {
            let sketches = snapshots.get(wanted.side).sketches();
            if let Ok(at) = sketches.binary_search_by(|sketch| sketch.id.cmp(&wanted.id))
                && let Some(sketch) = sketches.get(at)
            {
                numbers.get_mut(wanted.side).push(sketch.nth());
            }
        }
        let mut at_hand = AtHand::default();
        for side in Side::BOTH {
            let numbers = numbers.get_mut(side);
            numbers.sort_unstable();
            take(self.shelves.get(side), numbers, at_hand.0.get_mut(side));
        }
        at_hand
    }
}

/// Takes the records of these numbers, which are in order, off the shelves.
fn take(shelves: &[Shelf], numbers: &[u32], into: &mut HashMap<RecordId, Observed>) {
    let mut shelves = shelves.iter().peekable();
    for number in numbers {
        let is_before = |shelf: &&Shelf| shelf.first + shelf.count() <= *number;
        while shelves.next_if(is_before).is_some() {}
        let record = shelves.peek().and_then(|shelf| shelf.record(*number));
        into.extend(record.map(|record| (record.id.clone(), record)));
    }
}

impl Shelf {
    /// Packs records, the first of which has this number; `None` where one cannot be packed.
    fn of(first: u32, records: &[Observed]) -> Option<Self> {
        let mut shelf = Self {
            first,
            ..Self::default()
        };
        for record in records {
            shelf.packed = postcard::to_extend(record, shelf.packed).ok()?;
            shelf.ends.push(u32::try_from(shelf.packed.len()).ok()?);
        }
        shelf.packed.shrink_to_fit();
        Some(shelf)
    }

    /// How many records it has.
    fn count(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The record of this number.
    fn record(&self, number: u32) -> Option<Observed> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let end = |place: usize| usize::try_from(*self.ends.get(place)?).ok();
        let start = place.checked_sub(1).map_or(Some(0), end)?;
        postcard::from_bytes(self.packed.get(start..end(place)?)?).ok()
    }
}

/// Records that a draft needs.
#[derive(Default)]
struct AtHand(Sides<HashMap<RecordId, Observed>>);

impl Records for AtHand {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        self.0.get(side).get(id).cloned()
    }
}

impl Outcome {
    fn count(&mut self, op: &Op) {
        let edits = match op {
            Op::Create { edits, .. } => {
                self.creates += 1;
                edits.len()
            }
            Op::Update { on, edits, .. } => {
                match on {
                    Side::Pos => self.updates_in_pos += 1,
                    Side::Ecom => self.updates_online += 1,
                }
                edits.len()
            }
            Op::Move { .. } => {
                self.moves += 1;
                1
            }
        };
        self.edits += u32::try_from(edits).unwrap_or(u32::MAX);
    }
}
