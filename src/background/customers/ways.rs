//! The ways to both stores as customers use them: at a pace, and with an eye on which store it was
//! that stopped everything.

use std::cell::RefCell;

use tandem_backends::{Request, Response, fault};
use tandem_core::{Fault, Side, Sides};
use tandem_engine::{Paced, Transport};

use crate::browser::{clock::BrowserClock, fetch::Route};

/// What stopped everything, per side.
pub(super) type Struck = RefCell<Sides<Option<Fault>>>;

/// The way to one store.
#[derive(Debug)]
pub(super) struct Way<'a> {
    way: Paced<'a, Route, BrowserClock>,
    struck: &'a Struck,
}

impl<'a> Way<'a> {
    /// A way that notes in `struck` what stops everything.
    pub(super) const fn new(way: Paced<'a, Route, BrowserClock>, struck: &'a Struck) -> Self {
        Self { way, struck }
    }

    fn note(&self, side: Side, fault: &Fault) {
        if fault.kind.stops_the_run() {
            *self.struck.borrow_mut().get_mut(side) = Some(fault.clone());
        }
    }
}

impl Transport for Way<'_> {
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
}
