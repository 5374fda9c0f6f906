//! History: runs and their entries, taking back, export, and what is kept.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    panel::{client::Controls, state::State, words::say},
    protocol::view::View,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct HistoryProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn History(props: &HistoryProps) -> Html {
    let _ = (&props.state, &props.view, &props.controls);
    html! {
        <div role="tabpanel" id="panel-h" aria-labelledby="tab-h" class="stack">
            <h2>{ say("tab-history") }</h2>
        </div>
    }
}
