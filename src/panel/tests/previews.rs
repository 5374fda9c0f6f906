//! A preview, as it is drawn and as it is kept.

use tandem_core::{
    Consent, Fault, FaultKind, Field, Side, Sides,
    recon::Question,
    show::{
        OpKinds, PreviewHead, PreviewId, PreviewPage, PreviewPart, PreviewQuery, Purpose, RunId,
        Shown, WithheldRow,
    },
    sync::{draft::Because, policy::Halt},
};

use super::{
    fixtures::{after, draw, showing},
    flow::{changes_online, got, head, open, page, previewing, read, syncing, who},
    reading::{assert_buttons, assert_shows, buttons, elements, text},
};
use crate::{
    panel::{
        desk::{
            DeskAct, Got, Reply,
            preview::{PreviewAct, Stage, parts},
        },
        state::{Action, Problem, State, Tab},
    },
    protocol::view::Phase,
};

fn act(act: PreviewAct) -> Action {
    Action::Desk(DeskAct::Preview(act))
}

fn stage(state: &State) -> Option<Stage> {
    state.desk.preview.as_ref().map(|preview| preview.stage)
}

fn stale() -> Problem {
    Problem::NotDone(Fault::of(FaultKind::Stale))
}

fn rows(state: &State) -> u32 {
    let preview = state.desk.preview.as_ref().unwrap();
    preview
        .rows
        .get(&changes_online())
        .map_or(0, |rows| rows.len())
}

#[test]
fn the_numbers_are_said_by_kind_and_add_up() {
    let html = draw(previewing(head()), true);
    assert_buttons(
        &html,
        &[
            "12 new customers in POS",
            "1 new customer online",
            "131 changes online",
            "5 moves to another group in POS",
            "2 things are left out",
            "Write 149 changes",
            "Back",
        ],
    );
    assert!(!text(&html).contains("changes in POS"), "none, so not said");
    assert_shows(
        &html,
        &["149 changes for 140 customers 48 calls to POS and 9 to eCom, about 10 minutes."],
    );
    let head = head();
    let writes = parts(&head).filter(|(part, _)| *part != PreviewPart::Withheld);
    assert_eq!(writes.map(|(_, count)| count).sum::<u32>(), head.total);
}

#[test]
fn rows_say_from_what_to_what() {
    let state = after(
        previewing(head()),
        [
            act(PreviewAct::Fold(changes_online())),
            got(Got::PreviewPage(Box::new(page(0, 100)))),
        ],
    );
    let html = draw(state.clone(), true);
    assert_shows(
        &html,
        &[
            "Ada ada@example.com",
            "from old@example.com → to new@example.com",
            "from No marketing emails → to Said yes to marketing emails",
            "from a group that is not in the list → to עובדים (staff)",
            "from nothing → to 1 Quay",
            "The shopper will sign in online with the new email.",
            "This allows marketing emails again.",
        ],
    );
    let set_apart = elements(&html, "bdi");
    let title = set_apart.iter().find(|(_, text)| text == "עובדים (staff)");
    assert!(title.is_some_and(|(tag, _)| tag.contains("dir=\"auto\"")));
    assert_buttons(&html, &["Show 31 more"]);
    let all = after(state, [got(Got::PreviewPage(Box::new(page(100, 31))))]);
    assert_eq!(rows(&all), 131);
    let more = buttons(&draw(all, true));
    assert!(!more.iter().any(|name| name.contains("more")));
}

#[test]
fn a_window_is_taken_once_and_only_of_this_preview() {
    let state = after(
        previewing(head()),
        [
            got(Got::PreviewPage(Box::new(page(0, 100)))),
            got(Got::PreviewPage(Box::new(page(0, 100)))),
            got(Got::PreviewPage(Box::new(page(50, 31)))),
        ],
    );
    assert_eq!(rows(&state), 100);
    let mut other = page(100, 31);
    other.query.id = PreviewId(2);
    let state = after(state, [got(Got::PreviewPage(Box::new(other)))]);
    assert_eq!(rows(&state), 100);
}

#[test]
fn what_is_left_out_has_its_reason() {
    let row = |because, field| WithheldRow {
        who: who("Ben"),
        field,
        because,
    };
    let withheld = PreviewPage {
        query: PreviewQuery {
            id: PreviewId(1),
            part: PreviewPart::Withheld,
            from: 0,
            count: 100,
        },
        total: 2,
        writes: Vec::new(),
        withheld: vec![
            row(Because::Asked(Question::FlipFlop), Some(Field::Email)),
            row(Because::Grace { until: 99 }, None),
        ],
    };
    let html = draw(
        after(
            previewing(head()),
            [
                act(PreviewAct::Fold(PreviewPart::Withheld)),
                got(Got::PreviewPage(Box::new(withheld))),
            ],
        ),
        true,
    );
    assert_shows(
        &html,
        &[
            "Ben ben@example.com Email Waits for your answer. Somebody puts the old value back",
            "the whole customer Is new. Waits until moment 99,",
        ],
    );
}

#[test]
fn halts_are_looked_at_before_the_button_works() {
    let halted = PreviewHead {
        halts: vec![
            Halt::Emptied {
                side: Side::Pos,
                had: 812,
                has: 100,
            },
            Halt::ManyChanges {
                side: Side::Ecom,
                changes: 131,
                of: 140,
            },
            Halt::OverBudget {
                side: Side::Pos,
                calls: 900,
                may: 105,
            },
        ],
        ..head()
    };
    let state = previewing(halted);
    let html = draw(state.clone(), true);
    assert_shows(
        &html,
        &[
            "POS had 812 customers and shows 100.",
            "131 of 140 customers online would change.",
            "This takes 900 calls to POS, and 105 are free",
            "Tick the box above first.",
        ],
    );
    assert_buttons(&html, &["-Write 149 changes"]);
    assert_eq!(html.matches("type=\"checkbox\"").count(), 1);
    assert!(!html.contains("checked"), "nothing is ticked for a person");
    let looked = draw(after(state, [act(PreviewAct::Look(true))]), true);
    assert_buttons(&looked, &["Write 149 changes"]);
}

#[test]
fn nothing_to_write_is_said_calmly() {
    let nothing = PreviewHead {
        kinds: OpKinds::default(),
        total: 0,
        customers: 0,
        calls: Sides::default(),
        ..head()
    };
    let html = draw(previewing(nothing), true);
    assert_shows(&html, &["Nothing to write"]);
    assert!(!buttons(&html).iter().any(|name| name.contains("Write")));
    assert_buttons(&html, &["2 things are left out", "Back"]);
}

#[test]
fn a_preview_opens_over_its_own_tab_and_goes_back_to_it() {
    let undo = Purpose::Undo {
        run: RunId(5),
        entry: None,
    };
    for (purpose, tab, title) in [
        (Purpose::Everybody, Tab::Customers, "What will be written"),
        (undo, Tab::History, "Taking back run 5"),
    ] {
        let state = after(showing(read(1, 0, 3)), [open(purpose)]);
        assert_eq!(state.tab(), tab);
        let html = draw(state.clone(), true);
        assert_shows(&html, &[title, "Looking at what would be written…"]);
        let back = after(state.clone(), [act(PreviewAct::Close)]);
        assert_eq!((back.tab(), back.desk.preview), (tab, None));
        let elsewhere = after(state, [Action::Show(Tab::Review)]);
        assert!(!text(&draw(elsewhere, true)).contains(title));
    }
}

#[test]
fn a_late_head_opens_nothing() {
    let closed = after(previewing(head()), [act(PreviewAct::Close)]);
    let late = after(closed, [got(Got::PreviewHead(Box::new(head())))]);
    assert_eq!(late.desk.preview, None);
    let other = Purpose::Undo {
        run: RunId(5),
        entry: Some(2),
    };
    let waiting = after(showing(read(1, 0, 3)), [open(other)]);
    let late = after(waiting, [got(Got::PreviewHead(Box::new(head())))]);
    assert_eq!(stage(&late), Some(Stage::Making));
}

#[test]
fn what_no_longer_holds_is_made_anew_and_says_so() {
    let begun = after(previewing(head()), [act(PreviewAct::Begin(None))]);
    let refused = after(begun, [Action::Asked, Action::Answered(Some(stale()))]);
    assert_eq!(stage(&refused), Some(Stage::Stale));
    assert_eq!(refused.problem, None, "the preview says it itself");
    let again = after(
        refused,
        [
            open(Purpose::Everybody),
            got(Got::PreviewHead(Box::new(head()))),
        ],
    );
    assert_shows(
        &draw(again.clone(), true),
        &["Something changed since this was shown, so nothing was written."],
    );
    assert_eq!(stage(&again), Some(Stage::Shown));
}

#[test]
fn another_refusal_is_a_problem_like_any_other() {
    let busy = Problem::NotDone(Fault::of(FaultKind::Busy));
    let begun = after(previewing(head()), [act(PreviewAct::Begin(None))]);
    let refused = after(begun, [Action::Asked, Action::Answered(Some(busy.clone()))]);
    assert_eq!(stage(&refused), Some(Stage::Shown));
    assert_eq!(refused.problem, Some(busy));
}

#[test]
fn a_preview_that_cannot_be_made_has_a_way_on() {
    let state = after(
        showing(read(1, 0, 3)),
        [
            open(Purpose::Everybody),
            Action::Missed(Reply::PreviewHead, Problem::NoAnswer),
        ],
    );
    let html = draw(state, true);
    assert_shows(&html, &["The preview could not be made."]);
    assert_buttons(&html, &["Try again", "Back"]);
}

#[test]
fn a_preview_goes_once_its_own_run_is_there() {
    let old = Some(RunId(6));
    let begun = after(previewing(head()), [act(PreviewAct::Begin(old))]);
    let mut view = syncing(Phase::Finished, Default::default());
    view.revision += 1;
    view.customers.run.as_mut().unwrap().id = RunId(6);
    let still = after(begun, [Action::Arrived(Box::new(view.clone()))]);
    assert!(still.desk.preview.is_some(), "the run before it");
    view.revision += 1;
    view.customers.run.as_mut().unwrap().id = RunId(7);
    let gone = after(still, [Action::Arrived(Box::new(view))]);
    assert_eq!(gone.desk.preview, None);
}

#[test]
fn no_second_run_is_begun_while_one_is_open() {
    let mut view = syncing(Phase::Running, Default::default());
    view.revision += 1;
    let state = after(previewing(head()), [Action::Arrived(Box::new(view))]);
    assert_buttons(&draw(state, true), &["-Write 149 changes"]);
}

#[test]
fn a_blank_value_and_each_consent_have_words() {
    for consent in [Consent::Denied, Consent::Unknown, Consent::Granted] {
        assert!(!crate::panel::fields::consent(consent).is_empty());
    }
    assert_eq!(Shown::default(), Shown::Blank);
}
