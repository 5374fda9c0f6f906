//! The archive: what both sides last agreed on, per pair. No name, address or number is in it, only
//! keyed digests (design section 6). Its form at rest: `archive/format.rs`.

pub mod format;
mod noted;

pub use noted::{Commitment, Fact, Wrote};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::{
    Consent, Digest, DigestKey, Field, FieldSet, GroupId, RecordId, Side, Sides, Stamp, Texts,
};

/// What the archive knows of one text of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Nothing was ever agreed.
    #[default]
    Never,
    /// Both sides had a text of this digest.
    Agreed(Digest),
    /// A person left them different; the digest is that of both texts together.
    Apart(Digest),
}

impl Base {
    /// What two texts come to: agreed where they are the same.
    #[must_use]
    pub fn of(key: &DigestKey, field: Field, texts: Sides<Digest>) -> Self {
        if texts.pos == texts.ecom {
            Self::Agreed(texts.pos)
        } else {
            Self::apart(key, field, texts)
        }
    }

    /// What no text is: until both sides have the same, a person is asked, and not even a blank is
    /// filled.
    #[must_use]
    pub fn open(key: &DigestKey, field: Field) -> Self {
        Self::Agreed(key.digest(field, "\0"))
    }

    /// Two different texts that a person left as they are.
    #[must_use]
    pub fn apart(key: &DigestKey, field: Field, texts: Sides<Digest>) -> Self {
        let both = format!("{:x} {:x}", texts.pos.number(), texts.ecom.number());
        Self::Apart(key.digest(field, &both))
    }
}

/// What Tandem last wrote into a field, and what was there before: whoever puts the old value back
/// disagrees with Tandem, and after two such flips Tandem stops (design section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The field.
    pub field: Field,
    /// The side that was written to.
    pub on: Side,
    /// A short digest of what was there before.
    pub before: u32,
    /// How often the old value came back.
    pub flips: u8,
}

impl Echo {
    /// How often the old value may come back before Tandem stops.
    pub const MOST_FLIPS: u8 = 2;

    /// A digest in the three bytes that the archive keeps of it.
    #[must_use]
    pub const fn short(digest: Digest) -> u32 {
        (digest.number() & 0x00ff_ffff) as u32
    }

    /// How often the old value has come back, once `source` on side `from` is copied: one more if
    /// it is what Tandem overwrote there, none if it is new.
    #[must_use]
    pub const fn flips_with(&self, from: Side, source: Digest) -> u8 {
        let is_same_side = matches!(
            (self.on, from),
            (Side::Pos, Side::Pos) | (Side::Ecom, Side::Ecom)
        );
        if is_same_side && self.before == Self::short(source) {
            self.flips.saturating_add(1)
        } else {
            0
        }
    }
}

/// What both sides of one pair last agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The two records.
    pub ids: Sides<RecordId>,
    /// How new the readings were that this is based on.
    pub stamps: Sides<Stamp>,
    /// The texts.
    pub texts: Texts<Base>,
    /// The groups that both were in: counterparts, or left different by a person. Shared with all
    /// pairs of the same two groups, of which there are few.
    pub group: Option<Arc<Sides<GroupId>>>,
    /// The consents: of one meaning, or left different.
    pub consent: Option<Sides<Consent>>,
    /// What Tandem wrote last, per field.
    pub echoes: Vec<Echo>,
}

impl Agreement {
    /// A pair of which nothing is agreed yet but that the two are one person.
    #[must_use]
    pub fn link(ids: Sides<RecordId>) -> Self {
        Self {
            ids,
            stamps: Sides::default(),
            texts: Texts::default(),
            group: None,
            consent: None,
            echoes: Vec::new(),
        }
    }

    /// The fields of which something is known.
    #[must_use]
    pub fn known(&self) -> FieldSet {
        let is_known = |field: Field| match field {
            Field::Group => self.group.is_some(),
            Field::Consent => self.consent.is_some(),
            text => self
                .texts
                .get(text)
                .is_some_and(|base| *base != Base::Never),
        };
        Field::ALL
            .into_iter()
            .filter(|field| is_known(*field))
            .collect()
    }
}

impl Agreement {
    /// Whether the archive says already what a fact says.
    #[must_use]
    pub fn holds(&self, fact: &Fact, key: &DigestKey) -> bool {
        match fact {
            Fact::Text(field, texts) => {
                self.texts.get(*field) == Some(&Base::of(key, *field, *texts))
            }
            Fact::Group(groups) => self.group.as_deref() == Some(groups),
            Fact::Consent(consents) => self.consent.as_ref() == Some(consents),
            Fact::Open(Field::Group) => self.group.is_none(),
            Fact::Open(Field::Consent) => self.consent.is_none(),
            Fact::Open(text) => self.texts.get(*text) == Some(&Base::open(key, *text)),
        }
    }

    /// Remembers what was written over, and how often the same came back. A write that is noted
    /// twice, because a kill came between the archive and the journal, counts once.
    fn echo(&mut self, wrote: &Wrote) {
        let earlier = self.echoes.iter().find(|echo| echo.field == wrote.field);
        let before = Echo::short(wrote.before);
        if earlier.is_some_and(|echo| echo.on == wrote.on && echo.before == before) {
            return;
        }
        let flips = earlier.map_or(0, |echo| echo.flips_with(wrote.on.other(), wrote.source));
        self.echoes.retain(|echo| echo.field != wrote.field);
        self.echoes.push(Echo {
            field: wrote.field,
            on: wrote.on,
            before,
            flips,
        });
        self.echoes.sort_by_key(|echo| echo.field);
    }

    fn note(&mut self, fact: &Fact, key: &DigestKey) {
        match fact {
            Fact::Text(field, texts) => {
                if let Some(base) = self.texts.get_mut(*field) {
                    *base = Base::of(key, *field, *texts);
                }
            }
            Fact::Group(groups) => self.group = Some(Arc::new(groups.clone())),
            Fact::Consent(consents) => self.consent = Some(*consents),
            Fact::Open(Field::Group) => self.group = None,
            Fact::Open(Field::Consent) => self.consent = None,
            Fact::Open(text) => {
                if let Some(base) = self.texts.get_mut(*text) {
                    *base = Base::open(key, *text);
                }
            }
        }
    }
}

/// All agreements of one store pair, found by either id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// Boxed, because the nodes of a map that grows in order are half empty.
    pairs: BTreeMap<RecordId, Box<Agreement>>,
    by_ecom: BTreeMap<RecordId, RecordId>,
    unlinked: BTreeSet<(RecordId, RecordId)>,
    last_count: Sides<u32>,
    /// What a newer Tandem wrote behind a pair (by its POS id) and behind the head, to be written
    /// again as it is.
    tails: BTreeMap<RecordId, Box<[u8]>>,
    head_tail: Box<[u8]>,
    shared: Shared,
}

/// The groups that agreements name, each two of them once. It is about room and says nothing, so
/// any two of it are equal.
#[derive(Clone, Debug, Default)]
struct Shared(BTreeSet<Arc<Sides<GroupId>>>);

impl PartialEq for Shared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Shared {}

impl Shared {
    fn share(&mut self, group: &mut Option<Arc<Sides<GroupId>>>) {
        let Some(own) = group else { return };
        match self.0.get(own) {
            Some(known) => *own = Arc::clone(known),
            None => {
                self.0.insert(Arc::clone(own));
            }
        }
    }
}

impl Archive {
    /// The agreement of a record of `side`.
    #[must_use]
    pub fn find(&self, side: Side, id: &RecordId) -> Option<&Agreement> {
        match side {
            Side::Pos => self.pairs.get(id).map(|found| &**found),
            Side::Ecom => self.find(Side::Pos, self.by_ecom.get(id)?),
        }
    }

    /// All agreements, in order of the POS id.
    pub fn iter(&self) -> impl Iterator<Item = &Agreement> {
        self.pairs.values().map(|pair| &**pair)
    }

    /// How many pairs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is no pair.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Sets an agreement. A record is in one pair: what either was linked to before is let go.
    pub fn set(&mut self, mut agreement: Agreement) {
        self.shared.share(&mut agreement.group);
        let Sides { pos, ecom } = agreement.ids.clone();
        let before = self.pairs.get(&pos);
        let is_same = before.is_some_and(|before| before.ids == agreement.ids);
        let tail = is_same.then(|| self.tails.remove(&pos)).flatten();
        self.remove(&ecom, Side::Ecom);
        self.remove(&pos, Side::Pos);
        self.unlinked.remove(&(pos.clone(), ecom.clone()));
        self.by_ecom.insert(ecom, pos.clone());
        if let Some(tail) = tail {
            self.tails.insert(pos.clone(), tail);
        }
        self.pairs.insert(pos, Box::new(agreement));
    }

    /// Whether something about these two is noted. A record that is paired with another one stays
    /// so, and two that a person took apart stay apart: only a person says otherwise.
    #[must_use]
    pub fn takes(&self, ids: &Sides<RecordId>) -> bool {
        let is_elsewhere = |side: Side| {
            let found = self.find(side, ids.get(side));
            found.is_some_and(|found| found.ids != *ids)
        };
        let is_apart = self.is_unlinked(&ids.pos, &ids.ecom);
        !is_apart && !Side::BOTH.into_iter().any(is_elsewhere)
    }

    /// Notes what was found out, where it [`takes`](Self::takes) it. Says whether it did.
    pub fn commit(&mut self, commitment: &Commitment, key: &DigestKey) -> bool {
        let ids = &commitment.ids;
        if !self.takes(ids) {
            return false;
        }
        if !self.pairs.contains_key(&ids.pos) {
            self.set(Agreement::link(ids.clone()));
        }
        if let Some(agreement) = self.pairs.get_mut(&ids.pos) {
            for fact in &commitment.facts {
                agreement.note(fact, key);
            }
            self.shared.share(&mut agreement.group);
            for wrote in &commitment.wrote {
                agreement.echo(wrote);
            }
            for side in Side::BOTH {
                let newest = commitment.stamps.get(side).unwrap_or_default();
                let stamp = agreement.stamps.get_mut(side);
                *stamp = newest.max(*stamp);
            }
        }
        true
    }

    fn remove(&mut self, id: &RecordId, side: Side) {
        let pos = match side {
            Side::Pos => Some(id.clone()),
            Side::Ecom => self.by_ecom.get(id).cloned(),
        };
        if let Some(old) = pos.and_then(|pos| self.pairs.remove(&pos)) {
            self.by_ecom.remove(&old.ids.ecom);
            self.tails.remove(&old.ids.pos);
        }
    }

    /// Forgets a pair and remembers that the two are not one person.
    pub fn unlink(&mut self, pos: &RecordId, ecom: &RecordId) {
        if self
            .pairs
            .get(pos)
            .is_some_and(|pair| pair.ids.ecom == *ecom)
        {
            self.remove(pos, Side::Pos);
        }
        self.unlinked.insert((pos.clone(), ecom.clone()));
    }

    /// Forgets a pair of which a record is gone; nothing is said about who is who.
    pub fn forget(&mut self, pos: &RecordId) {
        self.remove(pos, Side::Pos);
    }

    /// Whether a person said that the two are not one.
    #[must_use]
    pub fn is_unlinked(&self, pos: &RecordId, ecom: &RecordId) -> bool {
        // Without the clones an index of a pair of references would be needed for what is rare.
        !self.unlinked.is_empty() && self.unlinked.contains(&(pos.clone(), ecom.clone()))
    }

    /// How many records each side had when everything was last read.
    #[must_use]
    pub const fn last_count(&self) -> Sides<u32> {
        self.last_count
    }

    /// Notes how many records each side has.
    pub const fn set_last_count(&mut self, count: Sides<u32>) {
        self.last_count = count;
    }
}
