//! Shops of every kind, for laws: people who were agreed and then changed on either side, people who
//! meet for the first time, people whom one side alone has. And an ideal store, which does what it
//! is told.

use proptest::prelude::*;
use tandem_core::{
    Address, Consent, Field, Observed, PersonName, RecordId, RecordRef, Side, Stamp, Value, canon,
    sync::{
        End, Op,
        judge::{self, Before, Fresh},
    },
};

use crate::shop::{KEY, Shop, customer, group};

/// What one side can say of a person; indices into short lists, so that values meet often.
#[derive(Clone, Debug)]
pub(crate) struct Said {
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
pub(crate) type Person = (Option<Said>, Option<Said>, Option<Said>, bool, bool);

pub(crate) fn person() -> impl Strategy<Value = Person> {
    let maybe = || proptest::option::weighted(0.8, said());
    (maybe(), maybe(), maybe(), any::<bool>(), any::<bool>())
}

pub(crate) fn shop_of(people: &[Person]) -> Shop {
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
    pub(crate) fn list(&mut self, side: Side) -> &mut Vec<Observed> {
        match side {
            Side::Pos => &mut self.pos,
            Side::Ecom => &mut self.ecom,
        }
    }

    /// eCom has every email once, and nobody without one.
    fn without_doubles(mut self) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        self.ecom.retain(|record| {
            let email = canon::canonical(record, Field::Email).into_owned();
            !email.is_empty() && seen.insert(email)
        });
        self
    }

    pub(crate) fn find(&mut self, side: Side, id: &RecordId) -> &mut Observed {
        let found = self.list(side).iter_mut().find(|record| record.id == *id);
        found.expect("the record of an op")
    }

    /// Does a write as an ideal store does, and notes it in the archive. Returns its end.
    pub(crate) fn perform(&mut self, op: &Op) -> End {
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
