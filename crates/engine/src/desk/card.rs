//! What a question looks like: both sides' values, what changed, and what can be answered. There is
//! no default. What is answered is not done here.

use tandem_core::{
    Consent, DigestKey, Field, Observed, RecordRef, Side, Sides,
    decisions::Choice,
    recon::{Outcome, Question},
    show::{About, Card, CardId, CardSide, Offer, Suggested, Verdict},
    survey::{Line, Pair, Reason, Status, Survey},
};

use super::questions::{CHOICES, Queue, Topic};
use crate::book::Book;

/// What a question is shown with.
pub(super) struct Behind<'a> {
    pub(super) book: &'a Book,
    pub(super) survey: &'a Survey<'a>,
    pub(super) queue: &'a Queue,
    /// The two records, where they are at hand.
    pub(super) records: Sides<Option<Observed>>,
    /// Who it may be.
    pub(super) candidates: Vec<Suggested>,
}

/// A keyed digest of a text: tells whether something is still what was on screen.
pub(super) fn seal(key: &DigestKey, text: &str) -> u64 {
    key.digest(Field::Name, text).number()
}

/// What is on screen of a question, in one number: the question, both values, and who may be meant.
pub(super) fn seen(book: &Book, survey: &Survey<'_>, line: &Line, field: Option<Field>) -> u64 {
    let mut text = format!("{field:?} {:?} {:?}", line.status, line.reason);
    let ids: Vec<RecordRef> = survey.records(line).collect();
    text += &format!(" {ids:?}");
    if let (Some(field), Some(pair)) = (field, survey.pair(line)) {
        let digests = survey.digests(&pair, field);
        let question = survey.question(&pair, field);
        let changed = survey.changed(&pair, field);
        text += &format!(" {question:?} {digests:?} {changed:?}");
    }
    seal(&book.key, &text)
}

/// A question as it is shown; `None` where the customer is no longer asked it.
pub(super) fn card(behind: &Behind<'_>, topic: &Topic) -> Option<Card> {
    let Behind { book, survey, .. } = *behind;
    let at = book.line_of(&topic.0)?;
    let line = survey.lines().get(at)?;
    let id = CardId {
        key: topic.0.clone(),
        field: topic.1,
        seen: seen(book, survey, line, topic.1),
    };
    let about = about(behind, line, topic.1)?;
    let offers = match (&about, survey.pair(line)) {
        (About::Field { field, question }, Some(pair)) => {
            of_field(behind, &pair, *field, *question)
        }
        (About::Field { .. }, None) => Vec::new(),
        (About::Person { candidates, .. }, _) => {
            let links = candidates.iter().map(|one| Verdict::Link {
                to: one.who.key.clone(),
            });
            links.chain([Verdict::Ignore]).map(plain).collect()
        }
        (About::Gone { .. }, _) => vec![plain(Verdict::Forget), plain(Verdict::Ignore)],
        (About::LacksGroup { .. }, _) => vec![plain(Verdict::Ignore)],
    };
    Some(Card {
        who: book.who(&topic.0),
        sides: sides(behind, line, topic.1),
        id,
        about,
        offers,
    })
}

fn about(behind: &Behind<'_>, line: &Line, field: Option<Field>) -> Option<About> {
    let survey = behind.survey;
    if let Some(field) = field {
        let question = survey.question(&survey.pair(line)?, field)?;
        return Some(About::Field { field, question });
    }
    match (line.status, line.reason) {
        (Status::Ambiguous, Reason::Ambiguity(why)) => Some(About::Person {
            why,
            candidates: behind.candidates.clone(),
        }),
        (Status::Gone, Reason::On(on)) => Some(About::Gone { on }),
        (Status::NeedsGroup, Reason::NoSuchGroup) => {
            let side = alone_on(line)?;
            let snapshot = survey.inputs().snapshots.get(side);
            let sketch = (*line.places.get(side)).and_then(|place| snapshot.at(place))?;
            let title = behind.book.title(side, snapshot.group(sketch)?);
            Some(About::LacksGroup {
                on: side.other(),
                title: title.map(str::to_owned),
            })
        }
        _ => None,
    }
}

/// The side that alone has a record of a line.
pub(super) fn alone_on(line: &Line) -> Option<Side> {
    match (line.places.pos, line.places.ecom) {
        (Some(_), None) => Some(Side::Pos),
        (None, Some(_)) => Some(Side::Ecom),
        _ => None,
    }
}

fn sides(behind: &Behind<'_>, line: &Line, field: Option<Field>) -> Sides<CardSide> {
    let pair = behind.survey.pair(line);
    let changed = match (&pair, field) {
        (Some(pair), Some(field)) => behind.survey.changed(pair, field),
        _ => Sides::default(),
    };
    Sides::from_fn(|side| {
        let record = behind.records.get(side).as_ref();
        let value = record.zip(field);
        CardSide {
            is_there: line.places.get(side).is_some(),
            value: value.map_or_else(Default::default, |(record, field)| {
                behind.book.shown(side, &record.value(field))
            }),
            changed: *changed.get(side),
            changed_at: record.and_then(|record| record.changed_at),
            name: record
                .map(|record| record.name.to_string())
                .filter(|name| !name.is_empty()),
            email: record.and_then(|record| record.email.clone()),
        }
    })
}

const fn plain(verdict: Verdict) -> Offer {
    Offer {
        verdict,
        needs_evidence: false,
        moves_sign_in: false,
        in_bulk: 0,
    }
}

/// Whether a choice about a field raises consent, so that it is given singly and with a reason.
pub(super) fn raises(pair: &Pair<'_>, field: Field, choice: Choice) -> bool {
    match choice {
        Choice::Use(from) => {
            field == Field::Consent && *pair.consents().get(from) != Consent::Denied
        }
        Choice::KeepApart => false,
    }
}

/// What can be answered about a field: what cannot be done is left out.
fn of_field(behind: &Behind<'_>, pair: &Pair<'_>, field: Field, question: Question) -> Vec<Offer> {
    let survey = behind.survey;
    let possible = CHOICES
        .into_iter()
        .filter(|choice| !matches!(survey.would(pair, field, *choice), Outcome::Ask(_)));
    let offers = possible.map(|choice| Offer {
        verdict: Verdict::Choose { choice },
        needs_evidence: raises(pair, field, choice),
        moves_sign_in: field == Field::Email && choice == Choice::Use(Side::Pos),
        // What many are asked may lower the one and raise the other.
        in_bulk: if question.may_be_answered_in_bulk(choice, pair.consents()) {
            behind.queue.count_alike((field, question, choice))
        } else {
            0
        },
    });
    offers.collect()
}
