//! What POS says happened since a run was planned, by its feed of versions. The store's search may
//! lag behind; this does not.

use std::collections::{BTreeMap, BTreeSet};

use tandem_backends::customers::{self, Cursor};
use tandem_core::{Fault, FaultKind, Observed, RecordId, Side, Stamp, canon, sync::apply::Look};

use crate::{Clock, Transport, ask::ask};

/// Everybody who changed since a run was planned.
#[derive(Clone, Debug, Default)]
pub(super) struct Feed {
    seen: Cursor,
    /// As they are now; `None` for those who are gone.
    changed: BTreeMap<RecordId, Option<Observed>>,
    /// Who of them has an email, by its key.
    by_email: BTreeMap<String, BTreeSet<RecordId>>,
    /// Who of them has a code.
    by_code: BTreeMap<String, BTreeSet<RecordId>>,
}

/// How far the feed is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until<'a> {
    /// Until nothing more happened: before a write.
    End,
    /// Until all who are looked for came up: after a write that they are read back from. A page that
    /// is short is not known to be the last, and the empty one behind it is asked for before the
    /// next write anyway.
    CameUp(&'a [Look]),
}

impl Feed {
    /// What happens after `stamp`.
    pub(super) fn since(stamp: Stamp) -> Self {
        Self {
            seen: Cursor(u64::try_from(stamp.0).unwrap_or_default()),
            ..Self::default()
        }
    }

    pub(super) async fn read_on(
        &mut self,
        (transport, clock): (&impl Transport, &impl Clock),
        until: Until<'_>,
    ) -> Result<(), Fault> {
        let mut came_up = BTreeSet::new();
        loop {
            let response = ask(transport, clock, &customers::pos_changes(self.seen)).await?;
            let page = customers::page(Side::Pos, self.seen, &response)?;
            if !page.problems.is_empty() {
                // Whoever cannot be read may be the one who is looked for.
                return Err(Fault::of(FaultKind::Damaged));
            }
            for id in page.removed {
                came_up.insert(id.clone());
                self.note(id, None);
            }
            for record in page.records {
                came_up.insert(record.id.clone());
                self.note(record.id.clone(), Some(record));
            }
            self.seen = page.seen;
            let is_enough = match until {
                Until::End => false,
                Until::CameUp(looks) => looks.iter().all(|look| self.is_among(&came_up, look)),
            };
            if page.next.is_none() || is_enough {
                return Ok(());
            }
        }
    }

    fn is_among(&self, came_up: &BTreeSet<RecordId>, look: &Look) -> bool {
        match look {
            Look::Record { id, .. } => came_up.contains(id),
            Look::People { email, code, .. } => self
                .ids(email.as_deref(), code.as_deref())
                .iter()
                .any(|id| came_up.contains(id)),
        }
    }

    fn note(&mut self, id: RecordId, record: Option<Observed>) {
        if let Some(Some(before)) = self.changed.get(&id) {
            for (index, key) in [
                (&mut self.by_email, email_key(before)),
                (&mut self.by_code, before.reference.clone()),
            ] {
                if let Some(known) = key.and_then(|key| index.get_mut(&key)) {
                    known.remove(&id);
                }
            }
        }
        if let Some(now) = &record {
            for (index, key) in [
                (&mut self.by_email, email_key(now)),
                (&mut self.by_code, now.reference.clone()),
            ] {
                if let Some(key) = key {
                    index.entry(key).or_default().insert(id.clone());
                }
            }
        }
        self.changed.insert(id, record);
    }

    fn ids(&self, email: Option<&str>, code: Option<&str>) -> BTreeSet<&RecordId> {
        let by_email = email.and_then(|email| self.by_email.get(&canon::email::key(email)));
        let by_code = code.and_then(|code| self.by_code.get(code));
        by_email.into_iter().chain(by_code).flatten().collect()
    }

    /// What became of somebody who changed; the inner `None` where the record is gone.
    pub(super) fn changed(&self, id: &RecordId) -> Option<Option<Observed>> {
        self.changed.get(id).cloned()
    }

    /// Everybody who came since, or changed, and has this email or this code now.
    pub(super) fn people(&self, email: Option<&str>, code: Option<&str>) -> Vec<Observed> {
        let ids = self.ids(email, code).into_iter();
        ids.filter_map(|id| self.changed(id).flatten()).collect()
    }
}

fn email_key(record: &Observed) -> Option<String> {
    record.email.as_deref().map(canon::email::key)
}
