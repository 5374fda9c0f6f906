//! How many customers there are, what can be done for all of them at once, and what was left out.

use tandem_core::show::Purpose;
use yew::prelude::*;

use super::{not_read::read_button, unread::UnreadNote};
use crate::{
    panel::{
        client::Controls,
        desk::unread::UnreadDesk,
        state::{Action, Tab},
        words::{count, say, say_with, text},
    },
    protocol::customers::Numbers,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct HeadProps {
    pub(in crate::panel) numbers: Numbers,
    /// What is known of the records that could not be read.
    pub(in crate::panel) unread: UnreadDesk,
    /// Whether a run can be begun.
    pub(in crate::panel) is_free: bool,
    /// Whether something was asked for and not yet answered.
    pub(in crate::panel) is_busy: bool,
    pub(in crate::panel) controls: Controls,
}

/// The card, and a note for what could not be read.
#[component]
pub(in crate::panel) fn Head(props: &HeadProps) -> Html {
    let HeadProps {
        numbers,
        is_free,
        is_busy,
        controls,
        ..
    } = props;
    let sync = {
        let controls = controls.clone();
        Callback::from(move |_: MouseEvent| controls.preview(Purpose::Everybody))
    };
    let answer = {
        let act = controls.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Show(Tab::Review)))
    };
    let when = controls.when.emit(numbers.read_at);
    html! {
        <>
            <section class="card">
                <p><strong>{ say_with("customers-total", &[count("count", numbers.counts.total)]) }</strong></p>
                if numbers.to_sync == 0 {
                    <p class="muted">{ say("customers-nothing-to-sync") }</p>
                }
                <div class="actions">
                    if numbers.to_sync > 0 {
                        <button type="button" class="primary" disabled={!is_free || *is_busy} onclick={sync}>
                            { say_with("sync-button", &[count("count", numbers.to_sync)]) }
                        </button>
                    }
                    if numbers.questions > 0 {
                        <button type="button" class="secondary" onclick={answer}>
                            { say_with("answer-button", &[count("count", numbers.questions)]) }
                        </button>
                    }
                </div>
                <p class="muted read-at">
                    { say_with("read-at", &[text("when", &when)]) }{ " " }
                    { read_button(controls, "quiet", "read-again", !is_free || *is_busy) }
                </p>
            </section>
            <UnreadNote many={numbers.unreadable} revision={numbers.revision}
                unread={props.unread.clone()} controls={controls.clone()} />
        </>
    }
}
