//! What can be done to the customers of eCom, whoever does it: the API, shoppers, staff, or the
//! vendor's own sync. Every way keeps the indexes and the mirrored members right.

use super::ecom_customer::email_key;
use super::{
    Caution, ECOM_DEFAULT_ID, EcomChange, EcomCustomer, EcomTombstone, NullMarketing, PersonUpdate,
    World,
};

/// Why a store does not make or change a customer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EcomRefusal {
    /// The customer does not exist.
    #[error("there is no such customer")]
    NoCustomer,
    /// The customer has no such contact.
    #[error("the customer has no such contact")]
    NoContact,
    /// No email address was given.
    #[error("the email address is missing")]
    EmailMissing,
    /// That is no email address.
    #[error("this is not an email address")]
    BadEmail,
    /// Another customer has the email address.
    #[error("another customer has this email address")]
    EmailTaken,
    /// The group does not exist.
    #[error("there is no group {0}")]
    UnknownGroup(i64),
    /// The storefront does not speak the language.
    #[error("the language {0} is not switched on")]
    Language(String),
    /// Another customer has the external reference.
    #[error("another customer has this external reference")]
    ReferenceTaken,
    /// Two contacts of one type want to be the default.
    #[error("two contacts of one type are the default")]
    TwoDefaults,
    /// A contact has nothing in it.
    #[error("the contact is blank")]
    BlankContact,
}

/// What somebody bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EcomOrder {
    /// The name on the bill, for a customer who is made by the order.
    pub name: Option<String>,
    /// What the order cost, in cents.
    pub cents: i64,
    /// The products, by id.
    pub products: Vec<i64>,
}

impl World {
    /// Makes an eCom customer and returns the id.
    ///
    /// # Errors
    /// [`EcomRefusal`] when the email address is missing, wrong or taken, or something else of the
    /// change is not to be had.
    pub fn create_ecom_customer(&mut self, change: EcomChange) -> Result<i64, EcomRefusal> {
        if change.email.is_none() {
            return Err(EcomRefusal::EmailMissing);
        }
        self.check_ecom_change(None, &change)?;
        let id = self.ecom.take_id();
        let blank = EcomCustomer {
            id,
            registered: self.clock,
            ..EcomCustomer::default()
        };
        self.put_ecom_customer(blank, change)?;
        Ok(id)
    }

    /// Changes an eCom customer. Says whether anything was asked for; `updated` moves even when
    /// what was asked for was there already.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer, or the change is not to be had.
    pub fn update_ecom_customer(
        &mut self,
        id: i64,
        change: EcomChange,
    ) -> Result<bool, EcomRefusal> {
        let there = self
            .ecom
            .customers
            .get(id)
            .ok_or(EcomRefusal::NoCustomer)?
            .clone();
        self.check_ecom_change(Some(id), &change)?;
        let asked = change != EcomChange::default();
        if asked {
            self.put_ecom_customer(there, change)?;
        }
        Ok(asked)
    }

    /// Deletes an eCom customer, who leaves a tombstone.
    ///
    /// # Errors
    /// [`EcomRefusal::NoCustomer`] when there is no such customer.
    pub fn delete_ecom_customer(&mut self, id: i64) -> Result<(), EcomRefusal> {
        let gone = self.ecom.customers.remove(id);
        gone.ok_or(EcomRefusal::NoCustomer)?;
        self.ecom.deleted.push(EcomTombstone {
            id,
            date: self.clock,
        });
        Ok(())
    }

    /// Somebody places an order. A known email address is counted for that customer, of whom
    /// nothing else changes; an unknown one makes a basic customer. Returns the id.
    ///
    /// # Errors
    /// [`EcomRefusal`] when the email address is wrong.
    pub fn ecom_shopper_orders(
        &mut self,
        email: &str,
        order: EcomOrder,
    ) -> Result<i64, EcomRefusal> {
        let id = self.ecom_shopper(email, order.name)?;
        let now = self.clock;
        self.touch_ecom_customer(id, |customer| {
            customer.orders = customer.orders.saturating_add(1);
            customer.sales_cents = customer.sales_cents.saturating_add(order.cents);
            customer.first_order = customer.first_order.or(Some(now));
            customer.last_order = Some(now);
            customer.purchased.extend(order.products);
        })?;
        self.ecom.orders_updated = now;
        Ok(id)
    }

    /// Somebody signs in to the storefront. An unknown email address makes a customer who is
    /// nothing but that; for a known one `updated` does not move. Returns the id.
    ///
    /// # Errors
    /// [`EcomRefusal`] when the email address is wrong.
    pub fn ecom_shopper_signs_in(&mut self, email: &str) -> Result<i64, EcomRefusal> {
        let id = self.ecom_shopper(email, None)?;
        let now = self.clock;
        let edited = self
            .ecom
            .customers
            .edit(id, |customer| customer.signed_in = Some(now));
        edited
            .ok_or(EcomRefusal::NoCustomer)?
            .map_err(|_| EcomRefusal::EmailTaken)?;
        Ok(id)
    }

    /// Somebody ticks or unticks marketing in the storefront; `None` is as if never asked.
    ///
    /// # Errors
    /// [`EcomRefusal::NoCustomer`] when there is no such customer.
    pub fn ecom_shopper_sets_marketing(
        &mut self,
        id: i64,
        wanted: Option<bool>,
    ) -> Result<(), EcomRefusal> {
        self.touch_ecom_customer(id, |customer| customer.accept_marketing = wanted)
    }

    /// Somebody gives another email address in the storefront.
    ///
    /// # Errors
    /// [`EcomRefusal`] when there is no such customer, or the address is wrong or taken.
    pub fn ecom_shopper_changes_email(&mut self, id: i64, email: &str) -> Result<(), EcomRefusal> {
        let change = EcomChange {
            email: Some(email.to_owned()),
            ..EcomChange::default()
        };
        self.update_ecom_customer(id, change).map(|_| ())
    }

    /// The customer with this email address, made if there is none.
    fn ecom_shopper(&mut self, email: &str, name: Option<String>) -> Result<i64, EcomRefusal> {
        if let Some(known) = self.ecom.customers.by_email(email) {
            return Ok(known.id);
        }
        let billing_person = name.map(|name| super::EcomPersonChange {
            name: Some(name),
            ..super::EcomPersonChange::default()
        });
        self.create_ecom_customer(EcomChange {
            email: Some(email.to_owned()),
            billing_person,
            ..EcomChange::default()
        })
    }

    /// Changes somebody by hand, and moves `updated`.
    pub(super) fn touch_ecom_customer(
        &mut self,
        id: i64,
        change: impl FnOnce(&mut EcomCustomer),
    ) -> Result<(), EcomRefusal> {
        let now = self.clock;
        let edited = self.ecom.customers.edit(id, |customer| {
            change(customer);
            customer.updated = now;
        });
        edited
            .ok_or(EcomRefusal::NoCustomer)?
            .map_err(|_| EcomRefusal::EmailTaken)
    }

    fn check_ecom_change(&self, own: Option<i64>, change: &EcomChange) -> Result<(), EcomRefusal> {
        let settings = &self.settings.ecom;
        if let Some(email) = &change.email {
            if settings.bad_emails == Caution::Refuse && !is_email(email) {
                return Err(EcomRefusal::BadEmail);
            }
            let owner = self.ecom.customers.by_email(email).map(|one| one.id);
            if owner.is_some() && owner != own {
                return Err(EcomRefusal::EmailTaken);
            }
        }
        if let Some(group) = change.customer_group_id
            && settings.unknown_groups == Caution::Refuse
            && self.ecom.group(group).is_none()
        {
            return Err(EcomRefusal::UnknownGroup(group));
        }
        if let Some(lang) = &change.lang
            && !self.ecom.languages.contains(lang)
        {
            return Err(EcomRefusal::Language(lang.clone()));
        }
        if let Some(reference) = &change.external_reference_id
            && settings.customer_references == Caution::Accept
            && self.ecom.customers.iter().any(|one| {
                Some(one.id) != own && one.external_reference_id.as_ref() == Some(reference)
            })
        {
            return Err(EcomRefusal::ReferenceTaken);
        }
        change
            .contacts
            .as_deref()
            .map_or(Ok(()), super::ecom_contacts::check)
    }

    /// Lays a checked change over a customer and puts the result in place.
    fn put_ecom_customer(
        &mut self,
        mut customer: EcomCustomer,
        mut change: EcomChange,
    ) -> Result<(), EcomRefusal> {
        let settings = &self.settings.ecom;
        change.lay_plain(&mut customer);
        let known_group = change
            .customer_group_id
            .filter(|group| self.ecom.group(*group).is_some());
        customer.customer_group_id = known_group.unwrap_or(customer.customer_group_id);
        let merges = settings.billing_person == PersonUpdate::Merge;
        if let Some(said) = change.billing_person {
            let base = customer.billing_person.take().filter(|_| merges);
            customer.billing_person = Some(said.over(base.unwrap_or_default()));
        }
        if settings.top_level_name == Caution::Accept
            && let Some(name) = change.name
        {
            customer.billing_person.get_or_insert_default().name = name;
        }
        customer.accept_marketing = match (change.accept_marketing, settings.null_marketing) {
            (Some(Some(wanted)), _) => Some(wanted),
            (Some(None), NullMarketing::Forgets) => None,
            (Some(None), NullMarketing::Denies) => Some(false),
            (Some(None), NullMarketing::Ignored) | (None, _) => customer.accept_marketing,
        };
        if settings.customer_references == Caution::Accept {
            customer.external_reference_id = change
                .external_reference_id
                .or(customer.external_reference_id);
        }
        let (now, next_id) = (self.clock, &mut self.ecom.next_id);
        if let Some(list) = change.shipping_addresses {
            customer.replace_addresses(list, next_id, now);
        }
        if let Some(list) = change.contacts {
            customer.replace_contacts(list, next_id, now);
        }
        let before = customer.email.clone();
        customer.email = change
            .email
            .map_or(customer.email, |email| email.trim().to_owned());
        if let Some(phone) = change.primary_phone {
            customer.set_primary_phone(phone, next_id, now);
        }
        customer.updated = now;
        // What was said of the person counts: a name that was taken away does not come back.
        if let Some(person) = &customer.billing_person {
            customer.name = Some(person.name.clone()).filter(|name| !name.is_empty());
        }
        customer.mirror_name();
        customer.mirror_email(&before, next_id, now);
        self.ecom
            .customers
            .insert(customer)
            .map_err(|_| EcomRefusal::EmailTaken)
    }

    /// Puts the members of a group that goes into General.
    pub(super) fn empty_ecom_group(&mut self, group: i64) {
        let members: Vec<i64> = self
            .ecom
            .customers
            .of_group(group)
            .map(|one| one.id)
            .collect();
        for id in members {
            // Nobody's email address changes, so nothing can be refused.
            drop(self.touch_ecom_customer(id, |one| one.customer_group_id = ECOM_DEFAULT_ID));
        }
    }
}

/// Something before one `@`, and after it a name with a dot inside; no blanks.
fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((local, host)) = text.split_once('@') else {
        return false;
    };
    !local.is_empty()
        && !host.contains('@')
        && !text
            .chars()
            .any(|sign| sign.is_whitespace() || sign.is_control())
        && host.split('.').count() > 1
        && host.split('.').all(|label| !label.is_empty())
}

/// Whether two email addresses are one to the store.
pub(super) fn same_email(a: &str, b: &str) -> bool {
    email_key(a) == email_key(b)
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn an_email_address_has_a_name_and_a_host_with_a_dot() {
        for good in ["a@b.c", " mara+x@sub.example.org ", "ünï@größe.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "", "@", "a@b", "a@.c", "a@b.", "a b@c.d", "a@b@c.d", "@b.c", "a@b..c",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
