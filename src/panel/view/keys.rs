//! Which keys do what: a line for each, and the sheet of all of them that `?` brings.

use yew::prelude::*;

use super::{focus, run_frame::button};
use crate::panel::{client::Controls, state::Action, words::say};

/// A key or several, and what they do.
type Line = (&'static [&'static str], &'static str);

/// Where keys work, by the word for it, and which.
const ALL: [(&str, &[Line]); 4] = [
    (
        "keys-everywhere",
        &[
            (&["Alt", "Shift", "K"], "keys-panel"),
            (&["Tab"], "keys-on"),
            (&["Enter"], "keys-press"),
            (&["?"], "keys-sheet"),
        ],
    ),
    ("tabs", &[(&["←", "→"], "keys-tabs")]),
    (
        "tab-customers",
        &[
            (&["↑", "↓"], "keys-rows"),
            (&["Enter"], "keys-open"),
            (&["Esc"], "keys-back"),
        ],
    ),
    ("tab-review", &REVIEW),
];

/// The keys of a question.
const REVIEW: [Line; 5] = [
    (&["←", "→"], "keys-move"),
    (&["1", "2", "3"], "keys-pick"),
    (&["Enter"], "keys-confirm"),
    (&["L"], "keys-later"),
    (&["U"], "keys-undo"),
];

/// The lines about a question.
pub(in crate::panel) fn of_review() -> Html {
    lines(&REVIEW)
}

fn lines(lines: &[Line]) -> Html {
    let line = |(keys, what): &Line| {
        html! {
            <div>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ say(what) }</dd>
            </div>
        }
    };
    html! { <dl>{ for lines.iter().map(line) }</dl> }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct SheetProps {
    pub(in crate::panel) controls: Controls,
}

/// The sheet. The keyboard goes to it when it comes; Escape puts it away.
#[component]
pub(in crate::panel) fn KeySheet(props: &SheetProps) -> Html {
    let head = focus::use_on_arrival();
    let act = props.controls.act.clone();
    html! {
        <section class="card keys" aria-labelledby="keys">
            <h2 id="keys" ref={head} tabindex="-1">{ say("review-keys") }</h2>
            { for ALL.iter().map(|(place, keys)| html! {
                <><h3>{ say(place) }</h3>{ lines(keys) }</>
            }) }
            <div class="actions">
                { button("secondary", say("run-close"), move || act.emit(Action::Sheet(false))) }
            </div>
        </section>
    }
}
