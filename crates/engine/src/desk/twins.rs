//! Who may be the same person as a customer who has one record: found by clues, compared record by
//! record, shown with what speaks for it. Nothing here links.

use tandem_core::{
    Fault, Observed, RecordId, RecordRef, Side,
    canon::email,
    show::{ListQuery, Suggested, Twins},
    suggest::{self, Clues, Evidence, Index},
};

use super::{Desk, inside::Inside, review::is_on};
use crate::{
    Vault,
    book::{Book, reader},
};

/// How many candidates are compared.
const MOST: usize = 24;
/// How many are shown.
const SHOWN: usize = 8;
/// How many rows of a search are looked at.
const SEARCHED: u32 = 200;

/// The clues of one side's records, until it is read again.
#[derive(Debug)]
pub(super) struct Clued {
    ids: Vec<RecordId>,
    index: Index,
}

impl<V: Vault> Desk<V> {
    /// Records of the other side that a person may mean: those that look like the customer, or those
    /// that are found by words.
    ///
    /// # Errors
    /// `Stale` where there is no such customer any more; those of the vault.
    pub async fn twins(&self, key: &RecordRef, search: &str) -> Result<Twins, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        inside.look();
        let (_, line) = inside.find(key)?;
        let around = self.around(inside, &line, search.trim().is_empty()).await?;
        if search.trim().is_empty() {
            let found = around.candidates;
            return Ok(Twins { found });
        }
        let Some((side, own)) = around.only() else {
            return Ok(Twins::default());
        };
        let query = ListQuery {
            search: search.to_owned(),
            count: SEARCHED,
            ..ListQuery::default()
        };
        let page = inside.book.list(&query);
        let rows = page.rows.into_iter();
        let free = rows.filter(|row| *row.is_on.get(side.other()) && !*row.is_on.get(side));
        let ids = free.map(|row| row.who.key.id).collect();
        let found = self.compared(inside, (side, own), ids, true).await?;
        Ok(Twins { found })
    }

    /// Who of the other side may be the person of this record, the likeliest first.
    pub(super) async fn twins_of(
        &self,
        inside: &mut Inside,
        side: Side,
        own: &Observed,
    ) -> Result<Vec<Suggested>, Fault> {
        let other = side.other();
        if inside.clued.get(other).is_none() {
            let clued = self.clue(&inside.book, other).await?;
            *inside.clued.get_mut(other) = Some(clued);
        }
        let Some(clued) = inside.clued.get(other) else {
            return Ok(Vec::new());
        };
        let places = clued
            .index
            .candidates(Clues::of(own, &inside.book.key), MOST);
        let ids = places.into_iter().filter_map(|place| {
            let place = usize::try_from(place).ok()?;
            clued.ids.get(place).cloned()
        });
        let ids = ids.collect();
        self.compared(inside, (side, own), ids, false).await
    }

    /// The clues of all records of a side.
    async fn clue(&self, book: &Book, side: Side) -> Result<Clued, Fault> {
        let (mut ids, mut clues) = (Vec::new(), Vec::new());
        let key = book.key;
        reader::each_record(&self.vault, book, side, |record| {
            ids.push(record.id.clone());
            clues.push(Clues::of(record, &key));
        })
        .await?;
        Ok(Clued {
            ids,
            index: Index::of(clues),
        })
    }

    /// These records of the other side, compared with this one; without those who are somebody's
    /// twin. All of them, or those that something speaks for.
    async fn compared(
        &self,
        inside: &Inside,
        (side, own): (Side, &Observed),
        ids: Vec<RecordId>,
        all: bool,
    ) -> Result<Vec<Suggested>, Fault> {
        let mut found = Vec::new();
        for id in ids {
            let key = RecordRef {
                side: side.other(),
                id,
            };
            let Ok((_, line)) = inside.find(&key) else {
                continue;
            };
            if is_on(&line).pos == is_on(&line).ecom {
                continue;
            }
            let Some(record) = self.record(inside, &key).await? else {
                continue;
            };
            let (score, evidence) = match side {
                Side::Pos => likeness(own, &record),
                Side::Ecom => likeness(&record, own),
            };
            if all || !evidence.is_empty() {
                found.push(Suggested {
                    who: inside.book.who(&key),
                    score,
                    evidence,
                });
            }
        }
        found.sort_by(|a, b| (b.score, &a.who.key).cmp(&(a.score, &b.who.key)));
        if !all {
            found.truncate(SHOWN);
        }
        Ok(found)
    }
}

/// How much speaks for two records being one person. Those of one email are shown in any case.
fn likeness(pos: &Observed, ecom: &Observed) -> (u8, Vec<Evidence>) {
    if let Some(found) = suggest::compare(pos, ecom) {
        return (found.score, found.evidence);
    }
    let key = |record: &Observed| record.email.as_deref().map(email::key);
    let email = key(pos);
    if email.is_some() && email == key(ecom) {
        return (0, vec![Evidence::SameEmail]);
    }
    (0, Vec::new())
}
