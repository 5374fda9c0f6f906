//! The customers of both stores: numbers, filters, the list, and one beside it. Fetches what the
//! list and the details lack, one call of a kind at a time.

use yew::prelude::*;

use super::{details::Details, filters::Filters, grid::Grid, head::Head};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            customer::{CustomerAct, CustomerDesk},
            list::{List, ListAct},
            unread::UnreadDesk,
        },
        view::{problem_text::ProblemText, told::Told},
        words::{count, say, say_with},
    },
    protocol::customers::{FindTwins, ListCustomers, Numbers, ShowCustomer},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ReadyProps {
    pub(in crate::panel) numbers: Numbers,
    pub(in crate::panel) list: List,
    pub(in crate::panel) customer: CustomerDesk,
    /// What is known of the records that could not be read.
    pub(in crate::panel) unread: UnreadDesk,
    /// Whether a run can be begun.
    pub(in crate::panel) is_free: bool,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Ready(props: &ReadyProps) -> Html {
    let ReadyProps {
        numbers,
        list,
        customer,
        controls,
        ..
    } = props;
    use_fetching(numbers.revision, list, customer, controls);
    let again = {
        let controls = controls.clone();
        Callback::from(move |()| controls.desk(DeskAct::List(ListAct::Again)))
    };
    let open = customer.open.as_ref();
    let class = if open.is_some() {
        "customers with-details"
    } else {
        "customers"
    };
    html! {
        <div {class}>
            <div class="stack list-side">
                <Head numbers={*numbers} unread={props.unread.clone()} is_free={props.is_free} is_busy={props.is_busy}
                    controls={controls.clone()} />
                <section class="card flush" aria-label={say("tab-customers")}>
                    <Filters list={list.clone()} all={*numbers} controls={controls.clone()} />
                    <Told text={found(list)} />
                    if let Some(problem) = &list.problem {
                        <ProblemText problem={problem.clone()} {again} />
                    } else if list.total() == Some(0) {
                        <p class="nobody muted">{ say(nobody(numbers)) }</p>
                    } else {
                        <Grid list={list.clone()} open={open.map(|open| open.key.clone())}
                            controls={controls.clone()} />
                    }
                </section>
            </div>
            if let Some(customer) = open {
                <Details customer={customer.clone()} is_free={props.is_free}
                    is_busy={props.is_busy} controls={controls.clone()} />
            }
        </div>
    }
}

/// What is read out when a search or a filter found something.
fn found(list: &List) -> String {
    match list.total() {
        Some(total) if !list.is_of_all() => say_with("customers-found", &[count("count", total)]),
        _ => String::new(),
    }
}

const fn nobody(numbers: &Numbers) -> &'static str {
    if numbers.counts.total == 0 {
        "customers-nobody"
    } else {
        "customers-none"
    }
}

/// Asks for what is wanted and not under way.
#[hook]
fn use_fetching(revision: u64, list: &List, customer: &CustomerDesk, controls: &Controls) {
    let page = (list.wanted(revision), revision);
    use_effect_with(page, {
        let controls = controls.clone();
        move |(query, revision)| {
            if let Some(query) = query {
                controls.desk(DeskAct::List(ListAct::Ask(query.clone(), *revision)));
                let query = query.clone();
                controls.fetch(ListCustomers { query });
            }
        }
    });
    use_effect_with((customer.wanted(revision), revision), {
        let controls = controls.clone();
        move |(key, revision)| {
            if let Some(key) = key.clone() {
                controls.desk(DeskAct::Customer(CustomerAct::Ask(*revision)));
                controls.fetch(ShowCustomer { key });
            }
        }
    });
    use_effect_with(customer.to_find(), {
        let controls = controls.clone();
        move |search| {
            if let Some((key, search)) = search.clone() {
                let find = CustomerAct::Find(key.clone(), search.clone());
                controls.desk(DeskAct::Customer(find));
                controls.fetch(FindTwins { key, search });
            }
        }
    });
}
