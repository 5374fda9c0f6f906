//! One customer as eCom keeps it, member by member. What the API derives from it (first and last
//! names, names of countries) is not here, and neither is what can be done to it: `ecom_people`.

use serde::{Deserialize, Serialize};

/// One customer of eCom.
///
/// Left out of a world that is brought, every member has its default. Members that hold nothing
/// are left out of what is printed, but for those that were there from the first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomCustomer {
    /// The id. A negative id asks for a new one.
    pub id: i64,
    /// The email address; unique, whatever its case.
    pub email: String,
    /// The whole name: always that of `billing_person`, and absent without one.
    pub name: Option<String>,
    /// The one group, by id.
    pub customer_group_id: i64,
    /// Whether the person takes marketing by email; absent when never asked.
    pub accept_marketing: Option<bool>,
    /// How many orders the person placed.
    pub orders: u32,
    /// When it was made, in seconds.
    pub registered: i64,
    /// When it was last changed, in seconds.
    pub updated: i64,
    /// A reference of some other system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_reference_id: Option<String>,
    /// The person of the bill; absent when nobody ever said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_person: Option<EcomPerson>,
    /// Where parcels go.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shipping_addresses: Vec<EcomAddress>,
    /// How to reach the person. The email address is always among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<EcomContact>,
    /// The tax id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tax_id: String,
    /// Whether the tax id is in order.
    #[serde(skip_serializing_if = "is_true")]
    pub tax_id_valid: bool,
    /// Whether no tax is taken.
    #[serde(skip_serializing_if = "is_false")]
    pub tax_exempt: bool,
    /// A person or a firm.
    #[serde(skip_serializing_if = "EcomKind::is_person")]
    pub kind: EcomKind,
    /// For invoices in Italy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fiscal_code: String,
    /// For invoices in Italy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub electronic_invoice_pec_email: String,
    /// For invoices in Italy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub electronic_invoice_sdi_code: String,
    /// The language of the storefront; absent when unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// What all orders cost, in cents.
    #[serde(skip_serializing_if = "is_zero")]
    pub sales_cents: i64,
    /// When the first order was placed, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_order: Option<i64>,
    /// When the last order was placed, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_order: Option<i64>,
    /// The products of all orders, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purchased: Vec<i64>,
    /// What staff noted; no shopper sees it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub private_admin_notes: String,
    /// Products that the person marked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub favorites: Vec<EcomFavorite>,
    /// Values of the store's own fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extrafields: Vec<EcomExtrafield>,
    /// When the person last signed in to the storefront, in seconds. No API shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_in: Option<i64>,
}

impl Default for EcomCustomer {
    fn default() -> Self {
        Self {
            id: -1,
            email: String::new(),
            name: None,
            customer_group_id: 0,
            accept_marketing: None,
            orders: 0,
            registered: 0,
            updated: 0,
            external_reference_id: None,
            billing_person: None,
            shipping_addresses: Vec::new(),
            contacts: Vec::new(),
            tax_id: String::new(),
            tax_id_valid: true,
            tax_exempt: false,
            kind: EcomKind::B2c,
            fiscal_code: String::new(),
            electronic_invoice_pec_email: String::new(),
            electronic_invoice_sdi_code: String::new(),
            lang: None,
            sales_cents: 0,
            first_order: None,
            last_order: None,
            purchased: Vec::new(),
            private_admin_notes: String::new(),
            favorites: Vec::new(),
            extrafields: Vec::new(),
            signed_in: None,
        }
    }
}

/// A name and an address: of the bill, or inside an [`EcomAddress`]. Blank is unset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomPerson {
    /// The whole name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The firm.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub company_name: String,
    /// Both lines, with a line feed between.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street: String,
    /// The town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// The country, in two letters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country_code: String,
    /// The postcode.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// The state or province, as its country abbreviates it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state_or_province_code: String,
    /// The phone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// Where a parcel goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomAddress {
    /// The id. A negative id asks for a new one.
    pub id: i64,
    /// Who and where.
    pub person: EcomPerson,
    /// A word to the carrier.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was made, in seconds.
    pub created: i64,
    /// Whether it is the one that is proposed.
    pub default_address: bool,
    /// Its place in the list.
    pub order_by: i64,
}

impl Default for EcomAddress {
    fn default() -> Self {
        Self {
            id: -1,
            person: EcomPerson::default(),
            note: String::new(),
            created: 0,
            default_address: false,
            order_by: 0,
        }
    }
}

/// One way to reach a customer. Of each type, one is the default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomContact {
    /// The id. A negative id asks for a new one.
    pub id: i64,
    /// The address, number or link.
    pub contact: String,
    /// The name on some platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: EcomContactKind,
    /// Whether it is the one of its type that is used.
    pub default: bool,
    /// Its place in the list.
    pub order_by: i64,
    /// When it was made, in seconds.
    pub timestamp: i64,
}

impl Default for EcomContact {
    fn default() -> Self {
        Self {
            id: -1,
            contact: String::new(),
            handle: None,
            note: None,
            kind: EcomContactKind::default(),
            default: false,
            order_by: 0,
            timestamp: 0,
        }
    }
}

/// What a contact is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are those of the platforms")]
pub enum EcomContactKind {
    Email,
    Phone,
    Facebook,
    Instagram,
    Twitter,
    Youtube,
    Tiktok,
    Pinterest,
    Vk,
    FbMessenger,
    Whatsapp,
    Telegram,
    Viber,
    Url,
    #[default]
    Other,
}

/// Whether a customer is a person or a firm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EcomKind {
    /// A person.
    #[default]
    B2c,
    /// A firm.
    B2b,
}

impl EcomKind {
    fn is_person(&self) -> bool {
        *self == Self::B2c
    }
}

/// A product that somebody marked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomFavorite {
    /// The product.
    pub product_id: i64,
    /// When, in seconds.
    pub added: i64,
}

/// The value of one of the store's own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EcomExtrafield {
    /// The field's key.
    pub key: String,
    /// The field's title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The value.
    pub value: String,
    /// Its place in the list.
    pub order_by: i64,
    /// The field's type, such as `TEXT`.
    #[serde(rename = "type", skip_serializing_if = "String::is_empty")]
    pub kind: String,
}

/// A customer that was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EcomTombstone {
    /// The id that it had.
    pub id: i64,
    /// When it was deleted, in seconds.
    pub date: i64,
}

impl EcomCustomer {
    /// Makes `name` that of the person of the bill. A name without such a person makes one.
    pub(super) fn mirror_name(&mut self) {
        match (&mut self.billing_person, &self.name) {
            (Some(person), Some(name)) if person.name.is_empty() => person.name.clone_from(name),
            (None, Some(name)) => {
                self.billing_person = Some(EcomPerson {
                    name: name.clone(),
                    ..EcomPerson::default()
                });
            }
            (Some(person), _) => self.name = Some(person.name.clone()),
            (None, None) => {}
        }
    }

    /// The email address as it is compared.
    #[must_use]
    pub fn email_key(&self) -> String {
        email_key(&self.email)
    }
}

/// An email address as eCom compares it: blanks around it and its case do not count.
pub(crate) fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes members by reference"
)]
const fn is_true(flag: &bool) -> bool {
    *flag
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes members by reference"
)]
pub(super) const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes members by reference; on wasm32 the lint has nothing against it"
)]
const fn is_zero(number: &i64) -> bool {
    *number == 0
}
