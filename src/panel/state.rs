//! What the panel knows, and how it changes. Pure: no calls, no browser.

use std::{collections::BTreeSet, rc::Rc};

use tandem_core::{Fault, FaultKind, Side, Sides};
use yew::Reducible;

use super::{
    desk::{Desk, DeskAct, Got, Reply, review::Live},
    language::Language,
    next::{Next, next},
};
use crate::protocol::customers::CustomersState;
use crate::protocol::view::{CopyView, GroupsView, PlannedTitle, StoreKey, View};
use tandem_core::WithheldReason;

/// What the panel knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// The last view; `None` until the background answered for the first time.
    pub(super) view: Option<Rc<View>>,
    /// The tab that a person chose; `None` follows what there is to do.
    pub(super) tab: Option<Tab>,
    /// Calls that are under way.
    pub(super) pending: usize,
    /// What went wrong last.
    pub(super) problem: Option<Problem>,
    /// Titles that collide and that a person wants all the same, by the side they go to.
    pub(super) ticked: Sides<BTreeSet<PlannedTitle>>,
    /// Stores chosen for the pair, before they are pinned.
    pub(super) chosen: Sides<Option<StoreKey>>,
    /// Whether a pinned pair is being chosen anew.
    pub(super) rechoosing: bool,
    /// What was asked for of customers.
    pub(super) desk: Desk,
    /// The review of it, for whoever hears a key.
    pub(super) live: Live,
    /// Whether the sheet of keys is shown.
    pub(super) sheet: bool,
    /// Which language was asked for.
    pub(super) speech: Speech,
}

/// What a person wants to be spoken to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Speech {
    /// The language of their choice; `None` follows the admin page.
    pub(super) chosen: Option<Language>,
    /// Whether they chose it just now, in the view that is shown.
    pub(super) is_new: bool,
}

/// The views to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// Connections and numbers.
    Overview,
    /// The board and copying.
    Groups,
    /// Everybody, and what is written.
    Customers,
    /// One question at a time.
    Review,
    /// What was done, and taking it back.
    History,
    /// What happens by itself, what is kept, and how the stores are reached.
    Settings,
}

/// What went wrong between the panel and the background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The background did not do it.
    NotDone(Fault),
    /// It did not answer.
    NoAnswer,
    /// This page belongs to an older version.
    Gone,
    /// The background crashed and started anew.
    Crashed,
    /// The page is shown outside the extension.
    Outside,
}

impl Problem {
    /// Whether what was shown no longer held.
    pub(super) fn is_stale(&self) -> bool {
        matches!(self, Self::NotDone(fault) if fault.kind == FaultKind::Stale)
    }
}

/// What can happen.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// There is something new to show.
    Arrived(Box<View>),
    /// The background answered a question about customers.
    Got(Got),
    /// It did not answer it, for this reason.
    Missed(Reply, Problem),
    /// A person did something about customers.
    Desk(DeskAct),
    /// A call was sent.
    Asked,
    /// A call was answered, or not.
    Answered(Option<Problem>),
    /// Something went wrong outside a call.
    Struck(Problem),
    /// The problem was read.
    Dismissed,
    /// A person chose a tab.
    Show(Tab),
    /// A person ticked or unticked a title that collides.
    Tick(Side, PlannedTitle),
    /// A person chose a store for the pair.
    Choose(Side, StoreKey),
    /// A person wants another pair, or thought better of it.
    Rechoose(bool),
    /// A person wants the sheet of keys, or has seen it.
    Sheet(bool),
    /// The language of a person's choice is spoken now.
    Speaks(Option<Language>),
    /// It was chosen in another panel.
    Heard(Option<Language>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            Action::Arrived(view) => next.take(*view),
            Action::Got(got) => next.desk.take(got),
            Action::Missed(reply, problem) => next.desk.miss(reply, &problem),
            Action::Desk(act) => next.tab = next.desk.act(act).or(next.tab),
            Action::Asked => {
                (next.pending, next.problem) = (next.pending + 1, None);
                // Where a person works, the panel stays; from the overview it leads on.
                let here = next.tab();
                let is_at_work = next.shows_tabs() && here != Tab::Overview;
                next.tab = next.tab.or(is_at_work.then_some(here));
            }
            Action::Answered(problem) => {
                next.pending = next.pending.saturating_sub(1);
                let problem = problem.filter(|problem| !next.desk.explains(problem));
                next.problem = problem.or(next.problem);
            }
            Action::Struck(problem) => next.problem = Some(problem),
            Action::Dismissed => next.problem = None,
            Action::Show(tab) => {
                next.tab = Some(tab);
                next.speech.is_new = false;
            }
            Action::Speaks(chosen) => {
                next.speech = Speech {
                    chosen,
                    is_new: true,
                };
            }
            Action::Heard(chosen) => next.speech.chosen = chosen,
            Action::Tick(side, title) => {
                let ticked = next.ticked.get_mut(side);
                if !ticked.remove(&title) {
                    ticked.insert(title);
                }
            }
            Action::Choose(side, key) => *next.chosen.get_mut(side) = Some(key),
            Action::Rechoose(on) => next.rechoosing = on,
            Action::Sheet(on) => next.sheet = on,
        }
        next.live.follow(&next.desk.review);
        Rc::new(next)
    }
}

impl State {
    /// Takes a view unless a newer one is shown already: replies and the feed overtake each other.
    fn take(&mut self, view: View) {
        if self
            .view
            .as_ref()
            .is_some_and(|shown| shown.revision > view.revision)
        {
            return;
        }
        let pair = |view: &View| {
            view.stores
                .clone()
                .map(|_, stores| stores.chosen.map(|s| s.key))
        };
        if self
            .view
            .as_ref()
            .is_none_or(|shown| pair(shown) != pair(&view))
        {
            self.rechoosing = false;
            // What was fetched is of other stores.
            self.desk = Desk::default();
        }
        for side in Side::BOTH {
            let offered = offered(&view, side);
            self.ticked
                .get_mut(side)
                .retain(|title| offered.contains(title));
        }
        self.desk.see(&view);
        self.view = Some(Rc::new(view));
    }

    /// Whether there are tabs: not before the stores are chosen, nor while they are chosen anew.
    fn shows_tabs(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.pinned) && !self.rechoosing
    }

    /// The tab that is shown: where a person went, or where the next step is.
    pub(super) fn tab(&self) -> Tab {
        self.tab.unwrap_or_else(|| self.tab_by_itself())
    }

    fn tab_by_itself(&self) -> Tab {
        let Some(view) = &self.view else {
            return Tab::Overview;
        };
        if view.run.is_some() {
            return Tab::Groups;
        }
        if view.customers.run.is_some() {
            return Tab::Customers;
        }
        let has_begun = view.customers.state != CustomersState::NotRead;
        match next(view) {
            Next::Wait if has_begun => Tab::Customers,
            // The questions are one click from there; nobody is moved while looking at the list.
            Next::Answer(_) => Tab::Customers,
            step => step.tab().unwrap_or(Tab::Overview),
        }
    }

    /// Exactly what the button for `to` writes: what is listed, then what was ticked.
    pub(super) fn titles(&self, to: Side, copy: &CopyView) -> Vec<PlannedTitle> {
        copy.titles
            .iter()
            .chain(self.ticked.get(to))
            .cloned()
            .collect()
    }

    /// The store of `side` that would be pinned: the chosen one, or the only one there is.
    pub(super) fn candidate(&self, side: Side) -> Option<StoreKey> {
        let seen = &self.view.as_ref()?.stores.get(side).seen;
        let is_seen = |key: &StoreKey| seen.iter().any(|store| store.key == *key);
        let chosen = self.chosen.get(side).clone().filter(is_seen);
        let only = || match seen.as_slice() {
            [one] => Some(one.key.clone()),
            _ => None,
        };
        chosen.or_else(only)
    }
}

/// The titles that a person may tick for `to`.
fn offered(view: &View, to: Side) -> Vec<PlannedTitle> {
    let GroupsView::Ready { copy, .. } = &view.groups else {
        return Vec::new();
    };
    asks(copy.get(to)).map(|(title, _)| title).collect()
}

/// What is left out only until a person decides, with what it collides with.
pub(super) fn asks(copy: &CopyView) -> impl Iterator<Item = (PlannedTitle, &[String])> {
    copy.withheld
        .iter()
        .filter_map(|left_out| match &left_out.reason {
            WithheldReason::Collision { with } => {
                let title = left_out.title.clone();
                Some((
                    PlannedTitle {
                        source: left_out.source.clone(),
                        title,
                    },
                    with.as_slice(),
                ))
            }
            _ => None,
        })
}
