//! The card of a run over customers, as it is drawn.

use tandem_core::{
    Fault, FaultKind,
    show::{Purpose, RunId},
    sync::journal::EndCounts,
};

use super::{
    fixtures::{after, draw, draw_view, showing},
    flow::{every_count, record, syncing},
    reading::{assert_buttons, assert_shows, buttons, text},
};
use crate::{
    panel::{
        desk::{DeskAct, history::HistoryAct},
        state::{Action, Tab},
        view::{end_counts::parts, sync_card::purpose},
    },
    protocol::view::{Phase, View},
};

fn card(view: View) -> String {
    let html = draw_view(view);
    let card = html.split("class=\"card run\"").nth(1).unwrap();
    card.split("</section>").next().unwrap().to_owned()
}

type PhaseCase = (Phase, EndCounts, &'static str, &'static [&'static str]);

const BUSY: &[&str] = &["Pause"];
const OVER: &[&str] = &["Show what was done", "Close"];
const AGAIN: &[&str] = &["Try 4 again", "Show what was done", "Close"];
const OPEN: &[&str] = &["Continue", "Show what was done", "Close"];
const PAUSED: &[&str] = &[
    "Continue",
    "Show the connections",
    "Show what was done",
    "Close",
];

/// Each phase with what came of its writes so far, what is said of it, and its buttons.
fn phases() -> [PhaseCase; 8] {
    use Phase::{Cancelled, Checking, Finished, Interrupted, Paused, Running};
    let of = |applied, already_there, waiting| EndCounts {
        total: applied + already_there + waiting,
        applied,
        already_there,
        waiting,
        ..EndCounts::default()
    };
    let fault = Fault::of(FaultKind::SignedOut);
    let (done, same, half) = (of(3, 0, 0), of(0, 3, 0), of(2, 0, 1));
    let (all, none) = ("Done. 3 changes were written", "was so already.");
    let some = "Done, but for some: 15 of 36 are as they should be.";
    let stopped = "Paused. 2 of 3 are done; the rest was not sent.";
    let waits = "Paused: 2 of 3 are known to be done. Nobody is signed in.";
    [
        (Running, half, "Writing, and reading back", BUSY),
        (Checking, half, "Checking what was under way…", BUSY),
        (Finished, done, all, OVER),
        (Finished, same, none, OVER),
        (Finished, every_count(), some, AGAIN),
        (Cancelled, half, stopped, OPEN),
        (Interrupted, half, "writes nothing twice.", OPEN),
        (Paused { fault }, half, waits, PAUSED),
    ]
}

#[test]
fn each_phase_has_its_sentence_and_its_buttons() {
    for (phase, counts, words, names) in phases() {
        let is_busy = matches!(phase, Phase::Running | Phase::Checking);
        let card = card(syncing(phase, counts));
        assert_shows(&card, &[words]);
        assert_eq!(card.matches("class=\"sentence\"").count(), 1);
        assert_eq!(card.contains("<progress"), is_busy, "{words}");
        assert_eq!(
            text(&card).contains("12 calls to POS and 3 to eCom left, 75 seconds"),
            is_busy
        );
        assert_eq!(
            text(&card).contains("12 of 105 calls to POS used in five minutes."),
            is_busy
        );
        assert_eq!(buttons(&card), names, "{words}");
    }
}

#[test]
fn the_numbers_on_screen_add_up() {
    let counts = every_count();
    let card = card(syncing(Phase::Finished, counts));
    let list = card.split("aria-label=\"What came of it\"").nth(1).unwrap();
    let list = list.split("</ul>").next().unwrap();
    let shown: u32 = text(list)
        .split(' ')
        .filter_map(|word| word.parse::<u32>().ok())
        .sum();
    assert_eq!(shown, counts.total);
    assert_shows(&card, &["36 changes in all"]);
    assert_eq!(
        parts(&counts).iter().map(|(many, ..)| many).sum::<u32>(),
        counts.total
    );
    for look in [
        "there more than once: open",
        "kept differently by the store: compare",
    ] {
        let what = look.split(':').next().unwrap();
        assert_shows(&card, &[what]);
    }
}

#[test]
fn what_needs_a_look_is_said_only_at_the_end() {
    let busy = card(syncing(Phase::Running, every_count()));
    assert!(!text(&busy).contains("read the customers again"));
    let over = card(syncing(Phase::Finished, every_count()));
    assert_shows(
        &over,
        &[
            "open the store and keep one of them",
            "read the customers again",
            "the history has its reasons",
            "open these customers in the store",
            "compare them in the history",
        ],
    );
}

#[test]
fn the_way_to_the_history_opens_that_run() {
    let open = Action::Desk(DeskAct::History(HistoryAct::Open(Some(RunId(7)))));
    let state = after(showing(syncing(Phase::Finished, every_count())), [open]);
    assert_eq!(state.tab(), Tab::History);
    assert_eq!(state.desk.history.open, Some(RunId(7)));
    assert!(draw(state, true).contains("id=\"panel-h\""));
}

#[test]
fn every_purpose_has_words() {
    let undo = |entry| Purpose::Undo {
        run: RunId(4),
        entry,
    };
    let key = record(tandem_core::Side::Pos, "1");
    for (of, words) in [
        (Purpose::Everybody, "Sync of all customers"),
        (Purpose::One { key }, "Sync of one customer"),
        (undo(None), "Taking back of run 4"),
        (undo(Some(2)), "Taking back of one change of run 4"),
    ] {
        assert_eq!(purpose(&of), words);
    }
}

fn closing(run: u32) -> Action {
    Action::Desk(DeskAct::Closing(Some(RunId(run))))
}

fn half_done() -> EndCounts {
    EndCounts {
        total: 3,
        applied: 1,
        waiting: 2,
        ..EndCounts::default()
    }
}

#[test]
fn a_run_with_work_left_is_closed_only_after_it_was_said_what_that_means() {
    let asked = after(
        showing(syncing(Phase::Cancelled, half_done())),
        [closing(7)],
    );
    let html = draw(asked.clone(), true);
    assert_shows(
        &html,
        &[
            "2 changes are not known to be done. If you close, nothing more is sent. Nothing is lost:",
        ],
    );
    assert_buttons(&html, &["Close all the same", "Keep it open", "Continue"]);
    assert!(!buttons(&html).contains(&"Close".to_owned()));
    let kept = after(asked.clone(), [Action::Desk(DeskAct::Closing(None))]);
    assert_buttons(&draw(kept, true), &["Close", "Continue"]);
    // A run that goes on, or another one, is not asked about.
    let mut moves = syncing(Phase::Running, half_done());
    moves.revision += 1;
    let moved = after(asked, [Action::Arrived(Box::new(moves))]);
    assert_eq!(moved.desk.closing, None);
    let other = after(
        showing(syncing(Phase::Cancelled, half_done())),
        [closing(6)],
    );
    assert!(!draw(other, true).contains("Close all the same"));
}

#[test]
fn a_run_in_doubt_offers_no_close_and_says_why() {
    let mut view = syncing(Phase::Interrupted, half_done());
    if let Some(run) = &mut view.customers.run {
        run.can_close = false;
    }
    let html = card(view.clone());
    assert_eq!(buttons(&html), ["Continue", "Show what was done"]);
    assert_shows(
        &html,
        &["It cannot be closed yet: of some changes it is not known"],
    );
    view.revision += 1;
    let asked = after(
        showing(syncing(Phase::Interrupted, half_done())),
        [closing(7), Action::Arrived(Box::new(view))],
    );
    assert_eq!(asked.desk.closing, None, "the question is put away");
}

#[test]
fn the_course_of_a_run_is_four_numbers_that_stay_in_their_places() {
    let busy = card(syncing(Phase::Running, every_count()));
    assert!(
        busy.contains("<progress "),
        "told by the browser's own element"
    );
    let label = "Done: 15. To look at: 17. Failed: 3. Left: 1.";
    for phase in [Phase::Running, Phase::Cancelled] {
        let html = card(syncing(phase, every_count()));
        assert!(html.contains(&format!("aria-label=\"{label}\"")), "{html}");
    }
    let none = EndCounts {
        total: 2000,
        waiting: 2000,
        ..EndCounts::default()
    };
    let before = card(syncing(Phase::Running, none));
    assert_shows(
        &before,
        &["0 done", "0 to look at", "0 failed", "2,000 left"],
    );
    assert_eq!(before.matches("<li>").count(), busy.matches("<li>").count());
}
