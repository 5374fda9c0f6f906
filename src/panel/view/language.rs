//! In which language the panel speaks.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::focus;
use crate::panel::{client::Controls, language::Language, state::Speech, words::say};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct LanguageProps {
    pub(in crate::panel) speech: Speech,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn LanguageCard(props: &LanguageProps) -> Html {
    let Speech { chosen, is_new } = props.speech;
    let speak = props.controls.speak.clone();
    let choose = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            speak.emit(Language::of(&select.value()));
        }
    });
    // The panel is drawn anew in another language: the keyboard comes back to where it was.
    let node = use_node_ref();
    use_effect_with(is_new, {
        let node = node.clone();
        move |is_new| {
            if *is_new {
                focus::take(&node);
            }
        }
    });
    let options = Language::ALL.map(|language| {
        let tag = language.tag();
        html! {
            <option value={tag} lang={tag} selected={chosen == Some(language)}>
                { language.own_name() }
            </option>
        }
    });
    html! {
        <section class="card">
            <h2>{ say("language") }</h2>
            <label class="pick">
                <span>{ say("language-of-panel") }</span>
                <select ref={node} onchange={choose}>
                    <option value="" selected={chosen.is_none()}>{ say("language-follow") }</option>
                    { for options }
                </select>
            </label>
        </section>
    }
}
