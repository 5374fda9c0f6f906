//! What a person who is asked about a field has to know: what each answer would come to, and which
//! side changed. Nothing is decided here.

use super::{Pair, Survey};
use crate::{
    Field, Sides,
    archive::Base,
    decisions::{Answer, Choice},
    recon::{Outcome, Question},
};

impl Survey<'_> {
    /// What is asked about a field, if anything; an answer that leads to no write leaves it asked.
    #[must_use]
    pub fn question(&self, pair: &Pair<'_>, field: Field) -> Option<Question> {
        match self.outcome(pair, field) {
            Outcome::Ask(question) => Some(question),
            Outcome::Agreed | Outcome::Apart | Outcome::Copy { .. } => None,
        }
    }

    /// The answer about a field of a pair, to the values of now.
    #[must_use]
    pub fn answer(&self, pair: &Pair<'_>, field: Field) -> Option<&Answer> {
        let ids = pair.sketches.map(|_, sketch| &sketch.id);
        let decisions = self.inputs.decisions;
        decisions.find(ids, field, self.digests(pair, field))
    }

    /// What would follow for a field if a person chose this for it alone, with a reason where one is
    /// needed. Still a question where it cannot be done: an email that somebody else has there, a
    /// group that is not there.
    #[must_use]
    pub fn would(&self, pair: &Pair<'_>, field: Field, choice: Choice) -> Outcome {
        let unanswered = self.unanswered(pair, field);
        let Outcome::Ask(question) = unanswered else {
            return unanswered;
        };
        let answer = Answer {
            ids: pair.sketches.map(|_, sketch| sketch.id.clone()),
            field,
            seen: self.digests(pair, field),
            choice,
            in_bulk: false,
            evidence: Some("any reason".to_owned()),
        };
        self.possible(pair, field, answer.applied(question, pair.consents()))
    }

    /// Whether each side's value changed since both last agreed on the field; `None` where they never
    /// did, or where only what both had together is known.
    #[must_use]
    pub fn changed(&self, pair: &Pair<'_>, field: Field) -> Sides<Option<bool>> {
        let Some(agreement) = pair.agreement else {
            return Sides::default();
        };
        match field {
            Field::Group => pair.groups.map(|side, group| {
                let then = agreement.group.as_deref()?;
                Some(then.get(side) != group)
            }),
            Field::Consent => pair
                .consents()
                .map(|side, now| Some(*agreement.consent?.get(side) != now)),
            text => {
                let base = agreement.texts.get(text).copied().unwrap_or_default();
                let is_open = base == Base::open(self.inputs.key, text);
                self.digests(pair, text).map(|_, now| match base {
                    Base::Agreed(then) if !is_open => Some(now != then),
                    Base::Agreed(_) | Base::Never | Base::Apart(_) => None,
                })
            }
        }
    }
}
