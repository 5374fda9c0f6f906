//! The board: every group of both sides, what it stands for, and the spelling that can be mended.

use tandem_core::{Board, Group, Resemblance, Row, Side, Status};
use yew::prelude::*;

use super::{counts::look, icon::Icon, title::Title};
use crate::{
    panel::{
        client::Controls,
        words::{say, say_with, side},
    },
    protocol::panel::UseSpelling,
};

/// From this many rows on, a person may show one status only.
const MANY_ROWS: usize = 20;

const STATUSES: [Status; 6] = [
    Status::Collision,
    Status::Near,
    Status::Only(Side::Pos),
    Status::Only(Side::Ecom),
    Status::Exact,
    Status::Default,
];

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct BoardProps {
    pub(in crate::panel) board: Board,
    pub(in crate::panel) controls: Controls,
    /// Whether a run can be started.
    pub(in crate::panel) is_free: bool,
}

/// The board.
#[component]
pub(in crate::panel) fn BoardTable(props: &BoardProps) -> Html {
    let only = use_state(|| None::<Status>);
    let rows = props
        .board
        .rows
        .iter()
        .filter(|row| only.is_none_or(|status| row.status == status));
    html! {
        <section class="card flush">
            <div class="card-head">
                <h2>{ say("board") }</h2>
                if props.board.rows.len() > MANY_ROWS { { filter(&props.board, &only) } }
            </div>
            // Narrow, the rows are drawn as grids; the roles keep it a table for assistive technology.
            <table role="table" aria-label={say("board")}>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ say_with("side-name", &[side(Side::Pos)]) }</th>
                    <th scope="col" role="columnheader">{ say_with("side-name", &[side(Side::Ecom)]) }</th>
                    <th scope="col" role="columnheader">{ say("board-status") }</th>
                </tr></thead>
                <tbody role="rowgroup">{ for rows.map(|row| table_row(row, props)) }</tbody>
            </table>
        </section>
    }
}

fn filter(board: &Board, only: &UseStateHandle<Option<Status>>) -> Html {
    let choice = |status: Option<Status>, word: String| {
        let (set, pressed) = (only.clone(), **only == status);
        html! {
            <button type="button" class="chip" aria-pressed={pressed.to_string()}
                onclick={Callback::from(move |_: MouseEvent| set.set(status))}>{ word }</button>
        }
    };
    let used = STATUSES
        .into_iter()
        .filter(|status| board.rows.iter().any(|row| row.status == *status));
    html! {
        <div class="chips" role="group" aria-label={say("board-filter")}>
            { choice(None, say("board-all")) }
            { for used.map(|status| choice(Some(status), say(look(status).word))) }
        </div>
    }
}

fn table_row(row: &Row, props: &BoardProps) -> Html {
    let look = look(row.status);
    let first = row.pos.iter().chain(&row.ecom).next();
    let key = first
        .map(|group| format!("{:?} {}", row.status, group.id.0))
        .unwrap_or_default();
    html! {
        <tr {key} role="row">
            <td role="cell">{ cell(&row.pos) }</td>
            <td role="cell">{ cell(&row.ecom) }</td>
            <td role="cell">
                <span class={classes!("status", look.class)} title={say(look.why)}>
                    <Icon picture={look.picture} />{ say(look.word) }
                </span>
                { hints(row) }
                if row.status == Status::Near { { spellings(row, props) } }
            </td>
        </tr>
    }
}

fn cell(groups: &[Group]) -> Html {
    if groups.is_empty() {
        return html! { <span class="muted">{ say("no-group") }</span> };
    }
    let titles = groups.iter().map(|group| {
        html! { <div><Title text={group.title.clone()} exact={true} /></div> }
    });
    html! { <>{ for titles }</> }
}

fn hints(row: &Row) -> Html {
    let hint = |hint: &tandem_core::Hint| {
        let why = match hint.resemblance {
            Resemblance::LookAlike => say("hint-look-alike"),
            Resemblance::SameWords => say("hint-same-words"),
            Resemblance::FewLetters => say("hint-few-letters"),
        };
        html! {
            <p class="hint muted">{ say("hint") }{ " " }<Title text={hint.title.clone()} exact={true} />
                { format!(" ({why})") }</p>
        }
    };
    html! { <>{ for row.hints.iter().map(hint) }</> }
}

/// The two ways to mend a near pair; the group keeps its members either way.
fn spellings(row: &Row, props: &BoardProps) -> Html {
    let (Some(pos), Some(ecom)) = (row.pos.first(), row.ecom.first()) else {
        return html! {};
    };
    let way = |key: &str, on: Side, old: &Group, new: &Group| {
        let controls = props.controls.clone();
        let call = UseSpelling {
            on,
            id: old.id.clone(),
            expected: old.title.clone(),
            title: new.title.clone(),
        };
        html! {
            <button type="button" class="secondary" disabled={!props.is_free}
                title={format!("{} → {}", old.title, new.title)}
                onclick={Callback::from(move |_: MouseEvent| controls.ask(call.clone()))}>
                { say(key) }
            </button>
        }
    };
    html! {
        <div class="ways">
            { way("spelling-pos", Side::Ecom, ecom, pos) }
            { way("spelling-ecom", Side::Pos, pos, ecom) }
        </div>
    }
}
