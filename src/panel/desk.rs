//! What the panel knows of customers beyond the view: the windows of lists that it asked for, each
//! as it came last. Pure, like the rest of the state.

use tandem_core::show::{Details, HistoryPage, ListPage, PreviewHead, PreviewPage, ReviewPage};

use crate::protocol::customers::{Answers, Csv, Twins};

/// An answer of the background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Got {
    /// Answers that were given.
    Answers(Box<Answers>),
    /// The history as a table.
    Csv(Box<Csv>),
    /// One customer.
    Details(Box<Details>),
    /// A window of the history.
    HistoryPage(Box<HistoryPage>),
    /// A window of the list.
    ListPage(Box<ListPage>),
    /// What a run would write.
    PreviewHead(Box<PreviewHead>),
    /// A window of that.
    PreviewPage(Box<PreviewPage>),
    /// A question.
    ReviewPage(Box<ReviewPage>),
    /// Who may be meant.
    Twins(Box<Twins>),
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desk {}

impl Desk {
    /// Takes an answer.
    pub(super) fn take(&mut self, got: Got) {
        drop((self, got));
    }
}
