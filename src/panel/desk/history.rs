//! The runs that were fetched, the one that is open, and its entries.

use tandem_core::show::{HistoryPage, HistoryQuery, RunId};

use crate::{panel::state::Problem, protocol::customers::Csv};

/// How many runs, or entries, are fetched at once.
pub(in crate::panel) const WINDOW: u32 = 100;

/// What is known of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct HistoryDesk {
    /// What is searched for.
    pub(in crate::panel) search: String,
    /// The runs that came.
    pub(in crate::panel) runs: Option<HistoryPage>,
    /// The run whose entries are shown.
    pub(in crate::panel) open: Option<RunId>,
    /// Its entries that came.
    pub(in crate::panel) entries: Option<HistoryPage>,
    /// A table that is to be saved.
    pub(in crate::panel) csv: Option<Csv>,
    /// Whether the person is asked if everything is to be forgotten.
    pub(in crate::panel) is_wiping: bool,
    /// Why a window did not come, until it is tried again or all that is shown is there.
    pub(in crate::panel) problem: Option<Problem>,
    /// How often the history was to be fetched anew: after everything was forgotten, and when a
    /// person tries again.
    pub(in crate::panel) turn: u32,
}

/// What a person does in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum HistoryAct {
    /// Searches.
    Search(String),
    /// Shows the entries of this run, or of none.
    Open(Option<RunId>),
    /// The table was saved.
    Saved,
    /// Asks, or no longer asks, if everything is to be forgotten.
    Wipe(bool),
    /// Fetches anew what did not come.
    Again,
}

impl HistoryDesk {
    /// Does what a person does.
    pub(super) fn act(&mut self, act: HistoryAct) {
        match act {
            HistoryAct::Search(search) => (self.search, self.problem) = (search, None),
            HistoryAct::Open(run) => {
                (self.open, self.entries) = (run, None);
                self.problem = self.problem.take().filter(|_| self.runs.is_none());
            }
            HistoryAct::Saved => self.csv = None,
            HistoryAct::Wipe(is_wiping) => self.is_wiping = is_wiping,
            HistoryAct::Again => (self.problem, self.turn) = (None, self.turn.wrapping_add(1)),
        }
    }

    /// With all forgotten.
    pub(super) fn emptied(&self) -> Self {
        Self {
            turn: self.turn.wrapping_add(1),
            ..Self::default()
        }
    }

    /// Takes a window, if it is of what is searched for and shown.
    pub(super) fn take(&mut self, page: HistoryPage) {
        if page.query.search != self.search {
            return;
        }
        match page.query.run {
            None => join(&mut self.runs, page),
            Some(run) if self.open == Some(run) => join(&mut self.entries, page),
            Some(_) => {}
        }
        // Two windows may be under way at once: one that comes says nothing of one that did not.
        if !self.lacks_something() {
            self.problem = None;
        }
    }

    /// Hears that a window does not come.
    pub(super) fn miss(&mut self, problem: &Problem) {
        self.problem = Some(problem.clone());
    }

    /// Whether something is still to come before what a person looks at is there.
    fn lacks_something(&self) -> bool {
        self.runs.is_none() || (self.open.is_some() && self.entries.is_none())
    }

    /// The window that begins at `from`: of the runs, or of the entries of one.
    pub(in crate::panel) fn window(&self, run: Option<RunId>, from: u32) -> HistoryQuery {
        HistoryQuery {
            run,
            search: self.search.clone(),
            from,
            count: WINDOW,
        }
    }
}

/// How many rows a page has so far.
pub(in crate::panel) fn len(page: &HistoryPage) -> u32 {
    let rows = match page.query.run {
        None => page.runs.len(),
        Some(_) => page.entries.len(),
    };
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// A first window takes the place of what was there, a later one goes on where that ends.
fn join(shown: &mut Option<HistoryPage>, page: HistoryPage) {
    if page.query.from == 0 {
        *shown = Some(page);
        return;
    }
    let goes_on = |shown: &&mut HistoryPage| {
        page.query
            == HistoryQuery {
                from: len(shown),
                ..shown.query.clone()
            }
    };
    if let Some(shown) = shown.as_mut().filter(goes_on) {
        shown.total = page.total;
        shown.entries.extend(page.entries);
        // The one run stands beside each window of its entries.
        if page.query.run.is_none() {
            shown.runs.extend(page.runs);
        }
    }
}
