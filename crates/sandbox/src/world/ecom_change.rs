//! What somebody wants an eCom customer to be: only what was said, member by member. How it is
//! laid over what is there: `ecom_people`.

use super::{
    EcomAddress, EcomContact, EcomContactKind, EcomCustomer, EcomExtrafield, EcomKind, EcomPerson,
};

/// What a new or changed eCom customer is to have. What is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the members are those of EcomCustomer")]
pub struct EcomChange {
    pub email: Option<String>,
    pub customer_group_id: Option<i64>,
    /// A name outside the person of the bill.
    pub name: Option<String>,
    pub billing_person: Option<EcomPersonChange>,
    /// The whole new list.
    pub shipping_addresses: Option<Vec<EcomAddressChange>>,
    /// The whole new section.
    pub contacts: Option<Vec<EcomContactChange>>,
    /// Becomes the phone number that is used.
    pub primary_phone: Option<String>,
    pub tax_id: Option<String>,
    pub tax_id_valid: Option<bool>,
    pub tax_exempt: Option<bool>,
    pub kind: Option<EcomKind>,
    /// `Some(None)` is a null that was sent.
    pub accept_marketing: Option<Option<bool>>,
    pub lang: Option<String>,
    pub private_admin_notes: Option<String>,
    pub external_reference_id: Option<String>,
    /// The whole new list.
    pub extrafields: Option<Vec<EcomExtrafield>>,
    /// A password was set; it is not kept.
    pub password: bool,
}

/// What was said of a person. What is absent stays or becomes blank, as the store has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the members are those of EcomPerson")]
pub struct EcomPersonChange {
    pub name: Option<String>,
    pub company_name: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub country_code: Option<String>,
    pub postal_code: Option<String>,
    pub state_or_province_code: Option<String>,
    pub phone: Option<String>,
}

/// One address of a new list. With the id of one that is there it stands for that one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the members are those of EcomAddress")]
pub struct EcomAddressChange {
    pub id: Option<i64>,
    pub person: EcomPersonChange,
    pub note: Option<String>,
    pub default_address: Option<bool>,
    pub order_by: Option<i64>,
}

/// One contact of a new section, or a change of one. With the id of one that is there it stands
/// for that one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the members are those of EcomContact")]
pub struct EcomContactChange {
    pub id: Option<i64>,
    pub contact: Option<String>,
    pub handle: Option<String>,
    pub note: Option<String>,
    pub kind: Option<EcomContactKind>,
    pub default: Option<bool>,
    pub order_by: Option<i64>,
}

/// Lays what was said over what is there.
fn lay<T>(over: &mut T, said: Option<T>) {
    if let Some(said) = said {
        *over = said;
    }
}

impl EcomChange {
    /// Lays the members over a customer that need no rule of the store.
    pub(super) fn lay_plain(&mut self, customer: &mut EcomCustomer) {
        lay(&mut customer.tax_id, self.tax_id.take());
        lay(&mut customer.tax_id_valid, self.tax_id_valid);
        lay(&mut customer.tax_exempt, self.tax_exempt);
        lay(&mut customer.kind, self.kind);
        lay(&mut customer.extrafields, self.extrafields.take());
        lay(
            &mut customer.private_admin_notes,
            self.private_admin_notes.take(),
        );
        customer.lang = self.lang.take().or_else(|| customer.lang.take());
    }
}

impl EcomPersonChange {
    /// The person that results from this on top of `base`.
    pub(super) fn over(self, base: EcomPerson) -> EcomPerson {
        let mut person = base;
        lay(&mut person.name, self.name);
        lay(&mut person.company_name, self.company_name);
        lay(&mut person.street, self.street);
        lay(&mut person.city, self.city);
        lay(&mut person.country_code, self.country_code);
        lay(&mut person.postal_code, self.postal_code);
        lay(
            &mut person.state_or_province_code,
            self.state_or_province_code,
        );
        lay(&mut person.phone, self.phone);
        person
    }
}

impl EcomAddressChange {
    pub(super) fn over(self, base: EcomAddress) -> EcomAddress {
        let mut address = base;
        address.person = self.person.over(address.person);
        lay(&mut address.note, self.note);
        lay(&mut address.default_address, self.default_address);
        lay(&mut address.order_by, self.order_by);
        address
    }
}

impl EcomContactChange {
    pub(super) fn over(self, base: EcomContact) -> EcomContact {
        let mut contact = base;
        lay(&mut contact.contact, self.contact);
        contact.handle = self.handle.or(contact.handle);
        contact.note = self.note.or(contact.note);
        lay(&mut contact.kind, self.kind);
        lay(&mut contact.default, self.default);
        lay(&mut contact.order_by, self.order_by);
        contact
    }
}
