//! From the first reading to in step.

use futures::executor::block_on;
use serde_json::json;
use tandem_core::{
    Side,
    show::{Card, HistoryQuery, PreviewPart, PreviewQuery, Purpose, Verdict},
};
use tandem_engine::desk::RunState;
use tandem_sandbox::World;

use super::{
    super::people::assert_same,
    counter::{Counter, EVERYBODY, adds_up, first, last},
};
use crate::shop::Shop;

/// Everybody is in step, or has a reason not to be that no question asks about.
fn is_over(counter: &Counter, desk: &tandem_engine::Desk<super::counter::Disk>) {
    let numbers = block_on(desk.numbers()).unwrap();
    let counts = numbers.counts;
    assert_eq!((numbers.questions, numbers.to_sync), (0, 0), "{counts:?}");
    let open = [
        counts.will_sync,
        counts.needs_group,
        counts.needs_decision,
        counts.ambiguous,
        counts.gone,
        counts.will_be_created.pos,
        counts.will_be_created.ecom,
    ];
    assert_eq!(open, [0; 7], "{counts:?}");
    assert_eq!(counter.preview(desk, EVERYBODY).total, 0);
}

#[test]
fn every_card_answered_and_one_run_later_all_are_in_step() {
    let answers: [fn(&Card) -> Verdict; 2] = [first, last];
    for (seed, answer) in [(1, answers[0]), (2, answers[1]), (3, answers[0])] {
        let counter = Counter::demo(seed, 80);
        let desk = counter.read();
        let before = block_on(desk.numbers()).unwrap();
        let cards = counter.answer_all(&desk, answer);
        assert!(cards > 5 && before.questions > 5, "seed {seed}: {cards}");
        let run = counter.sync(&desk, EVERYBODY);
        assert_eq!(
            run.counts.total,
            run.counts.applied + run.counts.already_there + run.counts.altered,
            "seed {seed}"
        );
        // What a store made something else of is asked about, and left so.
        counter.answer_all(&desk, last);
        is_over(&counter, &desk);
        let (world, writes) = (counter.world(), counter.writes());
        counter.sync(&desk, EVERYBODY);
        assert_eq!(counter.writes(), writes, "seed {seed}: a second run writes");
        assert_same(&counter.world(), &world, &format!("seed {seed}"));
    }
}

/// The head of a preview adds up with its pages, and its calls with what was called.
#[test]
fn a_preview_shows_every_write_once() {
    let counter = Counter::demo(4, 120);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    let kinds = head.kinds;
    let sum = kinds.create.pos + kinds.create.ecom + kinds.update.pos + kinds.update.ecom;
    assert_eq!(sum + kinds.move_group, head.total);
    assert!(head.total > 0 && head.customers <= head.total && head.seconds > 0);
    let page = |part, from, count| {
        let id = head.id;
        let query = PreviewQuery {
            id,
            part,
            from,
            count,
        };
        block_on(desk.preview_page(&query)).unwrap()
    };
    let mut numbers = Vec::new();
    for on in Side::BOTH {
        for kind in [
            tandem_core::show::OpKind::Create,
            tandem_core::show::OpKind::Update,
            tandem_core::show::OpKind::Move,
        ] {
            let part = PreviewPart::Writes { kind, on };
            let total = page(part, 0, 0).total;
            for from in 0..total {
                let page = page(part, from, 1);
                assert_eq!((page.writes.len(), page.total), (1, total));
                numbers.push(page.writes[0].number);
            }
        }
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..head.total).collect::<Vec<_>>());
    let withheld = page(PreviewPart::Withheld, 0, u32::MAX);
    assert_eq!(withheld.total, head.withheld);
    assert_eq!(withheld.withheld.len(), withheld.total as usize);
}

/// Invariant I3: the history of the run is the preview, write by write.
#[test]
fn what_ran_is_what_was_previewed() {
    let counter = Counter::demo(5, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    let mut previewed = Vec::new();
    for on in Side::BOTH {
        for kind in [
            tandem_core::show::OpKind::Create,
            tandem_core::show::OpKind::Update,
            tandem_core::show::OpKind::Move,
        ] {
            let part = PreviewPart::Writes { kind, on };
            let (id, from, count) = (head.id, 0, u32::MAX);
            let query = PreviewQuery {
                id,
                part,
                from,
                count,
            };
            previewed.extend(block_on(desk.preview_page(&query)).unwrap().writes);
        }
    }
    previewed.sort_by_key(|row| row.number);
    let id = counter.begin(&desk, &head).unwrap();
    let watch = super::counter::Onlooker::default();
    counter.carry(&desk, &watch);
    let calls = desk.run().unwrap().calls;
    assert!(
        calls.pos <= head.calls.pos && calls.ecom <= head.calls.ecom,
        "{calls:?} of {:?}",
        head.calls
    );
    let query = HistoryQuery {
        run: Some(id),
        count: u32::MAX,
        ..HistoryQuery::default()
    };
    let history = block_on(desk.history(&query)).unwrap();
    let ran: Vec<_> = history.entries.into_iter().map(|entry| entry.op).collect();
    assert_eq!(ran, previewed);
    let told = watch.told.borrow();
    assert!(told.iter().all(adds_up));
    assert_eq!(told.last().unwrap().state, RunState::Finished);
}

/// Only the customer who was asked for is written. Nobody waits for the vendor's sync whose creation
/// a person looked at.
#[test]
fn one_customer_is_synced_alone() {
    let counter = Counter::over(Shop::new(World::demo(6, 60)));
    let desk = counter.open();
    counter.read_now(&desk);
    let head = block_on(desk.preview(EVERYBODY, counter.now())).unwrap();
    let waits = block_on(desk.list(&tandem_core::show::ListQuery {
        count: u32::MAX,
        ..Default::default()
    }));
    let is_due = |row: &&tandem_core::show::Row| {
        row.status == tandem_core::survey::Status::WillBeCreated(Side::Pos)
    };
    let due = waits.rows.iter().find(is_due).expect("an online buyer");
    assert!(head.kinds.create.pos > 1, "others are due as well");
    let key = due.who.key.clone();
    let head = counter.preview(&desk, Purpose::One { key });
    assert_eq!((head.total, head.kinds.create.pos), (1, 1));
    let writes = counter.writes();
    counter.sync(&desk, head.purpose);
    assert_eq!(counter.writes() - writes, 1);
}

#[test]
fn a_plan_without_groups_keeps_the_rest_the_same() {
    let counter = Counter::demo(7, 60);
    let desk = counter.read();
    let with = block_on(desk.numbers()).unwrap();
    block_on(desk.set_groups(None, tandem_core::FieldSet::ALL));
    let without = block_on(desk.numbers()).unwrap();
    assert!(with.counts.needs_group > 0);
    assert_eq!(without.counts.needs_group, 0);
    assert_eq!(without.counts.total, with.counts.total);
}

/// "No field of any POS customer is lost", whatever a PUT does with what it does not name.
#[test]
fn a_put_that_replaces_loses_no_field() {
    let ends = ["replace", "merge"].map(|put| {
        let shop = Shop::new(World::demo(8, 60));
        let settings = json!({"pos": {"put": put}});
        shop.control("act", &json!({"act": "switch", "settings": settings}));
        let counter = Counter::over(shop);
        let desk = counter.read();
        counter.answer_all(&desk, first);
        let run = counter.sync(&desk, EVERYBODY);
        assert!(run.counts.applied > 10, "{put}: {:?}", run.counts);
        counter.world()
    });
    assert_same(&ends[0], &ends[1], "replace and merge");
}
