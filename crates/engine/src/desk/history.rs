//! History: what runs did, entry by entry, what of it can be taken back, and what there is of it in
//! one search. What is kept of runs, and how, is `stored`'s.

use std::collections::BTreeSet;

use tandem_core::{
    Fault,
    canon::text,
    show::{
        HistoryEntry, HistoryPage, HistoryQuery, HistoryRun, OpRow, Purpose, RunId, Shown, Span,
        Undoable,
    },
    sync::{
        SyncRun,
        undo::{self, NotUndone, Undo},
    },
};

use super::stored::{Head, Runs, Summary};
use crate::Vault;

/// All runs at a glance, as they are known without reading their journals.
#[derive(Clone, Debug, Default)]
pub(super) struct Glances(Vec<(Head, Summary)>);

impl Glances {
    /// Reads them, the latest first. `open` is the run that is under way, whose summary is older than
    /// it is.
    pub(super) async fn read<V: Vault>(
        runs: &Runs<'_, V>,
        open: Option<(RunId, Summary)>,
    ) -> Result<Self, Fault> {
        let mut all = Vec::new();
        for id in runs.ids().await?.into_iter().rev() {
            let Some(head) = runs.head(id).await? else {
                continue;
            };
            let now = open.clone().filter(|(of, _)| *of == id);
            let summary = match now {
                Some((_, now)) => now,
                None => runs.summary(id).await?.unwrap_or_default(),
            };
            all.push((head, summary));
        }
        Ok(Self(all))
    }

    /// The writes of a run that were taken back.
    pub(super) fn taken_back(&self, of: RunId) -> BTreeSet<u32> {
        let back = self
            .0
            .iter()
            .filter(|(head, _)| matches!(head.purpose, Purpose::Undo { run, .. } if run == of));
        back.flat_map(|(_, summary)| summary.taken_back.iter().copied())
            .collect()
    }

    /// Each run, the latest first.
    pub(super) fn runs(&self) -> impl Iterator<Item = HistoryRun> {
        self.0.iter().map(|(head, summary)| {
            let back = self.taken_back(head.id);
            let undoable = summary.undoable.iter().filter(|one| !back.contains(one));
            let undoable = u32::try_from(undoable.count()).unwrap_or(u32::MAX);
            summary.at_a_glance(head, undoable)
        })
    }
}

/// What a run comes to, as its journal tells it.
pub(super) fn summary(head: &Head, run: &SyncRun) -> Summary {
    let ends = (0_u32..).zip(run.ops.iter().zip(&run.ends));
    let undoable = ends.filter(|(_, (op, end))| {
        end.as_ref()
            .is_some_and(|end| undo::inverse(op, end).is_ok())
    });
    let taken = head.undoes.iter().zip(&run.ends);
    let taken = taken.filter(|(_, end)| end.as_ref().is_some_and(is_done));
    Summary {
        counts: run.counts(),
        is_closed: run.closed,
        undoable: undoable.map(|(number, _)| number).collect(),
        taken_back: taken.map(|(number, _)| *number).collect(),
        trouble: None,
    }
}

const fn is_done(end: &tandem_core::sync::End) -> bool {
    use tandem_core::sync::End;
    matches!(end, End::Applied { .. } | End::AlreadyThere { .. })
}

/// What takes back the write of this number.
pub(super) fn inverse(
    run: &SyncRun,
    number: u32,
    taken_back: &BTreeSet<u32>,
) -> Result<Undo, NotUndone> {
    if taken_back.contains(&number) {
        return Err(NotUndone::TakenBack);
    }
    let end = usize::try_from(number)
        .ok()
        .and_then(|at| run.ends.get(at)?.as_ref());
    let (Some(op), Some(end)) = (run.op(number), end) else {
        return Err(NotUndone::NothingDone);
    };
    undo::inverse(op, end)
}

/// The writes of a run with what came of each.
pub(super) fn entries(
    rows: Vec<OpRow>,
    run: &SyncRun,
    taken_back: &BTreeSet<u32>,
) -> impl Iterator<Item = HistoryEntry> {
    rows.into_iter().map(|op| {
        let undo = match inverse(run, op.number, taken_back) {
            Ok(undo) => Undoable::Yes {
                raises_consent: undo.raises_consent,
            },
            Err(because) => Undoable::No { because },
        };
        let at = usize::try_from(op.number).ok();
        let end = at.and_then(|at| run.ends.get(at).cloned().flatten());
        HistoryEntry { op, end, undo }
    })
}

/// A window of the history.
pub(super) async fn page<V: Vault>(
    runs: &Runs<'_, V>,
    glances: &Glances,
    query: &HistoryQuery,
    kept_days: u16,
) -> Result<HistoryPage, Fault> {
    let words = words(&query.search);
    let (mut found, mut entries) = (Vec::new(), Vec::new());
    for run in glances.runs() {
        if query.run.is_some_and(|id| id != run.id) {
            continue;
        }
        if query.run.is_some() {
            entries = of_run(runs, glances, run.id).await?;
            entries.retain(|entry| has_words(&entry.op, &words));
            found.push(run);
        } else if words.is_empty() || has_such(runs, run.id, &words).await? {
            found.push(run);
        }
    }
    let total = match query.run {
        Some(_) => entries.len(),
        None => found.len(),
    };
    let is_first = query.run.is_none() && query.from == 0;
    let spans = if is_first {
        Span::of(&found)
    } else {
        Vec::new()
    };
    if query.run.is_some() {
        entries = window(entries, query);
    } else {
        found = window(found, query);
    }
    Ok(HistoryPage {
        query: query.clone(),
        total: u32::try_from(total).unwrap_or(u32::MAX),
        runs: found,
        entries,
        kept_days,
        spans,
    })
}

/// All writes of a run with what came of each.
pub(super) async fn of_run<V: Vault>(
    runs: &Runs<'_, V>,
    glances: &Glances,
    id: RunId,
) -> Result<Vec<HistoryEntry>, Fault> {
    let Some(stored) = runs.stored(id).await? else {
        return Ok(Vec::new());
    };
    let rows = runs.rows(id).await?;
    Ok(entries(rows, &stored.run, &glances.taken_back(id)).collect())
}

async fn has_such<V: Vault>(
    runs: &Runs<'_, V>,
    id: RunId,
    words: &[String],
) -> Result<bool, Fault> {
    let rows = runs.rows(id).await?;
    Ok(rows.iter().any(|row| has_words(row, words)))
}

fn window<T>(all: Vec<T>, query: &HistoryQuery) -> Vec<T> {
    let [from, count] =
        [query.from, query.count].map(|of| usize::try_from(of).unwrap_or(usize::MAX));
    all.into_iter().skip(from).take(count).collect()
}

fn words(search: &str) -> Vec<String> {
    let folded = text::folded(search);
    folded.split_whitespace().map(str::to_owned).collect()
}

/// Whether a write has all these words, each in a name, an email, or a value before or after.
fn has_words(row: &OpRow, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let who = [&row.who.name, &row.who.email].into_iter().flatten();
    let mut texts: Vec<String> = who.map(|text| text::folded(text)).collect();
    for edit in &row.edits {
        texts.extend([&edit.before, &edit.after].into_iter().flat_map(folded));
    }
    let is_there = |word: &String| texts.iter().any(|text| text.contains(word.as_str()));
    words.iter().all(is_there)
}

fn folded(value: &Shown) -> Vec<String> {
    match value {
        Shown::Text(text) | Shown::Group(Some(text)) => vec![text::folded(text)],
        Shown::Lines(lines) => lines.iter().map(|line| text::folded(line)).collect(),
        Shown::Blank | Shown::Consent(_) | Shown::Group(None) => Vec::new(),
    }
}
