//! One store's connection in words, with the way out where it is broken.

use tandem_core::{Fault, FaultKind, Side};
use yew::prelude::*;

use super::{
    fault::FaultText,
    icon::{Icon, Picture},
    token::TokenForm,
};
use crate::{
    panel::{
        client::Controls,
        words::{say, say_with, side, text},
    },
    protocol::{
        panel::{ForgetToken, OpenStore, OpenTab, Refresh},
        view::{Connection, Rung},
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ConnectionProps {
    pub(in crate::panel) of: Side,
    pub(in crate::panel) connection: Connection,
    pub(in crate::panel) controls: Controls,
}

/// The card of one connection.
#[component]
pub(in crate::panel) fn ConnectionCard(props: &ConnectionProps) -> Html {
    let of = props.of;
    let class = match props.connection {
        Connection::Connected { .. } => "connection is-good",
        Connection::Trouble { .. } => "connection is-bad",
        Connection::NoStore | Connection::Checking => "connection",
    };
    html! {
        <section {class} aria-label={say_with("side-name", &[side(of)])}>
            <h3>{ say_with("side-name", &[side(of)]) }</h3>
            { match &props.connection {
                Connection::NoStore => html! { <p class="muted">{ say("connection-none") }</p> },
                Connection::Checking => html! {
                    <><p class="muted">{ say("connection-checking") }</p><span class="bone bone-word" /></>
                },
                Connection::Connected { person, role, rung } =>
                    connected(props, person.as_deref(), role.as_deref(), *rung),
                Connection::Trouble { fault, has_token } => trouble(props, fault, *has_token),
            } }
        </section>
    }
}

fn connected(
    props: &ConnectionProps,
    person: Option<&str>,
    role: Option<&str>,
    rung: Rung,
) -> Html {
    let who = person.map_or_else(
        || say("connection-unnamed"),
        |person| say_with("connection-person", &[text("person", person)]),
    );
    let how = say(match rung {
        Rung::Session | Rung::SessionAsPage => "rung-session",
        Rung::Relay => "rung-relay",
        Rung::PageToken => "rung-page-token",
        Rung::Token => "rung-token",
    });
    html! {
        <>
            <p class="state">
                <Icon picture={Picture::Same} />
                <span>
                    <strong><bdi>{ who }</bdi></strong>
                    if let Some(role) = role {
                        { " " }{ say_with("connection-role", &[text("role", role)]) }
                    }
                </span>
            </p>
            <p class="muted">{ how }</p>
            if rung == Rung::Token { { forget(props) } }
        </>
    }
}

fn trouble(props: &ConnectionProps, fault: &Fault, has_token: bool) -> Html {
    let may_need_token = matches!(
        fault.kind,
        FaultKind::SignedOut | FaultKind::NotAllowed | FaultKind::NeedsPage
    );
    html! {
        <>
            <div class="state"><Icon picture={Picture::Warn} /><FaultText fault={fault.clone()} /></div>
            { way_out(props, fault.kind) }
            if has_token { { forget(props) } }
            if may_need_token { <TokenForm of={props.of} controls={props.controls.clone()} /> }
        </>
    }
}

/// The button that mends it, where there is one.
fn way_out(props: &ConnectionProps, kind: FaultKind) -> Html {
    let controls = props.controls.clone();
    let of = props.of;
    match kind {
        FaultKind::SignedOut | FaultKind::WrongStore => {
            let sign_in = Callback::from(move |_: MouseEvent| controls.ask(OpenStore { side: of }));
            html! {
                <>
                    <button type="button" class="primary" onclick={sign_in}>
                        { say_with("sign-in", &[side(of)]) }
                    </button>
                    <p class="muted">{ say("sign-in-back") }</p>
                </>
            }
        }
        FaultKind::NeedsPage => {
            let open = Callback::from(move |_: MouseEvent| controls.ask(OpenStore { side: of }));
            html! {
                <button type="button" class="primary" onclick={open}>
                    { say_with("open-admin", &[side(of)]) }
                </button>
            }
        }
        FaultKind::NoHostAccess if controls.is_embedded => {
            let open = Callback::from(move |_: MouseEvent| controls.ask(OpenTab {}));
            html! { <button type="button" class="primary" onclick={open}>{ say("allow-in-tab") }</button> }
        }
        FaultKind::NoHostAccess => {
            let allow = Callback::from(move |_: MouseEvent| controls.allow.emit(()));
            html! { <button type="button" class="primary" onclick={allow}>{ say("allow-access") }</button> }
        }
        _ => {
            let again = Callback::from(move |_: MouseEvent| controls.ask(Refresh {}));
            html! { <button type="button" class="secondary" onclick={again}>{ say("ask-again") }</button> }
        }
    }
}

fn forget(props: &ConnectionProps) -> Html {
    let (controls, of) = (props.controls.clone(), props.of);
    let forget = Callback::from(move |_: MouseEvent| controls.ask(ForgetToken { side: of }));
    html! { <button type="button" class="quiet" onclick={forget}>{ say("token-forget") }</button> }
}
