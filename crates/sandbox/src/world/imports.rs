//! What the vendor's import of orders does to POS: the order's email is looked up, and who is not
//! found there is made. Nothing of a customer who is found is overwritten.

use serde_json::{Map, Value, json};

use super::{EcomCustomer, PosCustomer, PosEdit, PosSale, Refusal, World};

impl World {
    /// Brings an order of an eCom customer to POS. Returns the POS customer's id.
    pub(crate) fn import_order(&mut self, ecom: i64, spent: f64) -> Result<String, Refusal> {
        let customer = self.ecom.customers.get(ecom).cloned();
        let customer = customer.ok_or(Refusal::NoCustomer)?;
        let known = self.first_of_email(&customer.email);
        let id = match known {
            Some(known) => known.id,
            None => self.imported_customer(&customer)?,
        };
        let sale = PosSale {
            spent,
            ..PosSale::default()
        };
        self.sell_to_pos_customer(&id, sale)?;
        Ok(id)
    }

    /// The oldest living customer of POS with this address.
    pub(super) fn first_of_email(&self, email: &str) -> Option<PosCustomer> {
        let found = self.pos.customers_by_email(email);
        let oldest = found.min_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        oldest.cloned()
    }

    /// Makes a POS customer out of one of eCom. Returns the id.
    pub(super) fn imported_customer(&mut self, from: &EcomCustomer) -> Result<String, Refusal> {
        let name = from.name.as_deref().unwrap_or_default();
        let (first, last) = name.trim().split_once(' ').unwrap_or((name.trim(), ""));
        let billed = from.billing_person.clone().unwrap_or_default();
        let title = self
            .ecom
            .group(from.customer_group_id)
            .filter(|group| group.id != super::ECOM_DEFAULT_ID)
            .map(|group| group.name.clone());
        let group = self.pos_group_titled(title.as_deref());
        let mut given: Map<String, Value> = Map::new();
        for (name, text) in [
            ("first_name", first.trim()),
            ("last_name", last.trim()),
            ("email", &from.email),
            ("company_name", &billed.company_name),
            ("phone", &billed.phone),
        ] {
            let text = (!text.is_empty()).then_some(text);
            given.insert(name.to_owned(), text.into());
        }
        given.insert("customer_group_id".into(), group.unwrap_or_default().into());
        given.insert(
            "do_not_email".into(),
            json!(from.accept_marketing == Some(false)),
        );
        let edit = PosEdit::read(&given).unwrap_or_default();
        self.create_pos_customer(edit)
    }
}
