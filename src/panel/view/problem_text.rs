//! Why a part of a view could not be fetched, where it would stand, and the way to try again.

use yew::prelude::*;

use super::{
    fault::told,
    icon::{Icon, Picture},
};
use crate::panel::{faults::tell_problem, state::Problem, words::say};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ProblemTextProps {
    pub(in crate::panel) problem: Problem,
    /// Tries again.
    pub(in crate::panel) again: Callback<()>,
}

/// The sentences and the button.
#[component]
pub(in crate::panel) fn ProblemText(props: &ProblemTextProps) -> Html {
    let again = props.again.clone();
    html! {
        <div class="note note-warn" role="alert">
            <Icon picture={Picture::Warn} />
            { told(&tell_problem(&props.problem)) }
            if props.problem != Problem::Gone {
                <button type="button" class="secondary"
                    onclick={Callback::from(move |_: MouseEvent| again.emit(()))}>{ say("try-again") }</button>
            }
        </div>
    }
}
