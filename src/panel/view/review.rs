//! Review: one question at a time, answered by keyboard or by mouse.

use std::{cell::Cell, rc::Rc};

use tandem_core::show::Purpose;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    answers::AnswersList,
    focus,
    passphrase::UnlockCard,
    review_calls::{VIEW, confirm, later, look, pick, renew, seen, too_soon, undo},
    review_card::{CardProps, question},
    told::Told,
};
use crate::{
    browser::runtime,
    panel::{
        client::Controls,
        desk::review::{News, ReviewDesk},
        review_keys::{self, At, KeyAct},
        state::{Action, State, Tab},
        words::{count, say, say_with},
    },
    protocol::{
        customers::{CustomersState, Guarded, Numbers},
        view::View,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ReviewProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Review(props: &ReviewProps) -> Html {
    let ReviewProps {
        state,
        view,
        controls,
    } = props;
    let review = &state.desk.review;
    let numbers = match &view.customers.state {
        CustomersState::Ready(numbers) => Some(*numbers),
        _ => None,
    };
    let shown = review.page.as_ref().map(|page| page.revision);
    let is_due = numbers.is_some_and(|numbers| {
        let is_old = shown.is_none_or(|shown| shown < numbers.revision);
        let is_idle = review.asking.is_none() && review.renewing.is_none();
        is_idle && (is_old || review.is_outdated)
    });
    use_effect_with((is_due, numbers.map(|numbers| numbers.revision)), {
        let (controls, at) = (controls.clone(), review.card().map(|card| card.id.clone()));
        move |(is_due, _)| {
            if *is_due {
                renew(&controls, at);
            }
        }
    });
    let head = focus::use_on_change((
        review.card().map(|card| card.id.clone()),
        review.page.is_some(),
        review.is_gone,
    ));
    let is_drawn = numbers.is_some() && view.customers.guarded != Guarded::Locked;
    focus::use_back_on(head.clone(), is_drawn);
    use_effect_with(review.held, {
        let controls = controls.clone();
        move |held| released_later(*held, controls)
    });
    let onkeydown = {
        let (controls, live) = (controls.clone(), state.live.clone());
        let drawn = review.card().map(|card| card.id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let review = live.now();
            let mut at = place(&event, &review);
            // A question that is not drawn yet takes no answer.
            at.is_busy |= review.card().map(|card| &card.id) != drawn.as_ref();
            if let Some(act) = review_keys::act(&event.key(), at) {
                event.prevent_default();
                carry_out(&controls, &review, act);
            }
        })
    };
    html! {
        <div role="tabpanel" id={VIEW} aria-labelledby="tab-r" class="stack review"
            // A click into it brings the keyboard there.
            tabindex="-1" {onkeydown}>
            <Told text={news(review)} />
            { match (numbers, &review.page) {
                _ if view.customers.guarded == Guarded::Locked => html! {
                    <UnlockCard controls={controls.clone()} />
                },
                (None, _) => unread(controls),
                (Some(_), None) => html! {
                    <section class="card"><p class="muted">{ say("review-loading") }</p><div class="bone bone-card" /></section>
                },
                (Some(numbers), Some(page)) => match &page.card {
                    Some(card) => question(&CardProps {
                        card: (**card).clone(),
                        review: review.clone(),
                        live: state.live.clone(),
                        controls: controls.clone(),
                        head,
                    }),
                    None => nothing_left(numbers, review, controls, head),
                },
            } }
            if numbers.is_some() { <AnswersList review={review.clone()} controls={controls.clone()} /> }
        </div>
    }
}

/// How long a question stands before it takes an answer, where keys came too soon for it; counted from
/// the last of them. Nobody reads and answers in less.
const GLANCE_MS: u32 = 400;

/// Has the question take answers after a while without keys.
fn released_later(held: Option<u32>, controls: Controls) -> impl FnOnce() {
    let is_moot = Rc::new(Cell::new(held.is_none()));
    let is_over = Rc::clone(&is_moot);
    if held.is_some() {
        spawn_local(async move {
            runtime::rest(GLANCE_MS).await;
            if !is_moot.get() {
                seen(&controls);
            }
        });
    }
    move || is_over.set(true)
}

/// Where a key was pressed.
fn place(event: &KeyboardEvent, review: &ReviewDesk) -> At {
    let target = event.target_dyn_into::<HtmlElement>();
    let tag = target.as_ref().map(|element| element.tag_name());
    let kind = target
        .as_ref()
        .and_then(|element| element.get_attribute("type"));
    let is = |name: &str| tag.as_deref() == Some(name);
    let is_text = is("INPUT") && kind.as_deref() == Some("text");
    At {
        offers: review.card().map(|_| review.offers().len()),
        can_undo: review.page.as_ref().is_some_and(|page| page.can_undo),
        in_text: is_text || is("TEXTAREA") || is("SELECT"),
        on_button: is("BUTTON") || is("SUMMARY") || is("A"),
        is_held: event.ctrl_key() || event.alt_key() || event.meta_key(),
        is_repeated: event.repeat(),
        is_busy: review.is_busy(),
        is_gone: review.is_gone,
    }
}

fn carry_out(controls: &Controls, review: &ReviewDesk, act: KeyAct) {
    let at = review.card().map(|card| card.id.clone());
    match act {
        KeyAct::Next => look(controls, at, 1),
        KeyAct::Before => look(controls, at, -1),
        KeyAct::GoOn => look(controls, at, 0),
        KeyAct::Pick(place) => pick(controls, review, place),
        KeyAct::Confirm => confirm(controls, review, false),
        KeyAct::Later => later(controls, review),
        KeyAct::Undo => undo(controls),
        KeyAct::TooSoon => too_soon(controls),
    }
}

/// What is read out after something was done.
pub(in crate::panel) fn news(review: &ReviewDesk) -> String {
    let left = review.page.as_ref().map_or(0, |page| page.left);
    let left = |key| say_with(key, &[count("left", left)]);
    match review.news {
        _ if review.is_gone => say("review-gone"),
        None => String::new(),
        Some(News::Answered) => left("review-said-answered"),
        Some(News::PutOff) => left("review-said-later"),
        Some(News::Undone) => say("review-said-undone"),
        Some(News::Changed) => say("review-said-changed"),
    }
}

fn unread(controls: &Controls) -> Html {
    let act = controls.act.clone();
    let show = Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Customers)));
    html! {
        <section class="card">
            <p>{ say("review-not-read") }</p>
            <div class="actions">
                <button type="button" class="primary" onclick={show}>{ say("review-to-customers") }</button>
            </div>
        </section>
    }
}

/// The end of it, with the way on.
fn nothing_left(numbers: Numbers, review: &ReviewDesk, controls: &Controls, head: NodeRef) -> Html {
    let can_undo = review.page.as_ref().is_some_and(|page| page.can_undo);
    let sync = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| controls.preview(Purpose::Everybody))
    };
    let undo = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| undo(&controls))
    };
    html! {
        <section class="card next">
            <h2 ref={head} tabindex="-1">{ say("review-none") }</h2>
            <p>{ say("review-none-why") }</p>
            <div class="actions">
                if numbers.to_sync > 0 {
                    <button type="button" class="primary" onclick={sync}>
                        { say_with("review-sync", &[count("count", numbers.to_sync)]) }
                    </button>
                }
                if can_undo {
                    <button type="button" class="quiet" onclick={undo}>{ say("review-undo") }</button>
                }
            </div>
        </section>
    }
}
