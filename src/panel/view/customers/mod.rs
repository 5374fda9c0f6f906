//! Customers: everybody with a status, searched and filtered, and what can be done.

mod deeds;
mod details;
mod fields_table;
mod filters;
mod grid;
mod head;
mod link;
mod not_read;
mod reading;
mod ready;
mod row;
mod scroll;
pub(in crate::panel) mod status;
mod unread;

use std::rc::Rc;

use yew::prelude::*;

pub(in crate::panel) use self::not_read::read_from_elsewhere;
use self::{
    not_read::{NotRead, read_button},
    reading::Reading,
    ready::Ready,
};
use crate::{
    panel::{
        client::Controls,
        faults::Subject,
        state::State,
        view::{passphrase::UnlockCard, unreadable::Unreadable},
        words::say,
    },
    protocol::{
        customers::{CustomersState, Guarded},
        view::View,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CustomersProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Customers(props: &CustomersProps) -> Html {
    let CustomersProps {
        state,
        view,
        controls,
    } = props;
    let is_busy = state.pending > 0;
    let content = match &view.customers.state {
        _ if view.customers.guarded == Guarded::Locked => html! {
            <UnlockCard controls={controls.clone()} />
        },
        CustomersState::NotRead => html! { <NotRead controls={controls.clone()} {is_busy} /> },
        CustomersState::Opening => html! {
            <>
                <p class="muted">{ say("opening") }</p>
                <div class="bone bone-line" />
                <div class="bone bone-card" />
            </>
        },
        CustomersState::Reading(reading) => html! {
            <Reading reading={*reading} controls={controls.clone()} {is_busy} />
        },
        CustomersState::Unreadable { faults } => html! {
            <Unreadable subject={Subject::Customers} faults={faults.clone()} controls={controls.clone()}>
                { read_button(controls, "primary", "read-again", is_busy) }
            </Unreadable>
        },
        CustomersState::Ready(numbers) => html! {
            <Ready numbers={*numbers} list={state.desk.list.clone()} unread={state.desk.unread.clone()}
                customer={state.desk.customer.clone()} is_free={view.customers.run.is_none()}
                {is_busy} controls={controls.clone()} />
        },
    };
    html! {
        <div role="tabpanel" id="panel-c" aria-labelledby="tab-c" class="stack">{ content }</div>
    }
}

#[cfg(test)]
pub(in crate::panel) use self::row::groups as groups_of;
