//! The draft of a run: which writes, with which values, and in which order.

use std::collections::BTreeMap;

use tandem_core::{
    Consent, Field, FieldSet, Observed, PersonName, RecordId, RecordRef, Side, Value,
    customer::code_for,
    recon::Question,
    sync::{Draft, Op, draft::Because},
};

use crate::shop::{Shop, ecom, group, pairs, pos};

fn value(op: &Op, field: Field) -> Option<&Value> {
    op.edits()
        .iter()
        .find(|edit| edit.field == field)
        .map(|edit| &edit.result)
}

#[test]
fn creates_come_first_then_updates_then_moves() {
    let mut shop = pairs(3);
    shop.pos[0].phone = Some("1".into());
    shop.ecom[1].phone = Some("2".into());
    shop.ecom[2].group = group(Side::Ecom, "VIP");
    let mut new = ecom("7", "new@x.org");
    new.has_ordered = true;
    shop.ecom.push(new);
    let kinds: Vec<(&str, Side)> = shop
        .draft()
        .ops
        .iter()
        .map(|op| (kind(op), op.side()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("create", Side::Pos),
            ("update", Side::Pos),
            ("update", Side::Ecom),
            ("move", Side::Pos),
        ]
    );
}

const fn kind(op: &Op) -> &'static str {
    match op {
        Op::Create { .. } => "create",
        Op::Update { .. } => "update",
        Op::Move { .. } => "move",
    }
}

#[test]
fn a_new_customer_in_pos_says_no_unless_the_person_said_yes() {
    for (online, in_pos) in [
        (Consent::Unknown, Consent::Denied),
        (Consent::Denied, Consent::Denied),
        (Consent::Granted, Consent::Unknown),
    ] {
        let mut new = ecom("7", "new@x.org");
        (new.has_ordered, new.consent) = (true, online);
        new.group = group(Side::Ecom, "VIP");
        new.name = PersonName {
            whole: Some("Mara  Quist".into()),
            first: Some("Mara".into()),
            last: Some("Quist".into()),
        };
        let draft = Shop::of(vec![], vec![new]).draft();
        let [create] = &*draft.ops else {
            panic!("{draft:?}")
        };
        let Op::Create {
            on: Side::Pos,
            code,
            ..
        } = create
        else {
            panic!("{create:?}")
        };
        assert_eq!(code.as_deref(), Some(&*code_for(&RecordId::from("7"))));
        assert_eq!(value(create, Field::Consent), Some(&Value::Consent(in_pos)));
        assert_eq!(
            value(create, Field::Group),
            Some(&Value::Group(group(Side::Pos, "VIP")))
        );
        let name = PersonName {
            whole: None,
            first: Some("Mara".into()),
            last: Some("Quist".into()),
        };
        assert_eq!(value(create, Field::Name), Some(&Value::Name(name)));
        assert_eq!(value(create, Field::Phone), None, "blanks are not written");
    }
}

#[test]
fn a_new_customer_online_never_says_yes() {
    for in_pos in [Consent::Unknown, Consent::Denied] {
        let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![]);
        shop.pos[0].consent = in_pos;
        shop.pos[0].name = PersonName {
            first: Some("Mara".into()),
            last: Some("Quist".into()),
            whole: None,
        };
        shop.decisions.create.insert(RecordRef {
            side: Side::Pos,
            id: RecordId::from("p1"),
        });
        let draft = shop.draft();
        let [create] = &*draft.ops else {
            panic!("{draft:?}")
        };
        assert_eq!(
            value(create, Field::Consent),
            Some(&Value::Consent(Consent::Denied))
        );
        let name = PersonName {
            whole: Some("Mara Quist".into()),
            first: None,
            last: None,
        };
        assert_eq!(value(create, Field::Name), Some(&Value::Name(name)));
    }
}

#[test]
fn a_create_by_itself_waits_for_the_vendors_own_sync() {
    let mut shop = Shop::of(vec![], vec![ecom("7", "new@x.org")]);
    shop.ecom[0].has_ordered = true;
    let first_seen = BTreeMap::from([(RecordId::from("7"), 1000)]);
    let because = |draft: &Draft| {
        draft
            .withheld
            .iter()
            .map(|held| held.because)
            .collect::<Vec<_>>()
    };
    let early = shop.draft_at(1899, 900, &first_seen);
    assert_eq!(
        (early.ops.len(), because(&early)),
        (0, vec![Because::Grace { until: 1900 }])
    );
    assert_eq!(shop.draft_at(1900, 900, &first_seen).ops.len(), 1);
    // One that was never seen before is seen now.
    assert_eq!(
        because(&shop.draft_at(5000, 900, &BTreeMap::new())),
        [Because::Grace { until: 5900 }]
    );
    // A person who asks for it does not wait.
    shop.decisions.create.insert(RecordRef {
        side: Side::Ecom,
        id: RecordId::from("7"),
    });
    assert_eq!(shop.draft_at(1899, 900, &first_seen).ops.len(), 1);
}

#[test]
fn a_suburb_of_pos_is_kept() {
    let mut shop = pairs(1);
    shop.pos[0].address.suburb = Some("De Pijp".into());
    shop.ecom[0].address.city = Some("Amsterdam".into());
    let draft = shop.draft();
    let [update] = &*draft.ops else {
        panic!("{draft:?}")
    };
    let Some(Value::Address(address)) = value(update, Field::Address) else {
        panic!("{update:?}")
    };
    assert_eq!(address.suburb.as_deref(), Some("De Pijp"));
    assert_eq!(address.city.as_deref(), Some("Amsterdam"));
}

#[test]
fn an_op_carries_what_it_expects() {
    let mut shop = pairs(1);
    shop.ecom[0].phone = Some("123".into());
    shop.pos[0].phone = Some(" 1-23 ".into());
    shop.agree();
    shop.ecom[0].phone = Some("456".into());
    let draft = shop.draft();
    let [update] = &*draft.ops else {
        panic!("{draft:?}")
    };
    let [edit] = update.edits() else {
        panic!("{update:?}")
    };
    assert_eq!(edit.expected, Value::Text(" 1-23 ".into()));
    assert_eq!(edit.result, Value::Text("456".into()));
    assert_eq!(edit.source, Value::Text("456".into()));
}

#[test]
fn a_record_that_is_not_the_one_that_was_surveyed_is_left_out() {
    let mut shop = pairs(1);
    shop.pos[0].phone = Some("1".into());
    let (draft, missing) = shop.survey(|survey| {
        let terms = tandem_core::sync::draft::Terms {
            now: 0,
            grace: 0,
            first_seen: &BTreeMap::new(),
        };
        let mut newer = Shop::of(shop.pos.clone(), shop.ecom.clone());
        newer.ecom[0].stamp.0 += 1;
        (
            survey.draft(&newer, terms),
            survey.draft(&Shop::default(), terms),
        )
    });
    for draft in [draft, missing] {
        assert!(draft.ops.is_empty());
        assert_eq!(draft.withheld[0].because, Because::NotAtHand);
    }
}

#[test]
fn what_is_asked_is_withheld_with_its_question() {
    let mut shop = pairs(1);
    shop.pos[0].email = None;
    let draft = shop.draft();
    assert!(draft.ops.is_empty());
    assert_eq!(draft.withheld[0].field, Some(Field::Email));
    assert_eq!(
        draft.withheld[0].because,
        Because::Asked(Question::Cleared { by: Side::Pos })
    );
}

#[test]
fn what_is_wanted_is_what_is_written() {
    let mut shop = pairs(5);
    shop.pos[3].phone = Some("1".into());
    let mut new = ecom("7", "new@x.org");
    new.has_ordered = true;
    shop.ecom.push(new);
    let wanted: Vec<String> =
        shop.survey(|survey| survey.wanted().map(|one| one.id.to_string()).collect());
    assert_eq!(wanted, ["p0003", "1003", "7"]);
}

#[test]
fn an_email_online_is_a_sign_in() {
    let mut shop = pairs(2);
    shop.pos[0].email = Some("moved@x.org".into());
    shop.ecom[1].email = Some("moved.too@x.org".into());
    let moves: Vec<(Side, bool)> = shop
        .draft()
        .ops
        .iter()
        .map(|op| (op.side(), op.moves_sign_in()))
        .collect();
    assert_eq!(moves, [(Side::Pos, false), (Side::Ecom, true)]);
}

#[test]
fn a_field_out_of_scope_is_never_written() {
    let mut shop = pairs(1);
    shop.scope = FieldSet::ALWAYS;
    shop.pos[0].phone = Some("1".into());
    shop.ecom[0].company = Some("2".into());
    assert!(shop.draft().ops.is_empty());
    let mut new: Observed = ecom("7", "new@x.org");
    (new.has_ordered, new.phone) = (true, Some("3".into()));
    shop.ecom.push(new);
    let draft = shop.draft();
    assert_eq!(value(&draft.ops[0], Field::Phone), None);
}
