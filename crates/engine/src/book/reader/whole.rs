//! What both sides came to: from the chunks of a finished reading into the book, whole or on top of
//! what was read before. No store is asked for anything here.

use tandem_core::{DigestKey, Fault, FaultKind, Side, Sides, Stamp};

use super::{
    chunk::{Chunk, Maker, OF_A_CHUNK},
    notes::{Keys, Partial, Whole, WholeSide},
};
use crate::{
    Vault,
    book::{Book, Sheet, keep::value},
};

/// From when on the side's changes were not read. A record may have changed after its page was read
/// and before the newest stamp was made, but not before the reading began.
fn since(side: Side, partial: &Partial, now: u64) -> u64 {
    match side {
        Side::Pos => partial.newest,
        Side::Ecom => {
            let seconds = now.saturating_sub(partial.began).div_ceil(1000);
            partial.newest.saturating_sub(seconds)
        }
    }
}

/// Both sides were read whole: from now on this is what the book has.
pub(super) async fn all_read(
    vault: &impl Vault,
    keys: &Keys,
    book: &mut Book,
    partials: Sides<Partial>,
    now: u64,
) -> Result<(), Fault> {
    let before = book.whole.take().unwrap_or_default();
    let mut remove = keys.both_next();
    for (side, whole) in [
        (Side::Pos, &before.sides.pos),
        (Side::Ecom, &before.sides.ecom),
    ] {
        remove.extend(keys.chunks(side, &whole.base));
        remove.extend(keys.chunks(side, &whole.changes));
    }
    let whole = Whole {
        sides: partials.map(|side, partial| WholeSide {
            since: since(side, &partial, now),
            base: partial.chunks,
            changes: Vec::new(),
            is_whole: partial.stood_still,
            count: partial.read,
            newest: partial.newest,
        }),
        whole_at: now,
        read_at: now,
    };
    let put = vec![(keys.whole(), value::pack(&whole)?)];
    if let Err(fault) = vault.change(put, remove).await {
        book.whole = Some(before).filter(|_| book.read.is_some());
        return Err(fault);
    }
    // Two of them at once would take twice the memory.
    book.set_read(None);
    let read = load(vault, keys, &whole, book.key).await?;
    book.set_read(read);
    book.whole = Some(whole);
    Ok(())
}

/// What changed was read: it goes on top of what the book has.
pub(super) async fn changes_read(
    vault: &impl Vault,
    keys: &Keys,
    book: &mut Book,
    partials: Sides<Partial>,
    now: u64,
) -> Result<(), Fault> {
    let (Some(mut whole), Some(_)) = (book.whole.clone(), &book.read) else {
        return Err(Fault::of(FaultKind::Bug));
    };
    whole.read_at = now;
    let (mut put, mut remove) = (Vec::new(), keys.both_next());
    let mut changed = Sides::from_fn(|_| None);
    for (side, partial) in [(Side::Pos, partials.pos), (Side::Ecom, partials.ecom)] {
        let of_side = whole.sides.get_mut(side);
        of_side.newest = partial.newest;
        of_side.since = of_side.since.max(since(side, &partial, now));
        if partial.chunks.is_empty() {
            continue;
        }
        let mut maker = Maker::of_changes(side, book.key);
        let gone = || Fault::of(FaultKind::KeptDamaged);
        for number in &partial.chunks {
            let chunk = keys.get(vault, side, *number).await?.ok_or_else(gone)?;
            let merged = merge(vault, keys, side, of_side, &chunk).await?;
            if let Some((earlier, merged)) = merged {
                of_side.changes.pop();
                remove.push(keys.chunk(side, earlier));
                put.push(keys.put_chunk(side, *number, &merged)?);
            }
            of_side.changes.push(*number);
            let place = of_side.base.len() + of_side.changes.len() - 1;
            maker.take(u16::try_from(place).unwrap_or(u16::MAX), chunk);
        }
        *changed.get_mut(side) = Some(maker);
    }
    put.push((keys.whole(), value::pack(&whole)?));
    vault.change(put, remove).await?;
    let (has_changed, seen) = (
        changed.pos.is_some() || changed.ecom.is_some(),
        whole.seen(),
    );
    book.whole = Some(whole);
    if has_changed && let Some(read) = book.read.take() {
        let with = |sheet, maker: Option<Maker>| match maker {
            Some(maker) => maker.added_to(sheet),
            None => sheet,
        };
        let mut read = Sides {
            pos: with(read.pos, changed.pos),
            ecom: with(read.ecom, changed.ecom),
        };
        (read.pos.seen, read.ecom.seen) = (seen.pos, seen.ecom);
        book.set_read(Some(read));
    }
    Ok(())
}

/// The last chunk of what changed before, with this one behind it, where both are small: there are
/// few chunks however often a little changes.
async fn merge(
    vault: &impl Vault,
    keys: &Keys,
    side: Side,
    whole: &WholeSide,
    later: &Chunk,
) -> Result<Option<(u32, Chunk)>, Fault> {
    let Some(last) = whole.changes.last().copied() else {
        return Ok(None);
    };
    if later.len() >= OF_A_CHUNK / 2 {
        return Ok(None);
    }
    let earlier = keys.get(vault, side, last).await?;
    let small = earlier.filter(|earlier| earlier.len() + later.len() <= OF_A_CHUNK);
    Ok(small.map(|mut merged| {
        merged.append(later.clone());
        (last, merged)
    }))
}

impl Whole {
    fn seen(&self) -> Sides<Stamp> {
        let stamp = |seen| Stamp(i64::try_from(seen).unwrap_or(i64::MAX));
        Sides {
            pos: stamp(self.sides.pos.newest),
            ecom: stamp(self.sides.ecom.newest),
        }
    }
}

/// Both sides out of their chunks, one chunk after another; `None` where one cannot be read.
async fn load(
    vault: &impl Vault,
    keys: &Keys,
    whole: &Whole,
    key: DigestKey,
) -> Result<Option<Sides<Sheet>>, Fault> {
    let pos = load_side(vault, keys, (Side::Pos, whole), key).await?;
    let ecom = load_side(vault, keys, (Side::Ecom, whole), key).await?;
    Ok(pos.zip(ecom).map(|(pos, ecom)| Sides { pos, ecom }))
}

async fn load_side(
    vault: &impl Vault,
    keys: &Keys,
    (side, whole): (Side, &Whole),
    key: DigestKey,
) -> Result<Option<Sheet>, Fault> {
    let of_side = whole.sides.get(side);
    let mut places = 0..;
    let most = of_side.base.len().saturating_mul(OF_A_CHUNK);
    let count = usize::try_from(of_side.count).unwrap_or(usize::MAX);
    let mut maker = Maker::of_all(side, key, count.min(most));
    for (number, place) in of_side.base.iter().zip(&mut places) {
        match keys.get(vault, side, *number).await? {
            Some(chunk) => maker.take(place, chunk),
            None => return Ok(None),
        }
    }
    let mut sheet = maker.finish(of_side.is_whole);
    if !of_side.changes.is_empty() {
        let mut maker = Maker::of_changes(side, key);
        let first = u16::try_from(of_side.base.len()).unwrap_or(u16::MAX);
        for (number, place) in of_side.changes.iter().zip(first..) {
            match keys.get(vault, side, *number).await? {
                Some(chunk) => maker.take(place, chunk),
                None => return Ok(None),
            }
        }
        sheet = maker.added_to(sheet);
    }
    sheet.seen = *whole.seen().get(side);
    Ok(Some(sheet))
}

/// Gives the book what was last read whole, without a call to a store. A reading that cannot be read
/// back is dropped, and so is what belongs to none.
///
/// # Errors
/// `NotKept`.
pub async fn open(vault: &impl Vault, book: &mut Book) -> Result<(), Fault> {
    let keys = Keys::of(&book.kept);
    let all = vault.keys(&keys.all()).await?;
    if all.is_empty() {
        return Ok(());
    }
    let mut owned = vec![keys.whole()];
    for side in Side::BOTH {
        if let Some(partial) = keys.partial(vault, side).await? {
            owned.push(keys.next(side));
            owned.extend(keys.chunks(side, &partial.chunks));
        }
    }
    let bytes = vault.get(&keys.whole()).await?;
    if let Some(bytes) = bytes {
        let whole: Option<Whole> = value::unpack(&bytes).ok();
        let read = match &whole {
            Some(whole) => load(vault, &keys, whole, book.key).await?,
            None => None,
        };
        let (Some(whole), Some(read)) = (whole, read) else {
            return drop_all(vault, book).await;
        };
        for side in Side::BOTH {
            let of_side = whole.sides.get(side);
            owned.extend(keys.chunks(side, &of_side.base));
            owned.extend(keys.chunks(side, &of_side.changes));
        }
        book.set_read(Some(read));
        book.whole = Some(whole);
    }
    owned.sort_unstable();
    let is_orphan = |key: &String| owned.binary_search(key).is_err();
    let orphans: Vec<String> = all.into_iter().filter(is_orphan).collect();
    if orphans.is_empty() {
        return Ok(());
    }
    vault.change(Vec::new(), orphans).await
}

/// Forgets everything that was read, also what is under way.
///
/// # Errors
/// `NotKept`; nothing was changed then.
pub async fn drop_all(vault: &impl Vault, book: &mut Book) -> Result<(), Fault> {
    let all = vault.keys(&Keys::of(&book.kept).all()).await?;
    vault.change(Vec::new(), all).await?;
    book.whole = None;
    book.set_read(None);
    Ok(())
}
