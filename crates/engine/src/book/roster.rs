//! What a list shows and is searched by, of everybody of one side: two texts for all, and where each
//! record's part of them ends. No text of its own per record: 100,000 of those would take four times
//! as much.

use memchr::memmem::Finder;
use tandem_core::{
    Observed,
    canon::{name, phone, text},
};

/// One of so many bytes is left over for records that are longer than expected.
const SPARE: usize = 16;

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
        let name = name::joined(&record.name);
        let email = record.email.as_deref().unwrap_or_default();
        self.shown.push_str(&name);
        self.shown.push('\n');
        self.shown.push_str(email);
        let phone = record.phone.as_deref().map(phone::digits);
        let company = record.company.as_deref().unwrap_or_default();
        for part in [&*name, email, &phone.unwrap_or_default(), company] {
            text::add_folded(&mut self.folded, part);
            self.folded.push('\n');
        }
        self.end();
    }

    /// Makes room for so many records in all, if the others are about as long as those that are here
    /// already.
    pub(super) fn expect(&mut self, records: usize) {
        let (here, more) = (self.len().max(1), records.saturating_sub(self.len()));
        for text in [&mut self.shown, &mut self.folded] {
            let wanted = text.len().saturating_mul(more) / here;
            text.reserve_exact(wanted + wanted / SPARE);
        }
        self.ends.reserve_exact(more);
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
        let finder = Finder::new(wanted);
        let (mut ends, mut next) = (self.ends.iter().zip(0..), 0);
        // One place in a record is enough: what is behind it is not looked at.
        while let Some(rest) = self.folded.as_bytes().get(next..) {
            let Some(at) = finder.find(rest).map(|at| next + at) else {
                return;
            };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn roster(texts: &[&str]) -> Roster {
        let mut roster = Roster::EMPTY;
        for text in texts {
            roster.folded.push_str(text);
            roster.folded.push('\n');
            roster.end();
        }
        roster
    }

    #[test]
    fn each_record_that_has_a_text_is_found_once_and_no_other() {
        let texts = ["anna ann", "", "bo", "joann", "an", "bann\nann", "n"];
        let roster = roster(&texts);
        for wanted in ["a", "an", "ann", "n", "bo", "o", "zzz", "annaann"] {
            let mut found = Vec::new();
            roster.places_of(wanted, |place| found.push(place));
            let expected: Vec<usize> = (0..texts.len())
                .filter(|place| texts.get(*place).is_some_and(|text| text.contains(wanted)))
                .collect();
            assert_eq!(found, expected, "{wanted}");
        }
    }

    #[test]
    fn room_is_made_for_all_and_for_little_more() {
        let mut roster = roster(&["one of ten", "two of ten"]);
        roster.expect(1000);
        let wanted = 1000 * "one of ten\n".len();
        let room = roster.folded.capacity();
        assert!((wanted..wanted + wanted / 8).contains(&room), "{room}");
        assert!(roster.ends.capacity() >= 1000);
        roster.expect(0);
        assert_eq!(roster.folded.capacity(), room);
    }
}
