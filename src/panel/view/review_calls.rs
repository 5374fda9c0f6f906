//! What a review asks of the background, and what is noted of it here: the same for keys and mouse.

use tandem_core::show::{CardId, Verdict};

use super::focus;
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            review::{Asking, Lack, ReviewAct, ReviewDesk},
        },
    },
    protocol::customers::{AnswerCard, Review, UndoAnswer},
};

/// The field in which the reason is written.
pub(super) const REASON: &str = "review-reason";

/// The id of an offer's button.
pub(super) fn offer_id(place: usize) -> String {
    format!("offer-{place}")
}

fn note(controls: &Controls, act: ReviewAct) {
    controls.desk(DeskAct::Review(act));
}

/// Asks for a question: `step` from the one at `at`.
pub(super) fn look(controls: &Controls, at: Option<CardId>, step: i8) {
    note(controls, ReviewAct::Ask(Asking::Look));
    controls.ask(Review { at, step });
}

/// Picks an offer, and puts the keyboard on it, so that it is read out.
pub(super) fn pick(controls: &Controls, place: usize) {
    note(controls, ReviewAct::Pick(place));
    focus::to(&offer_id(place));
}

/// Gives the answer that is picked, or says what it lacks.
pub(super) fn confirm(controls: &Controls, review: &ReviewDesk, in_bulk: bool) {
    let Some(card) = review.card().filter(|_| review.asking.is_none()) else {
        return;
    };
    match review.ready() {
        Ok((offer, evidence)) => {
            note(controls, ReviewAct::Ask(Asking::Answer(card.id.clone())));
            controls.ask(AnswerCard {
                id: card.id.clone(),
                verdict: offer.verdict.clone(),
                evidence,
                in_bulk: in_bulk && review.bulk().is_some(),
            });
        }
        Err(lack) => {
            note(controls, ReviewAct::Lack(lack));
            match lack {
                Lack::Pick => focus::to(&offer_id(0)),
                Lack::Reason => focus::to(REASON),
            }
        }
    }
}

/// Puts the question off.
pub(super) fn later(controls: &Controls, review: &ReviewDesk) {
    if let Some(card) = review.card().filter(|_| review.asking.is_none()) {
        note(controls, ReviewAct::Ask(Asking::Later));
        controls.ask(AnswerCard {
            id: card.id.clone(),
            verdict: Verdict::Later,
            evidence: None,
            in_bulk: false,
        });
    }
}

/// Takes the last answer back.
pub(super) fn undo(controls: &Controls) {
    note(controls, ReviewAct::Ask(Asking::Undo));
    controls.ask(UndoAnswer {});
}
