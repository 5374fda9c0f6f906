//! Automatic sync: the choices, and what is said of the last look.

use tandem_core::{Fault, FaultKind};

use super::{
    fixtures::{connected, overview, settings},
    reading::assert_shows,
};
use crate::protocol::{
    automatic::{Automatic, AutomaticView, Looked, Outcome, When},
    view::View,
};

fn set(when: When, last: Option<Outcome>) -> View {
    View {
        automatic: AutomaticView {
            settings: Automatic {
                when,
                grace_minutes: 15,
            },
            last: last.map(|outcome| Looked {
                at: 1_700_000_000,
                outcome,
            }),
        },
        ..connected()
    }
}

#[test]
fn it_is_off_until_somebody_wants_it() {
    assert_eq!(AutomaticView::default().settings.when, When::Off);
    assert_shows(
        &overview(connected(), true),
        &["Only when I say so", "Change"],
    );
    let html = settings(connected(), true);
    assert_shows(
        &html,
        &[
            "Only when I say so",
            "At each visit",
            "At each visit, and in between",
        ],
    );
    assert_eq!(html.matches("name=\"automatic\"").count(), 3);
    let chosen = html
        .split("<input")
        .filter(|one| one.contains("name=\"automatic\""));
    assert_eq!(chosen.filter(|one| one.contains("checked")).count(), 1);
    assert!(!html.contains("Last look"));
}

#[test]
fn how_often_is_asked_only_where_it_matters() {
    let visits = settings(set(When::OnVisit, None), true);
    assert!(!visits.contains("In between, look every"));
    assert_shows(&visits, &["Add new customers to POS after", "15 minutes"]);
    let often = settings(set(When::Every { minutes: 7 }, None), true);
    assert_shows(&often, &["In between, look every", "7 minutes"]);
}

#[test]
fn what_came_of_the_last_look_is_said() {
    let told = |outcome| overview(set(When::OnVisit, Some(outcome)), true);
    let fault = Fault::of(FaultKind::SignedOut);
    for (outcome, words) in [
        (Outcome::NothingToDo, "There was nothing to write."),
        (
            Outcome::Synced { done: 1, failed: 0 },
            "1 change was written.",
        ),
        (
            Outcome::Synced { done: 3, failed: 2 },
            "3 of the changes were written, 2 not",
        ),
        (
            Outcome::NeedsPerson,
            "More would be written than is done without you",
        ),
        (Outcome::Waits { fault }, "Nobody is signed in."),
    ] {
        assert_shows(&told(outcome), &["Last look: moment 1700000000.", words]);
    }
}
