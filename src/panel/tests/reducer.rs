//! What the panel knows after something happened.

use std::rc::Rc;

use tandem_core::{FaultKind, GroupId, Side, Sides};

use super::fixtures::{after, compared, connected, run, showing, store, trouble, unpinned};
use crate::{
    panel::state::{Action, Problem, State, Tab},
    protocol::view::{CopyView, GroupsView, Phase, PlannedTitle, StoreKey, View},
};

fn copy(view: &View, to: Side) -> &CopyView {
    let GroupsView::Ready { copy, .. } = &view.groups else {
        panic!("no groups in the fixture")
    };
    copy.get(to)
}

fn at_revision(revision: u64) -> View {
    View {
        revision,
        ..connected()
    }
}

#[test]
fn an_older_view_never_replaces_a_newer_one() {
    let revision = |state: &State| state.view.as_ref().map(|view| view.revision);
    let state = after(
        State::default(),
        [8, 7, 3].map(|revision| Action::Arrived(Box::new(at_revision(revision)))),
    );
    assert_eq!(revision(&state), Some(8));
    let state = after(state, [Action::Arrived(Box::new(at_revision(9)))]);
    assert_eq!(revision(&state), Some(9));
}

#[test]
fn calls_are_counted_and_a_new_one_takes_the_problem_away() {
    let state = after(
        State::default(),
        [
            Action::Asked,
            Action::Asked,
            Action::Answered(Some(Problem::NoAnswer)),
        ],
    );
    assert_eq!(
        (state.pending, &state.problem),
        (1, &Some(Problem::NoAnswer))
    );
    let state = after(state, [Action::Answered(None)]);
    assert_eq!(
        (state.pending, &state.problem),
        (0, &Some(Problem::NoAnswer))
    );
    let state = after(state, [Action::Asked]);
    assert_eq!((state.pending, &state.problem), (1, &None));
    let state = after(State::default(), [Action::Answered(None)]);
    assert_eq!(state.pending, 0);
}

#[test]
fn choosing_the_stores_keeps_nobody_on_a_tab() {
    let state = after(showing(unpinned()), [Action::Asked]);
    assert_eq!(state.tab, None);
}

#[test]
fn a_problem_stays_until_it_is_read() {
    let state = after(
        State::default(),
        [
            Action::Struck(Problem::Crashed),
            Action::Arrived(Box::new(connected())),
        ],
    );
    assert_eq!(state.problem, Some(Problem::Crashed));
    assert_eq!(after(state, [Action::Dismissed]).problem, None);
}

#[test]
fn the_tab_follows_what_there_is_to_do_until_one_is_chosen() {
    let mut broken = connected();
    broken.connections.ecom = trouble(FaultKind::SignedOut);
    let mut broken_run = run(Phase::Interrupted, vec![None]);
    broken_run.connections = broken.connections.clone();
    for (view, tab) in [
        (connected(), Tab::Groups),
        (broken, Tab::Overview),
        (broken_run, Tab::Groups),
    ] {
        let state = showing(view);
        assert_eq!(state.tab(), tab);
        for chosen in [Tab::Overview, Tab::Groups] {
            assert_eq!(after(state.clone(), [Action::Show(chosen)]).tab(), chosen);
        }
    }
}

#[test]
fn what_is_ticked_joins_what_is_written_and_leaves_it_again() {
    let view = compared(&[], &["Gold", "friends", "Friends"]);
    let to = Side::Pos;
    let titles = |state: &State| {
        let titles = state.titles(to, copy(&view, to));
        titles.into_iter().map(|one| one.title).collect::<Vec<_>>()
    };
    let state = showing(view.clone());
    assert_eq!(titles(&state), ["Gold"]);
    let withheld = copy(&view, to)
        .withheld
        .iter()
        .find(|one| one.title == "friends")
        .unwrap();
    let friends = PlannedTitle {
        source: withheld.source.clone(),
        title: withheld.title.clone(),
    };
    let state = after(state, [Action::Tick(to, friends.clone())]);
    assert_eq!(titles(&state), ["Gold", "friends"]);
    let again = after(state.clone(), [Action::Tick(to, friends)]);
    assert_eq!(titles(&again), ["Gold"]);

    // Once it is there, or no longer asked about, the tick is gone: it must not be written later.
    let settled = View {
        revision: 8,
        ..compared(&["friends"], &["friends"])
    };
    let state = after(state, [Action::Arrived(Box::new(settled))]);
    assert_eq!(state.ticked, Sides::default());
}

#[test]
fn a_tick_for_one_side_is_none_for_the_other() {
    let title = PlannedTitle {
        source: GroupId("1".to_owned()),
        title: "a".to_owned(),
    };
    let state = after(State::default(), [Action::Tick(Side::Ecom, title)]);
    assert!(state.ticked.pos.is_empty());
    assert_eq!(state.ticked.ecom.len(), 1);
}

#[test]
fn only_a_store_that_was_seen_can_be_pinned() {
    let key = |key: &str| StoreKey(key.to_owned());
    let state = showing(unpinned());
    assert_eq!(
        state.candidate(Side::Pos),
        Some(key("harbourcafe")),
        "the only one"
    );
    let mut two = unpinned();
    two.revision += 1;
    two.stores
        .pos
        .seen
        .push(store("other", "other.retail.lightspeed.app", None));
    two.stores.ecom.seen.clear();
    let state = after(state, [Action::Arrived(Box::new(two))]);
    assert_eq!(state.candidate(Side::Pos), None, "two, none chosen");
    assert_eq!(state.candidate(Side::Ecom), None, "none seen");
    let state = after(state, [Action::Choose(Side::Pos, key("other"))]);
    assert_eq!(state.candidate(Side::Pos), Some(key("other")));
    let state = after(state, [Action::Choose(Side::Pos, key("never seen"))]);
    assert_eq!(state.candidate(Side::Pos), None);
}

#[test]
fn choosing_anew_ends_when_another_pair_is_in_use() {
    let state = after(showing(connected()), [Action::Rechoose(true)]);
    let same = after(state, [Action::Arrived(Box::new(at_revision(8)))]);
    assert!(same.rechoosing);
    let mut other = at_revision(9);
    other.stores.pos.chosen = Some(store("other", "other.retail.lightspeed.app", None));
    let moved = after(same.clone(), [Action::Arrived(Box::new(other))]);
    assert!(!moved.rechoosing);
    assert!(!after(same, [Action::Rechoose(false)]).rechoosing);
}

#[test]
fn a_view_is_shared_and_not_copied() {
    let state = showing(connected());
    let kept = state.clone();
    let (Some(one), Some(other)) = (&state.view, &kept.view) else {
        panic!("no view")
    };
    assert!(Rc::ptr_eq(one, other));
}
