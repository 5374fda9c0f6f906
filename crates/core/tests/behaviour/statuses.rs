//! The article's rules A3 to A6, one customer at a time; every customer has exactly one status.

use proptest::prelude::*;
use tandem_core::{
    Consent, Field, FieldSet, RecordId, RecordRef, Side,
    survey::{Reason, Status},
};

use crate::shop::{Shop, ecom, group, pos};

const MARA: &str = "mara@example.org";

fn both() -> Shop {
    Shop::of(vec![pos("p1", MARA)], vec![ecom("1", MARA)])
}

#[test]
fn a3_in_both_and_the_same_is_in_step() {
    assert_eq!(both().status(Side::Pos, "p1"), Status::InStep);
}

#[test]
fn a3_in_both_and_one_blank_will_sync() {
    let mut shop = both();
    shop.pos[0].phone = Some("+31 20 1234567".into());
    let line = shop.line(Side::Pos, "p1");
    let copy = FieldSet::NONE.with(Field::Phone);
    assert_eq!(
        (line.status, line.reason),
        (
            Status::WillSync,
            Reason::Fields {
                copy,
                ask: FieldSet::NONE
            },
        )
    );
}

#[test]
fn a4_only_in_pos_waits_until_a_person_wants_it_online() {
    let mut shop = Shop::of(vec![pos("p1", MARA)], vec![]);
    assert_eq!(shop.status(Side::Pos, "p1"), Status::WaitsForOrder);
    let id = RecordId::from("p1");
    shop.decisions.create.insert(RecordRef {
        side: Side::Pos,
        id,
    });
    let line = shop.line(Side::Pos, "p1");
    assert_eq!(
        (line.status, line.reason),
        (Status::WillBeCreated(Side::Ecom), Reason::Asked)
    );
}

#[test]
fn a5_only_online_is_created_in_pos_once_it_ordered() {
    let mut shop = Shop::of(vec![], vec![ecom("1", MARA)]);
    assert_eq!(shop.status(Side::Ecom, "1"), Status::AddByHand);
    shop.ecom[0].has_ordered = true;
    assert_eq!(
        shop.status(Side::Ecom, "1"),
        Status::WillBeCreated(Side::Pos)
    );
    shop.ecom[0].has_ordered = false;
    let id = RecordId::from("1");
    shop.decisions.create.insert(RecordRef {
        side: Side::Ecom,
        id,
    });
    assert_eq!(
        shop.status(Side::Ecom, "1"),
        Status::WillBeCreated(Side::Pos)
    );
}

#[test]
fn a5_a_group_that_pos_does_not_have_comes_first() {
    let mut shop = Shop::of(vec![], vec![ecom("1", MARA)]);
    shop.ecom[0].has_ordered = true;
    shop.ecom[0].group = group(Side::Ecom, "Web");
    let line = shop.line(Side::Ecom, "1");
    assert_eq!(
        (line.status, line.reason),
        (Status::NeedsGroup, Reason::NoSuchGroup)
    );
    // A plan without groups syncs everything else.
    shop.scope = FieldSet::ALL.without(Field::Group);
    assert_eq!(
        shop.status(Side::Ecom, "1"),
        Status::WillBeCreated(Side::Pos)
    );
}

/// Nobody is created beside somebody who may be the same, unless a person says so.
#[test]
fn a5_one_who_may_be_in_pos_already_is_not_created_by_itself() {
    for (in_pos, online) in [
        ("mara.q@gmail.com", "maraq@gmail.com"),
        ("mara@example.org", "mara+shop@example.org"),
        ("mara@gmial.com", "mara@gmail.com"),
    ] {
        let mut shop = Shop::of(vec![pos("p1", in_pos)], vec![ecom("1", online)]);
        shop.ecom[0].has_ordered = true;
        let line = shop.line(Side::Ecom, "1");
        assert_eq!(
            (line.status, line.reason),
            (Status::AddByHand, Reason::MayBeInPos)
        );
        assert!(shop.draft().ops.is_empty(), "{in_pos} {online}");
        let id = RecordId::from("1");
        shop.decisions.create.insert(RecordRef {
            side: Side::Ecom,
            id,
        });
        assert_eq!(
            shop.status(Side::Ecom, "1"),
            Status::WillBeCreated(Side::Pos)
        );
        // Somebody who is paired with another is not meant.
        let mut shop = Shop::of(
            vec![pos("p1", in_pos)],
            vec![ecom("1", online), ecom("2", in_pos)],
        );
        shop.ecom[0].has_ordered = true;
        assert_eq!(
            shop.status(Side::Ecom, "1"),
            Status::WillBeCreated(Side::Pos)
        );
    }
}

#[test]
fn a6_groups_that_differ_are_asked_about() {
    let mut shop = both();
    shop.pos[0].group = group(Side::Pos, "VIP");
    assert_eq!(shop.status(Side::Pos, "p1"), Status::NeedsGroup);
    shop.ecom[0].group = group(Side::Ecom, "VIP");
    assert_eq!(shop.status(Side::Pos, "p1"), Status::InStep);
}

#[test]
fn anything_else_that_differs_needs_a_decision() {
    let mut shop = both();
    (shop.pos[0].company, shop.ecom[0].company) = (Some("A".into()), Some("B".into()));
    assert_eq!(shop.status(Side::Pos, "p1"), Status::NeedsDecision);
    shop.scope = FieldSet::ALWAYS;
    assert_eq!(shop.status(Side::Pos, "p1"), Status::InStep, "out of scope");
    shop.pos[0].consent = Consent::Denied;
    assert_eq!(shop.status(Side::Pos, "p1"), Status::NeedsDecision);
}

#[test]
fn a_record_that_is_gone_is_told_and_not_made_again() {
    for side in Side::BOTH {
        let mut shop = both();
        shop.agree();
        match side {
            Side::Pos => shop.pos.clear(),
            Side::Ecom => shop.ecom.clear(),
        }
        shop.ecom
            .iter_mut()
            .for_each(|record| record.has_ordered = true);
        let (left, id) = if side == Side::Pos {
            (Side::Ecom, "1")
        } else {
            (Side::Pos, "p1")
        };
        let line = shop.line(left, id);
        assert_eq!((line.status, line.reason), (Status::Gone, Reason::On(side)));
        assert!(shop.draft().ops.is_empty());

        // A reading of what changed says nothing of what it does not show, unless it says so.
        shop.is_whole = false;
        assert_eq!(shop.status(left, id), Status::NotRead);
        let gone = RecordId::from(if side == Side::Pos { "p1" } else { "1" });
        shop.deleted.push(RecordRef { side, id: gone });
        assert_eq!(shop.status(left, id), Status::Gone);
    }
}

#[test]
fn what_a_person_leaves_alone_is_left_alone() {
    let mut shop = both();
    shop.pos[0].phone = Some("1".into());
    shop.decisions.ignored.insert(RecordRef {
        side: Side::Ecom,
        id: RecordId::from("1"),
    });
    assert_eq!(shop.status(Side::Pos, "p1"), Status::Ignored);
    assert!(shop.draft().ops.is_empty() && shop.settled().is_empty());
}

fn any_shop() -> impl Strategy<Value = Shop> {
    let email = prop_oneof![
        Just(""),
        Just("a@x.org"),
        Just("A@x.org"),
        Just("b@x.org"),
        Just("c@x.org")
    ];
    let of = |side: Side| {
        proptest::collection::vec((email.clone(), any::<bool>(), 0..3_usize), 0..6).prop_map(
            move |rows| {
                let rows =
                    (0..)
                        .zip(rows)
                        .map(|(number, (email, has_ordered, title)): (u32, _)| {
                            let id = if side == Side::Pos {
                                format!("p{number}")
                            } else {
                                number.to_string()
                            };
                            let mut record = crate::shop::customer(side, &id, email);
                            record.has_ordered = has_ordered && side == Side::Ecom;
                            record.group = group(
                                side,
                                [
                                    "default",
                                    "VIP",
                                    if side == Side::Pos { "Till" } else { "Web" },
                                ][title],
                            );
                            record
                        });
                rows.collect::<Vec<_>>()
            },
        )
    };
    (of(Side::Pos), of(Side::Ecom), any::<bool>()).prop_map(|(pos, ecom, agreed)| {
        let mut shop = Shop::of(pos, ecom);
        if agreed {
            shop.agree();
        }
        shop
    })
}

proptest! {
    /// Invariant I4 for customers: everybody has one line, and the counts add up.
    #[test]
    fn i4_every_record_is_in_one_line_and_the_counts_add_up(shop in any_shop()) {
        shop.survey(|survey| {
            for side in Side::BOTH {
                let mut places: Vec<u32> = survey.lines().iter().filter_map(|line| *line.places.get(side)).collect();
                places.sort_unstable();
                let all: Vec<u32> = (0..u32::try_from(shop.side(side).len()).unwrap()).collect();
                assert_eq!(places, all, "{side:?}");
            }
            let counts = survey.counts();
            let sum = counts.in_step + counts.will_sync + counts.waits_for_order
                + counts.will_be_created.pos + counts.will_be_created.ecom + counts.add_by_hand
                + counts.needs_group + counts.needs_decision + counts.ambiguous + counts.no_email
                + counts.gone + counts.not_read + counts.ignored;
            assert_eq!(counts.total, sum);
            assert_eq!(counts.total, u32::try_from(survey.lines().len()).unwrap());
        });
    }

    #[test]
    fn the_order_of_records_does_not_count(shop in any_shop(), turn in 0..6_usize) {
        let mut turned = Shop { archive: shop.archive.clone(), ..Shop::of(shop.pos.clone(), shop.ecom.clone()) };
        turned.pos.reverse();
        let by = turn.min(turned.ecom.len());
        turned.ecom.rotate_left(by);
        prop_assert_eq!(turned.draft(), shop.draft());
        prop_assert_eq!(turned.settled(), shop.settled());
        let lines = |shop: &Shop| shop.survey(|survey| survey.lines().to_vec());
        prop_assert_eq!(lines(&turned), lines(&shop));
    }
}
