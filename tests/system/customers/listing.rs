//! The list of everybody: its order, its search, its numbers, and what a decision changes of it,
//! against the plainest way to find each.

use serde_json::json;
use tandem_core::{
    Observed, RecordRef, Side, Sides,
    canon::{phone, text},
    identity::Ambiguity,
    show::{ListQuery, Row},
    survey::{Part, Reason, Status},
};
use tandem_engine::book::{
    Book, keep,
    reader::{self, AtHand},
};
use tandem_sandbox::World;

use super::desk::{Desk, rows};
use crate::shop::Shop;

/// A shop whose groups were copied, and its book.
fn desk(seed: u64) -> (Desk, Book) {
    let shop = Shop::new(World::demo(seed, 300));
    for to in Side::BOTH {
        shop.copy(to);
    }
    let desk = Desk::new(shop);
    let book = desk.whole();
    (desk, book)
}

/// Both records of each row, found by hand.
fn records_of(desk: &Desk, book: &Book) -> Vec<Vec<Observed>> {
    let survey = book.survey().unwrap();
    let all = survey.lines().iter().flat_map(|line| survey.records(line));
    let AtHand(found) =
        futures::executor::block_on(reader::records(&desk.vault, book, all)).unwrap();
    let lines = survey.lines().iter();
    let of_line = lines.map(|line| {
        let records = survey.records(line);
        records.map(|record| found[&record].clone()).collect()
    });
    of_line.collect()
}

/// What a customer is searched by.
fn texts(book: &Book, records: &[Observed], sides: &[Side]) -> Vec<String> {
    let mut texts = Vec::new();
    for (record, side) in records.iter().zip(sides) {
        let parts = [
            Some(record.name.to_string()),
            record.email.clone(),
            record.company.clone(),
            record.phone.as_deref().map(phone::digits),
            book.title(*side, &record.group).map(str::to_owned),
        ];
        texts.extend(parts.iter().flatten().map(|part| text::folded(part)));
    }
    texts
}

#[test]
fn a_search_finds_who_has_every_word_somewhere_and_nobody_else() {
    for seed in 1..=3 {
        let (desk, mut book) = desk(seed);
        let all = rows(&mut book, "");
        let records = records_of(&desk, &book);
        let by_line: Vec<(Vec<String>, RecordRef)> = (0..records.len())
            .map(|line| {
                let row = book.row(line).unwrap();
                let sides: Vec<Side> = Side::BOTH
                    .into_iter()
                    .filter(|side| *row.is_on.get(*side))
                    .collect();
                (texts(&book, &records[line], &sides), row.who.key)
            })
            .collect();
        let mut hits = 0;
        for (search, words) in [
            ("", vec![]),
            ("a", vec!["a"]),
            ("  ", vec![]),
            ("MÜLLER", vec!["muller"]),
            ("example.org", vec!["example org"]),
            ("mara example", vec!["mara", "example"]),
            ("vip", vec!["vip"]),
            ("wholesale a 0", vec!["wholesale", "a", "0"]),
            ("@", vec![]),
            ("nobody-has-this", vec!["nobody has this"]),
        ] {
            let has = |texts: &[String]| {
                words
                    .iter()
                    .all(|word| texts.iter().any(|text| text.contains(word)))
            };
            let should: Vec<_> = by_line
                .iter()
                .filter(|(texts, _)| has(texts))
                .map(|(_, key)| key)
                .collect();
            let found = rows(&mut book, search);
            hits += usize::from(found.len() < all.len()) * found.len();
            assert_eq!(found.len(), should.len(), "{search:?}");
            assert!(
                found.iter().all(|row| should.contains(&&row.who.key)),
                "{search:?}"
            );
            // In the order of the whole list.
            let in_order: Vec<&Row> = all.iter().filter(|row| found.contains(row)).collect();
            assert!(found.iter().eq(in_order), "{search:?}");
        }
        assert!(hits > 100, "{hits}");
    }
}

#[test]
fn a_number_is_found_however_it_is_typed() {
    let (desk, mut book) = desk(4);
    book.look();
    let records = records_of(&desk, &book);
    let has_phone = |record: &&Observed| {
        let phone = record.phone.as_deref().unwrap_or_default();
        phone::is_number(phone) && phone::digits(phone).len() > 8
    };
    let one = records.iter().flatten().find(has_phone).unwrap();
    let digits = phone::digits(one.phone.as_deref().unwrap());
    let digits: String = digits.split(';').next().unwrap().replace('+', "");
    let (left, right) = digits.split_at(digits.len() - 4);
    let plain = rows(&mut book, &digits);
    assert!(!plain.is_empty());
    for typed in [format!("({left})-{right}"), format!("{left}/{right}")] {
        assert_eq!(rows(&mut book, &typed), plain, "{typed}");
    }
}

#[test]
fn the_list_is_in_order_of_names_and_the_counts_of_each_status_add_up() {
    let (_desk, mut book) = desk(5);
    let all = rows(&mut book, "");
    let key = |row: &Row| {
        let name = row
            .who
            .name
            .as_deref()
            .map(text::folded)
            .unwrap_or_default();
        let email = row
            .who
            .email
            .as_deref()
            .map(text::folded)
            .unwrap_or_default();
        (
            name.is_empty(),
            name.is_empty() && email.is_empty(),
            name.clone(),
            email,
        )
    };
    for pair in all.windows(2) {
        let (one, other) = (key(&pair[0]), key(&pair[1]));
        let (one, other) = match one.0 {
            true => (one, other),
            // Of one name the records' own texts decide.
            false => (
                (one.0, one.1, one.2, String::new()),
                (other.0, other.1, other.2, String::new()),
            ),
        };
        assert!(one <= other, "{one:?} {other:?}");
    }
    for search in ["", "a"] {
        let rows = rows(&mut book, search);
        let mut total = 0;
        let statuses: std::collections::BTreeSet<Status> =
            rows.iter().map(|row| row.status).collect();
        for status in statuses {
            let page = book.list(&ListQuery {
                status: Some(status),
                search: search.to_owned(),
                count: 500,
                ..ListQuery::default()
            });
            let should: Vec<&Row> = rows.iter().filter(|row| row.status == status).collect();
            assert!(page.rows.iter().eq(should), "{status:?}");
            assert_eq!(usize::try_from(page.counts.total).unwrap(), rows.len());
            total += page.total;
        }
        assert_eq!(usize::try_from(total).unwrap(), rows.len());
    }
}

#[test]
fn the_parts_of_both_stores_add_up_and_can_be_listed() {
    let (desk, mut book) = desk(6);
    let numbers = book.numbers().unwrap();
    let all = rows(&mut book, "");
    let parts = Side::BOTH.map(Part::Only);
    let parts = parts.into_iter().chain([Part::Both, Part::Asked]);
    let mut total = 0;
    for part in parts {
        let page = book.list(&ListQuery {
            part: Some(part),
            count: u32::MAX,
            ..ListQuery::default()
        });
        assert_eq!(page.total, numbers.overlap.get(part), "{part:?}");
        assert_eq!(page.counts, numbers.counts, "filters keep their numbers");
        let is_on = |pos, ecom| Sides { pos, ecom };
        for row in &page.rows {
            match part {
                Part::Only(Side::Pos) => assert_eq!(row.is_on, is_on(true, false)),
                Part::Only(Side::Ecom) => assert_eq!(row.is_on, is_on(false, true)),
                Part::Both => assert_eq!(row.is_on, is_on(true, true)),
                Part::Asked => assert!(row.status != Status::InStep, "{row:?}"),
            }
        }
        assert!(page.total > 0, "the shop has some of each");
        total += page.total;
    }
    assert_eq!(usize::try_from(total).unwrap(), all.len());
    assert_eq!(total, numbers.counts.total);
    // Both filters at once: nobody is left of two that exclude each other.
    let none = book.list(&ListQuery {
        part: Some(Part::Asked),
        status: Some(Status::InStep),
        count: 9,
        ..ListQuery::default()
    });
    assert_eq!((none.total, none.rows.len()), (0, 0));
    drop(desk);
}

#[test]
fn consent_is_counted_of_everybody_whom_a_store_has() {
    let (_desk, mut book) = desk(6);
    let numbers = book.numbers().unwrap();
    let rows = rows(&mut book, "");
    let on = |side: Side| rows.iter().filter(|row| *row.is_on.get(side)).count();
    for side in Side::BOTH {
        let known = numbers.consents.known.get(side);
        assert_eq!(usize::try_from(known.total()).unwrap(), on(side));
        assert!(known.denied > 0 && known.unknown > 0, "{known:?}");
    }
    // POS knows of no yes.
    assert_eq!(numbers.consents.known.pos.granted, 0);
    let both = rows.iter().filter(|row| row.is_on.pos && row.is_on.ecom);
    let only = numbers.consents.only_denied;
    let compared = numbers.consents.alike + only.pos + only.ecom;
    assert_eq!(usize::try_from(compared).unwrap(), both.count());
}

#[test]
fn every_record_is_found_in_its_line() {
    let (_desk, mut book) = desk(6);
    book.look();
    let survey = book.survey().unwrap();
    for (at, line) in survey.lines().iter().enumerate() {
        let row = book.row(at).unwrap();
        for record in survey.records(line) {
            assert_eq!(book.line_of(&record), Some(at), "{record:?}");
            assert_eq!(book.who(&record), row.who);
        }
    }
    let nobody = RecordRef {
        side: Side::Ecom,
        id: "1".into(),
    };
    assert_eq!(book.line_of(&nobody), None);
    assert_eq!(book.who(&nobody).key, nobody);
}

#[test]
fn a_decision_changes_one_line_and_the_numbers_follow() {
    let (desk, mut book) = desk(7);
    let before = rows(&mut book, "");
    let numbers = book.numbers().unwrap();
    let asks = |row: &Row| match (row.status, row.reason) {
        (Status::Ambiguous | Status::Gone, _) | (_, Reason::NoSuchGroup) => 1,
        (_, Reason::Fields { ask, .. }) => ask.iter().count(),
        _ => 0,
    };
    let questions: usize = before.iter().map(asks).sum();
    assert_eq!(usize::try_from(numbers.questions).unwrap(), questions);
    assert!(
        before.iter().any(|row| asks(row) > 1),
        "somebody has several questions"
    );
    assert!(
        before
            .iter()
            .any(|row| matches!(row.reason, Reason::Ambiguity(Ambiguity::SharedEmail { .. })))
    );
    let one = before.iter().find(|row| asks(row) > 1).unwrap();
    let mut decisions = book.decisions.clone();
    decisions.ignored.insert(one.who.key.clone());
    let saved = keep::save_decisions(&desk.vault, &mut book, decisions);
    futures::executor::block_on(saved).unwrap();
    let revision = book.revision;
    book.redo(&one.who.key);
    assert_eq!(book.revision, revision + 1);
    let after = book.numbers().unwrap();
    assert_eq!(after.counts.ignored, numbers.counts.ignored + 1);
    assert_eq!(after.counts.total, numbers.counts.total);
    assert_eq!(
        usize::try_from(numbers.questions - after.questions).unwrap(),
        asks(one)
    );
    let now = rows(&mut book, "");
    let changed = now
        .iter()
        .zip(&before)
        .filter(|(now, before)| now != before);
    assert_eq!(changed.count(), 1);
    // A new background finds the same, without a call to a store about customers.
    let calls = desk.calls().len();
    let mut again = desk.open();
    assert_eq!(rows(&mut again, ""), now);
    let found = again.numbers().unwrap();
    assert_eq!(
        found,
        tandem_core::show::Numbers {
            revision: found.revision,
            ..after
        }
    );
    assert_eq!(desk.calls().len(), calls);
}

#[test]
fn a_title_that_is_read_anew_is_searched_and_shown() {
    let (desk, mut book) = desk(8);
    let before = rows(&mut book, "").len();
    assert_eq!(rows(&mut book, "lighthouse keepers"), []);
    let world = desk.shop.sandbox.world();
    let of = |group: &str| {
        let living = world
            .pos
            .customers
            .iter()
            .filter(|one| one.deleted_at.is_none());
        living.filter(|one| one.customer_group_id == group).count()
    };
    let group = world
        .pos
        .groups
        .iter()
        .find(|one| one.group_id != "1111111111" && of(&one.id) > 0);
    let id = group.unwrap().id.clone();
    desk.act(
        &json!({"act": "rename_group", "side": "pos", "id": id, "title": "Lighthouse Keepers"}),
    );
    book.set_groups(&desk.shop.board());
    let found = rows(&mut book, "lighthouse keepers");
    assert_eq!(found.len(), of(&id));
    let title = Some("Lighthouse Keepers".to_owned());
    assert!(found.iter().all(|row| row.groups.pos == title));
    assert_eq!(rows(&mut book, "").len(), before);
}
