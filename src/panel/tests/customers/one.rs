//! One customer: what is known, what can be done, and answers that come late.

use tandem_core::{RecordId, RecordRef, Side, show::Details};

use super::fixtures::{details, key, listed, opened, suggested};
use crate::{
    panel::{
        desk::{DeskAct, Got, Reply, customer::CustomerAct},
        state::{Action, Problem, State},
        tests::{
            fixtures::{after, draw},
            reading::{assert_buttons, assert_shows, text},
        },
    },
    protocol::customers::{CustomerDeed, Twins},
};

fn act(act: CustomerAct) -> Action {
    Action::Desk(DeskAct::Customer(act))
}

fn got(details: Details) -> Action {
    Action::Got(Got::Details(Box::new(details)))
}

fn of(key: RecordRef) -> Details {
    let mut details = details();
    details.row.who.key = key;
    details
}

#[test]
fn both_records_stand_side_by_side() {
    let html = draw(opened(details()), true);
    assert_shows(
        &html,
        &[
            "Customer 2",
            "You choose which, and are also asked about: Marketing emails.",
            "Group VIP Staff Both sides changed since they were last the same",
            "Email new@example.test old@example.test changed in POS: eCom gets it",
            "differs, and was left so",
            "Name Ada Ada the same",
            "Company nothing Acme not kept the same",
            "they have the same email, and nobody else has it",
            "POS record last changed moment 1763000000",
        ],
    );
    assert!(!text(&html).contains("eCom record last changed"));
    assert!(html.contains("scope=\"row\"") && html.contains("role=\"rowheader\""));
    assert_buttons(
        &html,
        &[
            "Back to the list",
            "Sync now",
            "Answer the questions",
            "Add to POS",
            "Create online",
            "Do not create",
            "Link with…",
            "Unlink",
            "Ignore",
            "Look after again",
            "Forget the pair",
        ],
    );
}

#[test]
fn a_record_alone_has_no_second_one() {
    let mut alone = details();
    alone.row.is_on.ecom = false;
    let html = draw(opened(alone), true);
    assert_shows(&html, &["Group VIP no record"]);
}

#[test]
fn two_are_taken_apart_only_after_a_question() {
    let html = draw(
        after(opened(details()), [act(CustomerAct::Confirm(true))]),
        true,
    );
    assert_shows(&html, &["Are these two people?"]);
    assert_buttons(&html, &["Yes, unlink", "Keep linked"]);
    let state = after(
        opened(details()),
        [act(CustomerAct::Do(CustomerDeed::Unlink))],
    );
    let html = draw(state.clone(), true);
    assert_buttons(&html, &["-Sync now", "-Unlink"]);
    let html = draw(after(state, [got(details())]), true);
    assert_shows(&html, &["Unlinked."]);
    assert_buttons(&html, &["Sync now"]);
}

#[test]
fn a_twin_is_found_among_suggestions_or_by_a_search() {
    let linking = after(opened(details()), [act(CustomerAct::Link(true))]);
    let html = draw(linking.clone(), true);
    assert_shows(
        &html,
        &[
            "Which eCom customer is it?",
            "very likely",
            "Both have the same telephone number.",
        ],
    );
    assert_buttons(&html, &["Link with Ada Twin", "Do not link"]);
    assert!(!text(&html).contains("87"), "no number of truth");

    let seek = |words: &str| act(CustomerAct::Seek(words.to_owned()));
    let find = |state: &State| state.desk.customer.to_find();
    let state = after(linking, [seek("ad")]);
    let (whose, words) = find(&state).unwrap();
    assert_eq!((&whose, words.as_str()), (&key(2), "ad"));
    let state = after(state, [act(CustomerAct::Find(whose, words)), seek("ada")]);
    assert_eq!(find(&state), None, "one at a time");
    let twins = |name: &str| {
        let found = vec![suggested(name, 40)];
        Action::Got(Got::Twins(Box::new(Twins { found })))
    };
    let state = after(state, [twins("Of the first words")]);
    assert!(!text(&draw(state.clone(), true)).contains("Of the first words"));
    let (whose, words) = find(&state).unwrap();
    let state = after(state, [act(CustomerAct::Find(whose, words)), twins("Adam")]);
    assert_buttons(&draw(state.clone(), true), &["Link with Adam"]);
    assert_eq!(find(&state), None);
    let state = after(state, [seek("x")]);
    let (whose, words) = find(&state).unwrap();
    let missed = Action::Missed(Reply::Twins, Problem::NoAnswer);
    let state = after(state, [act(CustomerAct::Find(whose, words)), missed]);
    assert_shows(&draw(state, true), &["The search did not come through."]);
}

#[test]
fn a_link_may_give_the_customer_another_key() {
    let to = RecordRef {
        side: Side::Ecom,
        id: RecordId::from("7"),
    };
    let link = CustomerDeed::Link { to: to.clone() };
    let state = after(
        opened(details()),
        [
            act(CustomerAct::Link(true)),
            act(CustomerAct::Do(link)),
            got(of(to.clone())),
        ],
    );
    let open = state.desk.customer.open.as_ref().unwrap();
    assert_eq!(open.key, to);
    assert_eq!((&open.doing, &open.link), (&None, &None));
    assert_shows(&draw(state, true), &["Linked."]);
}

#[test]
fn an_answer_about_somebody_else_is_not_shown() {
    let state = after(
        listed(),
        [act(CustomerAct::Open(key(5))), act(CustomerAct::Ask(3))],
    );
    let late = after(state.clone(), [got(of(key(4)))]);
    assert_eq!(late, state);
    assert_shows(&draw(late, true), &["Fetching this customer…"]);
    let closed = after(state, [act(CustomerAct::Close), got(of(key(5)))]);
    assert_eq!(closed.desk.customer.open, None);
}

#[test]
fn a_customer_is_fetched_again_when_the_book_changed() {
    let wanted = |state: &State, revision| state.desk.customer.wanted(revision);
    let state = after(listed(), [act(CustomerAct::Open(key(2)))]);
    assert_eq!(wanted(&state, 3), Some(key(2)));
    let state = after(state, [act(CustomerAct::Ask(3))]);
    assert_eq!(wanted(&state, 4), None, "one at a time");
    let state = after(state, [got(details())]);
    assert_eq!(wanted(&state, 3), None);
    assert_eq!(wanted(&state, 4), Some(key(2)));
    let missed = Action::Missed(Reply::Details, Problem::NoAnswer);
    let state = after(state, [act(CustomerAct::Ask(4)), missed]);
    assert_eq!(wanted(&state, 4), None, "not by itself");
    assert_buttons(&draw(state.clone(), true), &["Try again"]);
    let state = after(state, [act(CustomerAct::Again)]);
    assert_eq!(wanted(&state, 4), Some(key(2)));
}
