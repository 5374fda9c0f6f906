//! Laws of a whole run over shops of every kind: people who were agreed and then changed on either
//! side, people who meet for the first time, people whom one side alone has.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tandem_core::{
    Address, Consent, Field, Observed, PersonName, RecordId, RecordRef, Side, Stamp, Value, canon,
    decisions::{Answer, Choice, Decisions},
    recon::{Outcome, Question},
    survey::{Line, Pair, Status},
    sync::{
        End, Op,
        judge::{self, Before, Fresh},
        undo,
    },
};

use crate::shop::{KEY, Shop, customer, group};

/// What one side can say of a person; indices into short lists, so that values meet often.
#[derive(Clone, Debug)]
struct Said {
    email: usize,
    consent: usize,
    group: usize,
    name: usize,
    company: usize,
    phone: usize,
    city: usize,
}

fn said() -> impl Strategy<Value = Said> {
    (
        0..5_usize,
        0..3_usize,
        0..4_usize,
        0..3_usize,
        0..3_usize,
        0..3_usize,
        0..3_usize,
    )
        .prop_map(|(email, consent, group, name, company, phone, city)| Said {
            email,
            consent,
            group,
            name,
            company,
            phone,
            city,
        })
}

fn pick(from: [Option<&str>; 3], at: usize) -> Option<String> {
    from[at].map(str::to_owned)
}

/// The record that says this, of person `number`.
fn record(side: Side, number: usize, said: &Said) -> Observed {
    let id = if side == Side::Pos {
        format!("p{number}")
    } else {
        (100 + number).to_string()
    };
    let emails = ["", "own", "OWN", "other", "shared"];
    let email = match emails[said.email] {
        "" => String::new(),
        "shared" => "shared@x.org".into(),
        word => format!("{word}{number}@x.org"),
    };
    let own_group = if side == Side::Pos { "Till" } else { "Web" };
    let first = pick([None, Some("Mara"), Some("Li")], said.name);
    let name = match side {
        Side::Pos => PersonName {
            last: first.clone().map(|_| "Quist".into()),
            first,
            whole: None,
        },
        Side::Ecom => PersonName {
            whole: first.map(|first| format!("{first} Quist")),
            ..PersonName::default()
        },
    };
    Observed {
        group: group(side, ["default", "VIP", "Staff", own_group][said.group]),
        consent: match (
            [Consent::Denied, Consent::Unknown, Consent::Granted][said.consent],
            side,
        ) {
            (Consent::Granted, Side::Pos) => Consent::Unknown,
            (consent, _) => consent,
        },
        company: pick([None, Some("A"), Some("B")], said.company),
        phone: pick([None, Some("123"), Some("1-23 ")], said.phone),
        address: Address {
            city: pick([None, Some("Ghent"), Some("Lyon")], said.city),
            ..Address::default()
        },
        name,
        ..customer(side, &id, &email)
    }
}

/// What became of one person: agreed before or not, and what each side says now, if it has them.
type Person = (Option<Said>, Option<Said>, Option<Said>, bool, bool);

fn person() -> impl Strategy<Value = Person> {
    let maybe = || proptest::option::weighted(0.8, said());
    (maybe(), maybe(), maybe(), any::<bool>(), any::<bool>())
}

fn shop_of(people: &[Person]) -> Shop {
    let mut shop = Shop::default();
    for (number, (then, ..)) in people.iter().enumerate() {
        if let Some(then) = then {
            shop.pos.push(record(Side::Pos, number, then));
            shop.ecom.push(record(Side::Ecom, number, then));
        }
    }
    shop.agree();
    (shop.pos, shop.ecom) = (Vec::new(), Vec::new());
    for (number, (_, pos, ecom, has_ordered, is_wanted)) in people.iter().enumerate() {
        let sides = [(Side::Pos, pos), (Side::Ecom, ecom)];
        for (side, said) in sides
            .into_iter()
            .filter_map(|(side, said)| Some((side, said.as_ref()?)))
        {
            let mut now = record(side, number, said);
            now.has_ordered = *has_ordered && side == Side::Ecom;
            if *is_wanted {
                shop.decisions.create.insert(RecordRef {
                    side,
                    id: now.id.clone(),
                });
            }
            shop.list(side).push(now);
        }
    }
    shop.without_doubles()
}

impl Shop {
    fn list(&mut self, side: Side) -> &mut Vec<Observed> {
        match side {
            Side::Pos => &mut self.pos,
            Side::Ecom => &mut self.ecom,
        }
    }

    /// eCom has every email once, and nobody without one.
    fn without_doubles(mut self) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        self.ecom.retain(|record| {
            let email = canon::canonical(record, Field::Email);
            !email.is_empty() && seen.insert(email)
        });
        self
    }

    fn find(&mut self, side: Side, id: &RecordId) -> &mut Observed {
        let found = self.list(side).iter_mut().find(|record| record.id == *id);
        found.expect("the record of an op")
    }

    /// Does a write as an ideal store does, and notes it in the archive. Returns its end.
    fn perform(&mut self, op: &Op) -> End {
        let side = op.side();
        let id = match op {
            Op::Create { source, code, .. } => {
                let id = RecordId::from(&*format!(
                    "{}{source}",
                    if side == Side::Pos { "new" } else { "9" }
                ));
                let mut made = customer(side, &id.to_string(), "");
                made.reference.clone_from(code);
                self.list(side).push(made);
                id
            }
            Op::Update { id, .. } | Op::Move { id, .. } => {
                let fresh = Fresh::Record(Some(Box::new(self.find(side, id).clone())));
                assert_eq!(judge::before(op, &fresh), Before::Go, "{op:?}");
                id.clone()
            }
        };
        let record = self.find(side, &id);
        for edit in op.edits() {
            write(record, edit.field, &edit.result);
        }
        record.stamp = Stamp(record.stamp.0 + 1);
        let record = record.clone();
        assert!(
            self.archive
                .commit(&judge::commitment(op, &record, &KEY), &KEY),
            "{op:?}"
        );
        let found = op
            .edits()
            .iter()
            .map(|edit| record.value(edit.field))
            .collect();
        End::Applied { id, found }
    }
}

fn write(record: &mut Observed, field: Field, value: &Value) {
    match (field, value) {
        (Field::Group, Value::Group(group)) => record.group = group.clone(),
        (Field::Consent, Value::Consent(consent)) => record.consent = *consent,
        (Field::Name, Value::Name(name)) => record.name = name.clone(),
        (Field::Name, Value::Blank) => record.name = PersonName::default(),
        (Field::Address, Value::Address(address)) => record.address = (**address).clone(),
        (Field::Address, Value::Blank) => record.address = Address::default(),
        (text, value) => {
            let new = match value {
                Value::Text(text) => Some(text.clone()),
                Value::Blank => None,
                other => panic!("{text:?} gets {other:?}"),
            };
            *match text {
                Field::Email => &mut record.email,
                Field::Company => &mut record.company,
                Field::Phone => &mut record.phone,
                other => panic!("{other:?} is no text"),
            } = new;
        }
    }
}

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
