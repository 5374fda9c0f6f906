//! The order of the list, and what was last asked of it: kept, so that scrolling sorts and searches
//! nothing.

use tandem_core::{
    Side, Sides,
    show::ListQuery,
    survey::{Line, Part, Status, StatusCounts},
};

use crate::book::Sheet;

/// The order of the list and the last question about it.
#[derive(Debug, Default)]
pub(in crate::book) struct Index {
    ranks: Option<Ranks>,
    /// The lines in order of names.
    order: Option<Vec<u32>>,
    found: Option<Found>,
    shown: Option<Shown>,
}

/// The place of every record of both sides in the order of names.
#[derive(Debug)]
struct Ranks {
    of: Sides<Vec<u32>>,
    /// From here on they have no name, and from there on no email either.
    nameless: u32,
    mailless: u32,
}

/// What a search found, whatever the status.
#[derive(Debug)]
struct Found {
    search: String,
    lines: Vec<u32>,
}

/// What was shown last.
#[derive(Debug)]
struct Shown {
    search: String,
    status: Option<Status>,
    part: Option<Part>,
    revision: u64,
    counts: StatusCounts,
    /// The lines of the status and the part; not kept where all are shown.
    lines: Vec<u32>,
}

impl Index {
    /// Other records were read.
    pub(in crate::book) fn forget_all(&mut self) {
        *self = Self::default();
    }

    /// Who is who, or a group's title, may have changed.
    pub(in crate::book) fn forget_lines(&mut self) {
        (self.order, self.found, self.shown) = (None, None, None);
    }

    /// Works out the order, unless that was done.
    pub(super) fn prepare(&mut self, read: &Sides<Sheet>, lines: &[Line]) {
        let ranks = self.ranks.get_or_insert_with(|| Ranks::of(read));
        self.order.get_or_insert_with(|| ranks.order(lines));
    }

    /// How what was found counts, and the lines that are shown of it, in order. `hits` does the
    /// search.
    pub(super) fn of(
        &mut self,
        (query, revision): (&ListQuery, u64),
        lines: &[Line],
        is_all: bool,
        hits: impl Fn(&[u32]) -> Vec<u32>,
    ) -> (StatusCounts, &[u32]) {
        let order = self.order.as_deref().unwrap_or_default();
        let search = &query.search;
        if is_all {
            self.found = None;
        } else if self
            .found
            .as_ref()
            .is_none_or(|found| found.search != *search)
        {
            self.found = Some(Found {
                search: search.clone(),
                lines: hits(order),
            });
        }
        let found = self.found.as_ref().map_or(order, |found| &found.lines);
        let is_known = |shown: &Shown| {
            (shown.revision, shown.status, shown.part) == (revision, query.status, query.part)
                && shown.search == *search
        };
        if !self.shown.as_ref().is_some_and(is_known) {
            let at = |line: &u32| lines.get(usize::try_from(*line).ok()?);
            let statuses = found.iter().filter_map(at).map(|line| line.status);
            let is_wanted = |line: &&u32| at(line).is_some_and(|line| is_asked_for(query, line));
            let wanted = is_narrowed(query).then(|| found.iter().filter(is_wanted).copied());
            self.shown = Some(Shown {
                search: search.clone(),
                status: query.status,
                part: query.part,
                revision,
                counts: StatusCounts::of(statuses),
                lines: wanted.into_iter().flatten().collect(),
            });
        }
        match &self.shown {
            Some(shown) if is_narrowed(query) => (shown.counts, &shown.lines),
            Some(shown) => (shown.counts, found),
            None => (StatusCounts::default(), found),
        }
    }
}

/// Whether not everybody whom the search found is shown.
const fn is_narrowed(query: &ListQuery) -> bool {
    query.status.is_some() || query.part.is_some()
}

fn is_asked_for(query: &ListQuery, line: &Line) -> bool {
    query.status.is_none_or(|status| line.status == status)
        && query.part.is_none_or(|part| line.part() == part)
}

impl Ranks {
    /// By folded name; those without one by email, and those without both by id.
    fn of(read: &Sides<Sheet>) -> Self {
        let folded = |(_, side, place): &(u64, Side, u32)| {
            let roster = &read.get(*side).roster;
            usize::try_from(*place).map_or("", |place| roster.folded(place))
        };
        let mut all: Vec<(u64, Side, u32)> = Vec::new();
        for side in Side::BOTH {
            let roster = &read.get(side).roster;
            let count = u32::try_from(roster.len()).unwrap_or(u32::MAX);
            all.extend((0..count).map(|place| {
                let own = (0, side, place);
                (begins(folded(&own)), side, place)
            }));
        }
        all.sort_unstable_by(|one, other| {
            let same = || folded(one).cmp(folded(other)).then(one.cmp(other));
            one.0.cmp(&other.0).then_with(same)
        });
        let from_class = |class: u64| {
            let at = all.partition_point(|(begins, ..)| begins >> 56 < class);
            u32::try_from(at).unwrap_or(u32::MAX)
        };
        let (nameless, mailless) = (from_class(1), from_class(2));
        let mut of = Sides::from_fn(|side| vec![0; read.get(side).roster.len()]);
        for (rank, (_, side, place)) in (0..).zip(&all) {
            let place = usize::try_from(*place).unwrap_or(usize::MAX);
            if let Some(own) = of.get_mut(*side).get_mut(place) {
                *own = rank;
            }
        }
        Self {
            of,
            nameless,
            mailless,
        }
    }

    /// Whether a record has a name, an email, or neither.
    const fn class(&self, rank: u32) -> u8 {
        (rank >= self.nameless) as u8 + (rank >= self.mailless) as u8
    }

    /// A pair stands where its POS record does, unless the other one has more of a name.
    fn of_line(&self, line: &Line) -> Option<u32> {
        let rank = |side: Side| {
            let place = usize::try_from((*line.places.get(side))?).ok()?;
            self.of.get(side).get(place).copied()
        };
        match (rank(Side::Pos), rank(Side::Ecom)) {
            (Some(pos), Some(ecom)) if self.class(ecom) < self.class(pos) => Some(ecom),
            (Some(pos), _) => Some(pos),
            (None, ecom) => ecom,
        }
    }

    fn order(&self, lines: &[Line]) -> Vec<u32> {
        let mut slots = vec![u32::MAX; self.of.pos.len() + self.of.ecom.len()];
        for (number, line) in (0..).zip(lines) {
            let rank = self
                .of_line(line)
                .and_then(|rank| usize::try_from(rank).ok());
            if let Some(slot) = rank.and_then(|rank| slots.get_mut(rank)) {
                *slot = number;
            }
        }
        slots.retain(|line| *line != u32::MAX);
        slots.shrink_to_fit();
        slots
    }
}

/// The beginning of a record's texts as a number that sorts as they do: first whether there is a
/// name, or at least an email. Almost always this alone tells two apart.
fn begins(folded: &str) -> u64 {
    let class = match folded.strip_prefix('\n') {
        None => 0,
        Some(rest) if !rest.starts_with('\n') => 1,
        Some(_) => 2,
    };
    let mut bytes = [0; 8];
    let texts = std::iter::once(class).chain(folded.trim_start_matches('\n').bytes());
    for (byte, text) in bytes.iter_mut().zip(texts) {
        *byte = text;
    }
    u64::from_be_bytes(bytes)
}
