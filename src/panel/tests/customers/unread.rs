//! The records that could not be read: unfolded to which and why.

use tandem_core::{
    RecordId, Side,
    show::{Unread, UnreadPage, Who},
    snapshot::ProblemReason,
};

use super::fixtures::{key, listed};
use crate::panel::{
    desk::{
        DeskAct, Got, Reply,
        unread::{UnreadAct, UnreadDesk},
    },
    state::{Action, Problem, State},
    tests::{
        fixtures::{after, draw},
        reading::{assert_buttons, assert_shows, text},
    },
};

fn act(act: UnreadAct) -> Action {
    Action::Desk(DeskAct::Unread(act))
}

fn page(revision: u64, total: u32) -> UnreadPage {
    let records = vec![
        Unread {
            side: Side::Pos,
            id: Some(RecordId::from("0af7")),
            who: Some(Who {
                key: key(1),
                name: Some("Ada".to_owned()),
                email: None,
            }),
            reason: ProblemReason::Unreadable,
        },
        Unread {
            side: Side::Ecom,
            id: None,
            who: None,
            reason: ProblemReason::NoId,
        },
    ];
    UnreadPage {
        revision,
        total,
        records,
    }
}

fn came(page: UnreadPage) -> Action {
    Action::Got(Got::UnreadPage(Box::new(page)))
}

fn desk(state: &State) -> &UnreadDesk {
    &state.desk.unread
}

#[test]
fn which_and_why_are_one_click_away() {
    let folded = listed();
    assert_buttons(&draw(folded.clone(), true), &["Show which"]);
    assert!(!desk(&folded).is_wanted(3), "nobody wants to see them yet");
    let open = after(folded, [act(UnreadAct::Fold)]);
    assert!(desk(&open).is_wanted(3));
    assert_shows(&draw(open.clone(), true), &["Looking them up…"]);
    let asked = after(open, [act(UnreadAct::Ask(3))]);
    assert!(!desk(&asked).is_wanted(3), "once");
    let shown = after(asked, [came(page(3, 53))]);
    let html = draw(shown.clone(), true);
    assert_shows(
        &html,
        &[
            "POS record 0af7 Ada Something in it is missing,",
            "An eCom record It has no id that Tandem can read.",
            "and 51 more",
            "mend what is odd there",
        ],
    );
    assert_buttons(&html, &["Hide them"]);
    assert!(desk(&shown).is_wanted(4), "what is newer is asked for");
    let older = after(shown.clone(), [came(page(2, 9))]);
    assert_shows(&draw(older, true), &["and 51 more"]);
    let all = after(shown.clone(), [came(page(4, 2))]);
    assert!(!text(&draw(all, true)).contains("more"));
    let hidden = after(shown, [act(UnreadAct::Fold), came(page(5, 2))]);
    assert!(!text(&draw(hidden, true)).contains("0af7"));
}

#[test]
fn a_list_that_does_not_come_says_why_and_is_tried_again() {
    let open = after(
        listed(),
        [
            act(UnreadAct::Fold),
            act(UnreadAct::Ask(3)),
            Action::Missed(Reply::UnreadPage, Problem::NoAnswer),
        ],
    );
    let html = draw(open.clone(), true);
    assert_shows(&html, &["Tandem did not answer."]);
    assert_buttons(&html, &["Try again"]);
    let again = after(open, [act(UnreadAct::Again)]);
    assert!(desk(&again).is_wanted(3));
}
