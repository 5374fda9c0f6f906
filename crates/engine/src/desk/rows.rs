//! Writes as they are shown: whom they are about, with titles and texts in place of ids and values.

use tandem_core::{
    RecordRef, Side,
    show::{OpKind, OpKinds, OpRow, ShownEdit},
    sync::Op,
};

use crate::book::Book;

/// Whom a write is about: the POS record, or the eCom record where POS has none.
pub(super) fn key(op: &Op) -> RecordRef {
    let (side, id) = match op {
        Op::Create { on, source, .. } => (on.other(), source),
        Op::Update {
            on: Side::Ecom,
            twin,
            ..
        } => (Side::Pos, twin),
        Op::Update { id, .. } | Op::Move { id, .. } => (Side::Pos, id),
    };
    RecordRef {
        side,
        id: id.clone(),
    }
}

/// The kind of a write.
pub(super) const fn kind(op: &Op) -> OpKind {
    match op {
        Op::Create { .. } => OpKind::Create,
        Op::Update { .. } => OpKind::Update,
        Op::Move { .. } => OpKind::Move,
    }
}

/// How many writes there are of each kind.
pub(super) fn kinds(ops: &[Op]) -> OpKinds {
    let mut kinds = OpKinds::default();
    for op in ops {
        *match kind(op) {
            OpKind::Create => kinds.create.get_mut(op.side()),
            OpKind::Update => kinds.update.get_mut(op.side()),
            OpKind::Move => &mut kinds.move_group,
        } += 1;
    }
    kinds
}

/// A write as it is shown. `number` is its number in the plan.
pub(super) fn row(book: &Book, number: u32, op: &Op) -> OpRow {
    let edits = op.edits().iter().map(|edit| ShownEdit {
        field: edit.field,
        before: book.shown(op.side(), &edit.expected),
        after: book.shown(op.side(), &edit.result),
    });
    OpRow {
        number,
        kind: kind(op),
        on: op.side(),
        who: book.who(&key(op)),
        edits: edits.collect(),
        moves_sign_in: op.moves_sign_in(),
        raises_consent: op.raises_consent(),
    }
}
