//! A shop for these tests: two lists of customers, three groups that both sides have and one that
//! each side has alone, and whatever was agreed and decided before.

use std::collections::BTreeMap;

use tandem_core::{
    Archive, Board, Consent, DigestKey, Field, FieldSet, Group, GroupId, GroupMap, Observed,
    PersonName, RecordId, RecordRef, Side, Sides, Snapshot, Stamp,
    archive::Commitment,
    decisions::{Answer, Choice, Decisions},
    snapshot::Sketcher,
    survey::{Inputs, Line, Pair, Status, Survey},
    sync::{Draft, Records, draft::Terms},
};

pub(crate) const KEY: DigestKey = DigestKey([9; 16]);

/// Groups by title; `pos-…` and `ecom-…` are their ids.
const BOTH: [&str; 2] = ["VIP", "Staff"];

#[derive(Debug)]
pub(crate) struct Shop {
    pub(crate) pos: Vec<Observed>,
    pub(crate) ecom: Vec<Observed>,
    pub(crate) archive: Archive,
    pub(crate) decisions: Decisions,
    pub(crate) scope: FieldSet,
    pub(crate) is_whole: bool,
    pub(crate) deleted: Vec<RecordRef>,
}

impl Default for Shop {
    fn default() -> Self {
        Self {
            pos: Vec::new(),
            ecom: Vec::new(),
            archive: Archive::default(),
            decisions: Decisions::default(),
            scope: FieldSet::ALL,
            is_whole: true,
            deleted: Vec::new(),
        }
    }
}

/// A customer with an email in the default group, of whom nothing else is known.
pub(crate) fn customer(side: Side, id: &str, email: &str) -> Observed {
    Observed {
        id: RecordId::from(id),
        stamp: Stamp(1),
        group: group(side, "default"),
        email: Some(email.to_owned()).filter(|email| !email.is_empty()),
        consent: Consent::Unknown,
        name: PersonName::default(),
        company: None,
        phone: None,
        address: tandem_core::Address::default(),
        reference: None,
        has_ordered: false,
        changed_at: None,
    }
}

pub(crate) fn pos(id: &str, email: &str) -> Observed {
    customer(Side::Pos, id, email)
}

pub(crate) fn ecom(id: &str, email: &str) -> Observed {
    customer(Side::Ecom, id, email)
}

/// The group of a side: "default", or by title.
pub(crate) fn group(side: Side, title: &str) -> GroupId {
    let side = if side == Side::Pos { "pos" } else { "ecom" };
    GroupId(format!("{side}-{title}"))
}

/// All groups of both sides.
pub(crate) fn groups() -> GroupMap {
    let of = |side: Side, own: &str| {
        let titled = |title: &str| Group {
            id: group(side, title),
            title: title.into(),
            is_default: title == "default",
        };
        let titles = BOTH.into_iter().chain(["default", own]);
        titles.map(titled).collect::<Vec<_>>()
    };
    GroupMap::of(&Board::compare(
        &of(Side::Pos, "Till"),
        &of(Side::Ecom, "Web"),
    ))
}

impl Shop {
    pub(crate) fn of(pos: Vec<Observed>, ecom: Vec<Observed>) -> Self {
        Self {
            pos,
            ecom,
            ..Self::default()
        }
    }

    pub(crate) fn side(&self, side: Side) -> &[Observed] {
        match side {
            Side::Pos => &self.pos,
            Side::Ecom => &self.ecom,
        }
    }

    pub(crate) fn snapshot(&self, side: Side) -> Snapshot {
        let mut sketcher = Sketcher::new(side, KEY);
        self.side(side)
            .iter()
            .for_each(|record| sketcher.add(record));
        for gone in self.deleted.iter().filter(|gone| gone.side == side) {
            sketcher.add_deleted(gone.id.clone());
        }
        sketcher.finish(self.is_whole)
    }

    /// Looks at everybody.
    pub(crate) fn survey<T>(&self, look: impl FnOnce(&Survey<'_>) -> T) -> T {
        let snapshots = Sides::from_fn(|side| self.snapshot(side));
        look(&Survey::of(Inputs {
            snapshots: Sides {
                pos: &snapshots.pos,
                ecom: &snapshots.ecom,
            },
            archive: &self.archive,
            groups: &groups(),
            decisions: &self.decisions,
            key: &KEY,
            scope: self.scope,
        }))
    }

    /// The line of a record.
    pub(crate) fn line(&self, side: Side, id: &str) -> Line {
        let id = RecordId::from(id);
        self.survey(|survey| {
            let place = survey.inputs().snapshots.get(side).place(&id);
            let found = survey
                .lines()
                .iter()
                .filter(|line| line.places.get(side).is_some());
            let mut found = found.filter(|line| *line.places.get(side) == place);
            let line = *found.next().expect("a line for every record");
            assert!(found.next().is_none(), "{id} has one line");
            line
        })
    }

    pub(crate) fn status(&self, side: Side, id: &str) -> Status {
        self.line(side, id).status
    }

    /// Looks at the one pair that the shop has.
    pub(crate) fn of_pair<T>(&self, look: impl FnOnce(&Survey<'_>, &Pair<'_>) -> T) -> T {
        self.survey(|survey| {
            let mut pairs = survey.lines().iter().filter_map(|line| survey.pair(line));
            let pair = pairs.next().expect("a pair");
            assert!(pairs.next().is_none(), "one pair");
            look(survey, &pair)
        })
    }

    /// Notes in the archive whatever both sides agree on as they stand.
    pub(crate) fn agree(&mut self) {
        for commitment in self.settled() {
            assert!(self.archive.commit(&commitment, &KEY));
        }
    }

    pub(crate) fn settled(&self) -> Vec<Commitment> {
        self.survey(|survey| survey.settled().collect())
    }

    pub(crate) fn draft(&self) -> Draft {
        self.draft_at(0, 0, &BTreeMap::new())
    }

    pub(crate) fn draft_at(
        &self,
        now: i64,
        grace: i64,
        first_seen: &BTreeMap<RecordId, i64>,
    ) -> Draft {
        self.survey(|survey| {
            survey.draft(
                self,
                Terms {
                    now,
                    grace,
                    first_seen,
                },
            )
        })
    }

    /// Answers a question about the one pair as its values stand.
    pub(crate) fn answer(&mut self, field: Field, choice: Choice, evidence: Option<&str>) {
        let (ids, seen) = self.of_pair(|survey, pair| {
            let ids = pair.sketches.map(|_, sketch| sketch.id.clone());
            (ids, survey.digests(pair, field))
        });
        self.decisions.answer(Answer {
            ids,
            field,
            seen,
            choice,
            in_bulk: false,
            evidence: evidence.map(str::to_owned),
        });
    }
}

impl Records for Shop {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        self.side(side)
            .iter()
            .find(|record| record.id == *id)
            .cloned()
    }
}

/// `count` agreed pairs.
pub(crate) fn pairs(count: usize) -> Shop {
    let email = |number| format!("c{number}@x.org");
    let mut shop = Shop::of(
        (0..count)
            .map(|number| pos(&format!("p{number:04}"), &email(number)))
            .collect(),
        (0..count)
            .map(|number| ecom(&(1000 + number).to_string(), &email(number)))
            .collect(),
    );
    shop.agree();
    shop
}
