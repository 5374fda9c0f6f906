//! The run that is under way, or whose result waits to be read: progress, result, and the way on.

use tandem_core::journal::{End, RunCounts};
use yew::prelude::*;

use super::{
    charts::Course,
    run_frame::{self, RunFrame, button, to_connections},
    run_item::RunItem,
};
use crate::{
    panel::{
        client::Controls,
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

impl Tally {
    fn course(self) -> Course {
        let [done, asked, failed, left] = [
            self.written + self.already,
            self.odd,
            self.failed,
            self.waiting,
        ]
        .map(|many| u32::try_from(many).unwrap_or(u32::MAX));
        Course {
            done,
            asked,
            failed,
            left,
        }
    }
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

/// The card.
#[component]
pub(in crate::panel) fn RunCard(props: &RunProps) -> Html {
    let RunProps { run, .. } = props;
    let tally = tally(&run.items);
    let total = run.items.len();
    let through = total - tally.waiting;
    let is_busy = run_frame::is_busy(&run.phase);
    html! {
        <RunFrame label={say("run")} sentence={sentence(run, tally)} fault={run_frame::fault(&run.phase)}
            course={tally.course()} progress={is_busy.then_some((through, total))} actions={actions(props, tally)}>
            if !is_busy { <p class="muted sum">{ sum(tally, total) }</p> }
            <ol class="items">
                { for in_order(&run.items, is_busy).into_iter().map(|(place, item)| html! {
                    <RunItem key={place} item={item.clone()} />
                }) }
            </ol>
        </RunFrame>
    }
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
    let press = |class, name, make: fn(&Controls)| {
        let controls = props.controls.clone();
        button(class, name, move || make(&controls))
    };
    let close = press("secondary", say("run-close"), |c| c.ask(CloseRun {}));
    match &props.run.phase {
        Phase::Running | Phase::Checking => {
            press("secondary", say("run-cancel"), |c| c.ask(CancelRun {}))
        }
        Phase::Finished if tally.failed + tally.waiting > 0 => {
            let again = say_with(
                "run-try-again",
                &[number("count", tally.failed + tally.waiting)],
            );
            html! { <>{ press("primary", again, |c| c.ask(ContinueRun {})) }{ close }</> }
        }
        Phase::Finished => close,
        Phase::Cancelled | Phase::Interrupted | Phase::Paused { .. } => html! {
            <>
                { press("primary", say("run-continue"), |c| c.ask(ContinueRun {})) }
                if matches!(props.run.phase, Phase::Paused { .. }) { { to_connections(&props.controls) } }
                { close }
            </>
        },
    }
}
