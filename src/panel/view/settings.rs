//! Settings: what happens by itself, what is kept on this computer, how the stores are reached, and
//! the language. One card a subject.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    automatic::AutomaticCard, keeping::KeepingCard, language::LanguageCard,
    passphrase::PassphraseCard, rehearsal::rehearse_card, run_frame::button, ways::WaysCard,
};
use crate::{
    panel::{
        client::Controls,
        state::{Action, State},
        words::say,
    },
    protocol::view::View,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct SettingsProps {
    pub(in crate::panel) state: State,
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The view.
#[component]
pub(in crate::panel) fn Settings(props: &SettingsProps) -> Html {
    let SettingsProps {
        state,
        view,
        controls,
    } = props;
    let act = controls.act.clone();
    html! {
        <div role="tabpanel" id="panel-s" aria-labelledby="tab-s" class="stack">
            <AutomaticCard of={view.automatic.clone()} controls={controls.clone()} />
            <KeepingCard keeping={view.customers.keeping} guarded={view.customers.guarded}
                is_wiping={state.desk.history.is_wiping} controls={controls.clone()} />
            <PassphraseCard guarded={view.customers.guarded} controls={controls.clone()} />
            <LanguageCard speech={state.speech} controls={controls.clone()} />
            <WaysCard view={Rc::clone(view)} controls={controls.clone()} />
            { rehearse_card(controls, &view.customers) }
            <p>{ button("quiet", say("keys-show"), move || act.emit(Action::Sheet(true))) }{ " " }<kbd>{ "?" }</kbd></p>
        </div>
    }
}
