//! A day on which Tandem looks every quarter of an hour and hardly anything happens: how many calls
//! that is, and that every one of them is of a kind that the rules allow. The background is ended
//! after every look, as both browsers do.

use std::collections::BTreeMap;

use futures::executor::block_on;
use serde_json::json;
use tandem_core::Board;
use tandem_engine::{Clock, book::reader::How, customers::Halted, desk::Begun, reading};

use super::counter::{Counter, EVERYBODY, Onlooker, last};

const QUARTER: u32 = 15 * 60;

/// How many looks a day has.
const LOOKS: u32 = 96;

/// What a look may cost at which nothing is new.
const IDLE: usize = 3;

/// What may be asked of the stores on such a day, without ids and values.
const ALLOWED: [&str; 12] = [
    "pos GET /customers",
    "pos GET /customers/#",
    "pos GET /search",
    "pos POST /customers",
    "pos PUT /customers/#",
    "pos POST /customer_groups/#/customers",
    "ecom GET /customers",
    "ecom GET /customers/#",
    "ecom GET /customers/deleted",
    "ecom PUT /customers/#",
    "ecom POST /batch",
    "ecom GET /batch",
];

/// A shop in step, with the groups that are known from then on.
fn in_step() -> (Counter, Board) {
    let counter = Counter::demo(3, 90);
    let desk = counter.read();
    counter.answer_all(&desk, last);
    if counter.preview(&desk, EVERYBODY).total > 0 {
        counter.sync(&desk, EVERYBODY);
    }
    let board = reading::board(&counter.shop().read());
    (counter, board)
}

/// Time passes, in the shop and on the clock of the browser.
fn passes(counter: &Counter, seconds: u32) {
    block_on(counter.shop().waited.wait(seconds));
    let act = json!({ "act": "pass_time", "seconds": seconds });
    counter.shop().control("act", &act);
}

/// A look by a background that has just begun; whether it wrote anything.
fn look(counter: &Counter, board: &Board) -> bool {
    let desk = counter.open_with(board);
    counter.read_how(&desk, How::Changes);
    match block_on(desk.begin_automatic(QUARTER, counter.now())).unwrap() {
        Begun::Nothing => false,
        Begun::Halted => unreachable!("nothing on this day is a mass"),
        Begun::Run(_) => {
            let halted = counter.carry(&desk, &Onlooker::default());
            assert_eq!(halted, Some(Halted::Finished));
            counter.read_how(&desk, How::Changes);
            block_on(desk.close_run()).unwrap();
            true
        }
    }
}

/// Calls by their kinds.
type Kinds = BTreeMap<String, usize>;

/// The calls from number `from` on.
fn kinds(counter: &Counter, from: usize) -> Kinds {
    let mut kinds = Kinds::new();
    for call in counter.shop().sandbox.log().iter().skip(from) {
        let path = call.path.split('?').next().unwrap();
        let path = path
            .trim_start_matches("/api/2.0")
            .trim_start_matches("/api/v3");
        let is_id = |part: &str| part.contains(|letter: char| letter.is_ascii_digit());
        let parts: Vec<&str> = path
            .split('/')
            .map(|part| if is_id(part) { "#" } else { part })
            .collect();
        // The first number of eCom's paths is the store.
        let path = parts.join("/");
        let side = format!("{:?}", call.side).to_lowercase();
        let path = if side == "ecom" {
            path.replacen("/#", "", 1)
        } else {
            path
        };
        *kinds
            .entry(format!("{side} {} {path}", call.method))
            .or_default() += 1;
    }
    kinds
}

fn total(kinds: &Kinds) -> usize {
    kinds.values().sum()
}

fn is_allowed(kinds: &Kinds) {
    let others: Vec<_> = kinds
        .keys()
        .filter(|kind| !ALLOWED.contains(&kind.as_str()))
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn a_day_on_which_nothing_happens_costs_a_few_calls_a_look() {
    let (counter, board) = in_step();
    let before = counter.shop().calls().0;
    for number in 0..LOOKS {
        passes(&counter, QUARTER);
        let from = counter.shop().calls().0;
        assert!(!look(&counter, &board), "look {number} writes");
        let took = kinds(&counter, from);
        assert!(total(&took) <= IDLE, "look {number}: {took:?}");
    }
    let day = kinds(&counter, before);
    println!(
        "{LOOKS} looks, nothing changed: {} calls, {day:?}",
        total(&day)
    );
    is_allowed(&day);
    assert!(day.keys().all(|kind| kind.contains(" GET ")), "{day:?}");
    assert!(total(&day) <= LOOKS as usize * IDLE);
}

/// What happens on a day with customers: at which look, and what.
fn happens(counter: &Counter, number: u32) {
    let shop = counter.shop();
    let at = |side: &str, place: usize| {
        let world = counter.world();
        let all = world[side].as_array().unwrap();
        let with_email =
            |one: &&serde_json::Value| one["email"].as_str().is_some_and(|of| !of.is_empty());
        all.iter().filter(with_email).nth(place).unwrap()["id"].clone()
    };
    let act = match number {
        8 => json!({ "act": "shopper_marketing", "id": at("ecom", 3), "accepts": false }),
        20 => {
            json!({ "act": "order", "email": "day@late.example", "name": "Day Late", "cents": 5 })
        }
        33 => {
            json!({ "act": "edit_customer", "side": "pos", "id": at("pos", 5), "set": { "phone": "030 1234567" } })
        }
        50 => {
            json!({ "act": "edit_customer", "side": "ecom", "id": at("ecom", 9), "set": { "name": "New Name" } })
        }
        71 => json!({ "act": "sell", "customer": at("pos", 7), "spent": 12.5 }),
        _ => return,
    };
    shop.control("act", &act);
}

/// How many things happen on that day.
const EVENTS: usize = 5;

/// What one of them may cost beyond an idle look, over all looks that it concerns.
const AN_EVENT: usize = 12;

#[test]
fn a_day_with_a_few_changes_costs_a_few_calls_a_change() {
    let (counter, board) = in_step();
    let (before, writes) = counter.shop().calls();
    let mut wrote = 0;
    for number in 0..LOOKS {
        passes(&counter, QUARTER);
        happens(&counter, number);
        wrote += usize::from(look(&counter, &board));
    }
    let day = kinds(&counter, before);
    println!(
        "{LOOKS} looks, {EVENTS} changes: {} calls, {day:?}",
        total(&day)
    );
    is_allowed(&day);
    assert!(
        (1..=EVENTS).contains(&wrote),
        "{wrote} looks wrote something"
    );
    assert!(total(&day) <= LOOKS as usize * IDLE + EVENTS * AN_EVENT);
    let written = counter.shop().calls().1 - writes;
    assert!(written <= 2 * EVENTS, "{written} writes");
    let world = counter.world();
    let made = world["pos"].as_array().unwrap().iter();
    let made = made.filter(|one| one["email"] == json!("day@late.example"));
    assert_eq!(made.count(), 1);
}
