//! The least calls that the two APIs allow for a job, told from what is known of the APIs alone: no
//! function of Tandem's is asked.

use tandem_core::{Sides, show::PreviewHead};

/// The most records on a page.
const PAGES: Sides<u32> = Sides {
    pos: 10_000,
    ecom: 100,
};

/// The most members in one call to a POS group, and the most requests in a batch of eCom.
const BULK: u32 = 500;

/// A fresh reading, the write, and reading it back: neither API has a write that depends on what is
/// there, and a PUT of POS takes the record whole.
const SINGLE: u32 = 3;

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

    /// Writes one by one where there is no bulk. Moves: the feed before and after, and members in the
    /// largest bulks; `groups` is how many groups get some.
    pub(crate) fn of_run(head: &PreviewHead, groups: u32) -> Self {
        let kinds = &head.kinds;
        let moves = if kinds.move_group == 0 {
            0
        } else {
            let pages = kinds.move_group.div_ceil(PAGES.pos);
            kinds.move_group.div_ceil(BULK).max(groups) + 2 * (pages + 1)
        };
        let (batches, rest) = (kinds.update.ecom / BULK, kinds.update.ecom % BULK);
        // A batch is sent and its answers are fetched: to read, to write, to read back.
        let updates = batches * 6 + (rest * SINGLE).min(6);
        Self(Sides {
            pos: SINGLE * (kinds.create.pos + kinds.update.pos) + moves,
            ecom: SINGLE * kinds.create.ecom + updates,
        })
    }
}
