//! What outlives the background of a pace, so that a new life of it does not begin with a full
//! window (invariant I9 across kills). Where it is kept is the caller's business.

use serde::{Deserialize, Serialize};
use tandem_core::{Side, Sides};

use super::Pace;

/// How long calls that are counted together lie apart at most, in milliseconds.
const STEP: u64 = 1_000;

/// The calls of the last windows, counted by the second.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spent {
    sides: Sides<OfSide>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct OfSide {
    /// Seconds since 1970, with the calls sent in them, the oldest first.
    sent: Vec<(u64, u32)>,
    /// What the store's window has.
    limit: u32,
    /// Until when nothing is sent, in milliseconds since 1970.
    rests_until: u64,
}

impl Pace {
    /// What is to be kept: at most one number a second of a window.
    #[must_use]
    pub fn spent(&self) -> Spent {
        let sides = self.sides.borrow();
        let of_side = |side: Side| {
            let of = sides.get(side);
            let mut sent: Vec<(u64, u32)> = Vec::new();
            for at in &of.sent {
                match sent.last_mut() {
                    Some((second, calls)) if *second == at / STEP => *calls += 1,
                    _ => sent.push((at / STEP, 1)),
                }
            }
            OfSide {
                sent,
                limit: of.limit,
                rests_until: of.rests_until,
            }
        };
        Spent {
            sides: Sides::from_fn(of_side),
        }
    }

    /// Goes on where an earlier life left off. Calls of one second count as sent at its end; nothing
    /// that is kept can allow more than a pace that begins anew.
    pub fn go_on_from(&self, spent: &Spent, now: u64) {
        let mut sides = self.sides.borrow_mut();
        for side in Side::BOTH {
            let (of, kept) = (sides.get_mut(side), spent.sides.get(side));
            // A clock that was set back would hold everything up for ever.
            let is_past = |second: &u64| *second <= now / STEP;
            let before = kept.sent.iter().filter(|(second, _)| is_past(second));
            let limit = kept.limit.min(super::LARGEST_LIMIT);
            let most = usize::try_from(limit).unwrap_or(usize::MAX);
            let before = before.flat_map(|(second, calls)| {
                let at = second.saturating_mul(STEP).saturating_add(STEP - 1);
                std::iter::repeat_n(at, usize::try_from(*calls).unwrap_or_default().min(most))
            });
            let mut sent: Vec<u64> = before.chain(of.sent.iter().copied()).collect();
            sent.sort_unstable();
            of.sent = sent.into();
            of.forget(now);
            if limit > 0 {
                of.limit = limit;
            }
            if kept.rests_until <= now.saturating_add(super::LONGEST_REST_MS) {
                of.rests_until = of.rests_until.max(kept.rests_until);
            }
        }
    }
}
