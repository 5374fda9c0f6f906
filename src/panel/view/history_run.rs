//! One run of the history: when, what for, what came of it, and its entries once it is opened.

use tandem_core::show::{HistoryPage, HistoryQuery, HistoryRun, Purpose};
use yew::prelude::*;

use super::{
    end_counts::EndCountsList, history_entry::EntryLine, more::More, problem_text::ProblemText,
    sync_card::purpose,
};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            history::{HistoryAct, WINDOW, len},
        },
        state::Problem,
        words::{count, say, say_with},
    },
    protocol::customers::ListHistory,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct RunProps {
    pub(in crate::panel) run: HistoryRun,
    pub(in crate::panel) is_open: bool,
    /// Its entries, as far as they came.
    pub(in crate::panel) entries: Option<HistoryPage>,
    /// Why they did not come.
    pub(in crate::panel) problem: Option<Problem>,
    /// What is searched for.
    pub(in crate::panel) search: String,
    pub(in crate::panel) controls: Controls,
}

/// The run.
#[component]
pub(in crate::panel) fn RunSection(props: &RunProps) -> Html {
    let RunProps { run, is_open, .. } = props;
    let number = count("run", run.id.0);
    html! {
        <li class="past">
            <div class="op-head">
                <div>
                    <h3>{ say_with("history-run", &[number]) }{ " · " }{ props.controls.when.emit(run.began) }</h3>
                    <p>{ purpose(&run.purpose) }</p>
                </div>
                if !run.is_closed { <span class="status is-warn">{ say("history-not-closed") }</span> }
            </div>
            <EndCountsList counts={run.counts} />
            { actions(props) }
            if *is_open { { entries(props) } }
        </li>
    }
}

fn actions(props: &RunProps) -> Html {
    let RunProps {
        run,
        is_open,
        controls,
        ..
    } = props;
    let (id, is_open) = (run.id, *is_open);
    let number = || [count("run", id.0)];
    let toggle = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| {
            let open = (!is_open).then_some(id);
            controls.desk(DeskAct::History(HistoryAct::Open(open)));
        })
    };
    let undo = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| {
            controls.preview(Purpose::Undo {
                run: id,
                entry: None,
            });
        })
    };
    let (word, of) = if is_open {
        ("history-hide", "history-hide-of")
    } else {
        ("history-open", "history-open-of")
    };
    html! {
        <div class="actions">
            <button type="button" class="quiet" aria-expanded={is_open.to_string()} onclick={toggle}
                aria-label={say_with(of, &number())}>{ say(word) }</button>
            if run.undoable > 0 {
                <button type="button" class="quiet" onclick={undo}
                    aria-label={say_with("history-undo-run-of", &number())}>{ say("history-undo-run") }</button>
            }
        </div>
    }
}

fn entries(props: &RunProps) -> Html {
    let Some(page) = &props.entries else {
        return if props.problem.is_some() {
            missed(props.problem.as_ref(), &props.controls)
        } else {
            html! { <div class="bone bone-line" /> }
        };
    };
    let ask = {
        let controls = props.controls.clone();
        let query = HistoryQuery {
            run: Some(props.run.id),
            search: props.search.clone(),
            from: len(page),
            count: WINDOW,
        };
        Callback::from(move |()| {
            controls.fetch(ListHistory {
                query: query.clone(),
            });
        })
    };
    html! {
        <>
            <ul class="rows">
                { for page.entries.iter().map(|entry| html! {
                    <EntryLine key={entry.op.number} run={props.run.id} entry={entry.clone()}
                        controls={props.controls.clone()} />
                }) }
            </ul>
            <More shown={len(page)} total={page.total} window={WINDOW} {ask} />
        </>
    }
}

/// Why a window did not come, and the way to try again; nothing where all came.
pub(super) fn missed(problem: Option<&Problem>, controls: &Controls) -> Html {
    let controls = controls.clone();
    let again = Callback::from(move |()| {
        controls.desk(DeskAct::History(HistoryAct::Again));
    });
    html! {
        if let Some(problem) = problem {
            <ProblemText problem={problem.clone()} {again} />
        }
    }
}
