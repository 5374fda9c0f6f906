//! The way from nothing to in step, and the tab that opens by itself.

use tandem_core::{Fault, FaultKind, Side, Sides};

use super::fixtures::{counts, numbers, with};
use crate::{
    panel::{
        next::{Next, next},
        state::{Action, Tab},
        tests::{
            fixtures::{after, compared, connected, overview, showing, trouble},
            reading::{assert_buttons, assert_shows},
        },
    },
    protocol::{
        automatic::When,
        customers::{CustomersState, Numbers, ReadingView},
        view::View,
    },
};

fn ready(questions: u32, to_sync: u32) -> View {
    with(CustomersState::Ready(Numbers {
        questions,
        to_sync,
        ..numbers()
    }))
}

/// A shop that is kept in step.
fn kept(mut view: View) -> View {
    view.automatic.settings.when = When::OnVisit;
    view
}

#[test]
fn each_step_leads_to_the_next() {
    let mut signed_out = ready(2, 3);
    signed_out.connections.ecom = trouble(FaultKind::SignedOut);
    let mut in_the_way = ready(2, 3);
    in_the_way.connections.pos = trouble(FaultKind::NotAllowed);
    let paused = ReadingView {
        is_paused: true,
        ..ReadingView::default()
    };
    let faults = Sides {
        pos: Some(Fault::of(FaultKind::Offline)),
        ecom: None,
    };
    let reading = CustomersState::Reading(ReadingView::default());
    let undecided = compared(&["Gold "], &["Gold"]);
    let undecided_and_read = View {
        customers: ready(0, 3).customers,
        ..undecided.clone()
    };
    for (view, step, tab) in [
        (signed_out, Next::SignIn(Side::Ecom), Tab::Overview),
        (in_the_way, Next::Mend(Side::Pos), Tab::Overview),
        (connected(), Next::Wait, Tab::Groups),
        (compared(&["VIP"], &[]), Next::Copy(1), Tab::Groups),
        (undecided, Next::Decide(1), Tab::Groups),
        (with(CustomersState::NotRead), Next::Read, Tab::Customers),
        (with(CustomersState::Opening), Next::Reading, Tab::Customers),
        (with(reading), Next::Reading, Tab::Customers),
        (
            with(CustomersState::Reading(paused)),
            Next::GoOn,
            Tab::Customers,
        ),
        (
            with(CustomersState::Unreadable { faults }),
            Next::Unreadable,
            Tab::Customers,
        ),
        (ready(2, 3), Next::Answer(2), Tab::Customers),
        (ready(0, 3), Next::Sync(3), Tab::Customers),
        (undecided_and_read, Next::Sync(3), Tab::Customers),
        (ready(0, 0), Next::StayInStep, Tab::Overview),
        (kept(ready(0, 0)), Next::InStep, Tab::Overview),
    ] {
        assert_eq!(next(&view), step);
        assert_eq!(showing(view).tab(), tab, "{step:?}");
    }
}

#[test]
fn where_a_person_works_the_panel_stays() {
    let state = after(showing(with(CustomersState::NotRead)), [Action::Asked]);
    let later = View {
        revision: 9,
        ..ready(0, 0)
    };
    let state = after(state, [Action::Arrived(Box::new(later.clone()))]);
    assert_eq!(state.tab(), Tab::Customers);
    let mut signed_out = connected();
    signed_out.connections.pos = trouble(FaultKind::SignedOut);
    let state = after(showing(signed_out), [Action::Asked]);
    let state = after(
        state,
        [Action::Arrived(Box::new(View {
            revision: 9,
            ..ready(0, 3)
        }))],
    );
    assert_eq!(state.tab(), Tab::Customers, "from the overview it leads on");
}

#[test]
fn the_overview_has_the_step_and_the_numbers() {
    let html = overview(ready(2, 3), true);
    assert_shows(&html, &["2 questions about customers need your answer."]);
    assert_buttons(&html, &["Answer the questions"]);
    assert_shows(&html, &[&format!("{} customers in all", counts().total)]);
    let html = overview(ready(0, 1), true);
    assert_shows(&html, &["One customer can be brought in step."]);
    assert_buttons(&html, &["Show the customers"]);
    let html = overview(ready(0, 0), true);
    assert_shows(
        &html,
        &["Both stores are in step. Tandem can keep them so from now on."],
    );
    assert_buttons(&html, &["Keep them in step"]);
    let html = overview(kept(ready(0, 0)), true);
    assert_shows(&html, &["Both stores are in step, and are kept so."]);
}
