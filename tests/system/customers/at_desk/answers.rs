//! Review: answers are remembered, undone, withdrawn, given to many where that may be.

use futures::executor::block_on;
use serde_json::json;
use tandem_core::{
    Consent, FaultKind, Field, Side,
    show::{About, Card, CustomerDeed, Deed, Shown, Verdict},
};
use tandem_engine::Desk;

use super::counter::{Counter, Disk, EVERYBODY, again, first, offer, said, take};

/// Every card there is, by stepping from one to the next.
fn cards(desk: &Desk<Disk>) -> Vec<Card> {
    let mut page = block_on(desk.review(None, 0)).unwrap();
    let mut cards = Vec::new();
    for _ in 0..page.left {
        let card = *page.card.take().unwrap();
        page = block_on(desk.review(Some(&card.id), 1)).unwrap();
        cards.push(card);
    }
    let end = page.card.unwrap();
    assert_eq!(Some(&*end), cards.last(), "at the end it stays where it is");
    cards
}

fn weight(card: &Card) -> u8 {
    match &card.about {
        About::Field { field, .. } => match field {
            Field::Consent => 0,
            Field::Group => 1,
            Field::Email => 2,
            Field::Name => 5,
            Field::Company | Field::Phone | Field::Address => 6,
        },
        About::LacksGroup { .. } => 1,
        About::Person { .. } => 3,
        About::Gone { .. } => 4,
    }
}

#[test]
fn the_most_important_comes_first_and_all_come_once() {
    let counter = Counter::demo(1, 200);
    let desk = counter.read();
    let all = cards(&desk);
    let left = block_on(desk.numbers()).unwrap().questions;
    assert_eq!(all.len(), left as usize);
    assert!(all.is_sorted_by_key(weight));
    let mut ids: Vec<_> = all
        .iter()
        .map(|card| (&card.id.key, card.id.field))
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all.len());
    let back = block_on(desk.review(Some(&all[3].id), -1)).unwrap();
    assert_eq!(back.card.as_deref(), Some(&all[2]));
    assert!(
        all.iter()
            .any(|card| matches!(card.about, About::Person { .. }))
    );
    for card in &all {
        assert!(!card.offers.is_empty(), "{card:?}");
        for side in Side::BOTH {
            let shown = card.sides.get(side);
            assert!(shown.is_there || shown.value == Shown::Blank, "{card:?}");
        }
    }
}

#[test]
fn the_questions_of_one_customer_are_found() {
    let counter = Counter::demo(1, 200);
    let desk = counter.read();
    let all = cards(&desk);
    for card in &all {
        let first = all.iter().find(|other| other.id.key == card.id.key);
        let page = block_on(desk.review_of(&card.id.key)).unwrap();
        assert_eq!(page.card.as_deref(), first);
    }
    let query = tandem_core::show::ListQuery {
        count: u32::MAX,
        ..Default::default()
    };
    let rows = block_on(desk.list(&query)).rows;
    let quiet = rows.into_iter().map(|row| row.who.key);
    let mut quiet = quiet.filter(|key| all.iter().all(|card| card.id.key != *key));
    let page = block_on(desk.review_of(&quiet.next_back().unwrap())).unwrap();
    assert_eq!(page.card.as_deref(), all.first());
}

/// Invariant I1 at the desk: no offer for many raises anybody, and what is asked for all the same is
/// refused.
#[test]
fn bulk_never_raises_consent() {
    for seed in 1..=4 {
        let counter = Counter::demo(seed, 150);
        let desk = counter.read();
        let consents = cards(&desk);
        let consents = consents
            .iter()
            .filter(|card| card.id.field == Some(Field::Consent));
        let mut raises = 0;
        for card in consents {
            for offer in &card.offers {
                let Verdict::Choose {
                    choice: tandem_core::decisions::Choice::Use(from),
                } = offer.verdict
                else {
                    continue;
                };
                let is_raise = card.sides.get(from).value != Shown::Consent(Consent::Denied);
                assert_eq!(offer.needs_evidence, is_raise, "{card:?}");
                if is_raise {
                    raises += 1;
                    assert_eq!(offer.in_bulk, 0);
                    let refused = block_on(desk.answer(&card.id, said(card, &offer.verdict, true)));
                    assert!(refused.is_err(), "{card:?}");
                    let mut silent = said(card, &offer.verdict, false);
                    silent.evidence = Some("  ".into());
                    assert!(block_on(desk.answer(&card.id, silent)).is_err());
                }
            }
        }
        assert!(raises > 0, "seed {seed} has somebody who could be raised");
        assert_eq!(block_on(desk.answers(0, 9)).total, 0);
    }
}

#[test]
fn one_answer_for_all_like_it_settles_as_many_as_it_said_and_is_undone_as_one() {
    let counter = Counter::demo(2, 200);
    let desk = counter.read();
    let all = cards(&desk);
    let bulk = all.iter().find_map(|card| {
        let most = card.offers.iter().max_by_key(|offer| offer.in_bulk)?;
        (most.in_bulk > 1).then_some((card, most))
    });
    let (card, offer) = bulk.expect("a question that many are asked");
    let left = block_on(desk.review(None, 0)).unwrap().left;
    let page = block_on(desk.answer(&card.id, said(card, &offer.verdict, true))).unwrap();
    assert_eq!(page.left, left - offer.in_bulk);
    let answers = block_on(desk.answers(0, u32::MAX));
    assert_eq!(answers.total, offer.in_bulk);
    assert!(answers.given.iter().all(|given| given.in_bulk));
    let page = block_on(desk.undo_answer()).unwrap();
    assert_eq!((page.left, page.can_undo), (left, false));
    assert_eq!(cards(&desk), all);
}

#[test]
fn every_answer_is_undone_one_after_the_other() {
    let counter = Counter::demo(3, 80);
    let desk = counter.read();
    let all = cards(&desk);
    let count = counter.answer_all(&desk, first);
    for _ in 0..count {
        assert!(block_on(desk.undo_answer()).unwrap().card.is_some());
    }
    assert!(!block_on(desk.review(None, 0)).unwrap().can_undo);
    assert_eq!(cards(&desk), all);
}

#[test]
fn answers_outlive_the_background_and_can_be_withdrawn() {
    let counter = Counter::demo(1, 80);
    let desk = counter.read();
    let cards = cards(&desk);
    let card = cards.iter().find(|card| card.id.field.is_some()).unwrap();
    counter.answer(&desk, card, &first(card));
    drop(desk);
    let desk = counter.read();
    let answers = block_on(desk.answers(0, 10));
    assert_eq!(answers.total, 1);
    assert_eq!(answers.given[0].who, card.who);
    assert_eq!(answers.given[0].verdict, first(card));
    let left = block_on(desk.review(None, 0)).unwrap().left;
    let rest = block_on(desk.withdraw(&card.id.key, card.id.field)).unwrap();
    assert_eq!(rest.total, 0);
    assert_eq!(block_on(desk.review(None, 0)).unwrap().left, left + 1);
    assert_eq!(again(&desk, &card.id).as_ref(), Some(card));
}

#[test]
fn an_answer_to_what_is_no_longer_on_screen_is_refused() {
    let counter = Counter::demo(1, 80);
    let desk = counter.read();
    let cards = cards(&desk);
    let on_phone = |card: &&Card| card.id.field == Some(Field::Phone);
    let card = cards.iter().find(on_phone).expect("two telephone numbers");
    let id = card.id.key.id.to_string();
    let act =
        json!({"act": "edit_customer", "side": "pos", "id": id, "set": {"phone": "555 0000"}});
    counter.shop().control("act", &act);
    counter.read_again(&desk);
    let refused = block_on(desk.answer(&card.id, said(card, &first(card), false)));
    assert_eq!(refused.unwrap_err().kind, FaultKind::Stale);
    let now = again(&desk, &card.id).unwrap();
    assert_ne!(now.id.seen, card.id.seen);
    counter.answer(&desk, &now, &first(&now));
}

#[test]
fn later_is_after_all_others_and_nothing_is_decided() {
    let counter = Counter::demo(1, 80);
    let desk = counter.read();
    let all = cards(&desk);
    let page = counter.answer(&desk, &all[0], &Verdict::Later);
    assert_eq!(page.left as usize, all.len());
    assert_eq!(page.card.as_deref(), Some(&all[1]));
    assert_eq!(cards(&desk).last(), Some(&all[0]));
    let page = block_on(desk.undo_answer()).unwrap();
    assert_eq!(page.card.as_deref(), Some(&all[0]));
    assert_eq!(cards(&desk), all);
}

/// What was answered is what is written, and the answer is gone with it.
#[test]
fn an_answer_is_carried_out_by_the_next_run() {
    let counter = Counter::demo(1, 80);
    let desk = counter.read();
    let all = cards(&desk);
    let is_phone = |card: &&Card| card.id.field == Some(Field::Phone);
    let card = all.iter().find(is_phone).unwrap();
    assert!(offer(card, &take(Side::Ecom)).is_some());
    counter.answer(&desk, card, &take(Side::Ecom));
    counter.sync(&desk, EVERYBODY);
    let details = block_on(desk.details(&card.id.key)).unwrap();
    let phone = details
        .fields
        .iter()
        .find(|line| line.field == Field::Phone);
    assert_eq!(phone.unwrap().values.pos, card.sides.ecom.value);
    assert_eq!(block_on(desk.answers(0, 9)).total, 0);
}

#[test]
fn deeds_are_done_and_taken_back() {
    let counter = Counter::demo(2, 80);
    let desk = counter.read();
    let query = tandem_core::show::ListQuery {
        count: u32::MAX,
        ..Default::default()
    };
    let rows = block_on(desk.list(&query)).rows;
    let with = |deed: fn(&Deed) -> bool| {
        let mut all = rows
            .iter()
            .map(|row| block_on(desk.details(&row.who.key)).unwrap());
        all.find(|details| details.deeds.iter().any(deed)).unwrap()
    };
    let create = with(|deed| matches!(deed, Deed::Create { .. }));
    let key = create.row.who.key.clone();
    let wished = block_on(desk.decide(&key, CustomerDeed::Create)).unwrap();
    assert!(wished.deeds.contains(&Deed::DoNotCreate), "{wished:?}");
    let listed = block_on(desk.answers(0, 9));
    assert_eq!(listed.given[0].verdict, Verdict::Create);
    let back = block_on(desk.decide(&key, CustomerDeed::DoNotCreate)).unwrap();
    assert_eq!(back, create);
    let ignored = block_on(desk.decide(&key, CustomerDeed::Ignore)).unwrap();
    assert!(ignored.deeds.contains(&Deed::Heed) && !ignored.deeds.contains(&Deed::SyncNow));
    assert_eq!(
        block_on(desk.decide(&key, CustomerDeed::Heed)).unwrap(),
        create
    );
    let pair = with(|deed| *deed == Deed::Unlink);
    let key = pair.row.who.key.clone();
    let alone = block_on(desk.decide(&key, CustomerDeed::Unlink)).unwrap();
    assert_eq!(alone.link, None);
    let twin = alone
        .suggestions
        .iter()
        .max_by_key(|one| one.score)
        .unwrap();
    let to = twin.who.key.clone();
    let again = block_on(desk.decide(&key, CustomerDeed::Link { to })).unwrap();
    assert!(again.link.is_some());
    assert_eq!(again.fields.len(), pair.fields.len());
    let searched = block_on(desk.twins(&create.row.who.key, "example")).unwrap();
    assert!(
        searched
            .found
            .iter()
            .all(|one| one.who.key.side != create.row.who.key.side)
    );
}

#[test]
fn answers_are_listed_with_the_latest_first_also_after_the_background_ended() {
    let counter = Counter::demo(2, 120);
    let desk = counter.read();
    let all = cards(&desk);
    let fields: Vec<&Card> = all.iter().filter(|card| card.id.field.is_some()).collect();
    assert!(fields.len() > 3, "questions to be answered one by one");
    let chosen = [fields[2], fields[0], fields[3], fields[1]];
    for card in chosen {
        counter.answer(&desk, card, &first(card));
    }
    let listed = |desk: &Desk<Disk>, from, count| -> Vec<_> {
        let given = block_on(desk.answers(from, count)).given.into_iter();
        given.map(|given| (given.who.key, given.field)).collect()
    };
    let of = |cards: &[&Card]| -> Vec<_> {
        let latest = cards.iter().rev();
        latest
            .map(|card| (card.id.key.clone(), card.id.field))
            .collect()
    };
    assert_eq!(listed(&desk, 0, 9), of(&chosen));
    assert_eq!(listed(&desk, 1, 2), of(&chosen)[1..3]);
    drop(desk);
    let desk = counter.read();
    assert_eq!(listed(&desk, 0, 9), of(&chosen));
    let rest = block_on(desk.withdraw(&chosen[3].id.key, chosen[3].id.field)).unwrap();
    assert_eq!(rest.total, 3);
    assert_eq!(listed(&desk, 0, 9), of(&chosen[..3]));
}
