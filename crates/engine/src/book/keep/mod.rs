//! What of the book lies in a [`Vault`]: the digest key, what was agreed, what people decided. Each
//! kind of value has its keys and its form here or in the rooms below; nobody else reads them. What
//! was read of the customers is kept in `reader`'s rooms.
//!
//! A damaged or newer archive, or decisions, are a fault that says so, and nothing is written over
//! them. A key says which two stores, and nothing about a customer.

mod archive;
pub(crate) mod value;

use tandem_core::{
    Archive, DigestKey, Fault, FieldSet, RecordId, RecordRef, Sides, archive::Commitment,
    decisions::Decisions,
};

use super::{Book, Turns, reader};
use crate::Vault;
pub(super) use archive::Kept;
use archive::Noted;
use value::{pack, unpack};

/// How many commitments are put down at once.
const AT_ONCE: usize = 2000;

/// All keys of one store pair begin with this.
#[must_use]
pub fn prefix(stores: &Sides<String>) -> String {
    format!("pair:{}:{}/", stores.pos, stores.ecom)
}

/// The book of a store pair (POS domain prefix and eCom store id) as it was kept, with what was last
/// read whole, or an empty one.
/// `fresh` becomes the key of all digests where none is kept; digests of another key say nothing,
/// so that an archive whose key is lost is worth its links only.
///
/// # Errors
/// `KeptDamaged`, `KeptNewer`, `WrongStore`, `NotKept`; nothing was written over then.
pub async fn open(
    vault: &impl Vault,
    stores: &Sides<String>,
    fresh: DigestKey,
    scope: FieldSet,
) -> Result<Book, Fault> {
    let mut kept = Kept::new(stores);
    let decisions = match vault.get(&kept.key("decisions")).await? {
        Some(bytes) => unpack(&bytes)?,
        None => Decisions::default(),
    };
    let turns = match vault.get(&kept.key("turns")).await? {
        Some(bytes) => unpack(&bytes)?,
        None => Turns::default(),
    };
    let key = match vault.get(&kept.key("digests")).await? {
        Some(bytes) => Some(unpack::<DigestKey>(&bytes)?),
        None => None,
    };
    let archive = kept.open(vault, key, fresh).await?;
    let mut book = Book::new(key.unwrap_or(fresh), scope);
    (book.archive, book.kept) = (archive, kept);
    (book.decisions, book.turns) = (decisions, turns);
    reader::open(vault, &mut book).await?;
    Ok(book)
}

/// Notes what was found out, in the vault and then in memory, and has the decisions forget the
/// answers that were for it, where the archive takes it.
///
/// # Errors
/// `NotKept`; what was noted before stands, in both.
pub async fn note(
    vault: &impl Vault,
    book: &mut Book,
    commitments: &[Commitment],
) -> Result<(), Fault> {
    for some in commitments.chunks(AT_ONCE) {
        note_some(vault, book, some).await?;
    }
    noted(vault, book, !commitments.is_empty()).await;
    Ok(())
}

/// Commitments as bytes, so many together as are put down at once: as values, those of a large shop
/// take more memory than all that is known of it.
///
/// # Errors
/// `Bug`: they can always be written.
pub fn packed(commitments: impl IntoIterator<Item = Commitment>) -> Result<Vec<Vec<u8>>, Fault> {
    let mut all = commitments.into_iter();
    let mut packs = Vec::new();
    loop {
        let some: Vec<Commitment> = all.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(packs);
        }
        let mut bytes = pack(&some)?;
        bytes.shrink_to_fit();
        packs.push(bytes);
    }
}

/// [`note`] of what was [`packed`].
///
/// # Errors
/// As [`note`].
pub async fn note_packed(
    vault: &impl Vault,
    book: &mut Book,
    packs: Vec<Vec<u8>>,
) -> Result<(), Fault> {
    let is_news = !packs.is_empty();
    for bytes in packs {
        let some: Vec<Commitment> = unpack(&bytes)?;
        drop(bytes);
        note_some(vault, book, &some).await?;
    }
    noted(vault, book, is_news).await;
    Ok(())
}

async fn note_some(vault: &impl Vault, book: &mut Book, some: &[Commitment]) -> Result<(), Fault> {
    let mut put = Vec::new();
    let decisions = decisions_after(book, some);
    if let Some(decisions) = &decisions {
        put.push((book.kept.key("decisions"), pack(decisions)?));
    }
    let noted = some.iter().cloned().map(Noted::Commitment).collect();
    book.kept.log(vault, noted, put).await?;
    for commitment in some {
        book.kept.touch(&commitment.ids.pos);
        book.archive.commit(commitment, &book.key);
    }
    book.decisions = decisions.unwrap_or(std::mem::take(&mut book.decisions));
    Ok(())
}

async fn noted(vault: &impl Vault, book: &mut Book, is_news: bool) {
    if is_news {
        book.changed();
    }
    book.kept
        .compact_if_grown(vault, &book.archive, &book.key)
        .await;
}

/// The decisions without the answers that are for what the archive will take; `None` where that
/// changes nothing.
fn decisions_after(book: &Book, commitments: &[Commitment]) -> Option<Decisions> {
    let forgets = |one: &&Commitment| book.decisions.awaits(one) && book.archive.takes(&one.ids);
    let mut forgetting = commitments.iter().filter(forgets).peekable();
    forgetting.peek()?;
    let mut decisions = book.decisions.clone();
    forgetting.for_each(|one| decisions.noted(one));
    Some(decisions)
}

/// A person's word that two records are one person. What either was linked to before is let go.
///
/// # Errors
/// `NotKept`; nothing was changed then.
pub async fn link(vault: &impl Vault, book: &mut Book, ids: Sides<RecordId>) -> Result<(), Fault> {
    said(vault, book, Noted::Link(ids)).await
}

/// A person's word that two records are not one person.
///
/// # Errors
/// As [`link`].
pub async fn unlink(
    vault: &impl Vault,
    book: &mut Book,
    ids: Sides<RecordId>,
) -> Result<(), Fault> {
    said(vault, book, Noted::Unlink(ids)).await
}

/// Forgets the pair of a record, if there is one; nothing is said about who is who.
///
/// # Errors
/// As [`link`].
pub async fn forget(vault: &impl Vault, book: &mut Book, record: &RecordRef) -> Result<(), Fault> {
    let found = book.archive.find(record.side, &record.id);
    match found.map(|found| found.ids.pos.clone()) {
        Some(pos) => said(vault, book, Noted::Forget(pos)).await,
        None => Ok(()),
    }
}

/// Notes how many records each side has, for the run that comes next to compare with.
///
/// # Errors
/// As [`link`].
pub async fn set_last_count(
    vault: &impl Vault,
    book: &mut Book,
    counts: Sides<u32>,
) -> Result<(), Fault> {
    if book.archive.last_count() == counts {
        return Ok(());
    }
    said(vault, book, Noted::Counts(counts)).await
}

async fn said(vault: &impl Vault, book: &mut Book, noted: Noted) -> Result<(), Fault> {
    book.kept
        .log(vault, vec![noted.clone()], Vec::new())
        .await?;
    book.kept.apply(&mut book.archive, &noted, &book.key);
    book.changed();
    book.kept
        .compact_if_grown(vault, &book.archive, &book.key)
        .await;
    Ok(())
}

/// What people decided, from now on: kept, and then in memory. Whose line changes by it is the
/// caller's to say ([`Book::redo`]).
///
/// # Errors
/// As [`link`].
pub async fn save_decisions(
    vault: &impl Vault,
    book: &mut Book,
    decisions: Decisions,
) -> Result<(), Fault> {
    let turns = book.turns.after(&book.decisions, &decisions);
    let put = vec![
        (book.kept.key("decisions"), pack(&decisions)?),
        (book.kept.key("turns"), pack(&turns)?),
    ];
    vault.change(put, Vec::new()).await?;
    (book.decisions, book.turns) = (decisions, turns);
    Ok(())
}

/// An archive of which the links alone count.
fn links_of(archive: &mut Archive) {
    let ids: Vec<Sides<RecordId>> = archive.iter().map(|pair| pair.ids.clone()).collect();
    for ids in ids {
        archive.forget(&ids.pos);
        archive.set(tandem_core::Agreement::link(ids));
    }
}

#[cfg(test)]
mod tests;
