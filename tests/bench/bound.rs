//! The least calls that the two APIs allow for a job, told from what is known of the APIs alone: no
//! function of Tandem's is asked.
//!
//! Of runs it is the least for whoever overwrites nobody's edit: what a write depends on is read
//! after whatever was written before it, and what came of it is read back. Neither API has a write
//! that depends on what is there, so that nothing else protects a till's edit.

use tandem_core::{Sides, show::PreviewHead};

/// The most records on a page.
const PAGES: Sides<u32> = Sides {
    pos: 10_000,
    ecom: 100,
};

/// The most requests in a batch of eCom; also how many members go in one call to a POS group, of
/// which no limit is documented.
const BULK: u32 = 500;

/// A fresh reading, the write, and reading it back: a PUT of POS takes the record whole, so that it
/// has to be read by itself.
const SINGLE: u32 = 3;

/// What POS' feed of versions is enough for: the page with what the write before it made, which
/// reads that back, the empty page behind it, which says that nothing else happened, and the write.
const BY_FEED: u32 = 3;

/// A batch is sent and its answers are fetched: to read, to write, to read back.
const BATCH: u32 = 6;

/// The least calls, per side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound(pub(crate) Sides<u32>);

impl Bound {
    /// Every page once. A page of POS that is not empty says nothing of whether it is the last: one
    /// more tells.
    pub(crate) fn of_scan(records: Sides<u32>) -> Self {
        Self(Sides {
            pos: records.pos.div_ceil(PAGES.pos) + 1,
            ecom: records.ecom.div_ceil(PAGES.ecom).max(1),
        })
    }

    /// POS' feed of versions has the changed and the deleted; eCom has a list of each.
    pub(crate) fn of_delta(changes: u32) -> Self {
        let (of_pos, of_ecom) = (changes / 2, changes - changes / 2);
        Self(Sides {
            pos: of_pos.div_ceil(PAGES.pos) + 1,
            ecom: of_ecom.div_ceil(PAGES.ecom).max(1) + 1,
        })
    }

    /// Creates in POS are known by its feed; each also depends on the record online that is copied.
    /// Moves go in the largest bulks; `moves` is how many each group gets.
    pub(crate) fn of_run(head: &PreviewHead, moves: &[u32]) -> Self {
        let kinds = &head.kinds;
        let bulks: u32 = moves.iter().map(|many| many.div_ceil(BULK)).sum();
        let online = kinds.update.ecom + kinds.create.ecom;
        let (batches, rest) = (online / BULK, online % BULK);
        Self(Sides {
            pos: BY_FEED * (kinds.create.pos + bulks) + SINGLE * kinds.update.pos,
            ecom: kinds.create.pos + batches * BATCH + (rest * SINGLE).min(BATCH),
        })
    }
}
