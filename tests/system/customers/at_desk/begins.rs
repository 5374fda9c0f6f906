//! Beginning a run: what was previewed, that alone, once; also after the background was killed in
//! between.

use futures::executor::block_on;
use serde_json::json;
use tandem_backends::{Request, Response};
use tandem_core::{
    Fault, FaultKind, Sides,
    show::{CustomerDeed, PreviewId},
};
use tandem_engine::{Footing, Transport, customers::Halted, desk::RunState};

use super::{
    super::people::assert_same,
    counter::{Counter, EVERYBODY, Onlooker, first, last},
};
use crate::shop::Direct;

#[test]
fn another_plan_than_was_previewed_is_not_begun() {
    let counter = Counter::demo(1, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    let nobody = block_on(desk.begin(PreviewId(head.id.0 ^ 1), true, 0));
    assert_eq!(nobody.unwrap_err().kind, FaultKind::Stale);
    let page = block_on(desk.review(None, 0)).unwrap();
    let card = page.card.unwrap();
    counter.answer(&desk, &card, &first(&card));
    let begun = counter.begin(&desk, &head);
    assert_eq!(begun.unwrap_err().kind, FaultKind::Stale, "an answer came");
    assert!(desk.run().is_none());
    let head = counter.preview(&desk, EVERYBODY);
    counter.begin(&desk, &head).unwrap();
    assert_eq!(
        counter.begin(&desk, &head).unwrap_err().kind,
        FaultKind::Busy
    );
}

#[test]
fn killed_between_preview_and_begin_the_same_plan_is_begun() {
    let counter = Counter::demo(1, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    drop(desk);
    let desk = counter.read();
    counter.begin(&desk, &head).unwrap();
    assert_eq!(
        counter.carry(&desk, &Onlooker::default()),
        Some(Halted::Finished)
    );
    assert_eq!(desk.run().unwrap().counts.total, head.total);
}

#[test]
fn killed_between_preview_and_begin_another_plan_is_not() {
    let counter = Counter::demo(1, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    drop(desk);
    let world = counter.shop().sandbox.world();
    let id = world.ecom.customers.iter().next().unwrap().id.to_string();
    let act =
        json!({"act": "edit_customer", "side": "ecom", "id": id, "set": {"name": "Another Name"}});
    counter.shop().control("act", &act);
    let desk = counter.read();
    let kind = counter.begin(&desk, &head).unwrap_err().kind;
    assert_eq!(kind, FaultKind::Stale);
}

/// What a run wrote looks like an edit until both sides are read again.
#[test]
fn after_a_run_both_sides_are_read_before_the_next_preview() {
    let counter = Counter::demo(1, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    counter.begin(&desk, &head).unwrap();
    counter.carry(&desk, &Onlooker::default());
    let refused = block_on(desk.preview(EVERYBODY, counter.now()));
    assert_eq!(refused.unwrap_err().kind, FaultKind::Stale);
    block_on(desk.close_run()).unwrap();
    counter.read_again(&desk);
    assert_eq!(counter.preview(&desk, EVERYBODY).total, 0);
}

#[test]
fn while_a_run_is_open_nobody_says_who_is_who() {
    let counter = Counter::demo(2, 60);
    let desk = counter.read();
    let head = counter.preview(&desk, EVERYBODY);
    counter.begin(&desk, &head).unwrap();
    let watch = Onlooker {
        stop_after: Some(2),
        ..Onlooker::default()
    };
    assert_eq!(counter.carry(&desk, &watch), Some(Halted::Cancelled));
    let query = tandem_core::show::ListQuery {
        count: u32::MAX,
        ..Default::default()
    };
    let rows = block_on(desk.list(&query)).rows;
    let pair = rows
        .iter()
        .find(|row| row.is_on.pos && row.is_on.ecom)
        .unwrap();
    let refused = block_on(desk.decide(&pair.who.key, CustomerDeed::Unlink));
    assert_eq!(refused.unwrap_err().kind, FaultKind::Busy);
    let run = desk.run().unwrap();
    assert_eq!(run.state, RunState::Cancelled);
    assert!(run.counts.waiting > 0 && run.can_close);
    assert_eq!(
        counter.carry(&desk, &Onlooker::default()),
        Some(Halted::Finished)
    );
    assert_eq!(desk.run().unwrap().counts.waiting, 0);
}

/// Invariant I5 at the desk: the vault survives, everything else is lost.
#[test]
fn killed_after_any_effect_and_opened_again_it_is_as_if_nothing_happened() {
    let calm = Counter::demo(6, 14);
    let desk = calm.read();
    let before = calm.writes();
    calm.sync(&desk, EVERYBODY);
    let (expected, writes) = (calm.world(), calm.writes() - before);
    let killed = |effects: usize| {
        let counter = Counter::demo(6, 14);
        let desk = counter.read();
        let head = counter.preview(&desk, EVERYBODY);
        counter.begin(&desk, &head).unwrap();
        let before = counter.writes();
        counter.shop().fuse.set(Some(effects));
        let halted = counter.carry(&desk, &Onlooker::default());
        counter.shop().fuse.set(None);
        drop(desk);
        let desk = counter.read();
        if let Some(run) = desk.run() {
            assert_eq!(run.state, RunState::Interrupted);
            assert_eq!(
                counter.carry(&desk, &Onlooker::default()),
                Some(Halted::Finished)
            );
        }
        counter.read_again(&desk);
        assert_same(&counter.world(), &expected, &format!("after {effects}"));
        assert_eq!(counter.writes() - before, writes, "after {effects}");
        assert_eq!(
            counter.preview(&desk, EVERYBODY).total,
            0,
            "after {effects}"
        );
        halted.is_none()
    };
    let kills = (0..)
        .step_by(2)
        .take_while(|effects| killed(*effects))
        .count();
    assert!(kills > 15, "{kills}");
}

/// A way that nobody knows yet to take writes.
struct Unproven<'a>(&'a Direct, bool);

impl Transport for Unproven<'_> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        self.0.send(request).await
    }

    fn footing(&self) -> Footing {
        Footing {
            is_proven: self.1,
            ..self.0.footing()
        }
    }
}

/// The first write to eCom of a run, where the way to it is proven or is not.
fn first_write_to_ecom(is_proven: bool) -> String {
    let counter = Counter::demo(3, 90);
    let desk = counter.read();
    counter.answer_all(&desk, last);
    let head = counter.preview(&desk, EVERYBODY);
    counter.begin(&desk, &head).unwrap();
    let shop = counter.shop();
    let before = shop.calls().0;
    let ways = Sides::from_fn(|side| Unproven(shop.stores.get(side), is_proven));
    let watch = Onlooker::default();
    let halted = block_on(desk.carry_on((&ways, &shop.waited), "one".into(), &watch));
    assert_eq!(halted, Ok(Halted::Finished));
    let log = shop.sandbox.log();
    let is_write = |call: &&tandem_sandbox::Logged| {
        format!("{:?}", call.side) == "Ecom" && call.method != "GET"
    };
    let first = log.iter().skip(before).find(is_write).unwrap();
    let path = first.path.split('?').next().unwrap();
    format!("{} {}", first.method, path.rsplit('/').nth(1).unwrap())
}

#[test]
fn one_write_is_read_back_before_the_rest_by_a_way_that_is_not_proven() {
    let (proven, unproven) = (first_write_to_ecom(true), first_write_to_ecom(false));
    assert_eq!(unproven, "PUT customers");
    assert_ne!(proven, unproven, "many go together");
}
