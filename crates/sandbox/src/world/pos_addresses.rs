//! What can be done to the addresses of a customer of POS. Where they are mirrored, the first of a
//! kind *is* the members `postal_*` or `physical_*` of the customer; further ones are kept apart.

use super::{
    AddressKind, Caution, MirroredAddresses, PosAddress, PosCustomer, PosRefusal, Refusal, World,
    pos_postcodes,
};
use crate::x_series::redact;

const KINDS: [AddressKind; 2] = [AddressKind::Billing, AddressKind::Shipping];

impl AddressKind {
    /// How the names of the customer's members begin that mirror it.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Billing => "postal",
            Self::Shipping => "physical",
        }
    }
}

impl World {
    /// The addresses of a living customer.
    pub(crate) fn pos_addresses(&self, customer: &str) -> Result<Vec<PosAddress>, Refusal> {
        let customer = self.pos.customer(customer).ok_or(Refusal::NoCustomer)?;
        let mirrored = KINDS
            .into_iter()
            .filter_map(|kind| self.mirrored(customer, kind));
        Ok(mirrored.chain(customer.addresses.iter().cloned()).collect())
    }

    /// One address of a living customer.
    pub(crate) fn pos_address(&self, customer: &str, id: i64) -> Result<PosAddress, Refusal> {
        self.pos_addresses(customer)?
            .into_iter()
            .find(|address| address.id == id)
            .ok_or_else(|| PosRefusal::NoAddress.into())
    }

    /// Adds an address and returns its id.
    pub(crate) fn create_pos_address(
        &mut self,
        customer: &str,
        given: PosAddress,
    ) -> Result<i64, Refusal> {
        let owner = self.pos.customer(customer).ok_or(Refusal::NoCustomer)?;
        let free = self.mirrors() && self.mirrored(owner, given.kind).is_none();
        let given = self.admitted_address(given)?;
        if free {
            let kind = given.kind;
            self.change_pos_customer(customer, |owner| mirror(owner, kind, Some(&given)));
            return Ok(mirror_id(customer, kind));
        }
        let (id, now) = (self.pos.next_address_id, self.clock);
        self.pos.next_address_id += 1;
        let address = PosAddress {
            id,
            created_at: now,
            updated_at: now,
            ..given
        };
        self.keep_apart(customer, |addresses| addresses.push(address));
        Ok(id)
    }

    /// Changes an address and returns its id: another one where a mirrored address changed its
    /// kind, because it is then in another place.
    pub(crate) fn update_pos_address(
        &mut self,
        customer: &str,
        id: i64,
        given: PosAddress,
    ) -> Result<i64, Refusal> {
        let old = self.pos_address(customer, id)?;
        if old.read_only {
            return Err(PosRefusal::ReadOnlyAddress.into());
        }
        let given = self.admitted_address(given)?;
        match self.mirror_of(customer, id) {
            Some(kind) if kind == given.kind => {
                self.change_pos_customer(customer, |owner| mirror(owner, kind, Some(&given)));
                Ok(id)
            }
            Some(kind) => {
                self.change_pos_customer(customer, |owner| mirror(owner, kind, None));
                self.create_pos_address(customer, given)
            }
            None => {
                let new = PosAddress {
                    id,
                    created_at: old.created_at,
                    updated_at: self.clock,
                    ..given
                };
                self.keep_apart(customer, |addresses| {
                    if let Some(place) = addresses.iter_mut().find(|address| address.id == id) {
                        *place = new;
                    }
                });
                Ok(id)
            }
        }
    }

    /// Takes an address away.
    pub(crate) fn delete_pos_address(&mut self, customer: &str, id: i64) -> Result<(), Refusal> {
        if self.pos_address(customer, id)?.read_only {
            return Err(PosRefusal::ReadOnlyAddress.into());
        }
        match self.mirror_of(customer, id) {
            Some(kind) => self.change_pos_customer(customer, |owner| mirror(owner, kind, None)),
            None => self.keep_apart(customer, |addresses| addresses.retain(|a| a.id != id)),
        }
        Ok(())
    }

    /// Addresses that are kept apart are no members of the customer: its version stays.
    fn keep_apart(&mut self, customer: &str, change: impl FnOnce(&mut Vec<PosAddress>)) {
        let moment = self.pos_moment();
        let addresses = |owner: &mut PosCustomer| change(&mut owner.addresses);
        self.pos.customers.change(customer, moment, addresses);
    }

    fn mirrors(&self) -> bool {
        self.settings.pos.addresses == MirroredAddresses::Mirrored
    }

    /// The kind of the mirrored address that has this id.
    fn mirror_of(&self, customer: &str, id: i64) -> Option<AddressKind> {
        let own = |kind: &AddressKind| self.mirrors() && mirror_id(customer, *kind) == id;
        KINDS.into_iter().find(own)
    }

    /// The members of a customer as an address, unless all of them are blank. Lines that are
    /// longer than an address may have are cut.
    fn mirrored(&self, customer: &PosCustomer, kind: AddressKind) -> Option<PosAddress> {
        let member = |name: &str| {
            let name = format!("{}_{name}", kind.prefix());
            customer.text(&name).filter(|text| !text.is_empty())
        };
        let names = [
            "address_1",
            "address_2",
            "suburb",
            "city",
            "postcode",
            "state",
            "country_id",
        ];
        if !self.mirrors() || names.into_iter().all(|name| member(name).is_none()) {
            return None;
        }
        let cut = |name: &str, most: usize| {
            member(name).map(|text| text.chars().take(most).collect::<String>())
        };
        let state = cut("state", 35);
        let is_code =
            |text: &&String| (1..=3).contains(&text.len()) && **text == text.to_uppercase();
        Some(PosAddress {
            id: mirror_id(&customer.id, kind),
            kind,
            address_line_1: cut("address_1", 50).unwrap_or_default(),
            address_line_2: cut("address_2", 50),
            suburb: cut("suburb", usize::MAX),
            city: cut("city", 28).unwrap_or_default(),
            postcode: cut("postcode", usize::MAX).unwrap_or_default(),
            state_code: state.as_ref().filter(is_code).cloned(),
            state,
            country_code: cut("country_id", 2).unwrap_or_default(),
            read_only: false,
            created_at: customer.created_at,
            updated_at: customer.updated_at,
        })
    }

    /// An address as POS keeps it, or why it does not take it.
    fn admitted_address(&self, mut given: PosAddress) -> Result<PosAddress, Refusal> {
        pos_postcodes::check(&given.country_code, &given.postcode).map_err(PosRefusal::Postcode)?;
        if self.settings.pos.card_numbers == Caution::Refuse {
            let texts = [&mut given.address_line_1, &mut given.city];
            let options = [
                &mut given.address_line_2,
                &mut given.suburb,
                &mut given.state,
            ];
            for text in texts.into_iter().chain(options.into_iter().flatten()) {
                *text = redact::card_numbers(text);
            }
        }
        Ok(given)
    }
}

/// The id of a mirrored address: always the same for a customer and a kind, far above those that
/// are counted, and within what JavaScript can carry.
fn mirror_id(customer: &str, kind: AddressKind) -> i64 {
    let signs = customer.bytes().chain(kind.prefix().bytes());
    let hash = signs.fold(0xcbf2_9ce4_8422_2325_u64, |hash, sign| {
        (hash ^ u64::from(sign)).wrapping_mul(0x0100_0000_01b3)
    });
    i64::try_from(hash >> 12 | 1 << 40).unwrap_or(i64::MAX)
}

/// Writes an address into the members that mirror it, or blanks them.
fn mirror(customer: &mut PosCustomer, kind: AddressKind, address: Option<&PosAddress>) {
    let texts = |a: &PosAddress| {
        [
            ("address_1", Some(a.address_line_1.clone())),
            ("address_2", a.address_line_2.clone()),
            ("suburb", a.suburb.clone()),
            ("city", Some(a.city.clone())),
            ("postcode", Some(a.postcode.clone())),
            ("state", a.state.clone().or_else(|| a.state_code.clone())),
            ("country_id", Some(a.country_code.clone())),
        ]
    };
    let blank = PosAddress::default();
    for (name, text) in texts(address.unwrap_or(&blank)) {
        if let Some(member) = customer.text_mut(&format!("{}_{name}", kind.prefix())) {
            *member = text.filter(|_| address.is_some());
        }
    }
}
