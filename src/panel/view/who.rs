//! Whom a line is about: the name, and the email below it.

use tandem_core::show::Who;
use yew::prelude::*;

use crate::panel::words::say;

/// The person. No component: it is drawn in one piece with what it stands in.
pub(in crate::panel) fn who_text(who: &Who) -> Html {
    let Who { name, email, .. } = who;
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
