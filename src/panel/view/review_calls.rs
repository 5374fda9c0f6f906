//! What a review asks of the background, and what is noted of it here: the same for keys and mouse.

use tandem_core::{
    RecordRef,
    show::{CardId, Verdict},
};

use super::focus;
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            review::{Asking, Lack, ReviewAct, ReviewDesk},
        },
        state::{Action, Tab},
    },
    protocol::customers::{AnswerCard, Review, ReviewOf, UndoAnswer},
};

/// The field in which the reason is written.
pub(super) const REASON: &str = "review-reason";

/// The view itself.
pub(super) const VIEW: &str = "panel-r";

/// The id of an offer's button.
pub(super) fn offer_id(place: usize) -> String {
    format!("offer-{place}")
}

fn note(controls: &Controls, act: ReviewAct) {
    controls.desk(DeskAct::Review(act));
}

/// Asks for what takes the place of the question on screen. The keyboard waits for it on the view: what
/// it is on now may go with the question, and effects, which bring it to the next one, may run some
/// time after that one is drawn. A key that is pressed in between would be heard by nobody.
fn ask_for_another(controls: &Controls, asking: Asking) {
    note(controls, ReviewAct::Ask(asking));
    focus::to(VIEW);
}

/// Asks for a question: `step` from the one at `at`.
pub(super) fn look(controls: &Controls, at: Option<CardId>, step: i8) {
    ask_for_another(controls, Asking::Look);
    controls.ask(Review { at, step });
}

/// Looks whether the question at `at` is still one, or for the first where there is none.
pub(super) fn renew(controls: &Controls, at: Option<CardId>) {
    note(controls, ReviewAct::Renew(at.clone()));
    controls.renew(at);
}

/// Asks for the first question about a customer, where it can be seen.
pub(super) fn look_at(controls: &Controls, key: &RecordRef) {
    controls.act.emit(Action::Show(Tab::Review));
    note(controls, ReviewAct::Ask(Asking::Look));
    controls.ask(ReviewOf { key: key.clone() });
}

/// Picks an offer, and puts the keyboard on it, so that it is read out.
pub(super) fn pick(controls: &Controls, review: &ReviewDesk, place: usize) {
    if let Some(card) = review.open_card() {
        note(controls, ReviewAct::Pick(card.id.clone(), place));
        focus::to(&offer_id(place));
    }
}

/// Notes a key that came too soon.
pub(super) fn too_soon(controls: &Controls) {
    note(controls, ReviewAct::TooSoon);
}

/// Notes that the question on screen was there for long enough.
pub(super) fn seen(controls: &Controls) {
    note(controls, ReviewAct::Seen);
}

/// Gives the answer that is picked, or says what it lacks.
pub(super) fn confirm(controls: &Controls, review: &ReviewDesk, in_bulk: bool) {
    let Some(card) = review.open_card() else {
        return;
    };
    match review.ready() {
        Ok((offer, evidence)) => {
            ask_for_another(controls, Asking::Answer(card.id.clone()));
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
    if let Some(card) = review.open_card() {
        ask_for_another(controls, Asking::Later);
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
    ask_for_another(controls, Asking::Undo);
    controls.ask(UndoAnswer {});
}
