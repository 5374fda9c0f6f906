//! The numbers of the board, which add up to its total.

use tandem_core::{Board, Side, Status};
use yew::prelude::*;

use super::{
    icon::{Icon, Picture},
    whys::{Why, whys},
};
use crate::panel::words::{number, say, say_with};

/// A status: its picture, its word, its reason and its style.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::panel) struct Look {
    pub(in crate::panel) picture: Picture,
    pub(in crate::panel) word: &'static str,
    pub(in crate::panel) why: &'static str,
    pub(in crate::panel) class: &'static str,
}

/// How a status looks.
pub(in crate::panel) const fn look(status: Status) -> Look {
    let (picture, word, why, class) = match status {
        Status::Exact => (Picture::Same, "status-exact", "status-exact-why", "is-good"),
        Status::Near => (Picture::Near, "status-near", "status-near-why", "is-warn"),
        Status::Only(Side::Pos) => (
            Picture::Only,
            "status-only-pos",
            "status-only-pos-why",
            "is-info",
        ),
        Status::Only(Side::Ecom) => (
            Picture::Only,
            "status-only-ecom",
            "status-only-ecom-why",
            "is-info",
        ),
        Status::Collision => (
            Picture::Collide,
            "status-collision",
            "status-collision-why",
            "is-warn",
        ),
        Status::Default => (
            Picture::Default,
            "status-default",
            "status-default-why",
            "is-calm",
        ),
    };
    Look {
        picture,
        word,
        why,
        class,
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CountsProps {
    pub(in crate::panel) board: Board,
}

/// All numbers; those of nothing are left out, the total never.
#[component]
pub(in crate::panel) fn CountsStrip(props: &CountsProps) -> Html {
    let counts = props.board.counts();
    let parts = [
        (Status::Exact, counts.exact),
        (Status::Near, counts.near),
        (Status::Only(Side::Pos), counts.only_pos),
        (Status::Only(Side::Ecom), counts.only_ecom),
        (Status::Collision, counts.collision),
        (Status::Default, counts.default),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let shared = parts
        .clone()
        .map(|(status, count)| (look(status).class, count));
    let bar = shares(shared, counts.total);
    let meant = parts.clone().map(|(status, _)| {
        let look = look(status);
        Why {
            picture: look.picture,
            class: look.class,
            word: say(look.word),
            why: say(look.why),
        }
    });
    let shown = parts.map(|(status, count)| {
        let look = look(status);
        html! {
            <li class={classes!("count", look.class)} title={say(look.why)}>
                <Icon picture={look.picture} /><strong>{ count }</strong>{ " " }{ say(look.word) }
            </li>
        }
    });
    html! {
        <div class="counts">
            <p><strong>{ say_with("count-total", &[number("count", counts.total)]) }</strong></p>
            { bar }
            <ul aria-label={say("counts")}>{ for shown }</ul>
            { whys(meant) }
        </div>
    }
}

/// How wide the bar is in its own units, and what is left free between two shares.
const BAR: usize = 1000;
const GAP: usize = 5;

/// The numbers as shares of one bar, each in its style. A drawing, because the page's policy refuses inline styles.
pub(super) fn shares(parts: impl Iterator<Item = (&'static str, usize)>, total: usize) -> Html {
    let mut before = 0;
    let share = |(class, count): (&'static str, usize)| {
        let (start, end) = (BAR * before / total, BAR * (before + count) / total);
        before += count;
        let width = (end - start).saturating_sub(GAP).max(GAP);
        html! { <rect {class} x={start.to_string()} width={width.to_string()} height="8" /> }
    };
    html! {
        <svg class="shares" viewBox={format!("0 0 {BAR} 8")} preserveAspectRatio="none"
            aria-hidden="true" focusable="false">{ for parts.map(share) }</svg>
    }
}
