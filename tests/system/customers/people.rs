//! A Tandem in process: what it read, agreed and wrote down, over the two stores of a [`Shop`].

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use serde_json::Value;
use tandem_core::{
    Archive, DigestKey, Fault, FieldSet, GroupMap, Observed, RecordId, RecordRef, Side, Sides,
    Stamp,
    archive::Commitment,
    decisions::Decisions,
    show::ReadingView,
    survey::{Inputs, StatusCounts, Survey},
    sync::{
        Apply, Entry, Op, Records, SyncRun,
        draft::Terms,
        policy::{self, Limits, Plan},
        undo,
    },
};
use tandem_engine::{
    Ledger, MemoryVault,
    book::{
        Book, Sheet,
        reader::{self, AtHand, Ended, How, ReadWatch},
    },
    customers::{Carrier, Halted},
    reading,
};

use crate::shop::{Shop, until_killed};

pub(super) const KEY: DigestKey = DigestKey([5; 16]);

/// What survives a kill, and what was read.
pub(super) struct People {
    pub(super) shop: Shop,
    pub(super) archive: RefCell<Archive>,
    pub(super) journal: RefCell<Vec<Entry>>,
    pub(super) decisions: Decisions,
    records: RefCell<AtHand>,
    sessions: Cell<u32>,
}

/// Looks on, and stops nothing.
struct Nobody;

impl ReadWatch for Nobody {
    fn progress(&self, _view: &ReadingView) {}

    fn is_paused(&self) -> bool {
        false
    }
}

/// A plan and what it was made from.
pub(super) struct Planned {
    pub(super) plan: Plan,
    pub(super) counts: StatusCounts,
    since: Stamp,
}

impl People {
    /// Both stores after the groups were copied both ways.
    pub(super) fn new(shop: Shop) -> Self {
        for to in Side::BOTH {
            shop.copy(to);
        }
        Self {
            shop,
            archive: RefCell::default(),
            journal: RefCell::default(),
            decisions: Decisions::default(),
            records: RefCell::default(),
            sessions: Cell::default(),
        }
    }

    /// Both sides as they are now.
    fn scan(&self) -> Sides<Sheet> {
        let vault = MemoryVault::default();
        let mut book = Book::new(KEY, FieldSet::ALL);
        let ways = (&self.shop.stores, &self.shop.waited);
        let reading = reader::read(&vault, &mut book, ways, &Nobody, How::Whole);
        assert_eq!(futures::executor::block_on(reading), Ended::Read);
        let everybody = |side: Side| {
            let sketches = book
                .read
                .iter()
                .flat_map(move |read| read.get(side).snapshot.sketches());
            sketches.map(move |sketch| RecordRef {
                side,
                id: sketch.id.clone(),
            })
        };
        let wanted = everybody(Side::Pos).chain(everybody(Side::Ecom));
        let records = reader::records(&vault, &book, wanted);
        *self.records.borrow_mut() = futures::executor::block_on(records).unwrap();
        book.read.take().unwrap()
    }

    /// Reads both sides, notes what they agree on, and plans the rest.
    pub(super) fn plan(&self) -> Planned {
        let groups = GroupMap::of(&reading::board(&self.shop.read()));
        let scans = self.scan();
        for round in 0..2 {
            let archive = self.archive.borrow().clone();
            let survey = Survey::of(Inputs {
                snapshots: Sides {
                    pos: &scans.pos.snapshot,
                    ecom: &scans.ecom.snapshot,
                },
                archive: &archive,
                groups: &groups,
                decisions: &self.decisions,
                key: &KEY,
                scope: FieldSet::ALL,
            });
            let settled: Vec<Commitment> = survey.settled().collect();
            if round == 0 {
                futures::executor::block_on(self.commit(&settled)).unwrap();
                continue;
            }
            assert_eq!(settled, [], "what is settled is settled once");
            let first_seen = BTreeMap::new();
            let terms = Terms {
                now: 0,
                grace: 0,
                first_seen: &first_seen,
            };
            let draft = survey.draft(self, terms);
            return Planned {
                plan: policy::look_through(draft, &survey, &Limits::default()),
                counts: survey.counts(),
                since: scans.pos.seen,
            };
        }
        unreachable!("the second round returns")
    }

    /// Begins a run of these writes in the journal.
    pub(super) fn begin(&self, planned: &Planned) -> SyncRun {
        self.begin_with(planned.plan.ops.clone(), planned.since)
    }

    fn begin_with(&self, ops: Vec<Op>, since: Stamp) -> SyncRun {
        let mut journal = self.journal.borrow_mut();
        journal.clear();
        journal.extend(SyncRun::beginning(ops, since));
        SyncRun::fold(&*journal)
    }

    /// Carries a run on until it stops, or until the fuse burnt down (`None`).
    pub(super) fn carry(&self, run: SyncRun) -> (SyncRun, Option<Halted>) {
        let session = self.sessions.get() + 1;
        self.sessions.set(session);
        let mut apply = Apply::new(run, KEY);
        let session = format!("session-{session}");
        let ways = (&self.shop.stores, &self.shop.waited);
        let mut carrier = Carrier::new(ways, (self, self), session);
        let halted = until_killed(carrier.carry_out(&mut apply, || false));
        (apply.run().clone(), halted)
    }

    /// One whole run, from the scan on.
    pub(super) fn run(&self) -> SyncRun {
        let run = self.begin(&self.plan());
        let (run, halted) = self.carry(run);
        assert_eq!(halted, Some(Halted::Finished));
        assert!(run.closed);
        run
    }

    /// Continues what the journal tells, after a fresh scan as a new background does it.
    pub(super) fn carry_on(&self) -> (SyncRun, Option<Halted>) {
        self.plan();
        let run = SyncRun::fold(&*self.journal.borrow());
        self.carry(run)
    }

    /// Takes a run back, in the opposite order. Returns the run that does it.
    pub(super) fn take_back(&self, run: &SyncRun) -> SyncRun {
        let since = self.plan().since;
        let done = run.ops.iter().zip(&run.ends).rev();
        let undone = done.filter_map(|(op, end)| undo::inverse(op, end.as_ref()?).ok());
        let run = self.begin_with(undone.map(|undo| undo.op).collect(), since);
        let (run, halted) = self.carry(run);
        assert_eq!(halted, Some(Halted::Finished));
        run
    }

    /// Everything both stores know, as JSON, without stamps (times and versions move by themselves) and
    /// blanks.
    pub(super) fn world(&self) -> Value {
        let mut world = serde_json::to_value(self.shop.sandbox.world()).unwrap();
        without_stamps(&mut world);
        let mut stores = serde_json::Map::new();
        for side in ["pos", "ecom"] {
            let mut customers = world[side]["customers"].take();
            let list = customers.as_array_mut().unwrap();
            list.iter_mut().for_each(without_chance);
            list.sort_by_key(ToString::to_string);
            stores.insert(side.into(), customers);
        }
        stores.into()
    }

    /// How many writes the log has, batches and reads by POST left out.
    pub(super) fn writes(&self) -> usize {
        let log = self.shop.sandbox.log();
        let is_write =
            |call: &&tandem_sandbox::Logged| call.method != "GET" && !call.path.contains("/batch");
        log.iter().filter(is_write).count()
    }
}

/// Fails with what differs and no more: a world is long.
pub(super) fn assert_same(is: &Value, should: &Value, when: &str) {
    for side in ["pos", "ecom"] {
        let (is, should) = (
            is[side].as_array().unwrap(),
            should[side].as_array().unwrap(),
        );
        if let Some(one) = is.iter().find(|one| !should.contains(one)) {
            let was = should.iter().find(|other| other["id"] == one["id"]);
            assert_eq!(Some(one), was, "{when}: {side}");
        }
        assert_eq!(is.len(), should.len(), "{when}: {side} lacks somebody");
    }
}

/// Unset, null, absent and blank are one value.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// A record that Tandem made is known by its code; its id and its birth are chance.
fn without_chance(customer: &mut Value) {
    let code = customer["customer_code"].as_str().unwrap_or_default();
    if code.starts_with("TANDEM-") {
        customer["id"] = code.into();
        customer["created_at"].take();
    }
}

fn without_stamps(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(without_stamps);
            let is_stamp = |name: &str| ["version", "updated_at", "updated"].contains(&name);
            members.retain(|name, value| !is_stamp(name) && !is_blank(value));
        }
        Value::Array(items) => items.iter_mut().for_each(without_stamps),
        _ => {}
    }
}

impl Records for People {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        self.records.borrow().record(side, id)
    }
}

impl Ledger for People {
    async fn append(&self, entries: &[Entry]) -> Result<(), Fault> {
        crate::shop::effect(&self.shop.fuse).await;
        self.journal.borrow_mut().extend_from_slice(entries);
        Ok(())
    }

    async fn commit(&self, commitments: &[Commitment]) -> Result<(), Fault> {
        crate::shop::effect(&self.shop.fuse).await;
        let mut archive = self.archive.borrow_mut();
        for commitment in commitments {
            archive.commit(commitment, &KEY);
        }
        Ok(())
    }
}
