//! The questions that wait for a person, the most important first. Which there are is the survey's
//! business; what one looks like, `card`'s; what is answered, `answers`'.

use std::collections::BTreeMap;

use tandem_core::{
    Field, RecordRef, Side,
    canon::text,
    decisions::Choice,
    recon::{Outcome, Question},
    show::Who,
    survey::{Line, Reason, Status, Survey},
};

use crate::book::Book;

/// A question: about a field of a customer, or about who or whether the customer is.
pub(super) type Topic = (RecordRef, Option<Field>);

/// All questions, in the order in which they are asked.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// The revision of the book that they are of.
    of: Option<u64>,
    all: Vec<Asked>,
    /// What was put off, by when.
    later: BTreeMap<Topic, u32>,
    /// How many may be answered alike.
    alike: BTreeMap<Alike, usize>,
}

/// A field, what is asked about it, and an answer that may stand for all who are asked the same.
type Alike = (Field, Question, Choice);

/// What can be chosen, in the order of its keys.
pub(super) const CHOICES: [Choice; 3] = [
    Choice::Use(Side::Pos),
    Choice::Use(Side::Ecom),
    Choice::KeepApart,
];

/// One question, with what decides when it is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Asked {
    /// After all others, if it was put off.
    later: u32,
    weight: u8,
    name: String,
    /// What is asked.
    topic: Topic,
    /// What is asked, and which of the [`CHOICES`] may be given to it together with others.
    in_bulk: Option<(Question, [bool; 3])>,
}

impl Asked {
    /// The answers that may be given to it together with others.
    fn alike(&self) -> impl Iterator<Item = Alike> {
        let told = self.topic.1.zip(self.in_bulk);
        let each = told.map(|(field, (question, may))| {
            let may = CHOICES.into_iter().zip(may).filter(|(_, may)| *may);
            may.map(move |(choice, _)| (field, question, choice))
        });
        each.into_iter().flatten()
    }
}

/// What a field is asked and how that may be answered together with others.
fn in_bulk(survey: &Survey<'_>, line: &Line, field: Field) -> Option<(Question, [bool; 3])> {
    let pair = survey.pair(line)?;
    let question = survey.question(&pair, field)?;
    let may = CHOICES.map(|choice| {
        question.may_be_answered_in_bulk(choice, pair.consents())
            && !matches!(survey.would(&pair, field, choice), Outcome::Ask(_))
    });
    may.contains(&true).then_some((question, may))
}

/// What a line asks.
pub(super) fn fields(line: &Line) -> Vec<Option<Field>> {
    match (line.status, line.reason) {
        (Status::Ignored, _) => Vec::new(),
        (_, Reason::Fields { ask, .. }) => ask.iter().map(Some).collect(),
        (Status::Ambiguous | Status::Gone, _) | (Status::NeedsGroup, Reason::NoSuchGroup) => {
            vec![None]
        }
        _ => Vec::new(),
    }
}

/// Consent before the group, before the email, before who and whether somebody is, before the name.
const fn weight(status: Status, field: Option<Field>) -> u8 {
    match (field, status) {
        (Some(Field::Consent), _) => 0,
        (Some(Field::Group), _) | (None, Status::NeedsGroup) => 1,
        (Some(Field::Email), _) => 2,
        (None, Status::Gone) => 4,
        (None, _) => 3,
        (Some(Field::Name), _) => 5,
        (Some(Field::Company | Field::Phone | Field::Address), _) => 6,
    }
}

impl Queue {
    /// Has the questions of the book as it is. Nothing is done where they are already.
    pub(super) fn look(&mut self, book: &Book, survey: &Survey<'_>) {
        if self.of == Some(book.revision) {
            return;
        }
        self.of = Some(book.revision);
        let mut all = Vec::new();
        for line in survey.lines() {
            self.ask(book, survey, line, &mut all);
        }
        all.sort_unstable();
        self.alike.clear();
        for alike in all.iter().flat_map(Asked::alike) {
            *self.alike.entry(alike).or_default() += 1;
        }
        self.all = all;
        let asked = |topic: &Topic| self.all.iter().any(|asked| asked.topic == *topic);
        let gone: Vec<Topic> = self.later.keys().filter(|of| !asked(of)).cloned().collect();
        for topic in gone {
            self.later.remove(&topic);
        }
    }

    fn ask(&self, book: &Book, survey: &Survey<'_>, line: &Line, into: &mut Vec<Asked>) {
        let fields = fields(line);
        if fields.is_empty() {
            return;
        }
        let Some(key) = survey.records(line).next() else {
            return;
        };
        let Who { key, name, email } = book.who(&key);
        let name = text::folded(&name.or(email).unwrap_or_default());
        for field in fields {
            let topic = (key.clone(), field);
            into.push(Asked {
                later: self.later.get(&topic).copied().unwrap_or_default(),
                weight: weight(line.status, field),
                name: name.clone(),
                in_bulk: field.and_then(|field| in_bulk(survey, line, field)),
                topic,
            });
        }
    }

    /// The questions of one customer anew: after a decision about that customer alone.
    pub(super) fn redo(&mut self, book: &Book, survey: &Survey<'_>, line: &Line) {
        let key = survey.records(line).next();
        let alike = &mut self.alike;
        self.all.retain(|asked| {
            let stays = Some(&asked.topic.0) != key.as_ref();
            for of in asked.alike().filter(|_| !stays) {
                if let Some(count) = alike.get_mut(&of) {
                    *count = count.saturating_sub(1);
                }
            }
            stays
        });
        let mut own = Vec::new();
        self.ask(book, survey, line, &mut own);
        for asked in own {
            for alike in asked.alike() {
                *self.alike.entry(alike).or_default() += 1;
            }
            self.insert(asked);
        }
        self.of = Some(book.revision);
    }

    fn insert(&mut self, asked: Asked) {
        let at = self.all.partition_point(|other| *other < asked);
        self.all.insert(at, asked);
    }

    /// Puts a question behind all others.
    pub(super) fn put_off(&mut self, topic: &Topic) {
        let last = self.later.values().max().copied().unwrap_or_default();
        let when = last.saturating_add(1);
        self.later.insert(topic.clone(), when);
        self.ask_when(topic, when);
    }

    /// Asks a question at its own time again.
    pub(super) fn put_back(&mut self, topic: &Topic) {
        self.later.remove(topic);
        self.ask_when(topic, 0);
    }

    fn ask_when(&mut self, topic: &Topic, later: u32) {
        if let Some(at) = self.place(topic) {
            let asked = self.all.remove(at);
            self.insert(Asked { later, ..asked });
        }
    }

    /// Where a question stands.
    pub(super) fn place(&self, topic: &Topic) -> Option<usize> {
        self.all.iter().position(|asked| asked.topic == *topic)
    }

    /// Where the first question about a customer stands.
    pub(super) fn first_of(&self, key: &RecordRef) -> Option<usize> {
        self.all.iter().position(|asked| asked.topic.0 == *key)
    }

    /// The question at this place, or the last one.
    pub(super) fn at(&self, place: usize) -> Option<&Topic> {
        let last = self.all.len().checked_sub(1)?;
        self.all.get(place.min(last)).map(|asked| &asked.topic)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    /// How many are asked this and may be answered so together.
    pub(super) fn count_alike(&self, alike: Alike) -> u32 {
        let count = self.alike.get(&alike).copied().unwrap_or_default();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The customers who are asked this and may be answered so together.
    pub(super) fn alike(&self, alike: Alike) -> impl Iterator<Item = &RecordRef> {
        let may = move |asked: &&Asked| asked.alike().any(|of| of == alike);
        self.all.iter().filter(may).map(|asked| &asked.topic.0)
    }
}
