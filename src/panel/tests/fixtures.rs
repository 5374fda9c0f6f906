//! Views as a background makes them, and the panel's HTML for a state.

use std::rc::Rc;

use futures::executor::block_on;
use tandem_core::{
    Board, Fault, FaultKind, Group, GroupId, GroupOp, Side, Sides, journal::End, plan::copy_titles,
};
use yew::{Callback, LocalServerRenderer, Reducible};

use super::pseudo;
use crate::{
    panel::{
        client::{Calendar, Controls},
        rehearsal::Rehearsal,
        screen::{Screen, ScreenProps},
        state::{Action, State, Tab},
    },
    protocol::automatic::AutomaticView,
    protocol::customers::CustomersView,
    protocol::view::{
        Connection, CopyView, GroupsView, ItemView, Phase, PlannedTitle, RunView, Rung, StoreKey,
        StoreView, StoresView, View,
    },
};

/// The moment at which everything is drawn.
pub(super) const NOW: i64 = 1_700_000_000;

/// The HTML of the whole panel, as it stands inside an admin page or in a tab. Whatever is drawn is
/// drawn in the language that nobody speaks too, so that no word is hard-coded.
#[track_caller]
pub(super) fn draw(state: State, is_embedded: bool) -> String {
    draw_in(state, is_embedded, None)
}

/// The same, also in a rehearsal.
#[track_caller]
pub(super) fn draw_in(state: State, is_embedded: bool, rehearsal: Option<&Rehearsal>) -> String {
    let render = |state, [moment, day]: [&'static str; 2]| {
        let when = Callback::from(move |seconds: i64| format!("{moment} {seconds}"));
        let calendar = Calendar {
            now: Callback::from(|()| NOW),
            day_of: Callback::from(|seconds: i64| seconds.div_euclid(24 * 60 * 60)),
            name: Callback::from(move |number: i64| format!("{day} {number}")),
        };
        render(state, is_embedded, (when, calendar), rehearsal.cloned())
    };
    let drawn = pseudo::spoken(|| render(state.clone(), ["⟦…⟧"; 2]));
    pseudo::assert_no_plain_text(&state, &drawn);
    // Whatever is shown, there is one place that is read out politely, and no other.
    assert_eq!(drawn.matches("role=\"status\"").count(), 1);
    assert!(!drawn.contains("aria-live"));
    render(state, ["moment", "day"])
}

fn render(
    state: State,
    is_embedded: bool,
    (when, calendar): (Callback<i64, String>, Calendar),
    rehearsal: Option<Rehearsal>,
) -> String {
    let controls = Controls {
        call: Callback::noop(),
        act: Callback::noop(),
        add_address: Callback::from(|_: String| true),
        allow: Callback::noop(),
        close: Callback::noop(),
        browser: "Testing 1".to_owned(),
        when,
        calendar,
        speak: Callback::noop(),
        is_embedded,
        rehearsal,
    };
    let renderer = LocalServerRenderer::<Screen>::with_props(ScreenProps { state, controls })
        .hydratable(false);
    block_on(renderer.render())
}

/// The HTML for a view that just arrived.
pub(super) fn draw_view(view: View) -> String {
    draw(showing(view), true)
}

/// A panel that shows this view.
pub(super) fn showing(view: View) -> State {
    after(State::default(), [Action::Arrived(Box::new(view))])
}

/// The state after these actions.
pub(super) fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let last = actions.into_iter().fold(Rc::new(state), Reducible::reduce);
    Rc::unwrap_or_clone(last)
}

pub(super) fn store(key: &str, host: &str, name: Option<&str>) -> StoreView {
    StoreView {
        key: StoreKey(key.to_owned()),
        host: host.to_owned(),
        name: name.map(str::to_owned),
    }
}

fn stores_of(one: StoreView) -> StoresView {
    StoresView {
        chosen: Some(one.clone()),
        seen: vec![one],
    }
}

fn signed_in(person: &str, role: &str) -> Connection {
    Connection::Connected {
        person: Some(person.to_owned()),
        role: Some(role.to_owned()),
        rung: Rung::Session,
    }
}

pub(super) fn trouble(kind: FaultKind) -> Connection {
    Connection::Trouble {
        fault: Fault::of(kind),
        has_token: false,
    }
}

/// Two stores, pinned and connected, nothing read.
pub(super) fn connected() -> View {
    View {
        revision: 7,
        stores: Sides {
            pos: stores_of(store(
                "harbourcafe",
                "harbourcafe.retail.lightspeed.app",
                Some("Harbour Café & Deli"),
            )),
            ecom: stores_of(store(
                "10432001",
                "my.ecwid.com",
                Some("Harbour Café Online"),
            )),
        },
        pinned: true,
        addresses: Vec::new(),
        connections: Sides {
            pos: signed_in("Mika Berg", "admin"),
            ecom: signed_in("Ida Quist", "owner"),
        },
        rungs: Sides::default(),
        groups: GroupsView::NotRead,
        run: None,
        customers: CustomersView::default(),
        automatic: AutomaticView::default(),
    }
}

/// The same two stores, seen and not yet chosen.
pub(super) fn unpinned() -> View {
    let mut view = connected();
    view.pinned = false;
    view.connections = Sides::default();
    view.stores.pos.chosen = None;
    view.stores.ecom.chosen = None;
    view
}

fn groups(side: Side, titles: &[&str]) -> Vec<Group> {
    let default = match side {
        Side::Pos => "All Customers",
        Side::Ecom => "General",
    };
    let all = titles.iter().copied().chain([default]).enumerate();
    all.map(|(place, title)| Group {
        id: GroupId(format!("{side:?}-{place}")),
        title: title.to_owned(),
        is_default: title == default,
    })
    .collect()
}

/// A board of these groups and what could be copied.
pub(super) fn compared(pos: &[&str], ecom: &[&str]) -> View {
    let board = Board::compare(&groups(Side::Pos, pos), &groups(Side::Ecom, ecom));
    let copy = Sides::from_fn(|to| {
        let plan = copy_titles(&board, to);
        let planned = plan.ops.into_iter().filter_map(|op| match op {
            GroupOp::Create { source, title, .. } => Some(PlannedTitle { source, title }),
            GroupOp::Rename { .. } => None,
        });
        CopyView {
            titles: planned.collect(),
            withheld: plan.withheld,
        }
    });
    View {
        groups: GroupsView::Ready {
            board,
            copy,
            unreadable: Sides::default(),
        },
        ..connected()
    }
}

/// Every status at once.
pub(super) fn everything() -> View {
    let long = format!("Frühbucher {}", "sehr ".repeat(48));
    compared(
        &[
            "VIP",
            "Staff Discount",
            "Wholesale ",
            "Stammkunden",
            "Local Growers",
        ],
        &[
            "VIP",
            "Staff  discount",
            "Growers, local",
            "עובדים (staff)",
            "=SUM(A1)",
            "Coffee ☕ Club",
            "friends",
            "Friends",
            "   ",
            &long,
        ],
    )
}

/// A run of creations in POS with these ends.
pub(super) fn run(phase: Phase, ends: Vec<Option<End>>) -> View {
    let items = ends.into_iter().enumerate().map(|(place, end)| ItemView {
        op: GroupOp::Create {
            on: Side::Pos,
            source: GroupId(format!("Ecom-{place}")),
            title: format!("Club {place}"),
        },
        end,
    });
    View {
        run: Some(RunView {
            to: Side::Pos,
            phase,
            items: items.collect(),
        }),
        ..compared(&["VIP"], &["VIP"])
    }
}

/// A write that was done.
pub(super) fn applied() -> Option<End> {
    Some(End::Applied {
        id: GroupId("new".to_owned()),
    })
}

/// A write that the store did not do.
pub(super) fn failed(kind: FaultKind, said: Option<&str>) -> Option<End> {
    Some(End::Failed {
        why: Fault {
            kind,
            said: said.map(str::to_owned),
        },
    })
}

/// Every end that a write can have, and one that waits.
pub(super) fn every_end() -> Vec<Option<End>> {
    let id = || GroupId("new".to_owned());
    vec![
        applied(),
        Some(End::AlreadyThere { id: id() }),
        Some(End::Stale),
        Some(End::Changed {
            id: id(),
            found: "Club".to_owned(),
        }),
        Some(End::Doubled { id: id(), times: 2 }),
        failed(FaultKind::StoreFailed { status: 500 }, Some("Oops")),
        None,
    ]
}

/// The overview of a view.
pub(super) fn overview(view: View, is_embedded: bool) -> String {
    draw(
        after(showing(view), [Action::Show(Tab::Overview)]),
        is_embedded,
    )
}

/// The settings over a view.
pub(super) fn settings(view: View, is_embedded: bool) -> String {
    draw(
        after(showing(view), [Action::Show(Tab::Settings)]),
        is_embedded,
    )
}

/// Two stores of which one is reached like this.
pub(super) fn with_connection(of: Side, connection: Connection) -> View {
    let mut view = connected();
    *view.connections.get_mut(of) = connection;
    view
}
