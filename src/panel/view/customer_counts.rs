//! The numbers of customers, which add up to their total.

use tandem_core::survey::StatusCounts;
use yew::prelude::*;

use super::{
    counts::shares,
    customers::status::{self, STATUSES, look},
    icon::Icon,
};
use crate::panel::words::{count, say, say_with, thousands};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CustomerCountsProps {
    pub(in crate::panel) counts: StatusCounts,
}

/// All numbers; those of nothing are left out, the total never.
#[component]
pub(in crate::panel) fn CustomerCounts(props: &CustomerCountsProps) -> Html {
    let counts = &props.counts;
    let parts = STATUSES
        .into_iter()
        .map(|one| (one, status::of(counts, one)))
        .filter(|(_, many)| *many > 0);
    let wide = |many: u32| usize::try_from(many).unwrap_or(usize::MAX);
    let shared = parts.clone().map(|(one, many)| (look(one).2, wide(many)));
    let shown = parts.clone().map(|(one, many)| {
        let (picture, word, class) = look(one);
        html! {
            <li class={classes!("count", class)}>
                <Icon {picture} /><strong>{ thousands(many.into()) }</strong>{ " " }{ say(word) }
            </li>
        }
    });
    html! {
        <div class="counts">
            <p><strong>{ say_with("customers-total", &[count("count", counts.total)]) }</strong></p>
            if counts.total > 0 { { shares(shared, wide(counts.total)) } }
            <ul aria-label={say("customers-counts")}>{ for shown }</ul>
        </div>
    }
}
