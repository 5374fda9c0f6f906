//! The preview that is open: its head, the parts that were unfolded, and what a person confirmed.

use std::collections::{BTreeMap, BTreeSet};

use tandem_core::{
    Side,
    show::{
        OpKind, OpKinds, OpRow, PreviewHead, PreviewId, PreviewPage, PreviewPart, PreviewQuery,
        Purpose, RunId, WithheldRow,
    },
};

use super::Reply;
use crate::panel::state::{Problem, Tab};

/// How many rows are fetched at once.
pub(in crate::panel) const WINDOW: u32 = 100;

/// A preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) struct Preview {
    /// What it is for.
    pub(in crate::panel) purpose: Purpose,
    /// What it says at a glance; `None` while it is made.
    pub(in crate::panel) head: Option<PreviewHead>,
    /// Parts that are unfolded.
    pub(in crate::panel) open: BTreeSet<PreviewPart>,
    /// The rows that came, by part.
    pub(in crate::panel) rows: BTreeMap<PreviewPart, Rows>,
    /// Whether the person said that the halts were looked at.
    pub(in crate::panel) is_looked_at: bool,
    /// Where it stands.
    pub(in crate::panel) stage: Stage,
    /// Whether it was made anew because what was shown no longer held.
    pub(in crate::panel) is_again: bool,
}

/// Where a preview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Stage {
    /// It is asked for.
    Making,
    /// It could not be made.
    Failed,
    /// It is shown.
    Shown,
    /// Its run was asked for, while this run was on screen.
    Beginning {
        /// The run whose result was there before.
        before: Option<RunId>,
    },
    /// It no longer holds and is to be asked for once more.
    Stale,
}

/// Rows of one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct Rows {
    /// Writes.
    pub(in crate::panel) writes: Vec<OpRow>,
    /// What is left out.
    pub(in crate::panel) withheld: Vec<WithheldRow>,
}

impl Rows {
    /// How many there are.
    pub(in crate::panel) fn len(&self) -> u32 {
        u32::try_from(self.writes.len() + self.withheld.len()).unwrap_or(u32::MAX)
    }
}

/// What a person does with a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::panel) enum PreviewAct {
    /// Has it made.
    Open(Purpose),
    /// Puts it away.
    Close,
    /// Unfolds or folds a part.
    Fold(PreviewPart),
    /// Says that the halts were looked at, or not.
    Look(bool),
    /// Asks for its run, while this run was on screen.
    Begin(Option<RunId>),
}

/// The preview that is open, after what was done.
pub(super) fn act(preview: &mut Option<Preview>, act: PreviewAct) {
    match (act, preview.as_mut()) {
        (PreviewAct::Open(purpose), open) => {
            let is_again = open.is_some_and(|open| open.stage == Stage::Stale);
            *preview = Some(Preview {
                purpose,
                head: None,
                open: BTreeSet::new(),
                rows: BTreeMap::new(),
                is_looked_at: false,
                stage: Stage::Making,
                is_again,
            });
        }
        (PreviewAct::Close, _) => *preview = None,
        (PreviewAct::Fold(part), Some(open)) => {
            if !open.open.remove(&part) {
                open.open.insert(part);
            }
        }
        (PreviewAct::Look(is), Some(open)) => open.is_looked_at = is,
        (PreviewAct::Begin(before), Some(open)) => open.stage = Stage::Beginning { before },
        (_, None) => {}
    }
}

impl Preview {
    /// Takes a head, if it is the one that was asked for.
    pub(super) fn take_head(&mut self, head: PreviewHead) {
        if head.purpose == self.purpose && self.stage != Stage::Stale {
            self.stage = Stage::Shown;
            self.rows.clear();
            self.open.clear();
            self.is_looked_at = false;
            self.head = Some(head);
        }
    }

    /// Takes a window, if it goes on where the rows end.
    pub(super) fn take_page(&mut self, page: PreviewPage) {
        let is_of_this = self.id() == Some(page.query.id);
        let rows = self.rows.entry(page.query.part).or_default();
        if is_of_this && page.query.from == rows.len() {
            rows.writes.extend(page.writes);
            rows.withheld.extend(page.withheld);
        }
    }

    /// Hears that an answer does not come.
    pub(super) fn miss(&mut self, reply: Reply) {
        if reply == Reply::PreviewHead && self.stage == Stage::Making {
            self.stage = Stage::Failed;
        }
    }

    /// Hears that a call was not done: its own run may have been refused. Whether it is because
    /// something changed, which it says itself.
    pub(super) fn is_refused(&mut self, problem: &Problem) -> bool {
        if !matches!(self.stage, Stage::Beginning { .. }) {
            return false;
        }
        let is_stale = problem.is_stale();
        self.stage = if is_stale { Stage::Stale } else { Stage::Shown };
        is_stale
    }

    /// Whether its run has begun: another one is on screen than before.
    pub(super) fn is_begun(&self, run: Option<RunId>) -> bool {
        matches!(self.stage, Stage::Beginning { before } if run.is_some() && run != before)
    }

    /// The tab over whose content it is shown.
    pub(in crate::panel) const fn tab(&self) -> Tab {
        match self.purpose {
            Purpose::Undo { .. } => Tab::History,
            Purpose::Everybody | Purpose::Automatic { .. } | Purpose::One { .. } => Tab::Customers,
        }
    }

    fn id(&self) -> Option<PreviewId> {
        self.head.as_ref().map(|head| head.id)
    }

    /// The next window of a part.
    pub(in crate::panel) fn window(&self, part: PreviewPart) -> Option<PreviewQuery> {
        Some(PreviewQuery {
            id: self.id()?,
            part,
            from: self.rows.get(&part).map_or(0, Rows::len),
            count: WINDOW,
        })
    }
}

/// The parts that have rows, with how many, in the order in which they are shown.
pub(in crate::panel) fn parts(head: &PreviewHead) -> impl Iterator<Item = (PreviewPart, u32)> {
    let OpKinds {
        create,
        update,
        move_group,
    } = head.kinds;
    let writes = |kind, on, count| (PreviewPart::Writes { kind, on }, count);
    [
        writes(OpKind::Create, Side::Pos, create.pos),
        writes(OpKind::Create, Side::Ecom, create.ecom),
        writes(OpKind::Update, Side::Pos, update.pos),
        writes(OpKind::Update, Side::Ecom, update.ecom),
        writes(OpKind::Move, Side::Pos, move_group),
        (PreviewPart::Withheld, head.withheld),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
}
