//! Whole records out of their chunks, for the few of whom a value is needed.

use std::collections::BTreeMap;

use tandem_core::{Fault, Observed, RecordId, RecordRef, Side, sync::Records};

use super::notes::Keys;
use crate::{Vault, book::Book};

/// Records that are at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtHand(pub BTreeMap<RecordRef, Observed>);

impl Records for AtHand {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        let id = id.clone();
        self.0.get(&RecordRef { side, id }).cloned()
    }
}

/// These records as the book last read them. Each chunk is read once. Those that are not in the
/// book are left out.
///
/// # Errors
/// `NotKept`.
pub async fn records(
    vault: &impl Vault,
    book: &Book,
    wanted: impl IntoIterator<Item = RecordRef>,
) -> Result<AtHand, Fault> {
    let mut found = AtHand::default();
    let (Some(read), Some(whole)) = (&book.read, &book.whole) else {
        return Ok(found);
    };
    let mut by_chunk: BTreeMap<(Side, u16), Vec<RecordId>> = BTreeMap::new();
    for RecordRef { side, id } in wanted {
        let sheet = read.get(side);
        let place = sheet.snapshot.place(&id);
        let place = place.and_then(|place| usize::try_from(place).ok());
        if let Some(chunk) = place.and_then(|place| sheet.chunks.get(place)) {
            by_chunk.entry((side, *chunk)).or_default().push(id);
        }
    }
    let keys = Keys::of(&book.kept);
    for ((side, place), mut ids) in by_chunk {
        ids.sort_unstable();
        let of_side = whole.sides.get(side);
        let mut numbers = of_side.base.iter().chain(&of_side.changes);
        let Some(number) = numbers.nth(usize::from(place)) else {
            continue;
        };
        let is_base = usize::from(place) < of_side.base.len();
        let records = keys.pick(vault, (side, *number), &ids).await?;
        for record in records.unwrap_or_default() {
            let id = record.id.clone();
            let key = RecordRef { side, id };
            let earlier = found.0.get(&key);
            // Of a record that came twice the newest counts, and of what changed the later.
            if !is_base || earlier.is_none_or(|earlier| earlier.stamp <= record.stamp) {
                found.0.insert(key, record);
            }
        }
    }
    Ok(found)
}

/// Calls `each` with every record of a side as the book last read it, chunk by chunk.
///
/// # Errors
/// `NotKept`.
pub async fn each_record(
    vault: &impl Vault,
    book: &Book,
    side: Side,
    mut each: impl FnMut(&Observed),
) -> Result<(), Fault> {
    let mut place = 0;
    while let Some(records) = of_chunk(vault, book, side, place).await? {
        records.iter().for_each(&mut each);
        place += 1;
    }
    Ok(())
}

/// The records of a side's chunk as the book last read them: who changed later is in a later chunk.
/// `None` behind the last chunk.
///
/// # Errors
/// `NotKept`.
pub async fn of_chunk(
    vault: &impl Vault,
    book: &Book,
    side: Side,
    place: u16,
) -> Result<Option<Vec<Observed>>, Fault> {
    let (Some(read), Some(whole)) = (&book.read, &book.whole) else {
        return Ok(None);
    };
    let (sheet, of_side) = (read.get(side), whole.sides.get(side));
    let mut numbers = of_side.base.iter().chain(&of_side.changes);
    let Some(number) = numbers.nth(usize::from(place)) else {
        return Ok(None);
    };
    let chunk = Keys::of(&book.kept).get(vault, side, *number).await?;
    let is_now = |record: &Observed| {
        let stands = sheet.snapshot.place(&record.id);
        let stands = stands.and_then(|at| usize::try_from(at).ok());
        stands.and_then(|at| sheet.chunks.get(at)) == Some(&place)
    };
    let mut records = chunk.unwrap_or_default().records;
    records.retain(is_now);
    Ok(Some(records))
}
