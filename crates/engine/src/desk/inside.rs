//! What a desk has in memory, behind one lock: the book and what was made of it. Nothing here waits
//! for anything.

use tandem_core::{Observed, RecordRef, Side, Sides, show::Suggested, survey::Line};

use super::{
    answers::Given,
    preview::Made,
    questions::{Queue, Topic},
    twins::Clued,
};
use crate::book::Book;

/// The book, and what was made of it.
#[derive(Debug)]
pub(super) struct Inside {
    pub(super) book: Book,
    pub(super) review: Review,
    /// The preview that was made last.
    pub(super) made: Option<Made>,
    /// What likely twins are found by.
    pub(super) clued: Sides<Option<Clued>>,
}

/// Where the review stands.
#[derive(Debug, Default)]
pub(super) struct Review {
    pub(super) queue: Queue,
    /// What was answered in this session, to be undone one after the other.
    pub(super) given: Vec<Given>,
}

impl Inside {
    pub(super) fn new(book: Book) -> Self {
        Self {
            book,
            review: Review::default(),
            made: None,
            clued: Sides::default(),
        }
    }

    /// Looks at everybody and at what is asked, unless that is known.
    pub(super) fn look(&mut self) {
        self.book.look();
        let Self { book, review, .. } = self;
        if let Some(survey) = book.survey() {
            review.queue.look(book, &survey);
        }
    }

    /// Looks at one customer again, after a decision about that customer alone.
    pub(super) fn redo(&mut self, at: usize, key: &RecordRef) {
        self.book.redo(key);
        let Self { book, review, .. } = self;
        let Some(survey) = book.survey() else { return };
        if let Some(line) = survey.lines().get(at) {
            review.queue.redo(book, &survey, line);
        }
    }

    /// What is asked at a place, and whom it is about.
    pub(super) fn asked_at(&self, place: usize) -> Option<(Topic, Line)> {
        let topic = self.review.queue.at(place)?.clone();
        let (_, line) = self.find(&topic.0).ok()?;
        Some((topic, line))
    }
}

/// A customer's records and those who may be the same person.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) records: Sides<Option<Observed>>,
    pub(super) candidates: Vec<Suggested>,
}

impl Around {
    /// The one record of a customer who has one.
    pub(super) fn only(&self) -> Option<(Side, &Observed)> {
        match (&self.records.pos, &self.records.ecom) {
            (Some(pos), None) => Some((Side::Pos, pos)),
            (None, Some(ecom)) => Some((Side::Ecom, ecom)),
            _ => None,
        }
    }
}
