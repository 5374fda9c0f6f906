//! What a fresh reading says of a write: before it, whether it may be done; after it, what came of
//! it. The whole protection of other people's edits is here (invariant I7).

use crate::{
    Digest, DigestKey, Field, GroupId, Observed, Side, Sides, Value,
    archive::{Commitment, Fact, Wrote},
    canon,
    sync::{Edit, Op},
};

/// What is there now of the record that a write is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// The record; `None` if it is gone.
    Record(Option<Box<Observed>>),
    /// Everybody who has the email or the code of the record to be created.
    People(Vec<Observed>),
}

/// What a fresh reading says before a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// All is as expected: go on.
    Go,
    /// All is as it would be afterwards: nothing is to be written.
    Already(Box<Observed>),
    /// Something else is there: nothing is written.
    Stale,
}

/// What a fresh reading says after a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// It is done.
    Applied(Box<Observed>),
    /// It is done, and the store made something else of these fields.
    Altered(Box<Observed>, Vec<Field>),
    /// There are several of the record that was to be created.
    Doubled(usize),
    /// It is not done.
    Missing,
}

/// Whether the write may be done.
#[must_use]
pub fn before(op: &Op, fresh: &Fresh) -> Before {
    match fresh {
        Fresh::Record(None) => Before::Stale,
        Fresh::Record(Some(record)) => before_edit(op, record),
        Fresh::People(people) => match people.as_slice() {
            [] => Before::Go,
            [one] => Before::Already(Box::new(one.clone())),
            several => made_for(op, several)
                .map_or(Before::Stale, |one| Before::Already(Box::new(one.clone()))),
        },
    }
}

/// Whether the other side still has what a write takes from it: all of it for a new record, the
/// consent where that is raised. What else changed there comes with the next run.
#[must_use]
pub fn source_holds(op: &Op, fresh: &Fresh) -> bool {
    let Fresh::Record(Some(source)) = fresh else {
        return false;
    };
    let counts = |edit: &&Edit| op.target().is_none() || edit.field == Field::Consent;
    op.edits()
        .iter()
        .filter(counts)
        .all(|edit| source.value(edit.field) == edit.source)
}

fn before_edit(op: &Op, record: &Observed) -> Before {
    if op.edits().iter().all(|edit| has_result(edit, record)) {
        return Before::Already(Box::new(record.clone()));
    }
    let is_as_expected =
        |edit: &Edit| record.value(edit.field) == edit.expected || has_result(edit, record);
    if op.edits().iter().all(is_as_expected) {
        Before::Go
    } else {
        Before::Stale
    }
}

/// The one that carries the code of this very create.
fn made_for<'a>(op: &Op, people: &'a [Observed]) -> Option<&'a Observed> {
    let Op::Create {
        code: Some(code), ..
    } = op
    else {
        return None;
    };
    let mut made = people
        .iter()
        .filter(|one| one.reference.as_ref() == Some(code));
    made.next().filter(|_| made.next().is_none())
}

/// What came of the write. `was_done`: the store said that it was. Where what was there before is
/// there again all the same, the store keeps nothing else, or somebody put it back at once.
#[must_use]
pub fn after(op: &Op, fresh: &Fresh, was_done: bool) -> After {
    let found = match fresh {
        Fresh::Record(None) => return After::Missing,
        Fresh::Record(Some(record)) => &**record,
        Fresh::People(people) => match (people.as_slice(), made_for(op, people)) {
            ([], _) => return After::Missing,
            ([one], _) | (_, Some(one)) => one,
            (several, None) => return After::Doubled(several.len()),
        },
    };
    let found = Box::new(found.clone());
    let altered = op.edits().iter().filter(|edit| !has_result(edit, &found));
    let altered: Vec<Field> = altered.map(|edit| edit.field).collect();
    let nothing_done = || {
        let is_before = |edit: &Edit| found.value(edit.field) == edit.expected;
        op.target().is_some() && op.edits().iter().all(is_before)
    };
    if altered.is_empty() {
        After::Applied(found)
    } else if !was_done && nothing_done() {
        After::Missing
    } else {
        After::Altered(found, altered)
    }
}

/// Whether a record has what an edit makes, up to what a store may do to it: canonical forms for
/// texts, since a store fills in the parts of a name.
fn has_result(edit: &Edit, record: &Observed) -> bool {
    match edit.field {
        Field::Group | Field::Consent => record.value(edit.field) == edit.result,
        text => canon::canonical(record, text) == canon::of_value(text, &edit.result),
    }
}

/// What the archive notes once `found` was read back: what both sides have where the write came out
/// as intended, and for each such change what was there before. A field that came out otherwise is
/// open: nobody said that the two are to differ.
#[must_use]
pub fn commitment(op: &Op, found: &Observed, key: &DigestKey) -> Commitment {
    let ids = op.ids(found.id.clone());
    let mut stamps = Sides {
        pos: None,
        ecom: None,
    };
    *stamps.get_mut(op.side()) = Some(found.stamp);
    let facts = op.edits().iter().filter_map(|edit| {
        if has_result(edit, found) {
            fact(op.side(), edit, found, key)
        } else {
            Some(Fact::Open(edit.field))
        }
    });
    let made = op.edits().iter().filter(|edit| has_result(edit, found));
    let changed = made.filter(|_| op.target().is_some());
    Commitment {
        facts: facts.collect(),
        wrote: changed.map(|edit| wrote(op.side(), edit, key)).collect(),
        stamps,
        ids,
    }
}

/// The same where it may be that somebody else made the record that was to be created: nobody
/// decided that its consent is to differ. `is_own`: the store said that it made it.
#[must_use]
pub fn commitment_of_found(op: &Op, found: &Observed, is_own: bool, key: &DigestKey) -> Commitment {
    let mut noted = commitment(op, found, key);
    let is_own = is_own || made_for(op, std::slice::from_ref(found)).is_some();
    if op.target().is_none() && !is_own {
        let is_decided =
            |fact: &Fact| !matches!(fact, Fact::Consent(consents) if !consents.agree());
        noted.facts.retain(is_decided);
    }
    noted
}

fn fact(on: Side, edit: &Edit, found: &Observed, key: &DigestKey) -> Option<Fact> {
    Some(match (edit.field, &edit.source) {
        (Field::Group, Value::Group(source)) => {
            Fact::Group(sides(on, found.group.clone(), source.clone()))
        }
        (Field::Consent, Value::Consent(source)) => {
            Fact::Consent(sides(on, found.consent, *source))
        }
        (Field::Group | Field::Consent, _) => return None,
        (text, source) => {
            let there = key.digest(text, &canon::canonical(found, text));
            let source = digest_of(text, source, key);
            Fact::Text(text, sides(on, there, source))
        }
    })
}

fn wrote(on: Side, edit: &Edit, key: &DigestKey) -> Wrote {
    Wrote {
        field: edit.field,
        on,
        before: digest_of(edit.field, &edit.expected, key),
        source: digest_of(edit.field, &edit.source, key),
    }
}

fn digest_of(field: Field, value: &Value, key: &DigestKey) -> Digest {
    match value {
        Value::Group(GroupId(id)) => key.digest(field, id),
        Value::Consent(consent) => key.consent(*consent),
        text => key.digest(field, &canon::of_value(field, text)),
    }
}

const fn sides<T>(on: Side, there: T, source: T) -> Sides<T> {
    match on {
        Side::Pos => Sides {
            pos: there,
            ecom: source,
        },
        Side::Ecom => Sides {
            pos: source,
            ecom: there,
        },
    }
}
