//! The button that fetches the next window of a long list.

use yew::prelude::*;

use crate::panel::words::{count, say_with};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct MoreProps {
    /// How many are shown.
    pub(in crate::panel) shown: u32,
    /// How many there are.
    pub(in crate::panel) total: u32,
    /// How many come at once.
    pub(in crate::panel) window: u32,
    /// Asks for them.
    pub(in crate::panel) ask: Callback<()>,
}

/// The button; nothing where all are shown.
#[component]
pub(in crate::panel) fn More(props: &MoreProps) -> Html {
    let left = props.total.saturating_sub(props.shown).min(props.window);
    if left == 0 || props.shown == 0 {
        return html! {};
    }
    let ask = props.ask.clone();
    html! {
        <button type="button" class="quiet more" onclick={Callback::from(move |_: MouseEvent| ask.emit(()))}>
            { say_with("show-more", &[count("count", left)]) }
        </button>
    }
}
