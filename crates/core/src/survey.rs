//! The survey: every customer of both sides with exactly one status, and per pair what follows for
//! each field. From sketches alone, so that a million customers a side fit; what is written and
//! with which values is drafted afterwards (`sync::draft`), for those alone that need it.

mod asked;
mod spread;
mod status;

use std::sync::Arc;

use crate::{
    Agreement, Archive, Consent, Digest, DigestKey, Field, FieldSet, GroupId, GroupMap, GroupSlot,
    RecordId, RecordRef, Side, Sides, Sketch, Snapshot,
    archive::{Base, Echo},
    decisions::Decisions,
    identity::{Identities, Link, Standing},
    recon::{self, Outcome, Question},
};

pub use spread::{Consents, Known, Overlap, Part};
pub use status::{Line, Reason, Status, StatusCounts};

/// What a survey looks at.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// What was read.
    pub snapshots: Sides<&'a Snapshot>,
    /// What was agreed before.
    pub archive: &'a Archive,
    /// Which groups stand for each other.
    pub groups: &'a GroupMap,
    /// What people decided.
    pub decisions: &'a Decisions,
    /// The secret behind all digests, the same as that of the snapshots.
    pub key: &'a DigestKey,
    /// The fields that are kept the same. Without [`Field::Group`] where the plan has no groups.
    pub scope: FieldSet,
}

/// What a survey found out, without what it looked at: kept, so that a question about one customer
/// does not look at everybody again.
#[derive(Clone, Debug)]
pub struct Findings {
    identities: Identities,
    lines: Vec<Line>,
}

impl Findings {
    /// Every customer, once: those of POS in order of id, then those whom eCom alone has.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Who is who.
    #[must_use]
    pub const fn identities(&self) -> &Identities {
        &self.identities
    }

    /// Puts a line anew in place of the one at `at`: after a decision about that customer alone.
    pub fn put(&mut self, at: usize, line: Line) {
        if let Some(place) = self.lines.get_mut(at) {
            *place = line;
        }
    }
}

/// Every customer of both sides, once.
#[derive(Clone, Debug)]
pub struct Survey<'a> {
    inputs: Inputs<'a>,
    found: Arc<Findings>,
    /// What was agreed, by the place of the POS record; `None` where each is looked up as it is asked
    /// for, so that a question about one customer walks past nobody.
    agreements: Option<Vec<Option<&'a Agreement>>>,
    /// The counterparts of the groups, by their numbers in the snapshots.
    slots: Sides<Vec<GroupSlot>>,
}

/// The two records of one person.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The records.
    pub sketches: Sides<&'a Sketch>,
    /// Their groups.
    pub groups: Sides<&'a GroupId>,
    /// What they last agreed on, if anything.
    pub agreement: Option<&'a Agreement>,
    /// Why they are one person.
    pub link: Link,
}

impl<'a> Survey<'a> {
    /// Looks at everybody.
    #[must_use]
    pub fn of(inputs: Inputs<'a>) -> Self {
        let found = Findings {
            identities: Identities::of(inputs.snapshots, inputs.archive),
            lines: Vec::new(),
        };
        let mut survey = Self::again(inputs, Arc::new(found));
        survey.agreements = Some(agreements(&inputs));
        let lines = survey.all_lines();
        if let Some(found) = Arc::get_mut(&mut survey.found) {
            found.lines = lines;
        }
        survey
    }

    /// A survey that was made before of the same snapshots and the same archive. Decisions may be
    /// others, if the lines of those whom they are about were put anew.
    #[must_use]
    pub fn again(inputs: Inputs<'a>, found: Arc<Findings>) -> Self {
        Self {
            inputs,
            found,
            agreements: None,
            slots: inputs.snapshots.map(|side, snapshot| {
                let groups = snapshot.groups().iter();
                groups
                    .map(|group| inputs.groups.slot(side, group))
                    .collect()
            }),
        }
    }

    /// What was found out.
    #[must_use]
    pub const fn found(&self) -> &Arc<Findings> {
        &self.found
    }

    /// The line of the customer of `line`, as it is with the decisions of now.
    #[must_use]
    pub fn anew(&self, line: &Line) -> Line {
        let first = Side::BOTH
            .into_iter()
            .find_map(|side| Some((side, (*line.places.get(side))?)));
        let found = first.and_then(|(side, place)| {
            let sketch = self.inputs.snapshots.get(side).at(place)?;
            let standing = self.found.identities.standing(side, place);
            Some(self.line(side, place, sketch, standing))
        });
        found.unwrap_or(*line)
    }

    /// What it looked at.
    #[must_use]
    pub const fn inputs(&self) -> &Inputs<'a> {
        &self.inputs
    }

    /// Who is who.
    #[must_use]
    pub fn identities(&self) -> &Identities {
        &self.found.identities
    }

    /// Every customer, once: those of POS in order of id, then those whom eCom alone has.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.found.lines
    }

    /// How many customers have each status; they add up (invariant I4).
    #[must_use]
    pub fn counts(&self) -> StatusCounts {
        StatusCounts::of(self.lines().iter().map(|line| line.status))
    }

    /// The records of a line: one or two, that of POS first.
    pub fn records(&self, line: &Line) -> impl Iterator<Item = RecordRef> + use<'a> {
        let ids = Sides::from_fn(|side| {
            let place = (*line.places.get(side))?;
            self.id(side, place).cloned()
        });
        let of = |side, id: Option<RecordId>| id.map(|id| RecordRef { side, id });
        of(Side::Pos, ids.pos)
            .into_iter()
            .chain(of(Side::Ecom, ids.ecom))
    }

    /// The records of a line that is a pair.
    #[must_use]
    pub fn pair(&self, line: &Line) -> Option<Pair<'a>> {
        self.pair_at(line.places.pos?, line.places.ecom?)
    }

    pub(crate) fn pair_at(&self, pos: u32, ecom: u32) -> Option<Pair<'a>> {
        let Standing::Paired(twin, link) = self.found.identities.standing(Side::Pos, pos) else {
            return None;
        };
        if twin != ecom {
            return None;
        }
        let snapshots = self.inputs.snapshots;
        let sketches = Sides {
            pos: snapshots.pos.at(pos)?,
            ecom: snapshots.ecom.at(ecom)?,
        };
        let groups = Sides {
            pos: snapshots.pos.group(sketches.pos)?,
            ecom: snapshots.ecom.group(sketches.ecom)?,
        };
        let agreement = match &self.agreements {
            Some(all) => all.get(usize::try_from(pos).ok()?).copied().flatten(),
            None => self.inputs.archive.find(Side::Pos, &sketches.pos.id),
        };
        Some(Pair {
            sketches,
            groups,
            agreement,
            link,
        })
    }

    /// What follows for each field in scope of a pair.
    pub fn outcomes(&self, pair: &Pair<'_>) -> impl Iterator<Item = (Field, Outcome)> {
        let scope = self.inputs.scope.iter();
        scope.map(|field| (field, self.outcome(pair, field)))
    }

    /// What follows for one field of a pair.
    #[must_use]
    pub fn outcome(&self, pair: &Pair<'_>, field: Field) -> Outcome {
        let guarded = self.unanswered(pair, field);
        let Outcome::Ask(question) = guarded else {
            return guarded;
        };
        let ids = pair.sketches.map(|_, sketch| &sketch.id);
        let now = self.digests(pair, field);
        match self.inputs.decisions.find(ids, field, now) {
            Some(answer) => self.possible(pair, field, answer.applied(question, pair.consents())),
            None => guarded,
        }
    }

    /// What follows for one field of a pair, whatever was answered.
    fn unanswered(&self, pair: &Pair<'_>, field: Field) -> Outcome {
        let merged = self.possible(pair, field, self.merged(pair, field));
        self.flip_guarded(pair, field, merged)
    }

    fn slots_of(&self, pair: &Pair<'_>) -> Sides<GroupSlot> {
        pair.sketches.map(|side, sketch| {
            let at = usize::try_from(sketch.group_number()).ok();
            let slot = at.and_then(|at| self.slots.get(side).get(at));
            slot.copied().unwrap_or(GroupSlot::UNMAPPED)
        })
    }

    fn merged(&self, pair: &Pair<'_>, field: Field) -> Outcome {
        let agreement = pair.agreement;
        match field {
            Field::Group => {
                let agreed = agreement.and_then(|agreement| agreement.group.as_deref());
                recon::group_in(self.slots_of(pair), agreed, pair.groups)
            }
            Field::Consent => recon::consents(
                agreement.and_then(|agreement| agreement.consent),
                pair.consents(),
            ),
            text => {
                let agreed = agreement.and_then(|agreement| agreement.texts.get(text).copied());
                let now = self.digests(pair, text);
                recon::text(self.inputs.key, text, agreed.unwrap_or(Base::Never), now)
            }
        }
    }

    /// What cannot be done stays a question, not even a person's word makes it otherwise: nobody
    /// loses an email or gets one that another customer of that side has, and nobody joins a group
    /// that is not there.
    fn possible(&self, pair: &Pair<'_>, field: Field, outcome: Outcome) -> Outcome {
        let Outcome::Copy { to, .. } = outcome else {
            return outcome;
        };
        let by = to.other();
        let question = match field {
            Field::Email if pair.sketches.get(by).texts.email.is_blank() => {
                Question::Cleared { by }
            }
            Field::Email if self.is_email_taken(pair, to) => Question::EmailTaken,
            Field::Group if self.inputs.groups.twin(by, pair.groups.get(by)).is_none() => {
                Question::NoSuchGroup { on: by }
            }
            _ => return outcome,
        };
        Outcome::Ask(question)
    }

    /// Whether the email that `to` would get is that of somebody else there. One that is no key
    /// repeats in POS as it likes; eCom takes no email twice, whatever it is worth.
    fn is_email_taken(&self, pair: &Pair<'_>, to: Side) -> bool {
        let source = pair.sketches.get(to.other());
        let email = source.texts.email;
        if to == Side::Ecom && source.email_is_no_key {
            let mut others = self.inputs.snapshots.ecom.sketches().iter();
            return others.any(|other| other.texts.email == email);
        }
        self.found.identities.with_email(to, email) > 0
    }

    /// What somebody puts back each time is not written again.
    fn flip_guarded(&self, pair: &Pair<'_>, field: Field, outcome: Outcome) -> Outcome {
        let Outcome::Copy { to, .. } = outcome else {
            return outcome;
        };
        let from = to.other();
        let source = *self.digests(pair, field).get(from);
        let echoes = pair
            .agreement
            .map(|agreement| &*agreement.echoes)
            .unwrap_or_default();
        let echo = echoes.iter().find(|echo| echo.field == field);
        if echo.is_some_and(|echo| echo.flips_with(from, source) >= Echo::MOST_FLIPS) {
            return Outcome::Ask(Question::FlipFlop);
        }
        outcome
    }

    /// Digests of the two values of a field, as answers remember them.
    #[must_use]
    pub fn digests(&self, pair: &Pair<'_>, field: Field) -> Sides<Digest> {
        pair.sketches.map(|side, sketch| match field {
            Field::Group => self.inputs.key.digest(field, &pair.groups.get(side).0),
            Field::Consent => self.inputs.key.consent(sketch.consent),
            text => sketch.texts.get(text).copied().unwrap_or(Digest::BLANK),
        })
    }

    fn id(&self, side: Side, place: u32) -> Option<&'a RecordId> {
        self.inputs
            .snapshots
            .get(side)
            .at(place)
            .map(|sketch| &sketch.id)
    }
}

/// What was agreed of each POS record. Both lists are in order of its id: they are walked side by
/// side, which for a million of them is much faster than looking each up.
fn agreements<'a>(inputs: &Inputs<'a>) -> Vec<Option<&'a Agreement>> {
    let mut agreed = inputs.archive.iter().peekable();
    let sketches = inputs.snapshots.pos.sketches().iter();
    let of_each = sketches.map(|sketch| {
        while agreed.next_if(|one| one.ids.pos < sketch.id).is_some() {}
        agreed.next_if(|one| one.ids.pos == sketch.id)
    });
    of_each.collect()
}

impl Pair<'_> {
    /// What both sides know of the person's consent.
    #[must_use]
    pub fn consents(&self) -> Sides<Consent> {
        self.sketches.map(|_, sketch| sketch.consent)
    }
}
