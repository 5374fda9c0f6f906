//! The panel as an application: state, controls, and the feed for as long as it is open.

use yew::prelude::*;

use super::{
    client,
    screen::Screen,
    state::{Action, Problem, State},
};
use crate::{browser::runtime, protocol::panel::Look};

/// Draws the panel over the page's skeleton.
pub fn mount() {
    if let Some(root) = runtime::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer(State::default);
    let controls = use_memo((), |()| client::controls(&state.dispatcher()));
    use_effect_with((), {
        let controls = (*controls).clone();
        move |()| {
            let feed = if runtime::is_extension() {
                controls.ask(Look {});
                Some(client::listen(controls.act))
            } else {
                controls.act.emit(Action::Struck(Problem::Outside));
                None
            };
            move || drop(feed)
        }
    });
    html! { <Screen state={(*state).clone()} controls={(*controls).clone()} /> }
}
