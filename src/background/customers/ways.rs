//! The ways to both stores as customers use them: at a pace, and with an eye on which store it was
//! that stopped everything.

use std::cell::RefCell;

use tandem_backends::{Request, Response, fault};
use tandem_core::{Fault, Side, Sides};
use tandem_engine::{Clock, Pace, Paced, Spent, Transport};

use crate::{
    background::{ladder::Way, session::Background},
    browser::{
        clock::{BrowserClock, now_ms},
        storage::{self, Keep},
    },
};

/// Where it is kept, until the browser ends, which calls were sent lately.
const SPENT: &str = "pace1";

/// How often panels are told while a run is held up, in seconds.
const TOLD_EVERY: u32 = 10;

/// What stopped everything, per side.
pub(super) type Struck = RefCell<Sides<Option<Fault>>>;

/// The way to one store.
#[derive(Debug)]
pub(super) struct OwnWay<'a> {
    way: Paced<'a, Noted<'a>, Background>,
    struck: &'a Struck,
}

impl<'a> OwnWay<'a> {
    /// A way that notes in `struck` what stops everything.
    pub(super) fn new((route, background): (Way, &'a Background), struck: &'a Struck) -> Self {
        let pace = &background.customers.pace;
        let way = Paced::new(Noted { route, pace }, background, pace);
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

/// A way on which a call is in the books before it is sent: whenever the background is ended, the
/// next one knows of it.
#[derive(Debug)]
struct Noted<'a> {
    route: Way,
    pace: &'a Pace,
}

impl Transport for Noted<'_> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        // Where that is not kept, this life keeps to the pace all the same.
        drop(storage::set(Keep::Session, SPENT, &self.pace.spent()).await);
        self.route.send(request).await
    }

    fn is_proven(&self) -> bool {
        self.route.is_proven()
    }
}

/// Goes on at the pace of the background that was ended.
pub(super) async fn take_up(pace: &Pace) {
    let kept: Option<Spent> = storage::get(Keep::Session, SPENT).await.ok().flatten();
    if let Some(spent) = kept {
        pace.go_on_from(&spent, now_ms());
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

    fn is_proven(&self) -> bool {
        self.way.is_proven()
    }
}
