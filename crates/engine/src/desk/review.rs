//! The review: one question after the other. What a card looks like is `card`'s, what an answer does
//! is `answers`'.

use tandem_core::{
    Fault, Observed, RecordRef, Side, Sides,
    show::{CardId, ReviewPage},
    survey::{Line, Status},
    sync::Records,
};

use super::{
    Desk,
    card::{self, Behind},
    inside::{Around, Inside},
};
use crate::{Vault, book::reader};

impl<V: Vault> Desk<V> {
    /// The question after or before `at`, or the first one. At either end it stays where it is.
    ///
    /// # Errors
    /// Those of the vault that the records are in.
    pub async fn review(&self, at: Option<&CardId>, step: i8) -> Result<ReviewPage, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        inside.look();
        let place = at.and_then(|at| inside.review.queue.place(&(at.key.clone(), at.field)));
        let place = place.map_or(0, |place| place.saturating_add_signed(step.into()));
        self.page_at(inside, place).await
    }

    /// The first question about a customer; the first of all where nothing is asked about that one.
    ///
    /// # Errors
    /// Those of the vault that the records are in.
    pub async fn review_of(&self, key: &RecordRef) -> Result<ReviewPage, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        inside.look();
        let line = inside.find(key).ok().map(|(_, line)| line);
        let records = line
            .map(|line| inside.records_of(&line))
            .unwrap_or_default();
        let queue = &inside.review.queue;
        let place = records.iter().find_map(|record| queue.first_of(record));
        self.page_at(inside, place.unwrap_or_default()).await
    }

    /// The page of a question by its place; the last one where there are fewer.
    pub(super) async fn page_at(
        &self,
        inside: &mut Inside,
        place: usize,
    ) -> Result<ReviewPage, Fault> {
        let decisions = &inside.book.decisions;
        let answered = decisions.answers().count() + decisions.create.len();
        let mut page = ReviewPage {
            revision: inside.book.revision,
            left: u32::try_from(inside.review.queue.len()).unwrap_or(u32::MAX),
            answered: u32::try_from(answered).unwrap_or(u32::MAX),
            can_undo: !inside.review.given.is_empty(),
            card: None,
        };
        let Some((topic, line)) = inside.asked_at(place) else {
            return Ok(page);
        };
        let Around {
            records,
            candidates,
        } = self
            .around(inside, &line, line.status == Status::Ambiguous)
            .await?;
        let Inside { book, review, .. } = inside;
        let Some(survey) = book.survey() else {
            return Ok(page);
        };
        let behind = Behind {
            book,
            survey: &survey,
            queue: &review.queue,
            records,
            candidates,
        };
        page.card = card::card(&behind, &topic).map(Box::new);
        Ok(page)
    }

    /// A record as it was last read, if it is at hand.
    pub(super) async fn record(
        &self,
        inside: &Inside,
        of: &RecordRef,
    ) -> Result<Option<Observed>, Fault> {
        let found = reader::records(&self.vault, &inside.book, [of.clone()]).await?;
        Ok(found.record(of.side, &of.id))
    }

    /// A customer's records, and who may be the same person if that is asked for.
    pub(super) async fn around(
        &self,
        inside: &mut Inside,
        line: &Line,
        with_candidates: bool,
    ) -> Result<Around, Fault> {
        let mut around = Around::default();
        for record in inside.records_of(line) {
            let found = self.record(inside, &record).await?;
            *around.records.get_mut(record.side) = found;
        }
        if let (true, Some((side, record))) = (with_candidates, around.only()) {
            let record = record.clone();
            around.candidates = self.twins_of(inside, side, &record).await?;
        }
        Ok(around)
    }
}

/// The sides in which a line has a record.
pub(super) fn is_on(line: &Line) -> Sides<bool> {
    Sides::from_fn(|side: Side| line.places.get(side).is_some())
}
