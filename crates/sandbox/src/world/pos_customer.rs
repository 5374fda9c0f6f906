//! One customer of POS as it is stored: the members that the API writes, those that it only shows,
//! and the addresses that are kept apart. What can be done to one: `pos_customers`.

use serde::{Deserialize, Serialize};

use super::code_suffix;

/// Declares the nullable texts of a customer once: as members, and as a list by name.
macro_rules! customer {
    ($($(#[$meta:meta])* $text:ident,)+) => {
        /// One customer of POS.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct PosCustomer {
            /// The id; opaque.
            pub id: String,
            /// The code that people see, such as `Tony-37YP`; unique among the living.
            pub customer_code: String,
            /// The one group, by id.
            pub customer_group_id: String,
            $($(#[$meta])* pub $text: Option<String>,)+
            /// Whether the person opted out of marketing by email.
            pub do_not_email: bool,
            /// Whether the person opted in to marketing by SMS.
            pub enable_promotional_sms: bool,
            /// Whether the person collects loyalty.
            pub enable_loyalty: bool,
            /// How much the person may owe.
            pub on_account_limit: Option<f64>,
            /// What the person spent this year; grows with sales.
            pub year_to_date: f64,
            /// What the person owes; may be negative.
            pub balance: f64,
            /// The loyalty that was collected.
            pub loyalty_balance: f64,
            /// When it was made, in seconds.
            pub created_at: i64,
            /// When it was last changed, in seconds.
            pub updated_at: i64,
            /// When it was deleted, in seconds.
            pub deleted_at: Option<i64>,
            /// The version of the last change.
            pub version: i64,
            /// The addresses that are not also members of the customer.
            pub addresses: Vec<PosAddress>,
        }

        impl Default for PosCustomer {
            fn default() -> Self {
                Self {
                    id: String::new(),
                    customer_code: String::new(),
                    customer_group_id: String::new(),
                    $($text: None,)+
                    do_not_email: false,
                    enable_promotional_sms: false,
                    enable_loyalty: true,
                    on_account_limit: None,
                    year_to_date: 0.0,
                    balance: 0.0,
                    loyalty_balance: 0.0,
                    created_at: 0,
                    updated_at: 0,
                    deleted_at: None,
                    version: 0,
                    addresses: Vec::new(),
                }
            }
        }

        impl PosCustomer {
            /// The names of the nullable texts.
            pub(crate) const TEXTS: &[&str] = &[$(stringify!($text),)+];

            /// The nullable texts, by name.
            pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, Option<&str>)> {
                [$((stringify!($text), self.$text.as_deref()),)+].into_iter()
            }

            /// A nullable text by name.
            pub(crate) fn text(&self, name: &str) -> Option<&str> {
                match name {
                    $(stringify!($text) => self.$text.as_deref(),)+
                    _ => None,
                }
            }

            /// A nullable text by name, to be changed; none where there is no such member.
            pub(super) fn text_mut(&mut self, name: &str) -> Option<&mut Option<String>> {
                match name {
                    $(stringify!($text) => Some(&mut self.$text),)+
                    _ => None,
                }
            }
        }
    };
}

customer! {
    /// The first name.
    first_name,
    /// The last name.
    last_name,
    /// The company.
    company_name,
    /// The email address; not unique.
    email,
    /// The telephone number; free text.
    phone,
    /// The mobile number; free text.
    mobile,
    /// The fax number.
    fax,
    /// The Twitter handle.
    twitter,
    /// The website.
    website,
    /// What staff wrote down.
    note,
    /// `M`, `F`, or whatever was brought in.
    gender,
    /// The day of birth, `YYYY-MM-DD`.
    date_of_birth,
    /// The id of the customer's tax.
    tax_id,
    /// The first line of the shipping address.
    physical_address_1,
    /// The second line of the shipping address.
    physical_address_2,
    /// The suburb of the shipping address.
    physical_suburb,
    /// The city of the shipping address.
    physical_city,
    /// The post code of the shipping address.
    physical_postcode,
    /// The state of the shipping address.
    physical_state,
    /// The country of the shipping address, two letters.
    physical_country_id,
    /// The first line of the billing address.
    postal_address_1,
    /// The second line of the billing address.
    postal_address_2,
    /// The suburb of the billing address.
    postal_suburb,
    /// The city of the billing address.
    postal_city,
    /// The post code of the billing address.
    postal_postcode,
    /// The state of the billing address.
    postal_state,
    /// The country of the billing address, two letters.
    postal_country_id,
    /// Free text number 1.
    custom_field_1,
    /// Free text number 2.
    custom_field_2,
    /// Free text number 3.
    custom_field_3,
    /// Free text number 4.
    custom_field_4,
}

/// What an address is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum AddressKind {
    /// The bill goes there: the members `postal_*` of a customer.
    #[default]
    Billing,
    /// The goods go there: the members `physical_*` of a customer.
    Shipping,
}

/// One address of a customer of POS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PosAddress {
    /// The id.
    pub id: i64,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: AddressKind,
    /// The first line.
    pub address_line_1: String,
    /// The second line.
    pub address_line_2: Option<String>,
    /// The suburb.
    pub suburb: Option<String>,
    /// The city.
    pub city: String,
    /// The post code.
    pub postcode: String,
    /// The state, in words.
    pub state: Option<String>,
    /// The state, as a code.
    pub state_code: Option<String>,
    /// The country, two letters.
    pub country_code: String,
    /// Whether the API must leave it alone.
    pub read_only: bool,
    /// When it was made, in seconds.
    pub created_at: i64,
    /// When it was last changed, in seconds.
    pub updated_at: i64,
}

impl PosCustomer {
    /// First and last name in one; `None` when there is neither.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let parts: Vec<&str> = [&self.first_name, &self.last_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// A code as the store generates it: the first name and four random signs.
    pub(super) fn code(first_name: Option<&str>, rng: &mut fastrand::Rng) -> String {
        let stem = first_name.filter(|name| !name.is_empty());
        format!("{}-{}", stem.unwrap_or("UNNAMED"), code_suffix(rng))
    }
}
