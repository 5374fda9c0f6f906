//! The draft of a run: every write that a survey asks for, with its values, in the order in which
//! they are done; what is left out and why; and what the archive may note without any write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Edit, Op, across};
use crate::{
    Field, Observed, RecordId, RecordRef, Side, Sides, Value,
    archive::{Commitment, Fact},
    canon, consent, customer,
    identity::Link,
    recon::{Outcome, Question},
    survey::{Line, Pair, Reason, Status, Survey},
};

/// Where the records are that a scan read: whoever keeps them chunk by chunk.
pub trait Records {
    /// The record, as it was when the snapshot was taken; `None` if it is not at hand.
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed>;
}

/// What a draft needs to know besides the survey.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The time, in seconds since 1970.
    pub now: i64,
    /// How long a record waits, after it was first seen, before it is created by itself on the
    /// other side, so that the vendor's own sync goes first. Seconds.
    pub grace: i64,
    /// When lonely records were first seen. One that is not here is seen now.
    pub first_seen: &'a BTreeMap<RecordId, i64>,
}

/// The writes of one run, and what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Creates, then updates, then moves; within a kind by side and id.
    pub ops: Vec<Op>,
    /// What differs and is not written.
    pub withheld: Vec<Withheld>,
}

/// Something that is not written, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The record.
    pub record: RecordRef,
    /// The field; `None` for the whole record.
    pub field: Option<Field>,
    /// Why.
    pub because: Because,
}

/// Why something is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// A person has to decide first.
    Asked(Question),
    /// It waits until this time, in seconds since 1970, so that the vendor's own sync goes first.
    Grace {
        /// The time.
        until: i64,
    },
    /// The record that was read is not at hand, or not the one that was surveyed.
    NotAtHand,
    /// The value has no counterpart on the other side.
    NoCounterpart,
    /// Tandem may not write to that side.
    ReadOnly,
}

impl Survey<'_> {
    /// Everything that the next run writes, and what it leaves out.
    #[must_use]
    pub fn draft(&self, records: &impl Records, terms: Terms<'_>) -> Draft {
        self.draft_of(self.lines(), records, terms)
    }

    /// What the next run would write to these customers alone, and what it would leave out.
    #[must_use]
    pub fn draft_of(&self, lines: &[Line], records: &impl Records, terms: Terms<'_>) -> Draft {
        let mut drafter = Drafter {
            survey: self,
            records,
            terms,
            draft: Draft::default(),
        };
        for line in lines {
            drafter.line(line);
        }
        drafter.draft.ops.sort_by(|a, b| order(a).cmp(&order(b)));
        drafter.draft
    }

    /// The records whose values a draft needs: those of pairs that differ and of those who are
    /// created.
    pub fn wanted(&self) -> impl Iterator<Item = RecordRef> {
        self.wanted_of(self.lines())
    }

    /// The records whose values a draft of these customers needs.
    pub fn wanted_of(&self, lines: &[Line]) -> impl Iterator<Item = RecordRef> {
        let is_wanted = |line: &&Line| match line.reason {
            Reason::Fields { copy, .. } => !copy.is_empty(),
            _ => matches!(line.status, Status::WillBeCreated(_)),
        };
        let wanted = lines.iter().filter(is_wanted);
        wanted.flat_map(|line| self.records(line))
    }

    /// What the archive may note without any write: pairs that are new to it, and fields in which
    /// both sides are the same, or were left different, without the archive knowing. Nothing twice.
    pub fn settled(&self) -> impl Iterator<Item = Commitment> {
        self.lines().iter().filter_map(|line| {
            let is_open = !matches!(line.status, Status::Ignored);
            self.settle(&self.pair(line).filter(|_| is_open)?)
        })
    }

    fn settle(&self, pair: &Pair<'_>) -> Option<Commitment> {
        let ids = pair.sketches.map(|_, sketch| sketch.id.clone());
        let key = self.inputs().key;
        let is_news = |fact: &Fact| {
            pair.agreement
                .is_none_or(|agreement| !agreement.holds(fact, key))
        };
        let facts = self
            .outcomes(pair)
            .filter(|(_, outcome)| matches!(outcome, Outcome::Agreed | Outcome::Apart))
            .filter_map(|(field, _)| self.fact(pair, field))
            .filter(is_news)
            .collect::<Vec<_>>();
        if facts.is_empty() && pair.agreement.is_some() {
            return None;
        }
        Some(Commitment {
            stamps: pair.sketches.map(|_, sketch| Some(sketch.stamp)),
            facts,
            ..Commitment::link(ids)
        })
    }

    fn fact(&self, pair: &Pair<'_>, field: Field) -> Option<Fact> {
        Some(match field {
            Field::Group => Fact::Group(pair.groups.map(|_, group| group.clone())),
            Field::Consent => Fact::Consent(pair.consents()),
            text => {
                let texts = pair
                    .sketches
                    .map(|_, sketch| sketch.texts.get(text).copied());
                let (pos, ecom) = (texts.pos?, texts.ecom?);
                Fact::Text(text, Sides { pos, ecom })
            }
        })
    }
}

/// Creates first, so that everybody is there; then what a record says; memberships last.
fn order(op: &Op) -> (u8, Side, &RecordId) {
    match op {
        Op::Create { on, source, .. } => (0, *on, source),
        Op::Update { on, id, .. } => (1, *on, id),
        Op::Move { id, .. } => (2, Side::Pos, id),
    }
}

struct Drafter<'a, R> {
    survey: &'a Survey<'a>,
    records: &'a R,
    terms: Terms<'a>,
    draft: Draft,
}

impl<R: Records> Drafter<'_, R> {
    fn line(&mut self, line: &Line) {
        match (line.status, line.reason) {
            (Status::Ignored, _) => {}
            (Status::WillBeCreated(on), reason) => self.create(line, on, reason == Reason::Asked),
            (_, Reason::Fields { copy, ask }) => {
                if let Some(pair) = self.survey.pair(line) {
                    self.note_questions(&pair, ask.iter());
                    if !copy.is_empty() {
                        self.update(&pair);
                    }
                }
            }
            _ => {}
        }
    }

    fn withhold(&mut self, side: Side, id: &RecordId, field: Option<Field>, because: Because) {
        let record = RecordRef {
            side,
            id: id.clone(),
        };
        self.draft.withheld.push(Withheld {
            record,
            field,
            because,
        });
    }

    fn note_questions(&mut self, pair: &Pair<'_>, asked: impl Iterator<Item = Field>) {
        for field in asked {
            if let Outcome::Ask(question) = self.survey.outcome(pair, field) {
                let id = &pair.sketches.pos.id;
                self.withhold(Side::Pos, id, Some(field), Because::Asked(question));
            }
        }
    }

    fn update(&mut self, pair: &Pair<'_>) {
        let Some(records) = self.at_hand(pair) else {
            let id = &pair.sketches.pos.id;
            self.withhold(Side::Pos, id, None, Because::NotAtHand);
            return;
        };
        for to in Side::BOTH {
            let mut edits = Vec::new();
            for (field, outcome) in self.survey.outcomes(pair) {
                if matches!(outcome, Outcome::Copy { to: on, .. } if on == to) {
                    match edit(to, field, &records, self.survey) {
                        Some(edit) => edits.push(edit),
                        None => {
                            let id = &pair.sketches.get(to).id;
                            self.withhold(to, id, Some(field), Because::NoCounterpart);
                        }
                    }
                }
            }
            let ids = pair.sketches.map(|_, sketch| sketch.id.clone());
            self.draft.ops.extend(op(to, ids, edits));
        }
    }

    /// Both records, if they are the ones that were surveyed. Two that are one person by their
    /// emails must have the same, digests aside.
    fn at_hand(&self, pair: &Pair<'_>) -> Option<Sides<Observed>> {
        let get = |side: Side| {
            let sketch = pair.sketches.get(side);
            let record = self.records.record(side, &sketch.id)?;
            (record.stamp == sketch.stamp).then_some(record)
        };
        let (pos, ecom) = (get(Side::Pos)?, get(Side::Ecom)?);
        let email = |record| canon::canonical(record, Field::Email);
        let is_one = pair.link != Link::Email || email(&pos) == email(&ecom);
        is_one.then_some(Sides { pos, ecom })
    }

    fn create(&mut self, line: &Line, on: Side, is_asked: bool) {
        let from = on.other();
        let sketch = line
            .places
            .get(from)
            .and_then(|place| self.survey.inputs().snapshots.get(from).at(place));
        let Some(sketch) = sketch else { return };
        let first_seen = self.terms.first_seen.get(&sketch.id).copied();
        let until = first_seen
            .unwrap_or(self.terms.now)
            .saturating_add(self.terms.grace);
        if !is_asked && self.terms.now < until {
            return self.withhold(from, &sketch.id, None, Because::Grace { until });
        }
        let record = self.records.record(from, &sketch.id);
        let Some(source) = record.filter(|record| record.stamp == sketch.stamp) else {
            return self.withhold(from, &sketch.id, None, Because::NotAtHand);
        };
        let code = (on == Side::Pos).then(|| customer::code_for(&source.id));
        let edits = self.new_values(on, &source);
        self.draft.ops.push(Op::Create {
            on,
            source: source.id,
            edits,
            code,
        });
    }

    /// The values of a new record: what is in scope and not blank. Consent is always said, so that
    /// no store's default says it for the person.
    fn new_values(&self, on: Side, source: &Observed) -> Vec<Edit> {
        let inputs = self.survey.inputs();
        let values = inputs.scope.iter().filter_map(|field| {
            let result = match field {
                Field::Consent => Value::Consent(consent::on_create(on, source.consent)),
                _ => across::carried(on, field, source, None, inputs.groups)?,
            };
            (result != Value::Blank).then(|| Edit {
                field,
                expected: Value::Blank,
                result,
                source: source.value(field),
            })
        });
        values.collect()
    }
}

fn edit(to: Side, field: Field, records: &Sides<Observed>, survey: &Survey<'_>) -> Option<Edit> {
    let (source, target) = (records.get(to.other()), records.get(to));
    Some(Edit {
        field,
        expected: target.value(field),
        result: across::carried(to, field, source, Some(target), survey.inputs().groups)?,
        source: source.value(field),
    })
}

/// The write that does these changes. A POS customer of whom only the group changes is moved, which
/// touches nothing else and is done for many at once.
fn op(to: Side, ids: Sides<RecordId>, mut edits: Vec<Edit>) -> Option<Op> {
    let (id, twin) = match to {
        Side::Pos => (ids.pos, ids.ecom),
        Side::Ecom => (ids.ecom, ids.pos),
    };
    let is_move = to == Side::Pos && matches!(&*edits, [only] if only.field == Field::Group);
    let last = edits.pop()?;
    if is_move {
        return Some(Op::Move {
            id,
            twin,
            edit: Box::new(last),
        });
    }
    edits.push(last);
    Some(Op::Update {
        on: to,
        id,
        twin,
        edits,
    })
}
