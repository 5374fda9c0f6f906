//! Copying to one side: the exact list that will be written, beside the button that writes it.

use tandem_core::{Side, Withheld, WithheldReason};
use yew::prelude::*;

use super::{
    icon::{Icon, Picture},
    title::Title,
};
use crate::{
    panel::{
        client::Controls,
        state::{Action, State, asks},
        words::{number, say, say_with, side, thousands},
    },
    protocol::{
        panel::CopyGroups,
        view::{CopyView, Phase, PlannedTitle, RunView},
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CopyProps {
    pub(in crate::panel) to: Side,
    pub(in crate::panel) copy: CopyView,
    pub(in crate::panel) state: State,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn CopyCard(props: &CopyProps) -> Html {
    let CopyProps {
        to, copy, state, ..
    } = props;
    let titles = state.titles(*to, copy);
    // Unfolded where it is all there is to say.
    let is_all = copy.titles.is_empty() && asks(copy).next().is_none();
    let left_out: Vec<Html> = copy.withheld.iter().filter_map(withheld).collect();
    html! {
        <section class="card copy" aria-label={say_with("copy-title", &[side(*to)])}>
            <h2>{ say_with("copy-title", &[side(*to)]) }</h2>
            if *to == Side::Ecom {
                <p class="note note-info"><Icon picture={Picture::Warn} />{ say("copy-public") }</p>
            }
            { preview(&titles) }
            { questions(props) }
            { button(props, titles) }
            if !left_out.is_empty() {
                <details open={is_all}>
                    <summary>{ say("withheld") }{ format!(" ({})", thousands(left_out.len() as u64)) }</summary>
                    <ul class="plain">{ for left_out }</ul>
                </details>
            }
        </section>
    }
}

fn preview(titles: &[PlannedTitle]) -> Html {
    if titles.is_empty() {
        return html! {};
    }
    let rows = titles.iter().map(|one| {
        html! { <li key={one.source.0.clone()}><Title text={one.title.clone()} exact={true} /></li> }
    });
    html! {
        <>
            <p>{ say_with("copy-preview", &[number("count", titles.len())]) }</p>
            <ul class="preview" tabindex="0" aria-label={say_with("copy-preview", &[number("count", titles.len())])}>
                { for rows }
            </ul>
        </>
    }
}

/// The titles that a person may add, each with what it collides with.
fn questions(props: &CopyProps) -> Html {
    let to = props.to;
    let ticked = props.state.ticked.get(to);
    let rows: Vec<Html> = asks(&props.copy)
        .map(|(title, with)| {
            let (act, this) = (props.controls.act.clone(), title.clone());
            let tick = Callback::from(move |_: Event| act.emit(Action::Tick(to, this.clone())));
            let others = with.iter().map(|other| {
                html! { <span class="muted">{ " ≈ " }<Title text={other.clone()} exact={true} /></span> }
            });
            html! {
                <li key={title.source.0.clone()}>
                    <label class="option">
                        <input type="checkbox" checked={ticked.contains(&title)} onchange={tick}
                            aria-label={format!("{}: {}", say("copy-tick"), title.title)} />
                        <span><Title text={title.title.clone()} exact={true} />{ for others }</span>
                    </label>
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    html! { <><p>{ say("copy-asks") }</p><ul class="plain">{ for rows }</ul></> }
}

fn button(props: &CopyProps, titles: Vec<PlannedTitle>) -> Html {
    let (to, count) = (props.to, titles.len());
    let has_run = props
        .state
        .view
        .as_ref()
        .is_some_and(|view| view.run.as_ref().is_some_and(is_in_the_way));
    if count == 0 {
        let has_questions = asks(&props.copy).next().is_some();
        return html! { if has_questions { <p class="muted">{ say("copy-none") }</p> } };
    }
    let controls = props.controls.clone();
    let copy = Callback::from(move |_: MouseEvent| {
        controls.ask(CopyGroups {
            to,
            titles: titles.clone(),
        });
    });
    html! {
        <>
            <button type="button" class="primary wide" onclick={copy}
                disabled={has_run || props.state.pending > 0}>
                { say_with("copy-button", &[side(to), number("count", count)]) }
            </button>
            if has_run { <p class="muted">{ say("copy-while-running") }</p> }
        </>
    }
}

/// A result that is only to be read makes room for the next run; what is not finished does not.
pub(super) fn is_in_the_way(run: &RunView) -> bool {
    run.phase != Phase::Finished
}

/// What is left out for good, and why. What a person may still add is among the questions.
fn withheld(one: &Withheld) -> Option<Html> {
    let why = match &one.reason {
        WithheldReason::Collision { .. } => return None,
        WithheldReason::SameTitleThere => say("withheld-same-title"),
        WithheldReason::Near { .. } => say("withheld-near"),
        WithheldReason::Empty => say("withheld-empty"),
        WithheldReason::TooLong { chars } => {
            say_with("withheld-too-long", &[number("chars", *chars)])
        }
    };
    Some(html! {
        <li><Title text={one.title.clone()} exact={true} /><span class="muted">{ " " }{ why }</span></li>
    })
}
