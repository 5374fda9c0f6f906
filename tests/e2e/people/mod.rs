//! Customers, used as a person uses them: read, answered by keyboard, written, taken back.

pub(crate) mod articles;
mod automatic;
mod closing;
mod faults;
mod first_run;
mod reading;
mod undoing;

use serde_json::{Value, json};
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use crate::setup::options;

/// A shop, and what is true of its people.
pub(crate) struct Town {
    pub(crate) shop: Shop,
    pub(crate) truth: Value,
}

/// How many calls a shop allows that nobody has to wait for in a test; the budget has tests of its
/// own.
const MANY_REGISTERS: u32 = 1_000;

/// A shop of so many people, with both admins signed in, the stores chosen and the groups copied.
pub(crate) fn town(customers: u32, settings: Settings) -> Town {
    let sandbox = tandem_sandbox::Options {
        settings,
        customers,
        ..tandem_sandbox::Options::default()
    };
    let shop = Shop::open(&options(), &sandbox).unwrap();
    let truth = shop.control.truth().unwrap();
    let mut world = shop.control.state().unwrap();
    world["pos"]["registers"] = json!(MANY_REGISTERS);
    shop.control.reset(&world).unwrap();
    shop.open_and_choose().unwrap();
    shop.copy_groups().unwrap();
    Town { shop, truth }
}

/// Both stores' customers without what moves by itself, and without those whom Tandem made.
pub(crate) fn people(world: &Value) -> Value {
    let of_side = |side: &str| -> Vec<Value> {
        let all = world[side]["customers"].as_array().unwrap().iter();
        let is_ours = |one: &&Value| {
            let code = one["customer_code"].as_str().unwrap_or_default();
            !code.starts_with("TANDEM-")
        };
        all.filter(is_ours).map(without_stamps).collect()
    };
    json!({ "pos": of_side("pos"), "ecom": of_side("ecom") })
}

fn without_stamps(customer: &Value) -> Value {
    let mut customer = customer.clone();
    let members = customer.as_object_mut().unwrap();
    members.retain(|name, value| {
        let is_stamp = ["version", "updated_at", "updated"].contains(&name.as_str());
        !(is_stamp || value.is_null() || *value == json!("") || *value == json!({}))
    });
    customer
}

/// The first few customers that differ between two worlds: a whole world is too long to be read.
pub(crate) fn differences(one: &Value, other: &Value) -> Vec<String> {
    let of_side = |side: &str| {
        let (one, other) = (&one[side], &other[side]);
        let other = other.as_array().unwrap();
        let is_other = |customer: &&Value| !other.contains(customer);
        let lost = one.as_array().unwrap().iter().filter(is_other);
        lost.map(|customer| {
            let now = other.iter().find(|now| now["id"] == customer["id"]);
            format!("{side}: {customer} is now {now:?}")
        })
        .take(3)
        .collect::<Vec<_>>()
    };
    [of_side("pos"), of_side("ecom")].concat()
}
