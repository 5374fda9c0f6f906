//! The machine that does a run, driven by hand: what it says at each step, and what it makes of
//! answers that no store should give.

use tandem_core::{
    Agreement, Archive, Consent, Fault, FaultKind, Field, Observed, RecordId, Side, Sides, Stamp,
    Value,
    sync::{Apply, Edit, Effect, End, Entry, Input, Op, Step, SyncRun, apply::Look, judge::Fresh},
};

use crate::shop::{KEY, ecom, group, pos};

fn edit(field: Field, expected: Value, result: Value) -> Edit {
    let source = result.clone();
    Edit {
        field,
        expected,
        result,
        source,
    }
}

fn phone(expected: Value, result: &str) -> Edit {
    edit(Field::Phone, expected, Value::Text(result.into()))
}

/// Gives a POS customer the telephone number that eCom has.
fn update() -> Op {
    Op::Update {
        on: Side::Pos,
        id: RecordId::from("p1"),
        twin: RecordId::from("1"),
        edits: vec![phone(Value::Blank, "123")],
    }
}

fn create() -> Op {
    Op::Create {
        on: Side::Pos,
        source: RecordId::from("7"),
        edits: vec![
            edit(Field::Email, Value::Blank, Value::Text("new@x.org".into())),
            edit(
                Field::Consent,
                Value::Blank,
                Value::Consent(Consent::Denied),
            ),
        ],
        code: Some("TANDEM-7".into()),
    }
}

fn machine(ops: Vec<Op>) -> Apply {
    Apply::new(SyncRun::fold(&SyncRun::beginning(ops, Stamp(0))), KEY)
}

fn with_phone(phone: Option<&str>) -> Fresh {
    let mut record = pos("p1", "m@x.org");
    record.phone = phone.map(str::to_owned);
    Fresh::Record(Some(Box::new(record)))
}

fn made() -> Observed {
    let mut record = pos("p9", "new@x.org");
    (record.reference, record.consent) = (Some("TANDEM-7".into()), Consent::Denied);
    record
}

fn read(fresh: Fresh) -> Input {
    Input::Read(vec![Ok(fresh)])
}

/// What is read before a create: who is there, and the record that it is for.
fn before_create(people: Vec<Observed>) -> Input {
    let consent = Consent::Denied;
    let source = Observed {
        consent,
        ..ecom("7", "new@x.org")
    };
    let source = Fresh::Record(Some(Box::new(source)));
    Input::Read(vec![Ok(Fresh::People(people)), Ok(source)])
}

fn written(result: Result<(), FaultKind>) -> Input {
    Input::Written(vec![result.map_err(Fault::of)])
}

fn intended(op: u32) -> Effect {
    Effect::Journal(vec![Entry::Intended { ops: vec![op] }])
}

/// Feeds these inputs and returns the end of write 0, if it has one, and the last effect.
fn drive(apply: &mut Apply, inputs: Vec<Input>) -> (Option<End>, Effect) {
    let mut last = apply.next(Input::Kept);
    for input in inputs {
        until_asked(apply, last);
        last = apply.next(input);
    }
    last = until_asked(apply, last);
    (apply.run().ends[0].clone(), last)
}

/// Keeps whatever is to be kept, until something else is wanted.
fn until_asked(apply: &mut Apply, mut effect: Effect) -> Effect {
    while matches!(effect, Effect::Journal(_) | Effect::Commit(_)) {
        effect = apply.next(Input::Kept);
    }
    effect
}

#[test]
fn intent_then_reading_then_write_then_reading_then_archive_then_end() {
    let mut apply = machine(vec![update()]);
    let look = Look::Record {
        side: Side::Pos,
        id: RecordId::from("p1"),
    };
    assert_eq!(apply.next(Input::Kept), intended(0));
    assert_eq!(apply.next(Input::Kept), Effect::Read(vec![look.clone()]));
    assert_eq!(
        apply.next(read(with_phone(None))),
        Effect::Write(Step::One(0))
    );
    assert_eq!(apply.next(written(Ok(()))), Effect::Read(vec![look]));
    let Effect::Commit(commitments) = apply.next(read(with_phone(Some("123")))) else {
        panic!()
    };
    let ids = Sides {
        pos: RecordId::from("p1"),
        ecom: RecordId::from("1"),
    };
    assert_eq!(commitments[0].ids, ids);
    let end = End::Applied {
        id: RecordId::from("p1"),
        found: vec![Value::Text("123".into())],
    };
    assert_eq!(
        apply.next(Input::Kept),
        Effect::Journal(vec![Entry::Ended { op: 0, end }])
    );
    assert_eq!(
        apply.next(Input::Kept),
        Effect::Journal(vec![Entry::Closed])
    );
    assert_eq!(apply.next(Input::Kept), Effect::Done);
    assert_eq!(apply.next(Input::Kept), Effect::Done);
}

#[test]
fn what_a_reading_says_before_the_write() {
    let id = RecordId::from("p1");
    for (fresh, expected) in [
        (with_phone(Some("123")), Some(End::AlreadyThere { id })),
        (with_phone(Some("999")), Some(End::Stale)),
        (Fresh::Record(None), Some(End::Stale)),
    ] {
        let (end, last) = drive(&mut machine(vec![update()]), vec![read(fresh.clone())]);
        assert_eq!((end, last), (expected, Effect::Done), "{fresh:?}");
    }
}

#[test]
fn what_a_reading_says_after_the_write() {
    let id = RecordId::from("p1");
    let rejected = |kind| {
        Some(End::Rejected {
            why: Fault::of(kind),
        })
    };
    let refused = FaultKind::Refused { status: 422 };
    let lost = FaultKind::Offline;
    let altered = Some(End::Altered {
        id: id.clone(),
        fields: vec![Field::Phone],
    });
    let applied = Some(End::Applied {
        id,
        found: vec![Value::Text("1-23".into())],
    });
    for (result, back, expected) in [
        (Ok(()), Some(with_phone(Some("1-23"))), applied.clone()),
        (Err(lost), Some(with_phone(Some("1-23"))), applied),
        (Ok(()), Some(with_phone(Some("***"))), altered.clone()),
        (Ok(()), Some(with_phone(None)), altered.clone()),
        (
            Ok(()),
            Some(Fresh::Record(None)),
            rejected(FaultKind::NotFound),
        ),
        (Err(lost), Some(with_phone(None)), rejected(lost)),
        (Err(lost), Some(Fresh::Record(None)), rejected(lost)),
        (Err(refused), None, rejected(refused)),
    ] {
        let mut inputs = vec![read(with_phone(None)), written(result)];
        inputs.extend(back.clone().map(read));
        let (end, last) = drive(&mut machine(vec![update()]), inputs);
        assert_eq!((end, last), (expected, Effect::Done), "{result:?} {back:?}");
    }
}

#[test]
fn a_create_whose_reply_was_lost_is_looked_up_and_not_sent_again() {
    let nobody = || before_create(vec![]);
    for result in [
        Ok(()),
        Err(FaultKind::Offline),
        Err(FaultKind::Refused { status: 409 }),
    ] {
        let inputs = vec![nobody(), written(result), read(Fresh::People(vec![made()]))];
        let (end, last) = drive(&mut machine(vec![create()]), inputs);
        assert!(
            matches!(end, Some(End::Applied { .. })),
            "{result:?}: {end:?}"
        );
        assert_eq!(last, Effect::Done);
    }
}

#[test]
fn somebody_who_came_meanwhile_is_linked_and_not_made_twice() {
    let mut by_vendor = made();
    by_vendor.reference = None;
    for people in [
        vec![by_vendor.clone()],
        vec![made()],
        vec![by_vendor.clone(), made()],
    ] {
        let (end, _) = drive(&mut machine(vec![create()]), vec![before_create(people)]);
        assert!(matches!(end, Some(End::AlreadyThere { .. })), "{end:?}");
    }
    let two = vec![by_vendor.clone(), by_vendor];
    let (end, _) = drive(
        &mut machine(vec![create()]),
        vec![before_create(two.clone())],
    );
    assert_eq!(end, Some(End::Stale));
    let inputs = vec![
        before_create(vec![]),
        written(Ok(())),
        read(Fresh::People(two)),
    ];
    let (end, _) = drive(&mut machine(vec![create()]), inputs);
    assert_eq!(end, Some(End::Doubled { times: 2 }));
}

#[test]
fn a_store_that_stops_answering_pauses_the_run_and_leaves_it_open() {
    for kind in [
        FaultKind::SignedOut,
        FaultKind::NotAllowed,
        FaultKind::WrongStore,
    ] {
        let two = || vec![update(), create()];
        let (end, last) = drive(&mut machine(two()), vec![Input::Read(vec![Err(kind)])]);
        assert_eq!((end, last), (None, Effect::Pause(kind)));
        let (end, last) = drive(
            &mut machine(two()),
            vec![read(with_phone(None)), written(Err(kind))],
        );
        assert_eq!(
            (end, last),
            (None, Effect::Pause(kind)),
            "nothing else is tried"
        );
    }
}

#[test]
fn a_read_back_that_fails_leaves_the_write_open_and_does_the_rest() {
    let mut apply = machine(vec![update(), create()]);
    let inputs = vec![
        read(with_phone(None)),
        written(Ok(())),
        Input::Read(vec![Err(FaultKind::Offline)]),
        before_create(vec![made()]),
    ];
    let (end, last) = drive(&mut apply, inputs);
    assert_eq!((end, last), (None, Effect::Pause(FaultKind::Offline)));
    assert_eq!(apply.run().counts().already_there, 1);
    assert!(!apply.run().closed && apply.run().is_in_doubt(0));
}

/// Continues a run of one update that may have been sent.
fn continued(fresh: Fresh) -> (Option<End>, Effect) {
    let [began, planned] = SyncRun::beginning(vec![update()], Stamp(0));
    let journal = [began, planned, Entry::Intended { ops: vec![0] }];
    drive(
        &mut Apply::new(SyncRun::fold(&journal), KEY),
        vec![read(fresh)],
    )
}

#[test]
fn what_may_have_been_sent_is_read_before_anything_is_sent() {
    let (end, last) = continued(with_phone(Some("123")));
    assert!(matches!(end, Some(End::Applied { .. })), "{end:?}");
    assert_eq!(last, Effect::Done);
    assert_eq!(
        continued(with_phone(None)),
        (None, Effect::Write(Step::One(0)))
    );
    assert_eq!(
        continued(with_phone(Some("999"))),
        (Some(End::Unknown), Effect::Done)
    );
}

#[test]
fn an_answer_that_does_not_fit_writes_nothing() {
    for wrong in [written(Ok(())), read(with_phone(None))] {
        let mut apply = machine(vec![update()]);
        assert_eq!(
            apply.next(wrong.clone()),
            Effect::Pause(FaultKind::Bug),
            "{wrong:?}"
        );
        assert_eq!(apply.next(Input::Kept), Effect::Done);
    }
}

#[test]
fn of_a_group_that_moves_only_those_who_are_as_expected_are_sent() {
    let vip = || group(Side::Pos, "VIP");
    let moved = |id: &str, twin: &str| Op::Move {
        id: RecordId::from(id),
        twin: RecordId::from(twin),
        edit: Box::new(Edit {
            field: Field::Group,
            expected: Value::Group(group(Side::Pos, "default")),
            result: Value::Group(vip()),
            source: Value::Group(group(Side::Ecom, "VIP")),
        }),
    };
    let in_group = |id: &str, title: &str| {
        let mut record = pos(id, "m@x.org");
        record.group = group(Side::Pos, title);
        Ok(Fresh::Record(Some(Box::new(record))))
    };
    let mut apply = machine(vec![
        moved("p1", "1"),
        moved("p2", "2"),
        moved("p3", "3"),
        moved("p4", "4"),
    ]);
    let first = vec![
        in_group("p1", "default"),
        in_group("p2", "Staff"),
        in_group("p3", "VIP"),
        in_group("p4", "default"),
    ];
    let (_, last) = drive(&mut apply, vec![Input::Read(first)]);
    assert_eq!(
        last,
        Effect::Write(Step::Members {
            group: vip(),
            ops: vec![0, 3]
        })
    );
    let back = vec![in_group("p1", "VIP"), in_group("p4", "VIP")];
    let inputs = [Input::Written(vec![Ok(()), Ok(())]), Input::Read(back)];
    let [_, last] = inputs.map(|input| {
        let next = apply.next(input);
        until_asked(&mut apply, next)
    });
    assert_eq!(last, Effect::Done);
    let counts = apply.run().counts();
    assert_eq!(
        (counts.applied, counts.stale, counts.already_there),
        (2, 1, 1)
    );
}

#[test]
fn a_commitment_steals_no_link() {
    let mut archive = Archive::default();
    archive.set(Agreement::link(Sides {
        pos: RecordId::from("p9"),
        ecom: RecordId::from("8"),
    }));
    let mut apply = machine(vec![create()]);
    let mut effect = apply.next(Input::Kept);
    while !matches!(effect, Effect::Commit(_)) {
        effect = match effect {
            Effect::Read(_) => apply.next(before_create(vec![made()])),
            _ => apply.next(Input::Kept),
        };
    }
    let Effect::Commit(commitments) = effect else {
        panic!()
    };
    let before = archive.clone();
    assert!(!archive.commit(&commitments[0], &KEY));
    assert_eq!(archive, before);
}
