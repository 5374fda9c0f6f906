//! The answers that were given, each to be withdrawn.

use tandem_core::show::GivenAnswer;
use yew::prelude::*;

use super::{more::More, who};
use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            review::{ReviewAct, ReviewDesk, WINDOW},
        },
        fields, questions,
        words::{count, say, say_with, text},
    },
    protocol::customers::{ListAnswers, WithdrawAnswer},
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct AnswersProps {
    pub(in crate::panel) review: ReviewDesk,
    pub(in crate::panel) controls: Controls,
}

/// The list, folded away until it is wanted.
#[component]
pub(in crate::panel) fn AnswersList(props: &AnswersProps) -> Html {
    let AnswersProps { review, controls } = props;
    let waiting = review.page.as_ref().map_or(0, |page| page.answered);
    let toggle = {
        let (controls, is_open) = (controls.clone(), review.answers.is_some());
        Callback::from(move |_: MouseEvent| {
            if is_open {
                controls.desk(DeskAct::Review(ReviewAct::HideAnswers));
            } else {
                fetch(&controls, WINDOW);
            }
        })
    };
    let name = match &review.answers {
        Some(_) => say("answers-hide"),
        None => say_with("answers-show", &[count("count", waiting)]),
    };
    html! {
        <section class="answers">
            <button type="button" class="quiet" aria-expanded={review.answers.is_some().to_string()}
                onclick={toggle}>{ name }</button>
            if let Some(answers) = &review.answers {
                <div class="card flush">
                    <div class="card-head"><h2>{ say("answers") }</h2></div>
                    if answers.given.is_empty() {
                        <p class="muted pad">{ say("answers-none") }</p>
                    }
                    <ul class="rows">{ for answers.given.iter().map(|given| row(given, controls)) }</ul>
                    { more(answers.given.len(), answers.total, controls) }
                </div>
            }
        </section>
    }
}

/// All from the first on: what comes has no place of its own.
fn fetch(controls: &Controls, many: u32) {
    controls.ask(ListAnswers {
        from: 0,
        count: many,
    });
}

fn more(shown: usize, total: u32, controls: &Controls) -> Html {
    let shown = u32::try_from(shown).unwrap_or(u32::MAX);
    let controls = controls.clone();
    let ask = Callback::from(move |()| fetch(&controls, shown.saturating_add(WINDOW)));
    html! { <More {shown} {total} window={WINDOW} {ask} /> }
}

fn row(given: &GivenAnswer, controls: &Controls) -> Html {
    let (key, field) = (given.who.key.clone(), given.field);
    let withdraw = {
        let (controls, key) = (controls.clone(), key.clone());
        Callback::from(move |_: MouseEvent| {
            controls.desk(DeskAct::Review(ReviewAct::Withdraw));
            controls.ask(WithdrawAnswer {
                key: key.clone(),
                field,
            });
        })
    };
    let name = who::plain(&given.who);
    html! {
        <li class="op" key={format!("{key:?}{field:?}")}>
            <div class="op-head">
                { who::who_text(&given.who) }
                <button type="button" class="quiet" onclick={withdraw}
                    aria-label={say_with("answers-withdraw-of", &[text("who", &name)])}>
                    { say("answers-withdraw") }
                </button>
            </div>
            <p>
                if let Some(field) = field { <span class="muted">{ fields::name(field) }{ ": " }</span> }
                { questions::verdict(&given.verdict) }
                if given.in_bulk { <span class="muted">{ " (" }{ say("answers-bulk") }{ ")" }</span> }
            </p>
        </li>
    }
}
