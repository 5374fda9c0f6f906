//! What is written down about readings: which chunks the last whole one is in, and how far one that
//! is under way has come.

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, Observed, RecordId, Side, Sides};

use super::{
    chunk::Chunk,
    packed::{packed, picked, unpacked},
};
use crate::{
    Vault,
    book::keep::{
        Kept,
        value::{pack, unpack},
    },
};

/// Both sides as they were last read whole, and brought up to date since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::book) struct Whole {
    /// The sides.
    pub(super) sides: Sides<WholeSide>,
    /// When everybody was last read, in milliseconds since 1970.
    pub(super) whole_at: u64,
    /// When both sides were last read, in milliseconds since 1970.
    pub(in crate::book) read_at: u64,
}

/// One side of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WholeSide {
    /// The chunks of the reading of everybody, in order.
    pub(super) base: Vec<u32>,
    /// Those of what changed since, in order.
    pub(super) changes: Vec<u32>,
    /// Whether everybody was read.
    pub(super) is_whole: bool,
    /// How many records were read.
    pub(super) count: u32,
    /// The newest stamp that was read.
    pub(super) newest: u64,
    /// What changes from here on was not read. POS: a version. eCom: a time of the store's clock,
    /// in seconds, that was not later than the beginning of the reading.
    pub(super) since: u64,
}

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// Everybody.
    All,
    /// What changed.
    Changes,
}

/// What a side is asked for next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stage {
    /// Everybody, from a place of the list on.
    List,
    /// Those who changed.
    Changed,
    /// Those who were deleted (eCom; POS tells of them with those who changed).
    Removed,
    /// Nothing.
    Done,
}

/// How far the reading of one side has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Partial {
    pub(super) kind: Kind,
    pub(super) stage: Stage,
    /// When it began, in milliseconds since 1970.
    pub(super) began: u64,
    /// How often it was begun because the list moved.
    pub(super) beginnings: u32,
    /// Where the next page begins.
    pub(super) from: u64,
    /// eCom: since when changes are asked for; it goes on with them.
    pub(super) since: u64,
    /// eCom: since when those who were deleted are asked for.
    pub(super) removed_since: u64,
    /// How many there are, where the store says so.
    pub(super) total: Option<u64>,
    pub(super) stood_still: bool,
    pub(super) newest: u64,
    pub(super) chunks: Vec<u32>,
    pub(super) read: u32,
    pub(super) calls: u32,
}

impl Partial {
    /// The number of the next chunk, after those of the last whole reading.
    pub(super) fn next_chunk(&self, whole: Option<&WholeSide>) -> u32 {
        let all = whole.map(|whole| whole.base.iter().chain(&whole.changes));
        let last = all.into_iter().flatten().chain(&self.chunks).max();
        last.map_or(0, |last| last.saturating_add(1))
    }
}

/// The keys of a store pair's readings.
#[derive(Clone, Debug)]
pub(super) struct Keys(String);

impl Keys {
    pub(super) fn of(kept: &Kept) -> Self {
        Self(kept.key("read/"))
    }

    pub(super) fn all(&self) -> String {
        self.0.clone()
    }

    pub(super) fn whole(&self) -> String {
        format!("{}whole", self.0)
    }

    pub(super) fn next(&self, side: Side) -> String {
        format!("{}next/{}", self.0, name(side))
    }

    pub(super) fn both_next(&self) -> Vec<String> {
        Side::BOTH.map(|side| self.next(side)).to_vec()
    }

    pub(super) fn chunk(&self, side: Side, number: u32) -> String {
        let side = name(side);
        format!("{}chunk/{side}/{number:08}", self.0)
    }

    pub(super) fn chunks(&self, side: Side, numbers: &[u32]) -> Vec<String> {
        let keys = numbers.iter().map(|number| self.chunk(side, *number));
        keys.collect()
    }

    /// A chunk; `None` where there is none that can be read.
    pub(super) async fn get(
        &self,
        vault: &impl Vault,
        side: Side,
        number: u32,
    ) -> Result<Option<Chunk>, Fault> {
        let bytes = vault.get(&self.chunk(side, number)).await?;
        Ok(bytes.and_then(|bytes| unpacked(&bytes)))
    }

    /// The records of a chunk that have one of these ids, which are in order; `None` where there is no
    /// chunk that can be read.
    pub(super) async fn pick(
        &self,
        vault: &impl Vault,
        (side, number): (Side, u32),
        ids: &[RecordId],
    ) -> Result<Option<Vec<Observed>>, Fault> {
        let bytes = vault.get(&self.chunk(side, number)).await?;
        Ok(bytes.and_then(|bytes| picked(&bytes, ids)))
    }

    /// How far a reading has come; `None` where there is none that can be read.
    pub(super) async fn partial(
        &self,
        vault: &impl Vault,
        side: Side,
    ) -> Result<Option<Partial>, Fault> {
        let bytes = vault.get(&self.next(side)).await?;
        Ok(bytes.and_then(|bytes| unpack(&bytes).ok()))
    }

    pub(super) fn put_partial(
        &self,
        side: Side,
        partial: &Partial,
    ) -> Result<(String, Vec<u8>), Fault> {
        Ok((self.next(side), pack(partial)?))
    }

    pub(super) fn put_chunk(
        &self,
        side: Side,
        number: u32,
        chunk: &Chunk,
    ) -> Result<(String, Vec<u8>), Fault> {
        Ok((self.chunk(side, number), packed(chunk)?))
    }
}

const fn name(side: Side) -> &'static str {
    match side {
        Side::Pos => "pos",
        Side::Ecom => "ecom",
    }
}
