//! Reading one side: asks for page after page, and keeps each, with where the next begins, before
//! anything else happens.

use std::cell::{Cell, RefCell};

use futures::{StreamExt, stream::FuturesOrdered};
use tandem_backends::{
    Request, Response,
    customers::{self, Cursor, Page},
};
use tandem_core::{Fault, FaultKind, Side, Stamp, show::ReadingView};

use super::{
    ReadWatch,
    chunk::{Chunk, OF_A_CHUNK},
    notes::{Keys, Kind, Partial, Stage, WholeSide},
};
use crate::{Clock, Footing, Transport, Vault, ask::ask};

/// How often a list by offset is begun because it changed while it was read.
const MOST_BEGINNINGS: u32 = 3;

/// How many pages of eCom are asked for at a time.
const MOST_IN_FLIGHT: usize = 4;

/// The most records and the most calls of one reading. Twice what a shop of a million needs at pages
/// of a hundred; a feed that goes on beyond that has no end.
const MOST_RECORDS: u32 = 2_000_000;
const MOST_CALLS: u32 = 20_000;

/// A transport that counts what is sent.
pub(super) struct Counted<'a, T> {
    pub(super) transport: &'a T,
    pub(super) calls: Cell<u32>,
}

impl<T: Transport> Transport for Counted<'_, T> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        self.calls.set(self.calls.get() + 1);
        self.transport.send(request).await
    }

    fn footing(&self) -> Footing {
        self.transport.footing()
    }
}

/// What both sides' readings share.
pub(super) struct Around<'a, V, C, W> {
    pub(super) vault: &'a V,
    pub(super) clock: &'a C,
    pub(super) watch: &'a W,
    pub(super) keys: &'a Keys,
    pub(super) view: RefCell<ReadingView>,
}

/// The reading of one side.
pub(super) struct SideReader<'a, V, T, C, W> {
    pub(super) side: Side,
    pub(super) around: &'a Around<'a, V, C, W>,
    pub(super) transport: &'a Counted<'a, T>,
    pub(super) whole: Option<&'a WholeSide>,
    pub(super) partial: Partial,
    /// The chunk that is written now: the last of the partial's.
    pub(super) tail: Chunk,
}

impl<V: Vault, T: Transport, C: Clock, W: ReadWatch> SideReader<'_, V, T, C, W> {
    /// Reads until there is nothing left; `false` if it was paused.
    pub(super) async fn run(&mut self) -> Result<bool, Fault> {
        self.show(None);
        loop {
            if self.partial.stage == Stage::Done {
                return Ok(true);
            }
            if self.around.watch.is_paused() {
                return Ok(false);
            }
            self.must_end()?;
            match (self.side, self.partial.stage) {
                (Side::Ecom, Stage::List) => {
                    if !self.list_by_offset().await? {
                        return Ok(false);
                    }
                }
                (Side::Pos, _) => self.one_of_pos().await?,
                (Side::Ecom, _) => self.one_of_changes().await?,
            }
        }
    }

    /// A store that has ever more to tell is not read for ever.
    fn must_end(&self) -> Result<(), Fault> {
        if is_endless(&self.partial) {
            return Err(Fault::of(FaultKind::Damaged));
        }
        Ok(())
    }

    /// A page of POS: the list and the changes both go by version.
    async fn one_of_pos(&mut self) -> Result<(), Fault> {
        let from = Cursor(self.partial.from);
        let request = match self.partial.kind {
            Kind::All => customers::list(Side::Pos, from),
            Kind::Changes => customers::pos_changes(from),
        };
        let response = ask(self.transport, self.around.clock, &request).await?;
        let page = customers::page(Side::Pos, from, &response)?;
        self.partial.newest = self.partial.newest.max(page.seen.0);
        match page.next {
            Some(next) => self.partial.from = next.0,
            None => self.partial.stage = Stage::Done,
        }
        self.keep(page).await
    }

    /// A page of what changed in eCom, and then of who was deleted.
    async fn one_of_changes(&mut self) -> Result<(), Fault> {
        let from = Cursor(self.partial.from);
        let clock = self.around.clock;
        if self.partial.stage == Stage::Removed {
            let request = customers::ecom_removed(stamp(self.partial.removed_since), from);
            let response = ask(self.transport, clock, &request).await?;
            let page = customers::ecom_removed_page(from, &response)?;
            match page.next {
                Some(next) => self.partial.from = next.0,
                None => self.partial.stage = Stage::Done,
            }
            return self.keep(page).await;
        }
        let request = customers::ecom_changes(stamp(self.partial.since), from);
        let response = ask(self.transport, clock, &request).await?;
        let page = customers::page(Side::Ecom, from, &response)?;
        let newest = newest(&page);
        match page.next {
            None => (self.partial.stage, self.partial.from) = (Stage::Removed, 0),
            // Whoever changes meanwhile moves to the end and the others move up. By time instead of
            // by offset nobody is left out; those of the same second come twice.
            Some(_) if newest > self.partial.since => {
                (self.partial.since, self.partial.from) = (newest, 0);
            }
            Some(next) => self.partial.from = next.0,
        }
        self.keep(page).await
    }

    /// The list of eCom, several pages at a time. They are kept in order.
    async fn list_by_offset(&mut self) -> Result<bool, Fault> {
        let (transport, clock) = (self.transport, self.around.clock);
        loop {
            let mut flight = FuturesOrdered::new();
            let (mut ahead, mut step) = (self.partial.from, 0);
            loop {
                if self.around.watch.is_paused() {
                    return Ok(false);
                }
                self.must_end()?;
                let total = self.partial.total.unwrap_or_default();
                // How long a page is, the first one tells.
                while flight.is_empty()
                    || (step > 0 && ahead < total && flight.len() < MOST_IN_FLIGHT)
                {
                    flight.push_back(page_of_list(transport, clock, ahead));
                    ahead = ahead.saturating_add(step);
                }
                let Some((from, page)) = flight.next().await else {
                    break;
                };
                let page = page?;
                let next = page.next.map(|next| next.0);
                if !self.take_of_list(page).await? {
                    break;
                }
                let Some(next) = next else {
                    return Ok(true);
                };
                let length = next.saturating_sub(from);
                if step == 0 {
                    (ahead, step) = (next, length);
                } else if length != step {
                    // What was asked for ahead begins in the wrong places.
                    break;
                }
            }
        }
    }

    /// Keeps a page of the list; `false` if the list moved and is begun again.
    async fn take_of_list(&mut self, page: Page) -> Result<bool, Fault> {
        let moved = self.partial.total.is_some() && self.partial.total != page.total;
        if moved && self.partial.beginnings < MOST_BEGINNINGS {
            self.begin_again().await?;
            return Ok(false);
        }
        self.partial.stood_still &= !moved;
        self.partial.total = page.total;
        match page.next {
            Some(next) => self.partial.from = next.0,
            None => self.partial.stage = Stage::Done,
        }
        self.keep(page).await?;
        Ok(true)
    }

    /// Somebody came or went, so that somebody else may have been left out.
    async fn begin_again(&mut self) -> Result<(), Fault> {
        let remove = self.around.keys.chunks(self.side, &self.partial.chunks);
        self.partial = Partial {
            beginnings: self.partial.beginnings + 1,
            calls: self.transport.calls.get(),
            ..fresh(Kind::All, self.side, None, self.around.clock.now_ms())
        };
        self.tail = Chunk::default();
        let put = vec![self.around.keys.put_partial(self.side, &self.partial)?];
        self.around.vault.change(put, remove).await?;
        self.show(None);
        Ok(())
    }

    /// Keeps a page together with where the next one begins.
    async fn keep(&mut self, mut page: Page) -> Result<(), Fault> {
        let (side, keys) = (self.side, self.around.keys);
        let partial = &mut self.partial;
        if side == Side::Ecom {
            partial.newest = partial.newest.max(newest(&page));
        }
        partial.read = partial.read.saturating_add(count(page.records.len()));
        partial.calls = self.transport.calls.get();
        let total = page.total;
        let mut put = Vec::new();
        while !(page.records.is_empty() && page.removed.is_empty() && page.problems.is_empty()) {
            if partial.chunks.is_empty() || self.tail.len() >= OF_A_CHUNK {
                partial.chunks.push(partial.next_chunk(self.whole));
                self.tail = Chunk::default();
            }
            let room = OF_A_CHUNK.saturating_sub(self.tail.records.len()).max(1);
            let rest = page.records.split_off(page.records.len().min(room));
            let records = std::mem::replace(&mut page.records, rest);
            let mut part = Page {
                records,
                ..Page::default()
            };
            if page.records.is_empty() {
                part.removed = std::mem::take(&mut page.removed);
                part.problems = std::mem::take(&mut page.problems);
            }
            self.tail.take(part);
            if let Some(number) = partial.chunks.last() {
                put.push(keys.put_chunk(side, *number, &self.tail)?);
            }
        }
        put.push(keys.put_partial(side, partial)?);
        self.around.vault.change(put, Vec::new()).await?;
        self.show(total);
        Ok(())
    }

    /// Tells how far it is.
    fn show(&self, total: Option<u64>) {
        let partial = &self.partial;
        let is_all = partial.kind == Kind::All;
        let earlier = self.whole.filter(|_| is_all).map(|whole| whole.count);
        let told = total.or(partial.total).filter(|_| is_all);
        let total = told.map(|told| u32::try_from(told).unwrap_or(u32::MAX));
        let total = total.or(earlier);
        let mut view = self.around.view.borrow_mut();
        *view.read.get_mut(self.side) = partial.read;
        *view.total.get_mut(self.side) = total;
        *view.calls.get_mut(self.side) = partial.calls;
        *view.calls_left.get_mut(self.side) = calls_left(partial, total);
        self.around.watch.progress(&view);
    }
}

const fn is_endless(partial: &Partial) -> bool {
    partial.read > MOST_RECORDS || partial.calls > MOST_CALLS
}

/// A page of eCom's list, and where it begins.
async fn page_of_list(
    transport: &impl Transport,
    clock: &impl Clock,
    from: u64,
) -> (u64, Result<Page, Fault>) {
    let request = customers::list(Side::Ecom, Cursor(from));
    let answer = ask(transport, clock, &request).await;
    let page = answer.and_then(|answer| customers::page(Side::Ecom, Cursor(from), &answer));
    (from, page)
}

/// Calls that are left: at the pace of the pages so far.
fn calls_left(partial: &Partial, total: Option<u32>) -> Option<u32> {
    if partial.stage == Stage::Done {
        return Some(0);
    }
    let left = total?.saturating_sub(partial.read);
    let per_call = partial
        .read
        .checked_div(partial.calls)
        .filter(|it| *it > 0)?;
    Some(left.div_ceil(per_call))
}

/// A reading that begins.
pub(super) fn fresh(kind: Kind, side: Side, whole: Option<&WholeSide>, now: u64) -> Partial {
    let (newest, since) = whole
        .filter(|_| kind == Kind::Changes)
        .map(|whole| (whole.newest, whole.since))
        .unwrap_or_default();
    let since = match side {
        Side::Pos => since,
        Side::Ecom => since.saturating_sub(OVERLAP),
    };
    Partial {
        kind,
        stage: match kind {
            Kind::All => Stage::List,
            Kind::Changes => Stage::Changed,
        },
        began: now,
        beginnings: 1,
        from: match side {
            Side::Pos => since,
            Side::Ecom => 0,
        },
        since,
        removed_since: since,
        total: None,
        stood_still: true,
        newest,
        chunks: Vec::new(),
        read: 0,
        calls: 0,
    }
}

/// How far a reading of eCom's changes goes back beyond where the last one began, in seconds: the
/// store may show a change a little after its time.
const OVERLAP: u64 = 300;

fn newest(page: &Page) -> u64 {
    let stamps = page.records.iter().map(|record| record.stamp.0);
    let newest = stamps.max().unwrap_or_default();
    u64::try_from(newest).unwrap_or_default()
}

fn stamp(seconds: u64) -> Stamp {
    Stamp(i64::try_from(seconds).unwrap_or(i64::MAX))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_of_a_million_ends_and_a_feed_without_end_does_too() {
        let after = |read, calls| Partial {
            read,
            calls,
            ..fresh(Kind::All, Side::Ecom, None, 0)
        };
        assert!(!is_endless(&after(1_000_000, 10_000)));
        assert!(is_endless(&after(MOST_RECORDS + 1, 210)));
        assert!(is_endless(&after(20_001, MOST_CALLS + 1)));
    }
}
