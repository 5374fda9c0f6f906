//! What both stores know of consent to marketing emails, and where they mean the same. Numbers only:
//! nothing here changes anybody's consent, or asks for it.

use tandem_core::{
    Side,
    survey::{Consents, Known},
};
use yew::prelude::*;

use super::bar::{Share, bar, legend};
use crate::panel::words::{count, say, say_with, side};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ConsentProps {
    pub(in crate::panel) consents: Consents,
}

/// A bar for each store, and one for those whom both have.
#[component]
pub(in crate::panel) fn ConsentChart(props: &ConsentProps) -> Html {
    let ConsentProps { consents } = props;
    html! {
        <div class="chart consents">
            { for Side::BOTH.into_iter().map(|of| store(of, *consents.known.get(of))) }
            { both(consents) }
        </div>
    }
}

fn store(of: Side, known: Known) -> Html {
    let shares = [
        ("is-good", known.granted, "consent-yes"),
        ("is-calm", known.unknown, "consent-silent"),
        ("is-warn", known.denied, "consent-no"),
    ];
    let label = say_with(
        "consent-label",
        &[
            side(of),
            count("yes", known.granted),
            count("silent", known.unknown),
            count("no", known.denied),
        ],
    );
    // POS has a mark for a no alone: a yes is nothing that it could know.
    let shares = shares
        .into_iter()
        .filter(|(.., word)| of == Side::Ecom || *word != "consent-yes");
    row(&say_with("consent-in", &[side(of)]), shares, label)
}

fn both(consents: &Consents) -> Html {
    let only = consents.only_denied;
    let shares = [
        ("of-both", consents.alike, "consent-alike"),
        ("of-pos", only.pos, "consent-only-pos"),
        ("of-ecom", only.ecom, "consent-only-ecom"),
    ];
    let label = say_with(
        "consent-both-label",
        &[
            count("alike", consents.alike),
            count("pos", only.pos),
            count("ecom", only.ecom),
        ],
    );
    row(&say("consent-both"), shares.into_iter(), label)
}

fn row(
    name: &str,
    shares: impl Iterator<Item = (&'static str, u32, &'static str)>,
    label: String,
) -> Html {
    let shares: Vec<_> = shares
        .map(|(class, many, word)| (Share { class, many }, say(word)))
        .collect();
    let drawn: Vec<Share> = shares.iter().map(|(share, _)| *share).collect();
    html! {
        <div class="chart-row">
            <h3>{ name }</h3>
            { bar(&drawn, label) }
            { legend(shares.into_iter()) }
        </div>
    }
}
