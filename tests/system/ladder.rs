//! The connection ladder against the sandbox, as a browser would climb it: what a store asks of a
//! write is found out by the first one, and nothing is written twice or lost on the way.

use std::{cell::Cell, rc::Rc};

use axum::{body::Body, http};
use serde_json::{Value, json};
use tandem_backends::{Request, Response};
use tandem_core::{Fault, FaultKind, Side, Sides, journal::End};
use tandem_engine::{Fallen, Footing, Ladder, Runner, Standing, Stop, Transport, climb, read_both};
use tandem_sandbox::{Caller, Sandbox, World};

use crate::shop::{Onlooker, Shop, Waits, answered};

const TITLES: [&str; 4] = ["Alpha", "Beta", "Gamma", "Delta"];

/// What a call looks like to a store. The words are those of `Rung`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// Cookies, from the extension's own origin.
    Session,
    /// Cookies, told as the store's own.
    AsPage,
    /// A page's own call, with the page's secret.
    Relay,
    /// A token.
    Token,
}

/// One way to one store.
struct Way {
    sandbox: Sandbox,
    side: Side,
    manner: Manner,
    cookies: String,
    /// Whether a page of the store is open.
    is_open: Rc<Cell<bool>>,
}

impl Way {
    fn host(&self) -> &'static str {
        match self.side {
            Side::Pos => "lantern-books.pos.localhost",
            Side::Ecom => "my.ecom.localhost",
        }
    }

    fn call(&self, method: &str, path: &str) -> http::request::Builder {
        http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.host()))
            .header("host", self.host())
            .header("cookie", &self.cookies)
    }

    /// The secret of the page, as a page finds it.
    async fn secret(&self) -> String {
        let page = self.call("GET", "/customer_groups");
        let page = answered(&self.sandbox, page.body(Body::empty()).unwrap()).await;
        let page = String::from_utf8(page.unwrap().body).unwrap();
        match page.split_once("name=\"csrf-token\" content=\"") {
            Some((_, rest)) => rest.split('"').next().unwrap().to_owned(),
            None => self.cookies.rsplit_once('=').unwrap().1.to_owned(),
        }
    }
}

impl Transport for Way {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let root = match self.side {
            Side::Pos => "/api/2.0",
            Side::Ecom => "/api/v3/10203040",
        };
        let path = format!("{root}{}", request.path_and_query());
        let mut call = self
            .call(request.method.as_str(), &path)
            .header("content-type", "application/json");
        let own = format!("http://{}", self.host());
        if self.manner == Manner::Relay && !self.is_open.get() {
            return Err(Fault::of(FaultKind::NeedsPage));
        }
        if request.is_write() {
            call = match self.manner {
                Manner::Session => call.header("origin", "chrome-extension://abc"),
                Manner::AsPage => call.header("origin", &own),
                Manner::Relay => call
                    .header("origin", &own)
                    .header("x-csrf-token", self.secret().await),
                Manner::Token => call,
            };
        }
        if self.manner == Manner::Token {
            let world = self.sandbox.world();
            let token = match self.side {
                Side::Pos => world.pos.staff.token,
                Side::Ecom => world.ecom.staff.token,
            };
            call = call.header("authorization", format!("Bearer {token}"));
        }
        let body = Body::from(request.body.clone().unwrap_or_default());
        answered(&self.sandbox, call.body(body).unwrap()).await
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

type Climbed = Rc<Ladder<Manner, Way, Waits>>;

/// A shop whose stores are reached by ladders.
struct Climber {
    shop: Shop,
    cookies: Sides<String>,
    is_open: Rc<Cell<bool>>,
    manners: Vec<Manner>,
}

impl Climber {
    fn new(settings: &Value) -> Self {
        let shop = Shop::new(World::default());
        shop.control("act", &json!({ "act": "switch", "settings": settings }));
        for title in TITLES {
            for side in ["pos", "ecom"] {
                let title = format!("{title} of {side}");
                let act = json!({ "act": "create_group", "side": side, "title": title });
                shop.control("act", &act);
            }
        }
        Self {
            cookies: Sides::from_fn(|side| match side {
                Side::Pos => shop.sandbox.sign_in(tandem_sandbox::Side::Pos),
                Side::Ecom => shop.sandbox.sign_in(tandem_sandbox::Side::Ecom),
            }),
            shop,
            is_open: Rc::new(Cell::new(true)),
            manners: vec![Manner::Session, Manner::AsPage, Manner::Relay],
        }
    }

    fn climb(&self, side: Side, proven: Option<Manner>) -> Result<Climbed, Fallen<Manner>> {
        let way = |manner: &Manner| {
            let way = Way {
                sandbox: self.shop.sandbox.clone(),
                side,
                manner: *manner,
                cookies: self.cookies.get(side).clone(),
                is_open: Rc::clone(&self.is_open),
            };
            (*manner, way)
        };
        let rungs = self.manners.iter().map(way).collect();
        let key = match side {
            Side::Pos => "lantern-books",
            Side::Ecom => "10203040",
        };
        let climbed = climb(rungs, Waits::default(), (side, key), proven);
        futures::executor::block_on(climbed).map(Rc::new)
    }

    fn ways(&self) -> Sides<Climbed> {
        Sides::from_fn(|side| self.climb(side, None).unwrap())
    }

    /// Copies everything to `to`.
    fn copy(&self, to: Side, ways: &Sides<Climbed>) -> (tandem_core::journal::Run, Stop) {
        let read = futures::executor::block_on(read_both(ways, &self.shop.waited));
        let mut readings = Sides {
            pos: read.pos.unwrap(),
            ecom: read.ecom.unwrap(),
        };
        self.shop.book.entries.borrow_mut().clear();
        let mut run = self.shop.planned(to, &readings);
        let runner = Runner {
            stores: ways,
            clock: &self.shop.waited,
            journal: &self.shop.book,
            watch: &Onlooker::default(),
        };
        let stop = futures::executor::block_on(runner.carry_on(&mut run, &mut readings));
        (run, stop)
    }

    /// What was sent to change something, as statuses, since the log was that long.
    fn writes(&self) -> Vec<u16> {
        let log = self.shop.sandbox.log().into_iter();
        log.filter(|call| call.method != "GET")
            .map(|call| call.status)
            .collect()
    }

    fn is_even(&self) -> bool {
        self.shop.titles(Side::Pos) == self.shop.titles(Side::Ecom)
    }
}

/// The settings, the side that has them, and the rung that must carry the writes.
fn cases() -> Vec<(Value, Side, Manner)> {
    let secret = |csrf: &str| json!({ "pos": { "auth": "cookie+csrf", "csrf": csrf } });
    let errors = |form: &str| json!({ "pos": { "foreign_origin": "refuse", "errors": form } });
    vec![
        (json!({}), Side::Pos, Manner::Session),
        (json!({}), Side::Ecom, Manner::Session),
        (errors("full"), Side::Pos, Manner::AsPage),
        (errors("text"), Side::Pos, Manner::AsPage),
        (
            json!({ "ecom": { "foreign_origin": "refuse" } }),
            Side::Ecom,
            Manner::AsPage,
        ),
        (
            json!({ "ecom": { "foreign_origin": "refuse", "error_bodies": "empty" } }),
            Side::Ecom,
            Manner::AsPage,
        ),
        (secret("meta"), Side::Pos, Manner::Relay),
        (secret("cookie"), Side::Pos, Manner::Relay),
    ]
}

#[test]
fn a_write_goes_up_to_the_rung_that_is_taken_and_every_title_arrives_once() {
    for (settings, to, expected) in cases() {
        let climber = Climber::new(&settings);
        let ways = climber.ways();
        assert_eq!(ways.get(to).rung(), Some(Manner::Session), "reads do");
        let (run, stop) = climber.copy(to, &ways);
        assert_eq!(stop, Stop::Finished, "{settings}");
        assert_eq!(run.counts().created, TITLES.len(), "{settings}");
        assert_eq!(ways.get(to).proven(), Some(expected), "{settings}");
        let taken = climber.writes().iter().filter(|s| **s < 300).count();
        assert_eq!(taken, TITLES.len(), "{settings}");
        let refused = climber.writes().len() - taken;
        let lower = climber.manners.iter().position(|one| *one == expected);
        assert_eq!(Some(refused), lower, "once on each lower rung: {settings}");
        drop(climber.copy(to.other(), &ways));
        assert!(climber.is_even(), "{settings}");
    }
}

#[test]
fn one_write_is_read_back_before_the_rest_where_none_was_taken_yet() {
    let climber = Climber::new(&json!({}));
    let ways = climber.ways();
    drop(climber.copy(Side::Pos, &ways));
    let order = |climber: &Climber| -> String {
        let log = climber.shop.sandbox.log().into_iter();
        let pos = log.filter(|call| call.side == tandem_sandbox::Side::Pos);
        let all: String = pos
            .map(|call| call.method.chars().next().unwrap())
            .collect();
        all.split_at(all.find('P').unwrap()).1.to_owned()
    };
    assert!(order(&climber).starts_with("PGPPP"), "{}", order(&climber));
    // A way that took a write in a life before this one is known.
    let climber = Climber::new(&json!({}));
    let ways = Sides {
        pos: climber.climb(Side::Pos, Some(Manner::Session)).unwrap(),
        ecom: climber.climb(Side::Ecom, None).unwrap(),
    };
    drop(climber.copy(Side::Pos, &ways));
    assert!(order(&climber).starts_with("PPPPG"), "{}", order(&climber));
}

#[test]
fn a_store_that_says_yes_and_does_nothing_gets_no_second_write() {
    let climber = Climber::new(&json!({}));
    let said = r#"{"data":{"id":"0a0b0c0d-0000-4000-8000-000000000000","name":"x"}}"#;
    let lie = json!([{ "side": "pos", "method": "POST", "times": 9,
        "do": { "status": 201, "body": said } }]);
    climber.shop.control("faults", &lie);
    let (run, stop) = climber.copy(Side::Pos, &climber.ways());
    assert!(matches!(stop, Stop::Paused(why) if why.kind == FaultKind::NotFound));
    assert_eq!(climber.writes(), [201]);
    assert!(matches!(run.ends[0], Some(End::Failed { .. })));
}

#[test]
fn without_a_page_the_run_waits_for_one_and_then_goes_on() {
    let settings = json!({ "pos": { "auth": "cookie+csrf" } });
    let climber = Climber::new(&settings);
    climber.is_open.set(false);
    let ways = climber.ways();
    let (run, stop) = climber.copy(Side::Pos, &ways);
    assert!(matches!(stop, Stop::Paused(why) if why.kind == FaultKind::NeedsPage));
    assert!(run.ends.iter().all(Option::is_none));
    assert_eq!(climber.writes(), [403, 403], "nothing was done");
    let known = ways.pos.rungs().pop();
    let expected = Standing::Failed(FaultKind::NeedsPage);
    assert_eq!(known, Some((Manner::Relay, expected)));
    climber.is_open.set(true);
    let (run, stop) = climber.copy(Side::Pos, &climber.ways());
    assert_eq!(stop, Stop::Finished);
    assert_eq!(run.counts().created, TITLES.len());
}

/// Without words a refusal may be about the role as well: where even the page's own call is refused,
/// it is.
#[test]
fn a_refusal_that_no_page_mends_is_about_the_role() {
    let climber = Climber::new(&json!({}));
    let refuse = json!([{ "side": "pos", "method": "POST", "times": 9,
        "do": { "status": 403, "body": "{}" } }]);
    climber.shop.control("faults", &refuse);
    let ways = climber.ways();
    let (_, stop) = climber.copy(Side::Pos, &ways);
    assert!(matches!(stop, Stop::Paused(why) if why.kind == FaultKind::NotAllowed));
    assert_eq!(climber.writes(), [403, 403, 403]);
    assert_eq!(
        ways.pos.rung(),
        Some(Manner::Session),
        "reads stay where they were"
    );
    assert_eq!(ways.pos.proven(), None);
}

#[test]
fn a_way_that_took_writes_does_not_climb() {
    let climber = Climber::new(&json!({}));
    let ways = climber.ways();
    drop(climber.copy(Side::Pos, &ways));
    let act = json!({ "act": "create_group", "side": "ecom", "title": "Late" });
    climber.shop.control("act", &act);
    let before = climber.writes().len();
    let refuse =
        json!([{ "side": "pos", "method": "POST", "do": { "status": 403, "body": "{}" } }]);
    climber.shop.control("faults", &refuse);
    let (_, stop) = climber.copy(Side::Pos, &ways);
    assert!(matches!(stop, Stop::Paused(why) if why.kind == FaultKind::NotAllowed));
    assert_eq!(climber.writes().len(), before + 1);
}

#[test]
fn what_lets_nobody_in_is_said_by_the_fault_that_helps_most() {
    let signed_out = Climber::new(&json!({}));
    let out = json!({ "act": "sign_out", "side": "pos" });
    signed_out.shop.control("act", &out);
    let cashier = Climber::new(&json!({}));
    let role = json!({ "act": "set_role", "role": "cashier" });
    cashier.shop.control("act", &role);
    let token_only = Climber::new(&json!({ "pos": { "auth": "token" } }));
    for (climber, expected) in [
        (signed_out, FaultKind::SignedOut),
        (token_only, FaultKind::SignedOut),
    ] {
        climber.is_open.set(false);
        let fallen = climber.climb(Side::Pos, None).err().unwrap();
        assert_eq!(fallen.fault.kind, expected);
        let last = fallen.rungs.last().cloned();
        let no_page = Standing::Failed(FaultKind::NeedsPage);
        assert_eq!(last, Some((Manner::Relay, no_page)));
    }
    // A cashier is let in, and not at the groups: that is no rung's fault.
    assert!(cashier.climb(Side::Pos, None).is_ok());
}

#[test]
fn a_token_comes_last_and_is_enough() {
    let mut climber = Climber::new(&json!({ "pos": { "auth": "token" } }));
    climber.manners.push(Manner::Token);
    let ways = climber.ways();
    assert_eq!(ways.pos.rung(), Some(Manner::Token));
    let (_, stop) = climber.copy(Side::Pos, &ways);
    assert_eq!(stop, Stop::Finished);
    let mut log = climber.shop.sandbox.log().into_iter();
    assert!(log.any(|call| call.method == "POST" && call.caller == Caller::Token));
}
