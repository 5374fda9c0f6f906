//! A review: what is asked, what can be answered, and what may not come back.

use tandem_core::{
    Field, RecordRef, Side,
    canon::email::variant::Difference,
    decisions::Choice,
    identity::Ambiguity,
    recon::Question,
    show::{About, Card, CardId, GivenAnswer, Offer, Suggested, Verdict},
    suggest::Evidence,
};

use super::{
    fixtures::{after, draw, showing},
    flow::{
        asking, card, choose, consent_card, got, in_review, offer, read, record, renewed,
        review_page, reviewed, who,
    },
    reading::{assert_buttons, assert_shows, buttons, text},
};
use crate::{
    panel::{
        desk::{
            Got,
            review::{Asking, Lack, ReviewAct},
        },
        state::{Action, State, Tab},
    },
    protocol::customers::Answers,
};

#[test]
fn a_question_shows_both_sides_and_what_the_law_expects() {
    let html = draw(asking(Some(consent_card(1))), true);
    assert_shows(
        &html,
        &[
            "12 of 40 left",
            "Ada ada@example.com May this person be sent marketing emails?",
            "POS No marketing emails Changed since both were last the same",
            "eCom Said yes to marketing emails Unchanged since both were last the same",
            "Record last edited moment 1700000000",
            "The law expects that you can show the person’s own yes",
            "Use what POS has: No marketing emails",
            "Leave both as they are",
        ],
    );
    assert_buttons(
        &html,
        &[
            "Confirm",
            "Ask later",
            "Previous question",
            "Next question",
            "Undo the last answer",
        ],
    );
    let keys = ["← →", "1 2 3", "Enter", "L", "U"];
    assert_shows(&html, &keys);
}

#[test]
fn nothing_is_picked_for_a_person() {
    for about in every_about() {
        let offers = vec![
            offer(choose(Choice::Use(Side::Pos))),
            offer(choose(Choice::KeepApart)),
        ];
        let html = draw(asking(Some(card(about, offers))), true);
        assert_eq!(html.matches("type=\"radio\"").count(), 2);
        assert!(!html.contains("checked"));
        assert_eq!(html.matches("<fieldset").count(), 1);
    }
    let state = after(
        asking(Some(consent_card(1))),
        [in_review(ReviewAct::Pick(asked(), 0))],
    );
    assert_eq!(draw(state.clone(), true).matches("checked").count(), 1);
    let other = after(
        state,
        [
            in_review(ReviewAct::Ask(Asking::Look)),
            reviewed(review_page(2, Some(consent_card(2)))),
        ],
    );
    assert_eq!(other.desk.review.picked, None, "another question");
}

/// The question that these tests ask first.
fn asked() -> CardId {
    consent_card(1).id
}

#[test]
fn what_is_on_screen_is_never_exchanged_under_the_hand() {
    let picked = after(
        asking(Some(consent_card(1))),
        [in_review(ReviewAct::Pick(asked(), 1))],
    );
    for next in [Some(consent_card(2)), None] {
        let gone = after(
            after(
                picked.clone(),
                renewed(Some(&consent_card(1)), review_page(2, next.clone())),
            ),
            [
                in_review(ReviewAct::Pick(asked(), 1)),
                in_review(ReviewAct::Write(asked(), "a stray text".to_owned())),
            ],
        );
        let review = &gone.desk.review;
        assert!(review.is_gone && review.open_card().is_none());
        assert_eq!(review.card().map(|card| &card.id), Some(&asked()));
        assert_eq!((review.picked, review.reason.as_str()), (None, ""));
        let html = draw(gone.clone(), true);
        assert_shows(
            &html,
            &["This question is settled or asks something else now."],
        );
        assert_buttons(&html, &["Go on"]);
        assert!(!html.contains("type=\"radio\""));
        let on = after(
            gone,
            [
                in_review(ReviewAct::Ask(Asking::Look)),
                reviewed(review_page(2, next.clone())),
            ],
        );
        assert!(!on.desk.review.is_gone);
        let shown = on.desk.review.card().map(|card| card.id.clone());
        assert_eq!(shown, next.map(|card| card.id));
    }
}

#[test]
fn what_was_meant_for_one_question_is_not_taken_by_another() {
    let other = after(
        asking(Some(consent_card(1))),
        [
            in_review(ReviewAct::Ask(Asking::Look)),
            reviewed(review_page(2, Some(consent_card(2)))),
            in_review(ReviewAct::Pick(asked(), 1)),
            in_review(ReviewAct::Write(asked(), "asked at the till".to_owned())),
        ],
    );
    assert_eq!(other.desk.review.picked, None);
    assert_eq!(other.desk.review.reason, "");
}

#[test]
fn the_same_question_read_again_keeps_what_was_picked() {
    let again = after(
        after(
            asking(Some(consent_card(1))),
            [in_review(ReviewAct::Pick(asked(), 1))],
        ),
        renewed(
            Some(&consent_card(1)),
            review_page(2, Some(consent_card(1))),
        ),
    );
    assert_eq!(again.desk.review.picked, Some(1));
    assert!(!again.desk.review.is_gone);
}

fn every_about() -> Vec<About> {
    let mut all = vec![
        About::Person {
            why: Ambiguity::SharedEmail { in_pos: 3 },
            candidates: vec![candidate()],
        },
        About::Gone { on: Side::Pos },
        About::LacksGroup {
            on: Side::Ecom,
            title: Some("VIP".to_owned()),
        },
    ];
    all.extend(Field::ALL.map(|field| About::Field {
        field,
        question: Question::BothChanged,
    }));
    all
}

fn candidate() -> Suggested {
    Suggested {
        who: who("Ben"),
        score: 80,
        evidence: vec![Evidence::Email(Difference::Dots), Evidence::OtherPhone],
    }
}

#[test]
fn every_question_is_one_sentence_with_its_reason() {
    let mut asked = std::collections::BTreeSet::new();
    for about in every_about() {
        let html = draw(asking(Some(card(about.clone(), Vec::new()))), true);
        let question = html.split("<h2").nth(1).unwrap();
        let question = text(question.split("</h2>").next().unwrap());
        assert!(question.ends_with('?'), "{question}");
        assert!(asked.insert(question), "{about:?}");
    }
}

#[test]
fn candidates_come_with_what_speaks_for_them() {
    let about = About::Person {
        why: Ambiguity::SharedEmail { in_pos: 3 },
        candidates: vec![candidate()],
    };
    let link = Verdict::Link {
        to: candidate().who.key,
    };
    let unseen = Verdict::Link {
        to: record(Side::Ecom, "9"),
    };
    let offers = vec![offer(link), offer(unseen), offer(Verdict::Ignore)];
    let html = draw(asking(Some(card(about, offers))), true);
    assert_shows(
        &html,
        &[
            "3 customers in POS share this email.",
            "It is this one: Ben ben@example.com very likely",
            "The emails are the same but for dots, which Gmail does not count.",
            "The telephone numbers differ.",
            "It is a certain eCom record",
            "Leave this customer alone",
        ],
    );
    assert!(
        !text(&html).contains("80"),
        "no number that looks like a truth"
    );
}

#[test]
fn all_at_once_is_offered_only_where_it_may_be() {
    let bulk = |state: &State| {
        let names = buttons(&draw(state.clone(), true));
        names
            .into_iter()
            .find(|name| name.starts_with("Answer all"))
    };
    let state = asking(Some(consent_card(1)));
    assert_eq!(bulk(&state), None, "nothing is picked");
    let lowers = after(state.clone(), [in_review(ReviewAct::Pick(asked(), 0))]);
    assert_eq!(bulk(&lowers).as_deref(), Some("Answer all 37 like this"));
    for place in [1, 2] {
        let other = after(state.clone(), [in_review(ReviewAct::Pick(asked(), place))]);
        assert_eq!(bulk(&other), None, "a raise, or one alone");
        assert_eq!(other.desk.review.bulk(), None);
    }
    let alone = Offer {
        in_bulk: 1,
        ..offer(choose(Choice::KeepApart))
    };
    let about = About::Gone { on: Side::Pos };
    let one = after(
        asking(Some(card(about, vec![alone]))),
        [in_review(ReviewAct::Pick(asked(), 0))],
    );
    assert_eq!(bulk(&one), None);
}

#[test]
fn a_raise_needs_its_reason_in_writing() {
    let state = after(
        asking(Some(consent_card(1))),
        [in_review(ReviewAct::Pick(asked(), 1))],
    );
    let html = draw(state.clone(), true);
    assert!(html.contains("id=\"review-reason\"") && html.contains("required"));
    assert!(
        state
            .desk
            .review
            .ready()
            .is_err_and(|lack| lack == Lack::Reason)
    );
    let blank = after(
        state.clone(),
        [in_review(ReviewAct::Write(asked(), "  ".to_owned()))],
    );
    assert!(blank.desk.review.ready().is_err());
    let stray = after(
        blank.clone(),
        [in_review(ReviewAct::Write(asked(), "2".to_owned()))],
    );
    assert!(
        stray.desk.review.ready().is_err(),
        "a stray key is no reason"
    );
    let lacking = after(blank, [in_review(ReviewAct::Lack(Lack::Reason))]);
    let html = draw(lacking.clone(), true);
    assert_shows(&html, &["Write a reason first."]);
    assert!(html.contains("aria-invalid=\"true\""));
    let written = after(
        lacking,
        [in_review(ReviewAct::Write(
            asked(),
            " asked at the till ".to_owned(),
        ))],
    );
    let (offer, reason) = written.desk.review.ready().unwrap();
    assert_eq!(offer.verdict, choose(Choice::Use(Side::Ecom)));
    assert_eq!(reason.as_deref(), Some("asked at the till"));
    let lowers = after(written, [in_review(ReviewAct::Pick(asked(), 0))]);
    let (_, reason) = lowers.desk.review.ready().unwrap();
    assert_eq!(reason, None, "what was written goes with the raise alone");
}

#[test]
fn nothing_is_confirmed_unpicked() {
    let state = asking(Some(consent_card(1)));
    assert!(
        state
            .desk
            .review
            .ready()
            .is_err_and(|lack| lack == Lack::Pick)
    );
    let lacking = after(state, [in_review(ReviewAct::Lack(Lack::Pick))]);
    assert_shows(&draw(lacking, true), &["Choose an answer first."]);
    let beyond = after(
        asking(Some(consent_card(1))),
        [in_review(ReviewAct::Pick(asked(), 3))],
    );
    assert_eq!(beyond.desk.review.picked, None, "later is no choice");
}

#[test]
fn the_end_has_a_way_on() {
    let html = draw(asking(None), true);
    assert_shows(&html, &["Nothing to decide"]);
    assert_buttons(&html, &["Sync 3 customers", "Undo the last answer"]);
    let unread = after(
        showing(super::fixtures::connected()),
        [Action::Show(Tab::Review)],
    );
    assert_buttons(&draw(unread, true), &["Show the customers"]);
    let waiting = after(showing(read(1, 12, 0)), [Action::Show(Tab::Review)]);
    assert_shows(&draw(waiting, true), &["Fetching the question…"]);
}

#[test]
fn answers_that_were_given_can_be_withdrawn() {
    let verdicts = [
        (choose(Choice::Use(Side::Pos)), "Use what POS has"),
        (choose(Choice::KeepApart), "Leave both as they are"),
        (
            Verdict::Link {
                to: record(Side::Pos, "1"),
            },
            "It is a certain POS record",
        ),
        (Verdict::Create, "Create it on the other side"),
        (Verdict::Ignore, "Leave this customer alone"),
        (Verdict::Forget, "Forget that the two were one"),
        (Verdict::Later, "Ask later"),
    ];
    let given = |(verdict, _): (Verdict, &str)| GivenAnswer {
        who: who("Ada"),
        field: Some(Field::Email),
        verdict,
        in_bulk: true,
    };
    let answers = Answers {
        total: 300,
        given: verdicts.clone().map(given).to_vec(),
    };
    let closed = asking(Some(consent_card(1)));
    assert_buttons(
        &draw(closed.clone(), true),
        &["Show 28 answers that wait for the next sync"],
    );
    let html = draw(after(closed, [got(Got::Answers(Box::new(answers)))]), true);
    for (_, words) in verdicts {
        assert_shows(&html, &[words]);
    }
    assert_shows(&html, &["Email: Use what POS has (for many at once)"]);
    assert_buttons(&html, &["Withdraw the answer about Ada", "Show 100 more"]);
}

#[test]
fn a_card_is_never_without_words_for_a_stranger() {
    let mut odd: Card = card(About::Gone { on: Side::Ecom }, vec![offer(Verdict::Forget)]);
    odd.who.name = None;
    odd.who.email = None;
    odd.id.key = RecordRef {
        side: Side::Pos,
        ..odd.id.key
    };
    assert_shows(
        &draw(asking(Some(odd)), true),
        &["No name", "eCom no longer has this customer."],
    );
}
