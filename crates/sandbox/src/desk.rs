//! The desk: the one place where a request meets the world, the sessions, the faults and the log.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{StatusCode, header};
use serde::Serialize;

use crate::call::{Answer, Call};
use crate::faults::{Effect, Faults, Named};
use crate::session::{Caller, Door, Sessions, Stranger};
use crate::site::Site;
use crate::world::World;
use crate::{Side, admin, control, e_series, x_series};

/// How many requests the log keeps; older ones are dropped.
const LOG_LENGTH: usize = 50_000;

/// Tells the time, in seconds since 1970.
pub type ClockFn = dyn Fn() -> i64 + Send + Sync;

/// A running sandbox. Clones are handles to one and the same.
#[derive(Clone)]
pub struct Sandbox(Arc<Mutex<Desk>>);

impl From<World> for Sandbox {
    fn from(world: World) -> Self {
        Self::new(world)
    }
}

impl Sandbox {
    /// A sandbox of this world, whose time moves one second with every request to an API.
    #[must_use]
    pub fn new(world: World) -> Self {
        Self(Arc::new(Mutex::new(Desk::new(world))))
    }

    /// A sandbox of this world, whose time is told by `clock`; it never goes back.
    #[must_use]
    pub fn with_clock(world: World, clock: Box<ClockFn>) -> Self {
        let sandbox = Self::new(world);
        sandbox.desk().clock = Some(clock);
        sandbox
    }

    /// The world as it is, every list in order of id.
    #[must_use]
    pub fn world(&self) -> World {
        self.desk().world.clone().canonical()
    }

    /// Signs somebody in without the page; returns the value of a `Cookie` header.
    #[must_use]
    pub fn sign_in(&self, side: Side) -> String {
        let cookies = self.desk().sessions.open(side);
        cookies
            .iter()
            .map(|cookie| cookie.stripped().to_string())
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// The requests to the APIs, oldest first.
    #[must_use]
    pub fn log(&self) -> Vec<Logged> {
        self.desk().log.iter().cloned().collect()
    }

    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One request to an API, as logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Logged {
    /// Its number, from 1; a cleared log goes on counting.
    pub seq: u64,
    /// The world's time, in seconds.
    pub at: i64,
    /// The side.
    pub side: Side,
    /// The method.
    pub method: String,
    /// Path and query, as sent.
    pub path: String,
    /// The status that was answered, or would have been if the reply had not been lost.
    pub status: u16,
    /// Who sent it.
    pub caller: Caller,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// What went wrong by order of `/_sandbox/faults`.
    pub fault: Option<Effect>,
}

/// Everything that a request can meet.
pub(crate) struct Desk {
    pub(crate) world: World,
    /// What a reset without a body goes back to.
    pub(crate) seed: World,
    pub(crate) sessions: Sessions,
    pub(crate) faults: Faults,
    pub(crate) log: VecDeque<Logged>,
    pub(crate) buckets: [Bucket; 2],
    seq: u64,
    clock: Option<Box<ClockFn>>,
}

/// Counts calls against a limit, in windows of fixed length.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bucket {
    start: i64,
    used: u32,
}

impl Bucket {
    /// Takes one call out: how many are left, or how many seconds until there are more.
    fn take(&mut self, now: i64, window: i64, limit: u32) -> Result<u32, u32> {
        if now >= self.start + window {
            *self = Self {
                start: now,
                used: 0,
            };
        }
        if self.used >= limit {
            return Err(u32::try_from(self.start + window - now).unwrap_or(1));
        }
        self.used += 1;
        Ok(limit - self.used)
    }
}

impl Desk {
    fn new(world: World) -> Self {
        let sessions = Sessions::new(world.random);
        Self {
            seed: world.clone(),
            world,
            sessions,
            faults: Faults::default(),
            log: VecDeque::new(),
            buckets: [Bucket::default(); 2],
            seq: 0,
            clock: None,
        }
    }

    /// Answers any request to any host.
    pub(crate) fn answer(&mut self, call: &Call) -> Answer {
        match Site::of(&self.world.pos.prefix, call) {
            Site::Control => control::answer(self, call),
            Site::Api(side, door) => self.api(side, door, call),
            Site::Admin(side) => {
                self.tick(0);
                admin::answer(self, side, call)
            }
            Site::Nowhere => Answer::empty(StatusCode::NOT_FOUND).body(
                "text/plain; charset=utf-8",
                b"There is no such store in this sandbox.\n".to_vec(),
            ),
        }
    }

    /// Forgets everything but the sessions, and starts anew with this world.
    pub(crate) fn reset(&mut self, world: World) {
        self.world = world;
        self.faults = Faults::default();
        self.log.clear();
        self.buckets = [Bucket::default(); 2];
        self.tick(0);
    }

    /// Moves the world's time: to that of the clock, or by so many seconds where there is none.
    pub(crate) fn tick(&mut self, seconds: i64) {
        let now = self
            .clock
            .as_ref()
            .map_or(self.world.clock.saturating_add(seconds), |clock| clock());
        self.world.clock = self.world.clock.max(now);
    }

    fn api(&mut self, side: Side, door: Door, call: &Call) -> Answer {
        self.tick(1);
        let fault = self.faults.strike(side, call);
        if fault == Some(Effect::Named(Named::SignOut)) {
            self.sessions.close_all(Some(side));
        }
        let caller = self.sessions.caller(side, door, &self.world, call);
        let answer = self.faulty(side, door, caller, fault.as_ref(), call);
        self.note(side, call, &answer, caller.unwrap_or(Caller::None), fault);
        answer
    }

    /// The answer, with whatever the fault does to it.
    fn faulty(
        &mut self,
        side: Side,
        door: Door,
        caller: Result<Caller, Stranger>,
        fault: Option<&Effect>,
        call: &Call,
    ) -> Answer {
        let done = |desk: &mut Self| desk.limited(side, door, caller, call);
        match fault {
            None | Some(Effect::Named(Named::SignOut)) => done(self),
            Some(Effect::Named(Named::LostReply)) => Answer {
                lost: true,
                ..done(self)
            },
            Some(Effect::Named(Named::Malformed)) => done(self).halved(),
            Some(Effect::Named(Named::SignInHtml)) => {
                admin::sign_in_page(&self.world, side, None, false)
            }
            Some(Effect::Named(Named::RateLimited)) => self.too_many(side, 2),
            Some(Effect::RateLimited { rate_limited }) => self.too_many(side, *rate_limited),
            Some(Effect::Slow { slow }) => Answer {
                held_back: Some(Duration::from_millis((*slow).into())),
                ..done(self)
            },
            Some(Effect::Status {
                status,
                body,
                done: carried_out,
            }) => {
                if *carried_out {
                    done(self);
                }
                failed(&self.world, side, *status, body.as_deref())
            }
        }
    }

    /// The answer, if the store's limit of calls allows one.
    fn limited(
        &mut self,
        side: Side,
        door: Door,
        caller: Result<Caller, Stranger>,
        call: &Call,
    ) -> Answer {
        let now = self.world.clock;
        let [pos, ecom] = &mut self.buckets;
        match side {
            Side::Pos => {
                let limit = self
                    .world
                    .pos
                    .registers
                    .saturating_mul(300)
                    .saturating_add(50);
                match pos.take(now, 300, limit) {
                    Ok(left) => x_series::answer(&mut self.world, door, caller, call)
                        .with(x_series::LIMIT, &limit.to_string())
                        .with(x_series::REMAINING, &left.to_string()),
                    Err(wait) => self.too_many(side, wait),
                }
            }
            Side::Ecom => match ecom.take(now, 60, 600) {
                Ok(_) => e_series::answer(&mut self.world, door, caller, call),
                Err(wait) => self.too_many(side, wait),
            },
        }
    }

    fn too_many(&self, side: Side, seconds: u32) -> Answer {
        match side {
            Side::Pos => x_series::too_many(&self.world, seconds),
            Side::Ecom => e_series::too_many(&self.world, seconds),
        }
    }

    fn note(
        &mut self,
        side: Side,
        call: &Call,
        answer: &Answer,
        caller: Caller,
        fault: Option<Effect>,
    ) {
        self.seq += 1;
        if self.log.len() >= LOG_LENGTH {
            self.log.pop_front();
        }
        self.log.push_back(Logged {
            seq: self.seq,
            at: self.world.clock,
            side,
            method: call.method.to_string(),
            path: call.target.clone(),
            status: answer.status.as_u16(),
            caller,
            origin: call.header(header::ORIGIN).map(str::to_owned),
            fault,
        });
    }
}

/// A status by order of a fault.
fn failed(world: &World, side: Side, status: u16, body: Option<&str>) -> Answer {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match (body, side) {
        (Some(body), _) => Answer::empty(status).body("application/json", body.as_bytes().to_vec()),
        (None, Side::Pos) => x_series::error(status, "The store failed, by order of the sandbox."),
        (None, Side::Ecom) => e_series::error(
            world,
            status,
            "INTERNAL_ERROR",
            "The store failed, by order of the sandbox.",
        ),
    }
}
