//! The records that could not be read, once a person wants to see which.

use crate::{panel::state::Problem, protocol::customers::UnreadPage};

/// What is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct UnreadDesk {
    /// Whether they are shown.
    pub(in crate::panel) is_open: bool,
    /// The list as it came last.
    pub(in crate::panel) page: Option<UnreadPage>,
    /// Why it did not come.
    pub(in crate::panel) problem: Option<Problem>,
    /// The revision under which it was last asked for.
    asked: Option<u64>,
}

/// What a person does with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum UnreadAct {
    /// Unfolds or folds the list.
    Fold,
    /// It is asked for under this revision.
    Ask(u64),
    /// Tries again.
    Again,
}

impl UnreadDesk {
    /// Does what a person does.
    pub(super) fn act(&mut self, act: UnreadAct) {
        match act {
            UnreadAct::Fold => {
                *self = Self {
                    is_open: !self.is_open,
                    ..Self::default()
                }
            }
            UnreadAct::Ask(revision) => self.asked = Some(revision),
            UnreadAct::Again => (self.problem, self.asked) = (None, None),
        }
    }

    /// Takes the list, unless a newer one is there.
    pub(super) fn take(&mut self, page: UnreadPage) {
        let is_old = |shown: &UnreadPage| shown.revision > page.revision;
        if self.is_open && !self.page.as_ref().is_some_and(is_old) {
            (self.page, self.problem) = (Some(page), None);
        }
    }

    /// Hears that it does not come.
    pub(super) fn miss(&mut self, problem: &Problem) {
        self.problem = Some(problem.clone());
    }

    /// Whether it is to be asked for while this revision is on screen.
    pub(in crate::panel) fn is_wanted(&self, revision: u64) -> bool {
        let is_there = self
            .page
            .as_ref()
            .is_some_and(|page| page.revision == revision);
        self.is_open && !is_there && self.asked != Some(revision)
    }
}
