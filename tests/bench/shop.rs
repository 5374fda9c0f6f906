//! A large shop in process, under its real limits of calls: the sandbox's clock and the engine's are
//! one, and it stands still but for what calls and waits take.

use std::{
    cell::RefCell,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{body::Body, http};
use futures::executor::block_on;
use serde_json::{Value, json};
use tandem_backends::{Request, Response};
use tandem_core::{Board, DigestKey, Fault, FieldSet, Side, Sides, show::ReadingView};
use tandem_engine::{
    Clock, Desk, Footing, MemoryVault, Pace, Paced, Patient, Transport,
    book::reader::{Ended, How, ReadWatch},
    customers::Halted,
    desk::{RunNow, RunWatch},
    reading,
};
use tandem_sandbox::{Sandbox, World};

use crate::system;

/// How long a call takes until its answer is there: what a store far away needs.
const LATENCY_MS: i64 = 250;

/// Longer than the vendor's own sync is waited for before somebody is created.
const GRACE: u32 = 16 * 60;

/// The time, in milliseconds since 1970.
#[derive(Clone)]
pub(crate) struct Hands(Arc<AtomicI64>);

impl Hands {
    fn pass(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Clock for Hands {
    async fn wait(&self, seconds: u32) {
        self.pass(1_000 * i64::from(seconds));
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// Calls, and how many of them were refused because there were too many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) calls: Sides<u32>,
    pub(crate) refused: u32,
}

/// The way to one store.
#[derive(Clone)]
pub(crate) struct Way {
    sandbox: Sandbox,
    root: String,
    token: String,
    hands: Hands,
    tally: Rc<RefCell<Tally>>,
}

impl Transport for Way {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        self.hands.pass(LATENCY_MS);
        let to = format!("http://127.0.0.1{}{}", self.root, request.path_and_query());
        let call = http::Request::builder()
            .method(request.method.as_str())
            .uri(to)
            .header("host", "127.0.0.1")
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json")
            .body(Body::from(request.body.clone().unwrap_or_default()))
            .unwrap();
        let answer = system::answered(&self.sandbox, call).await;
        let mut tally = self.tally.borrow_mut();
        *tally.calls.get_mut(request.side) += 1;
        tally.refused += u32::from(matches!(&answer, Ok(answer) if answer.status == 429));
        answer
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

struct Nobody;

impl ReadWatch for Nobody {
    fn progress(&self, _view: &ReadingView) {}

    fn is_paused(&self) -> bool {
        false
    }
}

impl RunWatch for Nobody {
    fn stepped(&self, _run: &RunNow) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// A way that keeps to the pace, with the patience of long work.
type Door<'a> = Patient<'a, Paced<Way, Hands, &'a Pace>, Hands>;

/// A large shop, and a Tandem that works for it.
pub(crate) struct Large {
    pub(crate) sandbox: Sandbox,
    pub(crate) desk: Desk<MemoryVault>,
    hands: Hands,
    ways: Sides<Way>,
    pace: Pace,
    tally: Rc<RefCell<Tally>>,
}

/// What something took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Took {
    pub(crate) tally: Tally,
    pub(crate) seconds: u64,
}

/// The demonstration shop with so many people, whose groups are on both sides.
pub(crate) fn world(people: u32, registers: u32) -> (World, Board) {
    let shop = system::Shop::new(World::demo(1, people));
    for to in Side::BOTH {
        shop.copy(to);
    }
    let board = reading::board(&shop.read());
    let mut world = shop.sandbox.world();
    world.pos.registers = registers;
    (world, board)
}

impl Large {
    pub(crate) fn open(people: u32, registers: u32) -> Self {
        let (world, board) = world(people, registers);
        let hands = Hands(Arc::new(AtomicI64::new(1_000 * world.clock)));
        let outside = Arc::clone(&hands.0);
        let (pos, ecom) = (
            world.pos.staff.token.clone(),
            world.ecom.staff.token.clone(),
        );
        let store = world.ecom.store_id;
        let clock = move || outside.load(Ordering::Relaxed);
        let sandbox = Sandbox::with_clock(world, Box::new(clock), 1);
        let tally = Rc::<RefCell<Tally>>::default();
        let way = |root: String, token| Way {
            sandbox: sandbox.clone(),
            root,
            token,
            hands: hands.clone(),
            tally: Rc::clone(&tally),
        };
        let ways = Sides {
            pos: way("/api/2.0".to_owned(), pos),
            ecom: way(format!("/api/v3/{store}"), ecom),
        };
        let stores = Sides {
            pos: "shop".to_owned(),
            ecom: store.to_string(),
        };
        let key = DigestKey([5; 16]);
        let opened = Desk::open(MemoryVault::default(), stores, key, FieldSet::ALL);
        let desk = block_on(opened).unwrap();
        block_on(desk.set_groups(Some(&board), FieldSet::ALL));
        Self {
            sandbox,
            desk,
            hands,
            ways,
            pace: Pace::default(),
            tally,
        }
    }

    /// How many records each side has.
    pub(crate) fn records(&self) -> Sides<u32> {
        let world = self.sandbox.world();
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        Sides {
            pos: count(world.pos.customers.len()),
            ecom: count(world.ecom.customers.len()),
        }
    }

    pub(crate) fn act(&self, acts: &Value) {
        system::control(&self.sandbox, "act", acts);
    }

    /// Time passes without a call.
    pub(crate) fn rest(&self, seconds: u32) {
        block_on(self.hands.wait(seconds));
        self.act(&json!({ "act": "pass_time", "seconds": 0 }));
    }

    fn measured(&self, work: impl FnOnce(&Sides<Door<'_>>)) -> Took {
        // No window is half used up by what was before.
        self.rest(600);
        *self.tally.borrow_mut() = Tally::default();
        let begun = self.hands.now_ms();
        let paced = self.ways.clone().map(|side, way| {
            let counted = Paced::new(way, self.hands.clone(), &self.pace);
            Patient::new(side, counted, &self.hands, &self.pace)
        });
        work(&paced);
        Took {
            tally: *self.tally.borrow(),
            seconds: (self.hands.now_ms() - begun).div_ceil(1_000),
        }
    }

    /// Reads both sides.
    pub(crate) fn read(&self, how: How) -> Took {
        self.measured(|ways| {
            let ended = block_on(self.desk.read((ways, &self.hands), &Nobody, how));
            assert_eq!(ended.unwrap(), Ended::Read);
        })
    }

    /// Previews everything, and carries it out; also how many writes of which kind that is.
    pub(crate) fn sync(&self) -> (tandem_core::show::PreviewHead, Took) {
        self.rest(GRACE);
        let now = i64::try_from(self.hands.now_ms() / 1_000).unwrap();
        let everybody = tandem_core::show::Purpose::Everybody;
        let head = block_on(self.desk.preview(everybody, now)).unwrap();
        assert!(head.total > 0, "there is something to write");
        let took = self.measured(|ways| {
            let now = i64::try_from(self.hands.now_ms() / 1_000).unwrap();
            block_on(self.desk.begin(head.id, true, now)).unwrap();
            let run = self
                .desk
                .carry_on((ways, &self.hands), "one".to_owned(), &Nobody);
            assert_eq!(block_on(run).unwrap(), Halted::Finished);
        });
        let counts = self.desk.run().unwrap().counts;
        assert_eq!(
            counts.applied + counts.already_there + counts.altered + counts.stale,
            counts.total,
            "{counts:?}"
        );
        block_on(self.desk.close_run()).unwrap();
        (head, took)
    }
}
