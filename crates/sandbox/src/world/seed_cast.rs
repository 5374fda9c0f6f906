//! Writing people down in the stores of a seed, and the truth about them beside it.

use std::collections::BTreeMap;

use super::seed::{DAY, START};
use super::seed_people::Person;
use super::truth::{Groups, Kind, Rule, Someone};
use super::{EcomCustomer, EcomPerson, EcomTombstone, PosCustomer, World, uuid};

/// How many codes there are behind one name.
const CODES: u64 = 36 * 36 * 36 * 36;
/// No divisor in common with [`CODES`], so that codes repeat only after all were given out.
const CODE_STEP: u64 = 104_729;

/// Where people are being written down.
pub(super) struct Cast<'a> {
    pub(super) rng: fastrand::Rng,
    pub(super) people: Vec<Someone>,
    world: &'a mut World,
    pos_groups: BTreeMap<String, String>,
    ecom_groups: BTreeMap<String, i64>,
    written: u64,
}

/// The groups of one person: a title on each side, `None` for the default.
type Titles = (Option<&'static str>, Option<&'static str>);

impl<'a> Cast<'a> {
    /// Writes into a world that has its groups and nobody yet.
    pub(super) fn new(world: &'a mut World) -> Self {
        let rng = world.chance();
        let pos = world.pos.groups.iter().filter(|group| !group.is_default());
        let ecom = world.ecom.groups.iter().filter(|group| group.id != 0);
        Self {
            rng,
            people: Vec::new(),
            pos_groups: pos.map(|g| (g.name.clone(), g.id.clone())).collect(),
            ecom_groups: ecom.map(|g| (g.name.clone(), g.id)).collect(),
            world,
            written: 0,
        }
    }

    /// A person in both stores, under these addresses.
    pub(super) fn pair(&mut self, person: &Person, kind: Kind, pos: Option<String>, ecom: String) {
        let titles = self.titles();
        let orders = self.orders();
        let pos = self.in_pos(person, pos, titles.0);
        let ecom = self.in_ecom(person, ecom, titles.1, orders);
        self.known(vec![pos], vec![ecom], kind, titles, orders);
    }

    /// A person of POS of whom eCom knows nothing.
    pub(super) fn pos_alone(&mut self, person: &Person, email: Option<String>) {
        let titles = self.titles();
        let id = self.in_pos(person, email, titles.0);
        self.known(vec![id], Vec::new(), Kind::None, titles, 0);
    }

    /// A person of eCom of whom POS knows nothing.
    pub(super) fn ecom_alone(&mut self, person: &Person, email: String, ordered: bool) {
        let titles = self.titles();
        let orders = if ordered { self.rng.u32(1..9) } else { 0 };
        let id = self.in_ecom(person, email, titles.1, orders);
        self.known(Vec::new(), vec![id], Kind::None, titles, orders);
    }

    /// A person of both, of whom POS has the name and nothing else.
    pub(super) fn name_only(&mut self, person: &Person, email: String) {
        let (titles, orders) = (self.titles(), self.orders());
        let mut record = self.pos_record(person, None, titles.0);
        record.phone = None;
        let pos = self.put_pos(record);
        let mut record = self.ecom_record(person, email, titles.1, orders);
        record.billing_person.get_or_insert_default().name = person.name();
        let ecom = self.put_ecom(record);
        self.known(vec![pos], vec![ecom], Kind::NameOnly, titles, orders);
    }

    /// A person of both, with an address in eCom alone and one telephone.
    pub(super) fn phone_only(&mut self, person: &Person, email: String) {
        let (titles, orders) = (self.titles(), self.orders());
        let mut record = self.pos_record(person, None, titles.0);
        record.phone = Some(person.phone.spelled(self.rng.u8(..)));
        let pos = self.put_pos(record);
        let mut record = self.ecom_record(person, email, titles.1, orders);
        record.billing_person.get_or_insert_default().phone = person.phone.spelled(0);
        let ecom = self.put_ecom(record);
        self.known(vec![pos], vec![ecom], Kind::PhoneOnly, titles, orders);
    }

    /// Two people of one name, one in each store.
    pub(super) fn namesakes(&mut self, person: &Person, one: String, other: String) {
        self.pos_alone(person, Some(one));
        let phone = Person::new(person.number, &mut self.rng).phone;
        let namesake = Person {
            phone,
            ..person.clone()
        };
        self.ecom_alone(&namesake, other, true);
    }

    /// Two people of POS with one address; one of them is in eCom.
    pub(super) fn shared(&mut self, person: &Person, email: &str) {
        self.pair(
            person,
            Kind::SharedEmail,
            Some(email.to_owned()),
            email.to_owned(),
        );
        let other = person.relative(&mut self.rng);
        let titles = self.titles();
        let id = self.in_pos(&other, Some(email.to_owned()), titles.0);
        self.known(vec![id], Vec::new(), Kind::SharedEmail, titles, 0);
    }

    /// A person whom POS has twice.
    pub(super) fn twice(&mut self, person: &Person, email: &str, second: String) {
        let (titles, orders) = (self.titles(), self.orders());
        let one = self.in_pos(person, Some(email.to_owned()), titles.0);
        let two = self.in_pos(person, Some(second), titles.0);
        let ecom = self.in_ecom(person, email.to_owned(), titles.1, orders);
        self.known(
            vec![one, two],
            vec![ecom],
            Kind::DuplicateInPos,
            titles,
            orders,
        );
    }

    /// A person of POS with an address that is nobody's; the first time eCom has such a one too.
    pub(super) fn placeholder(&mut self, person: &Person, email: &str, in_ecom: bool) {
        let titles = self.titles();
        let id = self.in_pos(person, Some(email.to_owned()), titles.0);
        self.known(vec![id], Vec::new(), Kind::Placeholder, titles, 0);
        if in_ecom {
            let other = person.relative(&mut self.rng);
            let id = self.in_ecom(&other, email.to_owned(), None, 0);
            self.known(Vec::new(), vec![id], Kind::Placeholder, (None, None), 0);
        }
    }

    /// Two people of both stores, one deleted in POS, the other in eCom.
    pub(super) fn gone(&mut self, person: &Person, email: &str, other: String) {
        let mut record = self.pos_record(person, Some(email.to_owned()), None);
        record.deleted_at = Some(START - DAY);
        self.put_pos(record);
        self.ecom_alone(person, email.to_owned(), true);
        let relative = person.relative(&mut self.rng);
        self.pos_alone(&relative, Some(other));
        let id = self.world.ecom.take_id();
        let date = START - i64::from(person.number % 28) * DAY;
        self.world.ecom.deleted.push(EcomTombstone { id, date });
    }

    fn known(&mut self, pos: Vec<String>, ecom: Vec<i64>, kind: Kind, titles: Titles, orders: u32) {
        let (in_pos, in_ecom) = (!pos.is_empty(), !ecom.is_empty());
        let groups = if in_pos && in_ecom {
            Groups::of(titles.0, titles.1)
        } else {
            Groups::Alone
        };
        let rule = Rule::of(in_pos, in_ecom, orders, groups);
        self.people.push(Someone {
            pos,
            ecom,
            kind,
            rule,
            groups,
        });
    }

    /// Seven in ten agree; the others are near, against the default, or against another title.
    fn titles(&mut self) -> Titles {
        let online = [
            "VIP",
            "Lehrer & Schüler",
            "Friends ❤",
            "Summer 2025",
            "Wholesale",
            "Staff",
        ];
        let named = self.rng.choice(online);
        match self.rng.u8(0..20) {
            0..=8 => (None, None),
            9..=13 => (Some("Staff"), Some("Staff")),
            14 | 15 => (Some("wholesale "), Some("Wholesale")),
            16 | 17 => (None, named),
            18 => (Some("Book Club"), None),
            _ => (Some("Book Club"), named),
        }
    }

    fn orders(&mut self) -> u32 {
        self.rng.choice([0, 0, 1, 2, 3, 24]).unwrap_or_default()
    }

    fn in_pos(&mut self, person: &Person, email: Option<String>, group: Option<&str>) -> String {
        let record = self.pos_record(person, email, group);
        self.put_pos(record)
    }

    fn put_pos(&mut self, record: PosCustomer) -> String {
        let id = record.id.clone();
        self.world.pos.customers.push(record);
        id
    }

    fn pos_record(
        &mut self,
        person: &Person,
        email: Option<String>,
        group: Option<&str>,
    ) -> PosCustomer {
        let age = i64::from(self.rng.u32(1..900)) * DAY;
        PosCustomer {
            id: uuid(&mut self.rng),
            customer_code: self.code(&person.first),
            customer_group_id: group
                .and_then(|title| self.pos_groups.get(title).cloned())
                .unwrap_or_default(),
            first_name: self.unset(&person.first),
            last_name: self.unset(&person.last),
            email: match email {
                Some(email) => Some(email),
                None => self.unset(""),
            },
            company_name: person.company.clone(),
            phone: (self.rng.u8(0..4) > 0).then(|| person.phone.spelled(self.rng.u8(..))),
            do_not_email: self.rng.u8(0..3) == 0,
            created_at: START - age,
            updated_at: START - self.rng.i64(0..=age),
            year_to_date: f64::from(self.rng.u32(0..90_000)) / 100.0,
            loyalty_balance: f64::from(self.rng.u32(0..4_000)) / 100.0,
            ..self.addressed(person)
        }
    }

    /// A customer of POS with the billing address that every third person gave.
    fn addressed(&mut self, person: &Person) -> PosCustomer {
        if self.rng.u8(0..3) > 0 {
            return PosCustomer::default();
        }
        let home = person.home;
        PosCustomer {
            postal_address_1: Some(format!("{} {}", person.house, home.street)),
            postal_city: Some(home.city.to_owned()),
            postal_postcode: Some(home.postcode.to_owned()),
            postal_state: self.unset(home.state),
            postal_country_id: Some(home.country.to_owned()),
            ..PosCustomer::default()
        }
    }

    fn in_ecom(&mut self, person: &Person, email: String, group: Option<&str>, orders: u32) -> i64 {
        let record = self.ecom_record(person, email, group, orders);
        self.put_ecom(record)
    }

    fn put_ecom(&mut self, record: EcomCustomer) -> i64 {
        let id = record.id;
        self.world.ecom.customers.push(record);
        id
    }

    fn ecom_record(
        &mut self,
        person: &Person,
        email: String,
        group: Option<&str>,
        orders: u32,
    ) -> EcomCustomer {
        let age = i64::from(self.rng.u32(1..900)) * DAY;
        EcomCustomer {
            id: self.world.ecom.take_id(),
            email,
            customer_group_id: group
                .and_then(|title| self.ecom_groups.get(title).copied())
                .unwrap_or_default(),
            accept_marketing: self.rng.choice([None, Some(true), Some(false)]).flatten(),
            orders,
            sales_cents: i64::from(orders) * i64::from(self.rng.u32(500..9_000)),
            registered: START - age,
            updated: START - self.rng.i64(0..=age),
            billing_person: self.billed(person),
            ..EcomCustomer::default()
        }
    }

    /// Guests leave no name; some write the last name first; every third has an address.
    fn billed(&mut self, person: &Person) -> Option<EcomPerson> {
        let whole = !person.first.is_empty() && !person.last.is_empty();
        let name = match self.rng.u8(0..16) {
            0 => return None,
            1 | 2 if !whole => person.name(),
            1 => format!("{}, {}", person.last, person.first),
            2 => format!("{} {}", person.last, person.first),
            3 => person.name().to_uppercase(),
            _ => person.name(),
        };
        let mut billed = EcomPerson {
            name,
            company_name: person.company.clone().unwrap_or_default(),
            phone: person.phone.spelled(self.rng.u8(..)),
            ..EcomPerson::default()
        };
        if self.rng.u8(0..3) == 0 {
            let home = person.home;
            billed.street = format!("{} {}", person.house, home.street);
            home.city.clone_into(&mut billed.city);
            home.country.clone_into(&mut billed.country_code);
            home.postcode.clone_into(&mut billed.postal_code);
            home.state.clone_into(&mut billed.state_or_province_code);
        }
        Some(billed)
    }

    /// A text; a blank one is null or blank, as forms and imports have left it.
    fn unset(&mut self, text: &str) -> Option<String> {
        (!text.is_empty() || self.rng.bool()).then(|| text.to_owned())
    }

    /// A code that nobody has: its last four signs never repeat.
    fn code(&mut self, first: &str) -> String {
        self.written += 1;
        let mut rest = self.written * CODE_STEP % CODES;
        let mut signs = [0_u32; 4];
        for sign in signs.iter_mut().rev() {
            *sign = u32::try_from(rest % 36).unwrap_or_default();
            rest /= 36;
        }
        let sign = |digit: &u32| char::from_digit(*digit, 36).map(|c| c.to_ascii_uppercase());
        let stem = if first.is_empty() { "UNNAMED" } else { first };
        format!(
            "{stem}-{}",
            signs.iter().filter_map(sign).collect::<String>()
        )
    }
}
