//! The answers that were given and wait for the next run, and the lasting decisions: listed, and
//! withdrawn one by one.

use std::cmp::Reverse;

use tandem_core::{
    Fault, Field, RecordId, RecordRef, Sides,
    decisions::Decisions,
    show::{Answers, GivenAnswer, Verdict},
};

use super::{Desk, answers::of_pos, inside::Inside};
use crate::Vault;

/// How many are listed after one was withdrawn.
const LISTED: u32 = 50;

impl<V: Vault> Desk<V> {
    /// The answers that wait for the next run, and the lasting ones; the latest first.
    pub async fn answers(&self, from: u32, count: u32) -> Answers {
        let mut guard = self.inside.lock().await;
        let shelf = &mut *guard;
        shelf.look();
        shelf.answers(from, count)
    }

    /// Takes an answer, or a lasting decision, back. Says what is left of them.
    ///
    /// # Errors
    /// `NotKept`.
    pub async fn withdraw(&self, key: &RecordRef, field: Option<Field>) -> Result<Answers, Fault> {
        let mut guard = self.inside.lock().await;
        let shelf = &mut *guard;
        shelf.look();
        let mut decisions = shelf.book.decisions.clone();
        match field {
            Some(field) => {
                let all = decisions.answers().filter(|answer| answer.field == field);
                let own = all.filter(|answer| answer.ids.get(key.side) == &key.id);
                let own: Vec<Sides<RecordId>> = own.map(|answer| answer.ids.clone()).collect();
                own.iter().for_each(|ids| decisions.withdraw(ids, field));
            }
            None => shelf.without(&mut decisions, key),
        }
        let about: Vec<_> = shelf.find(key).into_iter().collect();
        self.decide_so(shelf, decisions, &about).await?;
        Ok(shelf.answers(0, LISTED))
    }
}

impl Inside {
    /// Decisions without what was said of a customer as a whole.
    pub(super) fn without(&self, decisions: &mut Decisions, key: &RecordRef) {
        let mut records = vec![key.clone()];
        if let (Some(survey), Ok((_, line))) = (self.book.survey(), self.find(key)) {
            records.extend(survey.records(&line));
        }
        for record in records {
            decisions.ignored.remove(&record);
            decisions.create.remove(&record);
        }
    }

    fn answers(&self, from: u32, count: u32) -> Answers {
        let decisions = &self.book.decisions;
        let [from, count] = [from, count].map(|of| usize::try_from(of).unwrap_or(usize::MAX));
        let fields = decisions.answers().map(|answer| {
            let verdict = Verdict::Choose {
                choice: answer.choice,
            };
            (
                of_pos(&answer.ids),
                Some(answer.field),
                verdict,
                answer.in_bulk,
            )
        });
        let lasting = |of: &RecordRef, verdict| (of.clone(), None, verdict, false);
        let ignored = decisions.ignored.iter();
        let created = decisions.create.iter();
        let wholes = ignored
            .map(|of| lasting(of, Verdict::Ignore))
            .chain(created.map(|of| lasting(of, Verdict::Create)));
        let mut all: Vec<_> = fields.chain(wholes).collect();
        // Those that were given at once stay in order of their ids.
        all.sort_by_cached_key(|(key, field, ..)| {
            Reverse(self.book.turns.of(&(key.clone(), *field)))
        });
        let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let window = all.into_iter().skip(from).take(count);
        let given = window.map(|(key, field, verdict, in_bulk)| GivenAnswer {
            who: self.book.who(&key),
            field,
            verdict,
            in_bulk,
        });
        Answers {
            total,
            given: given.collect(),
        }
    }
}
