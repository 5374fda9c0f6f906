//! The history, as it is drawn and as it is kept.

use tandem_core::{
    Fault, FaultKind, Field, RecordId,
    show::{HistoryPage, Purpose, RunId, Undoable},
    sync::{End, undo::NotUndone},
};

use super::{
    fixtures::{after, draw, showing},
    flow::{entries, got, history, past, read, runs},
    reading::{assert_buttons, assert_shows, buttons},
};
use crate::{
    panel::{
        desk::{
            DeskAct, Got, Reply,
            history::{HistoryAct, len},
        },
        state::{Action, Problem, State, Tab},
    },
    protocol::customers::Csv,
};

fn act(act: HistoryAct) -> Action {
    Action::Desk(DeskAct::History(act))
}

fn two_runs() -> HistoryPage {
    let undo = Purpose::Undo {
        run: RunId(3),
        entry: None,
    };
    runs(0, "", vec![past(4, undo), past(3, Purpose::Everybody)])
}

fn with(actions: impl IntoIterator<Item = Action>) -> State {
    let first = after(
        showing(read(1, 0, 0)),
        [Action::Show(Tab::History), history(two_runs())],
    );
    after(first, actions)
}

const YES: Undoable = Undoable::Yes {
    raises_consent: false,
};

#[test]
fn runs_say_when_what_for_and_what_came_of_them() {
    let html = draw(with([]), true);
    assert_shows(
        &html,
        &[
            "Run 4 · moment 1700000000 Taking back of run 3",
            "Run 3 · moment 1700000000 Sync of all customers",
            "36 changes in all",
        ],
    );
    assert_buttons(
        &html,
        &[
            "Show the changes of run 4",
            "Undo this run, number 3",
            "Export as CSV",
            "Show 100 more",
        ],
    );
    let mut open = past(9, Purpose::Everybody);
    (open.is_closed, open.undoable) = (false, 0);
    let html = draw(with([history(runs(0, "", vec![open]))]), true);
    assert_shows(&html, &["Not finished"]);
    assert!(!buttons(&html).iter().any(|name| name.starts_with("Undo")));
}

#[test]
fn entries_say_what_came_of_each_write() {
    let record = || RecordId::from("1");
    let no = |because| Undoable::No { because };
    let refused = Fault {
        kind: FaultKind::Refused { status: 422 },
        said: Some("Oops".to_owned()),
    };
    let of = vec![
        (
            Some(End::Applied {
                id: record(),
                found: Vec::new(),
            }),
            Undoable::Yes {
                raises_consent: true,
            },
        ),
        (
            Some(End::AlreadyThere { id: record() }),
            no(NotUndone::NothingDone),
        ),
        (
            Some(End::Altered {
                id: record(),
                fields: vec![Field::Name, Field::Phone],
            }),
            no(NotUndone::NothingDone),
        ),
        (Some(End::Doubled { times: 2 }), no(NotUndone::Created)),
        (Some(End::Stale), no(NotUndone::TakenBack)),
        (Some(End::Rejected { why: refused }), YES),
        (Some(End::Unknown), YES),
        (None, YES),
    ];
    let open = act(HistoryAct::Open(Some(RunId(3))));
    let html = draw(with([open, history(entries(3, 0, of))]), true);
    assert_shows(
        &html,
        &[
            "Ada ada@example.com Changed online",
            "written and read back Undoing this allows marketing emails again.",
            "was so already There is nothing to take back.",
            "the store kept some of it differently: Name, Telephone",
            "the store has it 2 times: keep one of them A new customer stays",
            "changed meanwhile; nothing was sent It was taken back already.",
            "The store says: Oops",
            "not known: open this customer in the store",
            "waits",
        ],
    );
    let names = buttons(&html);
    let undo = names
        .iter()
        .filter(|name| *name == "Undo the change of Ada");
    assert_eq!(undo.count(), 4, "where it can be, and nowhere else");
    assert_buttons(&html, &["Hide the changes of run 3"]);
}

#[test]
fn windows_join_where_they_fit() {
    let count = |state: &State| state.desk.history.runs.as_ref().map_or(0, len);
    let more = || history(runs(2, "", vec![past(2, Purpose::Everybody)]));
    let state = with([more()]);
    assert_eq!(count(&state), 3);
    assert_eq!(count(&after(state.clone(), [more()])), 3, "not twice");
    let again = after(state, [history(two_runs())]);
    assert_eq!(count(&again), 2, "a first window begins anew");
}

#[test]
fn what_was_searched_for_before_is_passed_over() {
    let state = with([act(HistoryAct::Search("ada".to_owned()))]);
    let late = after(state.clone(), [history(runs(0, "a", Vec::new()))]);
    assert_eq!(late.desk.history.runs, state.desk.history.runs);
    let found = after(state, [history(runs(0, "ada", Vec::new()))]);
    assert_shows(
        &draw(found, true),
        &["Nothing in the history has these words."],
    );
}

#[test]
fn entries_of_a_run_that_is_folded_are_passed_over() {
    let page = || history(entries(3, 0, vec![(None, YES)]));
    let state = with([page()]);
    assert_eq!(state.desk.history.entries, None);
    let open = act(HistoryAct::Open(Some(RunId(3))));
    let other = act(HistoryAct::Open(Some(RunId(4))));
    assert!(with([open.clone(), page()]).desk.history.entries.is_some());
    let moved = with([open, page(), other, page()]);
    assert_eq!(moved.desk.history.entries, None);
}

#[test]
fn an_empty_history_says_what_will_be_there() {
    let html = draw(with([history(runs(0, "", Vec::new()))]), true);
    assert_shows(&html, &["Nothing was written yet"]);
    assert_buttons(&html, &["-Export as CSV"]);
    let fresh = after(showing(read(1, 0, 0)), [Action::Show(Tab::History)]);
    assert_shows(&draw(fresh, true), &["Fetching the history…"]);
}

#[test]
fn a_table_is_saved_once() {
    let csv = Csv {
        name: "tandem.csv".to_owned(),
        text: "a,b\r\n".to_owned(),
    };
    let state = with([got(Got::Csv(Box::new(csv.clone())))]);
    assert_eq!(state.desk.history.csv, Some(csv));
    assert_eq!(
        after(state, [act(HistoryAct::Saved)]).desk.history.csv,
        None
    );
}

#[test]
fn what_is_kept_can_be_chosen_and_is_said_honestly() {
    let html = draw(with([Action::Show(Tab::Settings)]), true);
    for days in ["7 days", "30 days", "90 days", "365 days"] {
        assert_shows(&html, &[days]);
    }
    assert_eq!(html.matches(" days</option>").count(), 4);
    assert_shows(
        &html,
        &[
            "Keep what was read on this computer",
            "hides it from searches and backups, and not from somebody who has this computer’s whole browser profile",
        ],
    );
    let mut view = read(2, 0, 0);
    view.revision += 1;
    view.customers.keeping.days = 14;
    let odd = draw(
        with([Action::Show(Tab::Settings), Action::Arrived(Box::new(view))]),
        true,
    );
    assert_shows(&odd, &["14 days"]);
}

#[test]
fn forgetting_says_first_what_happens() {
    let html = draw(with([Action::Show(Tab::Settings)]), true);
    assert_buttons(&html, &["Forget everything"]);
    let asked = with([Action::Show(Tab::Settings), act(HistoryAct::Wipe(true))]);
    let html = draw(asked.clone(), true);
    assert_shows(&html, &["The stores keep everything."]);
    assert_buttons(&html, &["Forget it all", "Keep it"]);
    let kept = after(asked.clone(), [act(HistoryAct::Wipe(false))]);
    assert!(kept.desk.history.runs.is_some());
    let gone = after(asked, [Action::Desk(DeskAct::Forget)]);
    assert_eq!(gone.desk.history.runs, None);
    assert_eq!(gone.desk.history.turn, 1);
    assert_eq!(gone.desk.review.page, None);
    assert!(!gone.desk.history.is_wiping);
}

#[test]
fn a_window_that_does_not_come_says_why_and_is_tried_again() {
    let missed = || Action::Missed(Reply::HistoryPage, Problem::NoAnswer);
    let fresh = after(showing(read(1, 0, 0)), [Action::Show(Tab::History)]);
    let failed = after(fresh, [missed()]);
    let html = draw(failed.clone(), true);
    assert_shows(&html, &["Tandem did not answer. Wait a moment"]);
    assert_buttons(&html, &["Try again"]);
    assert!(!html.contains("bone"), "nothing pretends to be on its way");
    let again = after(failed, [act(HistoryAct::Again)]);
    assert_eq!(again.desk.history.turn, 1, "it is fetched anew");
    assert_shows(&draw(again.clone(), true), &["Fetching the history…"]);
    let came = draw(after(again, [history(two_runs())]), true);
    assert!(!came.contains("Tandem did not answer"));

    // The entries of one run: said where they would stand, whatever else comes meanwhile.
    let open = || act(HistoryAct::Open(Some(RunId(3))));
    let failed = with([open(), missed(), history(two_runs())]);
    let html = draw(failed.clone(), true);
    assert_eq!(html.matches("Tandem did not answer").count(), 1);
    let of_run = html.split("Hide the changes of run 3").nth(1).unwrap();
    assert_shows(of_run, &["Tandem did not answer."]);
    let came = after(failed, [history(entries(3, 0, vec![(None, YES)]))]);
    assert_eq!(came.desk.history.problem, None);
    // Another run is another question.
    let other = with([open(), missed(), act(HistoryAct::Open(Some(RunId(4))))]);
    assert_eq!(other.desk.history.problem, None);

    // A later window: what is there stays, and the button is not left without a word.
    let html = draw(with([missed()]), true);
    assert_shows(&html, &["Run 4", "Tandem did not answer."]);
    assert_buttons(&html, &["Try again", "Show 100 more"]);
}

#[test]
fn the_last_weeks_are_drawn_and_told_day_by_day() {
    let html = draw(with([]), true);
    assert_shows(
        &html,
        &[
            "changes written in four weeks",
            "to look at",
            "Day by day",
            "day 19675: written",
            "today",
        ],
    );
    let picture = html
        .split("aria-label=\"The last four weeks")
        .nth(1)
        .unwrap();
    let picture = picture.split("</svg>").next().unwrap();
    assert_eq!(picture.matches("class=\"is-written\"").count(), 1);
    assert_eq!(picture.matches("class=\"is-problem\"").count(), 1);
}

#[test]
fn what_was_written_long_ago_is_in_no_picture() {
    let mut old = past(1, Purpose::Everybody);
    old.began -= 40 * 24 * 60 * 60;
    let html = draw(with([history(runs(0, "", vec![old]))]), true);
    assert!(!html.contains("columns-of-days"));
    assert_shows(&html, &["Run 1"]);
    // Another window of the runs takes nothing away of the picture.
    let more = runs(2, "", vec![past(2, Purpose::Everybody)]);
    let html = draw(with([history(more)]), true);
    assert!(html.contains("columns-of-days"));
}
