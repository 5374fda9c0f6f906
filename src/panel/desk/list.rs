//! The list of customers, as far as it was asked for.

use tandem_core::show::ListPage;

use crate::panel::state::Problem;

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct List {}

impl List {
    /// Takes a window of it.
    pub(in crate::panel) fn take(&mut self, page: ListPage) {
        drop((self, page));
    }

    /// Hears that a window does not come.
    pub(in crate::panel) fn miss(&mut self, problem: &Problem) {
        let _ = (self, problem);
    }
}
