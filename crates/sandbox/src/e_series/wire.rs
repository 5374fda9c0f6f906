//! A customer as E-Series writes one: what is unknown is left out, and some members are the
//! server's own.

use isocountry::CountryCode;
use serde_json::{Map, Value, json};

use super::{moments, states};
use crate::world::{EcomAddress, EcomContact, EcomCustomer, EcomPerson, World};

/// Where a customer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// In a list, with `totalOrderCount`, which is 0 whatever was ordered.
    Listed,
    /// Alone.
    Alone,
}

/// A customer.
pub(super) fn customer(world: &World, one: &EcomCustomer, shown: Shown) -> Value {
    let group = world.ecom.group(one.customer_group_id);
    let mut all = json!({
        "id": one.id,
        "name": one.name.as_deref().unwrap_or_default(),
        "email": one.email,
        "registered": moments::text(one.registered),
        "updated": moments::text(one.updated),
        "customerGroupId": one.customer_group_id,
        "customerGroupName": group.map(|group| group.name.as_str()),
        "contacts": one.contacts.iter().map(contact).collect::<Vec<_>>(),
        "taxExempt": one.tax_exempt,
        "taxId": one.tax_id,
        "taxIdValid": one.tax_id_valid,
        "b2b_b2c": one.kind,
        "fiscalCode": one.fiscal_code,
        "electronicInvoicePecEmail": one.electronic_invoice_pec_email,
        "electronicInvoiceSdiCode": one.electronic_invoice_sdi_code,
        "stats": stats(one),
        "privateAdminNotes": one.private_admin_notes,
        "favorites": one.favorites.iter().map(|favorite| json!({
            "productId": favorite.product_id, "addedTimestamp": moments::text(favorite.added),
        })).collect::<Vec<_>>(),
    });
    let mut put = |name: &str, value: Value| {
        if let Some(members) = all.as_object_mut() {
            members.insert(name.into(), value);
        }
    };
    if shown == Shown::Listed {
        put("totalOrderCount", 0.into());
    }
    if let Some(reference) = &one.external_reference_id {
        put("externalReferenceId", reference.clone().into());
    }
    if let Some(person) = &one.billing_person {
        put("billingPerson", billing(person).into());
    }
    if one.billing_person.is_some() || !one.shipping_addresses.is_empty() {
        put("shippingAddresses", addresses(world, one));
    }
    if let Some(wanted) = one.accept_marketing {
        put("acceptMarketing", wanted.into());
    }
    if let Some(lang) = &one.lang {
        put("lang", lang.clone().into());
    }
    let fields = extrafields(world, one);
    if !fields.is_empty() {
        put("extrafields", fields.into());
    }
    all
}

fn stats(one: &EcomCustomer) -> Value {
    let average = one
        .sales_cents
        .checked_div(one.orders.into())
        .unwrap_or_default();
    let mut stats = json!({
        "numberOfOrders": one.orders,
        "salesValue": money(one.sales_cents),
        "averageOrderValue": money(average),
    });
    let dates = [
        ("firstOrderDate", one.first_order),
        ("lastOrderDate", one.last_order),
    ];
    for (name, date) in dates {
        if let (Some(at), Some(members), true) = (date, stats.as_object_mut(), one.orders > 0) {
            members.insert(name.into(), moments::text(at).into());
        }
    }
    stats
}

/// Cents as a number that is whole where it can be.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of money of one customer are far below 2^53 cents"
)]
fn money(cents: i64) -> Value {
    if cents % 100 == 0 {
        (cents / 100).into()
    } else {
        (cents as f64 / 100.0).into()
    }
}

/// First and last name are there only when the name has two words or more.
fn billing(person: &EcomPerson) -> Map<String, Value> {
    let mut members = place(person);
    let mut words = person.name.split_whitespace();
    if let Some(first) = words.next() {
        let rest: Vec<&str> = words.collect();
        if !rest.is_empty() {
            members.insert("firstName".into(), first.into());
            members.insert("lastName".into(), rest.join(" ").into());
        }
    }
    members
}

/// What a person and an address have in common; blanks are left out.
fn place(person: &EcomPerson) -> Map<String, Value> {
    let country = country_name(&person.country_code);
    let state = states::name(&person.country_code, &person.state_or_province_code);
    [
        ("name", person.name.as_str()),
        ("companyName", &person.company_name),
        ("street", &person.street),
        ("city", &person.city),
        ("countryCode", &person.country_code),
        ("countryName", country),
        ("postalCode", &person.postal_code),
        ("stateOrProvinceCode", &person.state_or_province_code),
        ("stateOrProvinceName", state),
        ("phone", &person.phone),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(name, text)| (name.to_owned(), text.into()))
    .collect()
}

fn country_name(code: &str) -> &'static str {
    CountryCode::for_alpha2(code).map_or("", |country| country.name())
}

/// The addresses, in an order that is another every second.
fn addresses(world: &World, one: &EcomCustomer) -> Value {
    let mut list: Vec<Value> = one.shipping_addresses.iter().map(address).collect();
    let turn =
        i64::try_from(list.len()).map_or(0, |len| world.clock.checked_rem_euclid(len).unwrap_or(0));
    list.rotate_left(usize::try_from(turn).unwrap_or(0));
    list.into()
}

fn address(one: &EcomAddress) -> Value {
    let mut members = place(&one.person);
    let formatted = [
        "name",
        "companyName",
        "street",
        "city",
        "stateOrProvinceName",
        "postalCode",
        "countryName",
    ]
    .into_iter()
    .filter_map(|name| members.get(name).and_then(Value::as_str))
    .map(|text| text.replace('\n', ", "))
    .collect::<Vec<_>>()
    .join(", ");
    members.insert("id".into(), one.id.into());
    members.insert("createdDate".into(), moments::text(one.created).into());
    members.insert("defaultAddress".into(), one.default_address.into());
    members.insert("orderBy".into(), one.order_by.into());
    members.insert("addressFormatted".into(), formatted.into());
    if !one.note.is_empty() {
        members.insert("note".into(), one.note.clone().into());
    }
    members.into()
}

/// A contact.
pub(super) fn contact(one: &EcomContact) -> Value {
    let mut all = json!({
        "id": one.id,
        "contact": one.contact,
        "type": one.kind,
        "default": one.default,
        "orderBy": one.order_by,
        "timestamp": moments::text(one.timestamp),
    });
    for (name, text) in [("handle", &one.handle), ("note", &one.note)] {
        if let (Some(text), Some(members)) = (text, all.as_object_mut()) {
            members.insert(name.into(), text.clone().into());
        }
    }
    all
}

/// The values of the store's own fields, for those who may see them.
fn extrafields(world: &World, one: &EcomCustomer) -> Vec<Value> {
    if !world.ecom.allows("read_customers_extrafields") {
        return Vec::new();
    }
    let wire = |value: &crate::world::EcomExtrafield| {
        let known = world
            .ecom
            .extrafields
            .iter()
            .find(|field| field.key == value.key);
        let (title, kind) = known.map_or((&value.title, &value.kind), |field| {
            (&field.title, &field.kind)
        });
        json!({
            "key": value.key, "title": title, "value": value.value, "orderBy": value.order_by,
            "type": if kind.is_empty() { "TEXT" } else { kind }, "entityTypes": ["CUSTOMERS"],
        })
    };
    one.extrafields.iter().map(wire).collect()
}
