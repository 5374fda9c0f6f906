//! What could not be read, side by side, why, and the way to the connections; the same for groups
//! and for customers. What else can be done comes with whoever shows it.

use tandem_core::{Fault, Side, Sides};
use yew::prelude::*;

use super::fault::FaultText;
use crate::panel::{
    client::Controls,
    faults::Subject,
    state::{Action, Tab},
    words::{say, say_with, side},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct UnreadableProps {
    pub(in crate::panel) subject: Subject,
    pub(in crate::panel) faults: Sides<Option<Fault>>,
    pub(in crate::panel) controls: Controls,
    /// Buttons before the one that leads to the connections.
    #[prop_or_default]
    pub(in crate::panel) children: Html,
}

/// What went wrong, and the ways on.
#[component]
pub(in crate::panel) fn Unreadable(props: &UnreadableProps) -> Html {
    let act = props.controls.act.clone();
    let show = Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Overview)));
    let subject = props.subject;
    let what = match subject {
        Subject::Groups => "groups-unreadable-side",
        Subject::Customers => "customers-unreadable",
    };
    let side_of = |of: Side| {
        props.faults.get(of).as_ref().map(|fault| {
            html! {
                <section class="note note-warn">
                    <div>
                        <p>{ say_with(what, &[side(of)]) }</p>
                        <FaultText fault={fault.clone()} {subject} />
                    </div>
                </section>
            }
        })
    };
    html! {
        <>
            { for Side::BOTH.into_iter().filter_map(side_of) }
            <div class="actions">
                { props.children.clone() }
                <button type="button" class="secondary" onclick={show}>{ say("groups-to-overview") }</button>
            </div>
        </>
    }
}
