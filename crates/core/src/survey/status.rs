//! The status of a customer: exactly one, with its reason as data (rules A3 to A6). Words are made
//! of it in the panel.

use serde::{Deserialize, Serialize};

use super::Survey;
use crate::{
    Field, FieldSet, GroupSlot, Side, Sides, Sketch,
    identity::{Ambiguity, Standing},
    recon::Outcome,
};

/// One customer: a pair, or a record that one side alone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where the records stand in the snapshots.
    pub places: Sides<Option<u32>>,
    /// The status.
    pub status: Status,
    /// Why it has that status.
    pub reason: Reason,
}

/// What a customer's row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In both, and the same (A3).
    InStep,
    /// In both; the next run brings them together (A3, A7).
    WillSync,
    /// Only in POS: linked by itself at the first online order or sign-in (A4).
    WaitsForOrder,
    /// Only on the other side; the next run creates it on this side (A5, or a person's wish).
    WillBeCreated(Side),
    /// Only online, without an order or with a double in POS that may be meant: a person adds it
    /// (A5).
    AddByHand,
    /// In both, and the groups differ: a person chooses (A6).
    NeedsGroup,
    /// In both, and something else has to be decided.
    NeedsDecision,
    /// Who it is on the other side cannot be told.
    Ambiguous,
    /// No email, so it can be in step with nobody.
    NoEmail,
    /// It was in both, and one side no longer has it.
    Gone,
    /// It was in both, and one side's record could not be read this time.
    NotRead,
    /// A person said to leave it alone.
    Ignored,
}

/// Why a customer has its status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The status says it all.
    Plain,
    /// These fields are copied, and about these a person is asked.
    Fields {
        /// Copied.
        copy: FieldSet,
        /// Asked about.
        ask: FieldSet,
    },
    /// Why nobody can tell who is meant.
    Ambiguity(Ambiguity),
    /// The email is a placeholder, or no address.
    EmailIsNoKey,
    /// The record's group has no counterpart on the other side.
    NoSuchGroup,
    /// The side that no longer has it, or where it could not be read.
    On(Side),
    /// A person asked for it.
    Asked,
    /// POS has somebody whose email may be one with this one: created only when a person asks for
    /// it, so that nobody is there twice.
    MayBeInPos,
}

/// How many customers have each status; they add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCounts {
    /// Customers in all.
    pub total: u32,
    /// [`Status::InStep`].
    pub in_step: u32,
    /// [`Status::WillSync`].
    pub will_sync: u32,
    /// [`Status::WaitsForOrder`].
    pub waits_for_order: u32,
    /// [`Status::WillBeCreated`], per side.
    pub will_be_created: Sides<u32>,
    /// [`Status::AddByHand`].
    pub add_by_hand: u32,
    /// [`Status::NeedsGroup`].
    pub needs_group: u32,
    /// [`Status::NeedsDecision`].
    pub needs_decision: u32,
    /// [`Status::Ambiguous`].
    pub ambiguous: u32,
    /// [`Status::NoEmail`].
    pub no_email: u32,
    /// [`Status::Gone`].
    pub gone: u32,
    /// [`Status::NotRead`].
    pub not_read: u32,
    /// [`Status::Ignored`].
    pub ignored: u32,
}

impl StatusCounts {
    /// Counts statuses.
    pub fn of(statuses: impl IntoIterator<Item = Status>) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            counts.total += 1;
            *counts.of_status(status) += 1;
        }
        counts
    }

    const fn of_status(&mut self, status: Status) -> &mut u32 {
        match status {
            Status::InStep => &mut self.in_step,
            Status::WillSync => &mut self.will_sync,
            Status::WaitsForOrder => &mut self.waits_for_order,
            Status::WillBeCreated(side) => self.will_be_created.get_mut(side),
            Status::AddByHand => &mut self.add_by_hand,
            Status::NeedsGroup => &mut self.needs_group,
            Status::NeedsDecision => &mut self.needs_decision,
            Status::Ambiguous => &mut self.ambiguous,
            Status::NoEmail => &mut self.no_email,
            Status::Gone => &mut self.gone,
            Status::NotRead => &mut self.not_read,
            Status::Ignored => &mut self.ignored,
        }
    }
}

impl Survey<'_> {
    pub(super) fn all_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for side in Side::BOTH {
            for (place, sketch) in (0..).zip(self.inputs.snapshots.get(side).sketches()) {
                let standing = self.found.identities.standing(side, place);
                // A pair stands where its POS record stands.
                if side == Side::Ecom && matches!(standing, Standing::Paired(..)) {
                    continue;
                }
                lines.push(self.line(side, place, sketch, standing));
            }
        }
        lines
    }

    pub(super) fn line(&self, side: Side, place: u32, sketch: &Sketch, standing: Standing) -> Line {
        let twin = match standing {
            Standing::Paired(twin, _) => Some(twin),
            _ => None,
        };
        let (pos, ecom) = match side {
            Side::Pos => (Some(place), twin),
            Side::Ecom => (twin, Some(place)),
        };
        let (status, reason) = if self.is_ignored(side, place, twin) {
            (Status::Ignored, Reason::Plain)
        } else {
            match standing {
                Standing::Paired(twin, _) => self.of_pair(place, twin),
                Standing::Alone => self.of_lonely(side, sketch),
                Standing::Ambiguous(why) => (Status::Ambiguous, Reason::Ambiguity(why)),
                Standing::TwinGone => (Status::Gone, Reason::On(side.other())),
                Standing::TwinNotRead => (Status::NotRead, Reason::On(side.other())),
            }
        };
        Line {
            places: Sides { pos, ecom },
            status,
            reason,
        }
    }

    fn is_ignored(&self, side: Side, place: u32, twin: Option<u32>) -> bool {
        let ignored = |side, place| {
            self.id(side, place)
                .is_some_and(|id| self.inputs.decisions.is_ignored(side, id))
        };
        ignored(side, place) || twin.is_some_and(|twin| ignored(side.other(), twin))
    }

    fn of_pair(&self, pos: u32, ecom: u32) -> (Status, Reason) {
        let Some(pair) = self.pair_at(pos, ecom) else {
            return (Status::NotRead, Reason::On(Side::Ecom));
        };
        let (mut copy, mut ask) = (FieldSet::NONE, FieldSet::NONE);
        for (field, outcome) in self.outcomes(&pair) {
            match outcome {
                Outcome::Agreed | Outcome::Apart => {}
                Outcome::Copy { .. } => copy = copy.with(field),
                Outcome::Ask(_) => ask = ask.with(field),
            }
        }
        let status = if ask.has(Field::Group) {
            Status::NeedsGroup
        } else if !ask.is_empty() {
            Status::NeedsDecision
        } else if !copy.is_empty() {
            Status::WillSync
        } else {
            return (Status::InStep, Reason::Plain);
        };
        (status, Reason::Fields { copy, ask })
    }

    fn of_lonely(&self, side: Side, sketch: &Sketch) -> (Status, Reason) {
        if sketch.texts.email.is_blank() {
            return (Status::NoEmail, Reason::Plain);
        }
        if sketch.email_is_no_key {
            return (Status::NoEmail, Reason::EmailIsNoKey);
        }
        let is_asked = self.inputs.decisions.is_to_be_created(side, &sketch.id);
        let is_due = side == Side::Ecom && sketch.has_ordered;
        if !(is_asked || is_due) {
            let waits = match side {
                Side::Pos => Status::WaitsForOrder,
                Side::Ecom => Status::AddByHand,
            };
            return (waits, Reason::Plain);
        }
        if !is_asked && self.found.identities.may_be_in_pos(sketch) {
            return (Status::AddByHand, Reason::MayBeInPos);
        }
        if self.inputs.scope.has(Field::Group) && self.has_no_twin_group(side, sketch) {
            return (Status::NeedsGroup, Reason::NoSuchGroup);
        }
        let reason = if is_asked {
            Reason::Asked
        } else {
            Reason::Plain
        };
        (Status::WillBeCreated(side.other()), reason)
    }

    fn has_no_twin_group(&self, side: Side, sketch: &Sketch) -> bool {
        let group = self.inputs.snapshots.get(side).group(sketch);
        group.is_none_or(|group| self.inputs.groups.slot(side, group) == GroupSlot::UNMAPPED)
    }
}
