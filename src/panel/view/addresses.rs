//! Addresses of the eCom admin that are not the vendor's own: what was added, and a form to add one. The
//! browser asks before anything is reached there, and it does that in a tab of our own only.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::run_frame::button;
use crate::{
    panel::{
        client::Controls,
        words::{say, say_with},
    },
    protocol::{
        panel::{OpenTab, RemoveAddress},
        view::View,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct AddressesProps {
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The form and the list, folded away until they are wanted.
#[component]
pub(in crate::panel) fn Addresses(props: &AddressesProps) -> Html {
    let AddressesProps { view, controls } = props;
    html! {
        <details class="token" open={!view.addresses.is_empty()}>
            <summary>{ say("addresses") }</summary>
            <p class="muted">{ say("addresses-what") }</p>
            if !view.addresses.is_empty() {
                <ul class="plain">{ for view.addresses.iter().map(|one| added(one, controls)) }</ul>
            }
            if controls.is_embedded {
                { button("secondary", say("addresses-in-tab"), {
                    let controls = controls.clone();
                    move || controls.ask(OpenTab {})
                }) }
            } else {
                <AddressForm controls={controls.clone()} />
            }
        </details>
    }
}

fn added(origin: &str, controls: &Controls) -> Html {
    let remove = {
        let (controls, origin) = (controls.clone(), origin.to_owned());
        move || {
            controls.ask(RemoveAddress {
                origin: origin.clone(),
            });
        }
    };
    let words = say_with("addresses-remove", &[("address", origin.into())]);
    html! { <li><bdi>{ origin.to_owned() }</bdi>{ " " }{ button("secondary", words, remove) }</li> }
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    controls: Controls,
}

#[component]
fn AddressForm(props: &FormProps) -> Html {
    let field = use_node_ref();
    let is_wrong = use_state(|| false);
    let onsubmit = {
        let (controls, field, is_wrong) = (props.controls.clone(), field.clone(), is_wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let is_address = controls.add_address.emit(field.value());
                is_wrong.set(!is_address);
                if is_address {
                    field.set_value("");
                }
            }
        })
    };
    html! {
        <form {onsubmit} autocomplete="off">
            <label for="address">{ say("addresses-label") }</label>
            <input id="address" ref={field} type="text" inputmode="url" required={true} autocomplete="off"
                spellcheck="false" dir="ltr" />
            <p role="alert">
                { if *is_wrong { say("addresses-none") } else { String::new() } }
            </p>
            <button type="submit" class="secondary">{ say("addresses-add") }</button>
        </form>
    }
}
