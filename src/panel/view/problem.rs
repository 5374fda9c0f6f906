//! What went wrong between the panel and the background: stays until it is read.

use yew::prelude::*;

use super::{
    fault::told,
    icon::{Icon, Picture},
};
use crate::panel::{
    client::Controls,
    faults::tell_problem,
    state::{Action, Problem},
    words::say,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ProblemProps {
    pub(in crate::panel) problem: Problem,
    pub(in crate::panel) controls: Controls,
}

/// A problem.
#[component]
pub(in crate::panel) fn ProblemNote(props: &ProblemProps) -> Html {
    let act = props.controls.act.clone();
    let dismiss = Callback::from(move |_: MouseEvent| act.emit(Action::Dismissed));
    html! {
        <section class="note note-warn" role="alert">
            <Icon picture={Picture::Warn} />
            { told(&tell_problem(&props.problem)) }
            if !matches!(props.problem, Problem::Outside | Problem::Gone) {
                <button type="button" class="quiet" onclick={dismiss}>{ say("dismiss") }</button>
            }
        </section>
    }
}
