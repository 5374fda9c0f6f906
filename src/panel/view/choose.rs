//! Choosing the two stores: once, by a person, before anything is read.

use std::rc::Rc;

use tandem_core::Side;
use yew::prelude::*;

use super::{addresses::Addresses, rehearsal::rehearse};
use crate::{
    panel::{
        client::Controls,
        state::{Action, State},
        words::{say, say_with, side},
    },
    protocol::panel::ChooseStores,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ChooseProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) controls: Controls,
}

/// The choice of the pair.
#[component]
pub(in crate::panel) fn Choose(props: &ChooseProps) -> Html {
    let ChooseProps { state, controls } = props;
    let both = state.candidate(Side::Pos).zip(state.candidate(Side::Ecom));
    let is_ready = both.is_some();
    let use_them = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some((pos, ecom)) = both.clone() {
                controls.ask(ChooseStores { pos, ecom });
            }
        })
    };
    let back = {
        let act = controls.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Rechoose(false)))
    };
    html! {
        <section class="card">
            <h2>{ say("choose-title") }</h2>
            <p class="muted">{ say("choose-why") }</p>
            { stores(state, controls, Side::Pos) }
            { stores(state, controls, Side::Ecom) }
            if let Some(view) = &state.view {
                <Addresses view={Rc::clone(view)} controls={controls.clone()} />
            }
            <div class="actions">
                <button type="button" class="primary" disabled={!is_ready || state.pending > 0}
                    aria-describedby="choose-missing" onclick={use_them}>
                    { say("choose-use") }
                </button>
                if state.rechoosing {
                    <button type="button" class="quiet" onclick={back}>{ say("choose-back") }</button>
                }
            </div>
            <p id="choose-missing" class="muted" hidden={is_ready}>{ say("choose-missing") }</p>
            <div class="actions">{ rehearse(controls) }</div>
        </section>
    }
}

fn stores(state: &State, controls: &Controls, of: Side) -> Html {
    let Some(view) = &state.view else {
        return html! {};
    };
    let seen = &view.stores.get(of).seen;
    let candidate = state.candidate(of);
    let name = say_with("side-name", &[side(of)]);
    let options = seen.iter().map(|store| {
        let (act, key) = (controls.act.clone(), store.key.clone());
        let checked = candidate.as_ref() == Some(&store.key);
        html! {
            <label class="option">
                <input type="radio" name={name.clone()} {checked}
                    onchange={Callback::from(move |_: Event| act.emit(Action::Choose(of, key.clone())))} />
                <span><strong><bdi>{ &store.key.0 }</bdi></strong><span class="muted host">{ &store.host }</span></span>
            </label>
        }
    });
    html! {
        <fieldset>
            <legend>{ name.clone() }</legend>
            if seen.is_empty() {
                <p class="muted">{ say_with("choose-none", &[side(of)]) }</p>
            }
            { for options }
        </fieldset>
    }
}
