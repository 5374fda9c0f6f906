//! The question before a run over customers is put away with work left: what closing means, and the
//! way back.

use yew::prelude::*;

use super::{focus, run_frame::button};
use crate::{
    panel::{
        client::Controls,
        desk::DeskAct,
        words::{count, say, say_with},
    },
    protocol::customers::CloseSync,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct CloseProps {
    /// How many writes are not known to be done.
    pub(in crate::panel) left: u32,
    pub(in crate::panel) controls: Controls,
}

/// Says what happens, in place, before it does. The keyboard goes to what is said.
#[component]
pub(in crate::panel) fn CloseQuestion(props: &CloseProps) -> Html {
    let head = focus::use_on_arrival();
    let (yes, no) = (props.controls.clone(), props.controls.clone());
    html! {
        <div class="note note-warn" role="group" aria-labelledby="close-what">
            <div class="stack">
                <p id="close-what" ref={head} tabindex="-1">
                    { say_with("sync-close-what", &[count("count", props.left)]) }
                </p>
                <div class="actions">
                    { button("secondary", say("sync-close-yes"), move || {
                        yes.desk(DeskAct::Closing(None));
                        yes.ask(CloseSync {});
                    }) }
                    { button("secondary", say("sync-close-no"), move || no.desk(DeskAct::Closing(None))) }
                </div>
            </div>
        </div>
    }
}
