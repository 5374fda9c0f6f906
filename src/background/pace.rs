//! The one pace of everything that this background asks the stores: probes, groups and customers. Which
//! calls were sent outlives the background, so that a new life of it does not begin with a full window.

use std::rc::Rc;

use tandem_backends::{Request, Response};
use tandem_core::Fault;
use tandem_engine::{Footing, Pace, Paced, Spent, Transport};

use crate::browser::{
    clock::{BrowserClock, now_ms},
    fetch::Route,
    storage::{self, Keep},
};

/// Where it is kept, until the browser ends, which calls were sent lately.
const SPENT: &str = "pace1";

/// A rung whose every call is counted, and waits where the share of the window is used up.
pub(super) type Counted = Paced<Noted, BrowserClock, Rc<Pace>>;

/// Has the calls of a route counted.
pub(super) fn counted(route: Route, pace: &Rc<Pace>) -> Counted {
    let noted = Noted {
        route,
        pace: Rc::clone(pace),
    };
    Paced::new(noted, BrowserClock, Rc::clone(pace))
}

/// A way on which a call is in the books before it is sent: whenever the background is ended, the
/// next one knows of it.
#[derive(Debug)]
pub(super) struct Noted {
    route: Route,
    pace: Rc<Pace>,
}

impl Transport for Noted {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        // Where that is not kept, this life keeps to the pace all the same.
        drop(storage::set(Keep::Session, SPENT, &self.pace.spent()).await);
        self.route.send(request).await
    }

    fn footing(&self) -> Footing {
        self.route.footing()
    }
}

/// A pace that goes on where that of the background before this one left off.
pub(super) async fn take_up() -> Rc<Pace> {
    let pace = Pace::default();
    let kept: Option<Spent> = storage::get(Keep::Session, SPENT).await.ok().flatten();
    if let Some(spent) = kept {
        pace.go_on_from(&spent, now_ms());
    }
    Rc::new(pace)
}
