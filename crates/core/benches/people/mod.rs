//! Customers made on the fly for measuring: any number, none of them kept. Number `n` of one side is
//! number `n` of the other.

use tandem_core::{
    Address, Archive, Board, Consent, DigestKey, FieldSet, Group, GroupId, GroupMap, Observed,
    PersonName, RecordId, Side, Sides, Snapshot, Stamp,
    decisions::Decisions,
    snapshot::Sketcher,
    survey::{Inputs, Survey},
    sync::draft::Records,
};

/// How many groups a side has.
const GROUPS: u32 = 20;
/// Of how many pairs one has changed, where some have.
const ONE_IN: u32 = 20;

/// What changed since it was last agreed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Since {
    /// Nothing.
    Unchanged,
    /// One customer in twenty has another name online, and every second of those another group.
    Changed,
}

/// Two shops with the same customers.
pub(crate) struct Shops {
    key: DigestKey,
    groups: GroupMap,
    pub(crate) snapshots: Sides<Snapshot>,
    pub(crate) archive: Archive,
    decisions: Decisions,
    pub(crate) since: Since,
}

pub(crate) fn key() -> DigestKey {
    DigestKey(*b"0123456789abcdef")
}

/// Customer `n` of a side.
pub(crate) fn observed(side: Side, n: u32, since: Since) -> Observed {
    let has_changed = side == Side::Ecom && since == Since::Changed && n.is_multiple_of(ONE_IN);
    let moves = has_changed && (n / ONE_IN).is_multiple_of(2);
    let (first, last) = (format!("Mara {n}"), "van den Quist".to_owned());
    let last = if has_changed {
        format!("{last}-Lind")
    } else {
        last
    };
    let (name, consent, line) = match side {
        Side::Pos => (
            PersonName {
                first: Some(first),
                last: Some(last),
                whole: None,
            },
            Consent::Unknown,
            "1 Mill Lane",
        ),
        Side::Ecom => (
            PersonName {
                whole: Some(format!("{first} {last}")),
                first: Some(first),
                last: Some(last),
            },
            Consent::Granted,
            "1 Mill Lane ",
        ),
    };
    Observed {
        id: id(side, n),
        stamp: Stamp(i64::from(n) + i64::from(has_changed)),
        group: group(side, (n + u32::from(moves)) % GROUPS),
        email: Some(format!("mara.{n}@example.org")),
        consent,
        name,
        company: n.is_multiple_of(7).then(|| "Quist & Co".to_owned()),
        phone: Some(format!("+44 20 {:07}", n % 10_000_000)),
        address: Address {
            line_1: Some(line.to_owned()),
            city: Some("York".to_owned()),
            postcode: Some(format!("YO{} 7LZ", n % 90)),
            country: Some("GB".to_owned()),
            ..Address::default()
        },
        reference: None,
        has_ordered: n.is_multiple_of(3),
        changed_at: None,
    }
}

fn id(side: Side, n: u32) -> RecordId {
    // Spread, as ids are that were not given out in the order of registration.
    let spread = n.wrapping_mul(2_654_435_761);
    let text = match side {
        Side::Pos => format!("{spread:08x}-0183-11e4-fbb5-4f73{n:08x}"),
        Side::Ecom => (300_000_000 + u64::from(n)).to_string(),
    };
    RecordId::from(text.as_str())
}

/// The number that is in an id.
fn number(side: Side, id: &RecordId) -> Option<u32> {
    let text = id.to_string();
    match side {
        Side::Pos => u32::from_str_radix(text.get(28..)?, 16).ok(),
        Side::Ecom => text.parse::<u32>().ok()?.checked_sub(300_000_000),
    }
}

fn group(side: Side, number: u32) -> GroupId {
    GroupId(match side {
        Side::Pos => format!("5d0c0f7e-2f0a-11ef-9a34-{number:012x}"),
        Side::Ecom => number.to_string(),
    })
}

fn groups() -> GroupMap {
    let of_side = |side: Side| {
        let group = |number| Group {
            id: group(side, number),
            title: format!("Group {number}"),
            is_default: number == 0,
        };
        (0..GROUPS).map(group).collect::<Vec<_>>()
    };
    GroupMap::of(&Board::compare(&of_side(Side::Pos), &of_side(Side::Ecom)))
}

/// Reads a side with this many customers; each is made, sketched and let go.
pub(crate) fn snapshot(side: Side, count: u32, since: Since) -> Snapshot {
    let mut sketcher = Sketcher::new(side, key());
    for n in 0..count {
        sketcher.add(&observed(side, n, since));
    }
    sketcher.finish(true)
}

impl Shops {
    /// This many customers a side, all agreed on once, and what changed since.
    pub(crate) fn new(count: u32, since: Since) -> Self {
        let mut shops = Self {
            key: key(),
            groups: groups(),
            snapshots: Sides::from_fn(|side| snapshot(side, count, Since::Unchanged)),
            archive: Archive::default(),
            decisions: Decisions::default(),
            since,
        };
        let mut archive = Archive::default();
        for commitment in shops.survey().settled() {
            assert!(
                archive.commit(&commitment, &shops.key),
                "nobody is paired twice"
            );
        }
        shops.archive = archive;
        if since == Since::Changed {
            shops.snapshots.ecom = snapshot(Side::Ecom, count, since);
        }
        shops
    }

    pub(crate) fn survey(&self) -> Survey<'_> {
        Survey::of(Inputs {
            snapshots: Sides {
                pos: &self.snapshots.pos,
                ecom: &self.snapshots.ecom,
            },
            archive: &self.archive,
            groups: &self.groups,
            decisions: &self.decisions,
            key: &self.key,
            scope: FieldSet::ALL,
        })
    }
}

impl Records for Shops {
    fn record(&self, side: Side, id: &RecordId) -> Option<Observed> {
        Some(observed(side, number(side, id)?, self.since))
    }
}
