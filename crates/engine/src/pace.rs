//! The pace: how many calls Tandem takes of each store, so that tills never wait for it (invariant
//! I9). One pace for everything that asks the stores; the doors to it are next door. Which calls are
//! made is decided elsewhere.

mod door;
mod spent;

use std::{cell::RefCell, collections::VecDeque};

use tandem_backends::{Response, fault};
use tandem_core::{FaultKind, Side, Sides};

pub use door::{Paced, Patient};
pub use spent::Spent;

/// A window of each store, in milliseconds (apis.md 1.8 and 2.9).
const WINDOWS: Sides<u64> = Sides {
    pos: 300_000,
    ecom: 60_000,
};

/// What a window of each store has, until POS says otherwise: that of one register; and eCom's for
/// one token.
const LIMITS: Sides<u32> = Sides {
    pos: 350,
    ecom: 600,
};

/// The share of a window that Tandem takes, in percent. POS has one bucket for all users of a shop
/// (design section 6, "Budget"); eCom's is our own, but for what the admin's pages ask.
const SHARES: Sides<u32> = Sides { pos: 30, ecom: 80 };

/// Below this share of POS' bucket, in percent, whatever is left is the tills'.
const RESERVE: u32 = 20;

/// How long to leave POS alone when it has no more than the reserve, and after a refusal that does
/// not say how long.
const REST_MS: u64 = 15_000;

/// The longest that a store is left alone because it asked for it. Beyond that somebody has to look.
const LONGEST_REST_MS: u64 = 900_000;

/// How many calls of each share long work leaves to what a person waits for: who is there, which
/// groups there are, and a step that is half done.
const KEPT: usize = 8;

/// The largest window that is believed.
const LARGEST_LIMIT: u32 = 100_000;

/// The pace of both stores.
#[derive(Debug)]
pub struct Pace {
    sides: RefCell<Sides<OfSide>>,
    shares: Sides<u32>,
}

/// How much of its share of a window Tandem took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Calls that were sent.
    pub used: u32,
    /// Calls that may be sent.
    pub may: u32,
}

/// For how many milliseconds nothing may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    /// The store wants to be left alone.
    Rest(u64),
    /// Tandem's share of the window is used up.
    Window(u64),
}

/// What is known of one side's calls.
#[derive(Clone, Debug)]
struct OfSide {
    side: Side,
    /// When the calls of the last window were sent, the oldest first.
    sent: VecDeque<u64>,
    limit: u32,
    /// Until when nothing is sent.
    rests_until: u64,
    /// How many calls were sent in all.
    total: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self::new(SHARES)
    }
}

impl Pace {
    /// A pace that takes these shares, in percent, of what each store allows.
    #[must_use]
    pub fn new(shares: Sides<u32>) -> Self {
        let sides = Sides::from_fn(|side| OfSide {
            side,
            sent: VecDeque::new(),
            limit: *LIMITS.get(side),
            rests_until: 0,
            total: 0,
        });
        Self {
            sides: RefCell::new(sides),
            shares,
        }
    }

    /// How many calls were sent to each side since this pace began.
    #[must_use]
    pub fn calls(&self) -> Sides<u32> {
        self.sides.borrow().clone().map(|_, of| of.total)
    }

    /// How many calls of a side were sent in the window that ends now, and how many may be.
    #[must_use]
    pub fn taken(&self, side: Side, now: u64) -> Taken {
        let sides = self.sides.borrow();
        let of = sides.get(side);
        let count = |calls: usize| u32::try_from(calls).unwrap_or(u32::MAX);
        Taken {
            used: count(of.used(now)),
            may: count(self.may(of)),
        }
    }

    /// Whether so many calls could be sent now, one after the other.
    #[must_use]
    pub fn has_room(&self, side: Side, calls: usize, now: u64) -> bool {
        self.full_for(side, now, calls.saturating_sub(1)).is_none()
    }

    /// How long so many further calls take, in seconds, at this pace and if both stores answer at
    /// once.
    #[must_use]
    pub fn seconds_for(&self, calls: Sides<u32>, now: u64) -> u32 {
        let sides = self.sides.borrow();
        let of = |side: Side| {
            let of = sides.get(side);
            of.seconds_for(*calls.get(side), beyond(self.may(of), KEPT), now)
        };
        of(Side::Pos).max(of(Side::Ecom))
    }

    /// How many calls Tandem may send in one window.
    fn may(&self, of: &OfSide) -> usize {
        let share = u64::from(of.limit) * u64::from(*self.shares.get(of.side)) / 100;
        usize::try_from(share.max(1)).unwrap_or(usize::MAX)
    }

    /// Takes a call out of the window, or says for how many milliseconds it has none.
    /// A store that wants to be left alone is no matter here: whoever asks it all the same is a person,
    /// and gets its own answer.
    fn take(&self, side: Side, now: u64) -> Result<(), u64> {
        if let Some(ms) = self.full_for(side, now, 0) {
            return Err(ms);
        }
        let mut sides = self.sides.borrow_mut();
        let of = sides.get_mut(side);
        of.forget(now);
        of.sent.push_back(now);
        of.total = of.total.saturating_add(1);
        Ok(())
    }

    /// What long work waits for that leaves `kept` calls of the window to others; `None` where it may
    /// go on.
    fn wait(&self, side: Side, now: u64, kept: usize) -> Option<Wait> {
        let rests_until = self.sides.borrow().get(side).rests_until;
        if now < rests_until {
            return Some(Wait::Rest(rests_until - now));
        }
        self.full_for(side, now, kept).map(Wait::Window)
    }

    /// For how many milliseconds the window has no call but the `kept` ones; `None` where it has one.
    fn full_for(&self, side: Side, now: u64, kept: usize) -> Option<u64> {
        let sides = self.sides.borrow();
        let of = sides.get(side);
        let (may, used) = (beyond(self.may(of), kept), of.used(now));
        if used < may {
            return None;
        }
        let oldest = of.sent.get(of.sent.len().saturating_sub(may));
        let until = oldest.copied().unwrap_or(now) + WINDOWS.get(side);
        Some(until.saturating_sub(now).max(1))
    }

    /// Learns from an answer: what the shop's bucket holds, and when to leave the store alone.
    fn learn(&self, side: Side, response: &Response, now: u64) {
        let mut sides = self.sides.borrow_mut();
        let of = sides.get_mut(side);
        if let Some(limit) = response.limit.filter(|limit| *limit > 0) {
            of.limit = limit.min(LARGEST_LIMIT);
        }
        let is_low = response
            .remaining
            .is_some_and(|left| u64::from(left) * 100 < u64::from(of.limit) * u64::from(RESERVE));
        if is_low {
            of.rests_until = of.rests_until.max(now + REST_MS);
        }
        if response.status == 429
            && let Err(fault) = fault::check(side, response)
            && let FaultKind::RateLimited { seconds } = fault.kind
        {
            let rest = seconds.map_or(REST_MS, |seconds| 1_000 * u64::from(seconds.max(1)));
            let rest = rest.min(LONGEST_REST_MS);
            of.rests_until = of.rests_until.max(now + rest);
        }
    }
}

impl OfSide {
    fn forget(&mut self, now: u64) {
        let window = *WINDOWS.get(self.side);
        while self.sent.front().is_some_and(|sent| sent + window <= now) {
            self.sent.pop_front();
        }
    }

    /// How many calls of the window that ends now were sent.
    fn used(&self, now: u64) -> usize {
        let window = *WINDOWS.get(self.side);
        let is_within = |sent: &&u64| **sent + window > now;
        self.sent.iter().filter(is_within).count()
    }

    /// The first calls go into what is left of this window, the rest waits for windows to come.
    fn seconds_for(&self, calls: u32, may: usize, now: u64) -> u32 {
        let window = *WINDOWS.get(self.side);
        let used = self.used(now);
        let later = usize::try_from(calls)
            .unwrap_or(usize::MAX)
            .saturating_sub(may.saturating_sub(used));
        let wait = self.rests_until.saturating_sub(now);
        let windows = u64::try_from(later.div_ceil(may.max(1))).unwrap_or(u64::MAX);
        let wait = wait.max(windows.saturating_mul(window));
        u32::try_from(wait.div_ceil(1_000)).unwrap_or(u32::MAX)
    }
}

/// What is left of a share to work that leaves `kept` calls to others: at least half of it.
fn beyond(may: usize, kept: usize) -> usize {
    may - kept.min(may / 2)
}

#[cfg(test)]
mod tests;
