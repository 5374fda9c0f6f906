//! Review: one question at a time, answered by keyboard.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    panel::{client::Controls, state::State, words::say},
    protocol::view::View,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ReviewProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Review(props: &ReviewProps) -> Html {
    let _ = (&props.state, &props.view, &props.controls);
    html! {
        <div role="tabpanel" id="panel-r" aria-labelledby="tab-r" class="stack">
            <h2>{ say("tab-review") }</h2>
        </div>
    }
}
