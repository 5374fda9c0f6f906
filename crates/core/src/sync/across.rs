//! What a value of one side is on the other (apis.md, mapping notes).

use crate::{
    Consent, Field, GroupMap, Observed, PersonName, Side, Value,
    canon::{self, name},
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
        Field::Address => Some(address(to, source, target)),
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

/// eCom has the name in one; POS in two, and takes the parts where eCom tells them.
fn person(to: Side, source: &PersonName) -> Value {
    let joined = Some(name::joined(source)).filter(|joined| !joined.is_empty());
    let Some(joined) = joined else {
        return Value::Blank;
    };
    let is_split = source.first.is_some() || source.last.is_some();
    Value::Name(match to {
        Side::Ecom => PersonName {
            whole: Some(joined),
            ..PersonName::default()
        },
        Side::Pos if is_split => PersonName {
            whole: None,
            ..source.clone()
        },
        Side::Pos => PersonName {
            first: Some(joined),
            ..PersonName::default()
        },
    })
}

/// eCom has no place for a suburb; POS keeps the one it has.
fn address(to: Side, source: &Observed, target: Option<&Observed>) -> Value {
    let mut address = source.address.clone();
    address.suburb = match to {
        Side::Ecom => None,
        Side::Pos => target.and_then(|target| target.address.suburb.clone()),
    };
    let is_blank = canon::address::key(&address).is_empty() && address.suburb.is_none();
    if is_blank {
        Value::Blank
    } else {
        Value::Address(Box::new(address))
    }
}
