//! Customers: everybody with a status, searched and filtered, and what can be done.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    panel::{client::Controls, state::State, words::say},
    protocol::view::View,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CustomersProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Customers(props: &CustomersProps) -> Html {
    let _ = (&props.state, &props.view, &props.controls);
    html! {
        <div role="tabpanel" id="panel-c" aria-labelledby="tab-c" class="stack">
            <h2>{ say("tab-customers") }</h2>
        </div>
    }
}
