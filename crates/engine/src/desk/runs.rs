//! The run that is under way: one at a time, continued after the browser ended everything, put away
//! when it is over. How a step is done is `customers`' business, what is next `tandem_core::sync`'s.

use std::cell::{Cell, RefCell};

use tandem_backends::{Request, Response};
use tandem_core::{
    Fault, FaultKind, RecordRef, Side, Sides,
    archive::Commitment,
    show::{Purpose, RunId},
    sync::{Apply, Entry, Op, SyncRun, journal::EndCounts, steps},
};

use super::{
    Desk, history,
    stored::{self, Head, Stored, Summary},
};
use crate::{
    Clock, Footing, Ledger, Transport, Vault,
    book::{keep, reader},
    customers::{Carrier, Halted},
};

/// After how many pauses in a row on the same trouble a run that is in doubt can be put away.
const PATIENCE: u32 = 3;

/// Somebody who looks on while a run is carried out, and may stop it.
pub trait RunWatch {
    /// The run stands differently now: a step was written down.
    fn stepped(&self, run: &RunNow);
    /// Whether a person wants the run to stop, where nothing is half done.
    fn is_cancelled(&self) -> bool;
}

/// Where a run stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Writes are being sent.
    Running,
    /// Every write has an end.
    Finished,
    /// A person stopped it; what was not sent can still be.
    Cancelled,
    /// It was found without anybody who carries it out: the browser had ended the background.
    Interrupted,
    /// It cannot go on until this is mended.
    Paused(Fault),
}

/// The run that is under way, or whose result is still to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunNow {
    /// Which.
    pub id: RunId,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands.
    pub state: RunState,
    /// What came of its writes; they add up.
    pub counts: EndCounts,
    /// Calls that were made since it was begun or continued.
    pub calls: Sides<u32>,
    /// Calls that are left when nothing goes wrong.
    pub calls_left: Sides<u32>,
    /// Whether it can be put away: it is over, or nothing of it is in doubt, or going on has not
    /// helped several times in a row.
    pub can_close: bool,
}

/// The run of a desk.
#[derive(Debug)]
pub(super) struct Open {
    head: Head,
    run: SyncRun,
    state: RunState,
    /// The number of the next value of its journal.
    next: u32,
    calls: Sides<u32>,
    /// The calls that it was to take when it was begun or continued.
    planned: Sides<u32>,
    /// What it last paused on, and how often in a row.
    trouble: Option<(FaultKind, u32)>,
}

impl Open {
    /// A run that was begun just now.
    pub(super) fn begun(head: Head, run: SyncRun) -> Self {
        let next = u32::try_from(run.ops.len().div_ceil(stored::IN_ONE)).unwrap_or(u32::MAX);
        let stored = Stored {
            head,
            run,
            next: next.saturating_add(1),
        };
        Self::found(stored, None)
    }

    /// A run that was found in the vault.
    pub(super) fn found(stored: Stored, trouble: Option<(FaultKind, u32)>) -> Self {
        let Stored { head, run, next } = stored;
        Self {
            planned: planned(&run),
            head,
            run,
            state: RunState::Interrupted,
            next,
            calls: Sides::default(),
            trouble,
        }
    }

    /// Its number and what it comes to.
    pub(super) fn summary(&self) -> (RunId, Summary) {
        let mut summary = history::summary(&self.head, &self.run);
        summary.trouble = self.trouble;
        (self.head.id, summary)
    }

    fn can_close(&self) -> bool {
        let numbers = 0..u32::try_from(self.run.ops.len()).unwrap_or(u32::MAX);
        let is_in_doubt = numbers.into_iter().any(|op| self.run.is_in_doubt(op));
        let is_hopeless = self.trouble.is_some_and(|(_, times)| times >= PATIENCE);
        self.state != RunState::Running && (!is_in_doubt || is_hopeless)
    }

    pub(super) fn now(&self) -> RunNow {
        let left = |planned: u32, made: u32| planned.saturating_sub(made);
        RunNow {
            id: self.head.id,
            purpose: self.head.purpose.clone(),
            state: self.state.clone(),
            counts: self.run.counts(),
            calls: self.calls,
            calls_left: match self.state {
                RunState::Finished => Sides::default(),
                _ => Sides::from_fn(|side| left(*self.planned.get(side), *self.calls.get(side))),
            },
            can_close: self.can_close(),
        }
    }

    fn halted(&mut self, halted: &Halted) {
        self.state = match halted {
            Halted::Finished => RunState::Finished,
            Halted::Cancelled => RunState::Cancelled,
            Halted::Paused(fault) => RunState::Paused(fault.clone()),
        };
        self.trouble = match (halted, self.trouble) {
            (Halted::Paused(fault), Some((kind, times))) if kind == fault.kind => {
                Some((kind, times.saturating_add(1)))
            }
            (Halted::Paused(fault), _) => Some((fault.kind, 1)),
            (Halted::Finished | Halted::Cancelled, _) => None,
        };
    }
}

/// The calls that are left of a run.
fn planned(run: &SyncRun) -> Sides<u32> {
    let open: Vec<&Op> = run.open().map(|(_, op)| op).collect();
    steps::calls(&open).planned
}

impl<V: Vault> Desk<V> {
    /// The run that is under way, or whose result is still to be read.
    #[must_use]
    pub fn run(&self) -> Option<RunNow> {
        self.run.borrow().as_ref().map(Open::now)
    }

    pub(super) fn is_running(&self) -> bool {
        let run = self.run.borrow();
        run.as_ref()
            .is_some_and(|open| open.state == RunState::Running)
    }

    pub(super) fn open_run(&self, open: Open) {
        *self.run.borrow_mut() = Some(open);
    }

    /// That no run is open: who is who is not changed below one, and there is one at a time.
    pub(super) fn is_free(&self) -> Result<(), Fault> {
        let run = self.run.borrow();
        match run.as_ref().is_some_and(|open| !open.run.closed) {
            true => Err(Fault::of(FaultKind::Busy)),
            false => Ok(()),
        }
    }

    /// Does what the run has not done yet. `session` is a name that no other carrying out has had;
    /// the ways should keep to a pace. A run that is over stays as it is: what failed is not tried
    /// again blindly, a new preview offers it.
    ///
    /// # Errors
    /// `Busy` while it is being carried out already, or while customers are read; `Stale` where there is no run; those of the
    /// vault before anything is sent.
    pub async fn carry_on<T: Transport, C: Clock>(
        &self,
        (ways, clock): (&Sides<T>, &C),
        session: String,
        watch: &impl RunWatch,
    ) -> Result<Halted, Fault> {
        if self.is_reading.get() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let run = self.take_up()?;
        if run.closed {
            self.stand_still(&Halted::Finished).await?;
            return Ok(Halted::Finished);
        }
        let targets: Vec<RecordRef> = run.open().filter_map(|(_, op)| in_pos(op)).collect();
        let (records, key) = {
            let guard = self.inside.lock().await;
            let found = reader::records(&self.vault, &guard.book, targets).await;
            (self.or_pause(found)?, guard.book.key)
        };
        let calls = Cell::new(Sides::default());
        let counted = Sides::from_fn(|side| Counted {
            way: ways.get(side),
            side,
            calls: &calls,
        });
        let written = Written {
            desk: self,
            calls: &calls,
            watch,
        };
        let mut apply = Apply::new(run, key);
        let mut carrier = Carrier::new((&counted, clock), (&written, &records), session);
        let halted = carrier.carry_out(&mut apply, || watch.is_cancelled()).await;
        self.stand_still(&halted).await?;
        if let Some(now) = self.run() {
            watch.stepped(&now);
        }
        Ok(halted)
    }

    /// The run, to be carried out by nobody else.
    fn take_up(&self) -> Result<SyncRun, Fault> {
        let mut run = self.run.borrow_mut();
        let open = run.as_mut().ok_or(Fault::of(FaultKind::Stale))?;
        if open.state == RunState::Running {
            return Err(Fault::of(FaultKind::Busy));
        }
        open.state = RunState::Running;
        open.calls = Sides::default();
        open.planned = planned(&open.run);
        Ok(open.run.clone())
    }

    /// What was found, or the run paused.
    fn or_pause<R>(&self, found: Result<R, Fault>) -> Result<R, Fault> {
        if let Err(fault) = &found
            && let Some(open) = self.run.borrow_mut().as_mut()
        {
            open.halted(&Halted::Paused(fault.clone()));
        }
        found
    }

    /// Notes where the run stands now, for whoever looks at the history; what is over is kept in
    /// few values.
    async fn stand_still(&self, halted: &Halted) -> Result<(), Fault> {
        let stored = {
            let mut run = self.run.borrow_mut();
            let Some(open) = run.as_mut() else {
                return Ok(());
            };
            open.halted(halted);
            Stored {
                head: open.head.clone(),
                run: open.run.clone(),
                next: open.next,
            }
        };
        self.put_summary(&stored).await
    }

    async fn put_summary(&self, stored: &Stored) -> Result<(), Fault> {
        let runs = self.runs();
        let summary = self.run.borrow().as_ref().map(Open::summary);
        let Some((id, summary)) = summary else {
            return Ok(());
        };
        let (mut put, mut gone) = (runs.put_summary(id, &summary)?, Vec::new());
        if stored.run.closed {
            let (compacted, before) = runs.compacted(stored).await?;
            put.extend(compacted);
            gone = before;
        }
        self.vault.change(put, gone).await
    }

    /// Puts the result of the run away. What it had not done stays undone, and waiting in the
    /// history.
    ///
    /// # Errors
    /// `Busy` while it is carried out, or while it is not known of some write whether it was done:
    /// going on finds that out, and where that did not help several times it can be put away all the
    /// same. Those of the vault.
    pub async fn close_run(&self) -> Result<(), Fault> {
        let stored = {
            let mut run = self.run.borrow_mut();
            let Some(open) = run.as_mut() else {
                return Ok(());
            };
            if !open.can_close() {
                return Err(Fault::of(FaultKind::Busy));
            }
            open.run.note(&Entry::Closed);
            Stored {
                head: open.head.clone(),
                run: open.run.clone(),
                next: open.next,
            }
        };
        self.put_summary(&stored).await?;
        *self.run.borrow_mut() = None;
        Ok(())
    }
}

/// The record of POS that a write is to.
fn in_pos(op: &Op) -> Option<RecordRef> {
    let id = op.target().filter(|_| op.side() == Side::Pos)?.clone();
    Some(RecordRef {
        side: Side::Pos,
        id,
    })
}

/// A way to a store that counts.
struct Counted<'a, T> {
    way: &'a T,
    side: Side,
    calls: &'a Cell<Sides<u32>>,
}

impl<T: Transport> Transport for Counted<'_, T> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let mut calls = self.calls.get();
        *calls.get_mut(self.side) += 1;
        self.calls.set(calls);
        self.way.send(request).await
    }

    fn footing(&self) -> Footing {
        self.way.footing()
    }
}

/// The journal and the archive of a desk's run.
struct Written<'a, V, W> {
    desk: &'a Desk<V>,
    calls: &'a Cell<Sides<u32>>,
    watch: &'a W,
}

impl<V: Vault, W: RunWatch> Ledger for Written<'_, V, W> {
    async fn append(&self, entries: &[Entry]) -> Result<(), Fault> {
        let place = self
            .desk
            .run
            .borrow()
            .as_ref()
            .map(|open| (open.head.id, open.next));
        let (id, next) = place.ok_or(Fault::of(FaultKind::Bug))?;
        let key = self.desk.runs().entry_key(id, next);
        let put = vec![(key, stored::bytes(&entries)?)];
        self.desk.vault.change(put, Vec::new()).await?;
        self.note(entries);
        if let Some(now) = self.desk.run() {
            self.watch.stepped(&now);
        }
        Ok(())
    }

    async fn commit(&self, commitments: &[Commitment]) -> Result<(), Fault> {
        let mut guard = self.desk.inside.lock().await;
        keep::note(&self.desk.vault, &mut guard.book, commitments).await
    }
}

impl<V, W> Written<'_, V, W> {
    fn note(&self, entries: &[Entry]) {
        let run: &RefCell<Option<Open>> = &self.desk.run;
        if let Some(open) = run.borrow_mut().as_mut() {
            entries.iter().for_each(|entry| open.run.note(entry));
            open.next = open.next.saturating_add(1);
            open.calls = self.calls.get();
        }
    }
}
