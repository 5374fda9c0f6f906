//! One customer: who it is, why it has its status, what can be done, and both records side by side.

use std::rc::Rc;

use tandem_core::{Side, show};
use yew::prelude::*;

use super::{deeds::Deeds, fields_table::FieldsTable, link::LinkPanel, status::StatusMark};
use crate::panel::{
    client::Controls,
    desk::{
        DeskAct,
        customer::{Customer, CustomerAct},
    },
    statuses,
    view::{
        focus,
        icon::{Icon, Picture},
        problem_text::ProblemText,
        who,
    },
    words::{say, say_with, side, text},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct DetailsProps {
    pub(in crate::panel) customer: Customer,
    /// Whether a run can be begun.
    pub(in crate::panel) is_free: bool,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The customer.
#[component]
pub(in crate::panel) fn Details(props: &DetailsProps) -> Html {
    let DetailsProps {
        customer, controls, ..
    } = props;
    let act = |act: CustomerAct| {
        let controls = controls.clone();
        move || controls.desk(DeskAct::Customer(act.clone()))
    };
    let close = act(CustomerAct::Close);
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
            }
        })
    };
    let again = act(CustomerAct::Again);
    let again = Callback::from(move |()| again());
    html! {
        <section class="card one" aria-label={say("details-one")} {onkeydown}>
            <button type="button" class="quiet back" onclick={Callback::from(move |_: MouseEvent| close())}>
                <Icon picture={Picture::Back} />{ say("details-back") }
            </button>
            if let Some(problem) = &customer.problem {
                <ProblemText problem={problem.clone()} {again} />
            }
            if let Some(details) = &customer.details {
                <Known key={format!("{:?}", customer.key)} details={Rc::clone(details)}
                    customer={customer.clone()} is_free={props.is_free} is_busy={props.is_busy}
                    controls={controls.clone()} />
            } else if customer.problem.is_none() {
                <p class="muted">{ say("details-loading") }</p>
                <div class="bone bone-line" />
                <div class="bone bone-card" />
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct KnownProps {
    details: Rc<show::Details>,
    customer: Customer,
    is_free: bool,
    is_busy: bool,
    controls: Controls,
}

/// What is known of it. The keyboard goes to its name when it comes.
#[component]
fn Known(props: &KnownProps) -> Html {
    let KnownProps {
        details,
        customer,
        controls,
        ..
    } = props;
    let head = focus::use_on_arrival();
    let row = &details.row;
    let changed = |of: Side| {
        let when = controls.when.emit((*details.changed_at.get(of))?);
        let said = say_with("details-changed", &[side(of), text("when", &when)]);
        Some(html! { <p class="muted">{ said }</p> })
    };
    html! {
        <>
            <div>
                <h2 ref={head} tabindex="-1"><bdi dir="auto">{ who::plain(&row.who) }</bdi></h2>
                if let Some(email) = row.who.email.as_ref().filter(|_| row.who.name.is_some()) {
                    <p class="muted said"><bdi dir="auto">{ email }</bdi></p>
                }
            </div>
            <div>
                <StatusMark status={row.status} />
                <p>{ statuses::why(row.status, row.reason) }</p>
            </div>
            <Deeds details={details.clone()} customer={customer.clone()} is_free={props.is_free}
                is_busy={props.is_busy} controls={controls.clone()} />
            if let Some(link) = &customer.link {
                <LinkPanel details={details.clone()} link={link.clone()} is_busy={props.is_busy}
                    controls={controls.clone()} />
            }
            <FieldsTable details={details.clone()} />
            <div>
                if let Some(link) = details.link { <p class="muted">{ statuses::link(link) }</p> }
                { for Side::BOTH.into_iter().filter_map(changed) }
            </div>
        </>
    }
}
