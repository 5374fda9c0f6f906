//! The run over customers that is under way, or whose result waits to be read.

use tandem_core::{show::Purpose, sync::journal::EndCounts};
use yew::prelude::*;

use super::{
    charts::Course,
    close_sync::CloseQuestion,
    end_counts::EndCountsList,
    run_frame::{self, RunFrame, button, to_connections},
};
use crate::{
    panel::{
        client::Controls,
        desk::{DeskAct, history::HistoryAct},
        faults::Subject,
        times,
        words::{count, say, say_with, text},
    },
    protocol::{
        customers::{CloseSync, ContinueSync, PauseSync, PosCalls, SyncView},
        view::Phase,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct SyncProps {
    pub(in crate::panel) run: SyncView,
    /// Whether the person is asked if it is to be closed with work left.
    pub(in crate::panel) is_closing: bool,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn SyncCard(props: &SyncProps) -> Html {
    let run = &props.run;
    let is_busy = run_frame::is_busy(&run.phase);
    let through = run.counts.total.saturating_sub(run.counts.waiting);
    let progress = is_busy.then_some((through as usize, run.counts.total as usize));
    html! {
        <RunFrame label={say("sync-run")} sentence={sentence(run)} fault={run_frame::fault(&run.phase)}
            subject={Subject::Customers} course={Course::of(&run.counts)} {progress} actions={actions(props)}>
            <p class="muted">{ purpose(&run.purpose) }</p>
            if is_busy {
                <p class="muted">{ say_with("sync-total", &[count("count", run.counts.total)]) }</p>
                <p class="muted steady">{ left(run) }</p>
                <p class="muted">{ share(run.pos_calls) }</p>
            } else {
                <EndCountsList counts={run.counts} />
            }
            if !is_busy { { looks(&run.counts) } }
            if !is_busy && !run.can_close { <p class="muted">{ say("sync-cannot-close") }</p> }
            if props.is_closing {
                <CloseQuestion left={run.counts.waiting} controls={props.controls.clone()} />
            }
        </RunFrame>
    }
}

/// What a run is for.
pub(in crate::panel) fn purpose(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Everybody => say("purpose-everybody"),
        Purpose::Automatic { .. } => say("purpose-automatic"),
        Purpose::One { .. } => say("purpose-one"),
        Purpose::Undo { run, entry: None } => say_with("purpose-undo-run", &[count("run", run.0)]),
        Purpose::Undo {
            run,
            entry: Some(_),
        } => say_with("purpose-undo-entry", &[count("run", run.0)]),
    }
}

fn sentence(run: &SyncView) -> String {
    let counts = &run.counts;
    let done = counts.applied + counts.already_there;
    let of = |key| say_with(key, &[count("done", done), count("total", counts.total)]);
    match run.phase {
        Phase::Running => say("sync-running"),
        Phase::Checking => say("sync-checking"),
        Phase::Finished if done == counts.total => {
            say_with("sync-finished", &[count("count", counts.applied)])
        }
        Phase::Finished => of("sync-finished-with-rest"),
        Phase::Cancelled => of("sync-cancelled"),
        Phase::Interrupted => of("sync-interrupted"),
        Phase::Paused { .. } => of("sync-paused"),
    }
}

fn left(run: &SyncView) -> String {
    let calls = [
        count("pos", run.calls_left.pos),
        count("ecom", run.calls_left.ecom),
    ];
    match run.seconds_left.map(times::duration) {
        None => say_with("sync-left", &calls),
        Some(time) => {
            let [pos, ecom] = calls;
            say_with("sync-left-time", &[pos, ecom, text("time", &time)])
        }
    }
}

/// How much of POS' calls the run takes, so that nobody fears for the tills.
fn share(calls: PosCalls) -> String {
    let calls = [count("used", calls.used), count("may", calls.may)];
    say_with("sync-share", &calls)
}

/// What a person looks at, once nothing is under way.
fn looks(counts: &EndCounts) -> Html {
    let looks = [
        (counts.doubled, "look-doubled"),
        (counts.unknown, "look-unknown"),
        (counts.rejected, "look-rejected"),
        (counts.altered, "look-altered"),
        (counts.stale, "look-stale"),
    ];
    let looks: Vec<_> = looks.into_iter().filter(|(many, _)| *many > 0).collect();
    if looks.is_empty() {
        return html! {};
    }
    html! { <ul class="plain">{ for looks.iter().map(|(_, key)| html! { <li>{ say(key) }</li> }) }</ul> }
}

fn actions(props: &SyncProps) -> Html {
    let press = |class, name, make: fn(&Controls)| {
        let controls = props.controls.clone();
        button(class, name, move || make(&controls))
    };
    let (run, counts) = (&props.run, &props.run.counts);
    let again = counts.rejected + counts.waiting;
    let history = {
        let (controls, id) = (props.controls.clone(), run.id);
        button("secondary", say("sync-history"), move || {
            controls.desk(DeskAct::History(HistoryAct::Open(Some(id))));
        })
    };
    let close = if run.can_close && !props.is_closing {
        close(props)
    } else {
        html! {}
    };
    match run.phase {
        Phase::Running | Phase::Checking => {
            press("secondary", say("sync-pause"), |c| c.ask(PauseSync {}))
        }
        Phase::Finished => html! {
            <>
                if again > 0 {
                    { try_again(props, again) }
                }
                { history }{ close }
            </>
        },
        Phase::Cancelled | Phase::Interrupted | Phase::Paused { .. } => html! {
            <>
                { press("primary", say("run-continue"), |c| c.ask(ContinueSync {})) }
                if matches!(run.phase, Phase::Paused { .. }) { { to_connections(&props.controls) } }
                { history }{ close }
            </>
        },
    }
}

/// A run that is over is not gone on with: what failed is previewed anew, as things are now.
fn try_again(props: &SyncProps, again: u32) -> Html {
    let (controls, purpose) = (props.controls.clone(), props.run.purpose.clone());
    let purpose = match purpose {
        Purpose::Automatic { .. } => Purpose::Everybody,
        other => other,
    };
    let name = say_with("run-try-again", &[count("count", again)]);
    button("primary", name, move || controls.preview(purpose.clone()))
}

/// Puts the run away: at once where it is over, after a question where work is left.
fn close(props: &SyncProps) -> Html {
    let (controls, id) = (props.controls.clone(), props.run.id);
    let has_work_left = props.run.counts.waiting > 0;
    button("secondary", say("run-close"), move || {
        if has_work_left {
            controls.desk(DeskAct::Closing(Some(id)));
        } else {
            controls.ask(CloseSync {});
        }
    })
}
