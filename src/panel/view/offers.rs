//! The answers that are offered: a group of choices without a default, each with its key.

use tandem_core::{
    decisions::Choice,
    show::{About, Card, Offer, Suggested, Verdict},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    op_row::warning,
    review_calls::{REASON, offer_id},
    review_card::CardProps,
    value::value,
    who::who_text,
};
use crate::panel::{
    desk::{
        DeskAct,
        review::{Lack, ReviewAct},
    },
    evidence, questions,
    words::{say, say_with, side},
};

/// The choices, and the reason where one is needed.
pub(super) fn offers(props: &CardProps) -> Html {
    let review = &props.review;
    let needs_reason = review.offer().is_some_and(|offer| offer.needs_evidence);
    let all = review.offers().into_iter().enumerate();
    html! {
        <>
            <fieldset>
                <legend>{ say("offers") }</legend>
                { for all.map(|(place, offer)| option(props, place, offer)) }
            </fieldset>
            <p class="lack is-bad" role="alert">
                if review.held.is_some() {
                    { say("review-too-soon") }
                } else if let Some(lack) = review.lack {
                    { say(lack_key(lack)) }
                }
            </p>
            if needs_reason { { reason(props) } }
        </>
    }
}

const fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::Pick => "review-pick-first",
        Lack::Reason => "reason-missing",
    }
}

fn option(props: &CardProps, place: usize, offer: &Offer) -> Html {
    let (controls, id) = (props.controls.clone(), props.card.id.clone());
    let pick = Callback::from(move |_: Event| {
        controls.desk(DeskAct::Review(ReviewAct::Pick(id.clone(), place)));
    });
    // Another question has choices of its own: what was picked there is not picked here.
    let key = format!("{}-{:?}-{place}", props.card.id.key.id, props.card.id.seen);
    html! {
        <label class="option" {key}>
            <input type="radio" id={offer_id(place)} name="offer" checked={props.review.picked == Some(place)}
                onchange={pick} />
            <span>
                { words(&props.card, &offer.verdict) }
                if offer.needs_evidence { { warning("offer-needs-reason") } }
                if offer.moves_sign_in { { warning("offer-sign-in") } }
            </span>
            <kbd aria-hidden="true">{ place + 1 }</kbd>
        </label>
    }
}

/// The answer, with the value or the person that it is about.
fn words(card: &Card, verdict: &Verdict) -> Html {
    match (verdict, &card.about) {
        (
            Verdict::Choose {
                choice: Choice::Use(of),
            },
            About::Field { .. },
        ) => html! {
            <>
                <strong>{ say_with("offer-use", &[side(*of)]) }</strong>{ " " }
                { value(&card.sides.get(*of).value) }
            </>
        },
        (Verdict::Link { to }, About::Person { candidates, .. }) => {
            match candidates.iter().find(|one| one.who.key == *to) {
                Some(one) => candidate(one),
                None => html! { <strong>{ questions::verdict(verdict) }</strong> },
            }
        }
        _ => html! { <strong>{ questions::verdict(verdict) }</strong> },
    }
}

/// Who may be meant, and what speaks for it.
fn candidate(one: &Suggested) -> Html {
    let said = one.evidence.iter().map(|evidence| {
        html! { <li>{ evidence::tell(*evidence) }</li> }
    });
    html! {
        <>
            <strong>{ say("offer-link") }</strong>{ " " }
            { who_text(&one.who) }{ " " }
            <span class="muted">{ evidence::likelihood(one.score) }</span>
            <ul class="evidence muted">{ for said }</ul>
        </>
    }
}

fn reason(props: &CardProps) -> Html {
    let (controls, id) = (props.controls.clone(), props.card.id.clone());
    let write = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            controls.desk(DeskAct::Review(ReviewAct::Write(id.clone(), input.value())));
        }
    });
    let is_missing = props.review.lack == Some(Lack::Reason);
    html! {
        <div class="reason">
            <label for={REASON}>{ say("reason-label") }</label>
            <input type="text" id={REASON} value={props.review.reason.clone()} oninput={write}
                required={true} maxlength="500" aria-describedby="review-reason-help"
                aria-invalid={is_missing.to_string()} />
            <p id="review-reason-help" class="muted">{ say("reason-help") }</p>
        </div>
    }
}
