//! The records of a chunk at rest, each packed for itself: one can be taken out while the others stay
//! packed. What a chunk is, is `chunk`'s.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de,
    ser::{self, SerializeSeq},
};
use tandem_core::{Observed, RecordId, snapshot::Problem};

use crate::book::keep::value::unpack;

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
    let (records, ..): (Vec<&[u8]>, Vec<RecordId>, Vec<Problem>) = unpack(chunk).ok()?;
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
    use crate::book::{keep::value::pack, reader::chunk::Chunk};

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

    #[test]
    fn some_are_picked_as_they_are_in_the_whole() {
        let chunk = chunk();
        let bytes = pack(&chunk).unwrap();
        assert_eq!(unpack::<Chunk>(&bytes).as_ref(), Ok(&chunk));
        let mut ids = ["3", "14", "77", "nobody"].map(RecordId::from);
        ids.sort();
        let wanted = chunk.records.into_iter();
        let wanted: Vec<_> = wanted.filter(|one| ids.contains(&one.id)).collect();
        assert_eq!(wanted.len(), 2);
        assert_eq!(picked(&bytes, &ids), Some(wanted));
        assert_eq!(picked(&bytes, &[]), Some(Vec::new()));
    }

    #[test]
    fn of_a_damaged_chunk_nothing_is_picked() {
        let bytes = pack(&chunk()).unwrap();
        let ids = [RecordId::from("3")];
        for at in 1..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert_eq!(picked(&changed, &ids), None, "{at}");
            assert_eq!(picked(&bytes[..at], &ids), None, "{at}");
        }
        assert_eq!(picked(&[], &ids), None);
    }
}
