//! The status board: which group of one side stands for which of the other (rules 3.3).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Group, GroupId, Side, Sides,
    title::{self, Looks, TitleKey},
};

/// All groups of both sides, each in exactly one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The rows, in the order in which they are shown.
    pub rows: Vec<Row>,
}

/// Groups that belong together, and what is to be said of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What the row says.
    pub status: Status,
    /// The groups of POS in this row: one, or none, or several in a collision.
    pub pos: Vec<Group>,
    /// The groups of eCom in this row.
    pub ecom: Vec<Group>,
    /// Groups of the other side that look alike; only for `Only` rows.
    pub hints: Vec<Hint>,
}

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Several groups of one side have one key (or one very title): a person decides first.
    Collision,
    /// The keys are equal, the bytes are not: the vendor's sync will not match them.
    Near,
    /// This side has the group, the other has none of its key.
    Only(Side),
    /// The titles are equal byte for byte.
    Exact,
    /// The two default groups; never copied, never renamed.
    Default,
}

/// A group of the other side that may be meant. Shown, never acted upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Its id.
    pub id: GroupId,
    /// Its title.
    pub title: String,
    /// Why it is shown.
    pub resemblance: Resemblance,
}

/// Why two titles look alike though their keys differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resemblance {
    /// The same after look-alike letters of other scripts are replaced.
    LookAlike,
    /// The same words, whatever their order, accents and punctuation.
    SameWords,
    /// A small number of letters differ.
    FewLetters,
}

/// How many rows have each status; they add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows in all.
    pub total: usize,
    /// Rows with [`Status::Exact`].
    pub exact: usize,
    /// Rows with [`Status::Near`].
    pub near: usize,
    /// Rows with [`Status::Only`] for POS.
    pub only_pos: usize,
    /// Rows with [`Status::Only`] for eCom.
    pub only_ecom: usize,
    /// Rows with [`Status::Collision`].
    pub collision: usize,
    /// Rows with [`Status::Default`].
    pub default: usize,
}

/// The most hints that a row shows.
const MOST_HINTS: usize = 3;

impl Board {
    /// Puts every group of both sides into exactly one row. The order of the input does not count.
    #[must_use]
    pub fn compare(pos: &[Group], ecom: &[Group]) -> Self {
        let mut rows = Vec::new();
        let mut clusters: BTreeMap<TitleKey, Row> = BTreeMap::new();
        let mut defaults = Row::empty(Status::Default);
        for (side, groups) in [(Side::Pos, pos), (Side::Ecom, ecom)] {
            for group in sorted(groups) {
                let key = title::key(&group.title);
                let row = if group.is_default {
                    &mut defaults
                } else if key.is_empty() {
                    // Nothing to see is nothing to have in common.
                    rows.push(Row::empty(Status::Only(side)));
                    let Some(row) = rows.last_mut() else { continue };
                    row
                } else {
                    clusters
                        .entry(key)
                        .or_insert_with(|| Row::empty(Status::Collision))
                };
                row.of_mut(side).push(group);
            }
        }
        let kept_apart = std::mem::take(&mut rows);
        rows.extend(clusters.into_values().flat_map(settle));
        rows.extend(kept_apart);
        if !(defaults.pos.is_empty() && defaults.ecom.is_empty()) {
            rows.push(defaults);
        }
        add_hints(&mut rows, pos, ecom);
        // Stable: within a status the order of keys stays.
        rows.sort_by_key(|row| row.status);
        Self { rows }
    }

    /// How many rows have each status.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            total: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
            *match row.status {
                Status::Collision => &mut counts.collision,
                Status::Near => &mut counts.near,
                Status::Only(Side::Pos) => &mut counts.only_pos,
                Status::Only(Side::Ecom) => &mut counts.only_ecom,
                Status::Exact => &mut counts.exact,
                Status::Default => &mut counts.default,
            } += 1;
        }
        counts
    }
}

impl Row {
    /// The groups of `side` in this row.
    #[must_use]
    pub fn groups(&self, side: Side) -> &[Group] {
        match side {
            Side::Pos => &self.pos,
            Side::Ecom => &self.ecom,
        }
    }

    const fn empty(status: Status) -> Self {
        Self {
            status,
            pos: Vec::new(),
            ecom: Vec::new(),
            hints: Vec::new(),
        }
    }

    const fn of_mut(&mut self, side: Side) -> &mut Vec<Group> {
        match side {
            Side::Pos => &mut self.pos,
            Side::Ecom => &mut self.ecom,
        }
    }
}

fn sorted(groups: &[Group]) -> Vec<Group> {
    let mut groups = groups.to_vec();
    groups.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
    groups
}

/// The rows of one key: pairs of equal bytes first, then what is left of it.
fn settle(mut cluster: Row) -> Vec<Row> {
    let was_crowded = cluster.pos.len() > 1 || cluster.ecom.len() > 1;
    let mut rows = take_exact_pairs(&mut cluster);
    cluster.status = match (cluster.pos.len(), cluster.ecom.len()) {
        (0, 0) => return rows,
        (1, 1) if !was_crowded => Status::Near,
        (1, 0) if !was_crowded => Status::Only(Side::Pos),
        (0, 1) if !was_crowded => Status::Only(Side::Ecom),
        _ => Status::Collision,
    };
    rows.push(cluster);
    rows
}

fn take_exact_pairs(cluster: &mut Row) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut left = Vec::new();
    for pos in std::mem::take(&mut cluster.pos) {
        match cluster.ecom.iter().position(|ecom| ecom.title == pos.title) {
            Some(found) => {
                let ecom = vec![cluster.ecom.remove(found)];
                rows.push(Row {
                    pos: vec![pos],
                    ecom,
                    ..Row::empty(Status::Exact)
                });
            }
            None => left.push(pos),
        }
    }
    cluster.pos = left;
    rows
}

/// Tells for each lonely group which of the other side look alike, the most telling first.
fn add_hints(rows: &mut [Row], pos: &[Group], ecom: &[Group]) {
    let candidates = Sides {
        pos: candidates(pos),
        ecom: candidates(ecom),
    };
    for row in rows {
        if let Status::Only(side) = row.status {
            row.hints = hints(row.groups(side), candidates.get(side.other()));
        }
    }
}

fn candidates(groups: &[Group]) -> Vec<(Group, Looks)> {
    let with_looks = |group: Group| {
        let looks = Looks::of(&group.title);
        (group, looks)
    };
    sorted(groups)
        .into_iter()
        .filter(|group| !group.is_default)
        .map(with_looks)
        .collect()
}

fn hints(own: &[Group], candidates: &[(Group, Looks)]) -> Vec<Hint> {
    let Some(own) = own.first().map(|group| Looks::of(&group.title)) else {
        return Vec::new();
    };
    let mut hints: Vec<Hint> = candidates
        .iter()
        .filter_map(|(group, looks)| {
            let resemblance = own.resembles(looks)?;
            Some(Hint {
                id: group.id.clone(),
                title: group.title.clone(),
                resemblance,
            })
        })
        .collect();
    // Stable: among equals the order of titles stays.
    hints.sort_by_key(|hint| hint.resemblance);
    hints.truncate(MOST_HINTS);
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `title` is its own id; a leading `*` marks the default group.
    fn groups(titles: &[&str]) -> Vec<Group> {
        let group = |(number, title): (usize, &&str)| Group {
            id: GroupId(format!("{number}")),
            title: title.trim_start_matches('*').to_owned(),
            is_default: title.starts_with('*'),
        };
        titles.iter().enumerate().map(group).collect()
    }

    fn check(pos: &[&str], ecom: &[&str], expected: &[(Status, &[&str], &[&str])]) {
        let board = Board::compare(&groups(pos), &groups(ecom));
        let titles = |groups: &[Group]| groups.iter().map(|g| g.title.clone()).collect::<Vec<_>>();
        let found: Vec<_> = board
            .rows
            .iter()
            .map(|row| (row.status, titles(&row.pos), titles(&row.ecom)))
            .collect();
        let owned = |titles: &[&str]| titles.iter().map(|&t| t.to_owned()).collect::<Vec<_>>();
        let expected: Vec<_> = expected
            .iter()
            .map(|(s, pos, ecom)| (*s, owned(pos), owned(ecom)))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(board.counts().total, board.rows.len());
    }

    const ONLY_POS: Status = Status::Only(Side::Pos);
    const ONLY_ECOM: Status = Status::Only(Side::Ecom);

    #[test]
    fn equal_bytes_are_exact() {
        check(&["VIP"], &["VIP"], &[(Status::Exact, &["VIP"], &["VIP"])]);
    }

    #[test]
    fn equal_keys_are_near() {
        check(&["vip "], &["VIP"], &[(Status::Near, &["vip "], &["VIP"])]);
    }

    #[test]
    fn default_groups_pair_with_each_other_whatever_they_are_called() {
        let expected = [(Status::Default, &["All Customers"][..], &["General"][..])];
        check(&["*All Customers"], &["*General"], &expected);
    }

    #[test]
    fn a_group_called_like_the_other_default_group_is_a_group_like_any() {
        check(
            &["*All Customers", "General"],
            &["*General"],
            &[
                (ONLY_POS, &["General"], &[]),
                (Status::Default, &["All Customers"], &["General"]),
            ],
        );
    }

    #[test]
    fn two_of_one_key_on_one_side_collide() {
        check(
            &[],
            &["VIP", "vip"],
            &[(Status::Collision, &[], &["VIP", "vip"])],
        );
        check(
            &["VIP", "VIP"],
            &[],
            &[(Status::Collision, &["VIP", "VIP"], &[])],
        );
    }

    #[test]
    fn a_pair_of_equal_bytes_leaves_the_rest_of_a_collision() {
        check(
            &["VIP"],
            &["VIP", "vip"],
            &[
                (Status::Collision, &[], &["vip"]),
                (Status::Exact, &["VIP"], &["VIP"]),
            ],
        );
        check(
            &["VIP", "Vip"],
            &["VIP", "vip"],
            &[
                (Status::Collision, &["Vip"], &["vip"]),
                (Status::Exact, &["VIP"], &["VIP"]),
            ],
        );
    }

    #[test]
    fn a_collision_that_is_the_same_on_both_sides_is_settled() {
        check(
            &["VIP", "vip"],
            &["vip", "VIP"],
            &[
                (Status::Exact, &["VIP"], &["VIP"]),
                (Status::Exact, &["vip"], &["vip"]),
            ],
        );
    }

    #[test]
    fn titles_with_nothing_to_see_never_pair() {
        check(
            &[" "],
            &["", "\u{200b}"],
            &[
                (ONLY_POS, &[" "], &[]),
                (ONLY_ECOM, &[], &[""]),
                (ONLY_ECOM, &[], &["\u{200b}"]),
            ],
        );
    }

    #[test]
    fn what_needs_a_person_comes_first() {
        check(
            &["*All", "b", "near", "x", "X"],
            &["*General", "b", "Near", "a"],
            &[
                (Status::Collision, &["X", "x"], &[]),
                (Status::Near, &["near"], &["Near"]),
                (ONLY_ECOM, &[], &["a"]),
                (Status::Exact, &["b"], &["b"]),
                (Status::Default, &["All"], &["General"]),
            ],
        );
    }

    #[test]
    fn lonely_groups_are_told_what_they_look_like() {
        let board = Board::compare(&groups(&["Cafe Club"]), &groups(&["Café Club", "Other"]));
        let hints: Vec<_> = board
            .rows
            .iter()
            .map(|row| {
                row.hints
                    .iter()
                    .map(|hint| hint.title.as_str())
                    .collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(hints, [vec!["Café Club"], vec!["Cafe Club"], vec![]]);
    }

    fn some_groups() -> impl Strategy<Value = Vec<Group>> {
        let title = prop_oneof!["[vV][iI][pP] ?", "[ab]{1,2}", "\\PC{0,4}"];
        proptest::collection::vec((title, proptest::bool::weighted(0.1)), 0..8).prop_map(|list| {
            list.into_iter()
                .enumerate()
                .map(|(number, (title, is_default))| Group {
                    id: GroupId(number.to_string()),
                    title,
                    is_default,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn every_group_stands_in_exactly_one_row(pos in some_groups(), ecom in some_groups()) {
            let board = Board::compare(&pos, &ecom);
            for (side, all) in [(Side::Pos, &pos), (Side::Ecom, &ecom)] {
                let mut shown: Vec<_> =
                    board.rows.iter().flat_map(|row| row.groups(side).to_vec()).collect();
                let mut all = all.clone();
                shown.sort_by(|a, b| a.id.cmp(&b.id));
                all.sort_by(|a, b| a.id.cmp(&b.id));
                prop_assert_eq!(shown, all);
            }
        }

        #[test]
        fn the_order_of_reading_does_not_count(pos in some_groups(), ecom in some_groups()) {
            let backwards = |groups: &[Group]| groups.iter().rev().cloned().collect::<Vec<_>>();
            let board = Board::compare(&backwards(&pos), &backwards(&ecom));
            prop_assert_eq!(board, Board::compare(&pos, &ecom));
        }

        #[test]
        fn swapping_the_sides_swaps_the_board(pos in some_groups(), ecom in some_groups()) {
            let mut swapped = Board::compare(&ecom, &pos);
            for row in &mut swapped.rows {
                std::mem::swap(&mut row.pos, &mut row.ecom);
                if let Status::Only(side) = &mut row.status {
                    *side = side.other();
                }
            }
            swapped.rows.sort_by_key(|row| row.status);
            prop_assert_eq!(Board::compare(&pos, &ecom), swapped);
        }

        #[test]
        fn counts_add_up(pos in some_groups(), ecom in some_groups()) {
            let counts = Board::compare(&pos, &ecom).counts();
            let sum = counts.exact + counts.near + counts.only_pos + counts.only_ecom
                + counts.collision + counts.default;
            prop_assert_eq!(counts.total, sum);
        }
    }
}
