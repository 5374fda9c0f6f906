//! Who is who: which record of one side is the same person as which of the other (design section
//! 6, "Matching"). The archive's link, then a reference that one side keeps of the other, then
//! equal cleaned emails. What cannot be told is a value of its own, and is never guessed.
//!
//! Deliberately absent: names, telephone numbers and addresses. They are evidence that is shown to
//! a person (`suggest`), and nothing here looks at them.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::{Archive, Digest, RecordId, Side, Sides, Sketch, Snapshot};

/// What is known of a record's twin on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is one person with the record at this place of the other snapshot.
    Paired(u32, Link),
    /// The other side has nobody of that email.
    Alone,
    /// More than one record could be meant, or none with certainty.
    Ambiguous(Ambiguity),
    /// It was paired, and its twin is gone.
    TwinGone,
    /// It was paired, and its twin was not read this time.
    TwinNotRead,
}

/// Why two records are one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// The archive says so: they were paired before, by this list or by a person.
    Archive,
    /// One of the two names the other.
    Reference,
    /// Their cleaned emails are equal, and nobody else's.
    Email,
}

/// Why nobody can tell who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ambiguity {
    /// Two or more records of POS have this email.
    SharedEmail {
        /// How many.
        in_pos: u32,
    },
    /// The email is that of a record that is paired with another one.
    EmailOfAnother,
    /// A reference names one record and the email another.
    Contradiction,
    /// A person said that the record of this email is somebody else.
    SaidToBeAnother,
}

/// What is known of every record of both snapshots.
#[derive(Clone, Debug)]
pub struct Identities {
    standings: Sides<Vec<Standing>>,
    emails: Sides<EmailIndex>,
    /// What the emails of those POS records that are nobody's twin have in common with variants.
    lonely_in_pos: Vec<u64>,
}

impl Identities {
    /// Finds out who is who. The order of the records does not count.
    #[must_use]
    pub fn of(snapshots: Sides<&Snapshot>, archive: &Archive) -> Self {
        let emails = snapshots.map(|_, snapshot| EmailIndex::of(snapshot));
        let mut standings = snapshots.map(|_, snapshot| vec![None; snapshot.sketches().len()]);
        let mut matcher = Matcher {
            snapshots,
            archive,
            emails: &emails,
            standings: &mut standings,
        };
        matcher.by_archive();
        let claims = matcher.by_reference();
        matcher.by_email();
        matcher.without_claim(&claims);
        let standings: Sides<Vec<_>> = standings.map(|_, of_side| {
            let settled = of_side
                .into_iter()
                .map(|found| found.unwrap_or(Standing::Alone));
            settled.collect()
        });
        let lonely_in_pos = lonely(snapshots.pos, &standings.pos);
        Self {
            standings,
            emails,
            lonely_in_pos,
        }
    }

    /// What is known of the record at this place of a side's snapshot.
    #[must_use]
    pub fn standing(&self, side: Side, place: u32) -> Standing {
        let found = usize::try_from(place)
            .ok()
            .and_then(|at| self.standings.get(side).get(at));
        found.copied().unwrap_or(Standing::Alone)
    }

    /// Whether POS has somebody without a twin whose email may be one with this one: nobody is
    /// created beside them unasked.
    #[must_use]
    pub fn may_be_in_pos(&self, record: &Sketch) -> bool {
        let near = record.near_email();
        near.is_some_and(|near| self.lonely_in_pos.binary_search(&near).is_ok())
    }

    /// How many records of a side have this email.
    #[must_use]
    pub fn with_email(&self, side: Side, email: Digest) -> usize {
        self.emails.get(side).places(email).count()
    }
}

fn lonely(snapshot: &Snapshot, standings: &[Standing]) -> Vec<u64> {
    let records = snapshot.sketches().iter().zip(standings);
    let lonely = records.filter(|(_, standing)| !matches!(standing, Standing::Paired(..)));
    let mut near: Vec<u64> = lonely
        .filter_map(|(sketch, _)| sketch.near_email())
        .collect();
    near.sort_unstable();
    near
}

/// The places of a side's records by their emails; those whose email is no key are left out.
#[derive(Clone, Debug)]
struct EmailIndex(Vec<(u64, u32)>);

impl EmailIndex {
    fn of(snapshot: &Snapshot) -> Self {
        let keyed = (0..).zip(snapshot.sketches());
        let keyed = keyed.filter(|(_, sketch)| !sketch.email_is_no_key);
        let mut places: Vec<_> = keyed
            .map(|(place, sketch)| (sketch.texts.email.number(), place))
            .collect();
        places.sort_unstable();
        Self(places)
    }

    /// The places of the records of this email, in order.
    fn places(&self, email: Digest) -> impl Iterator<Item = u32> {
        let email = email.number();
        let start = self.0.partition_point(|(other, _)| *other < email);
        let from = self.0.get(start..).unwrap_or_default();
        let same = from.iter().take_while(move |(other, _)| *other == email);
        same.map(|(_, place)| *place)
    }

    /// The records of each email that there is, in order.
    fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        self.0
            .chunk_by(|(one, _), (other, _)| one == other)
            .map(Run)
    }
}

/// All records of one side that have one email: the email and a place, again and again.
#[derive(Clone, Copy, Default)]
struct Run<'a>(&'a [(u64, u32)]);

impl Run<'_> {
    fn email(&self) -> Option<u64> {
        self.0.first().map(|(email, _)| *email)
    }
}

/// The places that come more than once.
fn repeated(places: impl Iterator<Item = u32>) -> BTreeSet<u32> {
    let mut seen = BTreeSet::new();
    places.filter(|place| !seen.insert(*place)).collect()
}

/// Fills in the standings, the surest evidence first.
struct Matcher<'a> {
    snapshots: Sides<&'a Snapshot>,
    archive: &'a Archive,
    emails: &'a Sides<EmailIndex>,
    standings: &'a mut Sides<Vec<Option<Standing>>>,
}

impl Matcher<'_> {
    fn set(&mut self, side: Side, place: u32, standing: Standing) {
        let at = usize::try_from(place).ok();
        if let Some(slot) = at.and_then(|at| self.standings.get_mut(side).get_mut(at)) {
            *slot = Some(standing);
        }
    }

    fn is_open(&self, side: Side, place: u32) -> bool {
        let at = usize::try_from(place).ok();
        let slot = at.and_then(|at| self.standings.get(side).get(at));
        slot.is_some_and(Option::is_none)
    }

    fn pair(&mut self, pos: u32, ecom: u32, link: Link) {
        self.set(Side::Pos, pos, Standing::Paired(ecom, link));
        self.set(Side::Ecom, ecom, Standing::Paired(pos, link));
    }

    fn by_archive(&mut self) {
        let Sides {
            pos: of_pos,
            ecom: of_ecom,
        } = self.snapshots;
        // A hash finds one of a million in two looks at memory, a search by halves in twenty.
        let ecom = of_ecom.sketches().iter().map(|sketch| &sketch.id);
        let places: HashMap<&RecordId, u32> = if self.archive.is_empty() {
            HashMap::new()
        } else {
            ecom.zip(0..).collect()
        };
        // Both are in order of the POS id: they are walked side by side.
        let mut records = (0..).zip(of_pos.sketches()).peekable();
        for agreement in self.archive.iter() {
            let ids = &agreement.ids;
            while records.next_if(|(_, sketch)| sketch.id < ids.pos).is_some() {}
            let found = records.next_if(|(_, sketch)| sketch.id == ids.pos);
            let pos = found.map(|(place, _)| place);
            match (pos, places.get(&ids.ecom).copied()) {
                (Some(pos), Some(ecom)) => self.pair(pos, ecom, Link::Archive),
                (Some(pos), None) => self.without(Side::Pos, pos, &agreement.ids.ecom),
                (None, Some(ecom)) => self.without(Side::Ecom, ecom, &agreement.ids.pos),
                (None, None) => {}
            }
        }
    }

    /// Settles a paired record whose twin is not in its snapshot.
    fn without(&mut self, side: Side, place: u32, twin: &RecordId) {
        let is_gone = self.snapshots.get(side.other()).is_gone(twin);
        let standing = if is_gone {
            Standing::TwinGone
        } else {
            Standing::TwinNotRead
        };
        self.set(side, place, standing);
    }

    /// Pairs by reference, and gives back who names whom.
    fn by_reference(&mut self) -> Vec<(u32, u32)> {
        let mut claims: Vec<(u32, u32)> = Vec::new();
        for side in Side::BOTH {
            for (own, twin) in self.snapshots.get(side).references() {
                let own = self.snapshots.get(side).place(own);
                let twin = self.snapshots.get(side.other()).place(twin);
                if let (Some(own), Some(twin)) = (own, twin) {
                    let (pos, ecom) = if side == Side::Pos {
                        (own, twin)
                    } else {
                        (twin, own)
                    };
                    claims.push((pos, ecom));
                }
            }
        }
        claims.sort_unstable();
        claims.dedup();
        let crowded = (
            repeated(claims.iter().map(|(pos, _)| *pos)),
            repeated(claims.iter().map(|(_, ecom)| *ecom)),
        );
        for (pos, ecom) in &claims {
            let has_rival = crowded.0.contains(pos) || crowded.1.contains(ecom);
            if has_rival || self.email_says_otherwise(*pos, *ecom) {
                // One of two rivals may have been settled by the archive, which is sure.
                let standing = Standing::Ambiguous(Ambiguity::Contradiction);
                self.set_if_open(Side::Pos, *pos, standing);
                self.set_if_open(Side::Ecom, *ecom, standing);
            } else if self.is_open(Side::Pos, *pos)
                && self.is_open(Side::Ecom, *ecom)
                && !self.said_to_differ(*pos, *ecom)
            {
                self.pair(*pos, *ecom, Link::Reference);
            }
        }
        claims
    }

    /// An eCom record whose own POS record a person gave to somebody else, and whose email nobody
    /// has: POS would refuse a second record of its code, so a person says who it is.
    fn without_claim(&mut self, claims: &[(u32, u32)]) {
        for (pos, ecom) in claims {
            if self.is_open(Side::Ecom, *ecom) {
                let why = if self.said_to_differ(*pos, *ecom) {
                    Ambiguity::SaidToBeAnother
                } else {
                    Ambiguity::Contradiction
                };
                self.set(Side::Ecom, *ecom, Standing::Ambiguous(why));
            }
        }
    }

    fn set_if_open(&mut self, side: Side, place: u32, standing: Standing) {
        if self.is_open(side, place) {
            self.set(side, place, standing);
        }
    }

    /// Whether the email of either of the two is somebody else's on the other side.
    fn email_says_otherwise(&self, pos: u32, ecom: u32) -> bool {
        let other = |side: Side, place: u32, twin: u32| {
            let sketch = self.snapshots.get(side).at(place);
            let sketch = sketch.filter(|sketch| !sketch.email_is_no_key);
            sketch.is_some_and(|sketch| {
                let mut there = self.emails.get(side.other()).places(sketch.texts.email);
                there.any(|place| place != twin)
            })
        };
        other(Side::Pos, pos, ecom) || other(Side::Ecom, ecom, pos)
    }

    fn said_to_differ(&self, pos: u32, ecom: u32) -> bool {
        let id = |side: Side, place| self.snapshots.get(side).at(place).map(|sketch| &sketch.id);
        match (id(Side::Pos, pos), id(Side::Ecom, ecom)) {
            (Some(pos), Some(ecom)) => self.archive.is_unlinked(pos, ecom),
            _ => false,
        }
    }

    /// Both indexes are in order of the email: they are walked side by side.
    fn by_email(&mut self) {
        let emails = self.emails;
        let mut of_ecom = emails.ecom.runs().peekable();
        let mut of_pos = emails.pos.runs().peekable();
        loop {
            let email = match (of_pos.peek(), of_ecom.peek()) {
                (None, None) => return,
                (Some(one), None) | (None, Some(one)) => one.email(),
                (Some(pos), Some(ecom)) => pos.email().min(ecom.email()),
            };
            let run = Sides {
                pos: of_pos.next_if(|run| run.email() == email),
                ecom: of_ecom.next_if(|run| run.email() == email),
            };
            self.of_one_email(run.map(|_, run| run.unwrap_or_default()));
        }
    }

    fn of_one_email(&mut self, run: Sides<Run<'_>>) {
        match (run.pos.0, run.ecom.0) {
            ([(_, pos)], [(_, ecom)]) => self.of_two(*pos, *ecom),
            ([_], []) | ([], [_]) => {}
            (in_pos, _) => {
                let in_pos = u32::try_from(in_pos.len()).unwrap_or(u32::MAX);
                let standing = Standing::Ambiguous(Ambiguity::SharedEmail { in_pos });
                for side in Side::BOTH {
                    for (_, place) in run.get(side).0 {
                        if self.is_open(side, *place) {
                            self.set(side, *place, standing);
                        }
                    }
                }
            }
        }
    }

    /// One record of each side has this email.
    fn of_two(&mut self, pos: u32, ecom: u32) {
        let standing = Standing::Ambiguous(Ambiguity::EmailOfAnother);
        match (self.is_open(Side::Pos, pos), self.is_open(Side::Ecom, ecom)) {
            (false, false) => {}
            (true, false) => self.set(Side::Pos, pos, standing),
            (false, true) => self.set(Side::Ecom, ecom, standing),
            (true, true) if self.said_to_differ(pos, ecom) => {
                let standing = Standing::Ambiguous(Ambiguity::SaidToBeAnother);
                self.set(Side::Pos, pos, standing);
                self.set(Side::Ecom, ecom, standing);
            }
            (true, true) => self.pair(pos, ecom, Link::Email),
        }
    }
}
