//! One entry of a run: what was written, what came of it, and whether it can be taken back.

use tandem_core::{
    show::{HistoryEntry, OpKind, Purpose, RunId, Undoable},
    sync::End,
};
use yew::prelude::*;

use super::{
    fault::FaultText,
    op_row::{OpLine, warning},
    who,
};
use crate::panel::{
    client::Controls,
    fields, questions,
    words::{count, say, say_with, side, text},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct EntryProps {
    pub(in crate::panel) run: RunId,
    pub(in crate::panel) entry: HistoryEntry,
    pub(in crate::panel) controls: Controls,
}

/// The line.
#[component]
pub(in crate::panel) fn EntryLine(props: &EntryProps) -> Html {
    let HistoryEntry { op, end, .. } = &props.entry;
    let kind = match op.kind {
        OpKind::Create => say_with("entry-create", &[side(op.on)]),
        OpKind::Update => say_with("entry-update", &[side(op.on)]),
        OpKind::Move => say("entry-move"),
    };
    let (class, words) = result(end.as_ref());
    let aside = html! { <span class="muted">{ kind }</span> };
    html! {
        <OpLine op={op.clone()} is_past={true} {aside}>
            <p class={classes!("status", class)}>{ words }</p>
            if let Some(End::Rejected { why }) = end { <FaultText fault={why.clone()} /> }
            { undo(props) }
        </OpLine>
    }
}

/// What came of a write, in words.
pub(in crate::panel) fn result(end: Option<&End>) -> (&'static str, String) {
    match end {
        None => ("is-calm", say("result-waiting")),
        Some(End::Applied { .. }) => ("is-good", say("result-applied")),
        Some(End::AlreadyThere { .. }) => ("is-good", say("result-already")),
        Some(End::Altered { fields, .. }) => {
            let names: Vec<String> = fields.iter().map(|field| fields::name(*field)).collect();
            let names = names.join(", ");
            (
                "is-warn",
                say_with("result-altered", &[text("fields", &names)]),
            )
        }
        Some(End::Doubled { times }) => (
            "is-warn",
            say_with("result-doubled", &[count("count", *times)]),
        ),
        Some(End::Stale) => ("is-warn", say("result-stale")),
        Some(End::Rejected { .. }) => ("is-bad", say("result-rejected")),
        Some(End::Unknown) => ("is-warn", say("result-unknown")),
    }
}

fn undo(props: &EntryProps) -> Html {
    let raises = match props.entry.undo {
        Undoable::No { because } => {
            return html! { <p class="muted">{ questions::not_undone(because) }</p> };
        }
        Undoable::Yes { raises_consent } => raises_consent,
    };
    let (controls, run, entry) = (props.controls.clone(), props.run, props.entry.op.number);
    let undo = Callback::from(move |_: MouseEvent| {
        controls.preview(Purpose::Undo {
            run,
            entry: Some(entry),
        });
    });
    let name = who::plain(&props.entry.op.who);
    html! {
        <>
            if raises { { warning("history-undo-raises") } }
            <button type="button" class="quiet" onclick={undo}
                aria-label={say_with("history-undo-of", &[text("who", &name)])}>{ say("history-undo") }</button>
        </>
    }
}
