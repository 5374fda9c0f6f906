//! What staff do to the customers of either store by hand. Members have the names that the world
//! itself prints; what is not given stays.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    EcomChange, EcomPerson, EcomPersonChange, PosCustomer, PosEdit, PosSale, PutMode, World,
};
use crate::Side;

/// What staff can set of an eCom customer.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Online {
    email: Option<String>,
    customer_group_id: Option<i64>,
    /// `Some(None)` is null: as if never asked.
    #[serde(deserialize_with = "given")]
    accept_marketing: Option<Option<bool>>,
    lang: Option<String>,
    private_admin_notes: Option<String>,
    name: Option<String>,
    company_name: Option<String>,
    phone: Option<String>,
    street: Option<String>,
    city: Option<String>,
    country_code: Option<String>,
    postal_code: Option<String>,
    state_or_province_code: Option<String>,
}

/// A member that is there, be it null.
fn given<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(from).map(Some)
}

impl World {
    /// Makes a customer, or changes the one with this id. Returns the id.
    pub(crate) fn staff_write_customer(
        &mut self,
        side: Side,
        id: Option<&str>,
        set: &Map<String, Value>,
    ) -> Result<String, String> {
        match side {
            Side::Pos => self.staff_write_pos(id, set),
            Side::Ecom => self.staff_write_ecom(id, set),
        }
    }

    fn staff_write_pos(
        &mut self,
        id: Option<&str>,
        set: &Map<String, Value>,
    ) -> Result<String, String> {
        // A form tells what it does not know; the API ignores it.
        let known = |name: &String| {
            PosCustomer::TEXTS.contains(&name.as_str()) || POS_OTHERS.contains(&name.as_str())
        };
        if let Some(unknown) = set.keys().find(|name| !known(name)) {
            return Err(format!("nobody can set {unknown} of a POS customer"));
        }
        let edit = PosEdit::read(set)?;
        match id {
            None => self.create_pos_customer(edit),
            Some(id) => self
                .update_pos_customer(id, edit, PutMode::Merge)
                .map(|()| id.to_owned()),
        }
        .map_err(|refusal| refusal.to_string())
    }

    fn staff_write_ecom(
        &mut self,
        id: Option<&str>,
        set: &Map<String, Value>,
    ) -> Result<String, String> {
        let online: Online =
            serde_json::from_value(set.clone().into()).map_err(|e| e.to_string())?;
        let id = id.map(customer_number).transpose()?;
        let there = id.and_then(|id| self.ecom.customers.get(id));
        let billed = there.and_then(|customer| customer.billing_person.clone());
        let forgets = online.accept_marketing == Some(None);
        let change = online.change(billed);
        let done = match id {
            None => self.create_ecom_customer(change),
            Some(id) => self.update_ecom_customer(id, change).map(|_| id),
        };
        let id = done.map_err(|refusal| refusal.to_string())?;
        if forgets {
            let done = self.ecom_shopper_sets_marketing(id, None);
            done.map_err(|refusal| refusal.to_string())?;
        }
        Ok(id.to_string())
    }

    /// Deletes a customer; both stores keep a tombstone.
    pub(crate) fn staff_delete_customer(&mut self, side: Side, id: &str) -> Result<(), String> {
        match side {
            Side::Pos => self.delete_pos_customer(id).map_err(|e| e.to_string()),
            Side::Ecom => self
                .delete_ecom_customer(customer_number(id)?)
                .map_err(|e| e.to_string()),
        }
    }

    /// Merges a POS customer into another: blanks are filled, sums are added, and the one that was
    /// merged is deleted. Nothing points from it to the other.
    pub(crate) fn staff_merge(&mut self, from: &str, into: &str) -> Result<(), String> {
        let none = || "there is no such customer".to_owned();
        let gone = self.pos.customer(from).cloned().ok_or_else(none)?;
        let stays = self.pos.customer(into).cloned().ok_or_else(none)?;
        if from == into {
            return Err("a customer cannot be merged into itself".into());
        }
        let blank = |name: &str| stays.text(name).unwrap_or_default().is_empty();
        let filled = gone
            .texts()
            .filter(|(name, text)| blank(name) && text.is_some());
        let mut set: Map<String, Value> = filled
            .map(|(name, text)| (name.to_owned(), text.into()))
            .collect();
        if gone.do_not_email {
            set.insert("do_not_email".into(), true.into());
        }
        self.staff_delete_customer(Side::Pos, from)?;
        self.staff_write_pos(Some(into), &set)?;
        let sums = PosSale {
            spent: gone.year_to_date,
            owed: gone.balance,
            loyalty: gone.loyalty_balance,
        };
        self.sell_to_pos_customer(into, sums)
            .map_err(|e| e.to_string())
    }
}

/// What can be set of a POS customer besides its texts.
const POS_OTHERS: [&str; 6] = [
    "customer_code",
    "customer_group_id",
    "do_not_email",
    "enable_promotional_sms",
    "enable_loyalty",
    "on_account_limit",
];

pub(crate) fn customer_number(id: &str) -> Result<i64, String> {
    id.parse()
        .map_err(|_| "there is no such customer".to_owned())
}

impl Online {
    fn names_a_person(&self) -> bool {
        [
            &self.name,
            &self.company_name,
            &self.phone,
            &self.street,
            &self.city,
            &self.country_code,
            &self.postal_code,
            &self.state_or_province_code,
        ]
        .iter()
        .any(|text| text.is_some())
    }

    /// The change, with the whole person of the bill, however the API treats half of one.
    fn change(self, billed: Option<EcomPerson>) -> EcomChange {
        let named = self.names_a_person();
        let billed = billed.unwrap_or_default();
        let person = EcomPersonChange {
            name: self.name.or(Some(billed.name)),
            company_name: self.company_name.or(Some(billed.company_name)),
            street: self.street.or(Some(billed.street)),
            city: self.city.or(Some(billed.city)),
            country_code: self.country_code.or(Some(billed.country_code)),
            postal_code: self.postal_code.or(Some(billed.postal_code)),
            state_or_province_code: self
                .state_or_province_code
                .or(Some(billed.state_or_province_code)),
            phone: self.phone.or(Some(billed.phone)),
        };
        EcomChange {
            email: self.email,
            customer_group_id: self.customer_group_id,
            accept_marketing: self.accept_marketing.flatten().map(Some),
            lang: self.lang,
            private_admin_notes: self.private_admin_notes,
            billing_person: named.then_some(person),
            ..EcomChange::default()
        }
    }
}
