//! One customer's row: name, email, group and status, or the shape of them while they come.

use std::rc::Rc;

use tandem_core::{
    Side,
    show::{ListPage, Row},
};
use yew::prelude::*;

use super::status::StatusMark;
use crate::panel::words::{say, say_with, text};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct RowProps {
    /// Its place in the list, from 0.
    pub(in crate::panel) place: u32,
    /// The page that has it, and where; `None` while it comes.
    pub(in crate::panel) row: Option<(Rc<ListPage>, usize)>,
    /// Whether the keyboard is on it.
    pub(in crate::panel) is_active: bool,
    /// Whether it is the one that is looked at.
    pub(in crate::panel) is_open: bool,
    /// A person picked the row at this place.
    pub(in crate::panel) pick: Callback<u32>,
}

/// The id of the row at a place.
pub(super) fn id_of(place: u32) -> String {
    format!("customer-{place}")
}

/// The row.
#[component]
pub(in crate::panel) fn CustomerRow(props: &RowProps) -> Html {
    let (place, pick) = (props.place, props.pick.clone());
    let row = props.row.as_ref().and_then(|(page, at)| page.rows.get(*at));
    let class = classes!(
        "row",
        props.is_active.then_some("is-active"),
        props.is_open.then_some("is-open"),
    );
    html! {
        <div role="row" id={id_of(place)} {class} aria-rowindex={(place + 1).to_string()}
            aria-selected={props.is_open.to_string()}
            onclick={Callback::from(move |_: MouseEvent| pick.emit(place))}>
            if let Some(row) = row { { cells(row) } } else { { bones() } }
        </div>
    }
}

fn cells(row: &Row) -> Html {
    let name = row.who.name.clone();
    let email = row.who.email.clone();
    html! {
        <>
            <span role="gridcell" class="cell-name" title={name.clone()}>
                if let Some(name) = name {
                    <bdi dir="auto">{ name }</bdi>
                } else {
                    <em class="muted">{ say("who-unnamed") }</em>
                }
            </span>
            <span role="gridcell" class="cell-email" title={email.clone()}>
                if let Some(email) = email {
                    <bdi dir="auto">{ email }</bdi>
                } else {
                    <em>{ say("row-no-email") }</em>
                }
            </span>
            <span role="gridcell" class="cell-group" title={groups(row)}>
                <bdi dir="auto">{ groups(row) }</bdi>
            </span>
            <span role="gridcell" class="cell-status"><StatusMark status={row.status} /></span>
        </>
    }
}

/// The groups of both sides: one title where they are equal.
pub(in crate::panel) fn groups(row: &Row) -> String {
    let title = |side: Side| {
        let known = row.groups.get(side).clone();
        known.unwrap_or_else(|| say("row-group-unknown"))
    };
    match (row.is_on.pos, row.is_on.ecom) {
        (true, true) if row.groups.pos == row.groups.ecom => title(Side::Pos),
        (true, true) => {
            let (pos, ecom) = (title(Side::Pos), title(Side::Ecom));
            say_with("row-groups", &[text("pos", &pos), text("ecom", &ecom)])
        }
        (true, false) => title(Side::Pos),
        (false, true) => title(Side::Ecom),
        (false, false) => String::new(),
    }
}

fn bones() -> Html {
    html! {
        <span role="gridcell" class="cell-bones">
            <span class="bone bone-word" /><span class="bone bone-word" />
        </span>
    }
}
