//! The ways to both stores as customers use them: with patience, and with an eye on which store it was
//! that stopped everything.

use std::cell::RefCell;

use tandem_backends::{Request, Response, fault};
use tandem_core::{Fault, Side, Sides};
use tandem_engine::{Clock, Footing, Patient, Transport};

use crate::{
    background::{ladder::Way, session::Background},
    browser::clock::{BrowserClock, now_ms},
};

/// How often panels are told while a run is held up, in seconds.
const TOLD_EVERY: u32 = 10;

/// Whether what is sent waits until there are calls to spare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// It does: nobody waits for the single call.
    Waits,
    /// A person waits for the end of it.
    AtOnce,
}

/// What stopped everything, per side.
pub(super) type Struck = RefCell<Sides<Option<Fault>>>;

/// The way to one store.
#[derive(Debug)]
pub(super) struct OwnWay<'a> {
    way: Patient<'a, Way, Background>,
    struck: &'a Struck,
}

impl<'a> OwnWay<'a> {
    /// A way to a side that notes in `struck` what stops everything.
    pub(super) fn new(
        (side, turn): (Side, Turn),
        (route, background): (Way, &'a Background),
        struck: &'a Struck,
    ) -> Self {
        let way = Patient::new(side, route, background, &background.pace);
        let way = match turn {
            Turn::Waits => way,
            Turn::AtOnce => way.at_once(),
        };
        Self { way, struck }
    }

    fn note(&self, side: Side, fault: &Fault) {
        if fault.kind.stops_the_run() {
            *self.struck.borrow_mut().get_mut(side) = Some(fault.clone());
        }
    }
}

/// While the pace holds a run up, panels see how much of its share is used.
impl Clock for Background {
    async fn wait(&self, seconds: u32) {
        let mut left = seconds;
        while left > 0 {
            self.tell_of_pace();
            let part = left.min(TOLD_EVERY);
            BrowserClock.wait(part).await;
            left -= part;
        }
    }

    fn now_ms(&self) -> u64 {
        now_ms()
    }
}

impl Transport for OwnWay<'_> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let answer = self.way.send(request).await;
        let checked = match &answer {
            Ok(response) => fault::check(request.side, response),
            Err(fault) => Err(fault.clone()),
        };
        if let Err(fault) = checked {
            self.note(request.side, &fault);
        }
        answer
    }

    fn footing(&self) -> Footing {
        self.way.footing()
    }
}
