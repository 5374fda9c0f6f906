//! What a value of one side is on the other (apis.md, mapping notes).

use crate::{
    Address, Consent, Field, GroupMap, Observed, PersonName, Side, Value,
    canon::{address, name},
};

/// What `to` gets when it takes a field over from `source`; `target` is what is there now, if there
/// is a record. `None` where the value has no counterpart: a group that `to` does not have.
#[must_use]
pub fn carried(
    to: Side,
    field: Field,
    source: &Observed,
    target: Option<&Observed>,
    groups: &GroupMap,
) -> Option<Value> {
    match field {
        Field::Group => groups
            .twin(to.other(), &source.group)
            .cloned()
            .map(Value::Group),
        Field::Consent => Some(Value::Consent(consent(to, source.consent))),
        Field::Name => Some(person(to, &source.name)),
        Field::Address => Some(place(to, &source.address, target)),
        Field::Email | Field::Company | Field::Phone => Some(source.value(field)),
    }
}

/// POS cannot say yes: what is not denied is `Unknown` there. A yes of POS's staff is a yes online;
/// whether it may be one is decided before anything is carried.
const fn consent(to: Side, source: Consent) -> Consent {
    match (to, source) {
        (_, Consent::Denied) => Consent::Denied,
        (Side::Pos, _) => Consent::Unknown,
        (Side::Ecom, _) => Consent::Granted,
    }
}

fn person(to: Side, source: &PersonName) -> Value {
    if name::joined(source).is_empty() {
        return Value::Blank;
    }
    Value::Name(match to {
        Side::Pos => name::split_for_pos(source),
        Side::Ecom => name::joined_for_ecom(source),
    })
}

/// eCom has no place for a suburb; POS keeps the one it has.
fn place(to: Side, source: &Address, target: Option<&Observed>) -> Value {
    let carried = match (to, target) {
        (Side::Pos, Some(target)) => address::over(&target.address, source),
        (Side::Pos | Side::Ecom, _) => Address {
            suburb: None,
            ..source.clone()
        },
    };
    if carried == Address::default() {
        return Value::Blank;
    }
    Value::Address(Box::new(carried))
}
