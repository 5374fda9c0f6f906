//! The customer that is looked at: what is known of it, and what a person is doing with it.

use std::rc::Rc;

use tandem_core::{RecordRef, show::Details};

use crate::{
    panel::state::Problem,
    protocol::customers::{CustomerDeed, Twins},
};

/// The customer, and the search for its twin that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct CustomerDesk {
    /// The one that is looked at.
    pub(in crate::panel) open: Option<Customer>,
    /// Whose twin is being looked for, and by which words. Never more than one search at a time.
    finding: Option<(RecordRef, String)>,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) struct Customer {
    /// Which.
    pub(in crate::panel) key: RecordRef,
    /// What is known of it, once it came.
    pub(in crate::panel) details: Option<Rc<Details>>,
    /// Why it could not be fetched.
    pub(in crate::panel) problem: Option<Problem>,
    /// The deed that is under way.
    pub(in crate::panel) doing: Option<CustomerDeed>,
    /// The deed that was done last, to be said.
    pub(in crate::panel) done: Option<CustomerDeed>,
    /// Whether a person is asked if the two are to be taken apart.
    pub(in crate::panel) confirms: bool,
    /// The search for the record that it is to be linked with.
    pub(in crate::panel) link: Option<LinkSearch>,
    /// The revision that was on screen when it was asked for last, and whether that is under way.
    asked_under: Option<u64>,
    is_asked: bool,
}

/// Looking for a record of the other side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct LinkSearch {
    /// The words, as they stand in the field. Blank for the suggestions alone.
    pub(in crate::panel) search: String,
    /// What was found, and by which words.
    found: Option<(String, Rc<Twins>)>,
    /// Whether that could not be found out.
    pub(in crate::panel) is_missed: bool,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum CustomerAct {
    /// A person opened one.
    Open(RecordRef),
    /// A person went back to the list.
    Close,
    /// It was asked for while this revision was on screen.
    Ask(u64),
    /// A person wants to try again.
    Again,
    /// A person did this.
    Do(CustomerDeed),
    /// A person wants to take the two apart, or thought better of it.
    Confirm(bool),
    /// A person looks for a record to link it with, or no longer.
    Link(bool),
    /// The search for it became this.
    Seek(String),
    /// A search was sent.
    Find(RecordRef, String),
}

impl Customer {
    const fn of(key: RecordRef) -> Self {
        Self {
            key,
            details: None,
            problem: None,
            doing: None,
            done: None,
            confirms: false,
            link: None,
            asked_under: None,
            is_asked: false,
        }
    }

    /// Whether an answer about `key` is about this one. A link may make it a customer of another key.
    fn is_meant(&self, key: &RecordRef) -> bool {
        let becomes = match &self.doing {
            Some(CustomerDeed::Link { to }) => Some(to),
            _ => None,
        };
        self.key == *key || becomes == Some(key)
    }

    fn act(&mut self, act: CustomerAct) {
        match act {
            CustomerAct::Ask(revision) => {
                (self.asked_under, self.is_asked) = (Some(revision), true);
            }
            CustomerAct::Again => (self.problem, self.asked_under) = (None, None),
            CustomerAct::Do(deed) => {
                (self.doing, self.done, self.confirms) = (Some(deed), None, false);
            }
            CustomerAct::Confirm(is) => self.confirms = is,
            CustomerAct::Link(is) => self.link = is.then(LinkSearch::default),
            CustomerAct::Seek(search) => {
                if let Some(link) = &mut self.link {
                    (link.search, link.is_missed) = (search, false);
                }
            }
            CustomerAct::Open(_) | CustomerAct::Close | CustomerAct::Find(..) => {}
        }
    }
}

impl LinkSearch {
    /// What the words on screen found; `None` while that is not known.
    pub(in crate::panel) fn found(&self) -> Option<&Rc<Twins>> {
        let of_this = |found: &&(String, Rc<Twins>)| found.0 == self.search;
        self.found.as_ref().filter(of_this).map(|(_, twins)| twins)
    }
}

impl CustomerDesk {
    /// Does what was done.
    pub(super) fn act(&mut self, act: CustomerAct) {
        match act {
            CustomerAct::Open(key) => self.open = Some(Customer::of(key)),
            CustomerAct::Close => self.open = None,
            CustomerAct::Find(key, search) => self.finding = Some((key, search)),
            act => {
                if let Some(open) = &mut self.open {
                    open.act(act);
                }
            }
        }
    }

    /// Takes what is known of a customer, if it is the one that is looked at.
    pub(super) fn take(&mut self, details: Details) {
        let Some(open) = &mut self.open else {
            return;
        };
        let key = &details.row.who.key;
        if !open.is_meant(key) {
            return;
        }
        // What was asked for before the deed may come before its answer.
        let is_of_deed = !open.is_asked || *key != open.key;
        if let Some(deed) = open.doing.take_if(|_| is_of_deed) {
            open.link = open
                .link
                .take()
                .filter(|_| !matches!(deed, CustomerDeed::Link { .. }));
            open.done = Some(deed);
        }
        open.key = key.clone();
        (open.is_asked, open.problem) = (false, None);
        open.details = Some(Rc::new(details));
    }

    /// Hears that what is known of a customer does not come.
    pub(super) fn miss(&mut self, problem: &Problem) {
        if let Some(open) = &mut self.open {
            (open.doing, open.is_asked) = (None, false);
            open.problem = Some(problem.clone());
        }
    }

    /// Takes what a search found, if it is the one on screen.
    pub(super) fn take_twins(&mut self, twins: Twins) {
        let Some((key, search)) = self.finding.take() else {
            return;
        };
        if let Some(link) = self.link_of(&key) {
            link.found = Some((search, Rc::new(twins)));
            link.is_missed = false;
        }
    }

    /// Hears that nothing comes of a search.
    pub(super) fn miss_twins(&mut self) {
        let Some((key, search)) = self.finding.take() else {
            return;
        };
        if let Some(link) = self.link_of(&key)
            && link.search == search
        {
            link.is_missed = true;
        }
    }

    fn link_of(&mut self, key: &RecordRef) -> Option<&mut LinkSearch> {
        let open = self.open.as_mut().filter(|open| open.key == *key)?;
        open.link.as_mut()
    }

    /// Whom to ask for while this revision is on screen.
    pub(in crate::panel) fn wanted(&self, revision: u64) -> Option<RecordRef> {
        let open = self.open.as_ref()?;
        let is_there = open.asked_under == Some(revision);
        let waits = open.is_asked || open.doing.is_some() || open.problem.is_some();
        (!is_there && !waits).then(|| open.key.clone())
    }

    /// The search to send next. `None` while one is under way.
    pub(in crate::panel) fn to_find(&self) -> Option<(RecordRef, String)> {
        let open = self.open.as_ref()?;
        let link = open.link.as_ref()?;
        let is_needed = !link.search.trim().is_empty() && link.found().is_none() && !link.is_missed;
        (is_needed && self.finding.is_none()).then(|| (open.key.clone(), link.search.clone()))
    }
}
