//! One write: whom it is about, field by field from what to what, and what to beware of.

use tandem_core::show::{OpRow, ShownEdit};
use yew::prelude::*;

use super::{
    icon::{Icon, Picture},
    value::value,
    who::who_text,
};
use crate::panel::{fields, words::say};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct OpRowProps {
    pub(in crate::panel) op: OpRow,
    /// Whether it was written already: then there is nothing to beware of any more.
    #[prop_or_default]
    pub(in crate::panel) is_past: bool,
    /// What is said beside the person.
    #[prop_or_default]
    pub(in crate::panel) aside: Html,
    /// What stands below.
    #[prop_or_default]
    pub(in crate::panel) children: Html,
}

/// The line.
#[component]
pub(in crate::panel) fn OpLine(props: &OpRowProps) -> Html {
    let op = &props.op;
    html! {
        <li class="op">
            <div class="op-head">{ who_text(&op.who) }{ " " }{ props.aside.clone() }</div>
            <dl class="edits">{ for op.edits.iter().map(edit) }</dl>
            if op.moves_sign_in && !props.is_past { { warning("warn-moves-sign-in") } }
            if op.raises_consent && !props.is_past { { warning("warn-raises-consent") } }
            { props.children.clone() }
        </li>
    }
}

fn edit(edit: &ShownEdit) -> Html {
    html! {
        <div class="edit">
            <dt>{ fields::name(edit.field) }</dt>
            <dd>
                <span class="unseen">{ say("change-from") }{ " " }</span>
                <span class="before">{ value(&edit.before) }</span>
                <span aria-hidden="true">{ " → " }</span>
                <span class="unseen">{ " " }{ say("change-to") }{ " " }</span>
                <span class="after">{ value(&edit.after) }</span>
            </dd>
        </div>
    }
}

/// Something to beware of.
pub(in crate::panel) fn warning(key: &str) -> Html {
    html! {
        <p class="status is-warn"><Icon picture={Picture::Warn} />{ say(key) }</p>
    }
}
