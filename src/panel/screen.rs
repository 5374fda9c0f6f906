//! The whole panel for one state: which views are shown, in which order. Draws only.

use tandem_core::Side;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    client::Controls,
    state::{Action, State, Tab},
    view::{
        choose::Choose, customers::Customers, groups::Groups, header::Header, history::History,
        keys::KeySheet, overview::Overview, preview::PreviewView, problem::ProblemNote,
        rehearsal::Others, review::Review, run_card::RunCard, settings::Settings,
        sync_card::SyncCard, tabs::Tabs, told::Announced,
    },
    words::say,
};
use crate::protocol::view::View;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ScreenProps {
    pub(super) state: State,
    pub(super) controls: Controls,
}

/// The panel.
#[component]
pub(super) fn Screen(props: &ScreenProps) -> Html {
    let ScreenProps { state, controls } = props;
    let class = if controls.is_embedded {
        "sheet sheet-embedded"
    } else {
        "sheet"
    };
    let onkeydown = {
        let (act, is_shown) = (controls.act.clone(), state.sheet);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "?" if !is_in_text(&event) => act.emit(Action::Sheet(!is_shown)),
            "Escape" if is_shown => act.emit(Action::Sheet(false)),
            _ => {}
        })
    };
    html! {
        // What the shell (`extension/panel.js`) says when the panel itself cannot.
        <div {class} data-broken={say("broken")} data-reload={say("broken-reload")}
            data-covered={say("covered")} {onkeydown}>
          <Announced>
            <Header state={state.clone()} controls={controls.clone()} />
            <main class="body" aria-busy={(state.pending > 0).to_string()}>
                if let Some(problem) = &state.problem {
                    <ProblemNote problem={problem.clone()} controls={controls.clone()}
                        is_empty={state.view.is_none()} />
                }
                if state.sheet { <KeySheet controls={controls.clone()} /> }
                { body(state, controls) }
            </main>
          </Announced>
        </div>
    }
}

/// Whether a key that is pressed is a letter of something that is being written.
fn is_in_text(event: &KeyboardEvent) -> bool {
    let element = event.target_dyn_into::<HtmlElement>();
    let tag = element.as_ref().map(|element| element.tag_name());
    let kind = element.and_then(|element| element.get_attribute("type"));
    let is_box = matches!(kind.as_deref(), Some("checkbox" | "radio"));
    matches!(tag.as_deref(), Some("INPUT" | "TEXTAREA" | "SELECT")) && !is_box
}

/// A run to the other side is another card, which takes the keyboard when it comes.
const fn side_key(to: Side) -> &'static str {
    match to {
        Side::Pos => "to-pos",
        Side::Ecom => "to-ecom",
    }
}

fn body(state: &State, controls: &Controls) -> Html {
    let Some(view) = &state.view else {
        return if state.problem.is_some() {
            html! {}
        } else {
            bones()
        };
    };
    if !view.pinned || state.rechoosing {
        return html! { <Choose state={state.clone()} controls={controls.clone()} /> };
    }
    html! {
        <>
            if let Some(rehearsal) = &controls.rehearsal {
                <Others rehearsal={rehearsal.clone()} />
            }
            <Tabs shown={state.tab()} controls={controls.clone()} />
            if let Some(run) = &view.run {
                <RunCard key={side_key(run.to)} run={run.clone()} controls={controls.clone()} />
            }
            if let Some(run) = &view.customers.run {
                <SyncCard key={run.id.0} run={run.clone()} controls={controls.clone()}
                    is_closing={state.desk.closing == Some(run.id)} />
            }
            { match state.tab() {
                tab if state.desk.preview_over(tab).is_some() => preview(state, view, controls),
                Tab::Overview => html! {
                    <Overview view={view.clone()} controls={controls.clone()} />
                },
                Tab::Groups => html! {
                    <Groups state={state.clone()} view={view.clone()} controls={controls.clone()} />
                },
                Tab::Customers => html! {
                    <Customers state={state.clone()} view={view.clone()} controls={controls.clone()} />
                },
                Tab::Review => html! {
                    <Review state={state.clone()} view={view.clone()} controls={controls.clone()} />
                },
                Tab::History => html! {
                    <History state={state.clone()} controls={controls.clone()} view={view.clone()} />
                },
                Tab::Settings => html! {
                    <Settings state={state.clone()} view={view.clone()} controls={controls.clone()} />
                },
            } }
        </>
    }
}

/// The preview, in place of the tab's content.
fn preview(state: &State, view: &View, controls: &Controls) -> Html {
    let Some(preview) = state.desk.preview_over(state.tab()) else {
        return html! {};
    };
    html! {
        <PreviewView preview={preview.clone()} run={view.customers.run.clone()}
            is_busy={state.pending > 0} controls={controls.clone()} />
    }
}

/// The shape of what comes, as in `static/panel.html`.
fn bones() -> Html {
    html! {
        <>
            <div class="bone bone-line" />
            <div class="bone bone-card" />
            <div class="bone bone-card" />
        </>
    }
}
