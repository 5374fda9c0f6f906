//! Both stores in process: the engine's ports over the sandbox's router, without a socket, a clock
//! or a browser.

use std::{
    cell::{Cell, RefCell},
    future::Future,
    rc::Rc,
};

use axum::{
    body::{Body, to_bytes},
    http,
};
use tandem_backends::{Request, Response};
use tandem_core::{
    Board, Fault, FaultKind, GroupId, GroupOp, Side, Sides,
    journal::{Entry, Run},
    plan,
};
use tandem_engine::{
    Clock, Footing, Journal, Reading, Runner, Stop, Transport, Watch, read_both, reading,
};
use tandem_sandbox::{Sandbox, World, app};
use tower::ServiceExt;

/// A shop in process.
pub(crate) struct Shop {
    pub(crate) sandbox: Sandbox,
    pub(crate) stores: Sides<Direct>,
    pub(crate) waited: Waits,
    pub(crate) book: Book,
    /// Stops everything after so many effects (calls sent and journal entries written), as a kill
    /// of the background does; nothing at all when it is `None`.
    pub(crate) fuse: Rc<Cell<Option<usize>>>,
}

/// The way to one store.
pub(crate) struct Direct {
    sandbox: Sandbox,
    /// The API's root.
    root: String,
    token: String,
    /// Sends the next write twice, as both browsers do when a connection that was used before
    /// breaks before the answer.
    pub(crate) resend: Cell<bool>,
    fuse: Rc<Cell<Option<usize>>>,
}

/// A clock that never stands still while somebody waits.
#[derive(Default)]
pub(crate) struct Waits(pub(crate) RefCell<Vec<u32>>);

/// The journal in memory.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) entries: RefCell<Vec<Entry>>,
    fuse: Rc<Cell<Option<usize>>>,
}

/// Looks on, and stops the run after so many changes.
#[derive(Default)]
pub(crate) struct Onlooker {
    pub(crate) cancel_after: Option<usize>,
    pub(crate) changes: Cell<usize>,
}

/// What work comes to; `None` if the fuse burnt down. Nothing in process ever waits, so what is not
/// ready at once was killed.
pub(crate) fn until_killed<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut work = Box::pin(work);
    let mut context = std::task::Context::from_waker(futures::task::noop_waker_ref());
    match work.as_mut().poll(&mut context) {
        std::task::Poll::Ready(done) => Some(done),
        std::task::Poll::Pending => None,
    }
}

/// Burns the fuse by one effect. `Pending` for ever is what a kill looks like from the inside.
pub(crate) async fn effect(fuse: &Cell<Option<usize>>) {
    match fuse.get() {
        None => {}
        Some(0) => std::future::pending().await,
        Some(left) => fuse.set(Some(left - 1)),
    }
}

impl Shop {
    pub(crate) fn new(world: World) -> Self {
        let fuse = Rc::new(Cell::new(None));
        let tokens = Sides {
            pos: world.pos.staff.token.clone(),
            ecom: world.ecom.staff.token.clone(),
        };
        let roots = Sides {
            pos: "/api/2.0".to_owned(),
            ecom: format!("/api/v3/{}", world.ecom.store_id),
        };
        let sandbox = Sandbox::new(world);
        let direct = |side| Direct {
            sandbox: sandbox.clone(),
            root: roots.get(side).clone(),
            token: tokens.get(side).clone(),
            resend: Cell::new(false),
            fuse: Rc::clone(&fuse),
        };
        Self {
            stores: Sides {
                pos: direct(Side::Pos),
                ecom: direct(Side::Ecom),
            },
            sandbox,
            waited: Waits::default(),
            book: Book {
                fuse: Rc::clone(&fuse),
                ..Book::default()
            },
            fuse,
        }
    }

    /// A shop with these titles on either side.
    pub(crate) fn with_titles(pos: &[&str], ecom: &[&str]) -> Self {
        let shop = Self::new(World::default());
        for (side, titles) in [("pos", pos), ("ecom", ecom)] {
            for title in titles {
                shop.control(
                    "act",
                    &serde_json::json!({ "act": "create_group", "side": side, "title": title }),
                );
            }
        }
        shop
    }

    /// Sends `body` to the sandbox's controls.
    pub(crate) fn control(&self, what: &str, body: &serde_json::Value) {
        control(&self.sandbox, what, body);
    }

    pub(crate) fn read(&self) -> Sides<Reading> {
        let read = futures::executor::block_on(read_both(&self.stores, &self.waited));
        Sides {
            pos: read.pos.unwrap(),
            ecom: read.ecom.unwrap(),
        }
    }

    pub(crate) fn board(&self) -> Board {
        reading::board(&self.read())
    }

    /// The titles of a side without the default group, sorted.
    pub(crate) fn titles(&self, side: Side) -> Vec<String> {
        let world = self.sandbox.world();
        let mut titles: Vec<String> = match side {
            Side::Pos => {
                let own = |g: &&tandem_sandbox::world::PosGroup| {
                    g.group_id != "1111111111" && g.deleted_at.is_none()
                };
                world
                    .pos
                    .groups
                    .iter()
                    .filter(own)
                    .map(|g| g.name.clone())
                    .collect()
            }
            Side::Ecom => world
                .ecom
                .groups
                .iter()
                .filter(|g| g.id != 0)
                .map(|g| g.name.clone())
                .collect(),
        };
        titles.sort();
        titles
    }

    /// The run that copies everything that can be copied to `to`.
    pub(crate) fn planned(&self, to: Side, readings: &Sides<Reading>) -> Run {
        let ops = plan::copy_titles(&reading::board(readings), to).ops;
        self.begin(to, ops)
    }

    /// The run of these writes, begun in the journal.
    pub(crate) fn begin(&self, to: Side, ops: Vec<GroupOp>) -> Run {
        let started = Entry::Started { to, ops };
        self.book.entries.borrow_mut().push(started.clone());
        Run::fold(&[started]).unwrap()
    }

    /// The run as its journal tells it.
    pub(crate) fn journalled(&self) -> Option<Run> {
        Run::fold(&self.book.entries.borrow())
    }

    /// Carries a run on until it stops, or until the fuse burnt down (`None`).
    pub(crate) fn carry_on(&self, run: &mut Run, readings: &mut Sides<Reading>) -> Option<Stop> {
        self.carry_on_watched(run, readings, &Onlooker::default())
    }

    pub(crate) fn carry_on_watched(
        &self,
        run: &mut Run,
        readings: &mut Sides<Reading>,
        watch: &Onlooker,
    ) -> Option<Stop> {
        let runner = Runner {
            stores: &self.stores,
            clock: &self.waited,
            journal: &self.book,
            watch,
        };
        until_killed(runner.carry_on(run, readings))
    }

    /// Copies everything to `to`, from a fresh reading.
    pub(crate) fn copy(&self, to: Side) -> (Run, Stop) {
        let mut readings = self.read();
        let mut run = self.planned(to, &readings);
        let stop = self.carry_on(&mut run, &mut readings).unwrap();
        (run, stop)
    }

    /// How many calls the log has of a side, and how many of them were writes.
    pub(crate) fn calls(&self) -> (usize, usize) {
        let log = self.sandbox.log();
        (
            log.len(),
            log.iter().filter(|call| call.method != "GET").count(),
        )
    }
}

/// Sends `body` to a sandbox's controls.
pub(crate) fn control(sandbox: &Sandbox, what: &str, body: &serde_json::Value) {
    let request = http::Request::post(format!("http://127.0.0.1/_sandbox/{what}"))
        .header("host", "127.0.0.1")
        .body(Body::from(body.to_string()))
        .unwrap();
    let answer = app(sandbox.clone()).oneshot(request);
    let response = futures::executor::block_on(answer).unwrap();
    let status = response.status();
    assert!(status.is_success(), "{what} {body}: {status}");
}

impl Transport for Direct {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        effect(&self.fuse).await;
        if request.is_write() && self.resend.replace(false) {
            drop(self.once(request).await);
        }
        self.once(request).await
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

impl Direct {
    async fn once(&self, request: &Request) -> Result<Response, Fault> {
        let call = http::Request::builder()
            .method(request.method.as_str())
            .uri(format!(
                "http://127.0.0.1{}{}",
                self.root,
                request.path_and_query()
            ))
            .header("host", "127.0.0.1")
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json")
            .body(Body::from(request.body.clone().unwrap_or_default()))
            .unwrap();
        answered(&self.sandbox, call).await
    }
}

/// What a sandbox answers to a call.
pub(crate) async fn answered(
    sandbox: &Sandbox,
    call: http::Request<Body>,
) -> Result<Response, Fault> {
    let answer = app(sandbox.clone()).oneshot(call).await.unwrap();
    if answer
        .extensions()
        .get::<tandem_sandbox::ReplyLost>()
        .is_some()
    {
        return Err(Fault::of(FaultKind::Offline));
    }
    let header = |name: &str| {
        answer
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    let response = Response {
        status: answer.status().as_u16(),
        redirected: false,
        elsewhere: false,
        content_type: header("content-type"),
        retry_after: header("retry-after"),
        date: header("date"),
        limit: header("x-ratelimit-limit").and_then(|text| text.parse().ok()),
        remaining: header("x-ratelimit-remaining").and_then(|text| text.parse().ok()),
        body: Vec::new(),
    };
    let body = to_bytes(answer.into_body(), 16 << 20)
        .await
        .unwrap()
        .to_vec();
    Ok(Response { body, ..response })
}

impl Clock for Waits {
    async fn wait(&self, seconds: u32) {
        self.0.borrow_mut().push(seconds);
    }

    fn now_ms(&self) -> u64 {
        let waited: u64 = self.0.borrow().iter().map(|one| u64::from(*one)).sum();
        1_000 * waited
    }
}

impl Journal for Book {
    async fn append(&self, entry: &Entry) -> Result<(), Fault> {
        effect(&self.fuse).await;
        self.entries.borrow_mut().push(entry.clone());
        Ok(())
    }
}

impl Watch for Onlooker {
    fn changed(&self, _run: &Run) {
        self.changes.set(self.changes.get() + 1);
    }

    fn checking(&self, _run: &Run) {}

    fn is_cancelled(&self) -> bool {
        self.cancel_after
            .is_some_and(|most| self.changes.get() >= most)
    }
}

/// What a person would choose by its title.
pub(crate) fn chosen(board: &Board, from: Side, titles: &[&str]) -> Vec<(GroupId, String)> {
    let all = board.rows.iter().flat_map(|row| row.groups(from));
    let wanted = all.filter(|group| titles.contains(&group.title.as_str()));
    wanted
        .map(|group| (group.id.clone(), group.title.clone()))
        .collect()
}
