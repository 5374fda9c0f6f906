//! In which order decisions were made, so that they can be listed with the latest first. Beside the
//! decisions and not in them: nothing but the list asks for it, and decisions that were kept before
//! there were turns come last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tandem_core::{
    Field, RecordRef, Side,
    decisions::{Answer, Decisions},
};

/// What a decision is about: the POS record of an answer, or the record that it names, and the
/// field; `None` for the customer as a whole.
pub type About = (RecordRef, Option<Field>);

/// The turn of each decision: a later one has a greater number, and those that were made at once
/// have one number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    last: u64,
    of_each: BTreeMap<About, u64>,
}

impl Turns {
    /// When this was decided; 0 where that is not known.
    #[must_use]
    pub fn of(&self, about: &About) -> u64 {
        self.of_each.get(about).copied().unwrap_or_default()
    }

    /// The turns after `before` became `after`: what is new, or other than it was, has the next.
    #[must_use]
    pub(super) fn after(&self, before: &Decisions, after: &Decisions) -> Self {
        let next = self.last.saturating_add(1);
        let answers = after.answers().map(|answer| {
            let is_same = before.given(&answer.ids, answer.field) == Some(answer);
            (about(answer), is_same)
        });
        let whole = |record: &RecordRef, is_same| ((record.clone(), None), is_same);
        let ignored = after.ignored.iter();
        let ignored = ignored.map(|record| whole(record, before.ignored.contains(record)));
        let created = after.create.iter();
        let created = created.map(|record| whole(record, before.create.contains(record)));
        let mut of_each = BTreeMap::new();
        for (about, is_same) in answers.chain(ignored).chain(created) {
            let turn = if is_same { self.of(&about) } else { next };
            // Of two about the same the later counts.
            let known = of_each.entry(about).or_insert(turn);
            *known = turn.max(*known);
        }
        Self {
            last: next,
            of_each,
        }
    }
}

/// What an answer is about.
#[must_use]
pub fn about(answer: &Answer) -> About {
    let record = RecordRef {
        side: Side::Pos,
        id: answer.ids.pos.clone(),
    };
    (record, Some(answer.field))
}
