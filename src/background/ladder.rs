//! Which rungs there are for a store, what is remembered of them, and what a person is told.

use std::rc::Rc;

use tandem_core::{Fault, FaultKind, Side};
use tandem_engine::{Fallen, Ladder, Pace, Standing, climb};

use super::{
    memory,
    pace::{Counted, counted},
    session::Background,
    stores::Store,
};
use crate::{
    browser::{
        access::has_host_access,
        clock::BrowserClock,
        fetch::Credential,
        origin,
        pass::{self, Pass},
        storage::{self, Keep},
    },
    protocol::view::{Connection, Rung, RungStanding, RungView, StoreKey},
};

/// The way to a store that is reached.
pub(super) type Way = Rc<Ladder<Rung, Counted, BrowserClock>>;

/// Why a store was not reached.
#[derive(Debug)]
pub(super) struct Trouble {
    pub fault: Fault,
    pub has_token: bool,
    pub rungs: Vec<RungView>,
}

/// Climbs to a store, from the lowest rung up, or at once to the one that took its writes before.
pub(super) async fn reach(store: &Store, pace: &Rc<Pace>) -> Result<Way, Trouble> {
    let token = memory::token(store).await;
    let has_token = token.is_some();
    if !has_host_access().await {
        let kind = FaultKind::NoHostAccess;
        return Err(Trouble {
            fault: Fault::of(kind),
            has_token,
            rungs: told(store.side, &[(Rung::Session, Standing::Failed(kind))]),
        });
    }
    // A rule of an earlier climb would make the first rung look like the second.
    origin::stop_pretending(store.side).await;
    let goal = (store.side, store.key.0.as_str());
    let reached = climb(
        rungs(store, token, pace).await,
        BrowserClock,
        goal,
        proven(store).await,
    )
    .await;
    match reached {
        Ok(ladder) => {
            leave_no_rule(store.side, ladder.rung()).await;
            Ok(Rc::new(ladder))
        }
        Err(Fallen { fault, rungs }) => {
            leave_no_rule(store.side, None).await;
            Err(Trouble {
                fault,
                has_token,
                rungs: told(store.side, &rungs),
            })
        }
    }
}

/// Stands on the rung that carried in an earlier life of the background, without a call; `None`
/// where that rung is gone.
pub(super) async fn stand_on(store: &Store, rung: Rung, pace: &Rc<Pace>) -> Option<Way> {
    let rungs = rungs(store, memory::token(store).await, pace).await;
    let is_proven = proven(store).await == Some(rung);
    let goal = (store.side, store.key.0.as_str());
    Ladder::standing_on(rungs, BrowserClock, goal, (rung, is_proven)).map(Rc::new)
}

/// The rungs that can be tried now. Whatever is sent by them is counted.
async fn rungs(store: &Store, token: Option<String>, pace: &Rc<Pace>) -> Vec<(Rung, Counted)> {
    let mut rungs = Vec::new();
    if !store.is_added {
        rungs.push((Rung::Session, Credential::Session));
        rungs.push((Rung::SessionAsPage, Credential::SessionAsPage));
    }
    rungs.push((Rung::Relay, Credential::Relay));
    if store.side == Side::Ecom && pass::last(&store.key.0).await.is_some() {
        rungs.push((Rung::PageToken, Credential::Pass(store.key.0.clone())));
    }
    rungs.extend(token.map(|token| (Rung::Token, Credential::Token(token))));
    let counted = |(rung, credential)| (rung, counted(store.route(credential), pace));
    rungs.into_iter().map(counted).collect()
}

/// The browser's rule stays for as long as it carries the calls.
pub(super) async fn leave_no_rule(side: Side, rung: Option<Rung>) {
    if rung != Some(Rung::SessionAsPage) {
        origin::stop_pretending(side).await;
    }
}

fn key(store: &Store) -> String {
    format!("proven1:{:?}:{}", store.side, store.key.0)
}

/// The rung by which a store took a write, as long as this browser runs.
async fn proven(store: &Store) -> Option<Rung> {
    let kept = storage::get(Keep::Session, &key(store)).await;
    kept.ok().flatten()
}

/// Keeps which rung took a write; where that is not kept, it is found out anew.
pub(super) async fn remember(store: &Store, rung: Rung) {
    drop(storage::set(Keep::Session, &key(store), &rung).await);
}

/// The rung does not take writes any more: the next climb begins at the lowest.
pub(super) async fn forget(store: &Store) {
    drop(storage::remove(Keep::Session, &[key(store)]).await);
}

impl Background {
    /// Notes a token that an eCom admin page sent with a call of its own. A store that waits for one
    /// is asked again, under the same conditions as for a page that says hello.
    pub(super) async fn pass_seen(&self, key: &StoreKey, pass: &Pass, tab: i32) {
        if !pass::see(&key.0, pass).await {
            return;
        }
        let is_chosen = {
            let state = self.state.borrow();
            state.stores.chosen(Side::Ecom).map(|store| &store.key) == Some(key)
        };
        if !is_chosen || self.panels.borrow().is_empty() {
            return;
        }
        if self.refreshing.get() {
            self.again.set(true);
        } else if self.is_signed_out(Side::Ecom) {
            self.refresh().await;
            self.come_back(Side::Ecom, tab).await;
        }
    }

    /// Shows and remembers which rungs carried the calls of a run: the first write may have gone up.
    pub(super) async fn note_ways(&self) {
        let Some(pair) = self.state.borrow().stores.pair.clone() else {
            return;
        };
        let ways = self.ways.borrow().clone();
        for side in Side::BOTH {
            let Some(way) = ways.get(side) else {
                continue;
            };
            if let Some(rung) = way.proven() {
                remember(pair.get(side), rung).await;
            }
            leave_no_rule(side, way.rung()).await;
            self.update(|state| {
                *state.rungs.get_mut(side) = told_of(side, way);
                if let Connection::Connected { rung, .. } = state.connections.get_mut(side) {
                    *rung = way.rung().unwrap_or(*rung);
                }
            });
        }
        self.keep_known().await;
    }
}

/// What is known of a way that is in use.
pub(super) fn told_of(side: Side, way: &Way) -> Vec<RungView> {
    let mut rungs = told(side, &way.rungs());
    for one in &mut rungs {
        if Some(one.rung) == way.proven() {
            one.standing = RungStanding::Works;
        }
    }
    rungs
}

/// Every rung that there is on a side, with what came of it or why it was not tried.
fn told(side: Side, tried: &[(Rung, Standing)]) -> Vec<RungView> {
    const ALL: [Rung; 5] = [
        Rung::Session,
        Rung::SessionAsPage,
        Rung::Relay,
        Rung::PageToken,
        Rung::Token,
    ];
    let has_reached = tried
        .iter()
        .any(|(_, standing)| *standing == Standing::Works);
    // POS has no page token: its pages call with the session (apis.md 3.1).
    let here = ALL
        .into_iter()
        .filter(|rung| side == Side::Ecom || *rung != Rung::PageToken);
    here.map(|rung| {
        let found = tried.iter().find(|(one, _)| *one == rung);
        let standing = match found.map(|(_, standing)| standing) {
            Some(Standing::Works) => RungStanding::Reads,
            Some(Standing::ReadsOnly) => RungStanding::ReadsOnly,
            Some(Standing::Failed(FaultKind::NeedsPage)) => RungStanding::NoPage,
            Some(Standing::Failed(why)) => RungStanding::Failed { why: *why },
            Some(Standing::Untried) if has_reached => RungStanding::NotNeeded,
            Some(Standing::Untried) => RungStanding::Untried,
            None if has_reached => RungStanding::NotNeeded,
            None => match rung {
                Rung::PageToken => RungStanding::NoPass,
                Rung::Token => RungStanding::NoToken,
                Rung::Session | Rung::SessionAsPage | Rung::Relay => RungStanding::Untried,
            },
        };
        RungView { rung, standing }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standings(side: Side, tried: &[(Rung, Standing)]) -> Vec<RungStanding> {
        told(side, tried)
            .into_iter()
            .map(|one| one.standing)
            .collect()
    }

    #[test]
    fn what_is_above_the_rung_in_use_is_not_needed() {
        let tried = [
            (Rung::Session, Standing::ReadsOnly),
            (Rung::SessionAsPage, Standing::Works),
            (Rung::Relay, Standing::Untried),
        ];
        let found = standings(Side::Pos, &tried);
        let expected = [
            RungStanding::ReadsOnly,
            RungStanding::Reads,
            RungStanding::NotNeeded,
            RungStanding::NotNeeded,
        ];
        assert_eq!(found, expected, "POS has no page token");
    }

    #[test]
    fn where_nothing_works_each_rung_says_what_it_lacks() {
        let out = Standing::Failed(FaultKind::SignedOut);
        let tried = [
            (Rung::Session, out.clone()),
            (Rung::SessionAsPage, out),
            (Rung::Relay, Standing::Failed(FaultKind::NeedsPage)),
        ];
        let why = FaultKind::SignedOut;
        let expected = [
            RungStanding::Failed { why },
            RungStanding::Failed { why },
            RungStanding::NoPage,
            RungStanding::NoPass,
            RungStanding::NoToken,
        ];
        assert_eq!(standings(Side::Ecom, &tried), expected);
    }
}
