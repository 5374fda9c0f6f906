//! What a review makes of replies that come late, or not at all.

use tandem_core::{Fault, FaultKind, show::CardId};

use super::{
    fixtures::{after, draw},
    flow::{asking, consent_card, in_review, renewed, review_page, reviewed},
    reading::assert_shows,
};
use crate::panel::{
    desk::{
        Reply,
        review::{Asking, News, ReviewAct},
    },
    state::{Action, Problem, State},
    view::review::news,
};

fn id(seen: u64) -> CardId {
    consent_card(seen).id
}

fn shown(state: &State) -> Option<u64> {
    state.desk.review.card().map(|card| card.id.seen)
}

fn answer(seen: u64) -> Action {
    in_review(ReviewAct::Ask(Asking::Answer(id(seen))))
}

fn next(revision: u64, seen: u64) -> Action {
    reviewed(review_page(revision, Some(consent_card(seen))))
}

#[test]
fn a_late_reply_never_brings_back_what_was_answered() {
    let answered = after(asking(Some(consent_card(1))), [answer(1), next(2, 2)]);
    assert_eq!(shown(&answered), Some(2));
    assert_eq!(answered.desk.review.news, Some(News::Answered));
    for late in [next(1, 1), next(1, 3), next(2, 1), next(9, 1)] {
        assert_eq!(shown(&after(answered.clone(), [late])), Some(2));
    }
}

#[test]
fn an_answer_that_was_undone_is_asked_again() {
    let answered = after(asking(Some(consent_card(1))), [answer(1), next(2, 2)]);
    let undone = after(
        answered,
        [in_review(ReviewAct::Ask(Asking::Undo)), next(3, 1)],
    );
    assert_eq!(shown(&undone), Some(1));
    assert_eq!(
        news(&undone.desk.review),
        "Taken back. Here is the question again."
    );
}

#[test]
fn a_question_that_was_put_off_or_withdrawn_may_come_again() {
    let later = after(
        asking(Some(consent_card(1))),
        [
            in_review(ReviewAct::Ask(Asking::Later)),
            next(2, 2),
            in_review(ReviewAct::Ask(Asking::Look)),
            next(3, 1),
        ],
    );
    assert_eq!(shown(&later), Some(1));
    let withdrawn = after(
        asking(Some(consent_card(1))),
        [
            answer(1),
            next(2, 2),
            in_review(ReviewAct::Withdraw),
            in_review(ReviewAct::Ask(Asking::Look)),
            next(3, 1),
        ],
    );
    assert_eq!(shown(&withdrawn), Some(1));
}

#[test]
fn an_answer_out_of_date_is_asked_as_it_is_now() {
    let stale = Problem::NotDone(Fault::of(FaultKind::Stale));
    let refused = after(
        asking(Some(consent_card(1))),
        [
            Action::Asked,
            answer(1),
            Action::Missed(Reply::ReviewPage, stale.clone()),
            Action::Answered(Some(stale)),
        ],
    );
    assert!(refused.desk.review.is_outdated);
    assert_eq!(refused.problem, None, "the review says it itself");
    let now = after(
        refused,
        [in_review(ReviewAct::Ask(Asking::Look)), next(2, 5)],
    );
    assert_eq!(shown(&now), Some(5));
    assert_eq!(
        news(&now.desk.review),
        "This customer changed meanwhile. Here is the question as it is now."
    );
}

#[test]
fn an_answer_that_did_not_arrive_can_be_given_again() {
    let missed = after(
        asking(Some(consent_card(1))),
        [
            answer(1),
            Action::Missed(Reply::ReviewPage, Problem::NoAnswer),
            next(1, 1),
        ],
    );
    assert_eq!(shown(&missed), Some(1));
    assert_eq!(missed.desk.review.asking, None);
}

#[test]
fn a_question_can_be_answered_while_it_is_looked_whether_it_is_still_one() {
    let [look, found] = renewed(
        Some(&consent_card(1)),
        review_page(2, Some(consent_card(1))),
    );
    let looking = after(asking(Some(consent_card(1))), [look]);
    assert_eq!(looking.desk.review.card(), looking.desk.review.open_card());
    let answering = after(looking, [in_review(ReviewAct::Pick(id(1), 0)), answer(1)]);
    let found_late = after(answering.clone(), [found.clone()]);
    let given = Some(Asking::Answer(id(1)));
    assert_eq!(found_late.desk.review.asking, given, "it is on its way");
    for state in [
        after(found_late, [next(3, 2)]),
        after(answering, [next(3, 2), found]),
    ] {
        assert_eq!(shown(&state), Some(2));
        assert_eq!(state.desk.review.news, Some(News::Answered));
        assert!(state.desk.review.open_card().is_some());
    }
}

#[test]
fn whoever_types_ahead_sees_the_next_question_before_it_takes_an_answer() {
    let too_soon = || in_review(ReviewAct::TooSoon);
    let held = after(
        asking(Some(consent_card(1))),
        [answer(1), too_soon(), next(2, 2)],
    );
    assert_eq!(shown(&held), Some(2));
    assert!(held.desk.review.open_card().is_none());
    assert_shows(
        &draw(held.clone(), true),
        &["This is the next question. Look at it before you answer."],
    );
    let again = after(held.clone(), [too_soon()]);
    assert_ne!(
        again.desk.review.held, held.desk.review.held,
        "it begins anew"
    );
    let seen = after(again, [in_review(ReviewAct::Seen)]);
    assert!(seen.desk.review.open_card().is_some());
}

#[test]
fn whoever_hears_a_key_knows_of_what_is_not_drawn_yet() {
    let state = after(
        asking(Some(consent_card(1))),
        [in_review(ReviewAct::Pick(id(1), 1))],
    );
    assert_eq!(state.live.now(), state.desk.review);
    assert_eq!(state.live.of(&id(1)).unwrap().picked, Some(1));
    let drawn = state.live.clone();
    let replaced = after(state, [answer(1), next(2, 2)]);
    assert_eq!(drawn.of(&id(1)), None, "its question is another one by now");
    // A key for the one that is still drawn.
    let held = after(replaced, [in_review(ReviewAct::TooSoon)]);
    assert!(held.desk.review.open_card().is_none());
}

#[test]
fn whoever_waits_for_the_next_question_may_answer_it_at_once() {
    let waited = after(asking(Some(consent_card(1))), [answer(1), next(2, 2)]);
    assert!(waited.desk.review.open_card().is_some());
    let refused = after(
        asking(Some(consent_card(1))),
        [
            answer(1),
            in_review(ReviewAct::TooSoon),
            Action::Missed(Reply::ReviewPage, Problem::NoAnswer),
            answer(1),
            next(2, 2),
        ],
    );
    assert!(refused.desk.review.open_card().is_some());
}
