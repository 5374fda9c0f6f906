//! The overlap of the two stores: how many customers are in both, in one alone, and asked about.
//! Each part leads to its customers.

use tandem_core::{
    Side,
    survey::{Overlap, Part},
};
use yew::prelude::*;

use super::bar::{Share, named, percent, shapes};
use crate::panel::{
    client::Controls,
    desk::{DeskAct, customer::CustomerAct, list::ListAct},
    state::{Action, Tab},
    words::{count, say, say_with, side},
};

/// The parts in the order in which they are drawn: so both stores are seen, and where they overlap.
const PARTS: [Part; 4] = [
    Part::Only(Side::Pos),
    Part::Both,
    Part::Only(Side::Ecom),
    Part::Asked,
];

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct OverlapProps {
    pub(in crate::panel) overlap: Overlap,
    pub(in crate::panel) controls: Controls,
}

/// The picture and its parts as buttons; one of nothing is a number only.
#[component]
pub(in crate::panel) fn OverlapChart(props: &OverlapProps) -> Html {
    let OverlapProps { overlap, controls } = props;
    let shares = PARTS.map(|part| share(overlap, part));
    let parts = PARTS.into_iter().map(|part| {
        let named = named(share(overlap, part), word(part));
        if overlap.get(part) == 0 {
            return html! { <li><span class="part-name">{ named }</span></li> };
        }
        let controls = controls.clone();
        let show = Callback::from(move |_: MouseEvent| show(&controls, part));
        html! {
            <li><button type="button" class="part-name" onclick={show}>{ named }</button></li>
        }
    });
    html! {
        <div class="chart overlap">
            { picture(&shares, overlap) }
            <ul class="legend parts-of-both" aria-label={say("overlap-parts")}>{ for parts }</ul>
            <p class="muted">{ say("overlap-hint") }</p>
        </div>
    }
}

/// The name of a part.
pub(in crate::panel) fn word(part: Part) -> String {
    match part {
        Part::Only(of) => say_with("overlap-only", &[side(of)]),
        Part::Both => say("overlap-both"),
        Part::Asked => say("overlap-asked"),
    }
}

const fn share(overlap: &Overlap, part: Part) -> Share {
    let class = match part {
        Part::Only(Side::Pos) => "of-pos",
        Part::Both => "of-both",
        Part::Only(Side::Ecom) => "of-ecom",
        Part::Asked => "of-asked",
    };
    Share {
        class,
        many: overlap.get(part),
    }
}

/// The bar between two brackets: what POS has, from the left, and what eCom has.
fn picture(shares: &[Share; 4], overlap: &Overlap) -> Html {
    let label = say_with(
        "overlap-label",
        &[
            count("pos", overlap.only.pos),
            count("both", overlap.both),
            count("ecom", overlap.only.ecom),
            count("asked", overlap.asked),
        ],
    );
    let shapes = shapes(shares);
    let of = |classes: [&str; 2]| {
        let mine = shapes.iter().filter(|shape| classes.contains(&shape.0));
        let (begins, ends): (Vec<u64>, Vec<u64>) =
            mine.map(|(_, begin, end)| (*begin, *end)).unzip();
        begins.first().copied().zip(ends.last().copied())
    };
    let bracket = |class: &'static str, classes, height: &'static str| {
        of(classes).map(|(begin, end)| {
            html! { <line {class} x1={percent(begin)} x2={percent(end)} y1={height} y2={height} /> }
        })
    };
    html! {
        <svg class="bar bar-of-both" role="img" aria-label={label} focusable="false">
            { bracket("bracket-pos", ["of-pos", "of-both"], "2").unwrap_or_default() }
            { for shapes.iter().map(|(class, begin, end)| super::bar::line(class, *begin, *end)) }
            { bracket("bracket-ecom", ["of-both", "of-ecom"], "26").unwrap_or_default() }
        </svg>
    }
}

/// Shows the customers of a part.
fn show(controls: &Controls, part: Part) {
    controls.desk(DeskAct::Customer(CustomerAct::Close));
    controls.desk(DeskAct::List(ListAct::Part(Some(part))));
    controls.act.emit(Action::Show(Tab::Customers));
}
