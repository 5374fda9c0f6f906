//! A shop made of what was read of a real one, as the panel's page hands it over part by part. The
//! format is that page's; what it has of a customer is all that there is, and anything else is as in a
//! shop that says nothing of it.

use serde::Deserialize;
use tandem_sandbox::{
    World,
    world::{
        ECOM_DEFAULT_ID, EcomCustomer, EcomGroup, EcomPerson, POS_DEFAULT_CODE, PosCustomer,
        PosGroup, WorldError,
    },
};

/// One thing for each store.
#[derive(Clone, Debug, Default, Deserialize)]
struct Both<T> {
    pos: T,
    ecom: T,
}

/// What the background answers.
#[derive(Debug, Deserialize)]
struct Answer {
    outcome: String,
    with: Option<Part>,
}

#[derive(Debug, Deserialize)]
struct Part {
    names: Both<Option<String>>,
    groups: Both<Vec<Group>>,
    records: Both<Vec<Record>>,
    next: Option<u32>,
}

#[derive(Debug, Deserialize)]
struct Group {
    id: String,
    title: String,
    is_default: bool,
}

/// A customer as one store has it.
#[derive(Debug, Deserialize)]
struct Record {
    id: String,
    stamp: i64,
    group: String,
    email: Option<String>,
    consent: Consent,
    name: Name,
    company: Option<String>,
    phone: Option<String>,
    address: Address,
    reference: Option<String>,
    has_ordered: bool,
    changed_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Consent {
    Denied,
    Unknown,
    Granted,
}

#[derive(Debug, Deserialize)]
struct Name {
    first: Option<String>,
    last: Option<String>,
    whole: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Address {
    line_1: Option<String>,
    line_2: Option<String>,
    suburb: Option<String>,
    city: Option<String>,
    postcode: Option<String>,
    state: Option<String>,
    country: Option<String>,
}

/// Why a part cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCopied {
    /// The background does not give it.
    Refused,
    /// It cannot be read.
    Unreadable,
}

/// A copy that is being made.
#[derive(Debug)]
pub struct Copied(World);

impl Default for Copied {
    fn default() -> Self {
        let mut world = World::default();
        "Copy".clone_into(&mut world.pos.name);
        "Copy".clone_into(&mut world.ecom.name);
        Self(world)
    }
}

impl Copied {
    /// Takes a part, as the background answered; says which part comes next, and `None` after the last.
    ///
    /// # Errors
    /// [`NotCopied`]; nothing of the part was taken then.
    pub fn take(&mut self, answer: &str) -> Result<Option<u32>, NotCopied> {
        let answer: Answer = serde_json::from_str(answer).map_err(|_| NotCopied::Unreadable)?;
        let part = match answer.with {
            Some(part) if answer.outcome == "reply" => part,
            _ => return Err(NotCopied::Refused),
        };
        let Self(World { pos, ecom, .. }) = self;
        if let Some(name) = part.names.pos {
            pos.name = name;
        }
        if let Some(name) = part.names.ecom {
            ecom.name = name;
        }
        pos.groups
            .extend(part.groups.pos.into_iter().map(Group::of_pos));
        ecom.groups
            .extend(part.groups.ecom.into_iter().filter_map(Group::of_ecom));
        for record in part.records.pos {
            pos.customers.push(record.of_pos());
        }
        for customer in part.records.ecom.into_iter().filter_map(Record::of_ecom) {
            ecom.customers.push(customer);
        }
        Ok(part.next)
    }

    /// The shop, at `now` (seconds since 1970). Who is in a group that is not there any more is in the
    /// default one.
    ///
    /// # Errors
    /// [`WorldError`] where what was read contradicts itself.
    pub fn world(self, now: i64) -> Result<World, WorldError> {
        let Self(mut world) = self;
        world.clock = now;
        let pos: Vec<String> = world.pos.groups.iter().map(|one| one.id.clone()).collect();
        let mut customers: Vec<PosCustomer> = world.pos.customers.iter().cloned().collect();
        for customer in &mut customers {
            if !pos.contains(&customer.customer_group_id) {
                // Filled in when the world is settled.
                customer.customer_group_id.clear();
            }
        }
        world.pos.customers = customers.into_iter().collect();
        let ecom: Vec<i64> = world.ecom.groups.iter().map(|one| one.id).collect();
        let mut customers: Vec<EcomCustomer> = world.ecom.customers.iter().cloned().collect();
        for customer in &mut customers {
            if !ecom.contains(&customer.customer_group_id) {
                customer.customer_group_id = ECOM_DEFAULT_ID;
            }
        }
        world.ecom.customers = customers.into();
        world.settled()
    }
}

impl Group {
    fn of_pos(self) -> PosGroup {
        PosGroup {
            group_id: if self.is_default {
                POS_DEFAULT_CODE.to_owned()
            } else {
                String::new()
            },
            id: self.id,
            name: self.title,
            ..PosGroup::default()
        }
    }

    fn of_ecom(self) -> Option<EcomGroup> {
        Some(EcomGroup {
            id: self.id.parse().ok()?,
            name: self.title,
            external_reference_id: None,
        })
    }
}

impl Record {
    fn of_pos(self) -> PosCustomer {
        PosCustomer {
            id: self.id,
            version: self.stamp,
            customer_group_id: self.group,
            customer_code: self.reference.unwrap_or_default(),
            email: self.email,
            do_not_email: self.consent == Consent::Denied,
            first_name: self.name.first,
            last_name: self.name.last,
            company_name: self.company,
            phone: self.phone,
            postal_address_1: self.address.line_1,
            postal_address_2: self.address.line_2,
            postal_suburb: self.address.suburb,
            postal_city: self.address.city,
            postal_postcode: self.address.postcode,
            postal_state: self.address.state,
            postal_country_id: self.address.country,
            created_at: self.changed_at.unwrap_or_default(),
            updated_at: self.changed_at.unwrap_or_default(),
            ..PosCustomer::default()
        }
    }

    /// `None` where the id is none of eCom's.
    fn of_ecom(self) -> Option<EcomCustomer> {
        let Self { name, address, .. } = self;
        let lines = [address.line_1, address.line_2];
        let street: Vec<String> = lines.into_iter().flatten().collect();
        let parts: Vec<String> = [name.first, name.last].into_iter().flatten().collect();
        let person = EcomPerson {
            name: name.whole.unwrap_or_else(|| parts.join(" ")),
            company_name: self.company.unwrap_or_default(),
            street: street.join("\n"),
            city: address.city.unwrap_or_default(),
            country_code: address.country.unwrap_or_default(),
            postal_code: address.postcode.unwrap_or_default(),
            state_or_province_code: address.state.unwrap_or_default(),
            phone: self.phone.unwrap_or_default(),
        };
        Some(EcomCustomer {
            id: self.id.parse().ok()?,
            email: self.email.unwrap_or_default(),
            customer_group_id: self.group.parse().unwrap_or(ECOM_DEFAULT_ID),
            accept_marketing: match self.consent {
                Consent::Denied => Some(false),
                Consent::Unknown => None,
                Consent::Granted => Some(true),
            },
            orders: u32::from(self.has_ordered),
            registered: self.stamp,
            updated: self.stamp,
            external_reference_id: self.reference,
            billing_person: (person != EcomPerson::default()).then_some(person),
            ..EcomCustomer::default()
        })
    }
}
