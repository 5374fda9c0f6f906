//! What the panel knows of customers beyond the view: what it asked for, each as it came last. One
//! file a subject. Pure, like the rest of the state.

pub(super) mod list;

use tandem_core::show::{Details, HistoryPage, ListPage, PreviewHead, PreviewPage, ReviewPage};

use self::list::List;
use super::state::Problem;
use crate::protocol::customers::{Answers, Csv, Twins};

macro_rules! replies {
    ($($(#[$doc:meta])* $reply:ident),* $(,)?) => {
        /// An answer of the background.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(super) enum Got {
            $($(#[$doc])* $reply(Box<$reply>)),*
        }

        /// A kind of answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Reply {
            $($(#[$doc])* $reply),*
        }
    };
}

replies! {
    /// Answers that were given.
    Answers,
    /// The history as a table.
    Csv,
    /// One customer.
    Details,
    /// A window of the history.
    HistoryPage,
    /// A window of the list.
    ListPage,
    /// What a run would write.
    PreviewHead,
    /// A window of that.
    PreviewPage,
    /// A question.
    ReviewPage,
    /// Who may be meant.
    Twins,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desk {
    /// The list of customers and the one that is looked at.
    pub(super) list: List,
}

impl Desk {
    /// Takes an answer.
    pub(super) fn take(&mut self, got: Got) {
        match got {
            Got::ListPage(page) => self.list.take(*page),
            Got::Answers(_)
            | Got::Csv(_)
            | Got::Details(_)
            | Got::HistoryPage(_)
            | Got::PreviewHead(_)
            | Got::PreviewPage(_)
            | Got::ReviewPage(_)
            | Got::Twins(_) => {}
        }
    }

    /// Hears that an answer does not come.
    pub(super) fn miss(&mut self, reply: Reply, problem: &Problem) {
        match reply {
            Reply::ListPage => self.list.miss(problem),
            Reply::Answers
            | Reply::Csv
            | Reply::Details
            | Reply::HistoryPage
            | Reply::PreviewHead
            | Reply::PreviewPage
            | Reply::ReviewPage
            | Reply::Twins => {}
        }
    }
}
