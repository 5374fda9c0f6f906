//! A run at the pace that protects the tills, over a clock that moves when somebody waits: it never takes
//! more than its share (invariant I9), and whoever stops it while it waits for its turn is heard.

use std::cell::{Cell, RefCell};

use futures::executor::block_on;
use tandem_backends::{Request, Response};
use tandem_core::{Fault, Side, Sides, sync::Apply};
use tandem_engine::{
    Clock, Footing, Pace, Paced, Patient, Transport,
    customers::{Carrier, Halted},
};
use tandem_sandbox::World;

use super::people::{KEY, People};
use crate::shop::{Shop, Waits};

/// Tandem's share of POS' calls, for a shop with one register.
const MAY: usize = 350 * 30 / 100;

/// What POS calls a window, in milliseconds.
const WINDOW: u64 = 300_000;

/// The way to a store, with an eye on when POS is called.
struct Timed<'a> {
    shop: &'a Shop,
    side: Side,
    of_pos: &'a RefCell<Vec<u64>>,
}

impl Transport for Timed<'_> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        if self.side == Side::Pos {
            self.of_pos.borrow_mut().push(self.shop.waited.now_ms());
        }
        self.shop.stores.get(self.side).send(request).await
    }

    fn footing(&self) -> Footing {
        self.shop.stores.get(self.side).footing()
    }
}

/// Carries everything out that there is to do. How long was waited until it halted, in milliseconds?
fn carry(
    people: &People,
    of_pos: &RefCell<Vec<u64>>,
    stop_at: Option<u32>,
) -> (Halted, Apply, u64) {
    let shop = &people.shop;
    let clock: &Waits = &shop.waited;
    let pace = Pace::default();
    let ways = Sides::from_fn(|side| {
        let timed = Timed { shop, side, of_pos };
        Patient::new(side, Paced::new(timed, clock, &pace), clock, &pace)
    });
    let run = people.begin(&people.plan());
    let mut apply = Apply::new(run, KEY);
    let mut carrier = Carrier::new((&ways, clock), (people, people), "session-1".into());
    let begun = clock.now_ms();
    let asked = Cell::new(0);
    let is_cancelled = || {
        let is_held = ways.pos.footing().held_for > 0;
        asked.set(asked.get() + u32::from(is_held));
        is_held && stop_at.is_some_and(|most| asked.get() > most)
    };
    let halted = block_on(carrier.carry_out(&mut apply, is_cancelled));
    (halted, apply, clock.now_ms() - begun)
}

fn most_in_a_window(times: &[u64]) -> usize {
    let within = |from: &u64| {
        let window = *from..from + WINDOW;
        times.iter().filter(|at| window.contains(at)).count()
    };
    times.iter().map(within).max().unwrap_or_default()
}

fn people() -> People {
    let mut world = World::demo(6, 400);
    world.pos.registers = 1;
    People::new(Shop::new(world))
}

#[test]
fn a_run_takes_no_more_than_its_share() {
    let of_pos = RefCell::default();
    let (halted, apply, waited) = carry(&people(), &of_pos, None);
    assert_eq!(halted, Halted::Finished);
    assert!(apply.run().closed);
    let of_pos = of_pos.take();
    assert!(
        of_pos.len() > 2 * MAY,
        "the run is too short: {}",
        of_pos.len()
    );
    assert!(waited >= WINDOW, "{waited}");
    let most = most_in_a_window(&of_pos);
    assert!(most <= MAY, "{most} calls in five minutes");
}

#[test]
fn who_stops_a_run_that_waits_for_its_turn_is_heard_at_once() {
    let of_pos = RefCell::default();
    let (halted, apply, waited) = carry(&people(), &of_pos, Some(3));
    assert_eq!(halted, Halted::Cancelled);
    assert!(apply.is_between_steps(), "nothing is half done");
    assert!(apply.next_side().is_some(), "the rest is still to be done");
    assert!((1..=10_000).contains(&waited), "{waited} ms");
}
