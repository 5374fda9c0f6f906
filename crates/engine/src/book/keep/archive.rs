//! The archive in the vault: chunks, and behind them a log of what was noted since, so that one
//! commitment is one small put however large the archive is. The log is folded into the chunks when
//! it has grown; only those that changed are written again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tandem_core::{
    Agreement, Archive, DigestKey, Fault, FaultKind, RecordId, Side, Sides,
    archive::{
        Commitment,
        format::{ArchiveError, Head},
    },
};

use super::{
    links_of, prefix,
    value::{pack, unpack},
};
use crate::Vault;

/// How many notes are put under one key before the next is begun.
const OF_A_SEGMENT: usize = 64;

/// From so many notes on, or from half as many as there are pairs on, the log is folded.
const LONG_LOG: usize = 4096;

/// About how many pairs are in one chunk.
const OF_A_CHUNK: usize = 1000;

/// The most chunks that an archive is in.
const MOST_CHUNKS: usize = 256;

/// Something that was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Noted {
    /// Found out.
    Commitment(Commitment),
    /// A person said that the two are one.
    Link(Sides<RecordId>),
    /// A person said that they are not.
    Unlink(Sides<RecordId>),
    /// The pair of this POS record is forgotten.
    Forget(RecordId),
    /// How many records each side has.
    Counts(Sides<u32>),
}

/// How the archive lies in the vault.
#[derive(Clone, Debug, Default)]
pub(in crate::book) struct Kept {
    stores: Sides<String>,
    chunks: u16,
    /// The chunks that the log changed.
    touched: BTreeSet<u16>,
    /// The number of the segment that is written now, and what is in it.
    segment: u32,
    tail: Vec<Noted>,
    /// How many notes are in the log.
    notes: usize,
}

impl Kept {
    pub(super) fn new(stores: &Sides<String>) -> Self {
        Self {
            stores: stores.clone(),
            ..Self::default()
        }
    }

    /// The key of a value of this store pair.
    pub(in crate::book) fn key(&self, name: &str) -> String {
        format!("{}{name}", prefix(&self.stores))
    }

    fn chunk_key(&self, number: u16) -> String {
        self.key(&format!("archive/chunk/{number:05}"))
    }

    fn segment_key(&self, number: u32) -> String {
        self.key(&format!("archive/log/{number:08}"))
    }

    /// The archive as it was kept. `key` is what its digests were made with, as far as that is
    /// known, and `fresh` takes its place.
    pub(super) async fn open(
        &mut self,
        vault: &impl Vault,
        key: Option<DigestKey>,
        fresh: DigestKey,
    ) -> Result<Archive, Fault> {
        let own = key.unwrap_or(fresh);
        let Some(bytes) = vault.get(&self.key("archive/head")).await? else {
            let archive = Archive::default();
            let mut put = vec![(self.key("archive/head"), self.head(&archive, &own))];
            put.push((self.key("digests"), pack(&own)?));
            vault.change(put, Vec::new()).await?;
            return Ok(archive);
        };
        let (mut archive, head) = Archive::read_head(&bytes).map_err(said)?;
        if head.stores != self.stores {
            return Err(Fault::of(FaultKind::WrongStore));
        }
        self.chunks = head.chunks;
        for number in 0..head.chunks {
            let bytes = vault.get(&self.chunk_key(number)).await?;
            let bytes = bytes.ok_or(Fault::of(FaultKind::KeptDamaged))?;
            archive.read_chunk(&bytes).map_err(said)?;
        }
        self.read_log(vault, &mut archive, &own).await?;
        if key.is_none() || head.key != own.id() {
            links_of(&mut archive);
            let put = vec![(self.key("digests"), pack(&own)?)];
            self.touched.extend(0..self.chunks);
            self.compact(vault, &archive, &own, put).await?;
        }
        Ok(archive)
    }

    async fn read_log(
        &mut self,
        vault: &impl Vault,
        archive: &mut Archive,
        key: &DigestKey,
    ) -> Result<(), Fault> {
        let segments = vault.keys(&self.key("archive/log/")).await?;
        for (number, name) in (0..).zip(&segments) {
            let bytes = vault.get(name).await?;
            if *name != self.segment_key(number) {
                return Err(Fault::of(FaultKind::KeptDamaged));
            }
            let notes: Vec<Noted> = unpack(&bytes.unwrap_or_default())?;
            for noted in &notes {
                self.apply(archive, noted, key);
            }
            self.notes += notes.len();
            (self.segment, self.tail) = (number, notes);
        }
        Ok(())
    }

    /// Puts notes behind the log, together with other values.
    pub(super) async fn log(
        &mut self,
        vault: &impl Vault,
        notes: Vec<Noted>,
        mut put: Vec<(String, Vec<u8>)>,
    ) -> Result<(), Fault> {
        let (mut segment, mut tail) = (self.segment, self.tail.clone());
        if tail.len() >= OF_A_SEGMENT {
            (segment, tail) = (segment + 1, Vec::new());
        }
        let count = notes.len();
        tail.extend(notes);
        put.push((self.segment_key(segment), pack(&tail)?));
        vault.change(put, Vec::new()).await?;
        (self.segment, self.tail) = (segment, tail);
        self.notes += count;
        Ok(())
    }

    /// Does in memory what was noted.
    pub(super) fn apply(&mut self, archive: &mut Archive, noted: &Noted, key: &DigestKey) {
        match noted {
            Noted::Commitment(commitment) => {
                self.touch(&commitment.ids.pos);
                archive.commit(commitment, key);
            }
            Noted::Link(ids) => {
                let of_ecom = archive.find(Side::Ecom, &ids.ecom);
                let of_ecom = of_ecom.map(|pair| pair.ids.pos.clone());
                self.touch(&ids.pos);
                of_ecom.iter().for_each(|pos| self.touch(pos));
                if of_ecom.as_ref() != Some(&ids.pos) {
                    archive.set(Agreement::link(ids.clone()));
                }
            }
            Noted::Unlink(ids) => {
                self.touch(&ids.pos);
                archive.unlink(&ids.pos, &ids.ecom);
            }
            Noted::Forget(pos) => {
                self.touch(pos);
                archive.forget(pos);
            }
            Noted::Counts(counts) => archive.set_last_count(*counts),
        }
    }

    /// Notes that the chunk of a POS record is no longer as it is kept.
    pub(super) fn touch(&mut self, pos: &RecordId) {
        if self.chunks > 0 {
            self.touched.insert(Archive::chunk_of(pos, self.chunks));
        }
    }

    /// Folds the log into the chunks if it has grown. Where that cannot be kept, the log still has
    /// everything, and it is tried again.
    pub(super) async fn compact_if_grown(
        &mut self,
        vault: &impl Vault,
        archive: &Archive,
        key: &DigestKey,
    ) {
        if self.notes > LONG_LOG.max(archive.len() / 2) {
            self.compact(vault, archive, key, Vec::new()).await.ok();
        }
    }

    async fn compact(
        &mut self,
        vault: &impl Vault,
        archive: &Archive,
        key: &DigestKey,
        mut put: Vec<(String, Vec<u8>)>,
    ) -> Result<(), Fault> {
        let wanted = (archive.len() / OF_A_CHUNK).next_power_of_two();
        let wanted = u16::try_from(wanted.min(MOST_CHUNKS)).unwrap_or(1);
        let before = self.clone();
        if wanted > self.chunks {
            self.chunks = wanted;
            self.touched = (0..wanted).collect();
        }
        put.push((self.key("archive/head"), self.head(archive, key)));
        if self.touched.len() > 4 {
            let all = (0..).zip(archive.write_chunks(self.chunks));
            let changed = all.filter(|(number, _)| self.touched.contains(number));
            put.extend(changed.map(|(number, chunk)| (self.chunk_key(number), chunk)));
        } else {
            let changed = self.touched.iter();
            put.extend(changed.map(|number| {
                let chunk = archive.write_chunk(*number, self.chunks);
                (self.chunk_key(*number), chunk)
            }));
        }
        let remove = (0..=self.segment).map(|number| self.segment_key(number));
        if let Err(fault) = vault.change(put, remove.collect()).await {
            *self = before;
            return Err(fault);
        }
        self.touched.clear();
        self.tail.clear();
        (self.segment, self.notes) = (0, 0);
        Ok(())
    }

    fn head(&self, archive: &Archive, key: &DigestKey) -> Vec<u8> {
        archive.write_head(&Head {
            stores: self.stores.clone(),
            key: key.id(),
            chunks: self.chunks,
        })
    }
}

/// What the archive itself says of bytes that it cannot read.
fn said(error: ArchiveError) -> Fault {
    let kind = match error {
        ArchiveError::Newer { .. } => FaultKind::KeptNewer,
        ArchiveError::NotAnArchive | ArchiveError::Damaged { .. } => FaultKind::KeptDamaged,
    };
    Fault {
        kind,
        said: Some(error.to_string()),
    }
}
