//! What the panel knows of customers beyond the view: what it asked for, each as it came last. One
//! file a subject. Pure, like the rest of the state.

pub(super) mod customer;
pub(super) mod history;
pub(super) mod list;
pub(super) mod preview;
pub(super) mod review;
pub(super) mod unread;

use tandem_core::show::{
    Details, HistoryPage, ListPage, PreviewHead, PreviewPage, ReviewPage, RunId,
};

use self::{
    customer::{CustomerAct, CustomerDesk},
    history::{HistoryAct, HistoryDesk},
    list::{List, ListAct},
    preview::{Preview, PreviewAct},
    review::{Renewed, ReviewAct, ReviewDesk},
    unread::{UnreadAct, UnreadDesk},
};
use super::{
    state::{Problem, Tab},
    view::run_frame::is_busy,
};
use crate::protocol::{
    customers::{Answers, Csv, Twins, UnreadPage},
    view::View,
};

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
    /// Whether a question is still one.
    Renewed,
    /// A question.
    ReviewPage,
    /// Who may be meant.
    Twins,
    /// Records that could not be read.
    UnreadPage,
}

/// What a person does with customers that the background need not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DeskAct {
    /// With a preview.
    Preview(PreviewAct),
    /// In a review.
    Review(ReviewAct),
    /// In the history.
    History(HistoryAct),
    /// With the list of customers.
    List(ListAct),
    /// With the customer that is looked at.
    Customer(CustomerAct),
    /// With the records that could not be read.
    Unread(UnreadAct),
    /// Asks, or no longer asks, if this run is to be closed with work left.
    Closing(Option<RunId>),
    /// Forgets all that was fetched.
    Forget,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desk {
    /// The list of customers.
    pub(super) list: List,
    /// The customer that is looked at.
    pub(super) customer: CustomerDesk,
    /// The preview that is open.
    pub(super) preview: Option<Preview>,
    /// The question that is on screen.
    pub(super) review: ReviewDesk,
    /// What was fetched of the history.
    pub(super) history: HistoryDesk,
    /// The records that could not be read.
    pub(super) unread: UnreadDesk,
    /// The run of which the person is asked if it is to be closed with work left.
    pub(super) closing: Option<RunId>,
}

impl Desk {
    /// Takes an answer.
    pub(super) fn take(&mut self, got: Got) {
        match got {
            Got::Answers(answers) => self.review.answers = Some(*answers),
            Got::Csv(csv) => self.history.csv = Some(*csv),
            Got::HistoryPage(page) => self.history.take(*page),
            Got::ListPage(page) => self.list.take(*page),
            Got::PreviewHead(head) => {
                if let Some(preview) = &mut self.preview {
                    preview.take_head(*head);
                }
            }
            Got::PreviewPage(page) => {
                if let Some(preview) = &mut self.preview {
                    preview.take_page(*page);
                }
            }
            Got::Renewed(page) => self.review.renew(*page),
            Got::ReviewPage(page) => self.review.take(*page),
            Got::Details(details) => self.customer.take(*details),
            Got::Twins(twins) => self.customer.take_twins(*twins),
            Got::UnreadPage(page) => self.unread.take(*page),
        }
    }

    /// Hears that an answer does not come.
    pub(super) fn miss(&mut self, reply: Reply, problem: &Problem) {
        match reply {
            Reply::ListPage => self.list.miss(problem),
            Reply::PreviewHead | Reply::PreviewPage => {
                if let Some(preview) = &mut self.preview {
                    preview.miss(reply);
                }
            }
            Reply::Renewed => self.review.miss_renewal(),
            Reply::ReviewPage => self.review.miss(problem),
            Reply::Details => self.customer.miss(problem),
            Reply::Twins => self.customer.miss_twins(),
            Reply::UnreadPage => self.unread.miss(problem),
            Reply::HistoryPage => self.history.miss(problem),
            Reply::Answers | Reply::Csv => {}
        }
    }

    /// Does what a person does. The tab where it is to be seen, if that is another.
    pub(super) fn act(&mut self, act: DeskAct) -> Option<Tab> {
        match act {
            DeskAct::Preview(act) => {
                let is_new = matches!(act, PreviewAct::Open(_));
                preview::act(&mut self.preview, act);
                self.preview.as_ref().filter(|_| is_new).map(Preview::tab)
            }
            DeskAct::Review(act) => {
                self.review.act(act);
                None
            }
            DeskAct::History(act) => {
                let is_shown = matches!(act, HistoryAct::Open(Some(_)));
                self.history.act(act);
                is_shown.then_some(Tab::History)
            }
            DeskAct::List(act) => {
                self.list.act(act);
                None
            }
            DeskAct::Customer(act) => {
                let is_new = matches!(act, CustomerAct::Open(_));
                self.customer.act(act);
                is_new.then_some(Tab::Customers)
            }
            DeskAct::Unread(act) => {
                self.unread.act(act);
                None
            }
            DeskAct::Closing(run) => {
                self.closing = run;
                None
            }
            DeskAct::Forget => {
                *self = Self {
                    history: self.history.emptied(),
                    ..Self::default()
                };
                None
            }
        }
    }

    /// Sees the view that arrived: a preview whose run has begun is put away, and so is the question
    /// about a run that moves again or cannot be closed.
    pub(super) fn see(&mut self, view: &View) {
        let run = view.customers.run.as_ref();
        let id = run.map(|run| run.id);
        self.preview.take_if(|preview| preview.is_begun(id));
        let still = run.filter(|run| run.can_close && !is_busy(&run.phase));
        self.closing = self
            .closing
            .filter(|_| still.map(|run| run.id) == self.closing);
    }

    /// Hears that a call was not done. Whether a view of its own says so already.
    pub(super) fn explains(&mut self, problem: &Problem) -> bool {
        let by_preview = self
            .preview
            .as_mut()
            .is_some_and(|preview| preview.is_refused(problem));
        by_preview || (self.review.is_outdated && problem.is_stale())
    }

    /// The preview that is shown over the content of a tab.
    pub(super) fn preview_over(&self, tab: Tab) -> Option<&Preview> {
        self.preview.as_ref().filter(|preview| preview.tab() == tab)
    }
}
