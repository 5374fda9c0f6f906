//! What was found out about both stores, kept until the browser ends: which rung carries, who
//! answers, and which groups there are. A background that was ended asks no store for it again.
//! Never on disk, and no token: that stays where it was pasted.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use tandem_core::{Side, Sides};
use tandem_engine::{Pace, Reading};

use super::{
    ladder::{self, Way},
    state::{Groups, State},
    stores::Store,
};
use crate::{
    browser::storage::{self, Keep},
    protocol::view::Connection,
};

/// Where it is kept.
const KEPT: &str = "known1";

/// Both stores of a pair, as they answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pair: Sides<Store>,
    connections: Sides<Connection>,
    names: Sides<Option<String>>,
    groups: Sides<Reading>,
}

impl Known {
    /// What there is to keep: nothing unless both stores answered and their groups were read.
    pub(super) fn of(state: &State) -> Option<Self> {
        let pair = state.stores.pair.clone()?;
        let Groups::Ready(groups) = &state.groups else {
            return None;
        };
        let is_reached = |side| matches!(state.connections.get(side), Connection::Connected { .. });
        Side::BOTH.into_iter().all(is_reached).then(|| Self {
            pair,
            connections: state.connections.clone(),
            names: state.names.clone(),
            groups: (**groups).clone(),
        })
    }

    /// Reads what a life before this one kept of this pair.
    pub(super) async fn load(pair: Option<&Sides<Store>>) -> Option<Self> {
        let kept: Option<Self> = storage::get(Keep::Session, KEPT).await.ok().flatten();
        kept.filter(|kept| Some(&kept.pair) == pair)
    }

    /// The ways that carried; `None` where a token is gone that one of them needs.
    pub(super) async fn ways(&self, pace: &Rc<Pace>) -> Option<Sides<Way>> {
        let pos = self.way(Side::Pos, pace).await?;
        let ecom = self.way(Side::Ecom, pace).await?;
        Some(Sides { pos, ecom })
    }

    async fn way(&self, side: Side, pace: &Rc<Pace>) -> Option<Way> {
        let Connection::Connected { rung, .. } = self.connections.get(side) else {
            return None;
        };
        ladder::stand_on(self.pair.get(side), *rung, pace).await
    }

    /// Brings it into a state that knows nothing yet.
    pub(super) fn tell(self, state: &mut State) {
        state.connections = self.connections;
        state.names = self.names;
        state.groups = Groups::Ready(Box::new(self.groups));
    }
}

/// Keeps what is known now, or forgets it. What is not kept is asked for again.
pub(super) async fn keep(known: Option<Known>) {
    drop(match known {
        Some(known) => storage::set(Keep::Session, KEPT, &known).await,
        None => storage::remove(Keep::Session, &[KEPT.to_owned()]).await,
    });
}

#[cfg(test)]
mod tests {
    use tandem_core::Fault;

    use super::*;
    use crate::protocol::view::{Rung, StoreKey};

    fn state() -> State {
        let store = |side| Store {
            side,
            key: StoreKey("lantern".into()),
            origin: "https://lantern.test".into(),
            token_root: String::new(),
            is_added: false,
        };
        let mut state = State::default();
        state.stores.pair = Some(Sides::from_fn(store));
        state.connections = Sides::from_fn(|_| Connection::Connected {
            person: Some("Robin".into()),
            role: None,
            rung: Rung::Session,
        });
        state.groups = Groups::Ready(Box::new(Sides::from_fn(Reading::nothing)));
        state
    }

    #[test]
    fn what_is_kept_comes_back() {
        let known = state();
        let kept = Known::of(&known).unwrap();
        let text = serde_json::to_string(&kept).unwrap();
        let back: Known = serde_json::from_str(&text).unwrap();
        let mut fresh = State::default();
        back.tell(&mut fresh);
        assert_eq!(fresh.connections, known.connections);
        assert!(matches!(fresh.groups, Groups::Ready(_)));
    }

    #[test]
    fn half_of_it_is_not_kept() {
        let mut unread = state();
        unread.groups = Groups::NotRead;
        assert_eq!(Known::of(&unread), None);
        let mut signed_out = state();
        signed_out.connections.ecom = Connection::Trouble {
            fault: Fault::of(tandem_core::FaultKind::SignedOut),
            has_token: false,
        };
        assert_eq!(Known::of(&signed_out), None);
        let mut unpinned = state();
        unpinned.stores.pair = None;
        assert_eq!(Known::of(&unpinned), None);
    }
}
