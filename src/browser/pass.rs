//! Rung 4: the token that an eCom admin page sends with its own calls, as it was last seen. Kept
//! until the browser ends and never on disk; which calls it is taken from, the background decides.

use serde::{Deserialize, Serialize};

use super::storage::{self, Keep};

/// A page's own token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// The API that the page sent it to: its address up to a request's path.
    pub root: String,
    /// The token.
    pub token: String,
}

impl std::fmt::Debug for Pass {
    /// Never shows the token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pass({})", self.root)
    }
}

fn key(store: &str) -> String {
    format!("pass1:{store}")
}

/// The token last seen for the store of this id.
pub async fn last(store: &str) -> Option<Pass> {
    storage::get(Keep::Session, &key(store))
        .await
        .ok()
        .flatten()
}

/// Keeps a token that was seen. Says whether it is a new one.
pub async fn see(store: &str, pass: &Pass) -> bool {
    last(store).await.as_ref() != Some(pass)
        && storage::set(Keep::Session, &key(store), pass).await.is_ok()
}

/// Forgets a token that the store does not take any more, unless the page has a newer one.
pub(super) async fn forget(store: &str, dead: &Pass) {
    if last(store).await.as_ref() == Some(dead) {
        drop(storage::remove(Keep::Session, &[key(store)]).await);
    }
}
