//! The records of a chunk at rest, each packed for itself: one can be taken out while the others stay
//! packed. What a chunk is, is `chunk`'s.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de,
    ser::{self, SerializeSeq},
};
use tandem_core::{Fault, Observed, RecordId, snapshot::Problem};

use super::chunk::Chunk;
use crate::book::keep::value::{FIRST, SECOND, pack_as, unpack, unpack_up_to, version};

/// A chunk's parts, with its records in some form.
type Parts<R> = (Vec<R>, Vec<RecordId>, Vec<Problem>);

/// A chunk as bytes.
///
/// # Errors
/// As `pack`.
pub(super) fn packed(chunk: &Chunk) -> Result<Vec<u8>, Fault> {
    pack_as(SECOND, chunk)
}

/// A chunk out of its bytes; `None` where it cannot be read.
pub(super) fn unpacked(bytes: &[u8]) -> Option<Chunk> {
    if !is_of_the_first(bytes) {
        return unpack_up_to(SECOND, bytes).ok();
    }
    let (records, removed, problems): Parts<Observed> = unpack(bytes).ok()?;
    Some(Chunk {
        records,
        removed,
        problems,
    })
}

/// Whether records lie in it one behind the other, as they did at first.
fn is_of_the_first(bytes: &[u8]) -> bool {
    version(bytes) == Some(FIRST)
}

/// Bytes that are written in one go.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}

pub(super) fn serialize<S: Serializer>(records: &[Observed], to: S) -> Result<S::Ok, S::Error> {
    let mut all = to.serialize_seq(Some(records.len()))?;
    let mut packed = Vec::new();
    for record in records {
        packed.clear();
        packed = postcard::to_extend(record, packed).map_err(ser::Error::custom)?;
        all.serialize_element(&Bytes(&packed))?;
    }
    all.end()
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Observed>, D::Error> {
    let all = Vec::<&'de [u8]>::deserialize(from)?;
    let unpacked = all
        .into_iter()
        .map(|one| postcard::from_bytes(one).map_err(de::Error::custom));
    unpacked.collect()
}

/// The records of a chunk, as bytes, that have one of these ids, which are in order; `None` where the
/// chunk cannot be read.
pub(super) fn picked(chunk: &[u8], ids: &[RecordId]) -> Option<Vec<Observed>> {
    if is_of_the_first(chunk) {
        let mut records = unpacked(chunk)?.records;
        records.retain(|record| ids.binary_search(&record.id).is_ok());
        return Some(records);
    }
    let (records, ..): Parts<&[u8]> = unpack_up_to(SECOND, chunk).ok()?;
    let mut picked = Vec::with_capacity(ids.len());
    for record in records {
        // A record begins with its id.
        let (id, _) = postcard::take_from_bytes(record).ok()?;
        if ids.binary_search(&id).is_ok() {
            picked.push(postcard::from_bytes(record).ok()?);
        }
    }
    Some(picked)
}

#[cfg(test)]
mod tests {
    use tandem_core::{Address, Consent, GroupId, PersonName, Stamp};

    use super::*;
    use crate::book::keep::value::pack;

    fn chunk() -> Chunk {
        let record = |number: u32| Observed {
            id: RecordId::from(number.to_string().as_str()),
            stamp: Stamp(i64::from(number)),
            group: GroupId("1".to_owned()),
            email: Some(format!("mara.{number}@example.org")),
            consent: Consent::Granted,
            name: PersonName::default(),
            company: number.is_multiple_of(2).then(|| "Lantern Books".to_owned()),
            phone: None,
            address: Address::default(),
            reference: None,
            has_ordered: number.is_multiple_of(3),
            changed_at: None,
        };
        Chunk {
            records: (0..20).map(record).collect(),
            removed: vec![RecordId::from("77")],
            problems: Vec::new(),
        }
    }

    /// A chunk as it is written now, and as it was at first.
    fn both_forms(chunk: &Chunk) -> [Vec<u8>; 2] {
        let first: Parts<&Observed> = (
            chunk.records.iter().collect(),
            chunk.removed.clone(),
            chunk.problems.clone(),
        );
        [packed(chunk).unwrap(), pack(&first).unwrap()]
    }

    #[test]
    fn some_are_picked_as_they_are_in_the_whole_in_either_form() {
        let chunk = chunk();
        let mut ids = ["3", "14", "77", "nobody"].map(RecordId::from);
        ids.sort();
        let wanted = chunk.records.iter().cloned();
        let wanted: Vec<_> = wanted.filter(|one| ids.contains(&one.id)).collect();
        assert_eq!(wanted.len(), 2);
        for bytes in both_forms(&chunk) {
            assert_eq!(unpacked(&bytes).as_ref(), Some(&chunk));
            assert_eq!(picked(&bytes, &ids).as_ref(), Some(&wanted));
            assert_eq!(picked(&bytes, &[]), Some(Vec::new()));
        }
    }

    #[test]
    fn of_a_damaged_chunk_nothing_is_read() {
        let ids = [RecordId::from("3")];
        for bytes in both_forms(&chunk()) {
            for at in 0..bytes.len() {
                let mut changed = bytes.clone();
                changed[at] ^= 0x03;
                for damaged in [&changed, &bytes[..at]] {
                    assert_eq!(picked(damaged, &ids), None, "{at}");
                    assert_eq!(unpacked(damaged), None, "{at}");
                }
            }
        }
    }
}
