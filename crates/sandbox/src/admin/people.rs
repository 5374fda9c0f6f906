//! Customers as the pages show them: a page of a list that was searched, and one with all its facts.

use serde_json::{Value, json};

use crate::Side;
use crate::call::Call;
use crate::world::{EcomContactKind, EcomCustomer, PosCustomer, World};

/// The most that one page of the list shows.
const MOST: usize = 100;

/// Which page of which list somebody wants.
#[derive(Debug)]
pub(super) struct Wanted {
    words: String,
    offset: usize,
    limit: usize,
}

impl Wanted {
    pub(super) fn of(call: &Call) -> Self {
        let number = |name: &str| call.param(name).and_then(|text| text.parse().ok());
        Self {
            words: call.param("q").unwrap_or_default().trim().to_lowercase(),
            offset: number("offset").unwrap_or(0),
            limit: number("limit").unwrap_or(MOST).min(MOST),
        }
    }

    /// Whether one of the texts has what is searched for.
    fn fits(&self, texts: &[Option<&str>]) -> bool {
        let has = |text: &&str| text.to_lowercase().contains(&self.words);
        self.words.is_empty() || texts.iter().flatten().any(has)
    }

    fn page<T>(&self, fitting: &[T], row: impl Fn(&T) -> Value) -> Value {
        let rows = fitting.iter().skip(self.offset).take(self.limit);
        let rows: Vec<Value> = rows.map(row).collect();
        json!({"total": fitting.len(), "offset": self.offset, "rows": rows})
    }
}

/// A page of the list: in POS the latest change first, in eCom by name.
pub(super) fn page(world: &World, side: Side, wanted: &Wanted) -> Value {
    match side {
        Side::Pos => {
            let all = world.pos.customers.between(i64::MIN, i64::MAX);
            let living = all.filter(|customer| customer.deleted_at.is_none());
            let fitting = living.filter(|c| wanted.fits(&pos_texts(c)));
            let mut fitting: Vec<&PosCustomer> = fitting.collect();
            fitting.reverse();
            wanted.page(&fitting, |customer| pos_row(world, customer))
        }
        Side::Ecom => {
            let all = world.ecom.customers.in_order_of_name();
            let fitting = all.filter(|c| wanted.fits(&ecom_texts(c)));
            let mut fitting: Vec<&EcomCustomer> = fitting.collect();
            // Who left no name comes last.
            fitting.sort_by_key(|customer| customer.name.as_deref().unwrap_or_default().is_empty());
            wanted.page(&fitting, |customer| ecom_row(world, customer))
        }
    }
}

fn pos_texts(customer: &PosCustomer) -> [Option<&str>; 7] {
    [
        customer.first_name.as_deref(),
        customer.last_name.as_deref(),
        customer.company_name.as_deref(),
        customer.email.as_deref(),
        customer.phone.as_deref(),
        customer.mobile.as_deref(),
        Some(&customer.customer_code),
    ]
}

fn ecom_texts(customer: &EcomCustomer) -> [Option<&str>; 4] {
    let billed = customer.billing_person.as_ref();
    [
        customer.name.as_deref(),
        Some(&customer.email),
        billed.map(|person| person.phone.as_str()),
        billed.map(|person| person.company_name.as_str()),
    ]
}

fn pos_row(world: &World, customer: &PosCustomer) -> Value {
    let group = world.pos.group(&customer.customer_group_id);
    json!({
        "id": customer.id, "name": customer.name(), "company": customer.company_name,
        "email": customer.email, "group": group.map(|group| group.name.as_str()),
        "marketing": if customer.do_not_email { "no" } else { "unknown" },
        "spent": format!("{:.2}", customer.year_to_date), "at": customer.updated_at,
    })
}

fn ecom_row(world: &World, customer: &EcomCustomer) -> Value {
    let group = world.ecom.group(customer.customer_group_id);
    let billed = customer.billing_person.as_ref();
    json!({
        "id": customer.id.to_string(), "name": customer.name,
        "company": billed.map(|person| person.company_name.as_str()),
        "email": customer.email, "group": group.map(|group| group.name.as_str()),
        "marketing": match customer.accept_marketing {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        },
        "spent": customer.orders.to_string(), "at": customer.registered,
    })
}

/// One customer with all that its page shows.
pub(super) fn one(world: &World, side: Side, id: &str) -> Option<Value> {
    match side {
        Side::Pos => world.pos.customer(id).map(pos_one),
        Side::Ecom => world.ecom.customers.get(id.parse().ok()?).map(ecom_one),
    }
}

fn pos_one(customer: &PosCustomer) -> Value {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let lines = [
        &customer.postal_address_1,
        &customer.postal_address_2,
        &customer.postal_suburb,
        &customer.postal_city,
        &customer.postal_postcode,
        &customer.postal_state,
        &customer.postal_country_id,
    ];
    let address: Vec<String> = lines.into_iter().filter_map(filled).collect();
    json!({
        "id": customer.id, "name": customer.name(), "first_name": customer.first_name,
        "last_name": customer.last_name, "company": customer.company_name, "email": customer.email,
        "phone": customer.phone, "group_id": customer.customer_group_id,
        "do_not_email": customer.do_not_email,
        "facts": [
            ["Customer code", customer.customer_code],
            ["Year to date", format!("{:.2}", customer.year_to_date)],
            ["Account balance", format!("{:.2}", customer.balance)],
            ["Loyalty", format!("{:.2}", customer.loyalty_balance)],
            ["Billing address", (!address.is_empty()).then(|| address.join(", "))],
            ["Note", filled(&customer.note)],
            ["Customer since", customer.created_at, "day"],
            ["Last changed", customer.updated_at, "day"],
        ],
    })
}

fn ecom_one(customer: &EcomCustomer) -> Value {
    let billed = customer.billing_person.clone().unwrap_or_default();
    let mut contacts = customer.contacts.iter();
    let phone = contacts.find(|one| one.kind == EcomContactKind::Phone && one.default);
    let lines = [
        &billed.street,
        &billed.city,
        &billed.postal_code,
        &billed.state_or_province_code,
        &billed.country_code,
    ];
    let address: Vec<&str> = lines
        .into_iter()
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    json!({
        "id": customer.id.to_string(), "name": customer.name, "company": billed.company_name,
        "email": customer.email, "phone": billed.phone,
        "group_id": customer.customer_group_id.to_string(),
        "accept_marketing": customer.accept_marketing,
        "facts": [
            ["Customer id", customer.id.to_string()],
            ["Orders", customer.orders.to_string()],
            ["Sales", format!("{}.{:02}", customer.sales_cents / 100, customer.sales_cents % 100)],
            ["Billing address", (!address.is_empty()).then(|| address.join(", "))],
            ["Other phone", phone.map(|contact| contact.contact.as_str())],
            ["Registered", customer.registered, "day"],
            ["Last changed", customer.updated, "day"],
        ],
    })
}
