//! History: runs and their entries, taking back, export.

use std::rc::Rc;

use tandem_core::show::{HistoryPage, RunId};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    charts::DaysChart,
    history_run::{RunSection, missed},
    more::More,
    passphrase::UnlockCard,
    told,
};
use crate::{
    browser::download,
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            history::{HistoryAct, HistoryDesk, WINDOW, len},
        },
        state::{Action, Problem, State},
        words::say,
    },
    protocol::{
        customers::{ExportHistory, Guarded, ListHistory},
        view::{Phase, View},
    },
};
use tandem_core::{Fault, FaultKind};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct HistoryProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view. The first windows are fetched when it comes, when a run changes where it stands, and
/// when something else is searched for or opened.
#[component]
pub(in crate::panel) fn History(props: &HistoryProps) -> Html {
    let HistoryProps {
        state,
        view,
        controls,
    } = props;
    let history = &state.desk.history;
    let run: Option<(RunId, Phase)> = view
        .customers
        .run
        .as_ref()
        .map(|run| (run.id, run.phase.clone()));
    let is_locked = view.customers.guarded == Guarded::Locked;
    let asked = (history.search.clone(), run, history.turn, is_locked);
    use_effect_with(asked.clone(), {
        let (controls, query) = (controls.clone(), history.window(None, 0));
        move |_| {
            if !is_locked {
                controls.fetch(ListHistory { query });
            }
        }
    });
    use_effect_with((asked, history.open), {
        let (controls, query) = (controls.clone(), history.window(history.open, 0));
        move |_| {
            if query.run.is_some() && !is_locked {
                controls.fetch(ListHistory { query });
            }
        }
    });
    use_effect_with(history.csv.clone(), {
        let controls = controls.clone();
        move |csv| {
            if let Some(csv) = csv {
                if !download::save(&csv.name, &csv.text) {
                    let fault = Fault::of(FaultKind::NotKept);
                    controls.act.emit(Action::Struck(Problem::NotDone(fault)));
                }
                controls.desk(DeskAct::History(HistoryAct::Saved));
            }
        }
    });
    if is_locked {
        return html! {
            <div role="tabpanel" id="panel-h" aria-labelledby="tab-h" class="stack history">
                <UnlockCard controls={controls.clone()} />
            </div>
        };
    }
    html! {
        <div role="tabpanel" id="panel-h" aria-labelledby="tab-h" class="stack history">
            <section class="card">
                <h2 class="unseen">{ say("tab-history") }</h2>
                { tools(history, controls) }
                { match &history.runs {
                    None if history.problem.is_some() => missed(history.problem.as_ref(), controls),
                    None => html! {
                        <><p class="muted">{ say("history-loading") }</p><div class="bone bone-card" /></>
                    },
                    Some(page) if page.runs.is_empty() => nothing(page),
                    Some(page) => html! {
                        <>
                            <DaysChart spans={page.spans.clone()} controls={controls.clone()} />
                            { runs(page, history, controls) }
                        </>
                    },
                } }
            </section>
        </div>
    }
}

fn tools(history: &HistoryDesk, controls: &Controls) -> Html {
    let search = {
        let controls = controls.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                controls.desk(DeskAct::History(HistoryAct::Search(input.value())));
            }
        })
    };
    let export = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| controls.ask(ExportHistory {}))
    };
    let has_runs = history
        .runs
        .as_ref()
        .is_some_and(|page| !page.runs.is_empty());
    html! {
        <div class="search">
            <input type="search" aria-label={say("history-search")} placeholder={say("history-search-hint")}
                value={history.search.clone()} oninput={search} />
            <button type="button" class="secondary" disabled={!has_runs} onclick={export}>
                { say("history-export") }
            </button>
        </div>
    }
}

fn nothing(page: &HistoryPage) -> Html {
    if page.query.search.trim().is_empty() {
        html! {
            <div>
                <p class="sentence">{ say("history-none") }</p>
                <p class="muted">{ say("history-none-why") }</p>
            </div>
        }
    } else {
        html! { <p>{ told::as_it_comes(say("history-not-found")) }</p> }
    }
}

fn runs(page: &HistoryPage, history: &HistoryDesk, controls: &Controls) -> Html {
    let row = |run| {
        let is_open = history.open == Some(run);
        is_open
            .then(|| history.entries.clone())
            .flatten()
            .filter(|entries| entries.query.run == Some(run))
    };
    let ask = {
        let (controls, query) = (controls.clone(), history.window(None, len(page)));
        Callback::from(move |()| {
            controls.fetch(ListHistory {
                query: query.clone(),
            });
        })
    };
    // Where the entries of a run do not come, it is said where they would stand.
    let is_of_entries = history.open.is_some() && history.entries.is_none();
    let of = |is_here: bool| history.problem.clone().filter(|_| is_here);
    html! {
        <>
            <ul class="rows">
                { for page.runs.iter().map(|run| html! {
                    <RunSection key={run.id.0} run={run.clone()} is_open={history.open == Some(run.id)}
                        entries={row(run.id)} search={history.search.clone()} controls={controls.clone()}
                        problem={of(is_of_entries && history.open == Some(run.id))} />
                }) }
            </ul>
            { missed(of(!is_of_entries).as_ref(), controls) }
            <More shown={len(page)} total={page.total} window={WINDOW} {ask} />
        </>
    }
}
