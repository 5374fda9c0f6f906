//! What has to be true once everything is at rest.

use tandem_core::{
    Agreement, Field, GroupMap, GroupSlot, Observed, RecordId, RecordRef, Side, Sides,
    archive::Fact, canon,
};

use crate::model::{Tandem, World};

/// The fields of a Tandem's pairs that differ though nobody is asked and nobody wants it so.
pub(crate) fn unexplained(
    tandem: &Tandem,
    world: &World,
    map: &GroupMap,
) -> Vec<(Sides<RecordId>, Field)> {
    let mut odd = Vec::new();
    for pair in tandem.disk.archive.iter() {
        let both = Sides::from_fn(|side| {
            let record = world.get(side, pair.ids.get(side))?;
            Some(World::observe(side, record))
        });
        if let (Some(pos), Some(ecom)) = (&both.pos, &both.ecom) {
            let now = Sides { pos, ecom };
            let differing = Field::ALL
                .into_iter()
                .filter(|field| !same(map, now, *field))
                .filter(|field| !is_explained(tandem, pair, now, *field));
            odd.extend(differing.map(|field| (pair.ids.clone(), field)));
        }
    }
    odd
}

/// What both stores have in the end, but for versions and ids that they made up.
pub(crate) fn ends(world: &World) -> Vec<String> {
    let mut ends: Vec<String> = Side::BOTH
        .into_iter()
        .flat_map(|side| world.living(side).map(move |record| (side, record)))
        .map(|(side, record)| {
            let values = Field::ALL.map(|field| record.seen.value(field));
            let note = &record.note;
            let code = record.seen.reference.as_deref().unwrap_or_default();
            let code = code.strip_prefix("CODE-").map_or(code, |_| "made up");
            format!("{side:?} {values:?} {note:?} {code:?}")
        })
        .collect();
    ends.sort();
    ends
}

/// Whether both have the same, told by what people would compare.
fn same(map: &GroupMap, now: Sides<&Observed>, field: Field) -> bool {
    let Sides { pos, ecom } = now;
    match field {
        Field::Group => {
            let slot = map.slot(Side::Pos, &pos.group);
            slot == map.slot(Side::Ecom, &ecom.group) && slot != GroupSlot::UNMAPPED
        }
        Field::Consent => Sides {
            pos: pos.consent,
            ecom: ecom.consent,
        }
        .agree(),
        text => canon::canonical(pos, text) == canon::canonical(ecom, text),
    }
}

/// A difference is explained by a question, a wish to be left alone, or the archive: what that calls
/// different on purpose was looked at when it was noted. Who is in which group was agreed; a title
/// that changed since is for the board.
fn is_explained(tandem: &Tandem, pair: &Agreement, now: Sides<&Observed>, field: Field) -> bool {
    let asked = &tandem.asked;
    let is_asked = asked
        .iter()
        .any(|asked| asked.ids == pair.ids && asked.field == field);
    let is_ignored = Side::BOTH.into_iter().any(|side| {
        let id = pair.ids.get(side).clone();
        tandem
            .disk
            .decisions
            .ignored
            .contains(&RecordRef { side, id })
    });
    let key = &tandem.disk.key;
    let fact = match field {
        Field::Group => Fact::Group(now.map(|_, record| record.group.clone())),
        Field::Consent => Fact::Consent(now.map(|_, record| record.consent)),
        text => {
            let digest = |record| key.digest(text, &canon::canonical(record, text));
            Fact::Text(text, now.map(|_, record| digest(record)))
        }
    };
    is_asked || is_ignored || pair.holds(&fact, key)
}
