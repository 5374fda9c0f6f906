//! Which group of one side stands for which of the other, for moving customers. Made of the board;
//! what a person decides about titles is there.

use std::collections::BTreeMap;

use crate::{Board, GroupId, Side, Sides, Status};

/// A group of one side by its number in the [`GroupMap`] it was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupSlot(pub u16);

impl GroupSlot {
    /// The two default groups.
    pub const DEFAULT: Self = Self(0);
    /// A group that has no counterpart on the other side.
    pub const UNMAPPED: Self = Self(u16::MAX);
}

/// Groups that belong together, numbered. Exact and near titles do; titles that collide, and
/// groups that one side alone has, do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupMap {
    pairs: BTreeMap<GroupSlot, Sides<GroupId>>,
    slots: Sides<BTreeMap<GroupId, GroupSlot>>,
}

impl GroupMap {
    /// The map that a board gives.
    #[must_use]
    pub fn of(board: &Board) -> Self {
        let mut map = Self::default();
        let mut next = GroupSlot::DEFAULT.0;
        for row in &board.rows {
            let slot = match row.status {
                Status::Default => GroupSlot::DEFAULT,
                Status::Exact | Status::Near if next + 1 < GroupSlot::UNMAPPED.0 => {
                    next += 1;
                    GroupSlot(next)
                }
                Status::Exact | Status::Near | Status::Collision | Status::Only(_) => continue,
            };
            if let ([pos], [ecom]) = (&*row.pos, &*row.ecom) {
                map.add(slot, &pos.id, &ecom.id);
            }
        }
        map
    }

    fn add(&mut self, slot: GroupSlot, pos: &GroupId, ecom: &GroupId) {
        let (pos, ecom) = (pos.clone(), ecom.clone());
        self.slots.pos.insert(pos.clone(), slot);
        self.slots.ecom.insert(ecom.clone(), slot);
        self.pairs.insert(slot, Sides { pos, ecom });
    }

    /// The number of a group of `side`.
    #[must_use]
    pub fn slot(&self, side: Side, group: &GroupId) -> GroupSlot {
        self.slots
            .get(side)
            .get(group)
            .copied()
            .unwrap_or(GroupSlot::UNMAPPED)
    }

    /// The group of `side` with this number.
    #[must_use]
    pub fn group(&self, side: Side, slot: GroupSlot) -> Option<&GroupId> {
        self.pairs.get(&slot).map(|pair| pair.get(side))
    }

    /// The group of the other side that stands for a group of `side`.
    #[must_use]
    pub fn twin(&self, side: Side, group: &GroupId) -> Option<&GroupId> {
        self.group(side.other(), self.slot(side, group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Group;

    fn group(id: &str, title: &str, is_default: bool) -> Group {
        Group {
            id: GroupId(id.into()),
            title: title.into(),
            is_default,
        }
    }

    #[test]
    fn defaults_and_titles_of_one_key_are_mapped_and_nothing_else() {
        let pos = [
            group("p0", "All Customers", true),
            group("p1", "VIP", false),
            group("p2", "wholesale ", false),
            group("p3", "Only here", false),
            group("p4", "Twice", false),
            group("p5", "twice", false),
        ];
        let ecom = [
            group("0", "General", true),
            group("1", "VIP", false),
            group("2", "Wholesale", false),
            group("4", "Twice", false),
        ];
        let map = GroupMap::of(&Board::compare(&pos, &ecom));
        let twin = |id: &str| {
            map.twin(Side::Pos, &GroupId(id.into()))
                .map(|id| id.0.as_str())
        };
        assert_eq!(
            map.slot(Side::Pos, &GroupId("p0".into())),
            GroupSlot::DEFAULT
        );
        assert_eq!(
            (twin("p0"), twin("p1"), twin("p2")),
            (Some("0"), Some("1"), Some("2"))
        );
        assert_eq!((twin("p3"), twin("nowhere")), (None, None));
        assert_eq!(
            map.twin(Side::Ecom, &GroupId("1".into())),
            Some(&GroupId("p1".into()))
        );
        assert_eq!(
            map.slot(Side::Pos, &GroupId("p3".into())),
            GroupSlot::UNMAPPED
        );
    }
}
