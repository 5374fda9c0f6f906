//! Rehearsal: the way to it, and in it what it is, beginning anew, leaving, and what others do.

use yew::prelude::*;

use super::{run_frame::button, told};
use crate::{
    panel::{
        client::Controls,
        rehearsal::{Deed, Rehearsal},
        words::{count, say, say_with},
    },
    protocol::{
        customers::{CustomersState, CustomersView, Guarded, MOST_COPIED},
        panel::OpenRehearsal,
    },
};

/// The button that opens a rehearsal; nothing where this is one.
pub(in crate::panel) fn rehearse(controls: &Controls) -> Html {
    if controls.rehearsal.is_some() {
        return html! {};
    }
    open(controls, "rehearse", false)
}

fn open(controls: &Controls, label: &str, with_copy: bool) -> Html {
    let controls = controls.clone();
    button("quiet", say(label), move || {
        controls.ask(OpenRehearsal { with_copy });
    })
}

/// The card in Settings; nothing where this is a rehearsal.
pub(in crate::panel) fn rehearse_card(controls: &Controls, customers: &CustomersView) -> Html {
    if controls.rehearsal.is_some() {
        return html! {};
    }
    html! {
        <section class="card" aria-labelledby="rehearse">
            <h2 id="rehearse">{ say("rehearse-title") }</h2>
            <p class="muted">{ say("rehearse-why") }</p>
            <div class="actions">{ rehearse(controls) }</div>
            { of_a_copy(controls, customers) }
        </section>
    }
}

/// The same with what was read, or why not; nothing where nothing was read.
fn of_a_copy(controls: &Controls, customers: &CustomersView) -> Html {
    let CustomersState::Ready(numbers) = &customers.state else {
        return html! {};
    };
    let is_kept = customers.keeping.keeps_readings;
    if customers.guarded != Guarded::ByBrowser || !is_kept {
        return html! { <p class="muted">{ say("rehearse-copy-guarded") }</p> };
    }
    if numbers.counts.total > MOST_COPIED {
        let most = [count("most", MOST_COPIED)];
        return html! { <p class="muted">{ say_with("rehearse-copy-many", &most) }</p> };
    }
    html! {
        <>
            <p class="muted">{ say("rehearse-copy-why") }</p>
            <div class="actions">{ open(controls, "rehearse-copy", true) }</div>
        </>
    }
}

/// Says in the head what this is, for as long as it is.
pub(in crate::panel) fn banner(rehearsal: &Rehearsal) -> Html {
    let again = rehearsal.again.clone();
    let leave = rehearsal.leave.clone();
    let leave = leave.map(|leave| button("quiet", say("rehearsal-leave"), move || leave.emit(())));
    html! {
        <div class="rehearsal" role="note">
            <p>{ say(if rehearsal.is_copy { "rehearsal-copy" } else { "rehearsal" }) }</p>
            <div>
                { button("quiet", say("rehearsal-again"), move || again.emit(())) }
                { leave.unwrap_or_default() }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct OthersProps {
    pub(in crate::panel) rehearsal: Rehearsal,
}

/// What the other people of the made-up shops can be had to do.
#[component]
pub(in crate::panel) fn Others(props: &OthersProps) -> Html {
    let said = use_state(|| None::<bool>);
    let deed = |deed: Deed| {
        let (act, said) = (props.rehearsal.act.clone(), said.clone());
        button("secondary", say(deed.key()), move || {
            let said = said.clone();
            act.emit((deed, Callback::from(move |is_done| said.set(Some(is_done)))));
        })
    };
    html! {
        <details class="card others">
            <summary>{ say("rehearsal-others") }</summary>
            <p class="muted">{ say("rehearsal-others-why") }</p>
            <div class="actions">{ for Deed::ALL.map(deed) }</div>
            <p class="muted">
                { told::as_it_changes(match *said {
                    Some(true) => say("rehearsal-done"),
                    Some(false) => say("rehearsal-nobody"),
                    None => String::new(),
                }) }
            </p>
        </details>
    }
}
