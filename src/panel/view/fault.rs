//! What went wrong and what to do, in two sentences, with the store's own words below.

use tandem_core::Fault;
use yew::prelude::*;

use crate::panel::faults::{Subject, Told, tell_of};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct FaultProps {
    pub(in crate::panel) fault: Fault,
    /// What it came with.
    #[prop_or_default]
    pub(in crate::panel) subject: Subject,
}

/// A fault in words.
#[component]
pub(in crate::panel) fn FaultText(props: &FaultProps) -> Html {
    told(&tell_of(&props.fault, props.subject))
}

/// Two sentences, and what was said.
pub(in crate::panel) fn told(told: &Told) -> Html {
    html! {
        <div class="told">
            <p><strong>{ &told.what }</strong>{ " " }{ &told.next }</p>
            if let Some(said) = &told.said {
                <p class="muted said" dir="auto">{ said }</p>
            }
        </div>
    }
}
