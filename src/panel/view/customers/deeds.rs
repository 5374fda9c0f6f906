//! What can be done with one customer: each a verb, and a question in place before two are taken
//! apart.

use std::rc::Rc;

use tandem_core::{
    Side,
    show::{Deed, Details, Purpose},
};
use yew::prelude::*;

use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            customer::{Customer, CustomerAct},
        },
        view::{focus, review_calls::look_at, run_frame::button, told},
        words::say,
    },
    protocol::customers::{CustomerDeed, DecideCustomer},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct DeedsProps {
    pub(in crate::panel) details: Rc<Details>,
    pub(in crate::panel) customer: Customer,
    /// Whether a run can be begun.
    pub(in crate::panel) is_free: bool,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The buttons, and what came of the last one.
#[component]
pub(in crate::panel) fn Deeds(props: &DeedsProps) -> Html {
    let said = props.customer.done.as_ref().map(done);
    let is_busy = props.is_busy || props.customer.doing.is_some();
    html! {
        <div class="deeds">
            <p class="sentence">{ told::as_it_changes(said.map(say).unwrap_or_default()) }</p>
            if props.customer.confirms {
                <Sure controls={props.controls.clone()} customer={props.customer.clone()} />
            } else {
                <div class="actions" role="group" aria-label={say("deeds")}>
                    { for props.details.deeds.iter().map(|deed| one(props, *deed, is_busy)) }
                </div>
            }
        </div>
    }
}

fn one(props: &DeedsProps, deed: Deed, is_busy: bool) -> Html {
    let controls = props.controls.clone();
    let key = props.customer.key.clone();
    let class = match deed {
        Deed::SyncNow => "primary",
        _ => "secondary",
    };
    let waits = deed == Deed::SyncNow && !props.is_free;
    let onclick = Callback::from(move |_: MouseEvent| match deed {
        Deed::SyncNow => controls.preview(Purpose::One { key: key.clone() }),
        Deed::Review => look_at(&controls, &key),
        Deed::Link => controls.desk(DeskAct::Customer(CustomerAct::Link(true))),
        Deed::Unlink => controls.desk(DeskAct::Customer(CustomerAct::Confirm(true))),
        Deed::Create { .. } => decide(&controls, &key, CustomerDeed::Create),
        Deed::DoNotCreate => decide(&controls, &key, CustomerDeed::DoNotCreate),
        Deed::Ignore => decide(&controls, &key, CustomerDeed::Ignore),
        Deed::Heed => decide(&controls, &key, CustomerDeed::Heed),
        Deed::Forget => decide(&controls, &key, CustomerDeed::Forget),
    });
    html! {
        <button type="button" {class} disabled={is_busy || waits} {onclick}>{ say(verb(deed)) }</button>
    }
}

/// Has it done, and notes that it is under way.
pub(super) fn decide(controls: &Controls, key: &tandem_core::RecordRef, deed: CustomerDeed) {
    controls.desk(DeskAct::Customer(CustomerAct::Do(deed.clone())));
    controls.ask(DecideCustomer {
        key: key.clone(),
        deed,
    });
}

const fn verb(deed: Deed) -> &'static str {
    match deed {
        Deed::SyncNow => "deed-sync-now",
        Deed::Review => "deed-review",
        Deed::Create { on: Side::Pos } => "deed-add-to-pos",
        Deed::Create { on: Side::Ecom } => "deed-create-online",
        Deed::DoNotCreate => "deed-do-not-create",
        Deed::Link => "deed-link",
        Deed::Unlink => "deed-unlink",
        Deed::Ignore => "deed-ignore",
        Deed::Heed => "deed-heed",
        Deed::Forget => "deed-forget",
    }
}

const fn done(deed: &CustomerDeed) -> &'static str {
    match deed {
        CustomerDeed::Create => "done-create",
        CustomerDeed::DoNotCreate => "done-do-not-create",
        CustomerDeed::Link { .. } => "done-link",
        CustomerDeed::Unlink => "done-unlink",
        CustomerDeed::Ignore => "done-ignore",
        CustomerDeed::Heed => "done-heed",
        CustomerDeed::Forget => "done-forget",
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SureProps {
    customer: Customer,
    controls: Controls,
}

/// The question before two records are taken apart. The keyboard goes to it when it comes.
#[component]
fn Sure(props: &SureProps) -> Html {
    let question = focus::use_on_arrival();
    let (yes, no) = (props.controls.clone(), props.controls.clone());
    let key = props.customer.key.clone();
    html! {
        <div class="note note-warn" role="group" aria-labelledby="unlink-sure">
            <div>
                <p id="unlink-sure" ref={question} tabindex="-1">{ say("unlink-sure") }</p>
                <div class="actions">
                    { button("secondary", say("unlink-yes"), move || {
                        decide(&yes, &key, CustomerDeed::Unlink);
                    }) }
                    { button("secondary", say("unlink-no"), move || {
                        no.desk(DeskAct::Customer(CustomerAct::Confirm(false)));
                    }) }
                </div>
            </div>
        </div>
    }
}
