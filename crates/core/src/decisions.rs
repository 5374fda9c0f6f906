//! What people decided, kept until it is done or no longer fits: an answer is to the very values
//! that were on screen, and is silent about others.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    Consent, Digest, Field, RecordId, RecordRef, Side, Sides,
    archive::Commitment,
    consent::ConsentQuestion,
    recon::{Outcome, Question, Why},
};

/// All decisions of one store pair.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// Records that are left alone.
    pub ignored: BTreeSet<RecordRef>,
    /// Records that are to be created on the other side though no rule does so by itself.
    pub create: BTreeSet<RecordRef>,
    /// Answers to questions, in order of the POS id.
    answers: BTreeMap<RecordId, Vec<Answer>>,
}

/// An answer about one field of one pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The pair.
    pub ids: Sides<RecordId>,
    /// The field.
    pub field: Field,
    /// Digests of the values that were on screen.
    pub seen: Sides<Digest>,
    /// What was chosen.
    pub choice: Choice,
    /// Whether it was given for many at once. Such an answer never raises consent.
    pub in_bulk: bool,
    /// What the person wrote down as the reason for raising consent.
    pub evidence: Option<String>,
}

/// What a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Both get what this side has.
    Use(Side),
    /// Each keeps what it has.
    KeepApart,
}

impl Decisions {
    /// Remembers an answer, in place of an earlier one about the same field of the same pair.
    pub fn answer(&mut self, answer: Answer) {
        self.withdraw(&answer.ids, answer.field);
        self.answers
            .entry(answer.ids.pos.clone())
            .or_default()
            .push(answer);
    }

    /// Takes an answer back; the question is asked again.
    pub fn withdraw(&mut self, ids: &Sides<RecordId>, field: Field) {
        let Some(answers) = self.answers.get_mut(&ids.pos) else {
            return;
        };
        answers.retain(|answer| !(answer.ids == *ids && answer.field == field));
        if answers.is_empty() {
            self.answers.remove(&ids.pos);
        }
    }

    /// Whether there is an answer that [`Self::noted`] would forget.
    #[must_use]
    pub fn awaits(&self, commitment: &Commitment) -> bool {
        let answers = self.answers.get(&commitment.ids.pos);
        let is_noted = |answer: &Answer| {
            let mut facts = commitment.facts.iter();
            answer.ids == commitment.ids && facts.any(|fact| fact.field() == answer.field)
        };
        answers.is_some_and(|answers| answers.iter().any(is_noted))
    }

    /// Forgets the answers to what the archive has noted since: they are done, or came to something
    /// else and are asked for again.
    pub fn noted(&mut self, commitment: &Commitment) {
        for fact in &commitment.facts {
            self.withdraw(&commitment.ids, fact.field());
        }
    }

    /// All answers, in order of the POS id.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.values().flatten()
    }

    /// The answer about a field of a pair, if it was given to these values.
    #[must_use]
    pub fn find(&self, ids: Sides<&RecordId>, field: Field, now: Sides<Digest>) -> Option<&Answer> {
        self.answers.get(ids.pos)?.iter().find(|answer| {
            answer.ids.ecom == *ids.ecom && answer.field == field && answer.seen == now
        })
    }

    /// The answer about a field of a pair, whatever values it was given to.
    #[must_use]
    pub fn given(&self, ids: &Sides<RecordId>, field: Field) -> Option<&Answer> {
        let answers = self.answers.get(&ids.pos)?;
        answers
            .iter()
            .find(|answer| answer.ids == *ids && answer.field == field)
    }

    /// Whether a record is left alone.
    #[must_use]
    pub fn is_ignored(&self, side: Side, id: &RecordId) -> bool {
        !self.ignored.is_empty()
            && self.ignored.contains(&RecordRef {
                side,
                id: id.clone(),
            })
    }

    /// Whether a person asked for a record to be created on the other side.
    #[must_use]
    pub fn is_to_be_created(&self, side: Side, id: &RecordId) -> bool {
        !self.create.is_empty()
            && self.create.contains(&RecordRef {
                side,
                id: id.clone(),
            })
    }
}

impl Answer {
    /// What follows from it in place of `question`; the question itself where the answer is not
    /// one to it.
    #[must_use]
    pub fn applied(&self, question: Question, consents: Sides<Consent>) -> Outcome {
        let copy = |from: Side| Outcome::Copy {
            to: from.other(),
            why: Why::Answered,
        };
        match (self.choice, question) {
            (Choice::KeepApart, _) => Outcome::Apart,
            (Choice::Use(from), Question::Consent(_)) => {
                let raises = *consents.get(from) != Consent::Denied;
                if raises && (self.in_bulk || !self.has_evidence()) {
                    return Outcome::Ask(question);
                }
                copy(from)
            }
            // A group that is not there cannot be joined.
            (Choice::Use(from), Question::NoSuchGroup { on }) if from == on => {
                Outcome::Ask(question)
            }
            (Choice::Use(from), _) => copy(from),
        }
    }

    fn has_evidence(&self) -> bool {
        self.evidence.as_deref().is_some_and(is_a_reason)
    }
}

/// How many letters a reason has at least.
const SHORTEST_REASON: usize = 3;

/// Whether a text can be the reason for raising consent: it has a word in it, so that no key meant
/// for something else is taken for one.
#[must_use]
pub fn is_a_reason(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_REASON
}

impl Question {
    /// Whether one answer may stand for every question like it (design section 6): towards
    /// `Denied`, and the named group against the default one. Never a raise of consent.
    #[must_use]
    pub fn may_be_answered_in_bulk(self, choice: Choice, consents: Sides<Consent>) -> bool {
        match (self, choice) {
            (Self::Consent(ConsentQuestion::NeverAgreed), Choice::Use(from)) => {
                *consents.get(from) == Consent::Denied
            }
            (Self::DefaultAgainstNamed { named }, Choice::Use(from)) => from == named,
            (Self::Consent(_) | Self::DefaultAgainstNamed { .. }, Choice::KeepApart) => true,
            _ => false,
        }
    }
}
