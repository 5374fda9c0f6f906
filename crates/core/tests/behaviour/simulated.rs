//! What the simulation found, each as small as it gets. What it holds in general is in
//! `tests/simulation`.

use tandem_core::{
    Agreement, Archive, Consent, Fault, Field, Observed, RecordId, Side, Sides, Stamp, Value,
    archive::{Commitment, Fact},
    decisions::Choice,
    identity::Ambiguity,
    recon::{Outcome, Question},
    survey::{Reason, Status},
    sync::{
        Apply, Edit, Effect, End, Entry, Input, Op, Step, SyncRun,
        judge::{self, Fresh},
    },
};

use crate::shop::{KEY, Shop, ecom, group, pos};

fn ids(pos: &str, ecom: &str) -> Sides<RecordId> {
    Sides {
        pos: RecordId::from(pos),
        ecom: RecordId::from(ecom),
    }
}

fn found(record: Observed) -> Result<Fresh, tandem_core::FaultKind> {
    Ok(Fresh::Record(Some(Box::new(record))))
}

fn update(edit: Edit) -> Op {
    Op::Update {
        on: Side::Pos,
        id: RecordId::from("p1"),
        twin: RecordId::from("1"),
        edits: vec![edit],
    }
}

fn phone() -> Edit {
    Edit {
        field: Field::Phone,
        expected: Value::Blank,
        result: Value::Text("123".into()),
        source: Value::Text("123".into()),
    }
}

fn raise() -> Edit {
    Edit {
        field: Field::Consent,
        expected: Value::Consent(Consent::Denied),
        result: Value::Consent(Consent::Unknown),
        source: Value::Consent(Consent::Granted),
    }
}

/// The machine, once it has said what it reads before its one write.
fn reading(op: Op) -> Apply {
    let mut apply = Apply::new(
        SyncRun::fold(&SyncRun::beginning(vec![op], Stamp::default())),
        KEY,
    );
    assert!(matches!(apply.next(Input::Kept), Effect::Journal(_)));
    assert!(matches!(apply.next(Input::Kept), Effect::Read(_)));
    apply
}

#[test]
fn a_yes_that_was_taken_back_raises_nobody() {
    let mut target = pos("p1", "m@x.org");
    target.consent = Consent::Denied;
    for (now, is_written) in [(Consent::Granted, true), (Consent::Denied, false)] {
        let mut source = ecom("1", "m@x.org");
        source.consent = now;
        let mut apply = reading(update(raise()));
        let next = apply.next(Input::Read(vec![found(target.clone()), found(source)]));
        if is_written {
            assert_eq!(next, Effect::Write(Step::One(0)));
        } else {
            let end = End::Stale;
            assert_eq!(next, Effect::Journal(vec![Entry::Ended { op: 0, end }]));
        }
    }
    // Without a word of the other side nothing is written at all.
    let next = reading(update(raise())).next(Input::Read(vec![found(target)]));
    assert_eq!(next, Effect::Pause(tandem_core::FaultKind::Bug));
}

#[test]
fn nobody_is_created_for_who_is_gone() {
    let op = Op::Create {
        on: Side::Pos,
        source: RecordId::from("7"),
        edits: vec![phone()],
        code: Some("TANDEM-7".into()),
    };
    let next = reading(op).next(Input::Read(vec![
        Ok(Fresh::People(vec![])),
        Ok(Fresh::Record(None)),
    ]));
    let end = End::Stale;
    assert_eq!(next, Effect::Journal(vec![Entry::Ended { op: 0, end }]));
}

#[test]
fn what_came_out_otherwise_is_asked_about() {
    let (mut target, mut source) = (pos("p1", "m@x.org"), ecom("1", "m@x.org"));
    source.phone = Some("123".into());
    for there in [Some("999"), None] {
        target.phone = there.map(str::to_owned);
        let noted = judge::commitment(&update(phone()), &target, &KEY);
        assert_eq!(noted.facts, [Fact::Open(Field::Phone)]);
        assert_eq!(noted.wrote, []);
        let mut shop = Shop::of(vec![target.clone()], vec![source.clone()]);
        assert!(shop.archive.commit(&noted, &KEY));
        let outcome = shop.of_pair(|survey, pair| survey.outcome(pair, Field::Phone));
        assert_eq!(outcome, Outcome::Ask(Question::BothChanged), "{there:?}");
    }
}

#[test]
fn a_record_of_somebody_elses_making_decides_no_consent() {
    let op = Op::Create {
        on: Side::Pos,
        source: RecordId::from("7"),
        edits: vec![Edit {
            expected: Value::Blank,
            result: Value::Consent(Consent::Denied),
            source: Value::Consent(Consent::Unknown),
            ..raise()
        }],
        code: Some("TANDEM-7".into()),
    };
    let mut there = pos("p1", "m@x.org");
    there.consent = Consent::Denied;
    let facts = |there: &Observed| judge::commitment_of_found(&op, there, false, &KEY).facts;
    assert_eq!(facts(&there), []);
    there.reference = Some("TANDEM-7".into());
    assert_eq!(facts(&there).len(), 1, "its own code: it is as it was made");
}

#[test]
fn nothing_links_again_whom_a_person_took_apart() {
    let mut archive = Archive::default();
    archive.set(Agreement::link(ids("p1", "1")));
    archive.unlink(&RecordId::from("p1"), &RecordId::from("1"));
    assert!(!archive.commit(&Commitment::link(ids("p1", "1")), &KEY));
    assert!(archive.is_empty());
}

#[test]
fn an_answer_that_came_to_nothing_is_forgotten() {
    let (mut one, mut other) = (pos("p1", "m@x.org"), ecom("1", "m@x.org"));
    (one.phone, other.phone) = (Some("1".into()), Some("2".into()));
    let mut shop = Shop::of(vec![one], vec![other]);
    shop.answer(Field::Phone, Choice::Use(Side::Ecom), None);
    let noted = Commitment {
        facts: vec![Fact::Open(Field::Phone)],
        ..Commitment::link(ids("p1", "1"))
    };
    shop.decisions.noted(&noted);
    assert_eq!(shop.decisions.answers().count(), 0);
}

#[test]
fn no_answer_puts_anybody_into_a_group_that_is_not_there() {
    let (mut one, mut other) = (pos("p1", "m@x.org"), ecom("1", "m@x.org"));
    one.group = group(Side::Pos, "Till");
    other.group = group(Side::Ecom, "Web");
    let mut shop = Shop::of(vec![one], vec![other]);
    for side in Side::BOTH {
        shop.answer(Field::Group, Choice::Use(side), None);
        let outcome = shop.of_pair(|survey, pair| survey.outcome(pair, Field::Group));
        assert_eq!(outcome, Outcome::Ask(Question::NoSuchGroup { on: side }));
    }
}

#[test]
fn an_email_that_is_no_key_is_not_given_twice_online_either() {
    let (mut one, other) = (pos("p1", "m@x.org"), ecom("1", "m@x.org"));
    let mut shop = Shop::of(vec![one.clone()], vec![other, ecom("2", "none")]);
    shop.agree();
    one.email = Some("none".into());
    shop.pos = vec![one];
    let outcome = shop.of_pair(|survey, pair| survey.outcome(pair, Field::Email));
    assert_eq!(outcome, Outcome::Ask(Question::EmailTaken));
}

#[test]
fn whose_own_record_was_given_away_is_asked_about_and_not_created() {
    let mut made = pos("p1", "old@x.org");
    made.reference = Some("TANDEM-1".into());
    let mut lonely = ecom("1", "new@x.org");
    lonely.has_ordered = true;
    let mut shop = Shop::of(vec![made], vec![lonely, ecom("2", "other@x.org")]);
    shop.archive.set(Agreement::link(ids("p1", "2")));
    let line = shop.line(Side::Ecom, "1");
    assert_eq!(line.status, Status::Ambiguous);
    assert_eq!(line.reason, Reason::Ambiguity(Ambiguity::Contradiction));
}

#[test]
fn a_store_that_says_done_and_keeps_the_old_altered_it() {
    let mut apply = reading(update(phone()));
    let target = || found(pos("p1", "m@x.org"));
    assert_eq!(
        apply.next(Input::Read(vec![target()])),
        Effect::Write(Step::One(0))
    );
    assert!(matches!(
        apply.next(Input::Written(vec![Ok(())])),
        Effect::Read(_)
    ));
    let next = apply.next(Input::Read(vec![target()]));
    assert!(matches!(next, Effect::Commit(_)), "{next:?}");
    let next = apply.next(Input::Kept);
    let end = End::Altered {
        id: RecordId::from("p1"),
        fields: vec![Field::Phone],
    };
    assert_eq!(next, Effect::Journal(vec![Entry::Ended { op: 0, end }]));
    // Without its word it may not have been done, and is not counted as done.
    let mut apply = reading(update(phone()));
    assert_eq!(
        apply.next(Input::Read(vec![target()])),
        Effect::Write(Step::One(0))
    );
    let lost = Fault::of(tandem_core::FaultKind::Offline);
    assert!(matches!(
        apply.next(Input::Written(vec![Err(lost.clone())])),
        Effect::Read(_)
    ));
    let next = apply.next(Input::Read(vec![target()]));
    let end = End::Rejected { why: lost };
    assert_eq!(next, Effect::Journal(vec![Entry::Ended { op: 0, end }]));
}

#[test]
fn an_email_online_is_written_as_it_is() {
    let record = ecom("1", "A@x.org");
    assert_eq!(record.value(Field::Email), Value::Text("A@x.org".into()));
}
