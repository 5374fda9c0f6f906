//! The run that is under way, or whose result waits to be read: progress, result, and the way on.

use tandem_core::journal::{End, RunCounts};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{fault::FaultText, run_item::RunItem};
use crate::{
    panel::{
        client::Controls,
        state::{Action, Tab},
        words::{number, say, say_with, side},
    },
    protocol::{
        panel::{CancelRun, CloseRun, ContinueRun},
        view::{ItemView, Phase, RunView},
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct RunProps {
    pub(in crate::panel) run: RunView,
    pub(in crate::panel) controls: Controls,
}

/// How the items of a run stand; they add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct Tally {
    pub(in crate::panel) written: usize,
    pub(in crate::panel) already: usize,
    pub(in crate::panel) failed: usize,
    /// Written, and not as it should be: trying again would make it worse, so a person looks.
    pub(in crate::panel) odd: usize,
    pub(in crate::panel) waiting: usize,
}

/// Counts the items of a run, as a person tells them apart.
pub(in crate::panel) fn tally(items: &[ItemView]) -> Tally {
    let counts = RunCounts::of(items.iter().map(|item| item.end.as_ref()));
    Tally {
        written: counts.created,
        already: counts.already_there,
        failed: counts.failed + counts.stale,
        odd: counts.changed + counts.doubled,
        waiting: counts.waiting,
    }
}

/// The card. When it comes while a person works in the panel, the focus goes to it: the button that
/// was pressed may be gone.
#[component]
pub(in crate::panel) fn RunCard(props: &RunProps) -> Html {
    let RunProps { run, .. } = props;
    let head = use_node_ref();
    use_effect_with((), {
        let head = head.clone();
        move |()| {
            if let Some(head) = head.cast::<HtmlElement>()
                && is_in_use(&head)
            {
                drop(head.focus());
            }
        }
    });
    let tally = tally(&run.items);
    let total = run.items.len();
    let is_busy = matches!(run.phase, Phase::Running | Phase::Checking);
    html! {
        <section class="card run" aria-label={say("run")}>
            <div role="status" ref={head} tabindex="-1"><p class="sentence">{ sentence(run, tally) }</p></div>
            if let Phase::Paused { fault } = &run.phase { <FaultText fault={fault.clone()} /> }
            if is_busy {
                <progress max={total.to_string()} value={(total - tally.waiting).to_string()}
                    aria-label={say("run")} />
                <p class="muted">{ progress("run-progress", total - tally.waiting, total) }</p>
            } else {
                <p class="muted sum">{ sum(tally, total) }</p>
            }
            <ol class="items">
                { for in_order(&run.items, is_busy).into_iter().map(|(place, item)| html! {
                    <RunItem key={place} item={item.clone()} />
                }) }
            </ol>
            <div class="actions">{ actions(props, tally) }</div>
        </section>
    }
}

/// Whether the page that holds `element` has the keyboard. Never taken from the admin page around it.
fn is_in_use(element: &HtmlElement) -> bool {
    element
        .owner_document()
        .and_then(|page| page.has_focus().ok())
        .unwrap_or(false)
}

/// The items as they help most: under way, the latest first; afterwards, what needs a person first.
pub(in crate::panel) fn in_order(items: &[ItemView], is_busy: bool) -> Vec<(usize, &ItemView)> {
    let mut items: Vec<_> = items.iter().enumerate().collect();
    if is_busy {
        items.sort_by_key(|(place, item)| match item.end {
            Some(_) => (false, usize::MAX - place),
            None => (true, *place),
        });
    } else {
        items.sort_by_key(|(_, item)| match item.end {
            Some(End::Failed { .. } | End::Changed { .. } | End::Doubled { .. } | End::Stale) => 0,
            None => 1,
            Some(End::Applied { .. } | End::AlreadyThere { .. }) => 2,
        });
    }
    items
}

fn sentence(run: &RunView, tally: Tally) -> String {
    let (done, total) = (tally.written + tally.already, run.items.len());
    match &run.phase {
        Phase::Running => say_with("run-running", &[side(run.to)]),
        Phase::Checking => say("run-checking"),
        Phase::Finished if done == total => {
            say_with("run-finished", &[number("count", tally.written)])
        }
        Phase::Finished => progress("run-finished-with-failures", done, total),
        Phase::Cancelled => progress("run-cancelled", done, total),
        Phase::Interrupted => progress("run-interrupted", done, total),
        Phase::Paused { .. } => progress("run-paused", done, total),
    }
}

fn progress(key: &str, done: usize, total: usize) -> String {
    say_with(key, &[number("done", done), number("total", total)])
}

fn sum(tally: Tally, total: usize) -> String {
    say_with(
        "run-sum",
        &[
            number("created", tally.written),
            number("already", tally.already),
            number("failed", tally.failed),
            number("odd", tally.odd),
            number("waiting", tally.waiting),
            number("total", total),
        ],
    )
}

fn actions(props: &RunProps, tally: Tally) -> Html {
    let press = |make: fn(&Controls)| {
        let controls = props.controls.clone();
        Callback::from(move |_: MouseEvent| make(&controls))
    };
    let go_on = press(|controls| controls.ask(ContinueRun {}));
    let close = html! {
        <button type="button" class="secondary" onclick={press(|c| c.ask(CloseRun {}))}>
            { say("run-close") }
        </button>
    };
    match &props.run.phase {
        Phase::Running | Phase::Checking => html! {
            <button type="button" class="secondary" onclick={press(|c| c.ask(CancelRun {}))}>
                { say("run-cancel") }
            </button>
        },
        Phase::Finished if tally.failed + tally.waiting > 0 => html! {
            <>
                <button type="button" class="primary" onclick={go_on}>
                    { say_with("run-try-again", &[number("count", tally.failed + tally.waiting)]) }
                </button>
                { close }
            </>
        },
        Phase::Finished => close,
        Phase::Cancelled | Phase::Interrupted | Phase::Paused { .. } => html! {
            <>
                <button type="button" class="primary" onclick={go_on}>{ say("run-continue") }</button>
                if matches!(props.run.phase, Phase::Paused { .. }) {
                    <button type="button" class="secondary"
                        onclick={press(|c| c.act.emit(Action::Show(Tab::Overview)))}>
                        { say("groups-to-overview") }
                    </button>
                }
                { close }
            </>
        },
    }
}
