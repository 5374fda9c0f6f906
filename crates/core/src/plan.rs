//! The plan: every write that a copy of titles would do, and every title it leaves out and why.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Board, FaultKind, Group, GroupId, Side, Status, board::Row, title};

/// One write, carrying what it expects to find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum GroupOp {
    /// Creates a group `title` on `on`. Expects `source` to have that title on the other side and
    /// no group of that very title on `on`.
    Create {
        /// Where it is written.
        on: Side,
        /// The group of the other side whose title is copied.
        source: GroupId,
        /// The title, byte for byte.
        title: String,
    },
    /// Gives group `id` on `on` the spelling `title`. Expects it to be called `expected`.
    Rename {
        /// Where it is written.
        on: Side,
        /// The group to rename.
        id: GroupId,
        /// The title it must still have.
        expected: String,
        /// The title it gets, byte for byte.
        title: String,
    },
}

impl GroupOp {
    /// The side that is written to.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self {
            Self::Create { on, .. } | Self::Rename { on, .. } => *on,
        }
    }

    /// The title that the group has afterwards.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Create { title, .. } | Self::Rename { title, .. } => title,
        }
    }
}

/// The writes of one run, and what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// The writes, in the order in which they are done.
    pub ops: Vec<GroupOp>,
    /// The titles of the source side that are not on the target and are not written.
    pub withheld: Vec<Withheld>,
}

/// A title that is not written, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The group whose title it is.
    pub source: GroupId,
    /// The title.
    pub title: String,
    /// Why it is left out.
    pub reason: WithheldReason,
}

/// Why a title is left out of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "because")]
pub enum WithheldReason {
    /// Another group has the same key; a person may choose to create it all the same.
    Collision {
        /// The titles it collides with, on either side.
        with: Vec<String>,
    },
    /// The target has the very title already, though another group of the source paired with it.
    SameTitleThere,
    /// The target has the title in another spelling; renaming is offered instead.
    Near {
        /// The spelling on the target.
        there: String,
    },
    /// Nothing to see is left once blanks are trimmed.
    Empty,
    /// Longer than the longest title that Tandem writes.
    TooLong {
        /// Its length in Unicode scalar values.
        chars: usize,
    },
}

/// Everything that a copy of the other side's titles to `to` would write, and what it leaves out.
#[must_use]
pub fn copy_titles(board: &Board, to: Side) -> GroupPlan {
    let mut plan = GroupPlan::default();
    for row in &board.rows {
        for group in row.groups(to.other()) {
            match judge(board, row, group, to) {
                None => {}
                Some(Ok(())) => plan.ops.push(create(to, group)),
                Some(Err(reason)) => plan.withheld.push(Withheld {
                    source: group.id.clone(),
                    title: group.title.clone(),
                    reason,
                }),
            }
        }
    }
    plan
}

/// Whether the title of `group` is written to `to`; `None` where there is nothing to write.
fn judge(board: &Board, row: &Row, group: &Group, to: Side) -> Option<Result<(), WithheldReason>> {
    match row.status {
        Status::Exact | Status::Default => None,
        Status::Near => {
            let there = row
                .groups(to)
                .first()
                .map(|near| near.title.clone())
                .unwrap_or_default();
            Some(Err(WithheldReason::Near { there }))
        }
        Status::Only(_) => Some(title::check(&group.title)),
        Status::Collision if has_title(board, to, &group.title) => {
            Some(Err(WithheldReason::SameTitleThere))
        }
        Status::Collision => {
            let with = same_key(board, group);
            Some(title::check(&group.title).and(Err(WithheldReason::Collision { with })))
        }
    }
}

fn has_title(board: &Board, side: Side, title: &str) -> bool {
    board
        .rows
        .iter()
        .flat_map(|row| row.groups(side))
        .any(|group| group.title == title)
}

/// The titles of all other groups with the key of `group`, on either side, each once.
fn same_key(board: &Board, group: &Group) -> Vec<String> {
    let key = title::key(&group.title);
    let all = board
        .rows
        .iter()
        .filter(|row| row.status != Status::Default);
    let mut with: Vec<String> = all
        .flat_map(|row| row.pos.iter().chain(&row.ecom))
        .filter(|other| *other != group && title::key(&other.title) == key)
        .map(|other| other.title.clone())
        .collect();
    with.sort();
    with.dedup();
    with
}

fn create(on: Side, group: &Group) -> GroupOp {
    GroupOp::Create {
        on,
        source: group.id.clone(),
        title: group.title.clone(),
    }
}

/// Turns what a person saw and chose into writes, in the order in which it was shown. Titles that
/// collide are among them only if the person ticked them.
///
/// # Errors
/// [`FaultKind::Stale`] if any of `chosen` is no longer what was shown, or a title is there twice.
pub fn copy_chosen(
    board: &Board,
    to: Side,
    chosen: &[(GroupId, String)],
) -> Result<Vec<GroupOp>, FaultKind> {
    let plan = copy_titles(board, to);
    let on_offer = plan
        .withheld
        .into_iter()
        .filter_map(|left_out| match left_out.reason {
            WithheldReason::Collision { .. } => Some((left_out.source, left_out.title)),
            _ => None,
        });
    let listed = plan.ops.into_iter().filter_map(|op| match op {
        GroupOp::Create { source, title, .. } => Some((source, title)),
        GroupOp::Rename { .. } => None,
    });
    let allowed: BTreeSet<(GroupId, String)> = listed.chain(on_offer).collect();
    let mut titles = BTreeSet::new();
    let is_good = |one: &(GroupId, String)| allowed.contains(one) && titles.insert(one.1.clone());
    if !chosen.iter().all(is_good) {
        return Err(FaultKind::Stale);
    }
    let op = |(source, title): &(GroupId, String)| GroupOp::Create {
        on: to,
        source: source.clone(),
        title: title.clone(),
    };
    Ok(chosen.iter().map(op).collect())
}

/// Renames the group of a near pair to the other side's spelling.
///
/// # Errors
/// [`FaultKind::Stale`] if the board has no such near pair.
pub fn use_spelling(
    board: &Board,
    on: Side,
    id: &GroupId,
    expected: &str,
    title: &str,
) -> Result<GroupOp, FaultKind> {
    let is_meant = |row: &&Row| {
        row.status == Status::Near
            && row
                .groups(on)
                .iter()
                .any(|group| group.id == *id && group.title == expected)
            && row
                .groups(on.other())
                .iter()
                .any(|group| group.title == title)
    };
    board.rows.iter().find(is_meant).ok_or(FaultKind::Stale)?;
    title::check(title).map_err(|_| FaultKind::Stale)?;
    Ok(GroupOp::Rename {
        on,
        id: id.clone(),
        expected: expected.to_owned(),
        title: title.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(titles: &[&str]) -> Vec<Group> {
        let group = |title: &&str| Group {
            id: GroupId(format!("id of {title}")),
            title: (*title).to_owned(),
            is_default: *title == "All Customers" || *title == "General",
        };
        titles.iter().map(group).collect()
    }

    fn board(pos: &[&str], ecom: &[&str]) -> Board {
        Board::compare(&groups(pos), &groups(ecom))
    }

    fn written(ops: &[GroupOp]) -> Vec<&str> {
        ops.iter().map(GroupOp::title).collect()
    }

    fn pick(titles: &[&str]) -> Vec<(GroupId, String)> {
        groups(titles)
            .into_iter()
            .map(|group| (group.id, group.title))
            .collect()
    }

    #[test]
    fn only_what_is_missing_is_written() {
        let board = board(
            &["All Customers", "Staff", "B"],
            &["General", "Staff", "A", "=C"],
        );
        assert_eq!(written(&copy_titles(&board, Side::Pos).ops), ["=C", "A"]);
        assert_eq!(written(&copy_titles(&board, Side::Ecom).ops), ["B"]);
    }

    #[test]
    fn what_is_left_out_says_why() {
        let long = "x".repeat(256);
        let board = board(&["vip", "Club"], &["VIP", "Gold", "GOLD", " ", &long]);
        let plan = copy_titles(&board, Side::Pos);
        let reasons: Vec<_> = plan
            .withheld
            .iter()
            .map(|one| (one.title.trim(), &one.reason))
            .collect();
        let collision = |with: &str| WithheldReason::Collision {
            with: vec![with.into()],
        };
        assert_eq!(
            reasons,
            [
                ("GOLD", &collision("Gold")),
                ("Gold", &collision("GOLD")),
                (
                    "VIP",
                    &WithheldReason::Near {
                        there: "vip".into()
                    }
                ),
                (long.as_str(), &WithheldReason::TooLong { chars: 256 }),
                ("", &WithheldReason::Empty),
            ]
        );
        assert!(plan.ops.is_empty());
    }

    #[test]
    fn a_twin_of_an_exact_pair_is_not_written_a_second_time() {
        let mut pos = groups(&["VIP"]);
        pos.push(Group {
            id: GroupId("other".into()),
            ..pos[0].clone()
        });
        let board = Board::compare(&pos, &groups(&["VIP"]));
        let plan = copy_titles(&board, Side::Ecom);
        assert_eq!(plan.withheld.len(), 1);
        assert_eq!(plan.withheld[0].reason, WithheldReason::SameTitleThere);
        let other = [(GroupId("other".into()), "VIP".to_owned())];
        assert_eq!(
            copy_chosen(&board, Side::Ecom, &other),
            Err(FaultKind::Stale)
        );
    }

    #[test]
    fn what_was_chosen_is_what_is_written_in_its_order() {
        let board = board(&[], &["A", "Gold", "GOLD"]);
        let ops = copy_chosen(&board, Side::Pos, &pick(&["GOLD", "A"])).unwrap();
        assert_eq!(written(&ops), ["GOLD", "A"]);
    }

    #[test]
    fn what_was_not_on_offer_is_refused_as_a_whole() {
        let board = board(&["Here", "near"], &["A", "Here", "Near"]);
        for stale in [
            pick(&["A", "Here"]),
            pick(&["A", "Near"]),
            pick(&["A", "A"]),
            pick(&["Gone"]),
            vec![(GroupId("id of A".into()), "a".into())],
        ] {
            assert_eq!(
                copy_chosen(&board, Side::Pos, &stale),
                Err(FaultKind::Stale),
                "{stale:?}"
            );
        }
    }

    #[test]
    fn two_groups_of_one_very_title_are_created_once_at_most() {
        let mut ecom = groups(&["VIP"]);
        ecom.push(Group {
            id: GroupId("other".into()),
            ..ecom[0].clone()
        });
        let board = Board::compare(&[], &ecom);
        let both: Vec<_> = ecom
            .into_iter()
            .map(|group| (group.id, group.title))
            .collect();
        assert_eq!(copy_chosen(&board, Side::Pos, &both), Err(FaultKind::Stale));
        assert_eq!(copy_chosen(&board, Side::Pos, &both[..1]).unwrap().len(), 1);
    }

    #[test]
    fn a_near_pair_can_take_either_spelling_and_no_third() {
        let board = board(&["vip "], &["VIP"]);
        let id = GroupId("id of vip ".into());
        let op = use_spelling(&board, Side::Pos, &id, "vip ", "VIP").unwrap();
        assert_eq!((op.side(), op.title()), (Side::Pos, "VIP"));
        let ecom = GroupId("id of VIP".into());
        assert!(use_spelling(&board, Side::Ecom, &ecom, "VIP", "vip ").is_ok());
        for (expected, title) in [("vip", "VIP"), ("vip ", "Vip"), ("vip ", "vip ")] {
            let refused = use_spelling(&board, Side::Pos, &id, expected, title);
            assert_eq!(refused, Err(FaultKind::Stale), "{expected:?} {title:?}");
        }
    }
}
