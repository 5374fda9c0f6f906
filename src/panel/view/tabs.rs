//! The tabs: one in the order of Tab, arrows between them.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::panel::{
    client::Controls,
    state::{Action, Tab},
    words::say,
};

/// Each with its word, its own id and the id of what it shows.
const TABS: [(Tab, &str, &str, &str); 6] = [
    (Tab::Overview, "tab-overview", "tab-o", "panel-o"),
    (Tab::Groups, "tab-groups", "tab-g", "panel-g"),
    (Tab::Customers, "tab-customers", "tab-c", "panel-c"),
    (Tab::Review, "tab-review", "tab-r", "panel-r"),
    (Tab::History, "tab-history", "tab-h", "panel-h"),
    (Tab::Settings, "tab-settings", "tab-s", "panel-s"),
];

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct TabsProps {
    pub(in crate::panel) shown: Tab,
    pub(in crate::panel) controls: Controls,
}

/// The tabs.
#[component]
pub(in crate::panel) fn Tabs(props: &TabsProps) -> Html {
    let nodes = use_memo((), |()| TABS.map(|_| NodeRef::default()));
    let onkeydown = {
        let (act, nodes, shown) = (props.controls.act.clone(), nodes.clone(), props.shown);
        Callback::from(move |event: KeyboardEvent| {
            let at = TABS.iter().position(|(tab, ..)| *tab == shown).unwrap_or(0);
            let target = match event.key().as_str() {
                "ArrowLeft" => (at + TABS.len() - 1) % TABS.len(),
                "ArrowRight" => (at + 1) % TABS.len(),
                "Home" => 0,
                "End" => TABS.len() - 1,
                _ => return,
            };
            event.prevent_default();
            let found = TABS.get(target).zip(nodes.get(target));
            if let Some(((tab, ..), node)) = found {
                act.emit(Action::Show(*tab));
                drop(node.cast::<HtmlElement>().map(|element| element.focus()));
            }
        })
    };
    let tabs = TABS
        .iter()
        .zip(nodes.iter())
        .map(|((tab, key, id, panel), node)| {
            let act = props.controls.act.clone();
            let (tab, is_shown) = (*tab, *tab == props.shown);
            html! {
                <button type="button" role="tab" id={*id} ref={node.clone()} class="tab"
                    aria-selected={is_shown.to_string()} aria-controls={is_shown.then_some(*panel)}
                    tabindex={if is_shown { "0" } else { "-1" }}
                    onclick={Callback::from(move |_: MouseEvent| act.emit(Action::Show(tab)))}>
                    { say(key) }
                </button>
            }
        });
    html! { <div role="tablist" class="tabs" aria-label={say("tabs")} {onkeydown}>{ for tabs }</div> }
}
