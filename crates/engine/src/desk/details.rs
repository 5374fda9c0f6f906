//! One customer with everything that is known, and what a person can do with it.

use tandem_core::{
    Fault, FaultKind, Field, Observed, RecordRef, Side, Sides,
    decisions::Decisions,
    recon::Outcome,
    show::{CustomerDeed, Deed, Details, FieldLine, FieldState, Shown},
    survey::{Line, Pair, Reason, Status, Survey},
};

use super::{
    Desk,
    answers::pair_of,
    card::alone_on,
    inside::{Around, Inside},
    questions,
};
use crate::{
    Vault,
    book::{Book, keep},
};

impl<V: Vault> Desk<V> {
    /// One customer with everything that is known.
    ///
    /// # Errors
    /// `Stale` where there is no such customer any more; those of the vault.
    pub async fn details(&self, key: &RecordRef) -> Result<Details, Fault> {
        let mut guard = self.inside.lock().await;
        self.details_of(&mut guard, key).await
    }

    async fn details_of(&self, inside: &mut Inside, key: &RecordRef) -> Result<Details, Fault> {
        inside.look();
        let (at, line) = inside.find(key)?;
        let around = self.around(inside, &line, may_be_linked(&line)).await?;
        let survey = inside.book.survey().ok_or(Fault::of(FaultKind::Stale))?;
        let Around {
            records,
            candidates,
        } = around;
        let pair = survey.pair(&line);
        Ok(Details {
            row: inside.book.row(at).ok_or(Fault::of(FaultKind::Stale))?,
            link: pair.map(|pair| pair.link),
            fields: fields(&inside.book, &survey, &line, &records),
            changed_at: records.map(|_, record| record.and_then(|record| record.changed_at)),
            suggestions: candidates,
            deeds: deeds(&inside.book, &survey, &line),
        })
    }

    /// Does something with one customer.
    ///
    /// # Errors
    /// `Busy` where who is who would be said while a run is open; `Stale` where it does not fit the
    /// customer any more; `NotKept`.
    pub async fn decide(&self, key: &RecordRef, deed: CustomerDeed) -> Result<Details, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        inside.look();
        let found = inside.find(key)?;
        let stale = || Fault::of(FaultKind::Stale);
        let mut decisions = inside.book.decisions.clone();
        match deed {
            CustomerDeed::Link { to } => {
                self.is_free()?;
                keep::link(&self.vault, &mut inside.book, pair_of(key, &to)?).await?;
                return self.details_of(inside, key).await;
            }
            CustomerDeed::Unlink => {
                self.is_free()?;
                let ids = inside.ids(&found.1).ok_or_else(stale)?;
                keep::unlink(&self.vault, &mut inside.book, ids).await?;
                return self.details_of(inside, key).await;
            }
            CustomerDeed::Forget => {
                self.is_free()?;
                if found.1.status != Status::Gone {
                    return Err(stale());
                }
                keep::forget(&self.vault, &mut inside.book, key).await?;
                return self.details_of(inside, key).await;
            }
            CustomerDeed::Create => {
                let side = alone_on(&found.1).ok_or_else(stale)?;
                let records = inside.records_of(&found.1).into_iter();
                decisions
                    .create
                    .extend(records.filter(|one| one.side == side));
            }
            CustomerDeed::Ignore => drop(decisions.ignored.insert(key.clone())),
            CustomerDeed::DoNotCreate => {
                each(inside, &found.1, &mut decisions, |all| &mut all.create)
            }
            CustomerDeed::Heed => each(inside, &found.1, &mut decisions, |all| &mut all.ignored),
        }
        self.decide_so(inside, decisions, &[found]).await?;
        self.details_of(inside, key).await
    }
}

/// Takes the records of a line out of a set of decisions.
fn each(
    inside: &Inside,
    line: &Line,
    decisions: &mut Decisions,
    of: impl Fn(&mut Decisions) -> &mut std::collections::BTreeSet<RecordRef>,
) {
    for record in inside.records_of(line) {
        of(decisions).remove(&record);
    }
}

impl Inside {
    /// The records of a line.
    pub(super) fn records_of(&self, line: &Line) -> Vec<RecordRef> {
        let survey = self.book.survey();
        survey.map_or_else(Vec::new, |survey| survey.records(line).collect())
    }

    /// The ids of a pair.
    fn ids(&self, line: &Line) -> Option<Sides<tandem_core::RecordId>> {
        let survey = self.book.survey()?;
        let pair = survey.pair(line)?;
        Some(pair.sketches.map(|_, sketch| sketch.id.clone()))
    }
}

/// Whether a record of the other side may be said to be the same person.
const fn may_be_linked(line: &Line) -> bool {
    let is_alone = line.places.pos.is_none() || line.places.ecom.is_none();
    is_alone && !matches!(line.status, Status::Gone | Status::NotRead)
}

fn fields(
    book: &Book,
    survey: &Survey<'_>,
    line: &Line,
    records: &Sides<Option<Observed>>,
) -> Vec<FieldLine> {
    let pair = survey.pair(line);
    let of_each = Field::ALL.into_iter().map(|field| FieldLine {
        field,
        values: Sides::from_fn(|side: Side| {
            let record = records.get(side).as_ref();
            record.map_or(Shown::Blank, |record| {
                book.shown(side, &record.value(field))
            })
        }),
        state: state(book, survey, pair.as_ref(), field),
    });
    of_each.collect()
}

fn state(book: &Book, survey: &Survey<'_>, pair: Option<&Pair<'_>>, field: Field) -> FieldState {
    if !book.scope.has(field) {
        return FieldState::OutOfScope;
    }
    let Some(pair) = pair else {
        return FieldState::Alone;
    };
    match survey.outcome(pair, field) {
        Outcome::Agreed => FieldState::Same,
        Outcome::Apart => FieldState::LeftDifferent,
        Outcome::Copy { to, why } => FieldState::WillCopy { to, why },
        Outcome::Ask(question) => FieldState::Asked {
            question,
            answer: survey.answer(pair, field).map(|answer| answer.choice),
        },
    }
}

fn deeds(book: &Book, survey: &Survey<'_>, line: &Line) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let is_written = match (line.status, line.reason) {
        (Status::Ignored, _) => false,
        (Status::WillBeCreated(_), _) => true,
        (_, Reason::Fields { copy, .. }) => !copy.is_empty(),
        _ => false,
    };
    let has_wish = survey
        .records(line)
        .any(|record| book.decisions.create.contains(&record));
    let may_wish = matches!(line.status, Status::WaitsForOrder | Status::AddByHand) && !has_wish;
    let is_pair = line.places.pos.is_some() && line.places.ecom.is_some();
    let is_ignored = line.status == Status::Ignored;
    let create = alone_on(line).map(|side| Deed::Create { on: side.other() });
    deeds.extend(is_written.then_some(Deed::SyncNow));
    deeds.extend((!questions::fields(line).is_empty()).then_some(Deed::Review));
    deeds.extend(create.filter(|_| may_wish));
    deeds.extend(has_wish.then_some(Deed::DoNotCreate));
    deeds.extend((may_be_linked(line) && !is_ignored).then_some(Deed::Link));
    deeds.extend((is_pair && !is_ignored).then_some(Deed::Unlink));
    deeds.push(if is_ignored { Deed::Heed } else { Deed::Ignore });
    deeds.extend((line.status == Status::Gone).then_some(Deed::Forget));
    deeds
}
