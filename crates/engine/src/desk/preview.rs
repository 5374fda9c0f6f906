//! The preview of a run, and its beginning: what runs is what was previewed (invariant I3). A preview
//! writes nothing to a store. It is known by a digest over all its writes, so that it can be made
//! again after everything in memory was lost, and is begun only if the same writes follow.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tandem_core::{
    Fault, FaultKind, Field, RecordId, RecordRef, Stamp,
    show::{
        OpRow, PreviewHead, PreviewId, PreviewPage, PreviewPart, PreviewQuery, Purpose, RunId,
        WithheldRow,
    },
    survey::{Line, Reason, Status},
    sync::{
        Draft, Op, SyncRun,
        draft::Terms,
        policy::{self, Limits, Plan},
    },
};

use super::{
    Desk,
    history::{self, Glances},
    inside::Inside,
    rows,
    runs::Open,
    stored::{self, Head},
};
use crate::{
    Pace, Vault,
    book::{Book, keep, reader},
};

/// A plan, and what it was made for.
#[derive(Clone, Debug)]
pub(super) struct Made {
    head: PreviewHead,
    plan: Plan,
    /// Of a plan that takes back: which write each of its own takes back.
    undoes: Vec<u32>,
    /// The revision of the book that it was made from.
    of: u64,
}

/// What a preview is made again from.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Asked {
    id: PreviewId,
    purpose: Purpose,
    now: i64,
}

impl<V: Vault> Desk<V> {
    /// What a run would write, at the time `now`, in seconds since 1970. What both sides agree on
    /// already is noted in the archive; no store is written to.
    ///
    /// # Errors
    /// `Stale` where the customers were not read since the last run; those of the vault.
    pub async fn preview(&self, purpose: Purpose, now: i64) -> Result<PreviewHead, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        let made = self.make(inside, purpose, now).await?;
        let head = made.head.clone();
        let asked = Asked {
            id: head.id,
            purpose: head.purpose.clone(),
            now,
        };
        let put = vec![(self.key("preview"), stored::bytes(&asked)?)];
        self.vault.change(put, Vec::new()).await?;
        inside.made = Some(made);
        Ok(head)
    }

    async fn make(&self, inside: &mut Inside, purpose: Purpose, now: i64) -> Result<Made, Fault> {
        inside.look();
        if inside.book.read.is_none() {
            return Err(Fault::of(FaultKind::Stale));
        }
        if let Purpose::Undo { run, entry } = purpose {
            let (ops, undoes) = self.undone(run, entry).await?;
            let draft = Draft {
                ops,
                withheld: Vec::new(),
            };
            return made(inside, purpose, (draft, undoes));
        }
        // What was written since they were read looks like an edit that somebody made.
        if self.vault.get(&self.key("unread")).await?.is_some() {
            return Err(Fault::of(FaultKind::Stale));
        }
        self.settle(inside).await?;
        let first_seen = self.seen_first(inside, now).await?;
        let lines = inside.lines_for(&purpose)?;
        let mut wanted = Vec::new();
        if let Some(survey) = inside.book.survey() {
            wanted.extend(survey.wanted_of(&lines));
        }
        let records = reader::records(&self.vault, &inside.book, wanted).await?;
        let grace = match purpose {
            Purpose::Automatic { grace } => grace,
            // Somebody looks at whom it creates: nobody waits for the vendor's own sync then.
            Purpose::Everybody | Purpose::One { .. } | Purpose::Undo { .. } => 0,
        };
        let terms = Terms {
            now,
            grace: grace.into(),
            first_seen: &first_seen,
        };
        let survey = inside.book.survey().ok_or(Fault::of(FaultKind::Stale))?;
        let draft = survey.draft_of(&lines, &records, terms);
        made(inside, purpose, (draft, Vec::new()))
    }

    /// Notes in the archive what both sides agree on, or were left different in.
    pub(super) async fn settle(&self, inside: &mut Inside) -> Result<(), Fault> {
        let settled = match inside.book.survey() {
            Some(survey) => keep::packed(survey.settled())?,
            None => Vec::new(),
        };
        if !settled.is_empty() {
            keep::note_packed(&self.vault, &mut inside.book, settled).await?;
            inside.look();
        }
        Ok(())
    }

    /// When those who wait for the vendor's sync were first seen, from now on.
    pub(super) async fn seen_first(
        &self,
        inside: &Inside,
        now: i64,
    ) -> Result<BTreeMap<RecordId, i64>, Fault> {
        let key = self.key("first-seen");
        let before: Option<BTreeMap<RecordId, i64>> = stored::get(&self.vault, &key).await?;
        let before = before.unwrap_or_default();
        let Some(survey) = inside.book.survey() else {
            return Ok(before);
        };
        let waiting = survey.lines().iter().filter(|line| {
            matches!(line.status, Status::WillBeCreated(_)) && line.reason == Reason::Plain
        });
        let seen = waiting.flat_map(|line| survey.records(line)).map(|record| {
            let first = before.get(&record.id).copied().unwrap_or(now);
            (record.id, first)
        });
        let seen: BTreeMap<RecordId, i64> = seen.collect();
        if seen != before {
            let put = vec![(key, stored::bytes(&seen)?)];
            self.vault.change(put, Vec::new()).await?;
        }
        Ok(seen)
    }

    /// The writes that take a run back, or one write of it, and which write each takes back: the
    /// last that was done is the first that is undone.
    async fn undone(&self, run: RunId, entry: Option<u32>) -> Result<(Vec<Op>, Vec<u32>), Fault> {
        let runs = self.runs();
        let stored = runs.stored(run).await?;
        let stored = stored.ok_or(Fault::of(FaultKind::Stale))?;
        let back = Glances::read(&runs, None).await?.taken_back(run);
        let count = u32::try_from(stored.run.ops.len()).unwrap_or(u32::MAX);
        let numbers = (0..count).rev();
        let wanted = numbers.filter(|number| entry.is_none_or(|entry| entry == *number));
        let undone = wanted.filter_map(|number| {
            let undo = history::inverse(&stored.run, number, &back).ok()?;
            Some((undo.op, number))
        });
        Ok(undone.unzip())
    }

    /// A window of the preview that was made last.
    ///
    /// # Errors
    /// `Stale` where another was made since.
    pub async fn preview_page(&self, query: &PreviewQuery) -> Result<PreviewPage, Fault> {
        let guard = self.inside.lock().await;
        let made = guard.made.as_ref().filter(|made| made.head.id == query.id);
        let made = made.ok_or(Fault::of(FaultKind::Stale))?;
        let [from, count] =
            [query.from, query.count].map(|of| usize::try_from(of).unwrap_or(usize::MAX));
        let (mut writes, mut withheld, total) = (
            Vec::new(),
            Vec::new(),
            match query.part {
                PreviewPart::Writes { kind, on } => {
                    let of_part = |op: &Op| rows::kind(op) == kind && op.side() == on;
                    made.plan.ops.iter().filter(|op| of_part(op)).count()
                }
                PreviewPart::Withheld => made.plan.withheld.len(),
            },
        );
        match query.part {
            PreviewPart::Writes { kind, on } => {
                let numbered = (0..).zip(&made.plan.ops);
                let of_part = numbered.filter(|(_, op)| rows::kind(op) == kind && op.side() == on);
                let shown = of_part.skip(from).take(count);
                writes.extend(shown.map(|(number, op)| rows::row(&guard.book, number, op)));
            }
            PreviewPart::Withheld => {
                let shown = made.plan.withheld.iter().skip(from).take(count);
                withheld.extend(shown.map(|one| WithheldRow {
                    who: guard.book.who(&one.record),
                    field: one.field,
                    because: one.because,
                }));
            }
        }
        Ok(PreviewPage {
            query: *query,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            writes,
            withheld,
        })
    }

    /// Begins to do exactly what was previewed: from here on the run is in the journal, and nothing
    /// of it is done yet. [`Self::carry_on`] does it.
    ///
    /// # Errors
    /// `Busy` while a run is open or customers are read; `Stale` where another plan follows than was previewed, or none;
    /// `Bug` where a person had to confirm it and did not; those of the vault.
    pub async fn begin(&self, id: PreviewId, confirmed: bool, now: i64) -> Result<RunId, Fault> {
        let mut guard = self.inside.lock().await;
        let inside = &mut *guard;
        self.is_free()?;
        if self.is_reading.get() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let made = self.made_again(inside, id).await?;
        if !made.head.halts.is_empty() && !confirmed {
            return Err(Fault::of(FaultKind::Bug));
        }
        // Half a reading from before the run would be gone on with after it.
        reader::cancel(&self.vault, &inside.book).await?;
        let runs = self.runs();
        let last = runs.ids().await?.last().map_or(0, |last| last.0);
        let head = Head {
            id: RunId(last.saturating_add(1)),
            purpose: made.head.purpose.clone(),
            began: now,
            undoes: made.undoes.clone(),
        };
        let shown: Vec<OpRow> = (0..)
            .zip(&made.plan.ops)
            .map(|(number, op)| rows::row(&inside.book, number, op))
            .collect();
        let since = inside
            .book
            .read
            .as_ref()
            .map_or(Stamp::default(), |read| read.pos.seen);
        let entries = SyncRun::beginning(made.plan.ops, since);
        let run = SyncRun::fold(&entries);
        let mut put = runs.beginning(&head, entries, &shown)?;
        put.push((self.key("unread"), Vec::new()));
        self.vault.change(put, vec![self.key("preview")]).await?;
        let id = head.id;
        self.open_run(Open::begun(head, run));
        inside.made = None;
        Ok(id)
    }

    /// The plan of this preview, as it follows now.
    async fn made_again(&self, inside: &mut Inside, id: PreviewId) -> Result<Made, Fault> {
        let is_known = |made: &Made| made.head.id == id && made.of == inside.book.revision;
        if let Some(made) = inside.made.as_ref().filter(|made| is_known(made)) {
            return Ok(made.clone());
        }
        let asked: Option<Asked> = stored::get(&self.vault, &self.key("preview")).await?;
        let asked = asked.filter(|asked| asked.id == id);
        let Asked { purpose, now, .. } = asked.ok_or(Fault::of(FaultKind::Stale))?;
        let made = self.make(inside, purpose, now).await?;
        Some(made)
            .filter(|made| made.head.id == id)
            .ok_or(Fault::of(FaultKind::Stale))
    }
}

impl Inside {
    /// The lines that a plan is about.
    fn lines_for(&self, purpose: &Purpose) -> Result<Vec<Line>, Fault> {
        match purpose {
            Purpose::One { key } => Ok(vec![self.find(key)?.1]),
            Purpose::Everybody | Purpose::Automatic { .. } | Purpose::Undo { .. } => {
                let survey = self.book.survey();
                Ok(survey.map_or_else(Vec::new, |survey| survey.lines().to_vec()))
            }
        }
    }
}

fn made(
    inside: &Inside,
    purpose: Purpose,
    (draft, undoes): (Draft, Vec<u32>),
) -> Result<Made, Fault> {
    let survey = inside.book.survey().ok_or(Fault::of(FaultKind::Stale))?;
    let plan = policy::look_through(draft, &survey, &Limits::default());
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let mut customers: Vec<RecordRef> = plan.ops.iter().map(rows::key).collect();
    customers.sort_unstable();
    customers.dedup();
    let calls = plan.calls.planned;
    let head = PreviewHead {
        id: id(&inside.book, &plan.ops)?,
        purpose,
        kinds: rows::kinds(&plan.ops),
        total: count(plan.ops.len()),
        customers: count(customers.len()),
        calls,
        seconds: Pace::default().seconds_for(calls, 0),
        withheld: count(plan.withheld.len()),
        halts: plan.halts.clone(),
    };
    Ok(Made {
        head,
        plan,
        undoes,
        of: inside.book.revision,
    })
}

/// A keyed digest over all writes of a plan.
fn id(book: &Book, ops: &[Op]) -> Result<PreviewId, Fault> {
    let bytes = stored::bytes(&ops)?;
    let text = String::from_utf8(bytes).map_err(|_| Fault::of(FaultKind::Bug))?;
    Ok(PreviewId(book.key.digest(Field::Group, &text).number()))
}
