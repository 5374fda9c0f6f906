//! The list of customers: a window of it, in order of names, what a search found and how it counts.
//! The order is worked out once per reading, a search once, and what a status leaves of it once per
//! revision; a window is then a slice.

mod index;
mod search;
mod unread;

use std::sync::Arc;

use tandem_core::{
    RecordRef, Side, Sides,
    identity::Standing,
    show::{ListPage, ListQuery, Numbers, Row, Who},
    survey::{Consents, Line, Overlap, Reason, Status, StatusCounts},
};

use super::Book;
pub(super) use index::Index;
use search::Search;

/// The most rows of one window.
const MOST_ROWS: usize = 500;

impl Book {
    /// A window of the list. Looks at everybody first, where something changed.
    pub fn list(&mut self, query: &ListQuery) -> ListPage {
        self.look();
        let mut page = ListPage {
            query: query.clone(),
            revision: self.revision,
            ..ListPage::default()
        };
        let (Some(read), Some(found)) = (&self.read, &self.found) else {
            return page;
        };
        let search = Search::of(&query.search);
        let titles = &self.titles;
        let hits = |order: &[u32]| search.among(order, found.lines(), read, titles);
        self.index.prepare(read, found.lines());
        let shown = (query, self.revision);
        let (counts, lines) = self.index.of(shown, found.lines(), search.is_blank(), hits);
        page.counts = counts;
        page.total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let from = usize::try_from(query.from).unwrap_or(usize::MAX);
        let count = usize::try_from(query.count).unwrap_or(usize::MAX);
        let window = lines.iter().skip(from).take(count.min(MOST_ROWS));
        let window: Vec<u32> = window.copied().collect();
        let rows = window
            .into_iter()
            .filter_map(|line| self.row(usize::try_from(line).ok()?));
        page.rows = rows.collect();
        page
    }

    /// The row of the customer at this place of the findings.
    #[must_use]
    pub fn row(&self, line: usize) -> Option<Row> {
        let read = self.read.as_ref()?;
        let line = self.found.as_ref()?.lines().get(line)?;
        let group = |side: Side| {
            let snapshot = &read.get(side).snapshot;
            let sketch = snapshot.at((*line.places.get(side))?)?;
            self.title(side, snapshot.group(sketch)?).map(str::to_owned)
        };
        Some(Row {
            who: self.who_of(line)?,
            is_on: line.places.map(|_, place| place.is_some()),
            groups: Sides::from_fn(group),
            status: line.status,
            reason: line.reason,
        })
    }

    /// Whom a record belongs to. Of one that the book does not have, nothing but the record.
    #[must_use]
    pub fn who(&self, record: &RecordRef) -> Who {
        let line = self.line_of(record);
        let line = line.and_then(|line| self.found.as_ref()?.lines().get(line));
        line.and_then(|line| self.who_of(line))
            .unwrap_or_else(|| Who {
                key: record.clone(),
                name: None,
                email: None,
            })
    }

    fn who_of(&self, line: &Line) -> Option<Who> {
        let read = self.read.as_ref()?;
        let places = line.places.map(|_, place| place);
        let of = |side: Side| {
            let place = (*places.get(side))?;
            let sheet = read.get(side);
            let id = sheet.snapshot.at(place)?.id.clone();
            Some((
                RecordRef { side, id },
                &sheet.roster,
                usize::try_from(place).ok()?,
            ))
        };
        let (pos, ecom) = (of(Side::Pos), of(Side::Ecom));
        let both = || pos.iter().chain(&ecom);
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Some(Who {
            key: both().next()?.0.clone(),
            name: both().find_map(|(_, roster, place)| text(roster.name(*place))),
            email: both().find_map(|(_, roster, place)| text(roster.email(*place))),
        })
    }

    /// Where the line of a record's customer stands in the findings.
    #[must_use]
    pub fn line_of(&self, record: &RecordRef) -> Option<usize> {
        let read = self.read.as_ref()?;
        let found = self.found.as_ref()?;
        let place = read.get(record.side).snapshot.place(&record.id)?;
        if record.side == Side::Pos {
            return usize::try_from(place).ok();
        }
        if let Standing::Paired(twin, _) = found.identities().standing(Side::Ecom, place) {
            return usize::try_from(twin).ok();
        }
        // Those of POS come first, each in its place, and then those whom eCom alone has.
        let of_pos = read.pos.snapshot.sketches().len();
        let alone = found.lines().get(of_pos..)?;
        let at = alone.binary_search_by_key(&Some(place), |line| line.places.ecom);
        at.ok().map(|at| of_pos + at)
    }

    /// Puts the line of a record's customer anew, after a decision about them.
    pub fn redo(&mut self, record: &RecordRef) {
        let Some(at) = self.line_of(record) else {
            return;
        };
        let anew = self.survey().and_then(|survey| {
            let line = survey.lines().get(at)?;
            Some(survey.anew(line))
        });
        if let (Some(line), Some(found)) = (anew, &mut self.found) {
            Arc::make_mut(found).put(at, line);
            self.revision += 1;
        }
    }

    /// The numbers of everybody who was read; `None` where nobody was.
    pub fn numbers(&mut self) -> Option<Numbers> {
        self.look();
        let read = self.read.as_ref()?;
        let lines = self.found.as_ref()?.lines();
        let statuses = lines.iter().map(|line| line.status);
        let unreadable = |side: Side| read.get(side).snapshot.problems().len();
        let read_at = self.whole.as_ref().map_or(0, |whole| whole.read_at / 1000);
        Some(Numbers {
            revision: self.revision,
            counts: StatusCounts::of(statuses),
            overlap: Overlap::of(lines),
            consents: Consents::of(lines.iter().map(|line| {
                let consent = |side: Side, place| Some(read.get(side).snapshot.at(place?)?.consent);
                line.places.map(consent)
            })),
            unreadable: Sides::from_fn(|side| u32::try_from(unreadable(side)).unwrap_or(u32::MAX)),
            questions: lines.iter().map(questions).sum(),
            to_sync: lines.iter().map(|line| u32::from(is_written(line))).sum(),
            read_at: i64::try_from(read_at).unwrap_or_default(),
        })
    }
}

/// How many questions a review asks about a customer: one for each field, or one about the whole.
fn questions(line: &Line) -> u32 {
    match (line.status, line.reason) {
        (Status::Ambiguous | Status::Gone, _) | (Status::NeedsGroup, Reason::NoSuchGroup) => 1,
        (_, Reason::Fields { ask, .. }) => u32::try_from(ask.iter().count()).unwrap_or(u32::MAX),
        _ => 0,
    }
}

/// Whether the next run writes to a customer.
const fn is_written(line: &Line) -> bool {
    match line.reason {
        Reason::Fields { copy, .. } => !copy.is_empty(),
        _ => matches!(line.status, Status::WillBeCreated(_)),
    }
}
