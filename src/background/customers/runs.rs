//! Runs over customers: begun from a preview, carried on after a pause or after the browser ended
//! everything, stopped, put away. Afterwards the book is brought up to date by what changed.

use std::rc::Rc;

use tandem_core::{Fault, FaultKind, show::PreviewId};
use tandem_engine::{
    customers::Halted,
    desk::{RunNow, RunState, RunWatch},
};
use wasm_bindgen_futures::spawn_local;

use super::{
    Open, Seat, Wish, now_seconds,
    view::{is_time_to_tell, run_view},
    ways::{Struck, Turn},
};
use crate::{
    background::session::Background,
    browser::{clock::now_ms, dice},
    protocol::{customers::SyncView, view::Phase},
};

impl Background {
    /// Begins to do exactly what was previewed.
    ///
    /// # Errors
    /// Those of a seat, and of `Desk::begin`: nothing is written then.
    pub(super) async fn begin_sync(
        self: &Rc<Self>,
        id: PreviewId,
        confirmed: bool,
    ) -> Result<(), Fault> {
        let seat = self.sit_at_the_desk().await?;
        seat.open.desk.begin(id, confirmed, now_seconds()).await?;
        self.go_on(seat);
        Ok(())
    }

    /// Does what the run has not done yet.
    ///
    /// # Errors
    /// `Stale` where there is none; those of a seat.
    pub(super) async fn continue_sync(self: &Rc<Self>) -> Result<(), Fault> {
        let seat = self.sit_at_the_desk().await?;
        let run = seat.open.desk.run();
        run.ok_or(Fault::of(FaultKind::Stale))?;
        self.go_on(seat);
        Ok(())
    }

    /// Stops the run after the step that is under way.
    pub(super) fn pause_sync(&self) {
        self.customers.wish.set(Wish::Pause);
    }

    /// Puts the result away. What the run wrote is read back, unless that was done.
    ///
    /// # Errors
    /// `Busy` while it is under way, or in doubt; those of the desk.
    pub(super) async fn close_sync(self: &Rc<Self>) -> Result<(), Fault> {
        if self.is_busy() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let open = self.desk().await?;
        open.desk.close_run().await?;
        self.tell_of(&open).await;
        if open.desk.needs_reading().await? {
            let background = Rc::clone(self);
            spawn_local(async move { background.catch_up().await });
        }
        Ok(())
    }

    /// Shows that the run goes on.
    pub(super) fn show_run(&self, seat: &Seat) {
        let run = self.run_at(&seat.open).map(|run| SyncView {
            phase: Phase::Running,
            ..run
        });
        self.update(|state| state.customers.run = run);
    }

    /// Lets the run go on by itself; the panels hear of it by the feed.
    fn go_on(self: &Rc<Self>, seat: Seat) {
        self.show_run(&seat);
        let background = Rc::clone(self);
        spawn_local(async move { background.run_at_the_desk(seat).await });
    }

    pub(super) async fn run_at_the_desk(&self, seat: Seat) {
        let ended = self.carry(&seat).await;
        let is_read_back = match ended {
            Ok(Halted::Finished) => true,
            // Whoever stopped it does not wait for a window: it is read when the result is put away.
            Ok(Halted::Cancelled) => self.has_room_to_look(),
            Ok(Halted::Paused(_)) | Err(_) => false,
        };
        if is_read_back {
            self.update(|state| {
                if let Some(run) = &mut state.customers.run {
                    run.phase = Phase::Checking;
                }
            });
            self.customers.wish.set(Wish::GoOn);
            self.read_at(&seat, Turn::AtOnce).await;
            self.settle_later().await;
        }
        let open = seat.leave();
        self.tell_what_was_read(&open).await;
        if let Err(fault) = ended {
            let phase = Phase::Paused { fault };
            self.update(|state| {
                if let Some(run) = &mut state.customers.run {
                    run.phase = phase;
                }
            });
        }
    }

    async fn carry(&self, seat: &Seat) -> Result<Halted, Fault> {
        let session = dice::roll::<8>().map_err(|_| Fault::of(FaultKind::NotKept))?;
        let session = format!("{:016x}", u64::from_be_bytes(session));
        let struck = Struck::default();
        let ways = self.ways(seat, Turn::Waits, &struck);
        let desk = &seat.open.desk;
        let halted = desk.carry_on((&ways, self), session, self).await;
        self.note_ways().await;
        self.note_struck(&struck);
        halted
    }

    /// The run at a desk, as it is shown.
    pub(super) fn run_at(&self, open: &Open) -> Option<SyncView> {
        open.desk.run().map(|run| self.shown(&run))
    }

    /// Tells panels how things stand with a run that waits for its turn.
    pub(super) fn tell_of_pace(&self) {
        let open = self.customers.open.borrow().clone();
        let run = open.and_then(|open| open.desk.run());
        if let Some(run) = run.filter(|run| run.state == RunState::Running) {
            let run = self.shown(&run);
            self.update(|state| state.customers.run = Some(run));
        }
    }

    fn shown(&self, run: &RunNow) -> SyncView {
        run_view(run, &self.pace, now_ms())
    }
}

impl RunWatch for Background {
    fn stepped(&self, run: &RunNow) {
        let now = now_ms();
        let is_over = run.state != RunState::Running;
        if !is_over && is_time_to_tell(self.customers.told.get(), now) {
            self.customers.told.set(now);
            let run = self.shown(run);
            self.update(|state| state.customers.run = Some(run));
        }
    }

    fn is_cancelled(&self) -> bool {
        self.customers.wish.get() != Wish::GoOn
    }
}
