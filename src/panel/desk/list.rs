//! The list of customers, as far as it was asked for: a few pages around the rows in view. Never
//! more than one page is under way; what comes for another search or filter than the one on screen
//! is thrown away.

use std::{collections::BTreeMap, ops::Range, rc::Rc};

use tandem_core::{
    show::{ListPage, ListQuery},
    survey::{Part, Status, StatusCounts},
};

use crate::panel::state::Problem;

/// How many rows are fetched at once.
pub(in crate::panel) const PAGE: u32 = 100;

/// How many pages are kept. The rows in view are on two at most.
const KEPT: usize = 12;

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) struct List {
    /// What is looked for, as it stands in the field.
    pub(in crate::panel) search: String,
    /// The filter.
    pub(in crate::panel) status: Option<Status>,
    /// The part of the two stores that was chosen instead.
    pub(in crate::panel) part: Option<Part>,
    /// Why the list could not be fetched. Nothing more is asked for until a person says so.
    pub(in crate::panel) problem: Option<Problem>,
    /// The rows in view.
    pub(in crate::panel) window: Range<u32>,
    /// Grows whenever the list is another one, so that it is shown from its beginning.
    pub(in crate::panel) turn: u32,
    pages: BTreeMap<u32, Page>,
    found: Option<Found>,
    /// The page that is under way, and the revision that was on screen when it was asked for.
    asked: Option<(ListQuery, u64)>,
}

/// Some rows, and for which revision they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    rows: Rc<ListPage>,
    /// The revision that was on screen when they were asked for: they are at least as new.
    asked_under: u64,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    search: String,
    counts: StatusCounts,
}

/// What is done to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum ListAct {
    /// The search became this.
    Search(String),
    /// A filter was chosen.
    Filter(Option<Status>),
    /// A part of the two stores was chosen, or none any more.
    Part(Option<Part>),
    /// These rows are in view.
    Look(Range<u32>),
    /// A page was asked for while this revision was on screen.
    Ask(ListQuery, u64),
    /// A person wants to try again.
    Again,
}

impl Default for List {
    fn default() -> Self {
        Self {
            search: String::new(),
            status: None,
            part: None,
            problem: None,
            window: 0..1,
            turn: 0,
            pages: BTreeMap::new(),
            found: None,
            asked: None,
        }
    }
}

impl List {
    /// Does what was done to it.
    pub(super) fn act(&mut self, act: ListAct) {
        match act {
            ListAct::Search(search) if search != self.search => {
                self.search = search;
                self.begin();
            }
            ListAct::Filter(status) => self.narrow(status, None),
            ListAct::Part(part) => self.narrow(None, part),
            ListAct::Search(_) => {}
            ListAct::Look(window) => self.window = window,
            ListAct::Ask(query, revision) => self.asked = Some((query, revision)),
            ListAct::Again => self.problem = None,
        }
    }

    /// Shows a status or a part, one in place of the other: both at once would mostly be nobody.
    fn narrow(&mut self, status: Option<Status>, part: Option<Part>) {
        if (status, part) != (self.status, self.part) {
            (self.status, self.part) = (status, part);
            self.begin();
        }
    }

    /// Whether everybody is listed.
    pub(in crate::panel) fn is_of_all(&self) -> bool {
        self.search.trim().is_empty() && self.status.is_none() && self.part.is_none()
    }

    /// Another list: from its beginning.
    fn begin(&mut self) {
        self.pages.clear();
        self.problem = None;
        self.window = 0..1;
        self.turn = self.turn.wrapping_add(1);
    }

    /// Takes a page, if it is of the list on screen.
    pub(super) fn take(&mut self, page: ListPage) {
        let asked_under = self.asked.take().map_or(page.revision, |(_, under)| under);
        let ListQuery { search, from, .. } = &page.query;
        if !self.is_of_this(&page.query) || from % PAGE != 0 {
            return;
        }
        // Pages of two revisions would show somebody twice, and somebody not at all.
        let is_other = |other: &Page| other.rows.revision != page.revision;
        if self.pages.values().next().is_some_and(is_other) {
            self.pages.clear();
        }
        self.problem = None;
        self.found = Some(Found {
            search: search.clone(),
            counts: page.counts,
        });
        let number = from / PAGE;
        let rows = Rc::new(page);
        self.pages.insert(number, Page { rows, asked_under });
        self.forget_far();
    }

    /// Keeps the pages that are nearest to the rows in view.
    fn forget_far(&mut self) {
        let here = self.window.start / PAGE;
        while self.pages.len() > KEPT {
            let far = |number: Option<&u32>| number.map_or(0, |number| number.abs_diff(here));
            let (first, last) = (self.pages.keys().next(), self.pages.keys().next_back());
            if far(first) > far(last) {
                self.pages.pop_first();
            } else {
                self.pages.pop_last();
            }
        }
    }

    /// Hears that the page does not come.
    pub(super) fn miss(&mut self, problem: &Problem) {
        let asked = self.asked.take();
        let is_of_this = |(query, _): (ListQuery, u64)| self.is_of_this(&query);
        if asked.is_none_or(is_of_this) {
            self.problem = Some(problem.clone());
        }
    }

    fn is_of_this(&self, query: &ListQuery) -> bool {
        (query.status, query.part) == (self.status, self.part) && query.search == self.search
    }

    /// The page to ask for next while this revision is on screen: those in view first, then one
    /// ahead on each side. `None` while one is under way, and where all are there.
    pub(in crate::panel) fn wanted(&self, revision: u64) -> Option<ListQuery> {
        if self.asked.is_some() || self.problem.is_some() {
            return None;
        }
        let end = self
            .total()
            .map_or(u32::MAX, |total| total.div_ceil(PAGE).max(1));
        let first = (self.window.start / PAGE).min(end - 1);
        let last = (self.window.end.saturating_sub(1) / PAGE).clamp(first, end - 1);
        let is_fresh = |number: &u32| {
            self.pages
                .get(number)
                .is_some_and(|page| page.asked_under == revision || page.rows.revision == revision)
        };
        // Ahead is asked for only once it is known how far the list goes.
        let is_known = self.total().is_some();
        let ahead = [first.checked_sub(1), last.checked_add(1)];
        let ahead = ahead.into_iter().flatten().filter(|_| is_known);
        let number = (first..=last)
            .chain(ahead.filter(|number| *number < end))
            .find(|number| !is_fresh(number))?;
        Some(ListQuery {
            status: self.status,
            part: self.part,
            search: self.search.clone(),
            from: number * PAGE,
            count: PAGE,
        })
    }

    /// How many rows the list on screen has, once that is known.
    pub(in crate::panel) fn total(&self) -> Option<u32> {
        self.pages.values().next().map(|page| page.rows.total)
    }

    /// How many customers of each status the search on screen found, once that is known.
    pub(in crate::panel) fn counts(&self) -> Option<StatusCounts> {
        let of_this = |found: &&Found| found.search == self.search;
        self.found
            .as_ref()
            .filter(of_this)
            .map(|found| found.counts)
    }

    /// The page that has the row at this place, and where in it; `None` while it is not there.
    pub(in crate::panel) fn row(&self, place: u32) -> Option<(&Rc<ListPage>, usize)> {
        let page = &self.pages.get(&(place / PAGE))?.rows;
        let at = usize::try_from(place % PAGE).ok()?;
        (at < page.rows.len()).then_some((page, at))
    }
}
