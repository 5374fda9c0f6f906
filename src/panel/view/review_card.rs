//! One question: who, what is asked and why, both sides, and the answers that are offered.

use tandem_core::{
    Field, Side,
    show::{About, Card, CardSide, Shown},
};
use yew::prelude::*;

use super::{
    keys::of_review,
    offers::offers,
    review_calls::{confirm, later, look, undo},
    title::Title,
    value::value,
    who::who_text,
};
use crate::panel::{
    client::Controls,
    desk::review::{Live, ReviewDesk},
    questions,
    words::{count, say, say_with, side, text},
};

/// What a question is drawn from.
pub(in crate::panel) struct CardProps {
    pub(in crate::panel) card: Card,
    pub(in crate::panel) review: ReviewDesk,
    /// The same, as it is when somebody presses something.
    pub(in crate::panel) live: Live,
    pub(in crate::panel) controls: Controls,
    /// Takes the keyboard when another question comes.
    pub(in crate::panel) head: NodeRef,
}

/// The question. No component and without any inside that its answers stand in: Yew draws those one after
/// another, and between two of them a question would be seen with the answers of the one before it.
pub(in crate::panel) fn question(props: &CardProps) -> Html {
    let CardProps {
        card,
        review,
        live,
        controls,
        head,
    } = props;
    let has_value = matches!(card.about, About::Field { .. });
    let page = review.page.as_ref();
    let (left, answered) = page.map_or((0, 0), |page| (page.left, page.answered));
    let is_busy = review.is_busy();
    let onsubmit = {
        let (controls, live, id) = (controls.clone(), live.clone(), card.id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(review) = live.of(&id) {
                confirm(&controls, &review, false);
            }
        })
    };
    html! {
        <section class="card question" aria-busy={is_busy.to_string()}>
            <p class="muted">{ say_with("review-left", &[count("left", left), count("total", left + answered)]) }</p>
            { who_text(&card.who) }
            <h2 ref={head} tabindex="-1">{ questions::ask(&card.about) }</h2>
            { why(&card.about) }
            <div class="both">
                { for Side::BOTH.map(|of| side_box(of, card.sides.get(of), has_value, controls)) }
            </div>
            if review.is_gone {
                { gone(props) }
            } else {
                <form class="answer" {onsubmit} autocomplete="off">
                    { offers(props) }
                    { actions(props) }
                </form>
            }
            { keys() }
        </section>
    }
}

/// In place of the answers, where there is nothing to answer any more.
fn gone(props: &CardProps) -> Html {
    let (controls, at) = (props.controls.clone(), props.card.id.clone());
    let is_busy = props.review.asking.is_some();
    let onclick = Callback::from(move |_: MouseEvent| {
        if !is_busy {
            look(&controls, Some(at.clone()), 0);
        }
    });
    html! {
        <div class="note note-info">
            <div>
                <p>{ say("review-gone") }</p>
                <div class="actions">
                    <button type="button" class="primary" {onclick}>{ say("review-go-on") }</button>
                </div>
            </div>
        </div>
    }
}

fn why(about: &About) -> Html {
    html! {
        <div class="why">
            <p>
                { questions::why(about) }
                if let About::LacksGroup { title: Some(title), .. } = about {
                    { " " }<Title text={title.clone()} exact={true} />
                }
            </p>
            if matches!(about, About::Field { field: Field::Consent, .. }) {
                <p class="muted">{ say("consent-who") }{ " " }{ say("consent-law") }</p>
            }
        </div>
    }
}

fn side_box(of: Side, there: &CardSide, has_value: bool, controls: &Controls) -> Html {
    let class = if of == Side::Pos {
        "store store-pos"
    } else {
        "store store-ecom"
    };
    let changed = match there.changed {
        Some(true) => "side-changed",
        Some(false) => "side-unchanged",
        None => "side-never",
    };
    let when = there.changed_at.map(|at| controls.when.emit(at));
    html! {
        <div {class} role="group" aria-label={say_with("side-name", &[side(of)])}>
            <span class="kind">{ say_with("side-name", &[side(of)]) }</span>
            if there.is_there {
                if has_value {
                    <p class="value">{ value(&there.value) }</p>
                    <p class="muted">{ say(changed) }</p>
                } else {
                    <p class="value">{ value(&shown(there.name.as_ref())) }</p>
                    <p class="muted">{ value(&shown(there.email.as_ref())) }</p>
                }
                if let Some(when) = when {
                    <p class="muted">{ say_with("side-changed-at", &[text("when", &when)]) }</p>
                }
            } else {
                <p class="muted">{ say("side-none") }</p>
            }
        </div>
    }
}

fn shown(text: Option<&String>) -> Shown {
    text.cloned().map_or(Shown::Blank, Shown::Text)
}

fn actions(props: &CardProps) -> Html {
    let CardProps {
        card,
        review,
        live,
        controls,
        ..
    } = props;
    let press = |class: &'static str, name: String, run: fn(&Controls, &ReviewDesk)| {
        let (controls, live, id) = (controls.clone(), live.clone(), card.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(review) = live.of(&id) {
                run(&controls, &review);
            }
        });
        html! { <button type="button" {class} {onclick}>{ name }</button> }
    };
    let step = |name: String, step: i8| {
        let (controls, at) = (controls.clone(), card.id.clone());
        let is_busy = review.asking.is_some();
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_busy {
                look(&controls, Some(at.clone()), step);
            }
        });
        html! { <button type="button" class="quiet" {onclick}>{ name }</button> }
    };
    let can_undo = review.page.as_ref().is_some_and(|page| page.can_undo);
    html! {
        <>
            <div class="actions">
                <button type="submit" class="primary">{ say("review-confirm") }</button>
                if let Some(many) = review.bulk() {
                    { press("secondary", say_with("review-bulk", &[count("count", many)]),
                        |controls, review| confirm(controls, review, true)) }
                }
                { press("secondary", say("offer-later"), later) }
            </div>
            <div class="actions">
                { step(say("review-before"), -1) }
                { step(say("review-next"), 1) }
                if can_undo {
                    { press("quiet", say("review-undo"), |controls, review| {
                        if review.asking.is_none() {
                            undo(controls);
                        }
                    }) }
                }
            </div>
        </>
    }
}

/// The keys at a glance.
fn keys() -> Html {
    html! {
        <details class="keys" open={true}>
            <summary>{ say("review-keys") }</summary>
            { of_review() }
            <p class="muted">{ say("keys-where") }</p>
        </details>
    }
}
