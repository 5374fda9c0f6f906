//! The pace under a clock that moves when somebody waits.

use std::cell::{Cell, RefCell};

use futures::executor::block_on;
use tandem_backends::{Request, customers, customers::Cursor};
use tandem_core::Fault;

use super::*;
use crate::{Clock, Footing, Transport};

/// A store that answers at once, and notes when it was asked.
struct Store<'a> {
    clock: &'a Now,
    asked: RefCell<Vec<u64>>,
    answer: Response,
}

#[derive(Default)]
struct Now(Cell<u64>);

impl Clock for Now {
    async fn wait(&self, seconds: u32) {
        self.0.set(self.0.get() + 1_000 * u64::from(seconds));
    }

    fn now_ms(&self) -> u64 {
        self.0.get()
    }
}

impl Transport for &Store<'_> {
    async fn send(&self, _: &Request) -> Result<Response, Fault> {
        self.asked.borrow_mut().push(self.clock.now_ms());
        Ok(self.answer.clone())
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

/// When so many calls in a row are sent, each taking so long.
fn times(side: Side, calls: u32, answer: Response, each_ms: u64) -> Vec<u64> {
    let clock = Now::default();
    let store = Store {
        clock: &clock,
        asked: RefCell::default(),
        answer,
    };
    let pace = Pace::default();
    let way = Patient::new(side, Paced::new(&store, &clock, &pace), &clock, &pace);
    for _ in 0..calls {
        clock.0.set(clock.0.get() + each_ms);
        block_on(way.send(&customers::list(side, Cursor::START))).unwrap();
    }
    assert_eq!(*pace.calls().get(side), calls);
    store.asked.take()
}

/// The most calls in any window.
fn most(times: &[u64], window: u64) -> usize {
    let within = |from: u64| {
        times
            .iter()
            .filter(|at| (from..from + window).contains(*at))
            .count()
    };
    times
        .iter()
        .map(|from| within(*from))
        .max()
        .unwrap_or_default()
}

fn ok(limit: Option<u32>, remaining: Option<u32>) -> Response {
    Response {
        status: 200,
        limit,
        remaining,
        ..Response::default()
    }
}

#[test]
fn never_more_than_a_share_of_any_window() {
    for each_ms in [0, 7, 400, 3_000] {
        let pos = times(Side::Pos, 700, ok(None, None), each_ms);
        assert!(most(&pos, 300_000) <= 105, "POS, a call every {each_ms} ms");
        let ecom = times(Side::Ecom, 1_500, ok(None, None), each_ms);
        assert!(
            most(&ecom, 60_000) <= 480,
            "eCom, a call every {each_ms} ms"
        );
    }
}

#[test]
fn more_registers_allow_more() {
    let times = times(Side::Pos, 2_000, ok(Some(3_050), Some(3_000)), 0);
    assert_eq!(most(&times, 300_000), 915 - 8);
}

#[test]
fn a_bucket_that_runs_low_is_left_to_the_tills() {
    let times = times(Side::Pos, 5, ok(Some(350), Some(60)), 10);
    let gaps = times.windows(2).map(|two| two[1] - two[0]);
    assert!(gaps.clone().all(|gap| gap >= REST_MS), "{times:?}");
}

#[test]
fn a_refusal_is_obeyed_by_all_calls() {
    let refused = Response {
        status: 429,
        retry_after: Some("40".into()),
        ..Response::default()
    };
    let times = times(Side::Ecom, 3, refused, 10);
    assert!(
        times.windows(2).all(|two| two[1] - two[0] >= 40_000),
        "{times:?}"
    );
}

#[test]
fn what_is_left_takes_the_windows_that_it_needs() {
    let pace = Pace::default();
    let seconds = |pos, ecom| pace.seconds_for(Sides { pos, ecom }, 0);
    assert_eq!(seconds(97, 472), 0, "eight of each are a person's");
    assert_eq!(seconds(98, 0), 300);
    assert_eq!(seconds(0, 473), 60);
    assert_eq!(seconds(1_000, 0), 3_000);
    for _ in 0..105 {
        pace.take(Side::Pos, 0).unwrap();
    }
    assert_eq!(seconds(1, 0), 300);
}

#[test]
fn what_is_taken_of_a_window_is_told() {
    let pace = Pace::default();
    let taken = |now| pace.taken(Side::Pos, now);
    assert_eq!(taken(0), Taken { used: 0, may: 105 });
    for now in [0, 10, 200_000] {
        pace.take(Side::Pos, now).unwrap();
    }
    assert_eq!(taken(200_000), Taken { used: 3, may: 105 });
    assert_eq!(taken(300_005), Taken { used: 2, may: 105 });
    assert_eq!(taken(900_000), Taken { used: 0, may: 105 });
    pace.learn(Side::Pos, &ok(Some(650), Some(640)), 900_000);
    assert_eq!(taken(900_000), Taken { used: 0, may: 195 });
}

/// Long work takes its calls one after the other; what a person waits for goes at once, and both keep to
/// the share.
#[test]
fn long_work_leaves_the_last_calls_to_a_person() {
    let (clock, pace) = (Now::default(), Pace::default());
    let store = Store {
        clock: &clock,
        asked: RefCell::default(),
        answer: ok(None, None),
    };
    let request = customers::list(Side::Pos, Cursor::START);
    let at_once = Paced::new(&store, &clock, &pace);
    let patient = Patient::new(Side::Pos, Paced::new(&store, &clock, &pace), &clock, &pace);
    for _ in 0..91 {
        assert_eq!(
            patient.footing().held_for,
            0,
            "there is room for a whole step"
        );
        block_on(patient.send(&request)).unwrap();
    }
    assert_eq!(
        patient.footing().held_for,
        300,
        "there is none: the next step waits"
    );
    for _ in 0..6 {
        block_on(patient.send(&request)).unwrap();
    }
    assert_eq!(clock.now_ms(), 0, "and the one that was begun was finished");
    assert!(pace.has_room(Side::Pos, 8, 0) && !pace.has_room(Side::Pos, 9, 0));
    for _ in 0..8 {
        block_on(at_once.send(&request)).unwrap();
    }
    assert!(!pace.has_room(Side::Pos, 1, 0) && pace.has_room(Side::Ecom, 480, 0));
    assert_eq!(clock.now_ms(), 0, "a person's calls go at once");
    let seconds = Some(300);
    let fault = Fault::of(FaultKind::RateLimited { seconds });
    assert_eq!(block_on(at_once.send(&request)), Err(fault));
    block_on(patient.send(&request)).unwrap();
    assert_eq!(clock.now_ms(), 300_000, "patience waits for a window");
    assert_eq!(most(&store.asked.take(), 300_000), 105);
}

/// Calls in a row while the background is ended after every `life`, each life going on from what the
/// one before kept.
fn times_over_lives(side: Side, calls: u32, life: u32) -> Vec<u64> {
    let clock = Now::default();
    clock.0.set(1_700_000_000_123);
    let store = Store {
        clock: &clock,
        asked: RefCell::default(),
        answer: ok(None, None),
    };
    let mut kept = Spent::default();
    for begun in (0..calls).step_by(usize::try_from(life).unwrap()) {
        let pace = Pace::default();
        pace.go_on_from(&kept, clock.now_ms());
        let way = Patient::new(side, Paced::new(&store, &clock, &pace), &clock, &pace);
        for _ in begun..calls.min(begun + life) {
            clock.0.set(clock.0.get() + 170);
            block_on(way.send(&customers::list(side, Cursor::START))).unwrap();
            let text = serde_json::to_string(&pace.spent()).unwrap();
            assert!(text.len() < 8_000, "{}", text.len());
            kept = serde_json::from_str(&text).unwrap();
        }
    }
    store.asked.take()
}

/// Invariant I9 across kills.
#[test]
fn a_background_that_is_ended_keeps_to_the_same_window() {
    for life in [1, 7, 40, 1_000] {
        let times = times_over_lives(Side::Pos, 400, life);
        assert!(
            most(&times, 300_000) <= 105,
            "{life}: {}",
            most(&times, 300_000)
        );
        let times = times_over_lives(Side::Ecom, 1_100, life);
        assert!(
            most(&times, 60_000) <= 480,
            "{life}: {}",
            most(&times, 60_000)
        );
    }
}

#[test]
fn what_was_kept_under_another_clock_holds_nothing_up() {
    let later = Pace::default();
    let far = 2_000_000_000_000;
    while later.take(Side::Pos, far).is_ok() {}
    let pace = Pace::default();
    pace.go_on_from(&later.spent(), 1_000);
    assert_eq!(pace.take(Side::Pos, 1_000), Ok(()));
}

/// A store that asks to be left alone for a year: whoever asks is told so at once, and a quarter of
/// an hour later it is asked again.
#[test]
fn a_store_that_wants_a_year_holds_nobody_up() {
    struct Year(Cell<u32>);
    impl Transport for &Year {
        async fn send(&self, _request: &Request) -> Result<Response, Fault> {
            self.0.set(self.0.get() + 1);
            Ok(Response {
                status: 429,
                retry_after: Some("31536000".into()),
                ..Response::default()
            })
        }

        fn footing(&self) -> Footing {
            Footing::default()
        }
    }
    let (clock, pace) = (Now::default(), Pace::default());
    let year = Year(Cell::new(0));
    let at_once = Paced::new(&year, &clock, &pace);
    let counted = Paced::new(&year, &clock, &pace);
    let paced = Patient::new(Side::Ecom, counted, &clock, &pace);
    let send = || block_on(paced.send(&customers::list(Side::Ecom, Cursor::START)));
    assert_eq!(send().map(|answer| answer.status), Ok(429));
    let seconds = Some(900);
    assert_eq!(send(), Err(Fault::of(FaultKind::RateLimited { seconds })));
    clock.0.set(clock.0.get() + 900_000);
    assert_eq!(send().map(|answer| answer.status), Ok(429));
    assert_eq!(year.0.get(), 2);
    // A person who asks all the same gets the store's own answer.
    let asked = block_on(at_once.send(&customers::list(Side::Ecom, Cursor::START)));
    assert_eq!(asked.map(|answer| answer.status), Ok(429));
}

/// Without this a run over customers would send no write ahead by a way that never took one.
#[test]
fn both_doors_hand_on_how_the_way_behind_them_stands() {
    struct Stands(bool);
    impl Transport for &Stands {
        async fn send(&self, _request: &Request) -> Result<Response, Fault> {
            Ok(Response::default())
        }

        fn footing(&self) -> Footing {
            Footing {
                is_proven: self.0,
                ..Footing::default()
            }
        }
    }
    let (clock, pace) = (Now(Cell::new(1)), Pace::default());
    for stands in [true, false].map(Stands) {
        let counted = || Paced::new(&stands, &clock, &pace);
        assert_eq!(counted().footing().is_proven, stands.0);
        let patient = Patient::new(Side::Pos, counted(), &clock, &pace);
        assert_eq!(patient.footing().is_proven, stands.0);
    }
}
