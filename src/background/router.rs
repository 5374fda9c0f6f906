//! One message in, one answer out: the match over every call. Trust was decided before (`peer`).

use std::rc::Rc;

use serde::Serialize;
use tandem_core::{Fault, FaultKind, Side, Sides};

use super::{
    customers, memory,
    peer::Peer,
    session::{Background, Errand},
    state::Groups,
    stores::{self, Store},
};
use crate::{
    browser::tabs,
    protocol::{
        page::PageCall,
        panel::{Answer, ChooseStores, Done, Envelope, PanelCall, Unread, UseToken},
        view::StoreKey,
    },
};

/// No message of ours is longer; a longer one is not even parsed.
const LONGEST_FROM_PANEL: usize = 4 << 20;
const LONGEST_FROM_PAGE: usize = 256;

/// Answers `text` with JSON text.
pub(super) async fn answer(background: Rc<Background>, text: &str, peer: Option<Peer>) -> String {
    match peer {
        Some(Peer::Panel { tab }) if text.len() <= LONGEST_FROM_PANEL => {
            panel(&background, text, tab).await
        }
        Some(Peer::Page { store, tab }) if text.len() <= LONGEST_FROM_PAGE => {
            page(&background, text, *store, tab).await
        }
        _ => refused(),
    }
}

async fn page(background: &Rc<Background>, text: &str, store: Store, tab: i32) -> String {
    match serde_json::from_str(text) {
        Ok(PageCall::Hello) => {
            background.page_seen(store, tab).await;
            encode(&Answer::Reply { with: Done {} })
        }
        Err(_) => refused(),
    }
}

async fn panel(background: &Rc<Background>, text: &str, tab: Option<i32>) -> String {
    #[cfg(feature = "sandbox")]
    super::breakdown::if_asked(text);
    match Envelope::read(text) {
        Ok(call) => dispatch(background, call, tab).await,
        Err(Unread::OtherVersion) => encode(&Answer::<()>::OtherVersion),
        Err(Unread::Malformed) => refused(),
    }
}

async fn dispatch(background: &Rc<Background>, call: PanelCall, tab: Option<i32>) -> String {
    match call {
        PanelCall::Look(_) => {
            background.look().await;
            // Whoever reads the groups opens the customers: the port that came with this question
            // found them being read.
            background.open_customers();
            view(background)
        }
        PanelCall::Refresh(_) => {
            background.refresh().await;
            background.catch_up().await;
            view(background)
        }
        PanelCall::AddAddress(with) => seen(background, background.add_address(&with.origin).await),
        PanelCall::RemoveAddress(with) => {
            seen(background, background.remove_address(&with.origin).await)
        }
        PanelCall::ChooseStores(with) => seen(background, choose_stores(background, &with).await),
        PanelCall::UseToken(with) => seen(background, use_token(background, with).await),
        PanelCall::ForgetToken(with) => {
            let dropped = match chosen(background, with.side) {
                Ok(store) => memory::forget_token(&store).await,
                Err(fault) => Err(fault),
            };
            background.refresh().await;
            seen(background, dropped)
        }
        PanelCall::OpenStore(with) => done(open_store(background, with.side, tab).await),
        PanelCall::OpenTab(_) => {
            tabs::open_own("tab.html").await;
            done(Ok(()))
        }
        PanelCall::OpenRehearsal(with) => {
            let of = if with.with_copy { "#copy" } else { "" };
            tabs::open_own(&format!("rehearsal.html{of}")).await;
            done(Ok(()))
        }
        PanelCall::CopyGroups(with) => done(background.copy(with.to, &with.titles).await),
        PanelCall::UseSpelling(with) => done(background.use_spelling(&with).await),
        PanelCall::ContinueRun(_) => done(background.continue_run().await),
        PanelCall::CancelRun(_) => {
            background.cancel();
            done(Ok(()))
        }
        PanelCall::SetAutomatic(with) => {
            seen(background, background.set_automatic(with.settings).await)
        }
        PanelCall::CloseRun(_) => seen(background, background.close_run().await),
        other => customers::answer(background, other).await,
    }
}

async fn choose_stores(background: &Background, with: &ChooseStores) -> Result<(), Fault> {
    if background.is_busy() {
        return Err(Fault::of(FaultKind::Busy));
    }
    let seen = background.state.borrow().stores.seen.clone();
    let find = |list: &[Store], key: &StoreKey| {
        list.iter()
            .find(|store| store.key == *key)
            .cloned()
            .ok_or(Fault::of(FaultKind::Stale))
    };
    let pos = find(&seen.pos, &with.pos)?;
    let ecom = find(&seen.ecom, &with.ecom)?;
    // A run belongs to the pair it was started for.
    background.close_run().await?;
    *background.ways.borrow_mut() = Sides::default();
    background.leave_customers();
    background.update(|state| {
        state.stores.pair = Some(Sides { pos, ecom });
        state.names = Sides::default();
        state.rungs = Sides::default();
        state.groups = Groups::NotRead;
    });
    background.remember().await?;
    background.refresh().await;
    Ok(())
}

async fn use_token(background: &Background, with: UseToken) -> Result<(), Fault> {
    let store = chosen(background, with.side)?;
    let token = with.token.trim();
    if !stores::is_token(token) {
        return Err(Fault::of(FaultKind::Refused { status: 400 }));
    }
    memory::keep_token(&store, token, with.keep).await?;
    background.refresh().await;
    Ok(())
}

async fn open_store(background: &Background, side: Side, tab: Option<i32>) -> Result<(), Fault> {
    let store = chosen(background, side)?;
    background
        .errand
        .set(tab.map(|back_to| Errand { side, back_to }));
    tabs::open(&store.admin()).await;
    Ok(())
}

fn chosen(background: &Background, side: Side) -> Result<Store, Fault> {
    let state = background.state.borrow();
    state
        .stores
        .chosen(side)
        .cloned()
        .ok_or(Fault::of(FaultKind::Stale))
}

fn view(background: &Background) -> String {
    encode(&Answer::Reply {
        with: background.view(),
    })
}

/// The view after a call, or why the call was not done.
fn seen(background: &Background, outcome: Result<(), Fault>) -> String {
    reply(outcome.map(|()| background.view()))
}

pub(super) fn done(outcome: Result<(), Fault>) -> String {
    reply(outcome.map(|()| Done {}))
}

/// The reply of a call, or why it was not done.
pub(super) fn reply<R: Serialize>(outcome: Result<R, Fault>) -> String {
    match outcome {
        Ok(with) => encode(&Answer::Reply { with }),
        Err(with) => encode(&Answer::<R>::Fault { with }),
    }
}

/// The answer to what nobody may ask.
pub(super) fn refused() -> String {
    encode(&Answer::<()>::Refused)
}

fn encode<R: Serialize>(answer: &Answer<R>) -> String {
    serde_json::to_string(answer).unwrap_or_else(|_| r#"{"outcome":"refused"}"#.to_owned())
}
