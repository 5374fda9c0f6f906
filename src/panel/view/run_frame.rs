//! What every run's card has: one sentence that is read out, what is in the way, how far it is, and
//! the way on.

use tandem_core::Fault;
use yew::prelude::*;

use super::{
    charts::{Course, course},
    fault::FaultText,
    focus, told,
};
use crate::{
    panel::{
        client::Controls,
        faults::Subject,
        state::{Action, Tab},
        words::say,
    },
    protocol::view::Phase,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct FrameProps {
    /// What the card is called.
    pub(in crate::panel) label: AttrValue,
    /// What there is to say.
    pub(in crate::panel) sentence: AttrValue,
    /// What is in the way.
    #[prop_or_default]
    pub(in crate::panel) fault: Option<Fault>,
    /// What it came with.
    #[prop_or_default]
    pub(in crate::panel) subject: Subject,
    /// How far it is.
    pub(in crate::panel) course: Course,
    /// How many of how many are through; `None` where nothing is under way.
    #[prop_or_default]
    pub(in crate::panel) progress: Option<(usize, usize)>,
    /// The numbers, the list.
    pub(in crate::panel) children: Html,
    /// The buttons.
    pub(in crate::panel) actions: Html,
}

/// The card. When it comes while a person works in the panel, the focus goes to it: the button that
/// was pressed may be gone.
#[component]
pub(in crate::panel) fn RunFrame(props: &FrameProps) -> Html {
    let head = focus::use_on_arrival();
    html! {
        <section class="card run" aria-label={props.label.clone()}>
            // When it comes the keyboard goes to it, which reads it out; what follows is told.
            <div ref={head} tabindex="-1"><p class="sentence">{ told::as_it_changes(props.sentence.clone()) }</p></div>
            if let Some(fault) = &props.fault { <FaultText fault={fault.clone()} subject={props.subject} /> }
            if let Some((done, total)) = props.progress {
                // Told by the browser's own element, and drawn below with what came of it.
                <progress class="unseen" max={total.to_string()} value={done.to_string()}
                    aria-label={props.label.clone()} />
            }
            { course(props.course, props.progress.is_some()) }
            { props.children.clone() }
            <div class="actions">{ props.actions.clone() }</div>
        </section>
    }
}

/// Whether a run is under way.
pub(in crate::panel) const fn is_busy(phase: &Phase) -> bool {
    matches!(phase, Phase::Running | Phase::Checking)
}

/// What keeps a run from going on.
pub(in crate::panel) fn fault(phase: &Phase) -> Option<Fault> {
    match phase {
        Phase::Paused { fault } => Some(fault.clone()),
        _ => None,
    }
}

/// A button.
pub(in crate::panel) fn button(
    class: &'static str,
    name: String,
    press: impl Fn() + 'static,
) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| press());
    html! { <button type="button" {class} {onclick}>{ name }</button> }
}

/// The way to the connections, for a run that waits for one.
pub(in crate::panel) fn to_connections(controls: &Controls) -> Html {
    let act = controls.act.clone();
    button("secondary", say("groups-to-overview"), move || {
        act.emit(Action::Show(Tab::Overview));
    })
}
