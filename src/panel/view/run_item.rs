//! One write of a run: its title and what came of it.

use tandem_core::{GroupOp, journal::End};
use yew::prelude::*;

use super::{fault::FaultText, title::Title};
use crate::{panel::words::say, protocol::view::ItemView};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ItemProps {
    pub(in crate::panel) item: ItemView,
}

/// The line.
#[component]
pub(in crate::panel) fn RunItem(props: &ItemProps) -> Html {
    let ItemView { op, end } = &props.item;
    let (class, word) = match end {
        None => ("is-calm", "item-waiting"),
        Some(End::Applied { .. }) if matches!(op, GroupOp::Rename { .. }) => {
            ("is-good", "item-renamed")
        }
        Some(End::Applied { .. }) => ("is-good", "item-created"),
        Some(End::AlreadyThere { .. }) => ("is-good", "item-already"),
        Some(End::Stale) => ("is-warn", "item-stale"),
        Some(End::Changed { .. }) => ("is-warn", "item-changed"),
        Some(End::Doubled { .. }) => ("is-warn", "item-doubled"),
        Some(End::Failed { .. }) => ("is-bad", "item-failed"),
    };
    html! {
        <li>
            <Title text={op.title().to_owned()} exact={true} />
            <span class={classes!("status", class)}>{ say(word) }
                if let Some(End::Changed { found, .. }) = end {
                    { " " }<Title text={found.clone()} exact={true} />
                }
            </span>
            if let Some(End::Failed { why }) = end { <FaultText fault={why.clone()} /> }
        </li>
    }
}
