//! Laws of whole runs, over shops of every kind.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tandem_core::{
    Consent, Field, RecordRef, Side, Value,
    decisions::{Answer, Choice, Decisions},
    recon::{Outcome, Question},
    survey::{Line, Pair, Status},
    sync::{End, Op, judge, undo},
};

use crate::{
    people::{person, shop_of},
    shop::{KEY, Shop, customer},
};

/// The records that wait because an email of theirs is, or would be, somebody else's too.
fn waiting_for_an_email(shop: &Shop) -> BTreeSet<RecordRef> {
    shop.survey(|survey| {
        let is_waiting = |line: &&Line| {
            let asked = |pair: &Pair<'_>| {
                survey.outcome(pair, Field::Email) == Outcome::Ask(Question::EmailTaken)
            };
            line.status == Status::Ambiguous || survey.pair(line).as_ref().is_some_and(asked)
        };
        let lines = survey.lines().iter().filter(is_waiting);
        lines.flat_map(|line| survey.records(line)).collect()
    })
}

fn is_for_one_of(op: &Op, records: &BTreeSet<RecordRef>) -> bool {
    let source = RecordRef {
        side: op.side().other(),
        id: op.source().clone(),
    };
    records.contains(&source)
}

/// Runs until nothing is written any more. The first run does it all, but for those who wait for an
/// email that a run takes from somebody else: they come next, and nobody else does.
fn run_until_quiet(shop: &mut Shop) {
    let mut waiting = None;
    loop {
        shop.agree();
        let ops = shop.draft().ops;
        if let Some(waiting) = &waiting {
            assert!(ops.iter().all(|op| is_for_one_of(op, waiting)), "{ops:?}");
        }
        if ops.is_empty() {
            return;
        }
        waiting = Some(waiting_for_an_email(shop));
        for op in &ops {
            shop.perform(op);
        }
    }
}

/// Whether somebody raised consent online since it was agreed: the only evidence that raises by
/// itself.
fn said_yes_online(shop: &Shop, op: &Op) -> bool {
    let ids = op.ids(op.target().expect("an update").clone());
    let then = shop
        .archive
        .find(Side::Pos, &ids.pos)
        .and_then(|pair| pair.consent);
    let now = shop
        .ecom
        .iter()
        .find(|record| record.id == ids.ecom)
        .map(|record| record.consent);
    now == Some(Consent::Granted) && then.is_some_and(|then| then.ecom != Consent::Granted)
}

proptest! {
    /// Invariant I1: nobody's consent is raised without the evidence of the design.
    #[test]
    fn i1_consent_is_raised_by_a_yes_online_alone(people in proptest::collection::vec(person(), 0..6)) {
        let shop = shop_of(&people);
        for op in shop.draft().ops {
            let is_evident = || op.side() == Side::Pos && said_yes_online(&shop, &op);
            prop_assert!(!op.raises_consent() || is_evident(), "{op:?}");
            if let Op::Create { on, .. } = &op {
                let given = op.edits().iter().find(|edit| edit.field == Field::Consent);
                let given = given.expect("every new record says its consent");
                let is_yes = given.source == Value::Consent(Consent::Granted);
                prop_assert_eq!(given.result != Value::Consent(Consent::Denied), is_yes && *on == Side::Pos);
            }
        }
    }

    /// Invariant I8: a second run after a run writes nothing; what is left are prompts, and people
    /// of whom nobody can tell who they are. There is one exception, which is no repetition: where
    /// a run takes an email from one person, another who had to wait for it comes next.
    #[test]
    fn i8_after_a_run_only_prompts_are_left(people in proptest::collection::vec(person(), 0..6)) {
        let mut shop = shop_of(&people);
        run_until_quiet(&mut shop);
        prop_assert_eq!(shop.draft().ops, vec![]);
        prop_assert_eq!(shop.settled(), vec![]);
        shop.survey(|survey| {
            for pair in survey.lines().iter().filter_map(|line| survey.pair(line)) {
                for (field, outcome) in survey.outcomes(&pair) {
                    assert!(!matches!(outcome, Outcome::Copy { .. }), "{field:?} {outcome:?}");
                }
            }
        });
    }

    /// Noting what is agreed is no write, and noting it twice changes nothing.
    #[test]
    fn what_is_settled_is_settled_once(people in proptest::collection::vec(person(), 0..6)) {
        let mut shop = shop_of(&people);
        let before = shop.draft();
        shop.agree();
        prop_assert_eq!(shop.settled(), vec![]);
        prop_assert_eq!(shop.draft().ops, before.ops);
    }

    /// Undo after apply is the identity on everything that the stores let us write: all but the
    /// records that were made, which stay.
    #[test]
    fn undo_after_a_run_restores_both_stores(people in proptest::collection::vec(person(), 0..6)) {
        let mut shop = shop_of(&people);
        shop.agree();
        let before = [shop.pos.clone(), shop.ecom.clone()];
        let done: Vec<(Op, End)> = shop.draft().ops.into_iter().map(|op| {
            let end = shop.perform(&op);
            (op, end)
        }).collect();
        for (op, end) in done.iter().rev() {
            match undo::inverse(op, end) {
                Ok(undo) => drop(shop.perform(&undo.op)),
                Err(why) => assert_eq!(why, undo::NotUndone::Created),
            }
        }
        for (before, side) in before.iter().zip(Side::BOTH) {
            for was in before {
                let mut is = shop.find(side, &was.id).clone();
                is.stamp = was.stamp;
                prop_assert_eq!(&is, was);
            }
        }
        // And it stays so: the two differ knowingly.
        shop.agree();
        prop_assert_eq!(shop.draft().ops, vec![]);
    }

    /// Answering every question that can be answered brings everybody in step.
    #[test]
    fn answered_questions_are_not_asked_again(people in proptest::collection::vec(person(), 0..5), answers in any::<u64>()) {
        let mut shop = shop_of(&people);
        shop.agree();
        let mut bits = answers;
        let questions: Vec<_> = shop.survey(|survey| {
            let pairs: Vec<_> = survey.lines().iter().filter_map(|line| survey.pair(line)).collect();
            pairs.iter().flat_map(|pair| {
                let ids = pair.sketches.map(|_, sketch| sketch.id.clone());
                survey.outcomes(pair).filter(|(_, outcome)| matches!(outcome, Outcome::Ask(_)))
                    .map(|(field, _)| (ids.clone(), field, survey.digests(pair, field))).collect::<Vec<_>>()
            }).collect()
        });
        for (ids, field, seen) in questions {
            let choice = [Choice::KeepApart, Choice::Use(Side::Pos), Choice::Use(Side::Ecom)][usize::try_from(bits % 3).unwrap()];
            bits /= 3;
            shop.decisions.answer(Answer {
                ids, field, seen, choice, in_bulk: false, evidence: Some("asked at the till".into()),
            });
        }
        run_until_quiet(&mut shop);
        prop_assert_eq!(shop.draft().ops, vec![]);
        // What was left different stays so without its answer.
        let create = std::mem::take(&mut shop.decisions.create);
        shop.decisions = Decisions::default();
        shop.decisions.create = create;
        prop_assert_eq!(shop.draft().ops, vec![]);
    }
}

/// Design section 1: "stop after two flips of the same field and show it".
#[test]
fn a_value_that_is_put_back_twice_is_asked_about() {
    let of = |side, id| {
        let mut record = customer(side, id, "m@x.org");
        record.company = Some("old".into());
        record
    };
    let mut shop = Shop::of(vec![of(Side::Pos, "p1")], vec![of(Side::Ecom, "1")]);
    shop.agree();
    // Staff change it in POS; somebody puts the old value back online; somebody the new one in POS.
    for (side, company, is_written) in [
        (Side::Pos, "new", true),
        (Side::Ecom, "old", true),
        (Side::Pos, "new", false),
    ] {
        shop.list(side)[0].company = Some(company.into());
        let ops = shop.draft().ops;
        assert_eq!(!ops.is_empty(), is_written, "{side:?} {company}: {ops:?}");
        for op in &ops {
            shop.perform(op);
        }
    }
    let asked = Outcome::Ask(Question::FlipFlop);
    assert_eq!(
        shop.of_pair(|survey, pair| survey.outcome(pair, Field::Company)),
        asked
    );
    // A value that nobody had before is a change like any other.
    shop.list(Side::Pos)[0].company = Some("newer".into());
    assert_eq!(shop.draft().ops.len(), 1);
}

/// A kill between the archive and the journal has a write noted again.
#[test]
fn a_write_that_is_noted_twice_counts_once() {
    let of = |side, id, company: &str| {
        let mut record = customer(side, id, "m@x.org");
        record.company = Some(company.into());
        record
    };
    let mut shop = Shop::of(
        vec![of(Side::Pos, "p1", "old")],
        vec![of(Side::Ecom, "1", "old")],
    );
    shop.agree();
    for (side, company) in [(Side::Pos, "new"), (Side::Ecom, "old")] {
        shop.list(side)[0].company = Some(company.into());
        let ops = shop.draft().ops;
        let [op] = &*ops else { panic!("{ops:?}") };
        shop.perform(op);
        let found = shop.list(op.side())[0].clone();
        let again = judge::commitment(op, &found, &KEY);
        assert!(shop.archive.commit(&again, &KEY));
    }
    shop.list(Side::Pos)[0].company = Some("new".into());
    let asked = Outcome::Ask(Question::FlipFlop);
    let outcome = shop.of_pair(|survey, pair| survey.outcome(pair, Field::Company));
    assert_eq!(outcome, asked);
}
