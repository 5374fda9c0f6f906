//! What came of a run over customers, in numbers that add up.

use tandem_core::sync::journal::EndCounts;
use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::panel::words::{count, say, say_with};

/// An end: its number, its picture, its word and its style.
type Part = (u32, Picture, &'static str, &'static str);

/// The numbers in the order in which they are shown.
pub(in crate::panel) const fn parts(counts: &EndCounts) -> [Part; 8] {
    use Picture::{Default, Same, Warn};
    [
        (counts.applied, Same, "end-applied", "is-good"),
        (counts.already_there, Same, "end-already", "is-good"),
        (counts.altered, Warn, "end-altered", "is-warn"),
        (counts.doubled, Warn, "end-doubled", "is-warn"),
        (counts.stale, Warn, "end-stale", "is-warn"),
        (counts.rejected, Warn, "end-rejected", "is-bad"),
        (counts.unknown, Warn, "end-unknown", "is-warn"),
        (counts.waiting, Default, "end-waiting", "is-calm"),
    ]
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CountsProps {
    pub(in crate::panel) counts: EndCounts,
}

/// All numbers; those of nothing are left out, the total never.
#[component]
pub(in crate::panel) fn EndCountsList(props: &CountsProps) -> Html {
    let parts = parts(&props.counts)
        .into_iter()
        .filter(|(many, ..)| *many > 0);
    html! {
        <div class="counts ends">
            <p class="muted">{ say_with("sync-total", &[count("count", props.counts.total)]) }</p>
            <ul aria-label={say("sync-counts")}>
                { for parts.map(|(many, picture, word, class)| html! {
                    <li class={classes!("count", class)}>
                        <Icon {picture} /><strong>{ many }</strong>{ " " }{ say(word) }
                    </li>
                }) }
            </ul>
        </div>
    }
}
