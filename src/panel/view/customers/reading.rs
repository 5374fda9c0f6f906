//! The reading of both sides: how far it is, what is left, and how to stop it.

use tandem_core::Side;
use yew::prelude::*;

use super::not_read::read_button;
use crate::{
    panel::{
        client::Controls,
        times::duration,
        view::told,
        words::{count, say, say_with, side, text},
    },
    protocol::customers::{CancelReading, PauseReading, ReadingView},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ReadingProps {
    pub(in crate::panel) reading: ReadingView,
    pub(in crate::panel) controls: Controls,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
}

/// The card.
#[component]
pub(in crate::panel) fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps {
        reading,
        controls,
        is_busy,
    } = props;
    let sentence = if reading.is_paused {
        "reading-paused"
    } else {
        "reading"
    };
    let press = |make: fn(&Controls)| {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| make(&controls))
    };
    html! {
        <section class="card run" aria-labelledby="reading">
            <p class="sentence" id="reading">{ told::as_it_comes(say(sentence)) }</p>
            { for Side::BOTH.into_iter().map(|of| progress(reading, of)) }
            if let Some(seconds) = reading.seconds_left.filter(|_| !reading.is_paused) {
                <p>{ say_with("reading-time-left", &[text("time", &duration(seconds))]) }</p>
            }
            <div class="actions">
                if reading.is_paused {
                    { read_button(controls, "primary", "reading-continue", *is_busy) }
                } else {
                    <button type="button" class="secondary" disabled={*is_busy}
                        onclick={press(|c| c.ask(PauseReading {}))}>{ say("reading-pause") }</button>
                }
                <button type="button" class="secondary" disabled={*is_busy}
                    onclick={press(|c| c.ask(CancelReading {}))}>{ say("reading-cancel") }</button>
            </div>
        </section>
    }
}

fn progress(reading: &ReadingView, of: Side) -> Html {
    let name = say_with("side-name", &[side(of)]);
    let read = *reading.read.get(of);
    // What is there now may be more than an earlier reading found.
    let total = reading.total.get(of).map(|total| total.max(read));
    let so_far = match total {
        Some(total) => say_with("reading-of", &[count("count", read), count("total", total)]),
        None => say_with("reading-so-far", &[count("count", read)]),
    };
    let made = count("count", *reading.calls.get(of));
    let calls = match reading.calls_left.get(of) {
        Some(left) => say_with("reading-calls-left", &[made, count("left", *left)]),
        None => say_with("reading-calls", &[made]),
    };
    // Without a value the browser draws that something goes on, not how far it is.
    let value = total.map(|_| read.to_string());
    let max = total.map(|total| total.max(1).to_string());
    html! {
        <div class="read-side">
            <p><strong>{ &name }</strong>{ " " }{ so_far }</p>
            if total.is_some() || !reading.is_paused {
                <progress {max} {value} aria-label={name.clone()} />
            }
            <p class="muted">{ calls }</p>
        </div>
    }
}
