//! Saying which record of the other side is the same person: suggestions with what speaks for them,
//! and a search.

use std::rc::Rc;

use tandem_core::show::{Details, Suggested};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::deeds::decide;
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            customer::{CustomerAct, LinkSearch},
        },
        evidence,
        view::{focus, run_frame::button, told, who, who::who_text},
        words::{say, say_with, side, text},
    },
    protocol::customers::CustomerDeed,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct LinkProps {
    pub(in crate::panel) details: Rc<Details>,
    pub(in crate::panel) link: LinkSearch,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The suggestions and the search. The keyboard goes to the search when it comes.
#[component]
pub(in crate::panel) fn LinkPanel(props: &LinkProps) -> Html {
    let LinkProps {
        details,
        link,
        controls,
        ..
    } = props;
    let field = focus::use_on_arrival();
    let other = details.row.who.key.side.other();
    let oninput = {
        let controls = controls.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                controls.desk(DeskAct::Customer(CustomerAct::Seek(field.value())));
            }
        })
    };
    let cancel = controls.clone();
    html! {
        <section class="twins" aria-labelledby="twins">
            <h3 id="twins">{ say_with("twins-title", &[side(other)]) }</h3>
            <input type="search" ref={field} aria-label={say_with("twins-search", &[side(other)])}
                placeholder={say_with("twins-search", &[side(other)])} value={link.search.clone()}
                autocomplete="off" spellcheck="false" {oninput} />
            { found(props) }
            <div class="actions">
                { button("secondary", say("twins-cancel"), move || {
                    cancel.desk(DeskAct::Customer(CustomerAct::Link(false)));
                }) }
            </div>
        </section>
    }
}

/// What was found, or the suggestions as long as nothing is looked for.
fn found(props: &LinkProps) -> Html {
    let LinkProps { details, link, .. } = props;
    if link.search.trim().is_empty() {
        return list(
            props,
            "twins-suggested",
            "twins-none-suggested",
            &details.suggestions,
        );
    }
    if link.is_missed {
        return html! { <p class="muted">{ told::as_it_comes(say("twins-missed")) }</p> };
    }
    match link.found() {
        Some(twins) => list(props, "twins-found", "twins-none-found", &twins.found),
        None => html! { <div class="bone bone-line" /> },
    }
}

fn list(props: &LinkProps, label: &str, none: &str, twins: &[Suggested]) -> Html {
    if twins.is_empty() {
        return html! { <p class="muted">{ told::as_it_comes(say(none)) }</p> };
    }
    html! {
        <ul class="rows" aria-label={say(label)}>{ for twins.iter().map(|twin| one(props, twin)) }</ul>
    }
}

fn one(props: &LinkProps, twin: &Suggested) -> Html {
    let controls = props.controls.clone();
    let key = props.details.row.who.key.clone();
    let to = twin.who.key.clone();
    let name = say_with("twins-link", &[text("who", &who::plain(&twin.who))]);
    let link = Callback::from(move |_: MouseEvent| {
        decide(&controls, &key, CustomerDeed::Link { to: to.clone() });
    });
    html! {
        <li>
            { who_text(&twin.who) }
            <ul class="evidence muted">
                <li><strong>{ evidence::likelihood(twin.score) }</strong></li>
                { for twin.evidence.iter().map(|one| html! { <li>{ evidence::tell(*one) }</li> }) }
            </ul>
            <button type="button" class="secondary" disabled={props.is_busy} onclick={link}>{ name }</button>
        </li>
    }
}
