//! Identity: links that are certain, and everything that is not.

use tandem_core::{
    Agreement, RecordId, Side, Sides,
    customer::code_for,
    identity::{Ambiguity, Link},
    survey::{Reason, Status},
};

use crate::shop::{Shop, ecom, pos};

fn link(shop: &Shop) -> Link {
    shop.of_pair(|_, pair| pair.link)
}

fn pair_of(pos: &str, ecom: &str) -> Agreement {
    Agreement::link(Sides {
        pos: RecordId::from(pos),
        ecom: RecordId::from(ecom),
    })
}

fn ambiguity(shop: &Shop, side: Side, id: &str) -> Ambiguity {
    match shop.line(side, id) {
        line if line.status != Status::Ambiguous => panic!("{id} is {:?}", line.status),
        line => match line.reason {
            Reason::Ambiguity(why) => why,
            other => panic!("{id}: {other:?}"),
        },
    }
}

#[test]
fn equal_cleaned_emails_are_one_person() {
    for (one, other) in [
        ("mara@example.org", "mara@example.org"),
        ("Mara@Example.ORG", "mara@example.org"),
        ("  mara@example.org ", "mara@example.org"),
    ] {
        let shop = Shop::of(vec![pos("p1", one)], vec![ecom("1", other)]);
        assert_eq!(link(&shop), Link::Email, "{one:?} {other:?}");
    }
}

#[test]
fn emails_that_are_only_alike_link_nobody() {
    for (one, other) in [
        ("mara.q@gmail.com", "maraq@gmail.com"),
        ("mara+shop@example.org", "mara@example.org"),
        ("mara@gmial.com", "mara@gmail.com"),
    ] {
        let shop = Shop::of(vec![pos("p1", one)], vec![ecom("1", other)]);
        assert_eq!(
            shop.status(Side::Pos, "p1"),
            Status::WaitsForOrder,
            "{one:?}"
        );
        assert_eq!(shop.status(Side::Ecom, "1"), Status::AddByHand, "{other:?}");
    }
}

#[test]
fn the_archive_comes_before_the_email() {
    let mut shop = Shop::of(
        vec![pos("p1", "old@example.org"), pos("p2", "new@example.org")],
        vec![ecom("1", "new@example.org")],
    );
    shop.archive.set(pair_of("p1", "1"));
    assert_eq!(link(&shop), Link::Archive);
    assert_eq!(ambiguity(&shop, Side::Pos, "p2"), Ambiguity::EmailOfAnother);
}

#[test]
fn a_reference_links_where_the_email_says_nothing_else() {
    let mut made = pos("p1", "mara@example.org");
    made.reference = Some(code_for(&RecordId::from("1")));
    let shop = Shop::of(vec![made.clone()], vec![ecom("1", "mara@example.net")]);
    assert_eq!(link(&shop), Link::Reference);

    let mut by_vendor = ecom("1", "mara@example.net");
    by_vendor.reference = Some("p1".into());
    let shop = Shop::of(vec![pos("p1", "mara@example.org")], vec![by_vendor]);
    assert_eq!(link(&shop), Link::Reference);

    let rival = pos("p2", "mara@example.net");
    let shop = Shop::of(vec![made, rival], vec![ecom("1", "mara@example.net")]);
    assert_eq!(ambiguity(&shop, Side::Pos, "p1"), Ambiguity::Contradiction);
    assert_eq!(ambiguity(&shop, Side::Ecom, "1"), Ambiguity::Contradiction);
}

#[test]
fn two_that_name_the_same_twin_are_told_apart_by_nobody() {
    let named = |id: &str, email: &str| {
        let mut record = pos(id, email);
        record.reference = Some(code_for(&RecordId::from("1")));
        record
    };
    let shop = Shop::of(
        vec![named("p1", "a@example.org"), named("p2", "b@example.org")],
        vec![ecom("1", "c@example.org")],
    );
    for (side, id) in [(Side::Pos, "p1"), (Side::Pos, "p2"), (Side::Ecom, "1")] {
        assert_eq!(ambiguity(&shop, side, id), Ambiguity::Contradiction, "{id}");
    }
}

#[test]
fn a_shared_email_is_nobodys() {
    let shared = "family@example.org";
    let mut shop = Shop::of(
        vec![pos("p1", shared), pos("p2", "Family@example.org")],
        vec![ecom("1", shared)],
    );
    for (side, id) in [(Side::Pos, "p1"), (Side::Pos, "p2"), (Side::Ecom, "1")] {
        assert_eq!(
            ambiguity(&shop, side, id),
            Ambiguity::SharedEmail { in_pos: 2 }
        );
    }
    assert!(shop.settled().is_empty() && shop.draft().ops.is_empty());

    // Once a person said which of the two it is, the other one is still nobody's.
    shop.archive.set(pair_of("p2", "1"));
    assert_eq!(link(&shop), Link::Archive);
    assert_eq!(
        ambiguity(&shop, Side::Pos, "p1"),
        Ambiguity::SharedEmail { in_pos: 2 }
    );
}

#[test]
fn what_a_person_took_apart_stays_apart() {
    let mut shop = Shop::of(
        vec![pos("p1", "m@example.org")],
        vec![ecom("1", "m@example.org")],
    );
    shop.agree();
    shop.archive
        .unlink(&RecordId::from("p1"), &RecordId::from("1"));
    for (side, id) in [(Side::Pos, "p1"), (Side::Ecom, "1")] {
        assert_eq!(ambiguity(&shop, side, id), Ambiguity::SaidToBeAnother);
    }
    // Ordering makes no second record of a person whom somebody looked at.
    shop.ecom[0].has_ordered = true;
    assert!(shop.draft().ops.is_empty());
}

#[test]
fn no_email_is_no_key() {
    for nobody in ["", "   ", "n/a"] {
        let mut without = ecom("1", nobody);
        without.has_ordered = true;
        let shop = Shop::of(vec![pos("p1", nobody)], vec![without]);
        assert_eq!(shop.status(Side::Pos, "p1"), Status::NoEmail, "{nobody:?}");
        assert_eq!(shop.status(Side::Ecom, "1"), Status::NoEmail, "{nobody:?}");
    }
}
