//! Candidates without comparing all with all: a few short digests of what likely pairs have in
//! common, and an index over one side's.

use crate::{
    DigestKey, Field, Observed,
    canon::{
        address,
        email::{self, variant},
        name, phone,
    },
};

/// How many clues a record has at most.
const CLUES: usize = 3;

/// A clue that more records share than this tells nothing: a shop's own number, an office block.
/// What is more, it would make finding candidates quadratic.
const CROWD: usize = 32;

/// Short digests of what a record is found by: the email in the form of all its variants, the end
/// of the telephone number, the address with the initials. 12 bytes, and no text in them. Every
/// pair that [`compare`](super::compare) suggests has a clue in common, but for those that one
/// record names the other (`identity` finds these) and names that differ in their initials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clues([u32; CLUES]);

impl Clues {
    /// The clues of a record. Two sides' are comparable under one key.
    #[must_use]
    pub fn of(record: &Observed, key: &DigestKey) -> Self {
        let clue = |field, text: String| {
            let [a, b, c, d, ..] = key.digest(field, &text).number().to_le_bytes();
            u32::from_le_bytes([a, b, c, d])
        };
        Self([
            clue(Field::Email, email_clue(record).unwrap_or_default()),
            clue(Field::Phone, phone_clue(record).unwrap_or_default()),
            clue(Field::Address, address_clue(record).unwrap_or_default()),
        ])
    }
}

fn email_clue(record: &Observed) -> Option<String> {
    let email = record.email.as_deref()?;
    (!email::is_placeholder(email)).then(|| variant::loose(email))
}

fn phone_clue(record: &Observed) -> Option<String> {
    let phone = record.phone.as_deref()?;
    phone::is_number(phone).then(|| phone::tail(phone).unwrap_or_else(|| phone::digits(phone)))
}

fn address_clue(record: &Observed) -> Option<String> {
    let loose = address::loose(&record.address)?;
    Some(format!("{loose}\n{}", name::initials(&record.name)))
}

/// The clues of one side's records, to look up those of the other's in. At most 24 bytes a record.
#[derive(Clone, Debug)]
pub struct Index {
    /// Every clue with the place of its record, sorted.
    entries: Vec<(u32, u32)>,
}

impl Index {
    /// The index of all records of a side; a record's place is where it stands in `all`.
    #[must_use]
    pub fn of(all: impl IntoIterator<Item = Clues>) -> Self {
        let numbered = (0_u32..).zip(all);
        let each = numbered.flat_map(|(place, clues)| clues.0.map(|clue| (clue, place)));
        let mut entries: Vec<(u32, u32)> = each.filter(|(clue, _)| *clue != 0).collect();
        entries.sort_unstable();
        entries.dedup();
        entries.shrink_to_fit();
        Self { entries }
    }

    /// The places of at most so many records that may be who `clues` is, those with most clues in
    /// common first, then in order of place. However many records there are, few are looked at.
    #[must_use]
    pub fn candidates(&self, clues: Clues, most: usize) -> Vec<u32> {
        let told = clues.0.into_iter().filter(|clue| *clue != 0);
        let found = told.flat_map(|clue| self.with(clue).iter().map(|(_, place)| *place));
        let mut places: Vec<u32> = found.collect();
        places.sort_unstable();
        let runs = places.chunk_by(|one, next| one == next);
        let mut counted: Vec<(usize, u32)> = runs
            .filter_map(|run| Some((run.len(), *run.first()?)))
            .collect();
        counted.sort_by_key(|(count, place)| (std::cmp::Reverse(*count), *place));
        counted.truncate(most);
        counted.into_iter().map(|(_, place)| place).collect()
    }

    /// The entries of a clue, none where they are a crowd.
    fn with(&self, clue: u32) -> &[(u32, u32)] {
        let start = self.entries.partition_point(|(other, _)| *other < clue);
        let from = self.entries.get(start..).unwrap_or_default();
        let near = from.get(..=CROWD).unwrap_or(from);
        let count = near.partition_point(|(other, _)| *other == clue);
        if count > CROWD {
            return &[];
        }
        near.get(..count).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::tests::{named, record};

    const KEY: DigestKey = DigestKey([3; 16]);

    fn clues(of: &[Observed]) -> Vec<Clues> {
        of.iter().map(|record| Clues::of(record, &KEY)).collect()
    }

    #[test]
    fn an_entry_is_small() {
        assert_eq!(size_of::<Clues>(), 12);
        let index = Index::of(clues(&[named("Mara Quist"), full(1)]));
        let bytes = size_of_val(index.entries.as_slice());
        assert_eq!(
            bytes, 24,
            "nothing for a name alone, 24 bytes for all three"
        );
    }

    fn full(number: u32) -> Observed {
        let mut record = named(&format!("Mara Quist{number}"));
        record.email = Some(format!("mara{number}@example.org"));
        record.phone = Some(format!("020 7{number:07}"));
        record.address.line_1 = Some(format!("{number} Mill Lane"));
        record.address.postcode = Some("LS1 4DY".into());
        record
    }

    #[test]
    fn who_has_more_in_common_comes_first() {
        let mut phone_alone = record();
        phone_alone.phone = full(1).phone;
        let index = Index::of(clues(&[full(0), phone_alone.clone(), full(1), phone_alone]));
        let of_one = Clues::of(&full(1), &KEY);
        assert_eq!(index.candidates(of_one, 9), [2, 1, 3]);
        assert_eq!(index.candidates(of_one, 2), [2, 1]);
        assert!(index.candidates(Clues::of(&full(5), &KEY), 9).is_empty());
        assert!(index.candidates(Clues::of(&record(), &KEY), 9).is_empty());
    }

    #[test]
    fn a_crowd_is_no_clue() {
        let with_shops_phone = |number: usize| {
            let mut record = named(&format!("Person {number}"));
            record.phone = Some("020 7946 0018".into());
            record
        };
        let crowd: Vec<Observed> = (0..=CROWD).map(with_shops_phone).collect();
        let of_one = Clues::of(&with_shops_phone(0), &KEY);
        let few = Index::of(clues(&crowd[..CROWD]));
        assert_eq!(few.candidates(of_one, usize::MAX).len(), CROWD);
        let many = Index::of(clues(&crowd));
        assert!(many.candidates(of_one, usize::MAX).is_empty());
    }

    #[test]
    fn placeholders_are_no_clue() {
        let mut nobody = record();
        nobody.email = Some("noemail@shop.com".into());
        nobody.phone = Some("000 000 0000".into());
        assert_eq!(Clues::of(&nobody, &KEY), Clues([0; CLUES]));
    }

    #[test]
    fn another_key_has_other_clues() {
        assert_ne!(
            Clues::of(&full(1), &KEY),
            Clues::of(&full(1), &DigestKey([4; 16]))
        );
    }
}
