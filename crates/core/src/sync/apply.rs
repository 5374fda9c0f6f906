//! How a run is done, as a machine without a hand of its own: it says what is to be done next, and
//! whoever drives it says what came of it. The browser, the tests and the simulation drive the same
//! one.
//!
//! Step by step: journal *intended* → read anew → write what is as expected → read back → archive →
//! journal *ended*. Killed anywhere, a new machine begins with the journal that the old one left:
//! what may have been sent is read anew first, and is not sent again where it is done (design
//! section 5). The archive comes before the last line of the journal: noting a pair twice does no
//! harm, and not noting it would.

use std::collections::VecDeque;

pub use super::effect::{Effect, Input, Look};
use super::{
    End, Entry, Op, Step, SyncRun,
    judge::{self, After, Before, Fresh},
    steps,
};
use crate::{DigestKey, Fault, FaultKind, Observed, Side, archive::Commitment};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    /// Between two steps.
    Between,
    /// The intent is being kept.
    Intending(Step),
    /// Read anew before the write.
    Looking(Step),
    /// The write was sent.
    Writing(Vec<u32>),
    /// Read back after it, with what the store said to each.
    Checking(Vec<(u32, Option<Fault>)>),
    /// Nothing more.
    Over,
}

/// A run under way.
#[derive(Clone, Debug)]
pub struct Apply {
    run: SyncRun,
    key: DigestKey,
    steps: VecDeque<Step>,
    phase: Phase,
    queue: VecDeque<Effect>,
    trouble: Option<FaultKind>,
}

impl Apply {
    /// Begins or continues a run, as its journal tells it.
    #[must_use]
    pub fn new(run: SyncRun, key: DigestKey) -> Self {
        let steps = steps::steps(run.open()).into();
        Self {
            run,
            key,
            steps,
            phase: Phase::Between,
            queue: VecDeque::new(),
            trouble: None,
        }
    }

    /// Has the first write to a side go ahead of what would be sent together with it: it is read
    /// back before the rest.
    pub fn send_one_first(&mut self, side: Side) {
        let is_of_side = |step: &Step| self.side_of(step) == Some(side);
        let Some(at) = self.steps.iter().position(is_of_side) else {
            return;
        };
        if let Some((first, rest)) = self.steps.get(at).and_then(steps::one_and_rest) {
            drop(self.steps.remove(at));
            self.steps.insert(at, rest);
            self.steps.insert(at, first);
        }
    }

    /// The run as it stands.
    #[must_use]
    pub const fn run(&self) -> &SyncRun {
        &self.run
    }

    /// Whether nothing is half done: a run can be left here and is not in doubt about anything.
    #[must_use]
    pub fn is_between_steps(&self) -> bool {
        matches!(self.phase, Phase::Between) && self.queue.is_empty()
    }

    /// Which store the next step writes to; `None` where there is none.
    #[must_use]
    pub fn next_side(&self) -> Option<Side> {
        self.steps.front().and_then(|step| self.side_of(step))
    }

    fn side_of(&self, step: &Step) -> Option<Side> {
        let first = step.ops().first().and_then(|op| self.run.op(*op));
        first.map(Op::side)
    }

    /// Takes what came of the last effect, and says what is next. An input that does not fit is a
    /// driver's mistake and ends the run in a pause; nothing is written on it.
    pub fn next(&mut self, input: Input) -> Effect {
        if let Some(queued) = self.take_queued(&input) {
            return queued;
        }
        match (std::mem::replace(&mut self.phase, Phase::Between), input) {
            (Phase::Between, Input::Kept) => self.next_step(),
            (Phase::Intending(step), Input::Kept) => {
                let ops = step.ops().iter();
                let looks = ops.flat_map(|op| self.looks_before(*op)).collect();
                self.phase = Phase::Looking(step);
                Effect::Read(looks)
            }
            (Phase::Looking(step), Input::Read(fresh)) => self.looked(&step, fresh),
            (Phase::Writing(ops), Input::Written(results)) => self.written(&ops, results),
            (Phase::Checking(ops), Input::Read(fresh)) => self.checked(&ops, fresh),
            (Phase::Over, _) => {
                self.phase = Phase::Over;
                Effect::Done
            }
            (_, _) => self.pause(FaultKind::Bug),
        }
    }

    /// What was still to be kept comes first.
    fn take_queued(&mut self, input: &Input) -> Option<Effect> {
        if *input == Input::Kept {
            self.queue.pop_front()
        } else {
            None
        }
    }

    fn next_step(&mut self) -> Effect {
        if let Some(step) = self.steps.pop_front() {
            let entry = Entry::Intended {
                ops: step.ops().to_vec(),
            };
            // What was in doubt already stays so until it is read.
            let effect = Effect::Journal(vec![entry]);
            self.phase = Phase::Intending(step);
            return effect;
        }
        if let Some(trouble) = self.trouble {
            return self.pause(trouble);
        }
        self.phase = Phase::Over;
        if self.run.closed {
            return Effect::Done;
        }
        self.journal(vec![Entry::Closed])
    }

    fn pause(&mut self, why: FaultKind) -> Effect {
        self.phase = Phase::Over;
        self.queue.clear();
        Effect::Pause(why)
    }

    fn journal(&mut self, entries: Vec<Entry>) -> Effect {
        for entry in &entries {
            self.run.note(entry);
        }
        Effect::Journal(entries)
    }

    fn look(&self, number: u32) -> Option<Look> {
        let op = self.run.op(number)?;
        let side = op.side();
        Some(match op {
            Op::Create { code, .. } => Look::People {
                side,
                email: op.email().map(str::to_owned),
                code: code.clone(),
            },
            Op::Update { id, .. } | Op::Move { id, .. } => Look::Record {
                side,
                id: id.clone(),
            },
        })
    }

    /// What is read before a write: the record, and where it needs it the one of the other side.
    fn looks_before(&self, number: u32) -> impl Iterator<Item = Look> {
        let op = self.run.op(number).filter(|op| op.needs_source());
        let source = op.map(|op| Look::Record {
            side: op.side().other(),
            id: op.source().clone(),
        });
        self.look(number).into_iter().chain(source)
    }

    /// Decides, op by op, on what was read before the write.
    fn looked(&mut self, step: &Step, fresh: Vec<Result<Fresh, FaultKind>>) -> Effect {
        let asked = step.ops().iter().map(|op| self.looks_before(*op).count());
        if asked.sum::<usize>() != fresh.len() {
            return self.pause(FaultKind::Bug);
        }
        let (mut go, mut commitments, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        let mut fresh = fresh.into_iter();
        for number in step.ops().iter().copied() {
            let was_in_doubt = self.run.is_in_doubt(number);
            let Some(op) = self.run.op(number) else {
                continue;
            };
            let Some(target) = fresh.next() else { break };
            let source = if op.needs_source() {
                fresh.next()
            } else {
                None
            };
            let source = source.transpose();
            let before = target.and_then(|target| Ok((judge::before(op, &target), source?)));
            let end = match before {
                Ok((Before::Go, Some(source))) if !judge::source_holds(op, &source) => End::Stale,
                Ok((Before::Go, _)) => {
                    go.push(number);
                    continue;
                }
                Ok((Before::Already(found), _)) => {
                    let noted = judge::commitment_of_found(op, &found, false, &self.key);
                    commitments.push(noted);
                    if was_in_doubt {
                        applied(op, *found)
                    } else {
                        End::AlreadyThere { id: found.id }
                    }
                }
                Ok((Before::Stale, _)) if was_in_doubt => End::Unknown,
                Ok((Before::Stale, _)) => End::Stale,
                Err(kind) if kind.stops_the_run() => return self.pause(kind),
                Err(kind) if was_in_doubt => {
                    self.trouble = Some(kind);
                    continue;
                }
                Err(kind) => End::Rejected {
                    why: Fault::of(kind),
                },
            };
            entries.push(Entry::Ended { op: number, end });
        }
        self.settle(commitments, entries);
        if !go.is_empty() {
            self.send(step, go);
        }
        self.next(Input::Kept)
    }

    /// What of a step is as expected is sent: all of it together, as far as it goes together.
    fn send(&mut self, step: &Step, go: Vec<u32>) {
        let write = match (step, go.as_slice()) {
            (_, [only]) => Step::One(*only),
            (Step::Members { group, .. }, _) => Step::Members {
                group: group.clone(),
                ops: go.clone(),
            },
            (Step::One(_) | Step::Batch(_), _) => Step::Batch(go.clone()),
        };
        for op in &go {
            self.run.note(&Entry::Intended { ops: vec![*op] });
        }
        self.phase = Phase::Writing(go);
        self.queue.push_back(Effect::Write(write));
    }

    fn settle(&mut self, commitments: Vec<Commitment>, entries: Vec<Entry>) {
        if !commitments.is_empty() {
            self.queue.push_back(Effect::Commit(commitments));
        }
        if !entries.is_empty() {
            let effect = self.journal(entries);
            self.queue.push_back(effect);
        }
    }

    /// What the store refused has its end; the rest is read back.
    fn written(&mut self, ops: &[u32], results: Vec<Result<(), Fault>>) -> Effect {
        let (mut check, mut entries) = (Vec::new(), Vec::new());
        for (number, result) in ops.iter().copied().zip(results) {
            match result {
                Ok(()) => check.push((number, None)),
                Err(why) if why.kind.leaves_write_unknown() || is_create(self.run.op(number)) => {
                    check.push((number, Some(why)));
                }
                Err(why) if why.kind.stops_the_run() => self.trouble = Some(why.kind),
                Err(why) => entries.push(Entry::Ended {
                    op: number,
                    end: End::Rejected { why },
                }),
            }
        }
        self.settle(Vec::new(), entries);
        let looks: Vec<Look> = check
            .iter()
            .filter_map(|(number, _)| self.look(*number))
            .collect();
        if looks.is_empty() {
            return self.after_trouble();
        }
        self.phase = Phase::Checking(check);
        self.queue.push_back(Effect::Read(looks));
        self.next(Input::Kept)
    }

    /// Decides, op by op, on what was read back.
    fn checked(
        &mut self,
        ops: &[(u32, Option<Fault>)],
        fresh: Vec<Result<Fresh, FaultKind>>,
    ) -> Effect {
        let (mut commitments, mut entries) = (Vec::new(), Vec::new());
        for ((number, said), fresh) in ops.iter().zip(fresh) {
            let Some(op) = self.run.op(*number) else {
                continue;
            };
            let was_done = said.is_none();
            let end = match fresh.map(|fresh| judge::after(op, &fresh, was_done)) {
                Ok(After::Applied(found)) => {
                    let noted = judge::commitment_of_found(op, &found, was_done, &self.key);
                    commitments.push(noted);
                    applied(op, *found)
                }
                Ok(After::Altered(found, fields)) => {
                    let noted = judge::commitment_of_found(op, &found, was_done, &self.key);
                    commitments.push(noted);
                    End::Altered {
                        id: found.id,
                        fields,
                    }
                }
                Ok(After::Doubled(times)) => End::Doubled {
                    times: u32::try_from(times).unwrap_or(u32::MAX),
                },
                Ok(After::Missing) => {
                    if let Some(kind) = said
                        .as_ref()
                        .map(|said| said.kind)
                        .filter(|kind| kind.stops_the_run())
                    {
                        self.trouble = Some(kind);
                        continue;
                    }
                    let why = said.clone().unwrap_or(Fault::of(FaultKind::NotFound));
                    End::Rejected { why }
                }
                Err(kind) => {
                    self.trouble = Some(kind);
                    continue;
                }
            };
            entries.push(Entry::Ended { op: *number, end });
        }
        self.settle(commitments, entries);
        self.after_trouble()
    }

    /// Goes on, unless every further call would end alike.
    fn after_trouble(&mut self) -> Effect {
        self.phase = Phase::Between;
        if self.trouble.is_some_and(FaultKind::stops_the_run) {
            self.steps.clear();
        }
        self.next(Input::Kept)
    }
}

fn applied(op: &Op, found: Observed) -> End {
    End::Applied {
        found: op
            .edits()
            .iter()
            .map(|edit| found.value(edit.field))
            .collect(),
        id: found.id,
    }
}

/// A create that is refused is looked up: the refusal may say that it is there.
const fn is_create(op: Option<&Op>) -> bool {
    matches!(op, Some(Op::Create { .. }))
}
