//! People made on the fly, as pages of both stores' APIs: any number, none of them kept. The same
//! number is the same person, whoever asks.
//!
//! A shop as shops are: most people are in both stores and the same, some are in one alone, some
//! differ, some share an email. Then a day passes, and a few have changed.

use serde_json::{Value, json};
use tandem_core::Side;

/// How many groups a side has; the first is its default.
pub const GROUPS: u32 = 20;

/// When a page was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Nothing was ever agreed.
    First,
    /// What was the same on the first day is agreed, and some have changed.
    Later,
}

/// What is special about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    OnlyInPos,
    OnlyOnline { has_ordered: bool },
    SharedInPos,
    NoEmailInPos,
    NamesDiffer,
    GroupsDiffer,
    DefaultAgainstNamed,
    NoPhoneInPos,
    NoCompanyOnline,
    ConsentsDiffer,
    Same,
}

/// What happened to somebody who was the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    NameOnline,
    NamesOnBoth,
    GroupInPos,
    GroupOnline,
    OptOutOnline,
    PhoneClearedInPos,
    None,
}

/// Numbers that look like chance and are not.
const fn mixed(number: u32, salt: u32) -> u32 {
    let mut mixed = number.wrapping_mul(0x9e37_79b1) ^ salt.wrapping_mul(0x85eb_ca6b);
    mixed ^= mixed >> 16;
    mixed = mixed.wrapping_mul(0x7feb_352d);
    mixed ^= mixed >> 15;
    mixed = mixed.wrapping_mul(0x846c_a68b);
    mixed ^ (mixed >> 16)
}

const fn kind(number: u32) -> Kind {
    match mixed(number, 1) % 100 {
        0..4 => Kind::OnlyInPos,
        4..6 => Kind::OnlyOnline { has_ordered: true },
        6..8 => Kind::OnlyOnline { has_ordered: false },
        8 => Kind::SharedInPos,
        9 => Kind::NoEmailInPos,
        10..12 => Kind::NamesDiffer,
        12 => Kind::GroupsDiffer,
        13 => Kind::DefaultAgainstNamed,
        14..18 => Kind::NoPhoneInPos,
        18..20 => Kind::NoCompanyOnline,
        20..22 => Kind::ConsentsDiffer,
        _ => Kind::Same,
    }
}

const fn change(number: u32, day: Day) -> Change {
    if !matches!(day, Day::Later) || !matches!(kind(number), Kind::Same) {
        return Change::None;
    }
    match mixed(number, 2) % 100 {
        0 => Change::NameOnline,
        1 => Change::NamesOnBoth,
        2 => Change::GroupInPos,
        3 => Change::GroupOnline,
        4 => Change::OptOutOnline,
        5 => Change::PhoneClearedInPos,
        _ => Change::None,
    }
}

const FIRST: [&str; 8] = [
    "Mara",
    "Zo\u{eb}",
    "Jos\u{e9}",
    "Ann",
    "Pieter",
    "Li",
    "Fran\u{e7}ois",
    "Ingrid",
];

const LAST: [&str; 8] = [
    "van den Quist",
    "Okafor",
    "M\u{fc}ller",
    "Smith",
    "Garc\u{ed}a",
    "de Vries",
    "Novak",
    "Lind",
];

fn pick<'a>(from: &[&'a str], number: u32) -> &'a str {
    let at = usize::try_from(number).unwrap_or_default() % from.len().max(1);
    from.get(at).copied().unwrap_or_default()
}

/// The id of a group.
#[must_use]
pub fn group(side: Side, number: u32) -> String {
    match side {
        Side::Pos => format!("5d0c0f7e-2f0a-11ef-9a34-{number:012x}"),
        Side::Ecom => number.to_string(),
    }
}

/// The id of somebody's record. In POS ids are not in the order of registration.
fn id(side: Side, number: u32) -> String {
    match side {
        Side::Pos => format!("{:08x}-0183-11e4-fbb5-4f73{number:08x}", mixed(number, 3)),
        Side::Ecom => (300_000_000 + u64::from(number)).to_string(),
    }
}

/// Somebody with what both sides have of them.
struct Person {
    number: u32,
    kind: Kind,
    change: Change,
}

impl Person {
    const fn of(number: u32, day: Day) -> Self {
        Self {
            number,
            kind: kind(number),
            change: change(number, day),
        }
    }

    fn last_name(&self, side: Side) -> String {
        let last = pick(&LAST, mixed(self.number, 5));
        let differs = match (self.change, self.kind, side) {
            (Change::NameOnline | Change::NamesOnBoth, _, Side::Ecom) => Some("Lind"),
            (_, Kind::NamesDiffer, Side::Ecom) => Some("Moor"),
            (Change::NamesOnBoth, _, Side::Pos) => Some("Berg"),
            _ => None,
        };
        differs.map_or_else(|| last.to_owned(), |more| format!("{last}-{more}"))
    }

    fn group(&self, side: Side) -> u32 {
        let own = 1 + mixed(self.number, 6) % (GROUPS - 1);
        let another = 1 + own % (GROUPS - 1);
        match (self.change, self.kind, side) {
            (Change::GroupInPos, _, Side::Pos)
            | (Change::GroupOnline, _, Side::Ecom)
            | (_, Kind::GroupsDiffer, Side::Ecom) => another,
            (_, Kind::DefaultAgainstNamed, Side::Pos) => 0,
            _ => own,
        }
    }

    fn company(&self) -> Option<&'static str> {
        let has_one = self.number.is_multiple_of(7) || self.kind == Kind::NoCompanyOnline;
        has_one.then_some("Quist & Co")
    }

    fn phone(&self) -> String {
        format!("20 {:07}", self.number % 10_000_000)
    }

    fn pos(&self, id: &str, version: u32) -> Value {
        let n = self.number;
        let has_phone = self.kind != Kind::NoPhoneInPos && self.change != Change::PhoneClearedInPos;
        let email = match self.kind {
            Kind::NoEmailInPos => None,
            _ if n.is_multiple_of(11) => Some(format!("Mara.{n}@Example.ORG ")),
            _ => Some(format!("mara.{n}@example.org")),
        };
        json!({
            "id": id, "customer_code": format!("MARA-{n:06}"), "version": version,
            "customer_group_id": group(Side::Pos, self.group(Side::Pos)),
            "first_name": pick(&FIRST, mixed(n, 4)), "last_name": self.last_name(Side::Pos),
            "email": email, "company_name": self.company(),
            "phone": has_phone.then(|| format!("+44 {}", self.phone())),
            "mobile": null, "fax": null, "twitter": null, "website": null, "note": null,
            "do_not_email": self.kind == Kind::ConsentsDiffer, "gender": null,
            "date_of_birth": null, "balance": 0, "loyalty_balance": n % 90, "year_to_date": 12.5,
            "enable_loyalty": true, "on_account_limit": null, "contact_first_name": null,
            "contact_last_name": null, "custom_field_1": null, "custom_field_2": null,
            "custom_field_3": null, "custom_field_4": null,
            "physical_address_1": null, "physical_address_2": null, "physical_suburb": null,
            "physical_city": null, "physical_postcode": null, "physical_state": null,
            "physical_country_id": null,
            "postal_address_1": format!("{} Mill Lane", n % 200), "postal_address_2": null,
            "postal_suburb": null, "postal_city": "York",
            "postal_postcode": format!("yo{} 7lz", n % 90), "postal_state": null,
            "postal_country_id": "GB",
            "created_at": "2025-03-01T10:00:00+00:00", "updated_at": "2026-02-01T10:00:00+00:00",
            "deleted_at": null,
        })
    }

    fn ecom(&self, id: &str) -> Value {
        let n = self.number;
        let name = format!(
            "{}  {}",
            pick(&FIRST, mixed(n, 4)),
            self.last_name(Side::Ecom)
        );
        let company = self
            .company()
            .filter(|_| self.kind != Kind::NoCompanyOnline);
        let has_ordered = match self.kind {
            Kind::OnlyOnline { has_ordered } => has_ordered,
            Kind::NoEmailInPos => false,
            _ => n.is_multiple_of(3),
        };
        let accepts = self.change != Change::OptOutOnline;
        let id: Option<u64> = id.parse().ok();
        json!({
            "id": id, "email": format!("mara.{n}@example.org"),
            "updated": 1_700_000_000 + i64::from(n) + i64::from(self.change != Change::None),
            "customerGroupId": self.group(Side::Ecom), "acceptMarketing": accepts,
            "stats": {"numberOfOrders": u32::from(has_ordered)},
            "billingPerson": {
                "name": name, "companyName": company, "phone": format!("+44-{}", self.phone()),
                "street": format!("{} Mill Lane ", n % 200), "city": "York",
                "postalCode": format!("YO{}7LZ", n % 90), "countryCode": "GB",
            },
        })
    }
}

/// A page of a store's list with the people from number `from` on, so many of them. Its place in the
/// list is [`next`]'s affair.
#[must_use]
pub fn page(side: Side, from: u32, count: u32, all: u32, day: Day) -> String {
    let end = from.saturating_add(count).min(all);
    let mut records = Vec::new();
    for number in from..end {
        let person = Person::of(number, day);
        match (side, person.kind) {
            (Side::Pos, Kind::OnlyOnline { .. }) | (Side::Ecom, Kind::OnlyInPos) => {}
            (Side::Pos, kind) => {
                records.push(person.pos(&id(side, number), 2 * number + 1));
                if kind == Kind::SharedInPos {
                    // Somebody else of the same email, whose id is nobody's else.
                    let twin = id(side, u32::MAX - number);
                    records.push(person.pos(&twin, 2 * number + 2));
                }
            }
            (Side::Ecom, _) => records.push(person.ecom(&id(side, number))),
        }
    }
    let page = match side {
        Side::Pos => json!({ "data": records, "version": {"min": 2 * from + 1, "max": 2 * end} }),
        // The store's offsets count records, and this generator does not: each page stands alone.
        Side::Ecom => json!({
            "total": records.len(), "count": records.len(), "offset": 0, "limit": count,
            "items": records,
        }),
    };
    page.to_string()
}
