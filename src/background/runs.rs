//! Runs: starting one from what was previewed, carrying an interrupted one on, stopping it.

use std::rc::Rc;

use tandem_core::{
    Board, Fault, FaultKind, GroupId, GroupOp, Side, Sides,
    journal::{Entry, Run},
    plan,
};
use tandem_engine::{Journal, Reading, Runner, Stop, Watch, read_both, reading};
use wasm_bindgen_futures::spawn_local;

use super::{
    known,
    ladder::{self, Way},
    session::{Background, groups_of},
    state::Groups,
};
use crate::{
    browser::{clock::BrowserClock, lock},
    protocol::{
        panel::UseSpelling,
        view::{Connection, Phase, PlannedTitle},
    },
};

/// The one writer's lock.
pub(super) const LOCK: &str = "tandem-writer";

/// The state of affairs a run starts from, with the right to write.
struct Desk {
    guard: lock::Guard,
    ways: Sides<Way>,
    readings: Sides<Reading>,
}

impl Background {
    /// Starts to create exactly `titles`.
    ///
    /// # Errors
    /// `Stale` where the fresh lists no longer allow one of them: nothing is written then, and the
    /// panels get the fresh lists. `Busy`, or why a store is not reached.
    pub(super) async fn copy(
        self: &Rc<Self>,
        to: Side,
        titles: &[PlannedTitle],
    ) -> Result<(), Fault> {
        let chosen: Vec<(GroupId, String)> = titles
            .iter()
            .map(|one| (one.source.clone(), one.title.clone()))
            .collect();
        self.start(to, |board| plan::copy_chosen(board, to, &chosen))
            .await
    }

    /// Starts to rename one group to the other side's spelling.
    ///
    /// # Errors
    /// As [`Self::copy`].
    pub(super) async fn use_spelling(self: &Rc<Self>, with: &UseSpelling) -> Result<(), Fault> {
        self.start(with.on, |board| {
            plan::use_spelling(board, with.on, &with.id, &with.expected, &with.title)
                .map(|op| vec![op])
        })
        .await
    }

    async fn start(
        self: &Rc<Self>,
        to: Side,
        decide: impl FnOnce(&Board) -> Result<Vec<GroupOp>, FaultKind>,
    ) -> Result<(), Fault> {
        let desk = self.sit_down(true).await?;
        let ops = match decide(&reading::board(&desk.readings)) {
            Ok(ops) => ops,
            Err(kind) => {
                self.update(|state| state.groups = Groups::Ready(Box::new(desk.readings)));
                return Err(Fault::of(kind));
            }
        };
        self.journal.clear().await?;
        let started = Entry::Started { to, ops };
        self.journal.append(&started).await?;
        let run = Run::fold(&[started]).ok_or(Fault::of(FaultKind::Bug))?;
        self.go(desk, run);
        Ok(())
    }

    /// Carries the run on that stopped before its end, or whose failures are tried again.
    ///
    /// # Errors
    /// As [`Self::copy`]; `Stale` where there is no run.
    pub(super) async fn continue_run(self: &Rc<Self>) -> Result<(), Fault> {
        let desk = self.sit_down(false).await?;
        let run = self.state.borrow().run.as_ref().map(|(run, _)| run.clone());
        self.go(desk, run.ok_or(Fault::of(FaultKind::Stale))?);
        Ok(())
    }

    /// Stops the run after the write that is under way.
    pub(super) fn cancel(&self) {
        self.cancelled.set(true);
    }

    /// Puts a run's result away. A run that still waits for its end stays undone.
    ///
    /// # Errors
    /// `Busy` while it runs, `NotKept`.
    pub(super) async fn close_run(&self) -> Result<(), Fault> {
        if self.state.borrow().is_running() {
            return Err(Fault::of(FaultKind::Busy));
        }
        self.journal.clear().await?;
        self.update(|state| state.run = None);
        Ok(())
    }

    /// Takes the lock and reads both sides: by their changes where `again` allows and there is a
    /// reading, else whole.
    async fn sit_down(&self, again: bool) -> Result<Desk, Fault> {
        if self.is_busy() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let guard = lock::try_hold(LOCK)
            .await
            .ok_or(Fault::of(FaultKind::Busy))?;
        let ways = self.both_ways().await?;
        let known = match &self.state.borrow().groups {
            Groups::Ready(readings) if again => Some((**readings).clone()),
            _ => None,
        };
        let readings = match known {
            Some(readings) => up_to_date(readings, &ways).await?,
            None => match groups_of(read_both(&ways, &BrowserClock).await) {
                Groups::Ready(readings) => *readings,
                Groups::Unreadable(faults) => return Err(first(faults)),
                Groups::NotRead | Groups::Reading => return Err(Fault::of(FaultKind::Bug)),
            },
        };
        Ok(Desk {
            guard,
            ways,
            readings,
        })
    }

    /// The ways to both stores; asks for them where that was not done in this life.
    pub(super) async fn both_ways(&self) -> Result<Sides<Way>, Fault> {
        for attempt in 0..2 {
            if let Sides {
                pos: Some(pos),
                ecom: Some(ecom),
            } = self.ways.borrow().clone()
            {
                return Ok(Sides { pos, ecom });
            }
            if attempt == 0 {
                self.refresh().await;
            }
        }
        let troubles =
            self.state
                .borrow()
                .connections
                .clone()
                .map(|_, connection| match connection {
                    Connection::Trouble { fault, .. } => Some(fault),
                    _ => None,
                });
        Err(first(troubles))
    }

    /// Brings the groups that are known up to date. A plan without groups has none to read.
    ///
    /// # Errors
    /// Why a store did not give them; what is known is left as it was then.
    pub(super) async fn read_groups_again(&self, ways: &Sides<Way>) -> Result<(), Fault> {
        let known = match &self.state.borrow().groups {
            Groups::Ready(readings) => (**readings).clone(),
            Groups::Unreadable(_) | Groups::NotRead | Groups::Reading => return Ok(()),
        };
        let readings = up_to_date(known, ways).await?;
        self.update(|state| state.groups = Groups::Ready(Box::new(readings)));
        self.keep_known().await;
        self.groups_changed().await;
        Ok(())
    }

    /// Lets the run go on by itself; the panels hear of it by the feed.
    fn go(self: &Rc<Self>, desk: Desk, run: Run) {
        self.cancelled.set(false);
        self.update(|state| state.run = Some((run.clone(), Phase::Running)));
        let background = Rc::clone(self);
        spawn_local(async move { background.carry_on(desk, run).await });
    }

    async fn carry_on(&self, desk: Desk, mut run: Run) {
        let Desk {
            guard,
            ways,
            mut readings,
        } = desk;
        let runner = Runner {
            stores: &ways,
            clock: &BrowserClock,
            journal: &self.journal,
            watch: self,
        };
        let stop = runner.carry_on(&mut run, &mut readings).await;
        drop(guard);
        self.note_ways().await;
        let phase = match stop {
            Stop::Finished => Phase::Finished,
            Stop::Cancelled => Phase::Cancelled,
            Stop::Paused(fault) => self.paused(run.to, fault),
        };
        self.update(|state| {
            state.groups = Groups::Ready(Box::new(readings));
            state.run = Some((run, phase));
        });
        self.keep_known().await;
        self.groups_changed().await;
    }

    /// What stopped the run, noted on the target's connection.
    fn paused(&self, to: Side, fault: Fault) -> Phase {
        if fault.kind.stops_the_run() {
            self.note_trouble(to, &fault);
        }
        Phase::Paused { fault }
    }

    /// Notes on a store's connection what stopped everything, so that Overview says it too. The way
    /// is probed anew before anything else is written.
    pub(super) fn note_trouble(&self, side: Side, fault: &Fault) {
        *self.ways.borrow_mut() = Sides::default();
        if matches!(fault.kind, FaultKind::NotAllowed | FaultKind::NeedsPage)
            && let Some(store) = self.state.borrow().stores.chosen(side).cloned()
        {
            spawn_local(async move { ladder::forget(&store).await });
        }
        spawn_local(known::keep(None));
        let trouble = Connection::Trouble {
            fault: fault.clone(),
            has_token: false,
        };
        *self.state.borrow_mut().connections.get_mut(side) = trouble;
    }
}

/// Both readings with what changed since.
async fn up_to_date(
    mut readings: Sides<Reading>,
    ways: &Sides<Way>,
) -> Result<Sides<Reading>, Fault> {
    for side in Side::BOTH {
        let reading = readings.get_mut(side);
        reading
            .refresh(ways.get(side), &BrowserClock, |_| false)
            .await?;
    }
    Ok(readings)
}

impl Watch for Background {
    fn changed(&self, run: &Run) {
        self.update(|state| state.run = Some((run.clone(), Phase::Running)));
    }

    fn checking(&self, run: &Run) {
        self.update(|state| state.run = Some((run.clone(), Phase::Checking)));
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }
}

/// The fault to tell of; a missing one means that a store was not asked yet.
pub(super) fn first(faults: Sides<Option<Fault>>) -> Fault {
    faults
        .pos
        .or(faults.ecom)
        .unwrap_or(Fault::of(FaultKind::SignedOut))
}
