//! One part of a preview: folded to its number, unfolded to its rows, window by window.

use tandem_core::show::{OpKind, PreviewPart, WithheldRow};
use yew::prelude::*;

use super::{more::More, op_row::OpLine, who::who_text};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            preview::{Preview, PreviewAct, Rows, WINDOW},
        },
        fields, questions,
        words::{count, say, say_with, side},
    },
    protocol::customers::ShowPreview,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct PartProps {
    pub(in crate::panel) part: PreviewPart,
    pub(in crate::panel) total: u32,
    pub(in crate::panel) preview: Preview,
    pub(in crate::panel) controls: Controls,
}

/// The part.
#[component]
pub(in crate::panel) fn PartSection(props: &PartProps) -> Html {
    let PartProps {
        part,
        total,
        preview,
        controls,
    } = props;
    let is_open = preview.open.contains(part);
    let none = Rows::default();
    let rows = preview.rows.get(part).unwrap_or(&none);
    let ask = {
        let (controls, query) = (controls.clone(), preview.window(*part));
        Callback::from(move |()| {
            if let Some(query) = query {
                controls.ask(ShowPreview { query });
            }
        })
    };
    let fold = {
        let (controls, part, ask) = (controls.clone(), *part, ask.clone());
        let is_first = !is_open && rows.len() == 0;
        Callback::from(move |_: MouseEvent| {
            controls.desk(DeskAct::Preview(PreviewAct::Fold(part)));
            if is_first {
                ask.emit(());
            }
        })
    };
    html! {
        <section class="part">
            <h3>
                <button type="button" class="fold" aria-expanded={is_open.to_string()} onclick={fold}>
                    { heading(*part, *total) }
                </button>
            </h3>
            if is_open {
                if rows.len() == 0 { <div class="bone bone-line" /> }
                <ul class="rows">
                    { for rows.writes.iter().map(|op| html! {
                        <OpLine key={op.number} op={op.clone()} />
                    }) }
                    { for rows.withheld.iter().map(|row| withheld(row, controls)) }
                </ul>
                <More shown={rows.len()} total={*total} window={WINDOW} {ask} />
            }
        </section>
    }
}

fn heading(part: PreviewPart, total: u32) -> String {
    let many = count("count", total);
    match part {
        PreviewPart::Writes {
            kind: OpKind::Create,
            on,
        } => say_with("preview-create", &[side(on), many]),
        PreviewPart::Writes {
            kind: OpKind::Update,
            on,
        } => say_with("preview-update", &[side(on), many]),
        PreviewPart::Writes {
            kind: OpKind::Move, ..
        } => say_with("preview-move", &[many]),
        PreviewPart::Withheld => say_with("preview-withheld", &[many]),
    }
}

fn withheld(row: &WithheldRow, controls: &Controls) -> Html {
    let when = |seconds| controls.when.emit(seconds);
    html! {
        <li class="op">
            <div class="op-head">
                { who_text(&row.who) }{ " " }
                <span class="muted">{ row.field.map_or_else(|| say("withheld-whole"), fields::name) }</span>
            </div>
            <p>{ questions::because(row.because, when) }</p>
        </li>
    }
}
