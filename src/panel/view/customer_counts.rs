//! The numbers of customers, which add up to their total: how the two stores overlap and how many have
//! which status; and what both know of consent.

use tandem_core::survey::StatusCounts;
use yew::prelude::*;

use super::{
    charts::{ConsentChart, OverlapChart},
    customers::status::{self, STATUSES, look},
    icon::Icon,
};
use crate::{
    panel::{
        client::Controls,
        words::{count, say, say_with, thousands},
    },
    protocol::customers::Numbers,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CustomerCountsProps {
    pub(in crate::panel) numbers: Numbers,
    pub(in crate::panel) controls: Controls,
}

/// The card; where there is nobody, only that.
#[component]
pub(in crate::panel) fn CustomerCounts(props: &CustomerCountsProps) -> Html {
    let CustomerCountsProps { numbers, controls } = props;
    let counts = &numbers.counts;
    let total = say_with("customers-total", &[count("count", counts.total)]);
    if counts.total == 0 {
        return html! { <section class="card"><p><strong>{ total }</strong></p></section> };
    }
    html! {
        <section class="card" aria-label={say("overlap")}>
            <h2>{ say("overlap") }</h2>
            <p>{ total }</p>
            <OverlapChart overlap={numbers.overlap} controls={controls.clone()} />
            <div class="counts">{ statuses(counts) }</div>
        </section>
    }
}

/// What both stores know of consent; nothing where there is nobody.
pub(in crate::panel) fn consents(numbers: &Numbers) -> Html {
    html! {
        if numbers.counts.total > 0 {
            <section class="card" aria-label={say("field-consent")}>
                <h2>{ say("field-consent") }</h2>
                <ConsentChart consents={numbers.consents} />
            </section>
        }
    }
}

/// How many have which status; those of nobody are left out.
fn statuses(counts: &StatusCounts) -> Html {
    let parts = STATUSES
        .into_iter()
        .map(|one| (one, status::of(counts, one)))
        .filter(|(_, many)| *many > 0);
    let shown = parts.map(|(one, many)| {
        let (picture, word, class) = look(one);
        html! {
            <li class={classes!("count", class)}>
                <Icon {picture} /><strong>{ thousands(many.into()) }</strong>{ " " }{ say(word) }
            </li>
        }
    });
    html! { <ul aria-label={say("customers-counts")}>{ for shown }</ul> }
}
