//! Contacts and addresses of an eCom customer: lists that are replaced as a whole, in which what
//! has a known id stays the same thing. The email address is mirrored among the contacts.

use std::collections::BTreeSet;

use super::ecom_people::same_email;
use super::{
    EcomAddress, EcomAddressChange, EcomContact, EcomContactChange, EcomContactKind, EcomCustomer,
    EcomRefusal, World,
};

/// Refuses a section in which a contact is blank or two of one type are the default.
pub(super) fn check(section: &[EcomContactChange]) -> Result<(), EcomRefusal> {
    let blank = |one: &EcomContactChange| {
        one.contact
            .as_ref()
            .is_none_or(|contact| contact.trim().is_empty())
    };
    if section.iter().any(blank) {
        return Err(EcomRefusal::BlankContact);
    }
    let mut kinds = BTreeSet::new();
    let mut defaults = section.iter().filter(|one| one.default == Some(true));
    if defaults.all(|one| kinds.insert(one.kind.unwrap_or_default())) {
        Ok(())
    } else {
        Err(EcomRefusal::TwoDefaults)
    }
}

/// Takes the next id of the store.
const fn take(next_id: &mut i64) -> i64 {
    *next_id += 1;
    *next_id - 1
}

/// Takes out the one with an id, if it is there.
fn taken<T>(list: &mut Vec<T>, id: Option<i64>, id_of: impl Fn(&T) -> i64) -> Option<T> {
    let at = list.iter().position(|one| Some(id_of(one)) == id)?;
    Some(list.swap_remove(at))
}

impl EcomCustomer {
    pub(super) fn replace_addresses(
        &mut self,
        list: Vec<EcomAddressChange>,
        next_id: &mut i64,
        now: i64,
    ) {
        let mut before = std::mem::take(&mut self.shipping_addresses);
        for said in list {
            let base = taken(&mut before, said.id, |one| one.id).unwrap_or_else(|| EcomAddress {
                id: take(next_id),
                created: now,
                ..EcomAddress::default()
            });
            self.shipping_addresses.push(said.over(base));
        }
    }

    pub(super) fn replace_contacts(
        &mut self,
        list: Vec<EcomContactChange>,
        next_id: &mut i64,
        now: i64,
    ) {
        let mut before = std::mem::take(&mut self.contacts);
        for said in list {
            // What is left out of a contact is gone with the rest of the old section.
            let (id, timestamp) = taken(&mut before, said.id, |one| one.id)
                .map_or_else(|| (take(next_id), now), |one| (one.id, one.timestamp));
            self.contacts.push(said.over(EcomContact {
                id,
                timestamp,
                ..EcomContact::default()
            }));
        }
    }

    /// Makes this the phone number that is used.
    pub(super) fn set_primary_phone(&mut self, phone: String, next_id: &mut i64, now: i64) {
        let known = self
            .contacts
            .iter_mut()
            .find(|one| one.kind == EcomContactKind::Phone && one.default);
        match known {
            Some(contact) => contact.contact = phone,
            None => self.contacts.push(EcomContact {
                id: take(next_id),
                contact: phone,
                kind: EcomContactKind::Phone,
                default: true,
                timestamp: now,
                ..EcomContact::default()
            }),
        }
    }

    /// Carries the email address into the contacts, and gives every type a default.
    pub(super) fn mirror_email(&mut self, before: &str, next_id: &mut i64, now: i64) {
        let email = self.email.clone();
        let (mut mirrored, kind) = (email.is_empty(), EcomContactKind::Email);
        for contact in self.contacts.iter_mut().filter(|one| one.kind == kind) {
            if !before.is_empty() && same_email(&contact.contact, before) {
                contact.contact.clone_from(&email);
            }
            mirrored |= same_email(&contact.contact, &email);
        }
        if !mirrored {
            self.contacts.insert(
                0,
                EcomContact {
                    id: take(next_id),
                    contact: email,
                    kind,
                    timestamp: now,
                    ..EcomContact::default()
                },
            );
        }
        self.one_default_each();
    }

    /// Gives every type of contact one default: the first that claims it, else the first.
    fn one_default_each(&mut self) {
        let mut kinds = BTreeSet::new();
        for contact in self.contacts.iter_mut().filter(|one| one.default) {
            contact.default = kinds.insert(contact.kind);
        }
        for contact in &mut self.contacts {
            contact.default |= kinds.insert(contact.kind);
        }
    }

    /// Gives ids and times to what has none. Ids that are there must be unique in the store.
    pub(super) fn settle_lists(&mut self, next_id: &mut i64) {
        let at = self.registered;
        for address in &mut self.shipping_addresses {
            address.created = if address.created == 0 {
                at
            } else {
                address.created
            };
            if address.id < 0 {
                address.id = take(next_id);
            }
        }
        for contact in &mut self.contacts {
            contact.timestamp = if contact.timestamp == 0 {
                at
            } else {
                contact.timestamp
            };
            if contact.id < 0 {
                contact.id = take(next_id);
            }
        }
        self.mirror_email("", next_id, at);
    }

    /// The ids of everything inside.
    pub(super) fn inner_ids(&self) -> impl Iterator<Item = i64> {
        let addresses = self.shipping_addresses.iter().map(|one| one.id);
        addresses.chain(self.contacts.iter().map(|one| one.id))
    }
}

impl World {
    /// Adds a contact and returns its id. As the default it takes the place of the one before.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer, or the contact is blank.
    pub fn add_ecom_contact(
        &mut self,
        customer: i64,
        said: EcomContactChange,
    ) -> Result<i64, EcomRefusal> {
        check(std::slice::from_ref(&said))?;
        self.ecom
            .customers
            .get(customer)
            .ok_or(EcomRefusal::NoCustomer)?;
        let (id, now) = (self.ecom.take_id(), self.clock);
        self.touch_ecom_customer(customer, |one| {
            let contact = said.over(EcomContact {
                id,
                timestamp: now,
                ..EcomContact::default()
            });
            one.put_contact(contact);
        })?;
        Ok(id)
    }

    /// Changes a contact. Says whether anything was asked for.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer or contact, or it would be blank.
    pub fn update_ecom_contact(
        &mut self,
        customer: i64,
        id: i64,
        said: EcomContactChange,
    ) -> Result<bool, EcomRefusal> {
        let there = self.ecom_contact(customer, id)?.clone();
        let changed = said.clone().over(there);
        if changed.contact.trim().is_empty() {
            return Err(EcomRefusal::BlankContact);
        }
        let asked = EcomContactChange { id: None, ..said } != EcomContactChange::default();
        if asked {
            self.touch_and_mirror(customer, |one| one.put_contact(changed))?;
        }
        Ok(asked)
    }

    /// Deletes a contact. That of the email address comes back at once.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer or contact.
    pub fn delete_ecom_contact(&mut self, customer: i64, id: i64) -> Result<(), EcomRefusal> {
        self.ecom_contact(customer, id)?;
        self.touch_and_mirror(customer, |one| {
            one.contacts.retain(|contact| contact.id != id)
        })
    }

    /// A contact of a customer.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer or contact.
    pub fn ecom_contact(&self, customer: i64, id: i64) -> Result<&EcomContact, EcomRefusal> {
        let customer = self
            .ecom
            .customers
            .get(customer)
            .ok_or(EcomRefusal::NoCustomer)?;
        let mut contacts = customer.contacts.iter();
        contacts
            .find(|one| one.id == id)
            .ok_or(EcomRefusal::NoContact)
    }

    fn touch_and_mirror(
        &mut self,
        customer: i64,
        change: impl FnOnce(&mut EcomCustomer),
    ) -> Result<(), EcomRefusal> {
        let (now, mut next_id) = (self.clock, self.ecom.next_id);
        self.touch_ecom_customer(customer, |one| {
            change(one);
            one.mirror_email("", &mut next_id, now);
        })?;
        self.ecom.next_id = next_id;
        Ok(())
    }
}

impl EcomCustomer {
    /// Puts a contact in the place of the one with its id, or at the end.
    fn put_contact(&mut self, contact: EcomContact) {
        if contact.default {
            let others = self
                .contacts
                .iter_mut()
                .filter(|one| one.kind == contact.kind);
            others.for_each(|one| one.default = false);
        }
        match self.contacts.iter_mut().find(|one| one.id == contact.id) {
            Some(place) => *place = contact,
            None => self.contacts.push(contact),
        }
        self.one_default_each();
    }
}
