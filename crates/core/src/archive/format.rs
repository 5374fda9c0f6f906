//! The archive at rest: a small head and chunks of many pairs, each readable by itself. Where the
//! bytes are kept is the business of whoever keeps them; the single items are in `wire`.
//!
//! Every piece is: four bytes of magic, the version, the kind, the contents, four bytes of a check
//! over all before. Numbers and texts are written by `postcard`. A chunk has its group ids once,
//! in a table, and then its pairs, each with its length before it.
//!
//! What a newer Tandem may do within one version: write more behind a pair or behind the head. This
//! one does not read it, keeps it, and writes it again. Everything else is a new version, and this
//! one says so and touches nothing.

use std::{collections::BTreeMap, hash::Hasher};

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher24;
use thiserror::Error;

use super::{Agreement, Archive};
use crate::{GroupId, RecordId, Sides, digest::checksum};
use wire::Reader;

mod wire;

/// The version that is written here, and the newest that is read.
pub const VERSION: u8 = 1;

const MAGIC: [u8; 4] = *b"TdAr";
const CHECK_BYTES: usize = 4;

/// The longest group id that is written and read. Every pair holds its group's id while the table
/// of a chunk has it once, so that without an end a small chunk could ask for all memory there is.
/// Both stores' ids are far shorter; a longer one is left out, and that pair's group is compared
/// anew.
const LONGEST_GROUP_ID: usize = 256;

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Head = 0,
    Chunk = 1,
}

/// What an archive says of itself before its pairs are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The two stores: POS domain prefix and eCom store id.
    pub stores: Sides<String>,
    /// The [`id`](crate::DigestKey::id) of the key of its digests. Under another key they say
    /// nothing, and the archive is worth its links only.
    pub key: u32,
    /// In how many chunks its pairs are.
    pub chunks: u16,
}

/// Why bytes were not read as an archive, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ArchiveError {
    /// They are something else.
    #[error(
        "This is no archive of Tandem. Nothing was changed. Pick the right file, or start without an \
         archive: both sides are compared anew, and whatever differs is asked."
    )]
    NotAnArchive,
    /// They are of a version that this Tandem does not know.
    #[error(
        "This archive was written by a newer Tandem (format {version}, this one knows {VERSION}). \
         Nothing was changed. Update Tandem and try again."
    )]
    Newer {
        /// Their version.
        version: u8,
    },
    /// They are an archive that is not whole, or was changed.
    #[error(
        "The archive is damaged at byte {at}. Nothing was read from this part of it. Restore a copy, \
         or go on without it: its customers are compared anew, and whatever differs is asked."
    )]
    Damaged {
        /// Where.
        at: usize,
    },
}

impl Archive {
    /// The chunk that a pair is in, by its POS record, out of so many: it stays the same however
    /// many pairs come and go, so that one changed pair is one chunk to write.
    #[must_use]
    pub fn chunk_of(pos: &RecordId, chunks: u16) -> u16 {
        let mut hasher = SipHasher24::new();
        pos.feed(&mut hasher);
        u16::try_from(hasher.finish() % u64::from(chunks.max(1))).unwrap_or_default()
    }

    /// The head as bytes.
    #[must_use]
    pub fn write_head(&self, head: &Head) -> Vec<u8> {
        let mut bytes = begin(Kind::Head);
        wire::put(&mut bytes, head);
        wire::put(&mut bytes, &self.last_count);
        wire::put(&mut bytes, &self.unlinked.len());
        for pair in &self.unlinked {
            wire::put(&mut bytes, pair);
        }
        bytes.extend_from_slice(&self.head_tail);
        seal(bytes)
    }

    /// One chunk out of so many, as bytes.
    #[must_use]
    pub fn write_chunk(&self, number: u16, chunks: u16) -> Vec<u8> {
        let pairs = self.iter();
        let here = pairs.filter(|pair| Self::chunk_of(&pair.ids.pos, chunks) == number);
        self.write_pairs(&here.collect::<Vec<_>>())
    }

    /// All chunks as bytes, in order of their numbers.
    #[must_use]
    pub fn write_chunks(&self, chunks: u16) -> Vec<Vec<u8>> {
        let mut sorted = vec![Vec::new(); usize::from(chunks.max(1))];
        for pair in self.iter() {
            let number = usize::from(Self::chunk_of(&pair.ids.pos, chunks));
            if let Some(chunk) = sorted.get_mut(number) {
                chunk.push(pair);
            }
        }
        let chunks = sorted.iter().map(|pairs| self.write_pairs(pairs));
        chunks.collect()
    }

    fn write_pairs(&self, pairs: &[&Agreement]) -> Vec<u8> {
        let groups = GroupTable::of(pairs);
        let mut bytes = begin(Kind::Chunk);
        wire::put(&mut bytes, &groups.ids);
        wire::put(&mut bytes, &pairs.len());
        for pair in pairs {
            let tail = self.tails.get(&pair.ids.pos);
            let entry = wire::entry(pair, &groups, tail.map(|tail| &**tail).unwrap_or_default());
            wire::put(&mut bytes, &entry.len());
            bytes.extend_from_slice(&entry);
        }
        seal(bytes)
    }

    /// An archive without its pairs, and what its head says. Its chunks are read next.
    ///
    /// # Errors
    /// [`ArchiveError`]; hostile bytes as well end as one.
    pub fn read_head(bytes: &[u8]) -> Result<(Self, Head), ArchiveError> {
        let mut from = open(bytes, Kind::Head)?;
        let head: Head = from.take()?;
        let mut archive = Self {
            last_count: from.take()?,
            ..Self::default()
        };
        for _ in 0..from.take::<u32>()? {
            archive.unlinked.insert(from.take()?);
        }
        archive.head_tail = from.rest().into();
        Ok((archive, head))
    }

    /// Adds the pairs of a chunk, all of them or none.
    ///
    /// # Errors
    /// [`ArchiveError`]; hostile bytes as well end as one.
    pub fn read_chunk(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        let mut from = open(bytes, Kind::Chunk)?;
        let mut groups: Vec<GroupId> = Vec::new();
        for _ in 0..from.take::<u32>()? {
            let before = from;
            let group: GroupId = from.take()?;
            if group.0.len() > LONGEST_GROUP_ID {
                return Err(before.damaged());
            }
            groups.push(group);
        }
        let mut pairs = Vec::new();
        for _ in 0..from.take::<u32>()? {
            let length = from.take::<u32>()?;
            let mut entry = from.part(length)?;
            let pair = wire::pair(&mut entry, &groups)?;
            pairs.push((pair, entry.rest()));
        }
        from.end()?;
        for (pair, tail) in pairs {
            let pos = pair.ids.pos.clone();
            self.set(pair);
            if !tail.is_empty() {
                self.tails.insert(pos, tail.into());
            }
        }
        Ok(())
    }
}

/// The group ids of a chunk, each once.
struct GroupTable<'a> {
    ids: Vec<&'a GroupId>,
    numbers: BTreeMap<&'a GroupId, u32>,
}

impl<'a> GroupTable<'a> {
    fn of(pairs: &[&'a Agreement]) -> Self {
        let mut table = Self {
            ids: Vec::new(),
            numbers: BTreeMap::new(),
        };
        for groups in pairs.iter().filter_map(|pair| pair.group.as_ref()) {
            let short = |id: &&GroupId| id.0.len() <= LONGEST_GROUP_ID;
            for id in [&groups.pos, &groups.ecom].into_iter().filter(short) {
                let next = u32::try_from(table.ids.len()).unwrap_or(u32::MAX);
                if *table.numbers.entry(id).or_insert(next) == next {
                    table.ids.push(id);
                }
            }
        }
        table
    }

    fn number(&self, id: &GroupId) -> Option<u32> {
        self.numbers.get(id).copied()
    }
}

fn begin(kind: Kind) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([VERSION, kind as u8]);
    bytes
}

/// Adds the check, which tells a piece that was cut or changed.
fn seal(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend(checksum(&bytes));
    bytes
}

/// Looks at what is around the contents, and gives these.
fn open(bytes: &[u8], kind: Kind) -> Result<Reader<'_>, ArchiveError> {
    let rest = bytes
        .strip_prefix(&MAGIC)
        .ok_or(ArchiveError::NotAnArchive)?;
    let damaged = ArchiveError::Damaged { at: bytes.len() };
    let (version, rest) = rest.split_first().ok_or(damaged)?;
    if *version > VERSION {
        return Err(ArchiveError::Newer { version: *version });
    }
    let contents = rest.len().checked_sub(CHECK_BYTES).ok_or(damaged)?;
    let (contents, _) = rest.split_at_checked(contents).ok_or(damaged)?;
    let (checked, found) = bytes.split_last_chunk::<CHECK_BYTES>().ok_or(damaged)?;
    if checksum(checked) != *found {
        return Err(ArchiveError::Damaged { at: checked.len() });
    }
    match contents.split_first() {
        Some((found, contents)) if *found == kind as u8 && *version > 0 => {
            Ok(Reader::new(contents, MAGIC.len() + 2))
        }
        _ => Err(ArchiveError::Damaged { at: MAGIC.len() }),
    }
}

#[cfg(test)]
mod tests;
