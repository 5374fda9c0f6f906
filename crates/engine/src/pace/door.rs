//! The two doors to the pace: the one that every call goes through and is counted at, and the one before
//! it where long work waits, so that it never takes the last calls of a window.

use std::ops::Deref;

use tandem_backends::{Request, Response};
use tandem_core::{Fault, FaultKind, Side};

use super::{KEPT, Pace, Wait};
use crate::{Clock, Footing, Transport};

/// The longest that a call waits at the outer door for a store that wants to be left alone, and at the
/// inner one for a window. Where it is longer, the call ends in a fault that says how long, and whoever
/// sent it is free.
const LONGEST_WAIT_MS: u64 = 120_000;

/// How many calls a step of a run may take from its beginning to its end.
const STEP: usize = 6;

/// A way to a store whose every call is counted. It is the last one before the store: probes, writes
/// that go on to another rung, and all that is read.
#[derive(Debug)]
pub struct Paced<T, C, P> {
    way: T,
    clock: C,
    pace: P,
}

impl<T, C: Clock, P: Deref<Target = Pace>> Paced<T, C, P> {
    /// The same way, at this pace.
    pub const fn new(way: T, clock: C, pace: P) -> Self {
        Self { way, clock, pace }
    }
}

impl<T: Transport, C: Clock, P: Deref<Target = Pace>> Transport for Paced<T, C, P> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        while let Err(ms) = self.pace.take(request.side, self.clock.now_ms()) {
            if ms > LONGEST_WAIT_MS {
                return Err(too_long(ms));
            }
            self.clock.wait(seconds(ms)).await;
        }
        let response = self.way.send(request).await?;
        self.pace
            .learn(request.side, &response, self.clock.now_ms());
        Ok(response)
    }

    fn footing(&self) -> Footing {
        self.way.footing()
    }
}

/// A way to one store for work that takes many calls and can wait. It counts nothing: the way behind it
/// is a [`Paced`] one.
#[derive(Debug)]
pub struct Patient<'a, T, C> {
    side: Side,
    way: T,
    clock: &'a C,
    pace: &'a Pace,
    kept: usize,
}

impl<'a, T, C: Clock> Patient<'a, T, C> {
    /// The same way to a side, with patience.
    pub const fn new(side: Side, way: T, clock: &'a C, pace: &'a Pace) -> Self {
        Self {
            side,
            way,
            clock,
            pace,
            kept: KEPT,
        }
    }

    /// The same for what a person waits for: it takes the last calls of a window too.
    #[must_use]
    pub fn at_once(self) -> Self {
        Self { kept: 0, ..self }
    }
}

impl<T: Transport, C: Clock> Transport for Patient<'_, T, C> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        while let Some(wait) = self.pace.wait(self.side, self.clock.now_ms(), self.kept) {
            let (Wait::Rest(ms) | Wait::Window(ms)) = wait;
            if matches!(wait, Wait::Rest(ms) if ms > LONGEST_WAIT_MS) {
                return Err(too_long(ms));
            }
            self.clock.wait(seconds(ms)).await;
        }
        self.way.send(request).await
    }

    fn footing(&self) -> Footing {
        let now = self.clock.now_ms();
        let held_for = match self.pace.wait(self.side, now, self.kept + STEP) {
            // What is too long to be waited for ends in a fault, and that is for `send` to say.
            Some(Wait::Rest(ms)) if ms > LONGEST_WAIT_MS => 0,
            Some(Wait::Rest(ms) | Wait::Window(ms)) => seconds(ms),
            None => 0,
        };
        Footing {
            held_for,
            ..self.way.footing()
        }
    }
}

fn seconds(ms: u64) -> u32 {
    u32::try_from(ms.div_ceil(1_000).max(1)).unwrap_or(u32::MAX)
}

fn too_long(ms: u64) -> Fault {
    let seconds = Some(seconds(ms));
    Fault::of(FaultKind::RateLimited { seconds })
}
