//! Overview: what to do next, how both stores are reached, and the numbers.

use std::rc::Rc;

use tandem_core::Side;
use yew::prelude::*;

use super::{
    automatic::{AutomaticNote, keep_in_step},
    connection::ConnectionCard,
    counts::CountsStrip,
    customer_counts::{CustomerCounts, consents},
    customers::read_from_elsewhere,
    rehearsal::rehearse,
    steps::three_steps,
};
use crate::{
    panel::{
        client::Controls,
        next::{Next, next},
        state::{Action, Tab},
        words::{count, number, say, say_with, side},
    },
    protocol::{
        customers::CustomersState,
        view::{GroupsView, View},
    },
};

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
    let read = match &view.customers.state {
        CustomersState::Ready(numbers) => Some(*numbers),
        _ => None,
    };
    html! {
        <div role="tabpanel" id="panel-o" aria-labelledby="tab-o" class="overview">
            { next_card(view, controls) }
            <section class="card connections">
                <h2>{ say("connections") }</h2>
                { card(Side::Pos) }
                { card(Side::Ecom) }
                <button type="button" class="quiet" onclick={rechoose}>{ say("change-stores") }</button>
                { rehearse(controls) }
            </section>
            <AutomaticNote of={view.automatic.clone()} controls={controls.clone()} />
            if let Some(numbers) = &read {
                <CustomerCounts numbers={*numbers} controls={controls.clone()} />
            }
            <div class="stack">
                if let GroupsView::Ready { board, .. } = &view.groups {
                    <section class="card"><CountsStrip board={board.clone()} /></section>
                }
                { read.as_ref().map(consents).unwrap_or_default() }
            </div>
        </div>
    }
}

fn next_card(view: &View, controls: &Controls) -> Html {
    let next = next(view);
    let sentence = match next {
        Next::SignIn(of) => say_with("next-sign-in", &[side(of)]),
        Next::Mend(of) => say_with("next-mend", &[side(of)]),
        Next::Wait => say("next-wait"),
        Next::Copy(many) => say_with("next-copy", &[number("count", many)]),
        Next::Decide(many) => say_with("next-decide", &[number("count", many)]),
        Next::Read => say("next-read"),
        Next::Unlock => say("next-unlock"),
        Next::Reading => say("next-reading"),
        Next::GoOn => say("next-go-on"),
        Next::Unreadable => say("next-unreadable"),
        Next::Answer(many) => say_with("next-answer", &[count("count", many)]),
        Next::Sync(many) => say_with("next-sync", &[count("count", many)]),
        Next::StayInStep => say("next-stay"),
        Next::InStep => say("next-in-step"),
    };
    let to = match next.tab() {
        Some(Tab::Groups) if next != Next::Wait => Some((Tab::Groups, "next-to-groups")),
        // There the button stands here, and leads on by itself.
        Some(Tab::Customers) if next == Next::Read => None,
        Some(Tab::Customers) => Some((Tab::Customers, "next-to-customers")),
        Some(Tab::Review) => Some((Tab::Review, "next-to-review")),
        _ => None,
    };
    let way = |(tab, key): (Tab, &str)| {
        let act = controls.act.clone();
        let show = Callback::from(move |_: MouseEvent| act.emit(Action::Show(tab)));
        html! { <button type="button" class="primary" onclick={show}>{ say(key) }</button> }
    };
    html! {
        <section class="card next">
            { three_steps(view) }
            <h2>{ say("next") }</h2>
            <p>{ sentence }</p>
            { to.map(way).unwrap_or_default() }
            if next == Next::Read { { read_from_elsewhere(controls) } }
            if next == Next::StayInStep { { keep_in_step(controls, view.automatic.settings) } }
        </section>
    }
}
