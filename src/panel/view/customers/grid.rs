//! The list: as high as all its rows, of which only those in view are there. It keeps its own
//! scroll position, so that scrolling draws nothing but rows.

use std::{cell::RefCell, ops::Range, rc::Rc};

use tandem_core::RecordRef;
use web_sys::HtmlElement;
use yew::{platform::spawn_local, prelude::*};

use super::{
    row::{CustomerRow, id_of},
    scroll::{FIRST, ROW, brought_in, drawn, in_view, is_elsewhere, is_flung, led_to, slot},
};
use crate::{
    browser::runtime,
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            customer::CustomerAct,
            list::{List, ListAct, PAGE},
        },
        view::focus,
        words::say,
    },
};

/// After a fling: how long the list stands still before what it shows is asked for, in milliseconds.
const REST_MS: u32 = 50;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct GridProps {
    pub(in crate::panel) list: List,
    /// The customer that is looked at.
    pub(in crate::panel) open: Option<RecordRef>,
    pub(in crate::panel) controls: Controls,
}

/// The list.
#[component]
pub(in crate::panel) fn Grid(props: &GridProps) -> Html {
    let GridProps { list, controls, .. } = props;
    let (node, rows) = (use_node_ref(), use_node_ref());
    let start = list.window.start;
    let seen = use_state_eq(|| start..start + FIRST);
    let active = use_state_eq(|| start);
    let total = list.total();
    let drawn = drawn(&seen, total.unwrap_or(FIRST));
    let at = use_mut_ref(|| start * ROW);
    // First the height, then the place in it.
    use_heights(&rows, drawn.start, total.unwrap_or(FIRST));
    use_place(props, &node, &at, &seen, &active);

    let onscroll = {
        let (node, at, seen) = (node.clone(), at.clone(), seen.clone());
        let (controls, window) = (controls.clone(), list.window.clone());
        Callback::from(move |_: Event| {
            if let Some((top, now)) = in_sight(&node) {
                *at.borrow_mut() = top;
                if is_flung(&seen, &now) {
                    look_at_rest(&controls, &at, now.clone());
                } else if is_elsewhere(&now, &window, PAGE) {
                    look(&controls, now.clone());
                }
                seen.set(now);
            }
        })
    };
    let pick = use_callback(
        (list.clone(), controls.clone(), active.setter()),
        |place: u32, (list, controls, active)| {
            active.set(place);
            open(list, controls, place);
        },
    );
    let onkeydown = {
        let (node, active) = (node.clone(), active.clone());
        let (list, controls) = (list.clone(), controls.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                open(&list, &controls, *active);
            } else if let Some(to) = key(&event, &node, *active, list.total()) {
                event.prevent_default();
                active.set(to);
            }
        })
    };
    let slot_of = |place| slot(place, &seen);
    let is_there = drawn.contains(&*active) && total.is_some();
    html! {
        <div role="grid" class="grid" tabindex="0" ref={node} aria-label={say("tab-customers")}
            aria-rowcount={total.map_or_else(|| "-1".to_owned(), |total| total.to_string())}
            aria-busy={total.is_none().to_string()} aria-readonly="true"
            aria-activedescendant={is_there.then(|| id_of(*active))} {onscroll} {onkeydown}>
            <div role="rowgroup" class="grid-all" ref={rows}>
                <div role="presentation" class="grid-drawn">
                    { for drawn.map(|place| one(props, (place, slot_of(place)), *active, &pick)) }
                </div>
            </div>
        </div>
    }
}

/// The row at a place, in its element.
fn one(props: &GridProps, (place, slot): (u32, u32), active: u32, pick: &Callback<u32>) -> Html {
    let row = props
        .list
        .row(place)
        .map(|(page, at)| (Rc::clone(page), at));
    let key = row.as_ref().and_then(|(page, at)| page.rows.get(*at));
    let is_open = key.is_some_and(|row| props.open.as_ref() == Some(&row.who.key));
    html! {
        <CustomerRow key={slot} {place} {row} is_active={place == active} {is_open}
            pick={pick.clone()} />
    }
}

/// Says which rows are in view.
fn look(controls: &Controls, seen: Range<u32>) {
    controls.desk(DeskAct::List(ListAct::Look(seen)));
}

/// The same, if the list still stands there in a moment.
fn look_at_rest(controls: &Controls, at: &Rc<RefCell<u32>>, seen: Range<u32>) {
    let (controls, at) = (controls.clone(), Rc::clone(at));
    let top = *at.borrow();
    spawn_local(async move {
        runtime::rest(REST_MS).await;
        if *at.borrow() == top {
            look(&controls, seen);
        }
    });
}

/// Opens the customer at a place, if it is there.
fn open(list: &List, controls: &Controls, place: u32) {
    let row = list.row(place).and_then(|(page, at)| page.rows.get(at));
    if let Some(row) = row {
        let key = row.who.key.clone();
        controls.desk(DeskAct::Customer(CustomerAct::Open(key)));
    }
}

/// Where a key leads; what it leads to is brought into view.
fn key(event: &KeyboardEvent, node: &NodeRef, active: u32, total: Option<u32>) -> Option<u32> {
    let element = node.cast::<HtmlElement>()?;
    let height = height_of(&element);
    let to = led_to(&event.key(), active, total?, height / ROW)?;
    if let Some(top) = brought_in(to, top_of(&element), height) {
        element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
    }
    Some(to)
}

fn top_of(element: &HtmlElement) -> u32 {
    u32::try_from(element.scroll_top()).unwrap_or(0)
}

fn height_of(element: &HtmlElement) -> u32 {
    u32::try_from(element.client_height()).unwrap_or(0)
}

/// How far it is scrolled, and the rows in view; `None` where the list is not drawn.
fn in_sight(node: &NodeRef) -> Option<(u32, Range<u32>)> {
    let element = node.cast::<HtmlElement>()?;
    let (top, height) = (top_of(&element), height_of(&element));
    (height > 0).then(|| (top, in_view(top, height)))
}

/// Keeps the place: over a visit to a customer, or to another view, and from the beginning when the
/// list is another one.
#[hook]
fn use_place(
    props: &GridProps,
    node: &NodeRef,
    at: &Rc<RefCell<u32>>,
    seen: &UseStateHandle<Range<u32>>,
    active: &UseStateHandle<u32>,
) {
    let list = &props.list;
    let was_open = use_mut_ref(|| false);
    use_effect_with(list.turn, {
        let (node, at) = (node.clone(), at.clone());
        let (seen, active, first) = (seen.clone(), active.clone(), list.window.start);
        move |_| {
            *at.borrow_mut() = first * ROW;
            go_to(&node, first * ROW, &seen);
            active.set(first);
        }
    });
    // A list that is hidden forgets how far it was scrolled.
    use_effect_with(props.open.is_some(), {
        let (node, at, seen) = (node.clone(), at.clone(), seen.clone());
        move |is_open: &bool| {
            if was_open.replace(*is_open) && !is_open {
                go_to(&node, *at.borrow(), &seen);
                focus::take(&node);
            }
        }
    });
    use_effect_with((), {
        let (controls, at) = (props.controls.clone(), at.clone());
        move |()| {
            move || {
                let first = *at.borrow() / ROW;
                look(&controls, first..first + FIRST);
            }
        }
    });
}

fn go_to(node: &NodeRef, top: u32, seen: &UseStateHandle<Range<u32>>) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
    }
    if let Some((_, now)) = in_sight(node) {
        seen.set(now);
    }
}

/// Makes the list as high as its rows, and puts those that are drawn where they belong. By script:
/// the page's policy refuses styles in attributes.
#[hook]
fn use_heights(rows: &NodeRef, first: u32, total: u32) {
    use_effect_with((first, total), {
        let rows = rows.clone();
        move |(first, total): &(u32, u32)| {
            let Some(element) = rows.cast::<HtmlElement>() else {
                return;
            };
            let style = element.style();
            drop(style.set_property("height", &format!("{}px", total.saturating_mul(ROW))));
            drop(style.set_property("padding-top", &format!("{}px", first.saturating_mul(ROW))));
        }
    });
}
