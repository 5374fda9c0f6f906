//! Both records side by side, field by field, and what follows for each.

use std::rc::Rc;

use tandem_core::{
    Side,
    show::{Details, FieldLine, FieldState},
};
use yew::prelude::*;

use crate::panel::{
    fields, statuses,
    view::value::value,
    words::{say, say_with, side},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct FieldsProps {
    pub(in crate::panel) details: Rc<Details>,
}

/// The table.
#[component]
pub(in crate::panel) fn FieldsTable(props: &FieldsProps) -> Html {
    let details = &props.details;
    html! {
        // Narrow, the rows are drawn as grids; the roles keep it a table for assistive technology.
        <table role="table" class="fields" aria-label={say("details-fields")}>
            <thead role="rowgroup"><tr role="row">
                <th scope="col" role="columnheader">{ say("details-field") }</th>
                <th scope="col" role="columnheader">{ say_with("side-name", &[side(Side::Pos)]) }</th>
                <th scope="col" role="columnheader">{ say_with("side-name", &[side(Side::Ecom)]) }</th>
                <th scope="col" role="columnheader">{ say("details-follows") }</th>
            </tr></thead>
            <tbody role="rowgroup">{ for details.fields.iter().map(|line| row(details, line)) }</tbody>
        </table>
    }
}

fn row(details: &Details, line: &FieldLine) -> Html {
    let cell = |of: Side| {
        if *details.row.is_on.get(of) {
            html! { { value(line.values.get(of)) } }
        } else {
            html! { <em class="muted">{ say("details-no-record") }</em> }
        }
    };
    let class = match line.state {
        FieldState::Same | FieldState::Alone | FieldState::OutOfScope => "muted",
        FieldState::LeftDifferent => "is-calm",
        FieldState::WillCopy { .. } => "is-info",
        FieldState::Asked { .. } => "is-warn",
    };
    html! {
        <tr role="row">
            <th scope="row" role="rowheader">{ fields::name(line.field) }</th>
            <td role="cell">{ cell(Side::Pos) }</td>
            <td role="cell">{ cell(Side::Ecom) }</td>
            <td role="cell" class={class}>{ statuses::field(line.state) }</td>
        </tr>
    }
}
