//! Asking the background: one way, typed by the call, with every outcome an action.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use tandem_core::{
    Fault, FaultKind,
    show::{CardId, Details, HistoryPage, ListPage, PreviewHead, PreviewPage, Purpose, ReviewPage},
};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, UseReducerDispatcher};

use super::{
    desk::{DeskAct, Got, Reply, preview::PreviewAct, review::Renewed},
    language::Language,
    rehearsal::Rehearsal,
    state::{Action, Problem, State},
    tongue, words,
};
use crate::{
    browser::{
        access, locale,
        runtime::{self, AskError, FeedHandle},
    },
    protocol::{
        VERSION,
        customers::{Answers, Csv, MakePreview, Review, Twins, UnreadPage},
        feed::Feed,
        panel::{AddAddress, Answer, Call, Done, Envelope, PanelCall},
        view::View,
    },
};

/// How long the background may take: it may have to ask both stores, and wait for one of them.
const PATIENCE_MS: u32 = 150_000;

/// What the view components may do: ask the background, change the panel's own state.
#[derive(Clone, PartialEq)]
pub(super) struct Controls {
    /// Sends a call.
    pub(super) call: Callback<Ask>,
    /// Changes the panel's own state.
    pub(super) act: Callback<Action>,
    /// Asks the browser for access to the stores; only in a tab of our own.
    pub(super) allow: Callback<()>,
    /// Asks the browser for access to an address of an eCom admin, and has Tandem work there. The answer
    /// is whether the text is an address at all.
    pub(super) add_address: Callback<String, bool>,
    /// Puts the panel away; only where it is embedded.
    pub(super) close: Callback<()>,
    /// Tells a moment, given in seconds since 1970, as people here write it.
    pub(super) when: Callback<i64, String>,
    /// Days, as they are where the person is.
    pub(super) calendar: Calendar,
    /// The browser's name and main version.
    pub(super) browser: String,
    /// Speaks this language from now on; `None` follows the admin page.
    pub(super) speak: Callback<Option<Language>>,
    /// Whether the panel is shown inside an admin page.
    pub(super) is_embedded: bool,
    /// What can be done to a rehearsal; `None` where this is none.
    pub(super) rehearsal: Option<Rehearsal>,
}

/// Days, as they are where the person is.
#[derive(Clone, PartialEq)]
pub(super) struct Calendar {
    /// The moment that it is, in seconds since 1970.
    pub(super) now: Callback<(), i64>,
    /// On which day, counted from 1970, a moment is.
    pub(super) day_of: Callback<i64, i64>,
    /// The short name of such a day, as people here write it.
    pub(super) name: Callback<i64, String>,
}

impl Calendar {
    fn here() -> Self {
        Self {
            now: Callback::from(|()| locale::now()),
            day_of: Callback::from(locale::day_of),
            name: Callback::from(|day| locale::day_name(day, &words::region())),
        }
    }
}

/// A call, and what its reply is.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    call: PanelCall,
    decode: Decode,
    /// What is told when there is no reply, beside the problem; `None` where the feed tells.
    reply: Option<Reply>,
    /// Whether nobody waits for it: what is in its way is said where its answer would stand.
    is_quiet: bool,
}

impl Ask {
    fn of<C>(call: C) -> Self
    where
        C: Call,
        C::Reply: Shown,
    {
        Self {
            call: call.wrap(),
            decode: decode::<C::Reply>,
            reply: C::Reply::REPLY,
            is_quiet: false,
        }
    }
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
        self.call.emit(Ask::of(call));
    }

    /// Fetches a part of a list that a person looks at.
    pub(super) fn fetch<C>(&self, call: C)
    where
        C: Call,
        C::Reply: Shown,
    {
        self.call.emit(Ask {
            is_quiet: true,
            ..Ask::of(call)
        });
    }

    /// Asks whether the question at `at` is still one. The answer takes the place of no other call's.
    pub(super) fn renew(&self, at: Option<CardId>) {
        self.call.emit(Ask {
            decode: decode::<Renewed>,
            reply: Renewed::REPLY,
            ..Ask::of(Review { at, step: 0 })
        });
    }

    /// Does something with what the panel has of customers.
    pub(super) fn desk(&self, act: DeskAct) {
        self.act.emit(Action::Desk(act));
    }

    /// Has a preview made, and shows it as soon as it comes.
    pub(super) fn preview(&self, purpose: Purpose) {
        self.desk(DeskAct::Preview(PreviewAct::Open(purpose.clone())));
        self.ask(MakePreview { purpose });
    }
}

/// A reply that may bring something to show.
pub(super) trait Shown: DeserializeOwned {
    /// Which reply it is; `None` where nothing waits for it.
    const REPLY: Option<Reply> = None;

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
            const REPLY: Option<Reply> = Some(Reply::$reply);

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
    Renewed,
    ReviewPage,
    Twins,
    UnreadPage
);

fn decode<R: Shown>(text: &str) -> Result<Option<Action>, Problem> {
    match serde_json::from_str::<Answer<R>>(text) {
        Ok(Answer::Reply { with }) => Ok(with.action()),
        Ok(Answer::Fault { with }) => Err(Problem::NotDone(with)),
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
    let call = Callback::from(move |ask: Ask| {
        let state = asking.clone();
        let (reply, is_quiet) = (ask.reply, ask.is_quiet);
        if !is_quiet {
            state.dispatch(Action::Asked);
        }
        spawn_local(async move {
            let problem = send(&state, ask).await.err();
            if let Some((reply, problem)) = reply.zip(problem.clone()) {
                state.dispatch(Action::Missed(reply, problem));
            }
            if !is_quiet {
                state.dispatch(Action::Answered(problem));
            }
        });
    });
    let allow = Callback::from({
        let call = call.clone();
        move |()| {
            let call = call.clone();
            // Asked here, in the click's own handler, and only awaited below.
            let answer = access::request_host_access();
            spawn_local(async move {
                if answer.await.unwrap_or(false) {
                    call.emit(Ask::of(crate::protocol::panel::Refresh {}));
                }
            });
        }
    });
    let close = Callback::from(|()| runtime::close_panel());
    let speak = Callback::from({
        let act = act.clone();
        move |language| {
            let act = act.clone();
            spawn_local(async move {
                tongue::choose(language).await;
                act.emit(Action::Speaks(language));
            });
        }
    });
    Controls {
        add_address: adding(&call),
        call,
        act,
        allow,
        close,
        browser: runtime::browser_name(),
        when: Callback::from(|seconds| locale::moment(seconds, &words::region())),
        calendar: Calendar::here(),
        speak,
        is_embedded: runtime::is_embedded(),
        rehearsal: Rehearsal::here(),
    }
}

/// Asks for access to an address that was typed, and has it added.
fn adding(call: &Callback<Ask>) -> Callback<String, bool> {
    let call = call.clone();
    Callback::from(move |origin: String| {
        let Some(answer) = access::request_address(&origin) else {
            return false;
        };
        let call = call.clone();
        spawn_local(async move {
            if answer.await.unwrap_or(false) {
                call.emit(Ask::of(AddAddress { origin }));
            }
        });
        true
    })
}

/// Sends a call, and shows what comes of it.
async fn send(state: &UseReducerDispatcher<State>, ask: Ask) -> Result<(), Problem> {
    let envelope = Envelope {
        v: VERSION,
        body: ask.call,
    };
    let message = serde_json::to_string(&envelope)
        .map_err(|_| Problem::NotDone(Fault::of(FaultKind::Bug)))?;
    let text = runtime::ask(message, PATIENCE_MS)
        .await
        .map_err(|error| match error {
            AskError::Gone => Problem::Gone,
            AskError::NoAnswer | AskError::TimedOut => Problem::NoAnswer,
        })?;
    if let Some(action) = (ask.decode)(&text)? {
        state.dispatch(action);
    }
    Ok(())
}

/// Hears the background; what cannot be read is left out, the next view is whole again.
pub(super) fn listen(act: Callback<Action>) -> Rc<FeedHandle> {
    Rc::new(runtime::feed(move |text| {
        match serde_json::from_str(&text) {
            Ok(Feed::Changed { with }) => act.emit(Action::Arrived(with)),
            Ok(Feed::Crashed) => act.emit(Action::Struck(Problem::Crashed)),
            Err(_) => {}
        }
    }))
}
