//! Groups: the numbers, what can be copied each way, and the board.

use std::rc::Rc;

use tandem_core::{Board, Side, Sides};
use yew::prelude::*;

use super::{
    board::BoardTable,
    copy_card::{CopyCard, is_in_the_way},
    counts::CountsStrip,
    customers::read_from_elsewhere,
    unreadable::Unreadable,
};
use crate::{
    panel::{
        client::Controls,
        faults::Subject,
        state::State,
        words::{number, say, say_with, side},
    },
    protocol::{
        customers::CustomersState,
        view::{CopyView, GroupsView, View},
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct GroupsProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Groups(props: &GroupsProps) -> Html {
    let content = match &props.view.groups {
        GroupsView::NotRead => html! { <p class="muted">{ say("groups-not-read") }</p> },
        GroupsView::Reading => html! {
            <><div class="bone bone-line" /><div class="bone bone-card" /><div class="bone bone-card" /></>
        },
        GroupsView::Unreadable { faults } => html! {
            <Unreadable subject={Subject::Groups} faults={faults.clone()}
                controls={props.controls.clone()} />
        },
        GroupsView::Ready {
            board,
            copy,
            unreadable,
        } => ready(props, board, copy, *unreadable),
    };
    html! { <div role="tabpanel" id="panel-g" aria-labelledby="tab-g" class="stack">{ content }</div> }
}

fn ready(
    props: &GroupsProps,
    board: &Board,
    copy: &Sides<CopyView>,
    unreadable: Sides<usize>,
) -> Html {
    let cards: Vec<Html> = [Side::Pos, Side::Ecom]
        .into_iter()
        .filter(|to| has_something(copy.get(*to)))
        .map(|to| {
            html! {
                <CopyCard {to} copy={copy.get(to).clone()} state={props.state.clone()}
                    controls={props.controls.clone()} />
            }
        })
        .collect();
    let bad = Side::BOTH.into_iter().filter(|of| *unreadable.get(*of) > 0).map(|of| {
        let count = number("count", *unreadable.get(of));
        html! { <p class="note note-warn">{ say_with("groups-bad-records", &[side(of), count]) }</p> }
    });
    html! {
        <>
            <section class="card"><CountsStrip board={board.clone()} /></section>
            { for bad }
            if ecom_has_none(board) && !copy.ecom.titles.is_empty() {
                <p class="note">{ say("ecom-has-none") }</p>
            }
            if cards.is_empty() {
                <section class="card next">
                    <h2>{ say("nothing-to-set-up") }</h2>
                    <p>{ say("nothing-to-set-up-why") }</p>
                    if props.view.customers.state == CustomersState::NotRead {
                        <div class="actions">{ read_from_elsewhere(&props.controls) }</div>
                    }
                </section>
            } else {
                <div class="columns">{ for cards }</div>
            }
            <BoardTable board={board.clone()} controls={props.controls.clone()}
                is_free={!props.view.run.as_ref().is_some_and(is_in_the_way)} />
        </>
    }
}

fn has_something(copy: &CopyView) -> bool {
    !copy.titles.is_empty() || !copy.withheld.is_empty()
}

/// Rule A2 of the sync article: POS has groups and eCom has none of its own.
fn ecom_has_none(board: &Board) -> bool {
    let own = |row: &&tandem_core::Row| row.status != tandem_core::Status::Default;
    board.rows.iter().filter(own).all(|row| row.ecom.is_empty())
}
