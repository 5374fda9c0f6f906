//! Automatic sync: when it happens, how long it waits before it creates anybody, and what came of
//! the last look.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::told;
use crate::{
    panel::{
        client::Controls,
        faults,
        state::{Action, Tab},
        words::{count, say, say_with, text},
    },
    protocol::automatic::{Automatic, AutomaticView, Looked, Outcome, SetAutomatic, When},
};

/// The minutes between two looks to choose from.
const MINUTES: [u16; 4] = [5, 15, 30, 60];

/// Those that are taken where somebody asks for looks without saying how often.
const USUAL: u16 = 15;

/// How many minutes nobody is created by itself, to choose from.
const GRACE: [u16; 3] = [0, 15, 60];

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct AutomaticProps {
    pub(in crate::panel) of: AutomaticView,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn AutomaticCard(props: &AutomaticProps) -> Html {
    let AutomaticProps { of, controls } = props;
    let settings = of.settings;
    let every = match settings.when {
        When::Every { minutes } => minutes,
        When::Off | When::OnVisit => USUAL,
    };
    let option = |when: When, name: &'static str, why: &'static str| {
        let is_chosen = std::mem::discriminant(&when) == std::mem::discriminant(&settings.when);
        let controls = controls.clone();
        let choose = Callback::from(move |_: Event| set(&controls, Automatic { when, ..settings }));
        html! {
            <label class="option">
                <input type="radio" name="automatic" checked={is_chosen} onchange={choose}
                    aria-label={say(name)} aria-describedby={why} />
                <span>{ say(name) }<span class="muted" id={why}>{ say(why) }</span></span>
            </label>
        }
    };
    html! {
        <section class="card">
            <h2>{ say("automatic") }</h2>
            if settings.when != When::Off {
                { of.last.as_ref().map(|last| looked(last, controls)).unwrap_or_default() }
            }
            <fieldset class="stack">
                <legend class="unseen">{ say("automatic-when") }</legend>
                { option(When::Off, "automatic-off", "automatic-off-why") }
                { option(When::OnVisit, "automatic-visit", "automatic-visit-why") }
                { option(When::Every { minutes: every }, "automatic-every", "automatic-every-why") }
            </fieldset>
            if matches!(settings.when, When::Every { .. }) { { minutes(settings, every, controls) } }
            if settings.when != When::Off {
                { grace(settings, controls) }
                <p class="muted">{ say("automatic-rules") }</p>
            }
        </section>
    }
}

fn set(controls: &Controls, settings: Automatic) {
    controls.ask(SetAutomatic { settings });
}

fn minutes(settings: Automatic, every: u16, controls: &Controls) -> Html {
    let with = move |minutes| Automatic {
        when: When::Every { minutes },
        ..settings
    };
    pick("automatic-how-often", &MINUTES, every, controls, with)
}

fn grace(settings: Automatic, controls: &Controls) -> Html {
    let with = move |grace_minutes| Automatic {
        grace_minutes,
        ..settings
    };
    html! {
        <>
            { pick("automatic-grace", &GRACE, settings.grace_minutes, controls, with) }
            <p class="muted">{ say("automatic-grace-why") }</p>
        </>
    }
}

/// A choice of minutes.
fn pick(
    name: &'static str,
    from: &[u16],
    chosen: u16,
    controls: &Controls,
    with: impl Fn(u16) -> Automatic + 'static,
) -> Html {
    let controls = controls.clone();
    let choose = Callback::from(move |event: Event| {
        let minutes = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| select.value().parse().ok());
        if let Some(minutes) = minutes {
            set(&controls, with(minutes));
        }
    });
    // What is in use is among them, whoever chose it.
    let other = Some(chosen).filter(|minutes| !from.contains(minutes));
    let options = from.iter().copied().chain(other).map(|minutes| {
        html! {
            <option value={minutes.to_string()} selected={minutes == chosen}>
                { say_with("automatic-minutes", &[count("count", u32::from(minutes))]) }
            </option>
        }
    });
    html! {
        <label class="pick">
            <span>{ say(name) }</span>
            <select onchange={choose}>{ for options }</select>
        </label>
    }
}

/// What is so now, where it is not chosen: when looks happen, and what came of the last.
#[component]
pub(in crate::panel) fn AutomaticNote(props: &AutomaticProps) -> Html {
    let AutomaticProps { of, controls } = props;
    let name = match of.settings.when {
        When::Off => "automatic-off",
        When::OnVisit => "automatic-visit",
        When::Every { .. } => "automatic-every",
    };
    let act = controls.act.clone();
    let change = Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Settings)));
    html! {
        <section class="card">
            <h2>{ say("automatic") }</h2>
            <p>{ say(name) }</p>
            if of.settings.when != When::Off {
                { of.last.as_ref().map(|last| looked(last, controls)).unwrap_or_default() }
            }
            <button type="button" class="quiet" onclick={change}>{ say("automatic-change") }</button>
        </section>
    }
}

/// What came of the last look, and when that was.
fn looked(last: &Looked, controls: &Controls) -> Html {
    let when = controls.when.emit(last.at);
    let came = match &last.outcome {
        Outcome::NothingToDo => say("automatic-nothing"),
        Outcome::Synced { done, failed: 0 } => {
            say_with("automatic-synced", &[count("count", *done)])
        }
        Outcome::Synced { done, failed } => say_with(
            "automatic-synced-some",
            &[count("count", *done), count("failed", *failed)],
        ),
        Outcome::NeedsPerson => say("automatic-needs-person"),
        Outcome::Waits { fault } => faults::tell(fault).what,
    };
    html! {
        <p>{ say_with("automatic-last", &[text("when", &when)]) }{ " " }{ told::as_it_changes(came) }</p>
    }
}

/// One click for who is in step and wants it to stay so.
pub(super) fn keep_in_step(controls: &Controls, settings: Automatic) -> Html {
    let controls = controls.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let when = When::OnVisit;
        set(&controls, Automatic { when, ..settings });
    });
    html! {
        <button type="button" class="primary" {onclick}>{ say("automatic-keep") }</button>
    }
}
