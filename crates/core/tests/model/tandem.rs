//! A whole Tandem, one effect at a time: scan, survey, draft, policy, run. What it has in memory is
//! lost when it is killed.

use std::collections::BTreeMap;

use fastrand::Rng;
use tandem_core::{
    Board, FaultKind, Field, FieldSet, GroupMap, Observed, RecordId, RecordRef, Side, Sides,
    Snapshot, Stamp,
    recon::Outcome,
    survey::{Inputs, Survey},
    sync::{
        Apply, Effect, Entry, Input, Op, Records, SyncRun,
        draft::Terms,
        policy::{self, Halt, Limits},
    },
};

use super::{
    calls::Running,
    checks,
    disk::{Asked, Disk},
    scan::Scan,
    world::{Who, World},
};

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finish {
    /// There was nothing to write.
    Nothing,
    /// A run came to its end.
    Wrote,
    /// A person has to confirm first.
    Halted,
    /// Something stopped it.
    Paused(FaultKind),
}

/// One Tandem in one browser.
#[derive(Clone, Debug)]
pub(crate) struct Tandem {
    pub number: usize,
    pub disk: Disk,
    /// What its person is asked, as of the last survey.
    pub asked: Vec<Asked>,
    /// How many of the last survey were not in step though nobody was asked.
    pub unsettled: u32,
    /// Whether its person confirms what is unusual.
    pub confirms: bool,
    /// Whether they confirm a list that is suddenly short, too.
    pub trusts: bool,
    pub limits: Limits,
    pub scope: FieldSet,
    mind: Mind,
}

#[derive(Clone, Debug)]
enum Mind {
    Asleep,
    Scanning(Box<Scan>),
    Beginning(Vec<Op>, BTreeMap<RecordRef, Observed>),
    Running(Box<Running>),
}

/// The records that a draft may ask for.
struct Wanted<'a>(BTreeMap<RecordRef, &'a Observed>);

impl Records for Wanted<'_> {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        let id = id.clone();
        self.0.get(&RecordRef { side, id }).copied().cloned()
    }
}

impl Tandem {
    /// How long a lonely record waits, in seconds.
    pub(crate) const GRACE: i64 = 900;

    /// A fresh install.
    pub(crate) fn new(number: usize) -> Self {
        Self {
            number,
            disk: Disk::new(number),
            asked: Vec::new(),
            unsettled: 0,
            confirms: false,
            trusts: false,
            limits: Limits::default(),
            scope: FieldSet::ALL,
            mind: Mind::Asleep,
        }
    }

    /// The browser ends it. The disk stays.
    pub(crate) fn kill(&mut self) {
        self.mind = Mind::Asleep;
        self.disk.reload();
    }

    /// Drops what it has read so far; what is written already goes on.
    pub(crate) fn read_again(&mut self) {
        if matches!(self.mind, Mind::Scanning(_)) {
            self.mind = Mind::Asleep;
        }
    }

    /// Whether a run is under way: its person decides nothing about who is who meanwhile.
    pub(crate) fn is_busy(&self) -> bool {
        self.disk.open_run().is_some() || matches!(self.mind, Mind::Beginning(..))
    }

    /// Whether it has read a record and not yet sent the write. No store has locking, so what
    /// somebody does in this window is lost in reality too; the schedules leave it out, and one test
    /// shows that it is there.
    pub(crate) fn is_between_read_and_write(&self) -> bool {
        matches!(&self.mind, Mind::Running(running) if running.window)
    }

    /// Does the next thing; `is_cut`: is killed in the middle of it. Says so when it has ended.
    pub(crate) fn step(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        is_cut: bool,
    ) -> Option<Finish> {
        let finish = match std::mem::replace(&mut self.mind, Mind::Asleep) {
            Mind::Asleep => {
                self.wake(world, rng);
                None
            }
            Mind::Scanning(scan) => self.scan(world, rng, scan),
            Mind::Beginning(ops, cache) => {
                self.begin(ops, cache, rng, is_cut);
                None
            }
            Mind::Running(running) => self.run(world, rng, running, is_cut),
        };
        if is_cut {
            world.tell(|| format!("-- Tandem {} is killed", self.number));
            self.kill();
        }
        finish
    }

    fn wake(&mut self, world: &World, rng: &mut Rng) {
        if let Some(run) = self.disk.open_run() {
            world.tell(|| format!("-- Tandem {} carries on", self.number));
            self.mind = Mind::Running(Box::new(Running::new(run, self.disk.key, BTreeMap::new())));
            return;
        }
        self.mind = Mind::Scanning(Box::new(Scan::begin(world, rng, self.disk.key)));
    }

    fn scan(&mut self, world: &mut World, rng: &mut Rng, mut scan: Box<Scan>) -> Option<Finish> {
        if scan.is_done() {
            return self.plan(world, *scan);
        }
        if let Err(kind) = scan.page(world, rng) {
            return Some(Finish::Paused(kind));
        }
        self.mind = Mind::Scanning(scan);
        None
    }

    /// Everything between the scan and the first write, as the person is shown it.
    fn plan(&mut self, world: &mut World, scan: Scan) -> Option<Finish> {
        let snapshots = scan.sketchers.map(|_, sketcher| sketcher.finish(true));
        let board = Board::compare(&world.groups.pos, &world.groups.ecom);
        let groups = GroupMap::of(&board);
        let survey = Survey::of(Inputs {
            snapshots: Sides {
                pos: &snapshots.pos,
                ecom: &snapshots.ecom,
            },
            archive: &self.disk.archive,
            groups: &groups,
            decisions: &self.disk.decisions,
            key: &self.disk.key,
            scope: self.scope,
        });
        checks::statuses(world, &survey);
        first_seen(&mut self.disk.first_seen, world.now, &survey);
        self.asked = asked(&survey);
        let counts = survey.counts();
        let to_be_created = counts.will_be_created.pos + counts.will_be_created.ecom;
        self.unsettled = counts.will_sync + to_be_created + counts.not_read;
        let wanted = survey.wanted().filter_map(|record| {
            let found = scan.cache.get(&record)?;
            Some((record, found))
        });
        let terms = Terms {
            now: world.now,
            grace: Self::GRACE,
            first_seen: &self.disk.first_seen,
        };
        let draft = survey.draft(&Wanted(wanted.collect()), terms);
        let plan = policy::look_through(draft, &survey, &self.limits);
        checks::emptied(world, &self.disk, &snapshots, &plan.halts);
        world.tell(|| {
            format!(
                "-- Tandem {}: {counts:?}; halts {:?}; withheld {:?}",
                self.number, plan.halts, plan.withheld
            )
        });
        let is_usual =
            |halt: &Halt| self.trusts || (self.confirms && !matches!(halt, Halt::Emptied { .. }));
        if !plan.halts.iter().all(is_usual) {
            return Some(Finish::Halted);
        }
        let noted: Vec<_> = survey.settled().collect();
        let count = snapshots.map(|_, snapshot| len(&snapshot));
        self.disk.watch.groups = groups;
        for commitment in &noted {
            self.disk.note(world, commitment);
        }
        self.disk.archive.set_last_count(count);
        if plan.ops.is_empty() {
            return Some(Finish::Nothing);
        }
        self.disk.watch.plan.clone_from(&plan.ops);
        self.mind = Mind::Beginning(plan.ops, scan.cache);
        None
    }

    fn begin(
        &mut self,
        ops: Vec<Op>,
        cache: BTreeMap<RecordRef, Observed>,
        rng: &mut Rng,
        is_cut: bool,
    ) {
        self.disk.watch.intended.clear();
        self.disk.watch.done.clear();
        self.disk.journal.clear();
        let entries = SyncRun::beginning(ops, Stamp::default());
        let kept = if is_cut { rng.usize(0..=2) } else { 2 };
        self.disk.append(&entries[..kept]);
        let run = SyncRun::fold(&entries);
        self.mind = Mind::Running(Box::new(Running::new(run, self.disk.key, cache)));
    }

    fn run(
        &mut self,
        world: &mut World,
        rng: &mut Rng,
        mut running: Box<Running>,
        is_cut: bool,
    ) -> Option<Finish> {
        let number = self.number;
        world.tell(|| format!("-- Tandem {number}: {}", told(&running.next)));
        let some = |rng: &mut Rng, all: usize| if is_cut { rng.usize(0..=all) } else { all };
        let input = match running.next.clone() {
            Effect::Journal(entries) => {
                let kept = some(rng, entries.len());
                self.disk.append(&entries[..kept]);
                if matches!(entries[..], [Entry::Intended { .. }, ..] | [Entry::Closed]) {
                    running.window = false;
                    running.sent = false;
                }
                Input::Kept
            }
            Effect::Commit(commitments) => {
                let kept = some(rng, commitments.len());
                for commitment in &commitments[..kept] {
                    self.disk.note(world, commitment);
                }
                Input::Kept
            }
            Effect::Read(looks) => Input::Read(running.read(world, rng, &looks)),
            Effect::Write(step) => {
                let who = Who::Tandem(number);
                Input::Written(running.write(world, rng, &mut self.disk, who, &step, is_cut))
            }
            Effect::Pause(kind) => return Some(Finish::Paused(kind)),
            Effect::Done => {
                checks::over(world, &running.apply, &self.disk);
                return Some(Finish::Wrote);
            }
        };
        running.next = running.apply.next(input);
        checks::ends(world, &running.apply, &self.disk);
        self.mind = Mind::Running(running);
        None
    }
}

/// Remembers when each record came up.
fn first_seen(seen: &mut BTreeMap<RecordId, i64>, now: i64, survey: &Survey<'_>) {
    for line in survey.lines() {
        for (side, place) in [(Side::Pos, line.places.pos), (Side::Ecom, line.places.ecom)] {
            if let Some(sketch) =
                place.and_then(|place| survey.inputs().snapshots.get(side).at(place))
            {
                let id = sketch.id.clone();
                seen.entry(id).or_insert(now);
            }
        }
    }
}

fn len(snapshot: &Snapshot) -> u32 {
    u32::try_from(snapshot.sketches().len()).expect("few records")
}

fn asked(survey: &Survey<'_>) -> Vec<Asked> {
    let pairs = survey.lines().iter().filter_map(|line| survey.pair(line));
    let mut asked = Vec::new();
    for pair in pairs {
        for (field, outcome) in survey.outcomes(&pair) {
            if let Outcome::Ask(question) = outcome {
                asked.push(Asked {
                    ids: pair.sketches.map(|_, sketch| sketch.id.clone()),
                    field,
                    question,
                    seen: survey.digests(&pair, field),
                    consents: pair.consents(),
                });
            }
        }
    }
    asked
}

fn told(effect: &Effect) -> String {
    match effect {
        Effect::Journal(entries) => {
            let told = entries.iter().map(|entry| match entry {
                Entry::Planned { ops } => format!("planned {}", ops.len()),
                other => format!("{other:?}"),
            });
            format!("journal {}", told.collect::<Vec<_>>().join("; "))
        }
        other => format!("{other:?}"),
    }
}
