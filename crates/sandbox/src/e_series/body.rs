//! What a body asks for. Members that nobody knows, or that are the server's own, are ignored; a
//! known one of a wrong type is an error.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Error;
use crate::call::Call;
use crate::world::{
    EcomAddressChange, EcomChange, EcomContactChange, EcomExtrafield, EcomPersonChange,
};

/// An object of a body, and what to call it in errors.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    value: &'a Value,
    called: &'a str,
}

impl<'a> Body<'a> {
    pub(super) const fn new(value: &'a Value, called: &'a str) -> Self {
        Self { value, called }
    }

    /// A member; null is absent.
    pub(super) fn member<T: DeserializeOwned>(self, name: &str) -> Result<Option<T>, Error> {
        match self.value.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => T::deserialize(value)
                .map(Some)
                .map_err(|_| self.wrong(name)),
        }
    }

    fn wrong(self, name: &str) -> Error {
        Error::wrong(format!("Field {}.{name} has a wrong type", self.called))
    }

    fn object(self, name: &str, called: &'a str) -> Result<Option<Self>, Error> {
        match self.value.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) if value.is_object() => Ok(Some(Self { value, called })),
            Some(_) => Err(self.wrong(name)),
        }
    }

    fn list<T>(
        self,
        name: &str,
        called: &'a str,
        read: impl Fn(Self) -> Result<T, Error>,
    ) -> Result<Option<Vec<T>>, Error> {
        let items = match self.value.get(name) {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::Array(items)) => items,
            Some(_) => return Err(self.wrong(name)),
        };
        let one = |value: &'a Value| {
            if value.is_object() {
                read(Self { value, called })
            } else {
                Err(self.wrong(name))
            }
        };
        items.iter().map(one).collect::<Result<_, _>>().map(Some)
    }
}

/// What the body of a request asks for.
pub(super) fn change(call: &Call) -> Result<EcomChange, Error> {
    let value = call.json()?;
    let body = Body::new(&value, "Customer");
    let accept_marketing = match value.get("acceptMarketing") {
        Some(Value::Null) => Some(None),
        _ => body.member("acceptMarketing")?.map(Some),
    };
    let billing = body.object("billingPerson", "Customer.billingPerson")?;
    Ok(EcomChange {
        email: body.member("email")?,
        customer_group_id: body.member("customerGroupId")?,
        name: body.member("name")?,
        billing_person: billing.map(person).transpose()?,
        shipping_addresses: body.list(
            "shippingAddresses",
            "Customer.shippingAddresses",
            address,
        )?,
        contacts: body.list("contacts", "Customer.contacts", contact)?,
        primary_phone: body.member("primaryPhone")?,
        tax_id: body.member("taxId")?,
        tax_id_valid: body.member("taxIdValid")?,
        tax_exempt: body.member("taxExempt")?,
        kind: body.member("b2b_b2c")?,
        accept_marketing,
        lang: body.member("lang")?,
        private_admin_notes: body.member("privateAdminNotes")?,
        external_reference_id: body.member("externalReferenceId")?,
        extrafields: body.list("extrafields", "Customer.extrafields", extrafield)?,
        password: body.member::<String>("password")?.is_some(),
    })
}

/// `firstName`, `lastName`, `countryName` and `stateOrProvinceName` are the server's own.
fn person(body: Body<'_>) -> Result<EcomPersonChange, Error> {
    Ok(EcomPersonChange {
        name: body.member("name")?,
        company_name: body.member("companyName")?,
        street: body.member("street")?,
        city: body.member("city")?,
        country_code: body.member("countryCode")?,
        postal_code: body.member("postalCode")?,
        state_or_province_code: body.member("stateOrProvinceCode")?,
        phone: body.member("phone")?,
    })
}

fn address(body: Body<'_>) -> Result<EcomAddressChange, Error> {
    Ok(EcomAddressChange {
        id: body.member("id")?,
        person: person(body)?,
        note: body.member("note")?,
        default_address: body.member("defaultAddress")?,
        order_by: body.member("orderBy")?,
    })
}

/// What is said of a contact; `timestamp` is the server's own.
pub(super) fn contact(body: Body<'_>) -> Result<EcomContactChange, Error> {
    Ok(EcomContactChange {
        id: body.member("id")?,
        contact: body.member("contact")?,
        handle: body.member("handle")?,
        note: body.member("note")?,
        kind: body.member("type")?,
        default: body.member("default")?,
        order_by: body.member("orderBy")?,
    })
}

fn extrafield(body: Body<'_>) -> Result<EcomExtrafield, Error> {
    let key: String = body.member("key")?.unwrap_or_default();
    if key.is_empty() {
        return Err(Error::wrong("Field Customer.extrafields.key is absent"));
    }
    Ok(EcomExtrafield {
        key,
        title: body.member("title")?.unwrap_or_default(),
        value: body.member("value")?.unwrap_or_default(),
        order_by: body.member("orderBy")?.unwrap_or_default(),
        kind: body.member("type")?.unwrap_or_default(),
    })
}
