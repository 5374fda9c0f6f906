//! The desk: the one place where a request meets the world, the sessions, the faults and the log.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{StatusCode, header};
use serde::Serialize;

use crate::budget::{Budget, Left};
use crate::call::{Answer, Call};
use crate::clock::{Clock, ClockFn};
use crate::faults::{Effect, Faults, Named};
use crate::mishap;
use crate::session::{Caller, Door, Sessions, Stranger};
use crate::site::Site;
use crate::world::{World, time_text};
use crate::{Side, admin, control, e_series, x_series};

/// How many requests the log keeps; older ones are dropped.
const LOG_LENGTH: usize = 50_000;
/// How long a store that does not answer keeps silent, in milliseconds.
const SILENCE: u32 = 60_000;
/// The form of the `Date` header.
const HTTP_DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

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

    /// The same, whose time moves `scale` seconds with every request.
    #[must_use]
    pub fn in_steps(world: World, scale: u32) -> Self {
        let sandbox = Self::new(world);
        sandbox.desk().set_pace(scale);
        sandbox
    }

    /// A sandbox of this world, whose time is brought up to that of `clock` and then passes `scale`
    /// times as fast; it never goes back.
    #[must_use]
    pub fn with_clock(world: World, clock: Box<ClockFn>, scale: u32) -> Self {
        let mut desk = Desk::new(world);
        desk.clock = Clock::along(clock);
        desk.clock.set_scale(scale);
        desk.start_time();
        Self(Arc::new(Mutex::new(desk)))
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

    /// How many calls each store still allows, and whom.
    #[must_use]
    pub fn budget(&self) -> Vec<Left> {
        let desk = self.desk();
        desk.budget.list(&desk.world)
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
    pub(crate) budget: Budget,
    pub(crate) gate: e_series::Gate,
    seq: u64,
    clock: Clock,
    /// By how many seconds the clock of the store is off, during one request.
    skew: i64,
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
            budget: Budget::default(),
            gate: e_series::Gate::default(),
            seq: 0,
            clock: Clock::steps(),
            skew: 0,
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
        self.budget = Budget::default();
        self.gate = e_series::Gate::default();
        self.start_time();
    }

    /// Brings the world up to the time of a clock outside, where there is one.
    fn start_time(&mut self) {
        if let Some(now) = self.clock.start() {
            self.world.clock = self.world.clock.max(now);
        }
    }

    /// Moves the world's time: as the clock outside says, or by so many steps where there is none.
    pub(crate) fn tick(&mut self, steps: i64) {
        let seconds = self.clock.passed(steps);
        self.pass(seconds);
    }

    /// Moves the world's time on by so many seconds, and does what falls due on the way.
    pub(crate) fn pass(&mut self, seconds: i64) {
        let until = self.world.clock.saturating_add(seconds);
        e_series::go_on(&mut self.world, &mut self.faults, &mut self.budget, until);
        self.world.pass(until.saturating_sub(self.world.clock));
    }

    /// Sets how fast time passes from here on.
    pub(crate) fn set_pace(&mut self, scale: u32) {
        self.tick(0);
        self.clock.set_scale(scale);
    }

    fn api(&mut self, side: Side, door: Door, call: &Call) -> Answer {
        self.tick(1);
        let known = self.sessions.caller(side, door, &self.world, call);
        let now = self.world.clock;
        let fault = self
            .faults
            .strike(now, side, known.unwrap_or(Caller::None), call);
        if fault == Some(Effect::Named(Named::SignOut)) {
            self.sessions.close_all(Some(side));
        }
        let caller = self.sessions.caller(side, door, &self.world, call);
        if let Some(Effect::ClockSkew { clock_skew }) = fault {
            self.skew = clock_skew.into();
        }
        let answer = self.faulty(side, door, caller, fault.as_ref(), call);
        let told = now.saturating_add(std::mem::take(&mut self.skew));
        let answer = answer.with(header::DATE, &time_text(told, HTTP_DATE));
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
            None | Some(Effect::ClockSkew { .. }) => done(self),
            Some(Effect::Named(named)) => self.named(*named, side, done),
            Some(Effect::RateLimited { rate_limited }) => self.too_many(side, *rate_limited),
            Some(Effect::Flood { flood }) => done(self).after_blanks(*flood),
            Some(Effect::Slow { slow }) => done(self).held_back(*slow),
            Some(Effect::TimeOut {
                time_out,
                done: carried_out,
            }) => {
                let answer = if *carried_out {
                    done(self)
                } else {
                    Answer::empty(StatusCode::GATEWAY_TIMEOUT)
                };
                answer.held_back(*time_out).lost()
            }
            Some(Effect::Redact { redact, to }) => {
                let changed = mishap::request_with(call, redact, to);
                let answer = self.limited(side, door, caller, changed.as_ref().unwrap_or(call));
                mishap::answer_with(answer, redact, to)
            }
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

    fn named(&mut self, named: Named, side: Side, done: impl Fn(&mut Self) -> Answer) -> Answer {
        match named {
            Named::SignOut => done(self),
            Named::LostReply => done(self).lost(),
            Named::TimeOut => Answer::empty(StatusCode::GATEWAY_TIMEOUT)
                .held_back(SILENCE)
                .lost(),
            Named::Malformed => done(self).halved(),
            Named::HalfPage => mishap::half_page(done(self)),
            Named::SignInHtml => admin::sign_in_page(&self.world, side, None, false),
            Named::RateLimited => self.too_many(side, 2),
        }
    }

    /// The answer of the store itself, by a clock that may be off.
    pub(crate) fn served(
        &mut self,
        side: Side,
        door: Door,
        caller: Result<Caller, Stranger>,
        call: &Call,
    ) -> Answer {
        self.skewed(|world| match side {
            Side::Pos => x_series::answer(world, door, caller, call),
            Side::Ecom => e_series::answer(world, door, caller, call),
        })
    }

    pub(crate) fn too_many(&mut self, side: Side, seconds: u32) -> Answer {
        self.skewed(|world| match side {
            Side::Pos => x_series::too_many(world, seconds),
            Side::Ecom => e_series::too_many(world, seconds),
        })
    }

    /// Does something while the store's clock is off; nobody else's is.
    fn skewed<T>(&mut self, act: impl FnOnce(&mut World) -> T) -> T {
        let now = self.world.clock;
        self.world.clock = now.saturating_add(self.skew);
        let result = act(&mut self.world);
        self.world.clock = now;
        result
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
        (None, Side::Pos) => {
            x_series::error(world, status, "The store failed, by order of the sandbox.")
        }
        (None, Side::Ecom) => e_series::error(
            world,
            status,
            "INTERNAL_ERROR",
            "The store failed, by order of the sandbox.",
        ),
    }
}
