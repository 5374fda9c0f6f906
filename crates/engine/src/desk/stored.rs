//! Runs as they are kept in the vault: under which keys, and in which form. A run is a head, its
//! writes as they were shown, and its journal, one value for what is added at once, so that a value
//! that is lost damages no other. What is done with them is not known here.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tandem_core::{
    Fault, FaultKind,
    show::{HistoryRun, OpRow, Purpose, RunId},
    sync::{Entry, SyncRun, journal::EndCounts},
};

use crate::Vault;

/// How many writes are in one value.
pub(super) const IN_ONE: usize = 500;

/// What is known of a run when it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) id: RunId,
    pub(super) purpose: Purpose,
    /// When it began, in seconds since 1970.
    pub(super) began: i64,
    /// Of a run that takes back: which write of the other run each of its own takes back.
    pub(super) undoes: Vec<u32>,
}

/// What is known of a run when it stands still, so that a list of runs need not read their journals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Summary {
    pub(super) counts: EndCounts,
    pub(super) is_closed: bool,
    /// The writes that can be taken back, whether or not they were.
    pub(super) undoable: Vec<u32>,
    /// The writes of the other run that were taken back.
    pub(super) taken_back: Vec<u32>,
    /// What it last paused on, and how often in a row.
    pub(super) trouble: Option<(FaultKind, u32)>,
}

/// A run with everything.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) head: Head,
    pub(super) run: SyncRun,
    /// The number of the next value of its journal.
    pub(super) next: u32,
}

/// Values to put, by their keys.
pub(super) type Puts = Vec<(String, Vec<u8>)>;

/// A value as bytes.
///
/// # Errors
/// `Bug`: nothing of ours cannot be written.
pub(super) fn bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(value).map_err(|_| Fault::of(FaultKind::Bug))
}

/// A value of the vault.
///
/// # Errors
/// `NotKept` where it is not what was put.
pub(super) fn value<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(bytes).map_err(|_| Fault::of(FaultKind::NotKept))
}

/// The value of a key, if there is one.
///
/// # Errors
/// As [`Vault::get`].
pub(super) async fn get<T: DeserializeOwned>(
    vault: &impl Vault,
    key: &str,
) -> Result<Option<T>, Fault> {
    let found = vault.get(key).await?;
    found.map(|found| value(&found)).transpose()
}

/// The runs of one store pair.
#[derive(Debug)]
pub(super) struct Runs<'a, V> {
    pub(super) vault: &'a V,
    /// What the keys of the store pair begin with.
    pub(super) prefix: &'a str,
}

impl<V: Vault> Runs<'_, V> {
    fn key(&self, id: RunId, what: &str) -> String {
        format!("{}runs/{:010}/{what}", self.prefix, id.0)
    }

    /// The key of a value of a run's journal.
    pub(super) fn entry_key(&self, id: RunId, number: u32) -> String {
        self.key(id, &format!("journal/{number:08}"))
    }

    /// All runs there are, the first first.
    pub(super) async fn ids(&self) -> Result<Vec<RunId>, Fault> {
        let prefix = format!("{}runs/", self.prefix);
        let keys = self.vault.keys(&prefix).await?;
        let heads = keys.iter().filter_map(|key| {
            let number = key.strip_prefix(&prefix)?.strip_suffix("/head")?;
            number.parse().ok().map(RunId)
        });
        Ok(heads.collect())
    }

    pub(super) async fn head(&self, id: RunId) -> Result<Option<Head>, Fault> {
        get(self.vault, &self.key(id, "head")).await
    }

    pub(super) async fn summary(&self, id: RunId) -> Result<Option<Summary>, Fault> {
        get(self.vault, &self.key(id, "summary")).await
    }

    pub(super) fn put_summary(&self, id: RunId, summary: &Summary) -> Result<Puts, Fault> {
        Ok(vec![(self.key(id, "summary"), bytes(summary)?)])
    }

    /// A run that begins with these entries, and its writes as they were shown.
    pub(super) fn beginning(
        &self,
        head: &Head,
        entries: [Entry; 2],
        rows: &[OpRow],
    ) -> Result<Puts, Fault> {
        let mut puts = vec![(self.key(head.id, "head"), bytes(head)?)];
        for (number, entry) in (0..).zip(in_parts(entries)) {
            puts.push((self.entry_key(head.id, number), bytes(&[entry])?));
        }
        for (number, rows) in (0..).zip(rows.chunks(IN_ONE)) {
            puts.push((
                self.key(head.id, &format!("shown/{number:08}")),
                bytes(&rows)?,
            ));
        }
        Ok(puts)
    }

    /// A run as its journal tells it.
    pub(super) async fn stored(&self, id: RunId) -> Result<Option<Stored>, Fault> {
        let Some(head) = self.head(id).await? else {
            return Ok(None);
        };
        let (mut run, mut next) = (SyncRun::default(), 0);
        let prefix = self.key(id, "journal/");
        for key in self.vault.keys(&prefix).await? {
            let number = key.strip_prefix(&prefix).and_then(|of| of.parse().ok());
            next = number.map_or(next, |number: u32| number.saturating_add(1));
            let entries: Option<Vec<Entry>> = get(self.vault, &key).await?;
            for entry in entries.unwrap_or_default() {
                run.note(&entry);
            }
        }
        Ok(Some(Stored { head, run, next }))
    }

    /// The writes of a run as they were shown.
    pub(super) async fn rows(&self, id: RunId) -> Result<Vec<OpRow>, Fault> {
        let mut rows = Vec::new();
        for key in self.vault.keys(&self.key(id, "shown/")).await? {
            let some: Option<Vec<OpRow>> = get(self.vault, &key).await?;
            rows.extend(some.unwrap_or_default());
        }
        Ok(rows)
    }

    /// A journal that nothing is added to any more in few values: what a long run added one by one is
    /// read again with every look at the history. What is put, and what goes.
    pub(super) async fn compacted(&self, stored: &Stored) -> Result<(Puts, Vec<String>), Fault> {
        let SyncRun {
            since, ops, ends, ..
        } = &stored.run;
        let mut values: Vec<Vec<Entry>> = in_parts(SyncRun::beginning(ops.clone(), *since))
            .map(|entry| vec![entry])
            .collect();
        let ended = (0..).zip(ends).filter_map(|(op, end)| {
            let end = end.clone()?;
            Some(Entry::Ended { op, end })
        });
        let ended: Vec<Entry> = ended.collect();
        values.extend(ended.chunks(IN_ONE).map(<[Entry]>::to_vec));
        values.push(vec![Entry::Closed]);
        let id = stored.head.id;
        let mut puts = Vec::new();
        for (number, value) in (0..).zip(&values) {
            puts.push((self.entry_key(id, number), bytes(value)?));
        }
        let is_put = |key: &String| puts.iter().any(|(put, _)| put == key);
        let before = self.vault.keys(&self.key(id, "journal/")).await?;
        let gone = before.into_iter().filter(|key| !is_put(key)).collect();
        Ok((puts, gone))
    }

    /// Every key of a run.
    pub(super) async fn keys(&self, id: RunId) -> Result<Vec<String>, Fault> {
        self.vault.keys(&self.key(id, "")).await
    }
}

/// A long plan in several entries.
fn in_parts([began, planned]: [Entry; 2]) -> impl Iterator<Item = Entry> {
    let parts = match planned {
        Entry::Planned { ops } => ops
            .chunks(IN_ONE)
            .map(|ops| Entry::Planned { ops: ops.to_vec() })
            .collect(),
        other => vec![other],
    };
    std::iter::once(began).chain(parts)
}

impl Summary {
    /// A run in the list of runs; of its writes so many were taken back since.
    pub(super) fn at_a_glance(&self, head: &Head, undoable: u32) -> HistoryRun {
        HistoryRun {
            id: head.id,
            purpose: head.purpose.clone(),
            began: head.began,
            counts: self.counts,
            is_closed: self.is_closed,
            undoable,
        }
    }
}
