//! The numbers of the board, which add up to its total.

use tandem_core::{Board, Side, Status};
use yew::prelude::*;

use super::{
    charts::{Share, bar},
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
    let shared = parts.clone().map(|(status, count)| Share {
        class: look(status).class,
        many: u32::try_from(count).unwrap_or(u32::MAX),
    });
    let shared: Vec<Share> = shared.collect();
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
            <div class="chart">{ bar(&shared, say("counts")) }</div>
            <ul aria-label={say("counts")}>{ for shown }</ul>
            { whys(meant) }
        </div>
    }
}
