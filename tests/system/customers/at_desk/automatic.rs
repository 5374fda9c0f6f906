//! What is done when nobody looks on: the rules alone, after the vendor's own sync, and nothing that
//! needs a person.

use futures::executor::block_on;
use serde_json::json;
use tandem_core::{FaultKind, Side, show::Purpose};
use tandem_engine::{
    Clock, Desk,
    customers::Halted,
    desk::{Begun, RunNow},
};

use super::counter::{Counter, Disk, EVERYBODY, Onlooker, first, last};

/// What the owner's shop waits before it creates anybody, in seconds.
const GRACE: u32 = 15 * 60;

fn begin(counter: &Counter, desk: &Desk<Disk>) -> Begun {
    block_on(desk.begin_automatic(GRACE, counter.now())).unwrap()
}

/// A shop that was brought in step by a person, as far as that goes without links.
fn in_step(seed: u64) -> (Counter, Desk<Disk>) {
    let counter = Counter::demo(seed, 80);
    let desk = counter.read();
    counter.answer_all(&desk, last);
    if counter.preview(&desk, EVERYBODY).total > 0 {
        counter.sync(&desk, EVERYBODY);
    }
    (counter, desk)
}

fn finish(counter: &Counter, desk: &Desk<Disk>) -> RunNow {
    let halted = counter.carry(desk, &Onlooker::default());
    assert_eq!(halted, Some(Halted::Finished));
    let run = desk.run().unwrap();
    block_on(desk.close_run()).unwrap();
    counter.read_now(desk);
    run
}

fn order(counter: &Counter, email: &str) {
    let act = json!({ "act": "order", "email": email, "name": "Mara Quist", "cents": 1900 });
    counter.shop().control("act", &act);
}

#[test]
fn where_nothing_changed_nothing_is_begun() {
    let (counter, desk) = in_step(3);
    let writes = counter.writes();
    assert_eq!(begin(&counter, &desk), Begun::Nothing);
    assert_eq!(desk.run(), None);
    assert_eq!(counter.writes(), writes);
}

#[test]
fn who_bought_online_is_created_after_the_grace_time_and_once() {
    let (counter, desk) = in_step(3);
    order(&counter, "mara@automatic.example");
    counter.read_now(&desk);
    assert_eq!(
        begin(&counter, &desk),
        Begun::Nothing,
        "the vendor goes first"
    );
    block_on(counter.shop().waited.wait(GRACE + 1));
    counter.read_now(&desk);
    assert!(matches!(begin(&counter, &desk), Begun::Run(_)));
    let run = finish(&counter, &desk);
    assert_eq!(run.purpose, Purpose::Automatic { grace: GRACE });
    assert_eq!((run.counts.total, run.counts.applied), (1, 1));
    let world = counter.world();
    let made = world["pos"].as_array().unwrap().iter();
    let made = made.filter(|one| one["email"] == json!("mara@automatic.example"));
    assert_eq!(made.count(), 1);
    assert_eq!(begin(&counter, &desk), Begun::Nothing);
}

#[test]
fn what_a_person_looks_at_does_not_wait() {
    let (counter, desk) = in_step(3);
    order(&counter, "mara@automatic.example");
    counter.read_now(&desk);
    assert_eq!(begin(&counter, &desk), Begun::Nothing);
    assert_eq!(counter.preview(&desk, EVERYBODY).total, 1);
}

#[test]
fn a_first_run_of_a_whole_shop_is_for_a_person() {
    let counter = Counter::demo(1, 300);
    let desk = counter.read();
    let writes = counter.writes();
    counter.answer_all(&desk, first);
    let halts = counter.preview(&desk, EVERYBODY).halts;
    assert!(!halts.is_empty());
    assert_eq!(begin(&counter, &desk), Begun::Halted);
    assert_eq!(desk.run(), None);
    assert_eq!(counter.writes(), writes);
}

#[test]
fn it_is_begun_from_what_was_read_and_beside_no_other_run() {
    let counter = Counter::demo(1, 60);
    let desk = counter.open();
    let unread = block_on(desk.begin_automatic(GRACE, counter.now()));
    assert_eq!(unread.unwrap_err().kind, FaultKind::Stale);
    counter.read_again(&desk);
    counter.answer_all(&desk, first);
    let head = counter.preview(&desk, EVERYBODY);
    counter.begin(&desk, &head).unwrap();
    let beside = block_on(desk.begin_automatic(GRACE, counter.now()));
    let kind = beside.unwrap_err().kind;
    assert!(
        matches!(kind, FaultKind::Busy | FaultKind::Stale),
        "{kind:?}"
    );
    assert_eq!(desk.run().map(|run| run.purpose), Some(EVERYBODY));
}

/// A question stays one: nobody answers it but a person.
#[test]
fn what_asks_is_left_to_a_person() {
    let (counter, desk) = in_step(5);
    let pairs = |side: Side| {
        let world = counter.world();
        let of = if side == Side::Pos { "pos" } else { "ecom" };
        world[of].as_array().unwrap().clone()
    };
    // The same email on both sides, and a no against a yes: both were never agreed on.
    for (side, set) in [
        (
            "pos",
            json!({ "first_name": "Ida", "email": "ida@automatic.example", "do_not_email": true }),
        ),
        (
            "ecom",
            json!({ "name": "Ida", "email": "ida@automatic.example", "accept_marketing": true }),
        ),
    ] {
        let act = json!({ "act": "create_customer", "side": side, "set": set });
        counter.shop().control("act", &act);
    }
    counter.read_now(&desk);
    let before = [pairs(Side::Pos), pairs(Side::Ecom)];
    let asked = block_on(desk.numbers()).unwrap().questions;
    assert!(asked > 0);
    match begin(&counter, &desk) {
        Begun::Nothing => {}
        Begun::Run(_) => drop(finish(&counter, &desk)),
        Begun::Halted => unreachable!("one customer is no mass"),
    }
    assert_eq!(block_on(desk.numbers()).unwrap().questions, asked);
    let consent = |all: &[serde_json::Value], name: &str| {
        let mut of = all
            .iter()
            .filter(|one| one["email"] == json!("ida@automatic.example"));
        of.next().map(|one| one[name].clone())
    };
    let after = [pairs(Side::Pos), pairs(Side::Ecom)];
    for (side, name) in [(0, "do_not_email"), (1, "accept_marketing")] {
        assert_eq!(consent(&after[side], name), consent(&before[side], name));
    }
}
