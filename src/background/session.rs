//! The background as a whole: its state, the panels that look on, and asking both stores.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::join;
use tandem_core::{Fault, FaultKind, Side, Sides};
use tandem_engine::{Pace, Reading, read_both};
use wasm_bindgen_futures::spawn_local;

use super::{
    customers::{
        Customers,
        automatic::{self, Trigger},
    },
    journal::StoredJournal,
    known::{self, Known},
    ladder::{self, Trouble, Way},
    memory::Stores,
    pace,
    state::{Groups, State},
    stores::{self, Store},
};
use crate::{
    browser::{
        address, badge,
        clock::{BrowserClock, now_ms},
        port::PanelPort,
        tabs,
    },
    protocol::{
        customers::CustomersState,
        feed::Feed,
        view::{Connection, Phase, Rung, View},
    },
};

/// The background.
#[derive(Debug)]
pub struct Background {
    pub(super) state: RefCell<State>,
    pub(super) journal: StoredJournal,
    /// Set by a person who wants the run to stop.
    pub(super) cancelled: Cell<bool>,
    /// The ways that were probed and work.
    pub(super) ways: RefCell<Sides<Option<Way>>>,
    /// A sign-in that was opened from a panel: which tab to go back to, and from where.
    pub(super) errand: Cell<Option<Errand>>,
    /// One pace for everything that is asked of the stores.
    pub(super) pace: Rc<Pace>,
    /// Customers, as far as they are in memory.
    pub(super) customers: Customers,
    /// Whether connections and groups are those of a life before this one: good enough to see that
    /// nothing changed, and read again for a person.
    is_told: Cell<bool>,
    pub(super) panels: RefCell<Vec<PanelPort>>,
    pub(super) refreshing: Cell<bool>,
    /// Set where something new came while both stores were asked.
    pub(super) again: Cell<bool>,
    /// What the toolbar button was told last to say.
    badge: RefCell<String>,
}

/// How many calls it takes to see who answers at a store and which groups it has, as a rule.
const CALLS_OF_A_LOOK: usize = 4;

/// A person was sent to a store's sign-in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Errand {
    /// Which store.
    pub side: Side,
    /// The tab with the panel.
    pub back_to: i32,
}

impl Background {
    /// Reads what was kept. A journal that was not closed is a run that was interrupted.
    pub async fn load() -> Self {
        let (stores, (journal, run), automatic, pace) = join!(
            Stores::load(),
            StoredJournal::load(),
            automatic::load(),
            pace::take_up(),
        );
        let run = run.map(|run| {
            let phase = if run.closed {
                Phase::Finished
            } else {
                Phase::Interrupted
            };
            (run, phase)
        });
        let known = Known::load(stores.pair.as_ref()).await;
        let ways = match &known {
            Some(known) => known.ways(&pace).await,
            None => None,
        };
        // Views of an earlier life of the background must count as older.
        let mut state = State {
            revision: now_ms(),
            stores,
            run,
            automatic,
            ..State::default()
        };
        // What cannot be gone on with is asked for again.
        if let Some(known) = known.filter(|_| ways.is_some()) {
            known.tell(&mut state);
        }
        if let Some(ways) = &ways {
            state.rungs = Sides::from_fn(|side| ladder::told_of(side, ways.get(side)));
        }
        Self {
            is_told: Cell::new(ways.is_some()),
            state: RefCell::new(state),
            journal,
            cancelled: Cell::new(false),
            ways: RefCell::new(
                ways.map_or_else(Sides::default, |ways| ways.map(|_, way| Some(way))),
            ),
            errand: Cell::new(None),
            customers: Customers::default(),
            pace,
            panels: RefCell::default(),
            refreshing: Cell::new(false),
            again: Cell::new(false),
            badge: RefCell::default(),
        }
    }

    /// Everything there is to show.
    pub fn view(&self) -> View {
        self.state.borrow().view()
    }

    /// Changes the state and tells every panel.
    pub(super) fn update(&self, change: impl FnOnce(&mut State)) {
        {
            let mut state = self.state.borrow_mut();
            change(&mut state);
            state.revision += 1;
        }
        let feed = Feed::Changed {
            with: Box::new(self.view()),
        };
        if let Ok(text) = serde_json::to_string(&feed) {
            self.panels.borrow_mut().retain(|panel| panel.tell(&text));
        }
        self.count_on_button();
    }

    /// The toolbar button counts what waits for a person, where that is known.
    fn count_on_button(&self) {
        let CustomersState::Ready(numbers) = self.state.borrow().customers.state else {
            return;
        };
        let text = automatic::badge(numbers.questions);
        if *self.badge.borrow() != text {
            self.badge.replace(text.clone());
            spawn_local(async move { badge::show(&text).await });
        }
    }

    /// Takes a panel's port and brings that panel up to date.
    pub fn attach(self: &Rc<Self>, port: PanelPort) {
        self.panels.borrow_mut().push(port);
        let background = Rc::clone(self);
        spawn_local(async move {
            background.look().await;
            background.open_customers();
        });
    }

    /// What a panel needs that was just opened: reads only what this life has not read.
    pub(super) async fn look(&self) {
        self.find_open_admins().await;
        let (is_pinned, is_unread) = {
            let state = self.state.borrow();
            let is_unread = matches!(state.groups, Groups::NotRead);
            (state.stores.pair.is_some(), is_unread)
        };
        // Where the tills need their store, what a life before this one found out is good enough.
        let is_old = self.is_told.get() && self.has_room_to_look();
        if is_pinned && (is_unread || is_old) {
            self.refresh().await;
        } else {
            self.update(|_| ());
        }
    }

    /// Whether both stores can be looked at without a wait.
    pub(super) fn has_room_to_look(&self) -> bool {
        let now = now_ms();
        let has_room = |side| self.pace.has_room(side, CALLS_OF_A_LOOK, now);
        Side::BOTH.into_iter().all(has_room)
    }

    /// Notes an admin page that said hello. Somebody who signed in meanwhile is noticed here, but
    /// only while a panel is open or the owner wants both stores kept the same: no store is asked
    /// for nobody.
    pub(super) async fn page_seen(self: &Rc<Self>, store: Store, tab: i32) {
        let side = store.side;
        let is_chosen = self.state.borrow().stores.chosen(side) == Some(&store);
        self.see(vec![store]).await;
        if is_chosen && self.is_signed_out(side) && !self.panels.borrow().is_empty() {
            self.refresh().await;
            self.come_back(side, tab).await;
        }
        if is_chosen {
            self.look_soon(Trigger::Visit);
        }
    }

    /// Whether the store of a side waits for somebody to sign in.
    pub(super) fn is_signed_out(&self, side: Side) -> bool {
        matches!(
            self.state.borrow().connections.get(side),
            Connection::Trouble { fault, .. } if fault.kind == FaultKind::SignedOut
        )
    }

    /// Goes back to the panel that sent a person to sign in, once the store answers.
    pub(super) async fn come_back(&self, side: Side, from: i32) {
        let Some(errand) = self.errand.get().filter(|errand| errand.side == side) else {
            return;
        };
        let answers = matches!(
            self.state.borrow().connections.get(side),
            Connection::Connected { .. }
        );
        if answers {
            self.errand.set(None);
            if errand.back_to != from {
                tabs::show(errand.back_to).await;
            }
        }
    }

    /// Whether a page of one of the two admins is open.
    pub(super) async fn has_an_admin_open(&self) -> bool {
        let added = self.state.borrow().stores.addresses.clone();
        let open = open_admins(&added).await;
        let stores = &self.state.borrow().stores;
        open.iter()
            .any(|store| stores.chosen(store.side) == Some(store))
    }

    /// Remembers the stores of all admin pages that are open.
    pub(super) async fn find_open_admins(&self) {
        let added = self.state.borrow().stores.addresses.clone();
        self.see(open_admins(&added).await).await;
    }

    async fn see(&self, found: Vec<Store>) {
        let is_new = {
            let stores = &mut self.state.borrow_mut().stores;
            found
                .into_iter()
                .filter(|store| stores.see(store.clone()))
                .count()
                > 0
        };
        if is_new {
            self.update(|_| ());
            // Not kept is not lost: the same pages say hello again.
            drop(self.remember().await);
        }
    }

    /// Keeps the stores and the pair as they are now. Always what is in memory, never a copy made
    /// before an await: two that save at once must not undo each other.
    pub(super) async fn remember(&self) -> Result<(), Fault> {
        let stores = self.state.borrow().stores.clone();
        stores.save().await
    }

    /// Asks both stores who is there and which groups they have. One at a time: a second call
    /// while one is under way has nothing to add.
    pub(super) async fn refresh(&self) {
        let Some(pair) = self.state.borrow().stores.pair.clone() else {
            return;
        };
        if self.is_busy() || self.refreshing.replace(true) {
            return;
        }
        self.update(|state| {
            state.connections = Sides::from_fn(|_| Connection::Checking);
            if !matches!(state.groups, Groups::Ready(_)) {
                state.groups = Groups::Reading;
            }
        });
        loop {
            let (pos, ecom) = join!(
                ladder::reach(&pair.pos, &self.pace),
                ladder::reach(&pair.ecom, &self.pace),
            );
            self.read_groups(&Sides { pos, ecom }).await;
            if !self.again.take() {
                break;
            }
        }
        self.is_told.set(false);
        self.keep_known().await;
        self.refreshing.set(false);
        self.groups_changed().await;
    }

    /// Keeps what is known of both stores for the next life of the background.
    pub(super) async fn keep_known(&self) {
        let known = Known::of(&self.state.borrow());
        known::keep(known).await;
    }

    /// Reads the groups where both stores were reached, and publishes what came of it all.
    async fn read_groups(&self, reached: &Sides<Result<Way, Trouble>>) {
        let mut connections = Sides::from_fn(|side| connection(reached.get(side)));
        let ways = Sides::from_fn(|side| reached.get(side).as_ref().ok().cloned());
        let names = Sides::from_fn(|side| ways.get(side).as_ref()?.account().store_name.clone());
        let rungs = Sides::from_fn(|side| match reached.get(side) {
            Ok(way) => ladder::told_of(side, way),
            Err(trouble) => trouble.rungs.clone(),
        });
        *self.ways.borrow_mut() = ways.clone();
        let groups = match ways {
            Sides {
                pos: Some(pos),
                ecom: Some(ecom),
            } => groups_of(read_both(&Sides { pos, ecom }, &BrowserClock).await),
            _ => Groups::Unreadable(Sides::from_fn(|side| {
                reached
                    .get(side)
                    .as_ref()
                    .err()
                    .map(|trouble| trouble.fault.clone())
            })),
        };
        if let Groups::Unreadable(faults) = &groups {
            for side in Side::BOTH {
                if let (Some(fault), Connection::Connected { rung, .. }) =
                    (faults.get(side), connections.get(side))
                {
                    let has_token = *rung == Rung::Token;
                    let fault = fault.clone();
                    *connections.get_mut(side) = Connection::Trouble { fault, has_token };
                }
            }
        }
        self.update(|state| {
            state.connections = connections;
            state.rungs = rungs;
            // A store that is not reached keeps the name it gave before.
            for side in Side::BOTH {
                let name = names.get(side).clone();
                let known = state.names.get_mut(side);
                *known = name.or(known.take());
            }
            state.groups = groups;
        });
    }
}

/// The stores whose admin is open in a tab.
async fn open_admins(added: &[String]) -> Vec<Store> {
    let tabs = tabs::all().await.into_iter();
    tabs.filter_map(|tab| stores::discover(&address::parse(&tab.url?)?, added))
        .collect()
}

fn connection(reached: &Result<Way, Trouble>) -> Connection {
    match reached {
        Ok(way) => Connection::Connected {
            person: way.account().person.clone(),
            role: way.account().role.clone(),
            rung: way.rung().unwrap_or(Rung::Session),
        },
        Err(trouble) => Connection::Trouble {
            fault: trouble.fault.clone(),
            has_token: trouble.has_token,
        },
    }
}

/// Both readings, or the faults that kept them away.
pub(super) fn groups_of(read: Sides<Result<Reading, Fault>>) -> Groups {
    match read {
        Sides {
            pos: Ok(pos),
            ecom: Ok(ecom),
        } => Groups::Ready(Box::new(Sides { pos, ecom })),
        other => Groups::Unreadable(other.map(|_, side| side.err())),
    }
}
