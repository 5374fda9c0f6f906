//! Taking back: an ordinary write in the other direction with its own expectation. A create is not
//! taken back, because nothing is ever deleted.

use serde::{Deserialize, Serialize};

use super::{Edit, End, Op};
use crate::Value;

/// What takes a write back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// The write.
    pub op: Op,
    /// Whether it gives back a consent that the write had lowered: a person is warned.
    pub raises_consent: bool,
}

/// Why a write cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotUndone {
    /// It made a record, and nothing is ever deleted.
    Created,
    /// It did nothing, or what it did is not known.
    NothingDone,
    /// It was taken back already.
    TakenBack,
}

/// The write that takes `op` back, given what came of it. It expects what the store had after the
/// write, so that it is refused where the record changed since.
///
/// # Errors
/// [`NotUndone`] where there is nothing to take back.
pub fn inverse(op: &Op, end: &End) -> Result<Undo, NotUndone> {
    let End::Applied { found, .. } = end else {
        return Err(NotUndone::NothingDone);
    };
    let turned = |edits: &[Edit]| -> Vec<Edit> {
        edits
            .iter()
            .zip(found)
            .map(|(edit, found)| turned(edit, found))
            .collect()
    };
    let op = match op {
        Op::Create { .. } => return Err(NotUndone::Created),
        Op::Update {
            on,
            id,
            twin,
            edits,
        } => Op::Update {
            on: *on,
            id: id.clone(),
            twin: twin.clone(),
            edits: turned(edits),
        },
        Op::Move { id, twin, edit } => Op::Move {
            id: id.clone(),
            twin: twin.clone(),
            edit: Box::new(self::turned(edit, found.first().unwrap_or(&edit.result))),
        },
    };
    let raises_consent = op.raises_consent();
    Ok(Undo { op, raises_consent })
}

/// What was there comes back; the other side keeps what it has, and the archive learns that the two
/// differ knowingly.
fn turned(edit: &Edit, found: &Value) -> Edit {
    Edit {
        field: edit.field,
        expected: found.clone(),
        result: edit.expected.clone(),
        source: edit.source.clone(),
    }
}
