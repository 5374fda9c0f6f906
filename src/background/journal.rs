//! The journal of the run that is under way, one stored value an entry, so that adding one never
//! rewrites another. Holds group titles only, no customer.

use std::cell::Cell;

use tandem_core::{
    Fault, FaultKind,
    journal::{Entry, Run},
};
use tandem_engine::Journal;

use crate::browser::storage::{self, Keep};

/// The keys' beginning; the format's version is part of it.
const PREFIX: &str = "journal1:";

/// The stored journal.
#[derive(Debug, Default)]
pub(super) struct StoredJournal {
    next: Cell<u32>,
}

impl StoredJournal {
    /// Reads what is there.
    pub(super) async fn load() -> (Self, Option<Run>) {
        let entries = storage::list::<Entry>(PREFIX).await.unwrap_or_default();
        let numbers = entries.iter().filter_map(|(key, _)| number(key));
        let next = numbers.max().map_or(0, |last| last.saturating_add(1));
        let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
        (
            Self {
                next: Cell::new(next),
            },
            Run::fold(&entries),
        )
    }

    /// Forgets it all, for the next run.
    ///
    /// # Errors
    /// `NotKept`; the old journal may still be there.
    pub(super) async fn clear(&self) -> Result<(), Fault> {
        let entries = storage::list::<serde_json::Value>(PREFIX)
            .await
            .map_err(|_| not_kept())?;
        let keys: Vec<String> = entries.into_iter().map(|(key, _)| key).collect();
        storage::remove(Keep::Disk, &keys)
            .await
            .map_err(|_| not_kept())?;
        self.next.set(0);
        Ok(())
    }
}

impl Journal for StoredJournal {
    async fn append(&self, entry: &Entry) -> Result<(), Fault> {
        let number = self.next.get();
        self.next.set(number.saturating_add(1));
        let key = format!("{PREFIX}{number:08}");
        storage::set(Keep::Disk, &key, entry)
            .await
            .map_err(|_| not_kept())
    }
}

const fn not_kept() -> Fault {
    Fault::of(FaultKind::NotKept)
}

fn number(key: &str) -> Option<u32> {
    key.strip_prefix(PREFIX)?.parse().ok()
}
