//! The way to a rehearsal, and what stands in one for as long as it lasts.

use tandem_core::survey::StatusCounts;
use yew::Callback;

use super::{
    fixtures::{connected, draw, draw_in, overview, settings, showing, unpinned},
    reading::{assert_buttons, assert_shows, text},
};
use crate::{
    panel::{
        rehearsal::Rehearsal,
        state::{Action, State, Tab},
    },
    protocol::customers::{CustomersState, Guarded, MOST_COPIED, Numbers},
};

const REHEARSE: &str = "Try everything with made-up customers";

fn under_way(can_leave: bool) -> Rehearsal {
    Rehearsal {
        is_copy: false,
        act: Callback::noop(),
        again: Callback::noop(),
        leave: can_leave.then(Callback::noop),
    }
}

fn at(tab: Tab) -> State {
    super::fixtures::after(showing(connected()), [Action::Show(tab)])
}

#[test]
fn a_rehearsal_is_offered_before_anything_is_chosen_and_later() {
    let first = draw(showing(unpinned()), true);
    for html in [
        first,
        overview(connected(), true),
        settings(connected(), false),
    ] {
        assert_buttons(&html, &[REHEARSE]);
        assert!(!text(&html).contains("Rehearsal: made-up"), "it is none");
    }
}

#[test]
fn every_view_of_a_rehearsal_says_what_it_is_and_offers_no_second() {
    let mut states: Vec<State> = [
        Tab::Overview,
        Tab::Groups,
        Tab::Customers,
        Tab::Review,
        Tab::History,
        Tab::Settings,
    ]
    .map(at)
    .into();
    states.push(showing(unpinned()));
    states.push(State::default());
    for state in states {
        let html = draw_in(state, false, Some(&under_way(true)));
        assert_shows(
            &html,
            &["Rehearsal: made-up shops, nothing is sent anywhere"],
        );
        assert_buttons(&html, &["Start again", "Leave the rehearsal"]);
        assert!(!html.contains(REHEARSE));
    }
}

#[test]
fn a_rehearsal_of_a_copy_says_that_it_is_one() {
    let copy = Rehearsal {
        is_copy: true,
        ..under_way(true)
    };
    let html = draw_in(at(Tab::Overview), false, Some(&copy));
    assert_shows(
        &html,
        &["Rehearsal: a copy of your customers, nothing is sent anywhere"],
    );
    assert!(!text(&html).contains("made-up shops, nothing"));
}

#[test]
fn a_copy_is_offered_of_what_was_read_unless_it_is_too_much_or_guarded() {
    const COPY: &str = "Try with a copy of my customers";
    let of = |state: CustomersState, guarded: Guarded| {
        let mut view = connected();
        view.customers.state = state;
        view.customers.guarded = guarded;
        settings(view, false)
    };
    let read = |total| {
        let counts = StatusCounts {
            total,
            ..StatusCounts::default()
        };
        CustomersState::Ready(Numbers {
            counts,
            ..Numbers::default()
        })
    };
    assert_buttons(
        &of(read(MOST_COPIED), Guarded::ByBrowser),
        &[REHEARSE, COPY],
    );
    let not = [
        (CustomersState::NotRead, Guarded::ByBrowser, ""),
        (
            read(MOST_COPIED + 1),
            Guarded::ByBrowser,
            "more than 20,000",
        ),
        (
            read(5),
            Guarded::ByPassphrase,
            "with a passphrase, or not at all",
        ),
    ];
    for (state, guarded, why) in not {
        let html = of(state, guarded);
        assert_buttons(&html, &[REHEARSE]);
        assert!(!html.contains(COPY));
        assert!(text(&html).contains(why), "{why}");
    }
}

#[test]
fn where_there_is_no_panel_to_go_to_a_rehearsal_is_not_left() {
    let html = draw_in(at(Tab::Overview), false, Some(&under_way(false)));
    assert_buttons(&html, &["Start again"]);
    assert!(!html.contains("Leave the rehearsal"));
}

#[test]
fn what_others_do_is_offered_in_a_rehearsal_alone() {
    let deeds = [
        "A shopper orders for the first time",
        "A till changes an email",
        "A shopper unticks marketing",
    ];
    let html = draw_in(at(Tab::Customers), false, Some(&under_way(true)));
    assert_buttons(&html, &deeds);
    let real = draw(at(Tab::Customers), false);
    assert!(deeds.iter().all(|deed| !real.contains(deed)));
}
