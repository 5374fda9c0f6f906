//! What is kept on this computer: for how long, whether at all, and forgetting it.

use web_sys::HtmlInputElement;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{focus, run_frame::button};
use crate::{
    panel::{
        client::Controls,
        desk::{DeskAct, history::HistoryAct},
        words::{count, say, say_with},
    },
    protocol::customers::{GuardBy, Guarded, Keep, KeepNothing, Keeping, Wipe},
};

/// The days to choose from.
const DAYS: [u16; 4] = [7, 30, 90, 365];

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct KeepingProps {
    pub(in crate::panel) keeping: Keeping,
    pub(in crate::panel) guarded: Guarded,
    /// Whether the person is asked if everything is to be forgotten.
    pub(in crate::panel) is_wiping: bool,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn KeepingCard(props: &KeepingProps) -> Html {
    let KeepingProps {
        keeping,
        guarded,
        is_wiping,
        controls,
    } = props;
    let is_kept = *guarded != Guarded::ByMemory;
    let tick = {
        let (controls, keeping) = (controls.clone(), *keeping);
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                controls.ask(Keep {
                    keeping: Keeping {
                        keeps_readings: input.checked(),
                        ..keeping
                    },
                });
            }
        })
    };
    // The keyboard comes back to the button when the question is put away.
    let button = focus::use_on_change(*is_wiping);
    html! {
        <section class="card">
            <h2>{ say("keeping") }</h2>
            { days(*keeping, controls) }
            if is_kept {
                <label class="option">
                    <input type="checkbox" checked={keeping.keeps_readings} onchange={tick} />
                    <span>{ say("keeping-readings") }
                        <span class="muted">{ say("keeping-readings-why") }</span></span>
                </label>
                <p class="muted">{ say("keeping-honest") }</p>
            }
            if *guarded != Guarded::Locked { { nothing(is_kept, controls) } }
            if *is_wiping { <WipeQuestion controls={controls.clone()} /> } else { { wipe(controls, button) } }
        </section>
    }
}

/// The way to keep nothing at all, with what comes of it said before; and the way back.
fn nothing(is_kept: bool, controls: &Controls) -> Html {
    let controls = controls.clone();
    if !is_kept {
        return html! {
            <>
                <p>{ say("nothing-is") }</p>
                <div class="actions">
                    { button("secondary", say("nothing-off"), move || {
                        controls.ask(GuardBy { passphrase: None });
                    }) }
                </div>
            </>
        };
    }
    html! {
        <details class="token nothing">
            <summary>{ say("nothing") }</summary>
            <p>{ say("nothing-what") }</p>
            <ul>
                <li>{ say("nothing-links") }</li>
                <li>{ say("nothing-runs") }</li>
                <li>{ say("nothing-answers") }</li>
            </ul>
            <div class="actions">
                { button("secondary", say("nothing-yes"), move || controls.ask(KeepNothing {})) }
            </div>
        </details>
    }
}

fn days(keeping: Keeping, controls: &Controls) -> Html {
    let controls = controls.clone();
    let choose = Callback::from(move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| select.value().parse().ok());
        if let Some(days) = chosen {
            controls.ask(Keep {
                keeping: Keeping { days, ..keeping },
            });
        }
    });
    // What is in use is among them, whoever chose it.
    let other = Some(keeping.days).filter(|days| !DAYS.contains(days));
    let options = DAYS.into_iter().chain(other).map(|days| {
        html! {
            <option value={days.to_string()} selected={days == keeping.days}>
                { say_with("keeping-days-count", &[count("count", u32::from(days))]) }
            </option>
        }
    });
    html! {
        <label class="pick">
            <span>{ say("keeping-days") }</span>
            <select onchange={choose}>{ for options }</select>
        </label>
    }
}

fn wipe(controls: &Controls, node: NodeRef) -> Html {
    let controls = controls.clone();
    let ask = Callback::from(move |_: MouseEvent| {
        controls.desk(DeskAct::History(HistoryAct::Wipe(true)));
    });
    html! {
        <div class="actions">
            <button type="button" class="secondary" ref={node} onclick={ask}>{ say("wipe") }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WipeProps {
    controls: Controls,
}

/// Says what happens, in place, before it does. The keyboard goes to what is said.
#[component]
fn WipeQuestion(props: &WipeProps) -> Html {
    let head = focus::use_on_arrival();
    let (yes, no) = (props.controls.clone(), props.controls.clone());
    html! {
        <div class="note note-warn" role="group" aria-labelledby="wipe-what">
            <div class="stack">
                <p id="wipe-what" ref={head} tabindex="-1">{ say("wipe-what") }</p>
                <div class="actions">
                    { button("secondary", say("wipe-yes"), move || {
                        yes.ask(Wipe {});
                        yes.desk(DeskAct::Forget);
                    }) }
                    { button("secondary", say("wipe-no"), move || {
                        no.desk(DeskAct::History(HistoryAct::Wipe(false)));
                    }) }
                </div>
            </div>
        </div>
    }
}
