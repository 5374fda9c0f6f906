//! What the statuses in a view mean: each with its sign, its word and why, folded away until asked for.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::panel::words::say;

/// A status in words.
#[derive(Clone, PartialEq)]
pub(in crate::panel) struct Why {
    pub(in crate::panel) picture: Picture,
    pub(in crate::panel) class: &'static str,
    pub(in crate::panel) word: String,
    pub(in crate::panel) why: String,
}

/// The fold; nothing where no status is there.
pub(in crate::panel) fn whys(all: impl Iterator<Item = Why>) -> Html {
    let mut all = all.peekable();
    if all.peek().is_none() {
        return html! {};
    }
    html! {
        <details class="whys">
            <summary>{ say("whys") }</summary>
            <dl>
                { for all.map(|one| html! {
                    <div>
                        <dt class={classes!("status", one.class)}><Icon picture={one.picture} />{ one.word }</dt>
                        <dd>{ one.why }</dd>
                    </div>
                }) }
            </dl>
        </details>
    }
}
