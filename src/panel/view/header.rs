//! The head of the panel: its name, always both stores, and what is done to the panel itself.

use tandem_core::Side;
use yew::prelude::*;

use super::{
    icon::{Icon, Picture},
    rehearsal::banner,
};
use crate::{
    panel::{
        client::Controls,
        state::State,
        words::{say, say_with, side},
    },
    protocol::panel::{OpenTab, Refresh},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct HeaderProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) controls: Controls,
}

/// The head.
#[component]
pub(in crate::panel) fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { state, controls } = props;
    let pinned = state.view.as_ref().is_some_and(|view| view.pinned);
    let press = |make: fn(&Controls)| {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| make(&controls))
    };
    html! {
        <header class="top">
            if let Some(rehearsal) = &controls.rehearsal { { banner(rehearsal) } }
            <div class="brand">
                <span class="logo"><Icon picture={Picture::Tandem} /></span>
                <div class="names">
                    <h1>{ say("product") }</h1>
                    <p class="muted">{ say("unofficial") }</p>
                </div>
                <div class="tools">
                    if pinned {
                        { tool("check-again", Picture::Refresh, press(|c| c.ask(Refresh {}))) }
                    }
                    if controls.is_embedded {
                        { tool("open-tab", Picture::OutIn, press(|c| c.ask(OpenTab {}))) }
                        { tool("close-panel", Picture::Close, press(|c| c.close.emit(()))) }
                    }
                </div>
            </div>
            <div class="pair" role="group" aria-label={say("pair")}>
                { store(state, Side::Pos) }
                <span class="between"><Icon picture={Picture::Link} /></span>
                { store(state, Side::Ecom) }
            </div>
        </header>
    }
}

fn tool(key: &str, picture: Picture, onclick: Callback<MouseEvent>) -> Html {
    let name = say(key);
    html! {
        <button type="button" class="tool" aria-label={name.clone()} title={name} {onclick}>
            <Icon {picture} />
        </button>
    }
}

fn store(state: &State, of: Side) -> Html {
    let chosen = state
        .view
        .as_ref()
        .and_then(|view| view.stores.get(of).chosen.clone());
    let kind = say_with("side-name", &[side(of)]);
    html! {
        <div class={classes!("store", if of == Side::Pos { "store-pos" } else { "store-ecom" })}>
            <span class="kind">{ kind }</span>
            if let Some(store) = chosen {
                <strong><bdi>{ store.name.as_ref().unwrap_or(&store.key.0) }</bdi></strong>
                <span class="muted host">
                    { for store.host.split_inclusive('.').map(|part| html! { <>{ part }<wbr /></> }) }
                    { if of == Side::Ecom { format!(" · {}", store.key.0) } else { String::new() } }
                </span>
            } else if state.view.is_none() {
                <span class="bone bone-word" />
                <span class="bone bone-word" />
            } else {
                <strong class="muted">{ say("no-store-yet") }</strong>
            }
        </div>
    }
}
