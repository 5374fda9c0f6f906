//! Undo: what was there comes back, refused where the record changed since, and warned about where
//! it gives consent back.

use tandem_core::{
    Consent, Fault, FaultKind, Field, RecordId, Side, Value,
    sync::{
        Edit, End, Op,
        judge::{self, Before, Fresh},
        undo::{self, NotUndone},
    },
};

use crate::shop::{Shop, ecom, pos};

fn lowered() -> Op {
    Op::Update {
        on: Side::Pos,
        id: RecordId::from("p1"),
        twin: RecordId::from("1"),
        edits: vec![
            Edit {
                field: Field::Consent,
                expected: Value::Consent(Consent::Unknown),
                result: Value::Consent(Consent::Denied),
                source: Value::Consent(Consent::Denied),
            },
            Edit {
                field: Field::Phone,
                expected: Value::Text("old".into()),
                result: Value::Text("123".into()),
                source: Value::Text("123".into()),
            },
        ],
    }
}

fn applied() -> End {
    End::Applied {
        id: RecordId::from("p1"),
        // The store made "1 23" of it, which is the same number.
        found: vec![Value::Consent(Consent::Denied), Value::Text("1 23".into())],
    }
}

fn record(consent: Consent, phone: &str) -> Fresh {
    let mut record = pos("p1", "m@x.org");
    (record.consent, record.phone) = (consent, Some(phone.into()));
    Fresh::Record(Some(Box::new(record)))
}

#[test]
fn what_was_there_comes_back_with_a_warning_where_it_gives_consent() {
    let undo = undo::inverse(&lowered(), &applied()).unwrap();
    assert!(undo.raises_consent);
    let results: Vec<&Value> = undo.op.edits().iter().map(|edit| &edit.result).collect();
    assert_eq!(
        results,
        [
            &Value::Consent(Consent::Unknown),
            &Value::Text("old".into())
        ]
    );
    assert_eq!(
        judge::before(&undo.op, &record(Consent::Denied, "1 23")),
        Before::Go
    );
}

#[test]
fn a_record_that_changed_since_is_not_taken_back() {
    let undo = undo::inverse(&lowered(), &applied()).unwrap();
    assert_eq!(
        judge::before(&undo.op, &record(Consent::Denied, "456")),
        Before::Stale
    );
    assert_eq!(judge::before(&undo.op, &Fresh::Record(None)), Before::Stale);
}

#[test]
fn what_did_nothing_or_made_somebody_is_not_taken_back() {
    let ends = [
        End::Stale,
        End::Unknown,
        End::AlreadyThere {
            id: RecordId::from("p1"),
        },
        End::Rejected {
            why: Fault::of(FaultKind::NotFound),
        },
    ];
    for end in ends {
        assert_eq!(
            undo::inverse(&lowered(), &end),
            Err(NotUndone::NothingDone),
            "{end:?}"
        );
    }
    let create = Op::Create {
        on: Side::Pos,
        source: RecordId::from("1"),
        edits: Vec::new(),
        code: None,
    };
    assert_eq!(undo::inverse(&create, &applied()), Err(NotUndone::Created));
}

/// After an undo the next run does not do the same again: the two differ knowingly.
#[test]
fn an_undone_write_is_not_done_again() {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.pos[0].company = Some("old".into());
    shop.ecom[0].company = Some("old".into());
    shop.agree();
    shop.ecom[0].company = Some("123".into());
    let draft = shop.draft();
    let [op] = &*draft.ops else {
        panic!("{draft:?}")
    };
    shop.pos[0].company = Some("123".into());
    shop.archive.commit(
        &judge::commitment(op, &shop.pos[0], &crate::shop::KEY),
        &crate::shop::KEY,
    );
    let end = End::Applied {
        id: RecordId::from("p1"),
        found: vec![Value::Text("123".into())],
    };
    let undo = undo::inverse(op, &end).unwrap().op;
    shop.pos[0].company = Some("old".into());
    shop.archive.commit(
        &judge::commitment(&undo, &shop.pos[0], &crate::shop::KEY),
        &crate::shop::KEY,
    );
    assert!(shop.draft().ops.is_empty() && shop.settled().is_empty());
    shop.ecom[0].company = Some("456".into());
    assert_eq!(
        shop.draft().withheld.len(),
        1,
        "a new change is asked about"
    );
}
