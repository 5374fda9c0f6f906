//! What a run would write: the numbers, the parts, what to look at first, and the one button.

use tandem_core::show::{PreviewHead, Purpose};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    focus,
    icon::{Icon, Picture},
    preview_part::PartSection,
    told,
};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            preview::{Preview, PreviewAct, Stage, parts},
        },
        questions,
        state::Tab,
        times,
        words::{count, say, say_with, text},
    },
    protocol::{
        customers::{BeginSync, SyncView},
        view::Phase,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct PreviewProps {
    pub(in crate::panel) preview: Preview,
    /// The run that is there, if one is.
    pub(in crate::panel) run: Option<SyncView>,
    /// Whether a call is under way.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The view, in place of the tab's content. The focus goes to its head: what asked for it is gone.
#[component]
pub(in crate::panel) fn PreviewView(props: &PreviewProps) -> Html {
    let PreviewProps {
        preview, controls, ..
    } = props;
    let head = focus::use_on_arrival();
    use_effect_with(preview.stage == Stage::Stale, {
        let (controls, purpose) = (controls.clone(), preview.purpose.clone());
        move |is_stale| {
            if *is_stale {
                controls.preview(purpose);
            }
        }
    });
    let (id, tab) = match preview.tab() {
        Tab::History => ("panel-h", "tab-h"),
        _ => ("panel-c", "tab-c"),
    };
    let content = match &preview.head {
        Some(head) => shown(props, head, tab),
        None => unmade(props, tab),
    };
    html! {
        <div role="tabpanel" {id} aria-labelledby={tab} class="stack plan">
            <section class="card">
                <h2 ref={head} tabindex="-1">{ title(&preview.purpose) }</h2>
                if preview.is_again {
                    <p class="note note-warn">
                        <Icon picture={Picture::Warn} />{ told::as_it_comes(say("preview-again")) }
                    </p>
                }
                { content }
            </section>
        </div>
    }
}

fn title(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Everybody | Purpose::Automatic { .. } => say("preview-everybody"),
        Purpose::One { .. } => say("preview-one"),
        Purpose::Undo { run, entry } => {
            let key = if entry.is_some() {
                "preview-undo-entry"
            } else {
                "preview-undo-run"
            };
            say_with(key, &[count("run", run.0)])
        }
    }
}

/// Before there is anything to show, or where there will be nothing.
fn unmade(props: &PreviewProps, tab: &'static str) -> Html {
    let (controls, purpose) = (props.controls.clone(), props.preview.purpose.clone());
    let again = Callback::from(move |_: MouseEvent| controls.preview(purpose.clone()));
    let has_failed = props.preview.stage == Stage::Failed;
    html! {
        <>
            if has_failed {
                <p>{ say("preview-failed") }</p>
            } else {
                <p class="muted">{ told::as_it_comes(say("preview-making")) }</p>
                <div class="bone bone-card" />
            }
            <div class="actions">
                if has_failed {
                    <button type="button" class="primary" onclick={again}>{ say("try-again") }</button>
                }
                { back(&props.controls, tab) }
            </div>
        </>
    }
}

fn shown(props: &PreviewProps, head: &PreviewHead, tab: &'static str) -> Html {
    let part = |(part, total)| {
        html! {
            <PartSection key={format!("{part:?}")} {part} {total} preview={props.preview.clone()}
                controls={props.controls.clone()} />
        }
    };
    html! {
        <>
            if head.total == 0 {
                <p class="sentence">{ say("preview-nothing") }</p>
                <p class="muted">{ say("preview-nothing-why") }</p>
            } else {
                <p>
                    <strong>{ say_with("preview-total", &[count("changes", head.total), count("customers", head.customers)]) }</strong>
                    { " " }<span class="muted">{ cost(head) }</span>
                </p>
            }
            <div class="parts">{ for parts(head).map(part) }</div>
            { halts(props, head) }
            { actions(props, head, tab) }
        </>
    }
}

fn cost(head: &PreviewHead) -> String {
    let time = times::duration(head.seconds);
    say_with(
        "preview-cost",
        &[
            count("pos", head.calls.pos),
            count("ecom", head.calls.ecom),
            text("time", &time),
        ],
    )
}

fn halts(props: &PreviewProps, head: &PreviewHead) -> Html {
    if head.halts.is_empty() || head.total == 0 {
        return html! {};
    }
    let controls = props.controls.clone();
    let look = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            controls.desk(DeskAct::Preview(PreviewAct::Look(input.checked())));
        }
    });
    let said = head.halts.iter().map(|halt| questions::halt(*halt));
    html! {
        <section class="note note-warn" aria-label={say("preview-halts")}>
            <Icon picture={Picture::Warn} />
            <div>
                <p><strong>{ say("preview-halts") }</strong></p>
                { for said.map(|said| html! { <p>{ said }</p> }) }
                <label class="option">
                    <input type="checkbox" checked={props.preview.is_looked_at} onchange={look} />
                    <span>{ say("preview-looked") }</span>
                </label>
            </div>
        </section>
    }
}

fn actions(props: &PreviewProps, head: &PreviewHead, tab: &'static str) -> Html {
    let preview = &props.preview;
    let is_unlooked = !head.halts.is_empty() && !preview.is_looked_at;
    let has_run = props
        .run
        .as_ref()
        .is_some_and(|run| run.phase != Phase::Finished);
    let is_off = is_unlooked || has_run || props.is_busy || preview.stage != Stage::Shown;
    let (controls, id, confirmed) = (props.controls.clone(), head.id, preview.is_looked_at);
    let before = props.run.as_ref().map(|run| run.id);
    let begin = Callback::from(move |_: MouseEvent| {
        controls.desk(DeskAct::Preview(PreviewAct::Begin(before)));
        controls.ask(BeginSync { id, confirmed });
    });
    html! {
        <>
            <div class="actions">
                if head.total > 0 {
                    <button type="button" class="primary" disabled={is_off} onclick={begin}
                        aria-describedby={is_unlooked.then_some("preview-look")}>
                        { say_with("preview-write", &[count("count", head.total)]) }
                    </button>
                }
                { back(&props.controls, tab) }
            </div>
            if head.total > 0 && is_unlooked {
                <p id="preview-look" class="muted">{ say("preview-looked-first") }</p>
            }
            if head.total > 0 && has_run { <p class="muted">{ say("copy-while-running") }</p> }
        </>
    }
}

/// The focus goes to the tab: what is shown next is not there yet.
fn back(controls: &Controls, tab: &'static str) -> Html {
    let controls = controls.clone();
    let back = Callback::from(move |_: MouseEvent| {
        focus::to(tab);
        controls.desk(DeskAct::Preview(PreviewAct::Close));
    });
    html! { <button type="button" class="secondary" onclick={back}>{ say("preview-back") }</button> }
}
