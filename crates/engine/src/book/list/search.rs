//! Searching: every word has to be somewhere in a customer's texts, of either record, or in the title
//! of a group.

use std::collections::BTreeMap;

use tandem_core::{GroupId, Side, Sides, canon::text, survey::Line};

use crate::book::{Sheet, roster::Roster};

/// The words that are looked for, the longest first: it leaves the fewest for the others.
#[derive(Debug, Default)]
pub(super) struct Search(Vec<Word>);

/// A word in the forms that it may stand in.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    /// Where it is a number with something between its digits: the digits.
    digits: Option<String>,
}

/// Below this share of all lines, one in so many, those that are left are looked at one by one.
const FEW: usize = 16;

/// Which places, of a side or of the lines, have a word.
struct Places(Vec<u64>);

impl Search {
    pub(super) fn of(search: &str) -> Self {
        let words = search.split_whitespace().map(Word::of);
        let mut words: Vec<Word> = words.filter(|word| !word.folded.is_empty()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.folded.len()));
        words.dedup();
        Self(words)
    }

    pub(super) const fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// Those of the lines in which every word is, in the same order.
    pub(super) fn among(
        &self,
        order: &[u32],
        lines: &[Line],
        read: &Sides<Sheet>,
        titles: &Sides<BTreeMap<GroupId, String>>,
    ) -> Vec<u32> {
        let mut found = order.to_vec();
        for word in &self.0 {
            let groups = Sides::from_fn(|side| word.groups(read.get(side), titles.get(side)));
            let in_titles = Sides::from_fn(|side| groups.get(side).contains(&true));
            let is_few = found.len() < lines.len() / FEW;
            let places =
                (!is_few).then(|| Sides::from_fn(|side| word.places(&read.get(side).roster)));
            let is_in = |side: Side, place: u32| {
                let sheet = read.get(side);
                let in_texts = match &places {
                    Some(places) => places.get(side).has(place),
                    None => word.is_in(&sheet.roster, place),
                };
                // Most words are in no group's title, and then nobody's group has to be looked up.
                in_texts
                    || *in_titles.get(side) && {
                        let sketch = sheet.snapshot.at(place);
                        let number =
                            sketch.and_then(|one| usize::try_from(one.group_number()).ok());
                        let group = number.and_then(|number| groups.get(side).get(number));
                        group.copied().unwrap_or_default()
                    }
            };
            let is_on = |line: &Line| {
                let is_on = |side: Side| {
                    let place = line.places.get(side);
                    place.is_some_and(|place| is_in(side, place))
                };
                Side::BOTH.into_iter().any(is_on)
            };
            if is_few {
                let line = |line: &u32| lines.get(usize::try_from(*line).ok()?);
                found.retain(|one| line(one).is_some_and(is_on));
            } else {
                // One line after another as they lie in memory: in order of names, looking at each
                // takes longer than finding the word.
                let hits = Places::of(lines.iter().map(is_on));
                found.retain(|line| hits.has(*line));
            }
        }
        found
    }
}

impl Word {
    fn of(word: &str) -> Self {
        let folded = text::folded(word);
        let is_number = folded
            .chars()
            .all(|letter| letter.is_numeric() || letter == ' ');
        let digits = folded.replace(' ', "");
        Self {
            digits: Some(digits).filter(|digits| is_number && *digits != folded),
            folded,
        }
    }

    fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.folded).chain(self.digits.as_deref())
    }

    fn places(&self, roster: &Roster) -> Places {
        let mut places = Places(vec![0; roster.len().div_ceil(64)]);
        for form in self.forms() {
            roster.places_of(form, |place| places.put(place));
        }
        places
    }

    fn is_in(&self, roster: &Roster, place: u32) -> bool {
        let texts = usize::try_from(place).map_or("", |place| roster.folded(place));
        self.forms().any(|form| texts.contains(form))
    }

    /// Of each group of a side, by its number, whether its title has the word.
    fn groups(&self, sheet: &Sheet, titles: &BTreeMap<GroupId, String>) -> Vec<bool> {
        let groups = sheet.snapshot.groups().iter();
        let has_it = groups.map(|group| {
            let title = titles.get(group).map(|title| text::folded(title));
            title.is_some_and(|title| title.contains(&self.folded))
        });
        has_it.collect()
    }
}

impl Places {
    fn of(all: impl ExactSizeIterator<Item = bool>) -> Self {
        let mut places = Self(vec![0; all.len().div_ceil(64)]);
        for (place, _) in (0..).zip(all).filter(|(_, has_it)| *has_it) {
            places.put(place);
        }
        places
    }

    fn put(&mut self, place: usize) {
        if let Some(bits) = self.0.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
    }

    fn has(&self, place: u32) -> bool {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let bits = self.0.get(place / 64);
        bits.is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }
}
