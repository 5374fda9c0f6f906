//! Whom a line is about: the name, and the email below it.

use tandem_core::show::Who;
use yew::prelude::*;

use crate::panel::words::say;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct WhoProps {
    pub(in crate::panel) who: Who,
}

/// The person.
#[component]
pub(in crate::panel) fn WhoText(props: &WhoProps) -> Html {
    let Who { name, email, .. } = &props.who;
    html! {
        <span class="who">
            if let Some(name) = name {
                <strong><bdi dir="auto">{ name }</bdi></strong>
            } else {
                <strong class="muted">{ say("who-unnamed") }</strong>
            }
            if let Some(email) = email {
                { " " }<bdi class="muted" dir="auto">{ email }</bdi>
            }
        </span>
    }
}

/// The person in a name of a button.
pub(in crate::panel) fn plain(who: &Who) -> String {
    let first = who.name.as_ref().or(who.email.as_ref());
    first.cloned().unwrap_or_else(|| say("who-unnamed"))
}
