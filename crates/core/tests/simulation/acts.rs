//! What people and shops do while a Tandem works: the till, shoppers, staff in either admin.

use fastrand::Rng;
use tandem_core::{Consent, Field, PersonName, RecordId, RecordRef, Side, Value};

use crate::model::{Who, World};

/// Emails: some are one but for case and blanks, one is no address.
const EMAILS: [&str; 12] = [
    "ann@x.io",
    "Ann@X.io ",
    "bo@x.io",
    "cy@x.io",
    "di@x.io",
    "ed@x.io",
    "flo@x.io",
    "gus@x.io",
    "hal@x.io",
    "HAL@x.io",
    "ida@x.io",
    "none",
];

/// First and last names, one with what looks like a card's number.
const NAMES: [(&str, &str); 7] = [
    ("Ann", "Lee"),
    ("Ann", "Li"),
    ("Bo", "van der  Berg"),
    ("Cy", ""),
    ("", "Dee"),
    ("Card 4111111111111111", "Eve"),
    ("Zoë", "Ng"),
];

const PHONES: [&str; 4] = ["+1 555 0100", "+15550100", "555-0199", ""];
const COMPANIES: [&str; 4] = ["Acme", "Acme  Ltd", "No 4111 1111 1111 1111", ""];

/// Somebody's email.
pub(crate) fn email(rng: &mut Rng) -> Value {
    Value::Text(EMAILS[rng.usize(0..EMAILS.len())].to_owned())
}

fn text_or_blank(text: &str) -> Value {
    if text.is_empty() {
        Value::Blank
    } else {
        Value::Text(text.to_owned())
    }
}

fn name(rng: &mut Rng, side: Side) -> Value {
    let (first, last) = NAMES[rng.usize(0..NAMES.len())];
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Value::Name(match side {
        Side::Pos => PersonName {
            first: some(first),
            last: some(last),
            whole: None,
        },
        Side::Ecom => PersonName {
            whole: some(format!("{first} {last}").trim()),
            ..PersonName::default()
        },
    })
}

/// Any value of a field of a side.
pub(crate) fn value(world: &World, rng: &mut Rng, side: Side, field: Field) -> Value {
    match field {
        Field::Group => {
            let groups = world.groups.get(side);
            Value::Group(groups[rng.usize(0..groups.len())].id.clone())
        }
        Field::Email if side == Side::Pos && rng.u8(0..8) == 0 => Value::Blank,
        Field::Email => email(rng),
        Field::Consent => {
            let all = [Consent::Denied, Consent::Unknown, Consent::Granted];
            let most = if side == Side::Pos { 2 } else { 3 };
            Value::Consent(all[rng.usize(0..most)])
        }
        Field::Name => name(rng, side),
        Field::Company => text_or_blank(COMPANIES[rng.usize(0..COMPANIES.len())]),
        Field::Phone => text_or_blank(PHONES[rng.usize(0..PHONES.len())]),
        Field::Address => {
            let town = ["Oslo", "Ghent", ""][rng.usize(0..3)];
            if town.is_empty() {
                return Value::Blank;
            }
            let suburb = (side == Side::Pos && rng.bool()).then(|| "Hill".to_owned());
            Value::Address(Box::new(tandem_core::Address {
                line_1: Some("Main St 1".into()),
                city: Some(town.into()),
                suburb,
                ..tandem_core::Address::default()
            }))
        }
    }
}

/// Any living record of a side.
pub(crate) fn anybody(world: &World, rng: &mut Rng, side: Side) -> Option<RecordId> {
    let ids: Vec<&RecordId> = world.living(side).map(|record| &record.seen.id).collect();
    (!ids.is_empty()).then(|| ids[rng.usize(0..ids.len())].clone())
}

/// A new record with a few fields filled in.
pub(crate) fn newcomer(world: &mut World, rng: &mut Rng, who: Who, side: Side) {
    let mut values = Vec::new();
    for field in Field::ALL {
        let is_needed = side == Side::Ecom && field == Field::Email;
        if is_needed || rng.u8(0..3) > 0 {
            values.push((field, value(world, rng, side, field)));
        }
    }
    let done = match side {
        Side::Pos => world.pos_create(who, &values, None),
        Side::Ecom => world.ecom_create(who, &values),
    };
    if let (Ok(id), Side::Ecom) = (done, side)
        && rng.bool()
    {
        order(world, &id);
    }
}

/// The shopper orders: what rule A5 asks for.
fn order(world: &mut World, id: &RecordId) {
    if let Some(mut record) = world.get(Side::Ecom, id).cloned() {
        record.seen.has_ordered = true;
        world.keep(Who::Shopper, Side::Ecom, record);
    }
}

/// Somebody does something.
pub(crate) fn act(world: &mut World, rng: &mut Rng) {
    world.now += rng.i64(0..40);
    match rng.u8(0..20) {
        0..5 => edit(world, rng, Who::Till, Side::Pos, &Field::ALL),
        5..7 => edit(
            world,
            rng,
            Who::Till,
            Side::Pos,
            &[Field::Group, Field::Consent],
        ),
        7..10 => {
            let own = [Field::Consent, Field::Email, Field::Name, Field::Phone];
            edit(world, rng, Who::Shopper, Side::Ecom, &own);
        }
        10..13 => edit(world, rng, Who::Admin, Side::Ecom, &Field::ALL),
        13 => newcomer(world, rng, Who::Till, Side::Pos),
        14 => newcomer(world, rng, Who::Shopper, Side::Ecom),
        15 => {
            if let Some(id) = anybody(world, rng, Side::Ecom) {
                order(world, &id);
            }
        }
        16 => note(world, rng),
        17 if rng.bool() => {
            let side = Side::BOTH[rng.usize(0..2)];
            if let Some(id) = anybody(world, rng, side) {
                world.delete(Who::Admin, side, &id);
            }
        }
        17 | 18 => retitle(world, rng),
        _ => sign_up(world, rng),
    }
}

fn edit(world: &mut World, rng: &mut Rng, who: Who, side: Side, fields: &[Field]) {
    let field = fields[rng.usize(0..fields.len())];
    if let Some(id) = anybody(world, rng, side) {
        let value = value(world, rng, side, field);
        world.edit(who, side, &id, field, &value);
    }
}

/// The till changes what Tandem never looks at; a PUT of something older would lose it.
fn note(world: &mut World, rng: &mut Rng) {
    if let Some(id) = anybody(world, rng, Side::Pos)
        && let Some(mut record) = world.get(Side::Pos, &id).cloned()
    {
        record.note = format!("note {}", rng.u8(..));
        world.keep(Who::Till, Side::Pos, record);
    }
}

/// A group of either side gets a title of the other, or one that nobody has.
fn retitle(world: &mut World, rng: &mut Rng) {
    let side = Side::BOTH[rng.usize(0..2)];
    let titles = ["VIP", "vip ", "Staff", "Old"];
    let title = titles[rng.usize(0..titles.len())].to_owned();
    let groups = world.groups.get_mut(side);
    let at = rng.usize(0..groups.len());
    if at > 0 {
        groups[at].title.clone_from(&title);
        world.tell(|| format!("  Admin {side:?}: group {at} is {title:?}"));
    }
}

/// A customer of POS signs in online, which is what links them (rule A4).
fn sign_up(world: &mut World, rng: &mut Rng) {
    let Some(id) = anybody(world, rng, Side::Pos) else {
        return;
    };
    let email = world
        .get(Side::Pos, &id)
        .and_then(|record| record.seen.email.clone());
    if let Some(email) = email {
        let values = [(Field::Email, Value::Text(email))];
        if let Err(status) = world.ecom_create(Who::Shopper, &values) {
            world.tell(|| format!("  Shopper: refused, {status}"));
        }
    }
}

/// A record becomes unreadable, or all are readable again.
pub(crate) fn spoil(world: &mut World, rng: &mut Rng) {
    let side = Side::BOTH[rng.usize(0..2)];
    if let Some(id) = anybody(world, rng, side) {
        world.tell(|| format!("  {side:?} {id} cannot be read"));
        world.unreadable.insert(RecordRef { side, id });
    }
}
