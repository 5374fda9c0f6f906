//! How Tandem reaches each store: every rung of the ladder, whether it works and why not, and a
//! report to copy.

use std::rc::Rc;

use tandem_core::Side;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{addresses::Addresses, run_frame::button, told};
use crate::{
    browser::runtime,
    panel::{
        client::Controls,
        faults::tell_kind,
        report::report,
        words::{say, say_with, side},
    },
    protocol::{
        panel::Refresh,
        view::{Rung, RungStanding, RungView, View},
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct WaysProps {
    pub(in crate::panel) view: Rc<View>,
    pub(in crate::panel) controls: Controls,
}

/// The card.
#[component]
pub(in crate::panel) fn WaysCard(props: &WaysProps) -> Html {
    let WaysProps { view, controls } = props;
    let text = use_node_ref();
    let said = use_state(|| None::<bool>);
    let copy = {
        let (text, said) = (text.clone(), said.clone());
        move || {
            if let Some(area) = text.cast::<HtmlTextAreaElement>() {
                said.set(Some(runtime::copy_from(&area)));
            }
        }
    };
    let again = {
        let controls = controls.clone();
        move || controls.ask(Refresh {})
    };
    let report = report(view, &controls.browser, controls.is_embedded);
    html! {
        <section class="card" aria-labelledby="ways">
            <h2 id="ways">{ say("ways") }</h2>
            <p class="muted">{ say("ways-what") }</p>
            { for Side::BOTH.map(|of| rungs(of, view)) }
            <Addresses view={Rc::clone(view)} controls={controls.clone()} />
            <div class="actions">
                { button("secondary", say("ways-again"), again) }
                { button("secondary", say("ways-copy"), copy) }
            </div>
            <p class="muted">
                { told::as_it_changes(match *said {
                    Some(true) => say("ways-copied"),
                    Some(false) => say("ways-copy-yourself"),
                    None => String::new(),
                }) }
            </p>
            <label class="report">
                <span>{ say("ways-report") }</span>
                <textarea ref={text} readonly={true} rows="8" spellcheck="false" lang="en" dir="ltr" value={report} />
            </label>
        </section>
    }
}

fn rungs(of: Side, view: &View) -> Html {
    let rungs = view.rungs.get(of);
    let host = view.stores.get(of).chosen.as_ref().map(|store| &store.host);
    html! {
        <>
            <h3>{ say_with("side-name", &[side(of)]) }
                if let Some(host) = host { { " " }<span class="muted"><bdi>{ host }</bdi></span> }
            </h3>
            if rungs.is_empty() {
                <p class="muted">{ say("ways-none") }</p>
            } else {
                <dl class="ways">{ for rungs.iter().map(|one| row(*one)) }</dl>
            }
        </>
    }
}

fn row(one: RungView) -> Html {
    let is_used = matches!(one.standing, RungStanding::Works | RungStanding::Reads);
    html! {
        <div class={classes!("way", is_used.then_some("is-used"))}>
            <dt>{ say(name(one.rung)) }</dt>
            <dd>{ sentence(one.standing) }</dd>
        </div>
    }
}

const fn name(rung: Rung) -> &'static str {
    match rung {
        Rung::Session => "way-session",
        Rung::SessionAsPage => "way-session-as-page",
        Rung::Relay => "way-relay",
        Rung::PageToken => "way-page-token",
        Rung::Token => "way-token",
    }
}

fn sentence(standing: RungStanding) -> String {
    say(match standing {
        RungStanding::Untried => "standing-untried",
        RungStanding::Reads => "standing-reads",
        RungStanding::Works => "standing-works",
        RungStanding::NotNeeded => "standing-not-needed",
        RungStanding::ReadsOnly => "standing-reads-only",
        RungStanding::NoPage => "standing-no-page",
        RungStanding::NoPass => "standing-no-pass",
        RungStanding::NoToken => "standing-no-token",
        RungStanding::Failed { why } => return tell_kind(why),
    })
}
