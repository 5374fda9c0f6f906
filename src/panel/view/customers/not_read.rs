//! Before the customers were read: what reading does, or why it could not be done.

use tandem_core::{Fault, Side, Sides};
use yew::prelude::*;

use crate::{
    panel::{
        client::Controls,
        state::{Action, Tab},
        view::fault::FaultText,
        words::{say, say_with, side},
    },
    protocol::customers::ReadCustomers,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct NotReadProps {
    pub(in crate::panel) controls: Controls,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
}

/// The card that a new user sees.
#[component]
pub(in crate::panel) fn NotRead(props: &NotReadProps) -> Html {
    html! {
        <section class="card next">
            <h2>{ say("read-title") }</h2>
            <p>{ say("read-what") }{ " " }{ say("read-nothing-written") }</p>
            <div class="actions">
                { read_button(&props.controls, "primary", "read-button", props.is_busy) }
            </div>
        </section>
    }
}

/// A button that has the customers read.
pub(super) fn read_button(
    controls: &Controls,
    class: &'static str,
    key: &str,
    disabled: bool,
) -> Html {
    let controls = controls.clone();
    let read = Callback::from(move |_: MouseEvent| controls.ask(ReadCustomers {}));
    html! { <button type="button" {class} {disabled} onclick={read}>{ say(key) }</button> }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct UnreadableProps {
    pub(in crate::panel) faults: Sides<Option<Fault>>,
    pub(in crate::panel) controls: Controls,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
}

/// What went wrong, and the ways on.
#[component]
pub(in crate::panel) fn Unreadable(props: &UnreadableProps) -> Html {
    let act = props.controls.act.clone();
    let show = Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Overview)));
    let side_of = |of: Side| {
        props.faults.get(of).as_ref().map(|fault| {
            html! {
                <section class="note note-warn">
                    <div>
                        <p>{ say_with("customers-unreadable", &[side(of)]) }</p>
                        <FaultText fault={fault.clone()} />
                    </div>
                </section>
            }
        })
    };
    html! {
        <>
            { for Side::BOTH.into_iter().filter_map(side_of) }
            <div class="actions">
                { read_button(&props.controls, "primary", "read-again", props.is_busy) }
                <button type="button" class="secondary" onclick={show}>{ say("groups-to-overview") }</button>
            </div>
        </>
    }
}
