//! How many calls each store still allows, and whom: one bucket for all browsers of a shop, its
//! simulated staff among them, and one for each program with a token. Knows no request.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::Side;
use crate::world::World;

/// A window of POS, in seconds.
const POS_WINDOW: i64 = 300;
/// A window of eCom, in seconds.
const ECOM_WINDOW: i64 = 60;
/// What eCom allows in one window.
const ECOM_LIMIT: u32 = 600;

/// Who spends from a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spender {
    /// Everybody who is signed in, in whatever browser, and the simulated staff.
    Browsers,
    /// The program with the token of this number; the first is that of the staff member.
    Token(usize),
}

/// What is left in a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The side.
    pub side: Side,
    /// Who spends from it.
    pub spender: Spender,
    /// How many calls a window has.
    pub limit: u32,
    /// How many are left of them.
    pub remaining: u32,
    /// When the window ends, in seconds of the world's time.
    pub until: i64,
}

/// A refusal: so many seconds until there are calls again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) u32);

/// All buckets. Those that nobody spent from yet are full.
#[derive(Clone, Debug, Default)]
pub(crate) struct Budget(BTreeMap<(Side, Spender), Bucket>);

/// Counts calls in windows of fixed length.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    start: i64,
    used: u32,
}

/// The rules of one bucket.
#[derive(Clone, Copy, Debug)]
struct Rules {
    window: i64,
    limit: u32,
    /// Calls a minute by others, who always come in the same even rhythm.
    others: u32,
}

impl Rules {
    fn of(world: &World, side: Side, spender: Spender) -> Self {
        match side {
            Side::Pos => Self {
                window: POS_WINDOW,
                limit: world.pos.call_limit(),
                others: match spender {
                    Spender::Browsers => world.settings.pos.staff_calls,
                    Spender::Token(_) => 0,
                },
            },
            Side::Ecom => Self {
                window: ECOM_WINDOW,
                limit: ECOM_LIMIT,
                others: 0,
            },
        }
    }

    /// How many calls the others made since a time; their rhythm does not depend on it.
    fn by_others(self, since: i64, now: i64) -> u32 {
        let made = |until: i64| until.saturating_mul(self.others.into()).div_euclid(60);
        u32::try_from(made(now).saturating_sub(made(since))).unwrap_or(u32::MAX)
    }
}

impl Bucket {
    /// The bucket as it is now. A window begins with the first call after the last one; where
    /// others call all the time, right after it.
    const fn at(self, now: i64, rules: Rules) -> Self {
        let over = now.saturating_sub(self.start);
        if over < rules.window {
            return self;
        }
        let start = if rules.others == 0 {
            now
        } else {
            now - over % rules.window
        };
        Self { start, used: 0 }
    }

    fn left(self, now: i64, rules: Rules) -> u32 {
        let others = rules.by_others(self.start, now);
        rules.limit.saturating_sub(self.used).saturating_sub(others)
    }
}

impl Budget {
    /// Takes one call out: the bucket afterwards, or how long to wait.
    pub(crate) fn take(
        &mut self,
        world: &World,
        side: Side,
        spender: Spender,
    ) -> Result<Left, Wait> {
        let (now, rules) = (world.clock, Rules::of(world, side, spender));
        let bucket = self.0.entry((side, spender)).or_default();
        *bucket = bucket.at(now, rules);
        if bucket.left(now, rules) == 0 {
            let wait = bucket.start + rules.window - now;
            return Err(Wait(u32::try_from(wait).unwrap_or(1)));
        }
        bucket.used += 1;
        Ok(self.look(world, side, spender))
    }

    /// What is left in every bucket: in those of the browsers, and of all who hold a token.
    pub(crate) fn list(&self, world: &World) -> Vec<Left> {
        let tokens = (0..=world.pos.other_tokens.len()).map(|n| (Side::Pos, Spender::Token(n)));
        let others = [
            (Side::Pos, Spender::Browsers),
            (Side::Ecom, Spender::Browsers),
            (Side::Ecom, Spender::Token(0)),
        ];
        let mut all: Vec<(Side, Spender)> = tokens.chain(others).collect();
        all.sort_unstable();
        all.into_iter()
            .map(|(side, spender)| self.look(world, side, spender))
            .collect()
    }

    fn look(&self, world: &World, side: Side, spender: Spender) -> Left {
        let (now, rules) = (world.clock, Rules::of(world, side, spender));
        let bucket = self.0.get(&(side, spender)).copied().unwrap_or_default();
        let bucket = bucket.at(now, rules);
        Left {
            side,
            spender,
            limit: rules.limit,
            remaining: bucket.left(now, rules),
            until: bucket.start + rules.window,
        }
    }
}
