//! The people of a seed: every nasty case is there, the truth about them is true, and a large shop
//! is read page by page to the end.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tandem_sandbox::world::{Groups, Kind, Rule, Someone, Truth};
use tandem_sandbox::{Sandbox, World};

use crate::shop::{ECOM_API, Shop};

fn truth(world: &World) -> &Truth {
    world.truth.as_deref().unwrap()
}

fn emails(world: &World, someone: &Someone) -> (Vec<String>, Vec<String>) {
    let pos = someone
        .pos
        .iter()
        .filter_map(|id| world.pos.customer(id).unwrap().email.clone());
    let ecom = someone
        .ecom
        .iter()
        .map(|id| world.ecom.customers.get(*id).unwrap().email.clone());
    (
        pos.filter(|email| !email.is_empty()).collect(),
        ecom.collect(),
    )
}

#[test]
fn every_case_and_every_rule_of_the_article_is_there_whatever_the_seed() {
    for seed in [1, 2, 77] {
        let world = World::demo(seed, 400);
        let people = &truth(&world).people;
        let kinds: BTreeSet<Kind> = people.iter().map(|someone| someone.kind).collect();
        let rules: BTreeSet<Rule> = people.iter().map(|someone| someone.rule).collect();
        let groups: BTreeSet<Groups> = people.iter().map(|someone| someone.groups).collect();
        assert_eq!((kinds.len(), rules.len(), groups.len()), (14, 5, 5));
        let both = people
            .iter()
            .filter(|one| !one.pos.is_empty() && !one.ecom.is_empty());
        let wishes: BTreeSet<(bool, Option<bool>)> = both
            .map(|one| {
                let till = world.pos.customer(&one.pos[0]).unwrap();
                let online = world.ecom.customers.get(one.ecom[0]).unwrap();
                (till.do_not_email, online.accept_marketing)
            })
            .collect();
        assert_eq!(wishes.len(), 6, "every pair of marketing preferences");
    }
}

#[test]
fn everybody_whom_a_store_knows_is_one_person_of_the_truth() {
    let world = World::demo(5, 300);
    let people = &truth(&world).people;
    let pos: Vec<&String> = people.iter().flat_map(|someone| &someone.pos).collect();
    let ecom: Vec<&i64> = people.iter().flat_map(|someone| &someone.ecom).collect();
    let living = world
        .pos
        .customers
        .iter()
        .filter(|c| c.deleted_at.is_none());
    assert_eq!(pos.len(), living.count());
    assert_eq!(ecom.len(), world.ecom.customers.len());
    assert_eq!(pos.iter().collect::<BTreeSet<_>>().len(), pos.len());
    assert_eq!(ecom.iter().collect::<BTreeSet<_>>().len(), ecom.len());
    assert!(world.pos.customers.iter().any(|c| c.deleted_at.is_some()));
    assert!(!world.ecom.deleted.is_empty());
}

#[test]
fn what_the_truth_says_of_addresses_is_so() {
    let world = World::demo(11, 900);
    let visible = |text: &str| {
        let text = text.replace("mailto:", "");
        text.chars()
            .filter(|c| c.is_ascii_alphanumeric() || "@.+-".contains(*c))
            .collect::<String>()
    };
    for someone in &truth(&world).people {
        let (pos, ecom) = emails(&world, someone);
        let (Some(till), Some(online)) = (pos.first(), ecom.first()) else {
            assert!(
                someone.rule != Rule::Both
                    || matches!(someone.kind, Kind::PhoneOnly | Kind::NameOnly)
            );
            continue;
        };
        let right = match someone.kind {
            Kind::ExactEmail => till == online,
            Kind::CaseVariant => till != online && till.eq_ignore_ascii_case(online),
            Kind::PunycodeVariant => till.is_ascii() != online.is_ascii(),
            Kind::BlankVariant => till != online && visible(till) == *online,
            Kind::UnicodeForm => {
                till != online && till.chars().count() + 1 == online.chars().count()
            }
            Kind::GmailDots => {
                till != online && till.contains("@gmail.com") && online.contains("mail.com")
            }
            Kind::PlusTag => online.contains('+') && !till.contains('+'),
            Kind::Typo => till.replace("gmial", "gmail") == *online && till != online,
            Kind::DuplicateInPos => pos.len() == 2 && pos[1].eq_ignore_ascii_case(online),
            Kind::SharedEmail => world.pos.customers_by_email(online).count() == 2,
            Kind::PhoneOnly | Kind::NameOnly | Kind::Placeholder | Kind::None => false,
        };
        assert!(right, "{someone:?}: {till:?} {online:?}");
    }
}

#[test]
fn names_and_blanks_are_as_nasty_as_in_life() {
    let world = World::demo(3, 900);
    let firsts: BTreeSet<&str> = world
        .pos
        .customers
        .iter()
        .filter_map(|c| c.first_name.as_deref())
        .collect();
    for name in [
        "Madonna",
        "<b>Bold</b>",
        "\u{202e}drawkcaB",
        "  Blank  ",
        "@SUM(A1:A9)",
        "李",
    ] {
        assert!(firsts.contains(name), "{name}");
    }
    let emails: Vec<Option<&str>> = world
        .pos
        .customers
        .iter()
        .map(|c| c.email.as_deref())
        .collect();
    assert!(emails.contains(&None) && emails.contains(&Some("")));
    assert!(
        world
            .pos
            .customers
            .iter()
            .any(|c| c.last_name.as_ref().is_some_and(|n| n.len() > 200))
    );
    assert!(
        world
            .ecom
            .customers
            .iter()
            .any(|c| c.billing_person.is_none())
    );
    assert!(
        world
            .ecom
            .customers
            .iter()
            .any(|c| c.name.as_ref().is_some_and(|n| n.contains(", ")))
    );
    let orders: BTreeSet<u32> = world.ecom.customers.iter().map(|c| c.orders).collect();
    assert!(orders.contains(&0) && orders.contains(&1) && orders.contains(&24));
    let phones: Vec<&str> = world
        .pos
        .customers
        .iter()
        .filter_map(|c| c.phone.as_deref())
        .collect();
    for sign in ["+", "(0", "/", "00", "\u{a0}", "after 5pm"] {
        assert!(phones.iter().any(|phone| phone.contains(sign)), "{sign}");
    }
}

#[test]
fn the_truth_is_told_of_the_seed_and_of_nothing_else() {
    let shop = Shop::new();
    let told = |shop: &Shop| {
        shop.send("GET", "http://127.0.0.1/_sandbox/truth", &[], "")
            .json()
    };
    let seeds = told(&shop);
    assert_eq!(seeds["seed"], 7);
    let first = &seeds["people"][0];
    assert_eq!(
        (&first["kind"], first["pos"].as_array().unwrap().len()),
        (&json!("exact_email"), 1)
    );
    let state = shop
        .send("GET", "http://127.0.0.1/_sandbox/state", &[], "")
        .json();
    shop.control("POST", "reset", &state).expect(204);
    assert_eq!(told(&shop), Value::Null);
    shop.send("POST", "http://127.0.0.1/_sandbox/reset", &[], "")
        .expect(204);
    assert_eq!(told(&shop), seeds);
}

#[test]
fn a_large_shop_is_read_page_by_page_to_the_end() {
    let world = World::demo(9, 3_000);
    let (living, online) = (
        world
            .pos
            .customers
            .iter()
            .filter(|c| c.deleted_at.is_none())
            .count(),
        world.ecom.customers.len(),
    );
    let shop = Shop(Sandbox::new(world));
    let token = shop.0.world().pos.staff.token;
    let bearer = [("authorization", format!("Bearer {token}"))];
    let (mut after, mut pages, mut seen) = (0, 0, BTreeMap::new());
    loop {
        let uri = format!("http://127.0.0.1/api/2.0/customers?page_size=500&after={after}");
        let page = shop
            .send("GET", &uri, &[(bearer[0].0, &bearer[0].1)], "")
            .expect(200)
            .json();
        let records = page["data"].as_array().unwrap();
        if records.is_empty() {
            break;
        }
        pages += 1;
        for record in records {
            assert!(seen.insert(record["id"].to_string(), ()).is_none());
        }
        after = page["version"]["max"].as_i64().unwrap();
    }
    assert_eq!((pages, seen.len()), (living.div_ceil(500), living));
    let secret = shop.0.world().ecom.staff.token;
    let (mut offset, mut pages) = (0, 0);
    loop {
        let uri = format!(
            "{ECOM_API}/customers?limit=100&offset={offset}&token={secret}&responseFields=count,total,items(id)"
        );
        let page = shop.send("GET", &uri, &[], "").expect(200).json();
        pages += 1;
        offset += page["count"].as_u64().unwrap() as usize;
        if page["count"].as_u64() < Some(100) {
            break;
        }
    }
    assert_eq!(offset, online);
    assert_eq!(pages, online / 100 + 1);
}
