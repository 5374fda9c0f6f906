//! Whole runs over the nasty seeds.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tandem_core::{Agreement, Field, Side, sync::SyncRun};
use tandem_sandbox::World;

use super::people::{People, assert_same};
use crate::shop::Shop;

fn demo(seed: u64, customers: u32) -> People {
    People::new(Shop::new(World::demo(seed, customers)))
}

#[test]
fn a_first_run_leaves_only_prompts_and_a_second_writes_nothing() {
    for seed in 1..=4 {
        let people = demo(seed, 60);
        let before = people.plan();
        assert!(
            !before.plan.ops.is_empty(),
            "seed {seed} has something to do"
        );
        let run = people.run();
        let counts = run.counts();
        assert_eq!(
            counts.waiting + counts.rejected + counts.unknown + counts.stale,
            0,
            "seed {seed}: {:?}",
            run.ends
        );
        let (world, writes) = (people.world(), people.writes());
        let again = people.plan();
        assert_eq!(again.plan.ops, [], "seed {seed}");
        assert_eq!(
            (again.counts.will_sync, again.counts.will_be_created.pos),
            (0, 0)
        );
        people.run();
        assert_same(&people.world(), &world, &format!("seed {seed}"));
        assert_eq!(people.writes(), writes, "seed {seed}");
        assert!(again.counts.in_step > before.counts.in_step, "seed {seed}");
    }
}

/// Invariant I2, and "no field of any POS customer is lost": whatever a run did not mean to change
/// is as it was, members that nobody here knows among them.
#[test]
fn nothing_but_the_fields_of_the_plan_changes() {
    let people = demo(7, 80);
    let before = people.world();
    let run = people.run();
    for side in Side::BOTH {
        let touched = touched(&run, side);
        for (id, (was, is)) in changed(&before, &people.world(), side) {
            let id = id.as_str();
            match was {
                None => assert!(is["id"].is_string() || is["id"].is_number(), "{id} is new"),
                Some(was) => {
                    let members = differing(&was, &is);
                    let allowed = touched
                        .get(id)
                        .unwrap_or_else(|| panic!("{side:?} {id} changed: {members:?}"));
                    let stray: Vec<_> = members
                        .iter()
                        .filter(|member| !allowed.iter().any(|prefix| member.starts_with(prefix)))
                        .collect();
                    assert!(
                        stray.is_empty(),
                        "{side:?} {id}: {stray:?}, planned {allowed:?}"
                    );
                }
            }
        }
    }
}

/// What the world calls the fields that a run means to change, by record.
fn touched(run: &SyncRun, side: Side) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut touched: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for op in run.ops.iter().filter(|op| op.side() == side) {
        let Some(id) = op.target() else { continue };
        let members = op.edits().iter().flat_map(|edit| members(side, edit.field));
        touched.entry(id.to_string()).or_default().extend(members);
    }
    touched
}

fn members(side: Side, field: Field) -> &'static [&'static str] {
    use Field::{Address, Company, Consent, Email, Group, Name, Phone};
    match (side, field) {
        (_, Group) => &["customer_group_id"],
        // eCom mirrors the email among the contacts.
        (_, Email) => &["email", "contacts"],
        (Side::Pos, Consent) => &["do_not_email"],
        (Side::Ecom, Consent) => &["accept_marketing"],
        (Side::Pos, Name) => &["first_name", "last_name", "name"],
        (Side::Ecom, Name) => &["name", "billing_person"],
        (Side::Pos, Company) => &["company_name"],
        (Side::Pos, Phone) => &["phone"],
        (Side::Pos, Address) => &["postal_"],
        (Side::Ecom, Company | Phone | Address) => &["billing_person", "name"],
    }
}

type Change = (Option<Value>, Value);

fn changed(before: &Value, after: &Value, side: Side) -> BTreeMap<String, Change> {
    let name = if side == Side::Pos { "pos" } else { "ecom" };
    let by_id = |world: &Value| -> BTreeMap<String, Value> {
        let customers = world[name].as_array().unwrap().iter();
        let id = |one: &Value| {
            one["id"]
                .as_str()
                .map_or_else(|| one["id"].to_string(), str::to_owned)
        };
        customers.map(|one| (id(one), one.clone())).collect()
    };
    let (before, after) = (by_id(before), by_id(after));
    let gone = before.keys().find(|id| !after.contains_key(*id));
    assert_eq!(gone, None, "nobody is ever deleted");
    after
        .into_iter()
        .filter(|(id, is)| before.get(id) != Some(is))
        .map(|(id, is)| (id.clone(), (before.get(&id).cloned(), is)))
        .collect()
}

fn differing(was: &Value, is: &Value) -> Vec<String> {
    let (was, is) = (was.as_object().unwrap(), is.as_object().unwrap());
    let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| was.get(*name) != is.get(*name));
    differ.cloned().collect()
}

#[test]
fn a_run_takes_no_more_calls_than_its_plan_said() {
    for seed in [3, 5] {
        let people = demo(seed, 120);
        let planned = people.plan();
        let calls = planned.plan.calls;
        let run = people.begin(&planned);
        let before = people.shop.calls().0;
        let (_, halted) = people.carry(run);
        assert_eq!(halted, Some(tandem_engine::customers::Halted::Finished));
        let log = people.shop.sandbox.log();
        let of = |side: &str| {
            let taken = log
                .iter()
                .skip(before)
                .filter(|call| format!("{:?}", call.side).eq_ignore_ascii_case(side));
            u32::try_from(taken.count()).unwrap()
        };
        assert!(of("pos") <= calls.planned.pos, "{} {calls:?}", of("pos"));
        assert!(of("ecom") <= calls.planned.ecom, "{} {calls:?}", of("ecom"));
        assert!(
            calls.least.pos <= calls.planned.pos && calls.least.ecom <= calls.planned.ecom,
            "{calls:?}"
        );
    }
}

/// A7: a shopper's opt-out in the storefront reaches POS, with nobody asked.
#[test]
fn a7_an_opt_out_online_reaches_pos() {
    let people = demo(11, 60);
    people.run();
    let world = people.shop.sandbox.world();
    let may_be_mailed = |pair: &&Agreement| {
        let pos = world.pos.customers.get(&pair.ids.pos.to_string());
        pair.consent.is_some() && pos.is_some_and(|pos| !pos.do_not_email)
    };
    let archive = people.archive.borrow().clone();
    let pair = archive
        .iter()
        .find(may_be_mailed)
        .expect("a pair that agrees that it may be mailed");
    let customer = pair.ids.ecom.to_string();
    people.shop.control(
        "act",
        &json!({"act": "shopper_marketing", "id": customer, "accepts": false}),
    );
    people.run();
    let world = people.shop.sandbox.world();
    assert!(
        world
            .pos
            .customers
            .get(&pair.ids.pos.to_string())
            .unwrap()
            .do_not_email
    );
}
