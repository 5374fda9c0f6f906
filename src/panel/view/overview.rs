//! Overview: what to do next, how both stores are reached, and the numbers.

use std::rc::Rc;

use tandem_core::{Side, Status};
use yew::prelude::*;

use super::{connection::ConnectionCard, counts::CountsStrip};
use crate::{
    panel::{
        client::Controls,
        state::{Action, Tab},
        words::{number, say, say_with, side},
    },
    protocol::view::{Connection, GroupsView, View},
};
use tandem_core::FaultKind;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct OverviewProps {
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps { view, controls } = props;
    let card = |of: Side| {
        html! {
            <ConnectionCard {of} connection={view.connections.get(of).clone()}
                controls={controls.clone()} />
        }
    };
    let act = controls.act.clone();
    let rechoose = Callback::from(move |_: MouseEvent| act.emit(Action::Rechoose(true)));
    html! {
        <div role="tabpanel" id="panel-o" aria-labelledby="tab-o" class="overview">
            { next_card(view, controls) }
            <section class="card connections">
                <h2>{ say("connections") }</h2>
                { card(Side::Pos) }
                { card(Side::Ecom) }
                <button type="button" class="quiet" onclick={rechoose}>{ say("change-stores") }</button>
            </section>
            if let GroupsView::Ready { board, .. } = &view.groups {
                <section class="card"><CountsStrip board={board.clone()} /></section>
            }
        </div>
    }
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Next {
    SignIn(Side),
    Mend(Side),
    Wait,
    Copy(usize),
    Decide(usize),
    Nothing,
}

/// The one thing that helps most now.
pub(in crate::panel) fn next(view: &View) -> Next {
    for of in Side::BOTH {
        if let Connection::Trouble { fault, .. } = view.connections.get(of) {
            let signed_out = fault.kind == FaultKind::SignedOut;
            return if signed_out {
                Next::SignIn(of)
            } else {
                Next::Mend(of)
            };
        }
    }
    let GroupsView::Ready { board, copy, .. } = &view.groups else {
        return Next::Wait;
    };
    let missing = copy.pos.titles.len() + copy.ecom.titles.len();
    let is_open = |status| matches!(status, Status::Near | Status::Collision);
    let undecided = board.rows.iter().filter(|row| is_open(row.status)).count();
    match (missing, undecided) {
        (0, 0) => Next::Nothing,
        (0, undecided) => Next::Decide(undecided),
        (missing, _) => Next::Copy(missing),
    }
}

fn next_card(view: &View, controls: &Controls) -> Html {
    let next = next(view);
    let sentence = match next {
        Next::SignIn(of) => say_with("next-sign-in", &[side(of)]),
        Next::Mend(of) => say_with("next-mend", &[side(of)]),
        Next::Wait => say("next-wait"),
        Next::Copy(count) => say_with("next-copy", &[number("count", count)]),
        Next::Decide(count) => say_with("next-decide", &[number("count", count)]),
        Next::Nothing => say("next-nothing"),
    };
    let act = controls.act.clone();
    let show = Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Groups)));
    html! {
        <section class="card next">
            <h2>{ say("next") }</h2>
            <p>{ sentence }</p>
            if matches!(next, Next::Copy(_) | Next::Decide(_)) {
                <button type="button" class="primary" onclick={show}>{ say("next-to-groups") }</button>
            }
        </section>
    }
}
