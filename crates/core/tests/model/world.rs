//! Both stores as plain maps, and the history of everything that was written by whom.

use std::collections::{BTreeMap, BTreeSet};

use tandem_core::{
    Address, Consent, Field, Group, GroupId, Observed, PersonName, RecordId, RecordRef, Side,
    Sides, Stamp, Value, canon,
};

/// A record as a store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// What Tandem can see of it. A name is kept as the side has it: POS in two, eCom in one.
    pub seen: Observed,
    /// What Tandem never writes: it stands for all other members.
    pub note: String,
    /// Whether it was deleted.
    pub gone: bool,
}

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// It was there from the start.
    Seed,
    /// A Tandem, by its number.
    Tandem(usize),
    /// Staff at the till.
    Till,
    /// The shopper online.
    Shopper,
    /// Staff in either admin.
    Admin,
    /// The vendor's own sync.
    Vendor,
}

/// One write that a store did.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub who: Who,
    pub side: Side,
    pub before: Option<Record>,
    pub after: Record,
}

/// What can go wrong, in chances of a thousand for each call.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    /// The reply is lost, and the write done.
    pub lost: u32,
    /// The call fails before anything is done.
    pub failed: u32,
    /// The store refuses a write.
    pub refused: u32,
    /// Too many calls.
    pub limited: u32,
    /// The session ends.
    pub signed_out: u32,
}

impl Faults {
    /// Nothing goes wrong.
    pub(crate) const NONE: Self = Self {
        lost: 0,
        failed: 0,
        refused: 0,
        limited: 0,
        signed_out: 0,
    };
}

/// Both stores of a shop.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub records: Sides<BTreeMap<RecordId, Record>>,
    pub groups: Sides<Vec<Group>>,
    /// Seconds.
    pub now: i64,
    pub version: i64,
    pub next: u64,
    pub log: Vec<Change>,
    pub faults: Faults,
    pub signed_out: Sides<bool>,
    /// A list that ends early and says that it is whole.
    pub half: Sides<bool>,
    pub unreadable: BTreeSet<RecordRef>,
    /// Whether a POS PUT blanks what is left out of it (`replace`) or keeps it (`merge`).
    pub put_replaces: bool,
    /// Names of invariants that do not hold, each with what was seen.
    pub broken: Vec<String>,
    /// Whether to tell of everything.
    pub tells: bool,
}

impl World {
    /// Two stores without customers; each side has these group titles after its default group.
    pub(crate) fn new(titles: Sides<&[&str]>) -> Self {
        let groups = titles.map(|side, titles| {
            let default = match side {
                Side::Pos => ("g0", "All Customers"),
                Side::Ecom => ("0", "General"),
            };
            let mut groups = vec![group(default.0, default.1, true)];
            for (number, title) in (1..).zip(titles) {
                let id = match side {
                    Side::Pos => format!("g{number}"),
                    Side::Ecom => format!("{number}"),
                };
                groups.push(group(&id, title, false));
            }
            groups
        });
        Self {
            records: Sides::default(),
            groups,
            now: 1_000_000,
            version: 0,
            next: 100,
            log: Vec::new(),
            faults: Faults::NONE,
            signed_out: Sides::default(),
            half: Sides::default(),
            unreadable: BTreeSet::new(),
            put_replaces: true,
            broken: Vec::new(),
            tells: false,
        }
    }

    /// Tells what happens, if anybody listens.
    pub(crate) fn tell(&self, what: impl FnOnce() -> String) {
        if self.tells {
            eprintln!("{}", what());
        }
    }

    /// Notes that an invariant does not hold.
    pub(crate) fn broke(&mut self, invariant: &str, what: impl FnOnce() -> String) {
        let line = format!("{invariant}: {}", what());
        self.tell(|| format!("  !! {line}"));
        self.broken.push(line);
    }

    /// The living records of a side.
    pub(crate) fn living(&self, side: Side) -> impl Iterator<Item = &Record> {
        self.records
            .get(side)
            .values()
            .filter(|record| !record.gone)
    }

    /// A living record.
    pub(crate) fn get(&self, side: Side, id: &RecordId) -> Option<&Record> {
        let record = self.records.get(side).get(id)?;
        (!record.gone).then_some(record)
    }

    /// What a reading of a record gives.
    pub(crate) fn observe(side: Side, record: &Record) -> Observed {
        let mut seen = record.seen.clone();
        if side == Side::Ecom
            && let Some(whole) = &seen.name.whole
            && let [first, last] = whole.split_whitespace().collect::<Vec<_>>()[..]
        {
            (seen.name.first, seen.name.last) = (Some(first.into()), Some(last.into()));
        }
        seen
    }

    /// Keeps a record as its store does, and writes it into the history.
    pub(crate) fn keep(&mut self, who: Who, side: Side, mut record: Record) {
        record.seen.stamp = match side {
            Side::Pos => {
                self.version += 1;
                Stamp(self.version)
            }
            Side::Ecom => Stamp(self.now),
        };
        let id = record.seen.id.clone();
        let before = self
            .records
            .get_mut(side)
            .insert(id.clone(), record.clone());
        self.tell(|| match &before {
            Some(before) => format!("  {who:?} {side:?} {id}: {}", differences(before, &record)),
            None => format!("  {who:?} {side:?} {id}: new {}", brief(&record)),
        });
        self.log.push(Change {
            who,
            side,
            before,
            after: record,
        });
    }

    /// Everybody who has this email or this code.
    pub(crate) fn people(
        &self,
        side: Side,
        email: Option<&str>,
        code: Option<&str>,
    ) -> Vec<&Record> {
        let email = email.map(canon::email::key);
        let living = self.living(side);
        living
            .filter(|record| {
                let own = record.seen.email.as_deref().map(canon::email::key);
                (email.is_some() && own == email)
                    || (code.is_some() && record.seen.reference.as_deref() == code)
            })
            .collect()
    }

    /// An id that no record has yet.
    pub(crate) fn new_id(&mut self, side: Side) -> RecordId {
        self.next += 1;
        match side {
            Side::Pos => RecordId::from(&*format!("p{}", self.next)),
            Side::Ecom => RecordId::from(&*self.next.to_string()),
        }
    }
}

fn group(id: &str, title: &str, is_default: bool) -> Group {
    Group {
        id: GroupId(id.into()),
        title: title.into(),
        is_default,
    }
}

/// A record of which nothing is known yet but its side's default group.
pub(crate) fn blank(side: Side, id: RecordId) -> Record {
    let (group, consent) = match side {
        Side::Pos => ("g0", Consent::Unknown),
        Side::Ecom => ("0", Consent::Unknown),
    };
    let seen = Observed {
        id,
        stamp: Stamp(0),
        group: GroupId(group.into()),
        email: None,
        consent,
        name: PersonName::default(),
        company: None,
        phone: None,
        address: Address::default(),
        reference: None,
        has_ordered: false,
        changed_at: None,
    };
    Record {
        seen,
        note: String::new(),
        gone: false,
    }
}

/// Sets one field of a record.
pub(crate) fn set(record: &mut Observed, field: Field, value: &Value) {
    match (field, value) {
        (Field::Group, Value::Group(group)) => record.group = group.clone(),
        (Field::Consent, Value::Consent(consent)) => record.consent = *consent,
        (Field::Name, Value::Name(name)) => record.name = name.clone(),
        (Field::Name, _) => record.name = PersonName::default(),
        (Field::Address, Value::Address(address)) => record.address = (**address).clone(),
        (Field::Address, _) => record.address = Address::default(),
        (Field::Email, value) => record.email = text(value),
        (Field::Company, value) => record.company = text(value),
        (Field::Phone, value) => record.phone = text(value),
        (Field::Group | Field::Consent, _) => {}
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// A record in a few words, for a person who reads a trace.
pub(crate) fn brief(record: &Record) -> String {
    let seen = &record.seen;
    format!(
        "{:?} {:?} {:?} {:?} {:?}{}",
        seen.email.as_deref().unwrap_or_default(),
        canon::name::joined(&seen.name),
        seen.group.0,
        seen.consent,
        seen.reference.as_deref().unwrap_or_default(),
        if seen.has_ordered { " ordered" } else { "" },
    )
}

fn differences(before: &Record, after: &Record) -> String {
    let mut told: Vec<String> = Field::ALL
        .into_iter()
        .map(|field| (field, before.seen.value(field), after.seen.value(field)))
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| format!("{field:?} {before:?} -> {after:?}"))
        .collect();
    if before.note != after.note {
        told.push("note".into());
    }
    if after.gone {
        told.push("deleted".into());
    }
    told.join(", ")
}
