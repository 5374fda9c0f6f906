//! What the other people of a shop do while somebody rehearses: small things, each of which the next
//! look at both stores finds.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use tandem_sandbox::{
    World,
    world::{EcomCustomer, PosCustomer},
};

use super::Twin;

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A shopper whom nobody knows orders online.
    SignUp,
    /// A till changes the email of somebody whom both stores know.
    TillEmail,
    /// A shopper whom both stores know unticks marketing online.
    Untick,
}

impl Deed {
    /// The deed of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "sign-up" => Some(Self::SignUp),
            "till-email" => Some(Self::TillEmail),
            "untick" => Some(Self::Untick),
            _ => None,
        }
    }
}

/// What addresses begin with that a till has changed already.
const MOVED: &str = "moved.";

impl Twin {
    /// Has somebody do something; says whether there was anybody to do it.
    pub async fn act(&self, deed: Deed) -> bool {
        let number = self.deeds.get() + 1;
        let Some(act) = act(&self.sandbox.world(), deed, number) else {
            return false;
        };
        let request = Request::post("/_sandbox/act")
            .header("host", "localhost")
            .body(Body::from(act.to_string()));
        let Ok(request) = request else {
            return false;
        };
        let is_done = self.ask(request).await.is_some_and(|it| it.status == 200);
        if is_done {
            self.deeds.set(number);
        }
        is_done
    }
}

/// The deed as the sandbox is told of it; `None` where there is nobody left for it.
fn act(world: &World, deed: Deed, number: u32) -> Option<Value> {
    match deed {
        Deed::SignUp => Some(json!({
            "act": "order",
            "email": format!("nora.newcomer.{number}@example.org"),
            "name": format!("Nora Newcomer {number}"),
            "cents": 2_500,
        })),
        Deed::TillEmail => {
            let (pos, _) = known(world).find(|(pos, _)| {
                let email = pos.email.as_deref().unwrap_or_default();
                !email.starts_with(MOVED)
            })?;
            Some(json!({
                "act": "edit_customer",
                "side": "pos",
                "id": pos.id,
                "set": { "email": format!("{MOVED}{number}@example.org") },
            }))
        }
        Deed::Untick => {
            let (_, ecom) = known(world)
                .find(|(pos, ecom)| ecom.accept_marketing == Some(true) && !pos.do_not_email)?;
            Some(json!({ "act": "shopper_marketing", "id": ecom.id, "accepts": false }))
        }
    }
}

/// Those whom both stores know by one email that nobody else has.
fn known(world: &World) -> impl Iterator<Item = (&PosCustomer, &EcomCustomer)> {
    let living = world
        .pos
        .customers
        .iter()
        .filter(|it| it.deleted_at.is_none());
    living.filter_map(|pos| {
        let email = pos.email.as_deref()?;
        let is_one = world.pos.customers.by_email(email).count() == 1;
        let ecom = world.ecom.customers.by_email(email).filter(|_| is_one)?;
        Some((pos, ecom))
    })
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    #[test]
    fn every_deed_changes_one_customer_and_can_be_done_again() {
        let twin = Twin::new(Box::new(|| 1_800_000_000_000));
        for deed in [Deed::SignUp, Deed::TillEmail, Deed::Untick] {
            for time in 1..=2 {
                let before = twin.sandbox.world();
                assert!(block_on(twin.act(deed)), "{deed:?}, time {time}");
                let after = twin.sandbox.world();
                let changed = |before: Vec<String>, after: Vec<String>| {
                    after.iter().filter(|one| !before.contains(one)).count()
                };
                let pos = |world: &World| world.pos.customers.iter().map(text).collect();
                let ecom = |world: &World| world.ecom.customers.iter().map(text).collect();
                let found = (
                    changed(pos(&before), pos(&after)),
                    changed(ecom(&before), ecom(&after)),
                );
                let expected = if deed == Deed::TillEmail {
                    (1, 0)
                } else {
                    (0, 1)
                };
                assert_eq!(found, expected, "{deed:?}, time {time}");
            }
        }
    }

    fn text<T: std::fmt::Debug>(of: &T) -> String {
        format!("{of:?}")
    }

    #[test]
    fn names_are_those_that_the_panel_says() {
        for name in ["sign-up", "till-email", "untick"] {
            assert!(Deed::named(name).is_some(), "{name}");
        }
        assert_eq!(Deed::named("anything"), None);
    }
}
