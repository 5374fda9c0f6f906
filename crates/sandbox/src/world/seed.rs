//! The demonstration shop. Made of a seed alone; nothing here is read from outside.

use super::{EcomCustomer, EcomGroup, PosCustomer, PosGroup, World};

/// When the demonstration begins: 1 September 2025.
pub(super) const START: i64 = 1_756_684_800;
const DAY: i64 = 86_400;

/// Exact, near, only online: whatever a person may have typed over the years.
const ECOM_TITLES: [&str; 6] = [
    "VIP",
    "Wholesale",
    "Lehrer & Schüler",
    "Friends ❤",
    "Staff",
    "Summer 2025",
];
/// "Staff" is exact, "wholesale " is near, "Book Club" is only here.
const POS_TITLES: [&str; 3] = ["Staff", "wholesale ", "Book Club"];

const FIRST: [&str; 12] = [
    "Mara",
    "Jürgen",
    "Aoife",
    "Noël",
    "Li",
    "Zoë",
    "Tony",
    "Ingrid",
    "Omar",
    "Søren",
    "Chloé",
    "Anne-Marie",
];
const LAST: [&str; 11] = [
    "Quist",
    "Groß",
    "O'Neill",
    "de Vries",
    "Wang",
    "Müller",
    "Haddad",
    "Lindqvist",
    "Brontë",
    "Van den Berg",
    "Smith",
];

pub(super) fn demo(seed: u64, customers: u32) -> World {
    let mut world = World {
        random: seed & ((1 << 53) - 1),
        ..World::default()
    };
    world.pos.groups = pos_groups();
    world.ecom.groups = ECOM_TITLES
        .iter()
        .map(|name| EcomGroup {
            id: -1,
            name: (*name).into(),
            external_reference_id: None,
        })
        .collect();
    let groups_only = world.settled().unwrap_or_default();
    let peopled = with_people(groups_only, customers);
    peopled.settled().unwrap_or_default()
}

fn pos_groups() -> Vec<PosGroup> {
    let group = |name: &&str| PosGroup {
        name: (*name).into(),
        created_at: START - 90 * DAY,
        ..PosGroup::default()
    };
    POS_TITLES.iter().map(group).collect()
}

fn with_people(mut world: World, count: u32) -> World {
    let mut rng = world.chance();
    for number in 0..count {
        let person = Person::new(number, &mut rng);
        let age = i64::from(rng.u32(1..400)) * DAY;
        if number % 10 < 8 {
            let group = rng
                .choice(&world.pos.groups)
                .map(|group| group.id.clone())
                .unwrap_or_default();
            world.pos.customers.push(person.in_pos(group, START - age));
        }
        if number % 10 < 6 || number % 10 > 7 {
            let group = rng.choice(&world.ecom.groups).map_or(0, |group| group.id);
            world
                .ecom
                .customers
                .push(person.in_ecom(group, START - age, &mut rng));
        }
    }
    world
}

/// Somebody whom one store or both know.
struct Person {
    first: &'static str,
    last: &'static str,
    email: String,
}

impl Person {
    fn new(number: u32, rng: &mut fastrand::Rng) -> Self {
        let first = rng.choice(FIRST).unwrap_or("Mara");
        let last = rng.choice(LAST).unwrap_or("Quist");
        let plain: String = first.chars().filter(char::is_ascii_alphabetic).collect();
        Self {
            first,
            last,
            email: format!("{}.{number}@example.org", plain.to_lowercase()),
        }
    }

    fn in_pos(&self, group: String, created_at: i64) -> PosCustomer {
        PosCustomer {
            customer_group_id: group,
            first_name: Some(self.first.into()),
            last_name: Some(self.last.into()),
            email: Some(self.email.clone()),
            created_at,
            ..PosCustomer::default()
        }
    }

    fn in_ecom(&self, group: i64, registered: i64, rng: &mut fastrand::Rng) -> EcomCustomer {
        EcomCustomer {
            id: -1,
            email: self.email.clone(),
            name: Some(format!("{} {}", self.first, self.last)),
            customer_group_id: group,
            accept_marketing: rng.choice([None, Some(true), Some(false)]).flatten(),
            orders: rng.u32(0..3),
            registered,
            updated: registered,
            ..EcomCustomer::default()
        }
    }
}
