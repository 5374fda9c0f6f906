//! Batches of the eCom API, as data: what is to be done in which order, and what came of it. They
//! are worked on by the API's own room; the world only keeps them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Many requests that are carried out one after the other while time passes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomBatch {
    /// The name by which it is asked for.
    pub ticket: String,
    /// The name by which several are cancelled.
    pub group_id: Option<String>,
    /// The key by which a repeat is known.
    pub deduplication_key: Option<String>,
    /// When it came, in seconds.
    pub created: i64,
    /// Whether it came by a token, and not from a browser: its items are counted among the same
    /// calls, where they are.
    pub by_token: bool,
    /// Whether the first failure ends it.
    pub stop_on_first_failure: bool,
    /// Whether its items may be done beside each other, in any order.
    pub parallel: bool,
    /// A failure ended it.
    pub stopped: bool,
    /// Somebody ended it.
    pub cancelled: bool,
    /// The places of the items in the order in which they are done.
    pub order: Vec<usize>,
    /// The items as they were sent.
    pub items: Vec<EcomBatchItem>,
}

/// One request of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomBatchItem {
    /// The sender's name for it.
    pub id: Option<String>,
    /// The path below the store, with its query.
    pub path: String,
    /// The method.
    pub method: String,
    /// The body; null is none.
    pub body: Value,
    /// How often it was tried.
    pub tries: u32,
    /// What came of it.
    pub reply: Option<EcomBatchReply>,
}

/// What came of a request of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomBatchReply {
    /// The status.
    pub status: u16,
    /// The message of an error.
    pub line: String,
    /// The body, as JSON text.
    pub body: String,
}

/// How far a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum BatchState {
    Queued,
    InProgress,
    Completed,
}

impl EcomBatch {
    /// Whether nothing more will be done.
    pub(crate) fn is_over(&self) -> bool {
        self.stopped || self.cancelled || self.next_item().is_none()
    }

    /// The place of the item that is next.
    pub(crate) fn next_item(&self) -> Option<usize> {
        let waits = |place: &&usize| {
            self.items
                .get(**place)
                .is_some_and(|item| item.reply.is_none())
        };
        self.order.iter().find(waits).copied()
    }

    /// How far it is.
    pub(crate) fn state(&self) -> BatchState {
        if self.is_over() {
            BatchState::Completed
        } else if self.items.iter().any(|item| item.reply.is_some()) {
            BatchState::InProgress
        } else {
            BatchState::Queued
        }
    }
}
