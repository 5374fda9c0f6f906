//! Answers: taken down in the vault before anybody is told that they were; undone one after the
//! other; listed and withdrawn for as long as they wait. Raising consent takes a reason and is never
//! done in bulk.

use tandem_core::{
    Fault, FaultKind, Field, RecordId, RecordRef, Side, Sides,
    decisions::{self, Answer, Choice, Decisions},
    recon::Outcome,
    show::{CardId, ReviewPage, Verdict},
    survey::{Line, Survey},
};

use super::{
    Desk,
    card::{raises, seen},
    inside::Inside,
    questions::Topic,
};
use crate::{Vault, book::keep};

/// An answer that was given in this session, and how to take it back.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// What was decided before, as far as it was changed.
    Decided(Vec<Before>),
    /// Two records were linked; whether a person had taken them apart before.
    Linked(Sides<RecordId>, bool),
    /// A pair was forgotten.
    Forgot(Sides<RecordId>),
    /// A question was put off.
    PutOff(Topic),
}

/// What was decided about one thing before an answer.
#[derive(Clone, Debug)]
pub(super) enum Before {
    /// An answer about a field, if there was one.
    Answer(Sides<RecordId>, Field, Option<Answer>),
    /// A record was not left alone.
    Heeded(RecordRef),
}

/// What a person says to a card.
#[derive(Clone, Debug)]
pub struct Said {
    /// The answer.
    pub verdict: Verdict,
    /// What was written down as the reason for raising consent.
    pub evidence: Option<String>,
    /// Whether all questions like it get the same answer.
    pub in_bulk: bool,
}

const STALE: FaultKind = FaultKind::Stale;

impl<V: Vault> Desk<V> {
    /// Answers a question, and gives the next.
    ///
    /// # Errors
    /// `Stale` where something else was on screen than is so now; `Busy` where who is who would be
    /// said while a run is open; `Bug` for an answer that is not offered; `NotKept`.
    pub async fn answer(&self, id: &CardId, said: Said) -> Result<ReviewPage, Fault> {
        let topic = (id.key.clone(), id.field);
        let mut guard = self.inside.lock().await;
        let shelf = &mut *guard;
        shelf.look();
        let place = shelf.review.queue.place(&topic).ok_or(Fault::of(STALE))?;
        shelf.expect(id)?;
        let given = match said.verdict.clone() {
            Verdict::Choose { choice } => self.choose(shelf, &topic, choice, &said).await?,
            Verdict::Ignore => self.ignore(shelf, &topic.0).await?,
            Verdict::Link { to } => self.link_as_answer(shelf, &topic.0, &to).await?,
            Verdict::Forget => self.forget_as_answer(shelf, &topic.0).await?,
            Verdict::Later => {
                shelf.review.queue.put_off(&topic);
                Given::PutOff(topic)
            }
            Verdict::Create => return Err(Fault::of(FaultKind::Bug)),
        };
        shelf.review.given.push(given);
        self.page_at(shelf, place).await
    }

    async fn choose(
        &self,
        shelf: &mut Inside,
        topic: &Topic,
        choice: Choice,
        said: &Said,
    ) -> Result<Given, Fault> {
        let lines = shelf.chosen(topic, choice, said)?;
        let field = topic.1.ok_or(Fault::of(FaultKind::Bug))?;
        let mut decisions = shelf.book.decisions.clone();
        let before = {
            let survey = shelf.book.survey().ok_or(Fault::of(STALE))?;
            let of_each = lines.iter().filter_map(|(_, line)| {
                let answer = answer(&survey, line, field, choice, said)?;
                let earlier = decisions.given(&answer.ids, field).cloned();
                let before = Before::Answer(answer.ids.clone(), field, earlier);
                decisions.answer(answer);
                Some(before)
            });
            of_each.collect()
        };
        self.decide_so(shelf, decisions, &lines).await?;
        Ok(Given::Decided(before))
    }

    async fn ignore(&self, shelf: &mut Inside, key: &RecordRef) -> Result<Given, Fault> {
        let found = shelf.find(key)?;
        let mut decisions = shelf.book.decisions.clone();
        decisions.ignored.insert(key.clone());
        self.decide_so(shelf, decisions, &[found]).await?;
        Ok(Given::Decided(vec![Before::Heeded(key.clone())]))
    }

    async fn link_as_answer(
        &self,
        shelf: &mut Inside,
        key: &RecordRef,
        to: &RecordRef,
    ) -> Result<Given, Fault> {
        self.is_free()?;
        let ids = pair_of(key, to)?;
        let was_apart = shelf.book.archive.is_unlinked(&ids.pos, &ids.ecom);
        keep::link(&self.vault, &mut shelf.book, ids.clone()).await?;
        shelf.look();
        Ok(Given::Linked(ids, was_apart))
    }

    async fn forget_as_answer(&self, shelf: &mut Inside, key: &RecordRef) -> Result<Given, Fault> {
        self.is_free()?;
        let found = shelf.book.archive.find(key.side, &key.id);
        let ids = found.map(|found| found.ids.clone());
        let ids = ids.ok_or(Fault::of(STALE))?;
        keep::forget(&self.vault, &mut shelf.book, key).await?;
        shelf.look();
        Ok(Given::Forgot(ids))
    }

    /// Keeps decisions, and has those customers looked at again whom they are about: for a few of
    /// them nobody else is.
    pub(super) async fn decide_so(
        &self,
        shelf: &mut Inside,
        decisions: Decisions,
        about: &[(usize, Line)],
    ) -> Result<(), Fault> {
        keep::save_decisions(&self.vault, &mut shelf.book, decisions).await?;
        let only = match about {
            [(at, line)] => Some(*at).zip(shelf.records_of(line).into_iter().next()),
            _ => None,
        };
        if let Some((at, key)) = only {
            shelf.redo(at, &key);
        } else {
            shelf.book.changed();
            shelf.look();
        }
        Ok(())
    }

    /// Takes the last answer of this session back, and asks its question again.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub async fn undo_answer(&self) -> Result<ReviewPage, Fault> {
        let mut guard = self.inside.lock().await;
        let shelf = &mut *guard;
        shelf.look();
        let Some(given) = shelf.review.given.last().cloned() else {
            return self.page_at(shelf, 0).await;
        };
        let topic = match given {
            Given::PutOff(topic) => {
                shelf.review.queue.put_back(&topic);
                Some(topic)
            }
            Given::Linked(ids, was_apart) => {
                self.is_free()?;
                let key = of_pos(&ids);
                if was_apart {
                    keep::unlink(&self.vault, &mut shelf.book, ids).await?;
                } else {
                    keep::forget(&self.vault, &mut shelf.book, &key).await?;
                }
                Some((key, None))
            }
            Given::Forgot(ids) => {
                self.is_free()?;
                let key = of_pos(&ids);
                keep::link(&self.vault, &mut shelf.book, ids).await?;
                Some((key, None))
            }
            Given::Decided(before) => self.undecide(shelf, before).await?,
        };
        shelf.look();
        shelf.review.given.pop();
        let place = topic.and_then(|topic| shelf.review.queue.place(&topic));
        self.page_at(shelf, place.unwrap_or_default()).await
    }

    async fn undecide(
        &self,
        shelf: &mut Inside,
        before: Vec<Before>,
    ) -> Result<Option<Topic>, Fault> {
        let mut decisions = shelf.book.decisions.clone();
        let (mut topics, mut about) = (Vec::new(), Vec::new());
        for one in before {
            let topic = match one {
                Before::Answer(ids, field, earlier) => {
                    decisions.withdraw(&ids, field);
                    if let Some(earlier) = earlier {
                        decisions.answer(earlier);
                    }
                    (of_pos(&ids), Some(field))
                }
                Before::Heeded(key) => {
                    decisions.ignored.remove(&key);
                    (key, None)
                }
            };
            about.extend(shelf.find(&topic.0).ok());
            topics.push(topic);
        }
        self.decide_so(shelf, decisions, &about).await?;
        Ok(topics.into_iter().next())
    }
}

impl Inside {
    /// The line of a customer.
    pub(super) fn find(&self, key: &RecordRef) -> Result<(usize, Line), Fault> {
        let survey = self.book.survey().ok_or(Fault::of(STALE))?;
        let at = self.book.line_of(key).ok_or(Fault::of(STALE))?;
        let line = survey.lines().get(at).ok_or(Fault::of(STALE))?;
        Ok((at, *line))
    }

    /// That a card is still what was on screen.
    fn expect(&self, id: &CardId) -> Result<(), Fault> {
        let (_, line) = self.find(&id.key)?;
        let survey = self.book.survey().ok_or(Fault::of(STALE))?;
        if seen(&self.book, &survey, &line, id.field) == id.seen {
            Ok(())
        } else {
            Err(Fault::of(STALE))
        }
    }

    /// Whom a choice is for: the one, or all who may be answered like it.
    fn chosen(
        &self,
        topic: &Topic,
        choice: Choice,
        said: &Said,
    ) -> Result<Vec<(usize, Line)>, Fault> {
        let bug = || Fault::of(FaultKind::Bug);
        let field = topic.1.ok_or_else(bug)?;
        let (at, line) = self.find(&topic.0)?;
        let survey = self.book.survey().ok_or(Fault::of(STALE))?;
        let pair = survey.pair(&line).ok_or_else(bug)?;
        let question = survey.question(&pair, field).ok_or(Fault::of(STALE))?;
        if matches!(survey.would(&pair, field, choice), Outcome::Ask(_)) {
            return Err(bug());
        }
        let has_reason = said.evidence.as_deref().is_some_and(decisions::is_a_reason);
        let is_raised = raises(&pair, field, choice);
        if is_raised && (said.in_bulk || !has_reason) {
            return Err(bug());
        }
        if !said.in_bulk {
            return Ok(vec![(at, line)]);
        }
        if !question.may_be_answered_in_bulk(choice, pair.consents()) {
            return Err(bug());
        }
        let alike = self.review.queue.alike((field, question, choice));
        let alike = alike.filter_map(|key| self.find(key).ok());
        Ok(alike.collect())
    }
}

fn answer(
    survey: &Survey<'_>,
    line: &Line,
    field: Field,
    choice: Choice,
    said: &Said,
) -> Option<Answer> {
    let pair = survey.pair(line)?;
    Some(Answer {
        ids: pair.sketches.map(|_, sketch| sketch.id.clone()),
        field,
        seen: survey.digests(&pair, field),
        choice,
        in_bulk: said.in_bulk,
        evidence: said.evidence.clone(),
    })
}

pub(super) fn of_pos(ids: &Sides<RecordId>) -> RecordRef {
    RecordRef {
        side: Side::Pos,
        id: ids.pos.clone(),
    }
}

/// The ids of two records of different sides.
pub(super) fn pair_of(one: &RecordRef, other: &RecordRef) -> Result<Sides<RecordId>, Fault> {
    if one.side == other.side {
        return Err(Fault::of(FaultKind::Bug));
    }
    let (pos, ecom) = match one.side {
        Side::Pos => (one, other),
        Side::Ecom => (other, one),
    };
    Ok(Sides {
        pos: pos.id.clone(),
        ecom: ecom.id.clone(),
    })
}
