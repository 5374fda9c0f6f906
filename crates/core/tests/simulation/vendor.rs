//! The vendor's own sync beside Tandem: group, email and consent, groups by exact title, the latest
//! wins, after a delay.

use std::collections::VecDeque;

use tandem_core::{Consent, Field, GroupId, Side, Value, canon};

use crate::model::{Change, Who, World};

/// What it has seen of the history, and what it is about to do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vendor {
    seen: usize,
    due: VecDeque<Change>,
}

impl Vendor {
    /// Sees what was written since.
    pub(crate) fn look(&mut self, world: &World) {
        for change in &world.log[self.seen..] {
            if !matches!(change.who, Who::Vendor | Who::Seed) && !change.after.gone {
                self.due.push_back(change.clone());
            }
        }
        self.seen = world.log.len();
    }

    /// Brings the oldest change that it knows of to the other side. Says whether there was one.
    pub(crate) fn copy(&mut self, world: &mut World) -> bool {
        let Some(change) = self.due.pop_front() else {
            return false;
        };
        let (from, to) = (change.side, change.side.other());
        let email = change
            .before
            .as_ref()
            .unwrap_or(&change.after)
            .seen
            .email
            .clone();
        let Some(email) = email.filter(|email| canon::email::is_key(email)) else {
            return true;
        };
        let twins = world.people(to, Some(&email), None);
        let [twin] = twins[..] else {
            return true;
        };
        let twin = twin.clone();
        for field in [Field::Group, Field::Email, Field::Consent] {
            let now = change.after.seen.value(field);
            let is_news = change
                .before
                .as_ref()
                .is_some_and(|before| before.seen.value(field) != now);
            let there = twin.seen.value(field);
            let Some(value) = carried(world, from, &now).filter(|_| is_news) else {
                continue;
            };
            if value != there {
                world.edit(Who::Vendor, to, &twin.seen.id, field, &value);
            }
        }
        true
    }
}

/// What a value is on the other side, as the vendor sees it: a group by its exact title, and what
/// is not denied in POS is granted online.
fn carried(world: &World, from: Side, value: &Value) -> Option<Value> {
    match value {
        Value::Group(group) => twin_group(world, from, group).map(Value::Group),
        Value::Consent(consent) => Some(Value::Consent(match (from, consent) {
            (_, Consent::Denied) => Consent::Denied,
            (Side::Pos, _) => Consent::Granted,
            (Side::Ecom, Consent::Granted) => Consent::Unknown,
            (Side::Ecom, Consent::Unknown) => return None,
        })),
        Value::Blank => None,
        other => Some(other.clone()),
    }
}

fn twin_group(world: &World, from: Side, group: &GroupId) -> Option<GroupId> {
    let own = world.groups.get(from).iter().find(|own| own.id == *group)?;
    let mut others = world.groups.get(from.other()).iter();
    let twin = others.find(|other| {
        (own.is_default && other.is_default) || (!own.is_default && other.title == own.title)
    });
    twin.map(|twin| twin.id.clone())
}
