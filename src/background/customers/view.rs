//! What panels see of customers while something is under way: how often, and in which words. Pure.

use tandem_core::{Side, Sides};
use tandem_engine::{
    Pace,
    desk::{RunNow, RunState},
};

use crate::protocol::{
    customers::{PosCalls, SyncView},
    view::Phase,
};

/// How long panels are left alone after they were told of a step, in milliseconds.
const PAUSE_MS: u64 = 250;

/// A reading of so many calls is over before anybody could read that it is under way.
const SHORT: u32 = 6;

/// Whether panels are told of a step at `now`, when they were last told at `last`; both in
/// milliseconds since 1970. A clock that was set back does not silence them.
pub(super) const fn is_time_to_tell(last: u64, now: u64) -> bool {
    now.abs_diff(last) >= PAUSE_MS
}

/// Whether a reading that took so many calls is worth being shown.
pub(super) const fn is_long(calls: Sides<u32>) -> bool {
    calls.pos.saturating_add(calls.ecom) > SHORT
}

/// A run as it is shown at `now`, with what the pace has to do with it.
pub(super) fn run_view(run: &RunNow, pace: &Pace, now: u64) -> SyncView {
    let taken = pace.taken(Side::Pos, now);
    let is_running = run.state == RunState::Running;
    SyncView {
        id: run.id,
        purpose: run.purpose.clone(),
        phase: match &run.state {
            RunState::Running => Phase::Running,
            RunState::Finished => Phase::Finished,
            RunState::Cancelled => Phase::Cancelled,
            RunState::Interrupted => Phase::Interrupted,
            RunState::Paused(fault) => Phase::Paused {
                fault: fault.clone(),
            },
        },
        counts: run.counts,
        calls: run.calls,
        calls_left: run.calls_left,
        seconds_left: is_running.then(|| pace.seconds_for(run.calls_left, now)),
        pos_calls: PosCalls {
            used: taken.used,
            may: taken.may,
        },
        can_close: run.can_close,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_hear_of_steps_a_few_times_a_second() {
        let told: Vec<u64> = (1_000..3_000)
            .step_by(10)
            .scan(0, |last, now| {
                let tells = is_time_to_tell(*last, now);
                if tells {
                    *last = now;
                }
                Some(tells.then_some(now))
            })
            .flatten()
            .collect();
        assert_eq!(
            told,
            [1_000, 1_250, 1_500, 1_750, 2_000, 2_250, 2_500, 2_750]
        );
        assert!(is_time_to_tell(9_000, 1_000), "the clock was set back");
    }

    #[test]
    fn a_look_at_what_changed_is_not_shown() {
        assert!(!is_long(Sides { pos: 1, ecom: 2 }));
        assert!(is_long(Sides { pos: 4, ecom: 3 }));
        assert!(is_long(Sides {
            pos: u32::MAX,
            ecom: 1
        }));
    }
}
