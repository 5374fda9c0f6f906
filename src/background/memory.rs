//! What outlives the background: the stores seen, the pinned pair, pasted tokens. No customer data.

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, FaultKind, Side, Sides};

use super::stores::Store;
use crate::browser::storage::{self, Keep};

const STORES: &str = "stores1";

/// How many stores of a side are remembered for the first choice.
const MOST_SEEN: usize = 5;

/// The stores that were seen and the pair in use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stores {
    /// Most recent first.
    pub seen: Sides<Vec<Store>>,
    /// The pair, once a person chose it.
    pub pair: Option<Sides<Store>>,
    /// The origins of eCom admins that are not the vendor's own, as the owner gave them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
}

impl Stores {
    /// Reads what was kept; what cannot be read counts as nothing, and is asked for again.
    pub(super) async fn load() -> Self {
        storage::get(Keep::Disk, STORES)
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// `NotKept`.
    pub(super) async fn save(&self) -> Result<(), Fault> {
        storage::set(Keep::Disk, STORES, self)
            .await
            .map_err(|_| Fault::of(FaultKind::NotKept))
    }

    /// Puts a store first among those seen. Says whether anything changed.
    pub(super) fn see(&mut self, store: Store) -> bool {
        let seen = self.seen.get_mut(store.side);
        if seen.first() == Some(&store) {
            return false;
        }
        seen.retain(|known| known.key != store.key);
        seen.insert(0, store);
        seen.truncate(MOST_SEEN);
        true
    }

    /// The store of `side` in use.
    #[must_use]
    pub(super) fn chosen(&self, side: Side) -> Option<&Store> {
        self.pair.as_ref().map(|pair| pair.get(side))
    }
}

/// Where a store's pasted token is kept.
fn token_key(store: &Store) -> String {
    format!("token1:{:?}:{}", store.side, store.key.0)
}

/// The pasted token of a store, wherever it is kept.
pub(super) async fn token(store: &Store) -> Option<String> {
    let key = token_key(store);
    for keep in [Keep::Session, Keep::Disk] {
        if let Ok(Some(token)) = storage::get(keep, &key).await {
            return Some(token);
        }
    }
    None
}

/// Keeps a pasted token: on disk only if the owner says so.
///
/// # Errors
/// `NotKept`.
pub(super) async fn keep_token(store: &Store, token: &str, on_disk: bool) -> Result<(), Fault> {
    forget_token(store).await?;
    let keep = if on_disk { Keep::Disk } else { Keep::Session };
    let kept = storage::set(keep, &token_key(store), &token).await;
    kept.map_err(|_| Fault::of(FaultKind::NotKept))
}

/// Drops a pasted token from both places.
///
/// # Errors
/// `NotKept`.
pub(super) async fn forget_token(store: &Store) -> Result<(), Fault> {
    let key = [token_key(store)];
    for keep in [Keep::Session, Keep::Disk] {
        storage::remove(keep, &key)
            .await
            .map_err(|_| Fault::of(FaultKind::NotKept))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::view::StoreKey;

    fn store(key: &str) -> Store {
        Store {
            side: Side::Pos,
            key: StoreKey(key.into()),
            origin: format!("https://{key}.test"),
            token_root: String::new(),
            is_added: false,
        }
    }

    /// As the first released version kept it.
    const FIRST: &str = r#"{"seen":{"pos":[{"side":"pos","key":"lantern","origin":"https://lantern.retail.lightspeed.app","token_root":"https://lantern.retail.lightspeed.app/api/2.0"}],"ecom":[]},"pair":{"pos":{"side":"pos","key":"lantern","origin":"https://lantern.retail.lightspeed.app","token_root":"https://lantern.retail.lightspeed.app/api/2.0"},"ecom":{"side":"ecom","key":"10203040","origin":"https://my.ecwid.com","token_root":"https://app.ecwid.com/api/v3/10203040"}}}"#;

    #[test]
    fn the_stores_of_the_first_version_are_read_and_still_written_so() {
        let stores: Stores = serde_json::from_str(FIRST).unwrap();
        let pos = Store {
            origin: "https://lantern.retail.lightspeed.app".into(),
            token_root: "https://lantern.retail.lightspeed.app/api/2.0".into(),
            ..store("lantern")
        };
        assert_eq!(stores.seen.pos, [pos]);
        assert_eq!(stores.chosen(Side::Ecom).unwrap().key.0, "10203040");
        assert_eq!(serde_json::to_string(&stores).unwrap(), FIRST);
    }

    #[test]
    fn the_latest_store_is_first_and_stands_once() {
        let mut stores = Stores::default();
        assert!(stores.see(store("a")));
        assert!(stores.see(store("b")));
        assert!(!stores.see(store("b")));
        assert!(stores.see(store("a")));
        let keys: Vec<_> = stores
            .seen
            .pos
            .iter()
            .map(|seen| seen.key.0.as_str())
            .collect();
        assert_eq!(keys, ["a", "b"]);
    }

    #[test]
    fn only_a_few_stores_are_remembered() {
        let mut stores = Stores::default();
        for number in 0..9 {
            stores.see(store(&number.to_string()));
        }
        assert_eq!(stores.seen.pos.len(), MOST_SEEN);
    }
}
