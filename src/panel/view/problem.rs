//! What went wrong between the panel and the background: stays until it is read.

use yew::prelude::*;

use super::{
    fault::told,
    icon::{Icon, Picture},
};
use crate::{
    panel::{
        client::Controls,
        faults::tell_problem,
        state::{Action, Problem},
        words::say,
    },
    protocol::panel::Look,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ProblemProps {
    pub(in crate::panel) problem: Problem,
    pub(in crate::panel) controls: Controls,
    /// Whether nothing is shown yet, so that asking once more is the only way on.
    pub(in crate::panel) is_empty: bool,
}

/// A problem.
#[component]
pub(in crate::panel) fn ProblemNote(props: &ProblemProps) -> Html {
    let act = props.controls.act.clone();
    let dismiss = Callback::from(move |_: MouseEvent| act.emit(Action::Dismissed));
    let controls = props.controls.clone();
    let again = Callback::from(move |_: MouseEvent| controls.ask(Look {}));
    let has_end = matches!(props.problem, Problem::Outside | Problem::Gone);
    html! {
        <section class="note note-warn" role="alert">
            <Icon picture={Picture::Warn} />
            { told(&tell_problem(&props.problem)) }
            if !has_end && props.is_empty {
                <button type="button" class="secondary" onclick={again}>{ say("try-again") }</button>
            } else if !has_end {
                <button type="button" class="quiet" onclick={dismiss}>{ say("dismiss") }</button>
            }
        </section>
    }
}
