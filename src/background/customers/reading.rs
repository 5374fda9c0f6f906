//! Reading customers: begun by a person or after a run, goes on by itself, can be paused, given up,
//! and taken up again after the browser ended everything.

use std::{pin::pin, rc::Rc};

use futures::{channel::oneshot, future::select};
use tandem_core::{Fault, show::ReadingView};
use tandem_engine::book::reader::{Ended, How, ReadWatch};
use wasm_bindgen_futures::spawn_local;

use super::{
    CLOCK, Open, Seat, Wish, of_both,
    view::{is_long, is_time_to_tell},
    ways::{Struck, Turn},
};
use crate::{
    background::session::Background,
    browser::clock::{now_ms, wait_ms},
    protocol::customers::CustomersState,
};

/// How long whoever has both stores looked at waits for what came of it. A look takes a few calls;
/// where POS lets nobody call for minutes, the list can be worked with meanwhile.
const PATIENCE_MS: u32 = 5_000;

impl Background {
    /// Reads both sides, or goes on where a reading was stopped.
    ///
    /// # Errors
    /// Those of a seat at the desk.
    pub(super) async fn read_customers(self: &Rc<Self>) -> Result<(), Fault> {
        let seat = self.sit_at_the_desk().await?;
        self.update(|state| {
            let before = match &state.customers.state {
                CustomersState::Reading(view) => *view,
                _ => ReadingView::default(),
            };
            state.customers.state = CustomersState::Reading(ReadingView {
                is_paused: false,
                ..before
            });
        });
        self.read_by_itself(seat);
        Ok(())
    }

    /// Brings customers up to date by what changed, where they were read before and nothing else is
    /// under way. Ends when they are, unless that takes long: then panels see it go on.
    pub(in crate::background) async fn catch_up(self: &Rc<Self>) {
        if self.is_busy() {
            return;
        }
        let open = self.customers.open.borrow().clone();
        let was_read = match open {
            Some(open) => open.desk.numbers().await.is_some(),
            None => false,
        };
        if was_read && let Ok(seat) = self.sit_at_the_desk().await {
            let (over, is_over) = oneshot::channel();
            *self.customers.looked.borrow_mut() = Some(over);
            self.read_by_itself(seat);
            let patience = pin!(wait_ms(PATIENCE_MS));
            drop(select(is_over, patience).await);
        }
    }

    fn read_by_itself(self: &Rc<Self>, seat: Seat) {
        let background = Rc::clone(self);
        spawn_local(async move {
            background.read_at(&seat, Turn::Waits).await;
            // Taken at the desk: whoever sits there next may have somebody else wait.
            let looked = background.customers.looked.borrow_mut().take();
            let open = seat.leave();
            background.tell_what_was_read(&open).await;
            drop(looked);
        });
    }

    /// Stops the reading.
    pub(super) fn pause_reading(&self) {
        self.customers.wish.set(Wish::Pause);
    }

    /// Gives the reading up, also one that stands still.
    ///
    /// # Errors
    /// `NotKept`; those of the desk.
    pub(super) async fn cancel_reading(&self) -> Result<(), Fault> {
        if self.is_busy() {
            self.customers.wish.set(Wish::GiveUp);
            return Ok(());
        }
        let open = self.desk().await?;
        open.desk.cancel_reading().await?;
        self.tell_of(&open).await;
        Ok(())
    }

    /// Reads at a seat, and notes what came of it. Whoever calls tells the panels.
    pub(super) async fn read_at(&self, seat: &Seat, turn: Turn) {
        let struck = Struck::default();
        let ways = self.ways(seat, turn, &struck);
        let desk = &seat.open.desk;
        let ended = desk.read((&ways, &CLOCK), self, How::Changes).await;
        self.note_struck(&struck);
        let faults = match ended {
            Ok(Ended::Read) => None,
            Ok(Ended::Paused) => match self.customers.wish.get() {
                Wish::GiveUp => desk.cancel_reading().await.err().as_ref().map(of_both),
                Wish::GoOn | Wish::Pause => None,
            },
            Ok(Ended::Failed(faults)) => Some(faults),
            Err(fault) => Some(of_both(&fault)),
        };
        *self.customers.faults.borrow_mut() = faults;
    }

    /// Tells panels what was read, or why it could not be.
    pub(super) async fn tell_what_was_read(&self, open: &Open) {
        self.tell_of(open).await;
        if let Some(faults) = self.customers.faults.borrow_mut().take() {
            self.update(|state| state.customers.state = CustomersState::Unreadable { faults });
        }
    }
}

impl ReadWatch for Background {
    fn progress(&self, view: &ReadingView) {
        let now = now_ms();
        if is_long(view.calls) && is_time_to_tell(self.customers.told.get(), now) {
            self.customers.told.set(now);
            self.update(|state| state.customers.state = CustomersState::Reading(*view));
            drop(self.customers.looked.borrow_mut().take());
        }
    }

    fn is_paused(&self) -> bool {
        self.customers.wish.get() != Wish::GoOn
    }
}
