//! The search, and a filter for each status with its number. The numbers add up to that of all.

use tandem_core::survey::{Part, Status};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::status::{self, STATUSES, look};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            list::{List, ListAct},
        },
        statuses,
        view::{
            charts,
            icon::{Icon, Picture},
            whys::{Why, whys},
        },
        words::{say, thousands},
    },
    protocol::customers::Numbers,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct FiltersProps {
    pub(in crate::panel) list: List,
    /// The numbers without a search.
    pub(in crate::panel) all: Numbers,
    pub(in crate::panel) controls: Controls,
}

/// The field and the buttons.
#[component]
pub(in crate::panel) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps {
        list,
        all: Numbers {
            counts: all,
            overlap,
            ..
        },
        controls,
    } = props;
    let oninput = {
        let controls = controls.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                controls.desk(DeskAct::List(ListAct::Search(field.value())));
            }
        })
    };
    // Without a search they are known before the list came.
    let is_all = list.search.trim().is_empty();
    let counts = list.counts().or_else(|| is_all.then_some(*all));
    let used = STATUSES
        .into_iter()
        .filter(|one| status::of(all, *one) > 0 || list.status == Some(*one));
    html! {
        <div class="filters">
            <input type="search" aria-label={say("customers-search")}
                placeholder={say("customers-search-hint")} value={list.search.clone()}
                autocomplete="off" spellcheck="false" {oninput} />
            <div class="chips" role="group" aria-label={say("customers-filter")}>
                { chip(props, None, counts.map(|counts| counts.total)) }
                if let Some(part) = list.part {
                    { part_chip(props, part, is_all.then_some(overlap.get(part))) }
                }
                { for used.clone().map(|one| {
                    chip(props, Some(one), counts.map(|counts| status::of(&counts, one)))
                }) }
            </div>
            { whys(used.map(meant)) }
        </div>
    }
}

/// What a status means, whoever has it.
fn meant(status: Status) -> Why {
    let (picture, word, class) = look(status);
    Why {
        picture,
        class,
        word: say(word),
        why: statuses::meaning(status),
    }
}

fn chip(props: &FiltersProps, status: Option<Status>, count: Option<u32>) -> Html {
    let controls = props.controls.clone();
    let pressed = props.list.status == status && props.list.part.is_none();
    let onclick = Callback::from(move |_: MouseEvent| {
        controls.desk(DeskAct::List(ListAct::Filter(status)));
    });
    let word = status.map_or_else(|| say("customers-all"), status::word);
    let number = count.map_or_else(|| "…".to_owned(), |count| thousands(count.into()));
    html! {
        <button type="button" class="chip" aria-pressed={pressed.to_string()} {onclick}>
            if let Some(status) = status { <Icon picture={look(status).0} /> }
            <span>{ word }</span>{ " " }<strong class="chip-count">{ number }</strong>
        </button>
    }
}

/// The part that was chosen in the picture of the two stores. Pressed once more it is given up.
fn part_chip(props: &FiltersProps, part: Part, count: Option<u32>) -> Html {
    let controls = props.controls.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        controls.desk(DeskAct::List(ListAct::Part(None)));
    });
    let count = count.or_else(|| props.list.total());
    let number = count.map_or_else(|| "…".to_owned(), |count| thousands(count.into()));
    html! {
        <button type="button" class="chip" aria-pressed="true" {onclick}>
            <Icon picture={Picture::People} />
            <span>{ charts::word(part) }</span>{ " " }<strong class="chip-count">{ number }</strong>
        </button>
    }
}
