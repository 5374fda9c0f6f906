//! Reading the customers of both sides into the vault, page by page, and from there into the book.
//! Whatever was read is kept before the next page is asked for, so that a reading that was stopped
//! or killed goes on where it was. What follows of what was read is none of this room's business.

mod chunk;
mod notes;
mod packed;
mod records;
mod side;
mod whole;

use std::cell::{Cell, RefCell};

use futures::join;
use tandem_core::{Fault, FaultKind, Side, Sides, show::ReadingView};

use super::Book;
use crate::{Clock, Transport, Vault};
use chunk::Chunk;
use notes::{Keys, Kind, Partial, Stage};
use side::{Around, Counted, SideReader, fresh};
use whole::{all_read, changes_read};

pub(super) use notes::Whole;
pub use records::{AtHand, each_record, of_chunk, records};
pub use whole::{drop_all, open};

/// For how long changes alone are read before everybody is read again, in milliseconds.
const FRESH_ENOUGH: u64 = 7 * 24 * 3_600_000;

/// How old a half-read list by offset may be to go on with it, in milliseconds. Whoever is deleted
/// and added meanwhile leaves its total as it was.
const OLDEST_LIST: u64 = 3_600_000;

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Everybody.
    Whole,
    /// What changed since everybody was read, where that was not too long ago; else everybody.
    Changes,
}

/// How a reading ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Both sides were read, and the book has them.
    Read,
    /// It was paused; the next [`read`] goes on with it.
    Paused,
    /// Something has to be mended; the next [`read`] goes on with it.
    Failed(Sides<Option<Fault>>),
}

/// Somebody who looks on while customers are read, and may stop it.
pub trait ReadWatch {
    /// It has come so far.
    fn progress(&self, view: &ReadingView);
    /// Whether it is to stop. Asked between pages.
    fn is_paused(&self) -> bool;
}

/// What of a book a reading goes by, so that nobody waits for the book while the stores are asked.
#[derive(Clone, Debug)]
pub struct Lead {
    keys: Keys,
    whole: Option<Whole>,
}

/// What was read of both sides, and is still to be given to the book.
#[derive(Clone, Debug)]
pub struct Gathered {
    partials: Sides<Partial>,
    now: u64,
}

impl Book {
    /// What a reading goes by.
    #[must_use]
    pub fn lead(&self) -> Lead {
        Lead {
            keys: Keys::of(&self.kept),
            whole: self.whole.clone().filter(|_| self.read.is_some()),
        }
    }
}

/// Reads both sides at once, or goes on where a reading was stopped. Until both are read, the book
/// has what was read before.
pub async fn read<T: Transport>(
    vault: &impl Vault,
    book: &mut Book,
    ways: (&Sides<T>, &impl Clock),
    watch: &impl ReadWatch,
    how: How,
) -> Ended {
    match gather(vault, &book.lead(), ways, watch, how).await {
        Ok(gathered) => take(vault, book, gathered).await,
        Err(ended) => ended,
    }
}

/// The part of [`read`] that asks the stores, without the book. One at a time.
///
/// # Errors
/// How it ended, where not both sides were read.
pub async fn gather<T: Transport>(
    vault: &impl Vault,
    lead: &Lead,
    ways: (&Sides<T>, &impl Clock),
    watch: &impl ReadWatch,
    how: How,
) -> Result<Gathered, Ended> {
    let gathered = attempt(vault, lead, ways, watch, how).await;
    gathered.unwrap_or_else(|fault| Err(failed(&fault)))
}

/// The part of [`read`] that gives the book what was gathered by its lead.
pub async fn take(vault: &impl Vault, book: &mut Book, gathered: Gathered) -> Ended {
    let keys = Keys::of(&book.kept);
    let Gathered { partials, now } = gathered;
    let taken = match partials.pos.kind {
        Kind::All => all_read(vault, &keys, book, partials, now).await,
        Kind::Changes => changes_read(vault, &keys, book, partials, now).await,
    };
    taken.map_or_else(|fault| failed(&fault), |()| Ended::Read)
}

fn failed(fault: &Fault) -> Ended {
    Ended::Failed(Sides::from_fn(|_| Some(fault.clone())))
}

async fn attempt<T: Transport>(
    vault: &impl Vault,
    Lead { keys, whole }: &Lead,
    (stores, clock): (&Sides<T>, &impl Clock),
    watch: &impl ReadWatch,
    how: How,
) -> Result<Result<Gathered, Ended>, Fault> {
    let begun = begin(vault, keys, whole.as_ref(), how, clock.now_ms()).await?;
    let around = Around {
        vault,
        clock,
        watch,
        keys,
        view: RefCell::default(),
    };
    let transports = Sides::from_fn(|side| Counted {
        transport: stores.get(side),
        calls: Cell::new(begun.get(side).0.calls),
    });
    let of_side = |side: Side, (partial, tail): (Partial, Chunk)| SideReader {
        side,
        around: &around,
        transport: transports.get(side),
        whole: whole.as_ref().map(|whole| whole.sides.get(side)),
        partial,
        tail,
    };
    let mut pos = of_side(Side::Pos, begun.pos);
    let mut ecom = of_side(Side::Ecom, begun.ecom);
    let (of_pos, of_ecom) = join!(pos.run(), ecom.run());
    let partials = Sides {
        pos: pos.partial,
        ecom: ecom.partial,
    };
    Ok(match (of_pos, of_ecom) {
        (Ok(true), Ok(true)) => Ok(Gathered {
            partials,
            now: clock.now_ms(),
        }),
        (Ok(_), Ok(_)) => Err(Ended::Paused),
        (of_pos, of_ecom) => Err(Ended::Failed(Sides {
            pos: of_pos.err(),
            ecom: of_ecom.err(),
        })),
    })
}

/// Where both sides' readings go on or begin, with the chunks that are written now.
async fn begin(
    vault: &impl Vault,
    keys: &Keys,
    whole: Option<&Whole>,
    how: How,
    now: u64,
) -> Result<Sides<(Partial, Chunk)>, Fault> {
    let found = Sides {
        pos: keys.partial(vault, Side::Pos).await?,
        ecom: keys.partial(vault, Side::Ecom).await?,
    };
    let is_all = |partial: &Option<Partial>| {
        partial
            .as_ref()
            .is_some_and(|partial| partial.kind == Kind::All)
    };
    let is_due = !whole.is_some_and(|whole| whole.is_fresh_enough(now));
    let kind = if how == How::Whole || is_due || is_all(&found.pos) || is_all(&found.ecom) {
        Kind::All
    } else {
        Kind::Changes
    };
    let (mut put, mut remove) = (Vec::new(), Vec::new());
    let mut begun = Vec::new();
    for (side, found) in [(Side::Pos, found.pos), (Side::Ecom, found.ecom)] {
        if let Some(partial) = found {
            let goes_on = partial.kind == kind && !is_stale(side, &partial, now);
            let tail = match partial.chunks.last() {
                Some(last) => keys.get(vault, side, *last).await?,
                None => Some(Chunk::default()),
            };
            if let (true, Some(tail)) = (goes_on, tail) {
                begun.push((partial, tail));
                continue;
            }
            remove.extend(keys.chunks(side, &partial.chunks));
        }
        let partial = fresh(kind, side, whole.map(|whole| whole.sides.get(side)), now);
        put.push(keys.put_partial(side, &partial)?);
        begun.push((partial, Chunk::default()));
    }
    if !put.is_empty() {
        vault.change(put, remove).await?;
    }
    let mut begun = begun.into_iter();
    let bug = || Fault::of(FaultKind::Bug);
    Ok(Sides {
        pos: begun.next().ok_or_else(bug)?,
        ecom: begun.next().ok_or_else(bug)?,
    })
}

fn is_stale(side: Side, partial: &Partial, now: u64) -> bool {
    let is_list = side == Side::Ecom && partial.stage == Stage::List;
    is_list && now.saturating_sub(partial.began) > OLDEST_LIST
}

impl Whole {
    /// Whether it can be brought up to date by what changed.
    fn is_fresh_enough(&self, now: u64) -> bool {
        let can_be = |side: Side| {
            let side = self.sides.get(side);
            side.is_whole && side.changes.len() <= side.base.len().max(16)
        };
        now.saturating_sub(self.whole_at) < FRESH_ENOUGH && Side::BOTH.into_iter().all(can_be)
    }
}

/// Gives up the reading that was paused; the last whole one stays.
///
/// # Errors
/// `NotKept`; nothing was changed then.
pub async fn cancel(vault: &impl Vault, book: &Book) -> Result<(), Fault> {
    let keys = Keys::of(&book.kept);
    let mut remove = keys.both_next();
    for side in Side::BOTH {
        if let Some(partial) = keys.partial(vault, side).await? {
            remove.extend(keys.chunks(side, &partial.chunks));
        }
    }
    vault.change(Vec::new(), remove).await
}

/// How far the reading is that was paused or killed; `None` where there is none.
///
/// # Errors
/// `NotKept`.
pub async fn under_way(vault: &impl Vault, book: &Book) -> Result<Option<ReadingView>, Fault> {
    let keys = Keys::of(&book.kept);
    let mut view = None;
    for side in Side::BOTH {
        if let Some(partial) = keys.partial(vault, side).await? {
            let view = view.get_or_insert_with(ReadingView::default);
            view.is_paused = true;
            *view.read.get_mut(side) = partial.read;
            *view.calls.get_mut(side) = partial.calls;
            let total = partial
                .total
                .map(|total| u32::try_from(total).unwrap_or(u32::MAX));
            *view.total.get_mut(side) = total;
        }
    }
    Ok(view)
}
