//! Customers in the background: one desk per pinned pair, opened when it is first needed. What is
//! done at the desk is the engine's business; here it gets the ways, the vault and the lock, and the
//! panels learn what came of it.

pub(super) mod automatic;
mod calls;
mod copy;
mod guard;
mod reading;
mod runs;
mod vault;
mod view;
mod ways;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::{channel::oneshot, lock::Mutex};
use tandem_core::{Board, DigestKey, Fault, FaultKind, FieldSet, Side, Sides};
use tandem_engine::{Desk, book::keep, reading::board};
use wasm_bindgen_futures::spawn_local;

pub(super) use calls::answer;
use vault::KeptVault;
use ways::{OwnWay, Struck, Turn};

use super::{
    ladder::Way,
    runs::{LOCK, first},
    session::Background,
    state::Groups,
};
use crate::{
    browser::{
        clock::{BrowserClock, now_ms},
        dice, lock,
        vault::DiskVault,
    },
    protocol::customers::{CustomersState, CustomersView, Keeping},
};

/// The fields that are kept the same.
const SCOPE: FieldSet = FieldSet::ALWAYS;

/// Customers, as far as they are in memory.
#[derive(Debug, Default)]
pub(super) struct Customers {
    disk: Rc<DiskVault>,
    open: RefCell<Option<Rc<Open>>>,
    /// Held while a desk is opened, so that there is never a second.
    opening: Mutex<()>,
    /// What a person wants of what is under way.
    wish: Cell<Wish>,
    /// When panels were last told of a step.
    told: Cell<u64>,
    /// Dropped when a look that somebody waits for is over, or panels see it go on.
    looked: RefCell<Option<oneshot::Sender<()>>>,
    /// Why they could not be read, until the panels are told.
    faults: RefCell<Option<Sides<Option<Fault>>>>,
    /// Whether somebody sits at the desk who reads and writes.
    at_work: Rc<Cell<bool>>,
}

/// What a person wants to become of what is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wish {
    /// That it goes on.
    #[default]
    GoOn,
    /// That it stops, and can go on.
    Pause,
    /// That it stops and is given up.
    GiveUp,
}

/// A desk that is open.
#[derive(Debug)]
struct Open {
    desk: Desk<KeptVault<DiskVault>>,
    vault: KeptVault<DiskVault>,
}

/// Somebody at the desk who may read and write.
struct Seat {
    guard: lock::Guard,
    open: Rc<Open>,
    ways: Sides<Way>,
    at_work: Rc<Cell<bool>>,
}

impl Seat {
    /// Leaves it to others. The desk stays open.
    fn leave(self) -> Rc<Open> {
        let Self {
            guard,
            open,
            at_work,
            ..
        } = self;
        drop(guard);
        at_work.set(false);
        open
    }
}

impl Background {
    /// The desk of the pinned pair.
    ///
    /// # Errors
    /// `Stale` where no pair is pinned; why the groups are not known; those of the vault.
    async fn desk(&self) -> Result<Rc<Open>, Fault> {
        let _one = self.customers.opening.lock().await;
        if let Some(open) = &*self.customers.open.borrow() {
            return Ok(Rc::clone(open));
        }
        let pair = self.state.borrow().stores.pair.clone();
        let pair = pair.ok_or(Fault::of(FaultKind::Stale))?;
        self.not_locked().await?;
        let board = self.needed_groups().await?;
        self.update(|state| state.customers.state = CustomersState::Opening);
        let stores = pair.map(|_, store| store.key.0);
        let opened = self.open_desk(stores, board.as_ref()).await;
        match opened {
            Ok(open) => {
                let open = Rc::new(open);
                *self.customers.open.borrow_mut() = Some(Rc::clone(&open));
                self.tell_of(&open).await;
                Ok(open)
            }
            Err(fault) => {
                let faults = of_both(&fault);
                self.update(|state| state.customers.state = CustomersState::Unreadable { faults });
                Err(fault)
            }
        }
    }

    async fn open_desk(&self, stores: Sides<String>, board: Option<&Board>) -> Result<Open, Fault> {
        let readings = format!("{}read/", keep::prefix(&stores));
        let vault = KeptVault::new(Rc::clone(&self.customers.disk), &readings);
        let fresh = dice::roll().map_err(|_| Fault::of(FaultKind::NotKept))?;
        let desk = Desk::open(vault.clone(), stores, DigestKey(fresh), SCOPE).await?;
        if !desk.keeping().keeps_readings {
            vault.keep_readings(false).await?;
        }
        desk.set_groups(board, SCOPE).await;
        Ok(Open { desk, vault })
    }

    /// The groups; they are read where they were not. `None` where the plan has none.
    async fn needed_groups(&self) -> Result<Option<Board>, Fault> {
        let is_unread = matches!(self.state.borrow().groups, Groups::NotRead);
        if is_unread {
            self.refresh().await;
        }
        self.known_groups()
    }

    /// The groups as they were read; `None` where the plan has none.
    fn known_groups(&self) -> Result<Option<Board>, Fault> {
        match &self.state.borrow().groups {
            Groups::Ready(readings) => Ok(Some(board(readings))),
            Groups::Unreadable(faults) => {
                let kinds = [&faults.pos, &faults.ecom].map(|of| of.as_ref().map(|of| of.kind));
                let lacks =
                    |kind: &Option<FaultKind>| kind.is_none_or(|kind| kind == FaultKind::PlanLacks);
                if kinds.iter().all(lacks) && kinds.iter().any(Option::is_some) {
                    return Ok(None);
                }
                Err(first(faults.clone()))
            }
            Groups::NotRead | Groups::Reading => Err(Fault::of(FaultKind::Busy)),
        }
    }

    /// Opens the desk by itself, where there is a pair whose groups are known: what was left there
    /// is shown.
    pub(super) fn open_customers(self: &Rc<Self>) {
        let is_open = self.customers.open.borrow().is_some();
        if !is_open && self.known_groups().is_ok() {
            let background = Rc::clone(self);
            spawn_local(async move {
                // Nothing is kept where nothing is: not after everything was forgotten either.
                if DiskVault::is_there().await {
                    drop(background.desk().await);
                }
            });
        }
    }

    /// The desk learns of groups that were read again.
    pub(super) async fn groups_changed(&self) {
        let open = self.customers.open.borrow().clone();
        if let (Some(open), Ok(board)) = (open, self.known_groups()) {
            open.desk.set_groups(board.as_ref(), SCOPE).await;
            self.tell_of(&open).await;
        }
    }

    /// Another pair was pinned: nothing of this one is shown any more.
    pub(super) fn leave_customers(&self) {
        drop(self.customers.open.borrow_mut().take());
        self.update(|state| state.customers = CustomersView::default());
    }

    /// Whether anything is read or written that nobody else may come between.
    pub(super) fn is_busy(&self) -> bool {
        self.customers.at_work.get() || self.state.borrow().is_running()
    }

    /// A seat at the desk: nobody else reads or writes meanwhile.
    ///
    /// # Errors
    /// `Busy`; why a store is not reached; those of [`Self::desk`].
    async fn sit_at_the_desk(&self) -> Result<Seat, Fault> {
        if self.is_busy() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let open = self.desk().await?;
        let guard = lock::try_hold(LOCK).await;
        let guard = guard.ok_or(Fault::of(FaultKind::Busy))?;
        let ways = self.both_ways().await?;
        self.customers.wish.set(Wish::GoOn);
        self.customers.at_work.set(true);
        Ok(Seat {
            guard,
            open,
            ways,
            at_work: Rc::clone(&self.customers.at_work),
        })
    }

    /// The ways to both stores for whoever sits at the desk.
    fn ways<'a>(&'a self, seat: &Seat, turn: Turn, struck: &'a Struck) -> Sides<OwnWay<'a>> {
        let ways = seat.ways.clone();
        ways.map(|side, way| OwnWay::new((side, turn), (way, self), struck))
    }

    /// Notes on the connections what stopped everything.
    fn note_struck(&self, struck: &Struck) {
        for side in Side::BOTH {
            if let Some(fault) = struck.borrow_mut().get_mut(side).take() {
                self.note_trouble(side, &fault);
            }
        }
    }

    /// Tells panels the numbers as they are now; while a reading is shown they wait for its end.
    async fn tell_numbers(&self, open: &Open) {
        let is_shown = matches!(
            self.state.borrow().customers.state,
            CustomersState::Reading(_)
        );
        if !is_shown && let Some(numbers) = open.desk.numbers().await {
            self.update(|state| state.customers.state = CustomersState::Ready(numbers));
        }
    }

    /// Tells panels how things stand at the desk when nothing is under way there.
    async fn tell_of(&self, open: &Open) {
        let state = match open.desk.reading_under_way().await {
            Ok(Some(mut view)) => {
                view.is_paused = true;
                CustomersState::Reading(view)
            }
            Ok(None) => match open.desk.numbers().await {
                Some(numbers) => CustomersState::Ready(numbers),
                None => CustomersState::NotRead,
            },
            Err(fault) => CustomersState::Unreadable {
                faults: of_both(&fault),
            },
        };
        let run = self.run_at(open);
        let keeping = open.desk.keeping();
        let guarded = self.guarded().await;
        self.update(|to| {
            to.customers = CustomersView {
                state,
                run,
                keeping,
                guarded,
            }
        });
    }

    /// Says what is kept from now on.
    ///
    /// # Errors
    /// `Busy` while customers are read or written, `NotKept`.
    async fn keep(&self, keeping: Keeping) -> Result<(), Fault> {
        if self.is_busy() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let open = self.desk().await?;
        open.vault.keep_readings(keeping.keeps_readings).await?;
        open.desk.keep(keeping, now_seconds()).await?;
        self.tell_of(&open).await;
        Ok(())
    }

    /// Forgets all customers of all pairs on this computer, and the key of it all. It needs no desk:
    /// what cannot be opened any more can be forgotten all the same.
    ///
    /// # Errors
    /// `Busy` while customers are read or written, `NotKept`.
    async fn wipe(&self) -> Result<(), Fault> {
        if self.is_busy() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let _one = self.customers.opening.lock().await;
        let guard = lock::try_hold(LOCK).await;
        let _guard = guard.ok_or(Fault::of(FaultKind::Busy))?;
        drop(self.customers.open.borrow_mut().take());
        self.customers.disk.wipe().await?;
        let guarded = self.guarded().await;
        self.update(|state| {
            state.customers = CustomersView {
                guarded,
                ..CustomersView::default()
            };
        });
        Ok(())
    }
}

/// A fault of the desk itself is in the way of both sides.
fn of_both(fault: &Fault) -> Sides<Option<Fault>> {
    Sides::from_fn(|_| Some(fault.clone()))
}

/// Seconds since 1970.
fn now_seconds() -> i64 {
    i64::try_from(now_ms() / 1_000).unwrap_or(i64::MAX)
}

/// The clock of everything here.
const CLOCK: BrowserClock = BrowserClock;
