//! What was found against what is true, kind by kind.

use std::{collections::BTreeMap, fmt};

use tandem_core::{
    Observed, RecordId, Side,
    identity::Standing,
    suggest::{self, Clues, Index},
    survey::{Line, Status, Survey},
};

use crate::read::{Kind, Rule, Shop, Someone};

/// How many candidates are compared for one customer, and how many of them are shown.
const COMPARED: usize = 50;
const SHOWN: usize = 3;

/// What became of the people of one kind. POS records are counted, and eCom records of those whom
/// POS does not have.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    people: u32,
    linked: u32,
    wrong: u32,
    ambiguous: u32,
    no_email: u32,
    alone: u32,
    suggested: u32,
    misjudged: u32,
}

/// The table of one shop.
#[derive(Debug, Default)]
pub(crate) struct Score {
    rows: BTreeMap<Kind, Row>,
    /// Pairs of two people.
    pub(crate) wrong_links: u32,
    /// Statuses that are not what the rule wants, a few of them in words.
    misjudged: Vec<String>,
    pairs: u32,
}

impl Score {
    pub(crate) fn of(shop: &Shop) -> Self {
        let survey = shop.survey();
        let lines = Lines::of(&survey);
        let index = Index::of(
            shop.records
                .ecom
                .values()
                .map(|one| Clues::of(one, &shop.key)),
        );
        let all: Vec<_> = shop.records.ecom.values().collect();
        let mut score = Self::default();
        for someone in &shop.people {
            score.count(someone, &lines);
            if someone.kind.is_suggested() {
                let row = score.rows.entry(someone.kind).or_default();
                row.suggested += u32::from(is_suggested(shop, &index, &all, someone));
            }
        }
        score
    }

    fn count(&mut self, someone: &Someone, lines: &Lines) {
        let row = self.rows.entry(someone.kind).or_default();
        row.people += 1;
        let pos = someone
            .pos
            .iter()
            .map(|id| (Side::Pos, RecordId::from(id.as_str())));
        let ecom = someone
            .ecom
            .iter()
            .map(|id| (Side::Ecom, RecordId::from(id.to_string().as_str())));
        let (pos, ecom): (Vec<_>, Vec<_>) = (pos.collect(), ecom.collect());
        for (side, id) in pos.iter().chain(&ecom) {
            let (status, twin) = &lines.0[&(*side, id.clone())];
            let own = if *side == Side::Pos { &ecom } else { &pos };
            if let Some(twin) = twin {
                let is_right = own.iter().any(|(_, id)| id == twin);
                if *side == Side::Pos {
                    self.pairs += 1;
                    row.linked += u32::from(is_right);
                    row.wrong += u32::from(!is_right);
                    self.wrong_links += u32::from(!is_right);
                }
            } else if *side == Side::Pos || pos.is_empty() {
                match status {
                    Status::Ambiguous => row.ambiguous += 1,
                    Status::NoEmail => row.no_email += 1,
                    _ => row.alone += 1,
                }
            }
            if !fits(someone, *side, *status) {
                row.misjudged += 1;
                self.misjudged
                    .push(format!("{id:?} {status:?}, but {someone:?}"));
            }
        }
    }

    /// No false automatic link, every exact one found, every status as the rules have it.
    pub(crate) fn must_be_right(&self) {
        assert_eq!(self.wrong_links, 0, "two people in one pair");
        let some: Vec<_> = self.misjudged.iter().take(5).collect();
        assert!(
            some.is_empty(),
            "{} misjudged: {some:#?}",
            self.misjudged.len()
        );
        for (kind, row) in &self.rows {
            let expected = if kind.is_linked() { row.people } else { 0 };
            assert_eq!(row.linked, expected, "{kind:?}: {row:?}");
            let recall = f64::from(row.suggested) / f64::from(row.people);
            assert!(recall >= kind.least_recall(), "{kind:?}: {row:?}");
        }
    }
}

/// The status of every record, and with whom it is paired.
struct Lines(BTreeMap<(Side, RecordId), (Status, Option<RecordId>)>);

impl Lines {
    fn of(survey: &Survey<'_>) -> Self {
        let mut lines = BTreeMap::new();
        for line in survey.lines() {
            for side in Side::BOTH {
                if let Some(id) = id(survey, line, side) {
                    let twin = id_of_twin(survey, line, side);
                    assert!(lines.insert((side, id), (line.status, twin)).is_none());
                }
            }
        }
        Self(lines)
    }
}

fn id(survey: &Survey<'_>, line: &Line, side: Side) -> Option<RecordId> {
    let place = (*line.places.get(side))?;
    Some(survey.inputs().snapshots.get(side).at(place)?.id.clone())
}

fn id_of_twin(survey: &Survey<'_>, line: &Line, side: Side) -> Option<RecordId> {
    let place = (*line.places.get(side))?;
    match survey.identities().standing(side, place) {
        Standing::Paired(..) => id(survey, line, side.other()),
        _ => None,
    }
}

/// Whether a record's status is what the article has to happen, for as much as can be told.
fn fits(someone: &Someone, side: Side, status: Status) -> bool {
    if someone.kind.is_linked() {
        return match someone.rule {
            Rule::GroupConflict => status == Status::NeedsGroup,
            _ => matches!(
                status,
                Status::InStep | Status::WillSync | Status::NeedsDecision
            ),
        };
    }
    match someone.kind {
        Kind::SharedEmail | Kind::DuplicateInPos => status == Status::Ambiguous,
        Kind::Placeholder => matches!(status, Status::NoEmail | Status::Ambiguous),
        // Somebody in POS may be meant: nobody is created beside them unasked.
        Kind::GmailDots | Kind::PlusTag | Kind::Typo
            if side == Side::Ecom && !someone.pos.is_empty() =>
        {
            status == Status::AddByHand
        }
        // As far as either store can tell, only one of them knows the person.
        _ => match side {
            Side::Pos => matches!(status, Status::WaitsForOrder | Status::NoEmail),
            Side::Ecom if someone.rule == Rule::Created => matches!(
                status,
                Status::WillBeCreated(Side::Pos) | Status::NeedsGroup
            ),
            Side::Ecom if someone.rule == Rule::ByHand => status == Status::AddByHand,
            Side::Ecom => matches!(
                status,
                Status::WillBeCreated(Side::Pos) | Status::NeedsGroup | Status::AddByHand
            ),
        },
    }
}

/// Whether the record of eCom is among the first that are shown for the one of POS.
fn is_suggested(shop: &Shop, index: &Index, ecom: &[&Observed], someone: &Someone) -> bool {
    let of_pos = someone
        .pos
        .first()
        .map(|id| &shop.records.pos[&RecordId::from(id.as_str())]);
    let of_pos = of_pos.unwrap();
    let candidates = index.candidates(Clues::of(of_pos, &shop.key), COMPARED);
    let candidates = candidates
        .iter()
        .map(|place| ecom[usize::try_from(*place).unwrap()]);
    let mut suggestions: Vec<_> = candidates
        .filter_map(|one| suggest::compare(of_pos, one))
        .collect();
    suggestions.sort_by_key(|one| std::cmp::Reverse(one.score));
    let twin = someone
        .ecom
        .first()
        .map(|id| RecordId::from(id.to_string().as_str()));
    let mut shown = suggestions.iter().take(SHOWN);
    shown.any(|one| Some(&one.ecom) == twin.as_ref())
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:16}{:>8}{:>8}{:>7}{:>11}{:>10}{:>7}{:>11}{:>11}",
            "kind",
            "people",
            "linked",
            "wrong",
            "ambiguous",
            "no email",
            "alone",
            "suggested",
            "misjudged"
        )?;
        for (kind, row) in &self.rows {
            writeln!(
                f,
                "{:16}{:>8}{:>8}{:>7}{:>11}{:>10}{:>7}{:>11}{:>11}",
                format!("{kind:?}"),
                row.people,
                row.linked,
                row.wrong,
                row.ambiguous,
                row.no_email,
                row.alone,
                row.suggested,
                row.misjudged
            )?;
        }
        writeln!(
            f,
            "{} pairs, {} of them of two people",
            self.pairs, self.wrong_links
        )
    }
}
