//! History: what runs did, entry by entry, and what of it can be taken back.

use serde::{Deserialize, Serialize};

use super::OpRow;
use crate::{
    RecordRef,
    sync::{End, journal::EndCounts, undo::NotUndone},
};

/// A run's number: it grows with every run of a store pair.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct RunId(pub u32);

/// What a run is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "purpose")]
pub enum Purpose {
    /// Everybody.
    Everybody,
    /// Everybody, by the rules alone: nobody looked at it beforehand.
    Automatic {
        /// How long whoever is created had been known at least, in seconds: the vendor's own sync
        /// goes first where it runs.
        grace: u32,
    },
    /// One customer.
    One {
        /// Who.
        key: RecordRef,
    },
    /// Taking back.
    Undo {
        /// The run that is taken back.
        run: RunId,
        /// The one write of it; `None` for all.
        entry: Option<u32>,
    },
}

/// A run at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRun {
    /// Its number.
    pub id: RunId,
    /// What it was for.
    pub purpose: Purpose,
    /// When it began, in seconds since 1970.
    pub began: i64,
    /// What came of its writes; they add up.
    pub counts: EndCounts,
    /// Whether every write has an end.
    pub is_closed: bool,
    /// How many of its writes can be taken back.
    pub undoable: u32,
}

/// Which part of the history is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Entries of this run; `None` for the list of runs, the latest first.
    pub run: Option<RunId>,
    /// Words that an entry has to contain (in name, email, or a value before or after); of runs,
    /// those that have such an entry. Blank for all.
    pub search: String,
    /// The place of the first that is wanted, from 0.
    pub from: u32,
    /// How many are wanted at most.
    pub count: u32,
}

/// A window of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// What was asked for.
    pub query: HistoryQuery,
    /// How many there are in all.
    pub total: u32,
    /// The run whose entries were asked for, or the runs.
    pub runs: Vec<HistoryRun>,
    /// Its entries.
    pub entries: Vec<HistoryEntry>,
    /// For how many days runs are kept.
    pub kept_days: u16,
    /// What all runs that were found came to, the latest first; with the first window of runs only.
    #[serde(default)]
    pub spans: Vec<Span>,
}

/// What the runs that began within one quarter of an hour came to: no time zone begins its day
/// inside one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When it began, in seconds since 1970.
    pub began: i64,
    /// Writes that were done.
    pub written: u32,
    /// Writes that came to something else: they failed, or a person has to look.
    pub problems: u32,
}

impl Span {
    /// How long it is, in seconds.
    const LENGTH: i64 = 15 * 60;

    /// Sums up runs; those of one quarter of an hour stand together.
    pub fn of<'a>(runs: impl IntoIterator<Item = &'a HistoryRun>) -> Vec<Self> {
        let mut spans: Vec<Self> = Vec::new();
        for run in runs {
            let began = run.began - run.began.rem_euclid(Self::LENGTH);
            let written = run.counts.applied;
            let problems = run.counts.problems();
            match spans.last_mut().filter(|last| last.began == began) {
                Some(last) => {
                    last.written = last.written.saturating_add(written);
                    last.problems = last.problems.saturating_add(problems);
                }
                None => spans.push(Self {
                    began,
                    written,
                    problems,
                }),
            }
        }
        spans
    }
}

/// One write of a run and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The write.
    pub op: OpRow,
    /// What came of it; `None` while it waits.
    pub end: Option<End>,
    /// Whether it can be taken back.
    pub undo: Undoable,
}

/// Whether a write can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "undo")]
pub enum Undoable {
    /// It can.
    Yes {
        /// Whether that gives back a consent that it had lowered: a person is warned.
        raises_consent: bool,
    },
    /// It cannot.
    No {
        /// Why.
        because: NotUndone,
    },
}

/// A text to be saved as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Csv {
    /// The name of the file.
    pub name: String,
    /// Its text, with CRLF between the lines.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(began: i64, applied: u32, rejected: u32) -> HistoryRun {
        HistoryRun {
            id: RunId(1),
            purpose: Purpose::Everybody,
            began,
            counts: EndCounts {
                total: applied + rejected,
                applied,
                rejected,
                ..EndCounts::default()
            },
            is_closed: true,
            undoable: 0,
        }
    }

    #[test]
    fn runs_of_a_quarter_of_an_hour_are_one_span() {
        let runs = [
            run(2700, u32::MAX, 0),
            run(2699, 3, 1),
            run(1800, 4, 2),
            run(-1, 7, 0),
        ];
        let span = |began, written, problems| Span {
            began,
            written,
            problems,
        };
        let expected = [span(2700, u32::MAX, 0), span(1800, 7, 3), span(-900, 7, 0)];
        assert_eq!(Span::of(&runs), expected);
        assert_eq!(Span::of(&[]), []);
        let huge = [run(0, u32::MAX, 0), run(0, 1, 0)];
        assert_eq!(Span::of(&huge), [span(0, u32::MAX, 0)]);
    }
}
