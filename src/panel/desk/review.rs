//! The question that is on screen, what a person picked, and the answers that were given.

use std::{cell::RefCell, rc::Rc};

use serde::Deserialize;
use tandem_core::{
    decisions::is_a_reason,
    show::{Card, CardId, Offer, ReviewPage, Verdict},
};

use crate::{panel::state::Problem, protocol::customers::Answers};

/// The question on screen as it is now, which nobody asked for: it takes no call's place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub(in crate::panel) struct Renewed(pub(in crate::panel) ReviewPage);

/// How many given answers are fetched at once.
pub(in crate::panel) const WINDOW: u32 = 100;

/// Where a review stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct ReviewDesk {
    /// The question as it came last.
    pub(in crate::panel) page: Option<ReviewPage>,
    /// The place of the offer that is picked. Nothing is, until a person does.
    pub(in crate::panel) picked: Option<usize>,
    /// What the person writes down as the reason.
    pub(in crate::panel) reason: String,
    /// What was missing when the person confirmed.
    pub(in crate::panel) lack: Option<Lack>,
    /// The call of the person's that is under way.
    pub(in crate::panel) asking: Option<Asking>,
    /// The question of which it is being looked whether it is still one; the innermost is `None` where
    /// there was none. The person goes on meanwhile.
    pub(in crate::panel) renewing: Option<Option<CardId>>,
    /// How many keys came too soon for the question on screen, while it takes no answer because of
    /// them; `None` where it takes one.
    pub(in crate::panel) held: Option<u32>,
    /// What is to be said of what was done last.
    pub(in crate::panel) news: Option<News>,
    /// Whether the question has to be fetched anew: an answer to it was refused as out of date.
    pub(in crate::panel) is_outdated: bool,
    /// Whether the question on screen is one no longer: its values changed, or it was answered
    /// elsewhere. It stays until the person goes on, so that no key is taken for an answer to
    /// another one, and it can no longer be answered.
    pub(in crate::panel) is_gone: bool,
    /// The answers given so far, if they are unfolded.
    pub(in crate::panel) answers: Option<Answers>,
    /// Questions that were answered here and must not come back by a late reply.
    answered: Vec<CardId>,
    /// Whether a key came while an answer was on its way.
    is_typed_ahead: bool,
}

/// A review as it is at this moment. Yew may draw some time after the state has changed, and what is drawn
/// hears a key as the state was then: whoever hears one asks here. Copies are the same.
#[derive(Clone, Debug, Default)]
pub(in crate::panel) struct Live(Rc<RefCell<ReviewDesk>>);

impl PartialEq for Live {
    /// No two states differ by it.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Live {}

impl Live {
    /// Takes a review that has changed.
    pub(in crate::panel) fn follow(&self, review: &ReviewDesk) {
        let mut known = self.0.borrow_mut();
        if *known != *review {
            known.clone_from(review);
        }
    }

    /// The review at this moment.
    pub(in crate::panel) fn now(&self) -> ReviewDesk {
        self.0.borrow().clone()
    }

    /// The same, if its question is the one that is drawn.
    pub(in crate::panel) fn of(&self, drawn: &CardId) -> Option<ReviewDesk> {
        Some(self.now()).filter(|now| now.card().is_some_and(|card| card.id == *drawn))
    }
}

/// Why an answer cannot be given yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Lack {
    /// No offer is picked.
    Pick,
    /// The reason is not written.
    Reason,
}

/// A call of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Asking {
    /// For a question.
    Look,
    /// To answer this one.
    Answer(CardId),
    /// To put one off.
    Later,
    /// To take the last answer back.
    Undo,
}

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum News {
    Answered,
    PutOff,
    Undone,
    Changed,
}

/// What happens in a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum ReviewAct {
    /// A call is sent.
    Ask(Asking),
    /// It is asked whether the question on screen is still this one.
    Renew(Option<CardId>),
    /// A key came too soon.
    TooSoon,
    /// No key came too soon for a while: the question on screen was seen.
    Seen,
    /// An offer of this question is picked.
    Pick(CardId, usize),
    /// The reason for an answer to this question is written.
    Write(CardId, String),
    /// Something was missing.
    Lack(Lack),
    /// The list of answers is put away.
    HideAnswers,
    /// An answer is taken back: its question may come again.
    Withdraw,
}

impl ReviewDesk {
    /// Does what a person does.
    pub(super) fn act(&mut self, act: ReviewAct) {
        match act {
            ReviewAct::Ask(asking) => {
                if let Asking::Answer(id) = &asking {
                    self.answered.push(id.clone());
                }
                self.lack = None;
                self.asking = Some(asking);
            }
            ReviewAct::Renew(of) => self.renewing = Some(of),
            ReviewAct::TooSoon => match &mut self.held {
                Some(keys) => *keys = keys.saturating_add(1),
                None if self.asking.is_some() => self.is_typed_ahead = true,
                // The next question came, and is not drawn yet.
                None => self.held = Some(0),
            },
            ReviewAct::Seen => self.held = None,
            ReviewAct::Pick(of, place) => {
                if self.is_asked(&of) && self.offers().get(place).is_some() {
                    (self.picked, self.lack) = (Some(place), None);
                }
            }
            ReviewAct::Write(of, reason) => {
                if self.is_asked(&of) {
                    self.reason = reason;
                    self.lack = self.lack.filter(|lack| *lack != Lack::Reason);
                }
            }
            ReviewAct::Lack(lack) => self.lack = Some(lack),
            ReviewAct::HideAnswers => self.answers = None,
            ReviewAct::Withdraw => self.answered.clear(),
        }
    }

    /// Takes what was found out about the question on screen, unless the person went on meanwhile.
    pub(super) fn renew(&mut self, Renewed(page): Renewed) {
        let of = self.renewing.take();
        let shown = self.card().map(|card| card.id.clone());
        if self.asking.is_none() && of == Some(shown) {
            self.take(page);
        }
    }

    /// Takes a question, unless it is older than what is shown, or was answered here.
    pub(super) fn take(&mut self, page: ReviewPage) {
        let asked = self.asking.take();
        let is_typed_ahead = std::mem::take(&mut self.is_typed_ahead);
        if asked == Some(Asking::Undo) {
            self.answered.pop();
        }
        let is_old = self
            .page
            .as_ref()
            .is_some_and(|shown| shown.revision > page.revision);
        let id = page.card.as_ref().map(|card| &card.id);
        if is_old || id.is_some_and(|id| self.answered.contains(id)) {
            return;
        }
        let is_other = id != self.card().map(|card| &card.id);
        let is_unasked = asked.is_none() && !self.is_outdated;
        self.is_gone = is_other && is_unasked && self.card().is_some();
        if self.is_gone {
            self.keep_card(page);
            return;
        }
        if is_other {
            (self.picked, self.lack) = (None, None);
            self.reason.clear();
            self.held = is_typed_ahead.then_some(0);
        }
        self.news = match asked {
            Some(Asking::Answer(_)) => Some(News::Answered),
            Some(Asking::Later) => Some(News::PutOff),
            Some(Asking::Undo) => Some(News::Undone),
            Some(Asking::Look) | None => self.is_outdated.then_some(News::Changed),
        };
        self.is_outdated = false;
        self.page = Some(page);
    }

    /// Takes all of a page but its question.
    fn keep_card(&mut self, mut page: ReviewPage) {
        (self.picked, self.lack) = (None, None);
        self.reason.clear();
        page.card = self.page.take().and_then(|shown| shown.card);
        self.page = Some(page);
    }

    /// Whether this question is on screen and can be answered.
    fn is_asked(&self, id: &CardId) -> bool {
        !self.is_gone && self.card().is_some_and(|card| card.id == *id)
    }

    /// Hears that a question does not come.
    pub(super) fn miss(&mut self, problem: &Problem) {
        let asked = self.asking.take();
        self.is_typed_ahead = false;
        if matches!(asked, Some(Asking::Answer(_))) {
            self.answered.pop();
        }
        self.is_outdated =
            matches!(asked, Some(Asking::Answer(_) | Asking::Later)) && problem.is_stale();
    }

    /// Hears that it was not found out whether the question is still one.
    pub(super) fn miss_renewal(&mut self) {
        self.renewing = None;
    }

    /// Whether nothing can be answered now: an answer is on its way, or keys came too soon.
    pub(in crate::panel) const fn is_busy(&self) -> bool {
        self.asking.is_some() || self.held.is_some()
    }

    /// The question on screen.
    pub(in crate::panel) fn card(&self) -> Option<&Card> {
        self.page.as_ref()?.card.as_deref()
    }

    /// What can be answered to it. Putting it off has a button of its own.
    pub(in crate::panel) fn offers(&self) -> Vec<&Offer> {
        let offers = self.card().map_or(&[][..], |card| &card.offers);
        offers
            .iter()
            .filter(|offer| offer.verdict != Verdict::Later)
            .collect()
    }

    /// The question on screen, if it can be answered now.
    pub(in crate::panel) fn open_card(&self) -> Option<&Card> {
        self.card().filter(|_| !self.is_gone && !self.is_busy())
    }

    /// The offer that is picked.
    pub(in crate::panel) fn offer(&self) -> Option<&Offer> {
        self.offers().get(self.picked?).copied()
    }

    /// The answer as it can be given, or what it lacks.
    pub(in crate::panel) fn ready(&self) -> Result<(&Offer, Option<String>), Lack> {
        let offer = self.offer().ok_or(Lack::Pick)?;
        let reason = self.reason.trim();
        match (offer.needs_evidence, is_a_reason(reason)) {
            (true, false) => Err(Lack::Reason),
            (true, true) => Ok((offer, Some(reason.to_owned()))),
            (false, _) => Ok((offer, None)),
        }
    }

    /// How many questions the picked offer answers in bulk; `None` where it may be given singly only.
    pub(in crate::panel) fn bulk(&self) -> Option<u32> {
        let offer = self.offer()?;
        (offer.in_bulk > 1 && !offer.needs_evidence).then_some(offer.in_bulk)
    }
}
