//! Before the customers were read: what reading does.

use yew::prelude::*;

use crate::{
    panel::{
        client::Controls,
        state::{Action, Tab},
        view::run_frame::button,
        words::say,
    },
    protocol::customers::ReadCustomers,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct NotReadProps {
    pub(in crate::panel) controls: Controls,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
}

/// The card that a new user sees.
#[component]
pub(in crate::panel) fn NotRead(props: &NotReadProps) -> Html {
    html! {
        <section class="card next">
            <h2>{ say("read-title") }</h2>
            <p>{ say("read-what") }{ " " }{ say("read-nothing-written") }</p>
            <div class="actions">
                { read_button(&props.controls, "primary", "read-button", props.is_busy) }
            </div>
        </section>
    }
}

/// A button that has the customers read.
pub(super) fn read_button(
    controls: &Controls,
    class: &'static str,
    key: &str,
    disabled: bool,
) -> Html {
    let controls = controls.clone();
    let read = Callback::from(move |_: MouseEvent| controls.ask(ReadCustomers {}));
    html! { <button type="button" {class} {disabled} onclick={read}>{ say(key) }</button> }
}

/// The same from another view, which leads to the customers.
pub(in crate::panel) fn read_from_elsewhere(controls: &Controls) -> Html {
    let controls = controls.clone();
    button("primary", say("read-button"), move || {
        controls.act.emit(Action::Show(Tab::Customers));
        controls.ask(ReadCustomers {});
    })
}
