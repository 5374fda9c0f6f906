//! A value as it is shown: in its own direction, and blank in words.

use tandem_core::show::Shown;
use yew::prelude::*;

use super::title::Title;
use crate::panel::{fields, words::say};

/// The value. No component: it is drawn in one piece with what it stands in.
pub(in crate::panel) fn value(of: &Shown) -> Html {
    match of {
        Shown::Blank => html! { <em class="muted">{ say("value-blank") }</em> },
        Shown::Text(text) => html! { <bdi class="title" dir="auto">{ text }</bdi> },
        Shown::Lines(lines) => html! {
            <bdi class="title" dir="auto">{ lines.join("\n") }</bdi>
        },
        Shown::Consent(consent) => html! { { fields::consent(*consent) } },
        Shown::Group(Some(title)) => html! { <Title text={title.clone()} exact={true} /> },
        Shown::Group(None) => html! { <em class="muted">{ say("value-group-gone") }</em> },
    }
}
