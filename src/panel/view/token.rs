//! Pasting a token: the last rung of the ladder. It goes to the background and never comes back.

use tandem_core::Side;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    panel::{
        client::Controls,
        words::{say, say_with, side},
    },
    protocol::panel::UseToken,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct TokenProps {
    pub(in crate::panel) of: Side,
    pub(in crate::panel) controls: Controls,
}

/// The form, folded away until it is wanted.
#[component]
pub(in crate::panel) fn TokenForm(props: &TokenProps) -> Html {
    let (token, keep) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (controls, of) = (props.controls.clone(), props.of);
        let (token, keep) = (token.clone(), keep.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let fields = token
                .cast::<HtmlInputElement>()
                .zip(keep.cast::<HtmlInputElement>());
            if let Some((token, keep)) = fields {
                controls.ask(UseToken {
                    side: of,
                    token: token.value(),
                    keep: keep.checked(),
                });
                token.set_value("");
            }
        })
    };
    let id = match props.of {
        Side::Pos => "token-pos",
        Side::Ecom => "token-ecom",
    };
    html! {
        <details class="token">
            <summary>{ say("use-token") }</summary>
            <form {onsubmit} autocomplete="off">
                <label for={id}>{ say_with("token-label", &[side(props.of)]) }</label>
                <input {id} ref={token} type="password" required={true} autocomplete="off" spellcheck="false" />
                <p class="muted">{ say_with("token-where", &[side(props.of)]) }</p>
                <label class="option">
                    <input ref={keep} type="checkbox" />
                    <span>{ say("token-keep") }<span class="muted">{ say("token-keep-why") }</span></span>
                </label>
                <button type="submit" class="secondary">{ say("token-use") }</button>
            </form>
        </details>
    }
}
