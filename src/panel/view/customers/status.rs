//! How a customer's status looks: a picture and a word, never colour alone.

use tandem_core::{
    Side,
    survey::{Status, StatusCounts},
};
use yew::prelude::*;

use crate::panel::{
    view::icon::{Icon, Picture},
    words::say,
};

/// Every status, in the order in which they are shown: what a person has to do first.
pub(in crate::panel) const STATUSES: [Status; 13] = [
    Status::NeedsGroup,
    Status::NeedsDecision,
    Status::Ambiguous,
    Status::Gone,
    Status::AddByHand,
    Status::WillSync,
    Status::WillBeCreated(Side::Pos),
    Status::WillBeCreated(Side::Ecom),
    Status::InStep,
    Status::WaitsForOrder,
    Status::NoEmail,
    Status::NotRead,
    Status::Ignored,
];

/// How many customers have a status.
pub(in crate::panel) const fn of(counts: &StatusCounts, status: Status) -> u32 {
    match status {
        Status::InStep => counts.in_step,
        Status::WillSync => counts.will_sync,
        Status::WaitsForOrder => counts.waits_for_order,
        Status::WillBeCreated(side) => *counts.will_be_created.get(side),
        Status::AddByHand => counts.add_by_hand,
        Status::NeedsGroup => counts.needs_group,
        Status::NeedsDecision => counts.needs_decision,
        Status::Ambiguous => counts.ambiguous,
        Status::NoEmail => counts.no_email,
        Status::Gone => counts.gone,
        Status::NotRead => counts.not_read,
        Status::Ignored => counts.ignored,
    }
}

/// The word of a status.
pub(in crate::panel) fn word(status: Status) -> String {
    say(look(status).1)
}

/// The picture of a status, the key of its word, and its style.
pub(in crate::panel) const fn look(status: Status) -> (Picture, &'static str, &'static str) {
    match status {
        Status::InStep => (Picture::Same, "customer-in-step", "is-good"),
        Status::WillSync => (Picture::Link, "customer-will-sync", "is-info"),
        Status::WaitsForOrder => (Picture::Wait, "customer-waits-for-order", "is-calm"),
        Status::WillBeCreated(Side::Pos) => (Picture::Only, "customer-will-be-added", "is-info"),
        Status::WillBeCreated(Side::Ecom) => (Picture::Only, "customer-will-be-created", "is-info"),
        Status::AddByHand => (Picture::Only, "customer-add-by-hand", "is-warn"),
        Status::NeedsGroup => (Picture::Ask, "customer-needs-group", "is-warn"),
        Status::NeedsDecision => (Picture::Ask, "customer-needs-decision", "is-warn"),
        Status::Ambiguous => (Picture::People, "customer-ambiguous", "is-warn"),
        Status::NoEmail => (Picture::Mail, "customer-no-email", "is-calm"),
        Status::Gone => (Picture::Warn, "customer-gone", "is-warn"),
        Status::NotRead => (Picture::Warn, "customer-not-read", "is-bad"),
        Status::Ignored => (Picture::Default, "customer-ignored", "is-calm"),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct StatusProps {
    pub(in crate::panel) status: Status,
}

/// The picture and the word.
#[component]
pub(in crate::panel) fn StatusMark(props: &StatusProps) -> Html {
    let (picture, word, class) = look(props.status);
    html! {
        <span class={classes!("status", class)}><Icon {picture} /><span>{ say(word) }</span></span>
    }
}
