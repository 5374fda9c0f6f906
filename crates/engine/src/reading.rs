//! What was read of a side's groups, and bringing it up to date with as few calls as the API has.

use futures::join;
use serde::{Deserialize, Serialize};
use tandem_backends::groups::{self, Cursor, Page};
use tandem_core::{Board, Fault, FaultKind, Group, GroupId, Side, Sides};

use crate::{Clock, Transport, ask::ask};

/// The most pages that a list of groups has: twenty thousand groups of eCom. A feed that goes on
/// beyond that has no end.
const MOST_PAGES: u32 = 200;

/// The groups of one side at the moment of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    side: Side,
    groups: Vec<Group>,
    unreadable: usize,
    seen: Cursor,
}

impl Reading {
    /// A reading of `side` before its first page.
    #[must_use]
    pub const fn nothing(side: Side) -> Self {
        Self {
            side,
            groups: Vec::new(),
            unreadable: 0,
            seen: Cursor::START,
        }
    }

    /// Reads all groups of a side.
    ///
    /// # Errors
    /// The fault of the first page that could not be read.
    pub async fn read(
        side: Side,
        transport: &impl Transport,
        clock: &impl Clock,
    ) -> Result<Self, Fault> {
        let mut reading = Self::nothing(side);
        let mut from = Cursor::START;
        for _ in 0..MOST_PAGES {
            let response = ask(transport, clock, &groups::list(side, from)).await?;
            let page = groups::page(side, from, &response)?;
            let next = page.next;
            reading.take(page);
            match next {
                Some(cursor) => from = cursor,
                None => return Ok(reading),
            }
        }
        Err(Fault::of(FaultKind::Damaged))
    }

    /// Brings the reading up to date. POS has a change feed, which answers "nothing new" in one
    /// call; eCom is read again. Stops early once `enough` holds.
    ///
    /// # Errors
    /// As [`Self::read`]; the reading is then as it was after the last good page.
    pub async fn refresh(
        &mut self,
        transport: &impl Transport,
        clock: &impl Clock,
        enough: impl Fn(&Self) -> bool,
    ) -> Result<(), Fault> {
        if self.side == Side::Ecom {
            *self = Self::read(self.side, transport, clock).await?;
            return Ok(());
        }
        let mut from = self.seen;
        for _ in 0..MOST_PAGES {
            let response = ask(transport, clock, &groups::changes(from)).await?;
            let page = groups::page(self.side, from, &response)?;
            let next = page.next;
            self.take(page);
            match next {
                Some(cursor) if !enough(self) => from = cursor,
                _ => return Ok(()),
            }
        }
        Err(Fault::of(FaultKind::Damaged))
    }

    /// The groups.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many records could not be read.
    #[must_use]
    pub const fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// The group of this id.
    #[must_use]
    pub fn by_id(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// A group of this very title, byte for byte. The default group never pairs by its title.
    #[must_use]
    pub fn by_title(&self, title: &str) -> Option<&Group> {
        let is_it = |group: &&Group| !group.is_default && group.title == title;
        self.groups.iter().find(is_it)
    }

    /// How many groups have this very title, the default group left out.
    #[must_use]
    pub fn count_title(&self, title: &str) -> usize {
        let is_it = |group: &&Group| !group.is_default && group.title == title;
        self.groups.iter().filter(is_it).count()
    }

    /// Adds a page. A record that changed while the list was read shows up twice: the later counts.
    fn take(&mut self, page: Page) {
        let gone = |group: &Group| {
            page.removed.contains(&group.id) || page.groups.iter().any(|new| new.id == group.id)
        };
        self.groups.retain(|group| !gone(group));
        self.groups.extend(page.groups);
        self.unreadable += page.problems.len();
        self.seen = self.seen.max(page.seen);
    }
}

/// Reads both sides at once.
pub async fn read_both<T: Transport>(
    stores: &Sides<T>,
    clock: &impl Clock,
) -> Sides<Result<Reading, Fault>> {
    let (pos, ecom) = join!(
        Reading::read(Side::Pos, &stores.pos, clock),
        Reading::read(Side::Ecom, &stores.ecom, clock)
    );
    Sides { pos, ecom }
}

/// The board of two readings.
#[must_use]
pub fn board(readings: &Sides<Reading>) -> Board {
    Board::compare(readings.pos.groups(), readings.ecom.groups())
}
