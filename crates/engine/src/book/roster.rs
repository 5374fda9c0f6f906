//! What a list shows and is searched by, of everybody of one side: two texts for all, and where each
//! record's part of them ends. No text of its own per record: 100,000 of those would take four times
//! as much.

use tandem_core::{
    Observed,
    canon::{phone, text},
};

/// The texts of the records of one side, in the order of their places in the snapshot.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Of each record: the name, a line feed, the email.
    shown: String,
    /// Of each record: the folded name, email, telephone number and company, a line feed after each.
    folded: String,
    /// Where each record's parts end.
    ends: Vec<End>,
}

#[derive(Clone, Copy, Debug, Default)]
struct End {
    shown: u32,
    folded: u32,
}

impl Roster {
    /// Of nobody.
    pub(super) const EMPTY: Self = Self {
        shown: String::new(),
        folded: String::new(),
        ends: Vec::new(),
    };

    /// Adds a record behind all others.
    pub(super) fn push(&mut self, record: &Observed) {
        let name = text::squeezed(&record.name.to_string());
        let email = record.email.as_deref().unwrap_or_default();
        self.shown.push_str(&name);
        self.shown.push('\n');
        self.shown.push_str(email);
        let phone = record.phone.as_deref().map(phone::digits);
        let company = record.company.as_deref().unwrap_or_default();
        for part in [&*name, email, &phone.unwrap_or_default(), company] {
            self.folded.push_str(&text::folded(part));
            self.folded.push('\n');
        }
        self.end();
    }

    fn end(&mut self) {
        let end = |text: &String| u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.ends.push(End {
            shown: end(&self.shown),
            folded: end(&self.folded),
        });
    }

    /// Records of this one, and of `later` from this one's length on, in another order.
    pub(super) fn arranged(&self, later: &Self, order: impl Iterator<Item = usize>) -> Self {
        let mut arranged = Self {
            shown: String::with_capacity(self.shown.len() + later.shown.len()),
            folded: String::with_capacity(self.folded.len() + later.folded.len()),
            ends: Vec::with_capacity(self.ends.len() + later.ends.len()),
        };
        for nth in order {
            let (from, nth) = match nth.checked_sub(self.len()) {
                None => (self, nth),
                Some(nth) => (later, nth),
            };
            arranged.shown.push_str(from.shown(nth));
            arranged.folded.push_str(from.folded(nth));
            arranged.end();
        }
        arranged
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many bytes it takes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.shown.capacity() + self.folded.capacity() + self.ends.capacity() * size_of::<End>()
    }

    fn part<'a>(&self, nth: usize, text: &'a str, end: impl Fn(&End) -> u32) -> &'a str {
        let end = |nth: usize| {
            let end = self.ends.get(nth).map(&end);
            end.and_then(|end| usize::try_from(end).ok())
        };
        let start = nth.checked_sub(1).map_or(Some(0), end);
        let part = start
            .zip(end(nth))
            .and_then(|(start, end)| text.get(start..end));
        part.unwrap_or_default()
    }

    fn shown(&self, nth: usize) -> &str {
        self.part(nth, &self.shown, |end| end.shown)
    }

    /// The texts that a record is searched by, a line feed behind each; the name is the first, so
    /// that this is in order of names.
    pub(super) fn folded(&self, nth: usize) -> &str {
        self.part(nth, &self.folded, |end| end.folded)
    }

    /// The name of the record at this place; empty where there is none.
    #[must_use]
    pub fn name(&self, place: usize) -> &str {
        self.shown(place).split_once('\n').unwrap_or_default().0
    }

    /// The email of the record at this place; empty where there is none.
    #[must_use]
    pub fn email(&self, place: usize) -> &str {
        self.shown(place).split_once('\n').unwrap_or_default().1
    }

    /// The places of the records that contain a folded text.
    pub(super) fn places_of(&self, wanted: &str, mut found: impl FnMut(usize)) {
        let (mut ends, mut next) = (self.ends.iter().zip(0..), 0);
        for (at, _) in self.folded.match_indices(wanted) {
            if at < next {
                continue;
            }
            let is_here =
                |(end, _): &(&End, usize)| usize::try_from(end.folded).is_ok_and(|end| end > at);
            let Some((end, place)) = ends.find(is_here) else {
                return;
            };
            next = usize::try_from(end.folded).unwrap_or(usize::MAX);
            found(place);
        }
    }
}
