//! What becomes of callers who go on without the right to: blocked for a minute, and with every
//! further call anew. How many calls a token has in the first place: `budget`.

use std::collections::BTreeMap;

use crate::world::{Hammering, World};

/// The length of a block, and what is meant by a minute, in seconds.
const MINUTE: i64 = 60;
/// How many calls a minute somebody may make in vain before being blocked.
const PATIENCE: u32 = 20;
/// How many calls with dead tokens there may be in all before everybody is blocked.
const DEAD_IN_TOTAL: u32 = 600;

/// Who called in vain, and how often.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gate {
    meters: BTreeMap<String, Meter>,
    dead: u32,
    shut_until: i64,
}

/// What one token or session did in vain within a minute.
#[derive(Clone, Copy, Debug, Default)]
struct Meter {
    start: i64,
    vain: u32,
    blocked_until: i64,
}

impl Gate {
    /// Whether a call may pass, or how many seconds until one may. A blocked caller's block
    /// begins anew with the call.
    pub(crate) fn admit(&mut self, world: &World, caller: &str) -> Result<(), u32> {
        let now = world.clock;
        if now < self.shut_until {
            return Err(wait(now, self.shut_until));
        }
        match self.meters.get_mut(caller) {
            Some(meter) if now < meter.blocked_until => {
                meter.blocked_until = now.saturating_add(MINUTE);
                Err(wait(now, meter.blocked_until))
            }
            _ => Ok(()),
        }
    }

    /// Counts a call that was in vain: with a dead token, or beyond the limit. Says how many
    /// seconds the caller is blocked for it.
    pub(crate) fn vain(&mut self, world: &World, caller: &str, dead: bool) -> Option<u32> {
        if world.settings.ecom.hammering == Hammering::Forgiven {
            return None;
        }
        let now = world.clock;
        self.dead += u32::from(dead);
        if self.dead >= DEAD_IN_TOTAL {
            self.dead = 0;
            self.shut_until = now.saturating_add(MINUTE);
        }
        let meter = self.meters.entry(caller.to_owned()).or_default();
        if now >= meter.start.saturating_add(MINUTE) {
            (meter.start, meter.vain) = (now, 0);
        }
        meter.vain += 1;
        if meter.vain > PATIENCE {
            meter.blocked_until = now.saturating_add(MINUTE);
        }
        (meter.vain > PATIENCE).then(|| wait(now, meter.blocked_until))
    }
}

fn wait(now: i64, until: i64) -> u32 {
    u32::try_from(until - now).unwrap_or(1).max(1)
}
