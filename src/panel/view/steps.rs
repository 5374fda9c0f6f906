//! The first use in three steps, told by signs more than by words: connect, groups, customers. Gone
//! as soon as both stores are in step.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::{
    panel::{
        next::{Step, steps},
        words::say,
    },
    protocol::view::View,
};

/// Each step's word.
const WORDS: [&str; 3] = ["step-connect", "tab-groups", "tab-customers"];

/// The steps; nothing where they were gone through.
pub(in crate::panel) fn three_steps(view: &View) -> Html {
    let Some(steps) = steps(view) else {
        return html! {};
    };
    let all = WORDS.into_iter().zip(steps).enumerate();
    html! {
        <ol class="steps" aria-label={say("steps")}>
            { for all.map(|(place, (word, step))| one(place + 1, word, step)) }
        </ol>
    }
}

fn one(number: usize, word: &str, step: Step) -> Html {
    let class = match step {
        Step::Done => "step is-done",
        Step::Now => "step is-now",
        Step::Later => "step",
    };
    html! {
        <li {class} aria-current={(step == Step::Now).then_some("step")}>
            <span class="step-sign">
                if step == Step::Done { <Icon picture={Picture::Same} /> } else { { number } }
            </span>
            <span>
                { say(word) }
                if step == Step::Done { <span class="unseen">{ " " }{ say("step-done") }</span> }
            </span>
        </li>
    }
}
