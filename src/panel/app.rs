//! The panel as an application: state, controls, and the feed for as long as it is open.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    client,
    language::Language,
    screen::Screen,
    state::{Action, Problem, Speech, State},
    tongue, words,
};
use crate::{browser::runtime, protocol::panel::Look};

/// Draws the panel over the page's skeleton, as soon as it is known in which language.
pub fn mount() {
    spawn_local(async {
        let chosen = tongue::begin().await;
        if let Some(root) = runtime::element("app") {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { chosen }).render();
        }
    });
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    /// The language that a person chose before.
    chosen: Option<Language>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let chosen = props.chosen;
    let state = use_reducer(move || State {
        speech: Speech {
            chosen,
            is_new: false,
        },
        ..State::default()
    });
    let controls = use_memo((), |()| client::controls(&state.dispatcher()));
    use_effect_with((), {
        let controls = (*controls).clone();
        move |()| {
            let feed = if runtime::has_background() {
                controls.ask(Look {});
                let act = controls.act.clone();
                tongue::follow(chosen, move |language| act.emit(Action::Heard(language)));
                Some(client::listen(controls.act))
            } else {
                controls.act.emit(Action::Struck(Problem::Outside));
                None
            };
            move || drop(feed)
        }
    });
    // In another language every word is another: all is drawn anew.
    html! {
        <Screen key={words::language().tag()} state={(*state).clone()} controls={(*controls).clone()} />
    }
}
