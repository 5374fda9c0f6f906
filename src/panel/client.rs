//! Asking the background: one way, typed by the call, with every outcome an action.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use tandem_core::{
    Fault, FaultKind,
    show::{Details, HistoryPage, ListPage, PreviewHead, PreviewPage, ReviewPage},
};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, UseReducerDispatcher};

use super::{
    desk::Got,
    state::{Action, Problem, State},
};
use crate::{
    browser::{
        access,
        runtime::{self, AskError, FeedHandle},
    },
    protocol::{
        VERSION,
        customers::{Answers, Csv, Twins},
        feed::Feed,
        panel::{Answer, Call, Done, Envelope, PanelCall},
        view::View,
    },
};

/// How long the background may take: it may have to ask both stores, and wait for one of them.
const PATIENCE_MS: u32 = 150_000;

/// What the view components may do: ask the background, change the panel's own state.
#[derive(Clone, PartialEq)]
pub(super) struct Controls {
    /// Sends a call; comes with the decoder of its reply.
    pub(super) call: Callback<(PanelCall, Decode)>,
    /// Changes the panel's own state.
    pub(super) act: Callback<Action>,
    /// Asks the browser for access to the stores; only in a tab of our own.
    pub(super) allow: Callback<()>,
    /// Puts the panel away; only where it is embedded.
    pub(super) close: Callback<()>,
    /// Whether the panel is shown inside an admin page.
    pub(super) is_embedded: bool,
}

/// Reads an answer: what comes of it, if anything does, or why there is none.
type Decode = fn(&str) -> Result<Option<Action>, Problem>;

impl Controls {
    /// Asks the background.
    pub(super) fn ask<C>(&self, call: C)
    where
        C: Call,
        C::Reply: Shown,
    {
        self.call.emit((call.wrap(), decode::<C::Reply>));
    }
}

/// A reply that may bring something to show.
pub(super) trait Shown: DeserializeOwned {
    /// What comes of it; `None` where the feed tells.
    fn action(self) -> Option<Action>;
}

impl Shown for View {
    fn action(self) -> Option<Action> {
        Some(Action::Arrived(Box::new(self)))
    }
}

impl Shown for Done {
    fn action(self) -> Option<Action> {
        None
    }
}

macro_rules! shown {
    ($($reply:ident),*) => {$(
        impl Shown for $reply {
            fn action(self) -> Option<Action> {
                Some(Action::Got(Got::$reply(Box::new(self))))
            }
        }
    )*};
}

shown!(
    Answers,
    Csv,
    Details,
    HistoryPage,
    ListPage,
    PreviewHead,
    PreviewPage,
    ReviewPage,
    Twins
);

fn decode<R: Shown>(text: &str) -> Result<Option<Action>, Problem> {
    match serde_json::from_str::<Answer<R>>(text) {
        Ok(Answer::Reply(reply)) => Ok(reply.action()),
        Ok(Answer::Fault(fault)) => Err(Problem::NotDone(fault)),
        Ok(Answer::OtherVersion) => Err(Problem::Gone),
        Ok(Answer::Refused) | Err(_) => Err(Problem::NotDone(Fault::of(FaultKind::Bug))),
    }
}

/// The controls of a panel that lives in the extension.
pub(super) fn controls(state: &UseReducerDispatcher<State>) -> Controls {
    let asking = state.clone();
    let act = Callback::from({
        let state = state.clone();
        move |action| state.dispatch(action)
    });
    let call = Callback::from(move |(call, decode): (PanelCall, Decode)| {
        let state = asking.clone();
        state.dispatch(Action::Asked);
        spawn_local(async move { state.dispatch(send(&state, call, decode).await) });
    });
    let allow = Callback::from({
        let call = call.clone();
        move |()| {
            let call = call.clone();
            // Asked here, in the click's own handler, and only awaited below.
            let answer = access::request_host_access();
            spawn_local(async move {
                if answer.await.unwrap_or(false) {
                    call.emit((crate::protocol::panel::Refresh {}.wrap(), decode::<View>));
                }
            });
        }
    });
    let close = Callback::from(|()| runtime::close_panel());
    Controls {
        call,
        act,
        allow,
        close,
        is_embedded: runtime::is_embedded(),
    }
}

async fn send(state: &UseReducerDispatcher<State>, body: PanelCall, decode: Decode) -> Action {
    let Ok(message) = serde_json::to_string(&Envelope { v: VERSION, body }) else {
        return Action::Answered(Some(Problem::NotDone(Fault::of(FaultKind::Bug))));
    };
    let problem = match runtime::ask(message, PATIENCE_MS).await {
        Ok(text) => match decode(&text) {
            Ok(Some(action)) => {
                state.dispatch(action);
                None
            }
            Ok(None) => None,
            Err(problem) => Some(problem),
        },
        Err(AskError::Gone) => Some(Problem::Gone),
        Err(AskError::NoAnswer | AskError::TimedOut) => Some(Problem::NoAnswer),
    };
    Action::Answered(problem)
}

/// Hears the background; what cannot be read is left out, the next view is whole again.
pub(super) fn listen(act: Callback<Action>) -> Rc<FeedHandle> {
    Rc::new(runtime::feed(move |text| {
        match serde_json::from_str(&text) {
            Ok(Feed::Changed(view)) => act.emit(Action::Arrived(view)),
            Ok(Feed::Crashed) => act.emit(Action::Struck(Problem::Crashed)),
            Err(_) => {}
        }
    }))
}
