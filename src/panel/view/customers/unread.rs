//! What could not be read: how many of each side, and, unfolded, which and why.

use tandem_core::{
    Side, Sides,
    show::{Unread, UnreadPage},
    snapshot::ProblemReason,
};
use yew::prelude::*;

use crate::{
    panel::{
        client::Controls,
        desk::{
            DeskAct,
            unread::{UnreadAct, UnreadDesk},
        },
        view::{problem_text::ProblemText, who::who_text},
        words::{count, say, say_with, side, text},
    },
    protocol::customers::ListUnread,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct UnreadProps {
    /// How many there are.
    pub(in crate::panel) many: Sides<u32>,
    /// The revision that is on screen.
    pub(in crate::panel) revision: u64,
    pub(in crate::panel) unread: UnreadDesk,
    pub(in crate::panel) controls: Controls,
}

/// The note; nothing where everything was read.
#[component]
pub(in crate::panel) fn UnreadNote(props: &UnreadProps) -> Html {
    let UnreadProps {
        unread, controls, ..
    } = props;
    let wanted = unread.is_wanted(props.revision).then_some(props.revision);
    use_effect_with(wanted, {
        let controls = controls.clone();
        move |wanted| {
            if let Some(revision) = wanted {
                controls.desk(DeskAct::Unread(UnreadAct::Ask(*revision)));
                controls.fetch(ListUnread {});
            }
        }
    });
    let bad = Side::BOTH.into_iter().filter_map(|of| {
        let many = *props.many.get(of);
        let said = say_with("bad-customers", &[side(of), count("count", many)]);
        (many > 0).then(|| html! { <p>{ said }</p> })
    });
    let bad: Vec<Html> = bad.collect();
    if bad.is_empty() {
        return html! {};
    }
    let press = |act: UnreadAct| {
        let controls = controls.clone();
        move || controls.desk(DeskAct::Unread(act))
    };
    let (fold, again) = (press(UnreadAct::Fold), press(UnreadAct::Again));
    let name = if unread.is_open {
        "unread-hide"
    } else {
        "unread-show"
    };
    html! {
        <div class="note note-warn">
            <div class="stack">
                { for bad }
                <div class="actions">
                    <button type="button" class="quiet" aria-expanded={unread.is_open.to_string()}
                        onclick={Callback::from(move |_: MouseEvent| fold())}>{ say(name) }</button>
                </div>
                if unread.is_open {
                    if let Some(problem) = &unread.problem {
                        <ProblemText problem={problem.clone()} again={Callback::from(move |()| again())} />
                    } else if let Some(page) = &unread.page {
                        { list(page) }
                    } else {
                        <p class="muted">{ say("unread-loading") }</p>
                    }
                }
            </div>
        </div>
    }
}

fn list(page: &UnreadPage) -> Html {
    let shown = u32::try_from(page.records.len()).unwrap_or(u32::MAX);
    let more = page.total.saturating_sub(shown);
    html! {
        <>
            <ul class="rows unread">{ for page.records.iter().map(record) }</ul>
            if more > 0 { <p>{ say_with("unread-more", &[count("count", more)]) }</p> }
            <p>{ say("unread-next") }</p>
        </>
    }
}

fn record(record: &Unread) -> Html {
    let of = side(record.side);
    let name = match &record.id {
        Some(id) => say_with("unread-record", &[of, text("id", &id.to_string())]),
        None => say_with("unread-record-no-id", &[of]),
    };
    let why = match record.reason {
        ProblemReason::NoId => "unread-no-id",
        ProblemReason::Unreadable => "unread-unreadable",
    };
    html! {
        <li class="op">
            <p>
                <strong>{ name }</strong>
                if let Some(who) = &record.who { { " " }{ who_text(who) } }
            </p>
            <p>{ say(why) }</p>
        </li>
    }
}
