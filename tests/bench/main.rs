//! How many calls Tandem makes, against the least that the two APIs allow, and how long that takes
//! under the stores' real limits. Prints a line of JSON for each; `cargo xtask bench` runs it.
//! `calls PEOPLE...` is about shops of these sizes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on fails"
)]

mod bound;
mod shop;
#[path = "../system/shop.rs"]
#[expect(dead_code, reason = "it is about groups as well")]
mod system;

use std::{collections::HashMap, io::Write};

use serde_json::{Value, json};
use tandem_core::{show::ListQuery, survey::Status};
use tandem_engine::book::reader::How;

use bound::Bound;
use shop::{Large, Took};

/// How many registers a small shop has, and a large one: POS allows calls by them.
const REGISTERS: [u32; 2] = [1, 5];

/// The largest shop whose first sync is carried out here; beyond, its writes take days under POS'
/// limits, and minutes here.
const MOST_SYNCED: u32 = 20_000;

/// How many are to move at once, so that 10,000 do: some are in their group already. And how many
/// people a shop has of whom so many are in step after a first sync.
const MOVED: u32 = 10_800;
const AROUND_MOVED: u32 = 50_000;

fn main() -> std::io::Result<()> {
    let sizes: Vec<u32> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    for people in &sizes {
        for registers in REGISTERS {
            Scenario {
                people: *people,
                registers,
            }
            .all()?;
        }
    }
    // A small shop is soon measured, and stays so.
    if sizes.iter().any(|people| *people >= MOST_SYNCED) {
        all_move()?;
    }
    Ok(())
}

/// The many moves, after a first sync that is not told.
fn all_move() -> std::io::Result<()> {
    let [_, registers] = REGISTERS;
    let large = Large::open(AROUND_MOVED, registers);
    large.read(How::Whole);
    large.sync();
    let people = AROUND_MOVED;
    Scenario { people, registers }.moves(&large)
}

struct Scenario {
    people: u32,
    registers: u32,
}

impl Scenario {
    fn tell(&self, name: &str, writes: u32, took: Took, bound: Bound) -> std::io::Result<()> {
        let Took { tally, seconds } = took;
        let line: Value = json!({
            "scenario": name, "people": self.people, "registers": self.registers,
            "writes": writes, "calls": tally.calls, "bound": bound.0, "refused": tally.refused,
            "seconds": seconds,
        });
        writeln!(std::io::stdout(), "{line}")
    }

    fn all(&self) -> std::io::Result<()> {
        let large = Large::open(self.people, self.registers);
        let records = large.records();
        self.tell(
            "full scan",
            0,
            large.read(How::Whole),
            Bound::of_scan(records),
        )?;
        for changes in [0, 1, 100] {
            change(&large, changes);
            let name = format!("delta with {changes} changes");
            let took = large.read(How::Changes);
            self.tell(&name, 0, took, Bound::of_delta(changes))?;
        }
        if self.people > MOST_SYNCED {
            return Ok(());
        }
        let (head, took) = large.sync();
        // As if all went to one group: the least that can be said without asking Tandem.
        let bound = Bound::of_run(&head, &[head.kinds.move_group]);
        self.tell("first sync", head.total, took, bound)?;
        self.moves(&large)?;
        self.creates(&large)
    }

    /// Everybody who is in step, or [`MOVED`] of them, changes the group online.
    fn moves(&self, large: &Large) -> std::io::Result<()> {
        large.read(How::Changes);
        let groups = groups_online(large);
        let before = large.sandbox.world().ecom.customers;
        let mut acts = Vec::new();
        let mut moves = vec![0; groups.len()];
        for (number, id) in in_step(large, MOVED as usize).into_iter().enumerate() {
            let at = number % groups.len();
            let group = groups[at];
            let was = before.get(id.parse().unwrap()).unwrap().customer_group_id;
            moves[at] += u32::from(was != group);
            acts.push(
                json!({ "act": "move_customer", "side": "ecom", "customer": id,
                "group": group.to_string() }),
            );
        }
        large.act(&Value::Array(acts));
        large.read(How::Changes);
        let (head, took) = large.sync();
        assert_eq!(head.kinds.move_group, moves.iter().sum::<u32>());
        let name = format!("{} group moves", head.kinds.move_group);
        self.tell(&name, head.total, took, Bound::of_run(&head, &moves))
    }

    /// 2,000 order online whom POS does not know.
    fn creates(&self, large: &Large) -> std::io::Result<()> {
        new_orders(large, 2_000.min(self.people));
        large.read(How::Changes);
        let (head, took) = large.sync();
        let name = format!("{} creates", head.kinds.create.pos);
        self.tell(&name, head.total, took, Bound::of_run(&head, &[]))
    }
}

/// So many order online whom nobody knows.
fn new_orders(large: &Large, many: u32) {
    let order = |n| {
        json!({ "act": "order", "email": format!("new.{n}@late.example"),
            "name": format!("New {n}"), "cents": 500 })
    };
    large.act(&Value::Array((0..many).map(order).collect()));
}

/// Somebody edits so many customers, half of them in either store.
fn change(large: &Large, changes: u32) {
    let world = large.sandbox.world();
    let living = world.pos.customers.iter();
    let pos = living.filter(|one| one.deleted_at.is_none()).map(|one| {
        json!({ "act": "edit_customer", "side": "pos",
        "id": one.id, "set": { "phone": format!("030 {changes}") } })
    });
    let ecom = world.ecom.customers.iter().map(|one| {
        json!({ "act": "edit_customer", "side": "ecom",
        "id": one.id.to_string(), "set": { "name": format!("Name {changes}") } })
    });
    let (of_pos, of_ecom) = (changes / 2, changes - changes / 2);
    let acts = pos.take(of_pos as usize).chain(ecom.take(of_ecom as usize));
    let acts: Vec<Value> = acts.collect();
    if !acts.is_empty() {
        large.act(&Value::Array(acts));
    }
}

/// The groups online that are not the default one.
fn groups_online(large: &Large) -> Vec<i64> {
    let world = large.sandbox.world();
    let own = world.ecom.groups.iter().filter(|group| group.id > 0);
    own.map(|group| group.id).collect()
}

/// The eCom ids of people who are in step, so many at most.
fn in_step(large: &Large, most: usize) -> Vec<String> {
    let world = large.sandbox.world();
    let by_email: HashMap<String, i64> = world
        .ecom
        .customers
        .iter()
        .map(|one| (one.email.to_lowercase(), one.id))
        .collect();
    let mut ids = Vec::new();
    let mut from = 0;
    loop {
        // The list comes in windows.
        let query = ListQuery {
            status: Some(Status::InStep),
            from,
            count: u32::MAX,
            ..ListQuery::default()
        };
        let rows = futures::executor::block_on(large.desk.list(&query)).rows;
        if rows.is_empty() || ids.len() >= most {
            ids.truncate(most);
            return ids;
        }
        from += u32::try_from(rows.len()).unwrap();
        let emails = rows.iter().filter_map(|row| row.who.email.as_deref());
        let found = emails.filter_map(|email| by_email.get(&email.to_lowercase()));
        ids.extend(found.map(i64::to_string));
    }
}
