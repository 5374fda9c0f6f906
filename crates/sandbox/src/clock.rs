//! How the world's time passes: in steps, or along a clock from outside, and how many times as fast.
//! Where the time stands is the world's own affair; this room only says how far it moves.

/// Tells the time outside, in milliseconds since 1970.
pub type ClockFn = dyn Fn() -> i64 + Send + Sync;

/// What moves the world's time.
pub(crate) struct Clock {
    outside: Option<Box<ClockFn>>,
    scale: u32,
    /// When the clock outside was last looked at, in milliseconds.
    seen: i64,
    /// What was left over when time was last moved by whole seconds, in milliseconds.
    rest: i64,
}

impl Clock {
    /// Time that moves in steps alone: the same requests give the same times.
    pub(crate) const fn steps() -> Self {
        Self {
            outside: None,
            scale: 1,
            seen: 0,
            rest: 0,
        }
    }

    /// Time that moves as it does outside.
    pub(crate) fn along(outside: Box<ClockFn>) -> Self {
        let seen = outside();
        Self {
            outside: Some(outside),
            seen,
            ..Self::steps()
        }
    }

    /// Sets how many of the world's seconds pass in one second outside, or in one step. What passed
    /// until the change passed at the old pace: look at `passed` first.
    pub(crate) const fn set_scale(&mut self, scale: u32) {
        self.scale = scale;
    }

    /// The seconds that passed since the last look, or in so many steps.
    pub(crate) fn passed(&mut self, steps: i64) -> i64 {
        let scale = i64::from(self.scale);
        let Some(outside) = &self.outside else {
            return steps.saturating_mul(scale);
        };
        let now = outside().max(self.seen);
        let passed = (now - self.seen)
            .saturating_mul(scale)
            .saturating_add(self.rest);
        (self.seen, self.rest) = (now, passed % 1000);
        passed / 1000
    }

    /// The time outside in seconds, where there is such a clock; what passed until here is done with.
    pub(crate) fn start(&mut self) -> Option<i64> {
        let now = self.outside.as_ref()?();
        (self.seen, self.rest) = (now, 0);
        Some(now / 1000)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::Clock;

    #[test]
    fn time_outside_is_multiplied_and_loses_no_part_of_a_second() {
        let now = Arc::new(AtomicI64::new(5_000_400));
        let hand = Arc::clone(&now);
        let mut clock = Clock::along(Box::new(move || hand.load(Ordering::Relaxed)));
        let after = |ms: i64, scale: u32, clock: &mut Clock| {
            now.fetch_add(ms, Ordering::Relaxed);
            clock.set_scale(scale);
            clock.passed(1)
        };
        assert_eq!(after(700, 1, &mut clock), 0);
        assert_eq!(after(700, 1, &mut clock), 1);
        assert_eq!(after(600, 1, &mut clock), 1);
        assert_eq!(after(250, 60, &mut clock), 15);
        assert_eq!(after(-9_000, 60, &mut clock), 0, "it never goes back");
        assert_eq!(clock.start(), Some(4_993));
    }

    #[test]
    fn steps_are_multiplied_too_and_zero_stands_still() {
        let mut clock = Clock::steps();
        assert_eq!((clock.passed(1), clock.start()), (1, None));
        clock.set_scale(60);
        assert_eq!(clock.passed(2), 120);
        clock.set_scale(0);
        assert_eq!(clock.passed(2), 0);
    }
}
