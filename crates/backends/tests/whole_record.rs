//! Invariant I2: what is sent to POS equals what was read just before, but for the fields that the
//! change is about; and eCom is sent those fields alone.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Map, Value as Json, json, value::RawValue};
use tandem_backends::{Response, customers};
use tandem_core::{Address, Consent, Field, GroupId, PersonName, Side, Value, sync::Edit};

/// The 37 members that POS takes, as the vendor's specification has them.
const WRITABLE: [&str; 37] = [
    "company_name",
    "custom_field_1",
    "custom_field_2",
    "custom_field_3",
    "custom_field_4",
    "customer_code",
    "customer_group_id",
    "date_of_birth",
    "do_not_email",
    "email",
    "enable_loyalty",
    "enable_promotional_sms",
    "fax",
    "first_name",
    "gender",
    "last_name",
    "mobile",
    "note",
    "on_account_limit",
    "phone",
    "physical_address_1",
    "physical_address_2",
    "physical_city",
    "physical_country_id",
    "physical_postcode",
    "physical_state",
    "physical_suburb",
    "postal_address_1",
    "postal_address_2",
    "postal_city",
    "postal_country_id",
    "postal_postcode",
    "postal_state",
    "postal_suburb",
    "tax_id",
    "twitter",
    "website",
];

/// What POS makes itself and is not told.
const MADE_BY_POS: [&str; 9] = [
    "id",
    "name",
    "year_to_date",
    "balance",
    "loyalty_balance",
    "created_at",
    "updated_at",
    "deleted_at",
    "version",
];

fn text() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("\\PC{0,12}")
}

fn value_of(field: Field) -> BoxedStrategy<Value> {
    let texts = || prop_oneof![Just(Value::Blank), "\\PC{1,12}".prop_map(Value::Text)];
    match field {
        Field::Group => "[0-9]{1,9}"
            .prop_map(|id| Value::Group(GroupId(id)))
            .boxed(),
        Field::Consent => prop_oneof![
            Just(Value::Consent(Consent::Denied)),
            Just(Value::Consent(Consent::Unknown)),
            Just(Value::Consent(Consent::Granted)),
        ]
        .boxed(),
        Field::Email | Field::Company | Field::Phone => texts().boxed(),
        Field::Name => (text(), text(), text())
            .prop_map(|(first, last, whole)| Value::Name(PersonName { first, last, whole }))
            .boxed(),
        Field::Address => (text(), text(), text(), text())
            .prop_map(|(line_1, line_2, suburb, country)| {
                let address = Address {
                    line_1,
                    line_2,
                    suburb,
                    country,
                    ..Address::default()
                };
                Value::Address(Box::new(address))
            })
            .boxed(),
    }
}

/// Changes of some fields, each once.
fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let fields = proptest::sample::subsequence(Field::ALL.to_vec(), 0..=7);
    fields.prop_flat_map(|fields| {
        let edits = fields.into_iter().map(|field| {
            value_of(field).prop_map(move |result| Edit {
                field,
                expected: Value::Blank,
                result,
                source: Value::Blank,
            })
        });
        edits.collect::<Vec<_>>()
    })
}

/// Any JSON, with numbers that no machine type holds.
fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("18446744073709551617".to_owned()),
        Just("9007199254740993".to_owned()),
        Just("12.50".to_owned()),
        Just("1e400".to_owned()),
        "\\PC{0,12}".prop_map(|text| Json::from(text).to_string()),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let list = proptest::collection::vec(inner.clone(), 0..4);
        let members = proptest::collection::btree_map("[a-z]{1,3}", inner, 0..4);
        prop_oneof![
            list.prop_map(|list| format!("[{}]", list.join(","))),
            members.prop_map(|members| object(&members)),
        ]
    })
}

fn object(members: &BTreeMap<String, String>) -> String {
    let written = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", Json::from(name.as_str())));
    format!("{{{}}}", written.collect::<Vec<_>>().join(","))
}

/// A record of POS: known texts that are there, null, blank or left out; members of any name and
/// content beside them.
fn pos_record() -> impl Strategy<Value = BTreeMap<String, String>> {
    let known = |name: &'static str| match name {
        "do_not_email" | "enable_loyalty" | "enable_promotional_sms" => {
            prop_oneof![Just("true".to_owned()), Just("false".to_owned())].boxed()
        }
        "on_account_limit" => any_json().boxed(),
        _ => prop_oneof![
            Just("null".to_owned()),
            "\\PC{0,9}".prop_map(|text| Json::from(text).to_string()),
        ]
        .boxed(),
    };
    let known: Vec<_> = WRITABLE
        .into_iter()
        .map(|name| proptest::option::of(known(name)).prop_map(move |value| (name, value)))
        .collect();
    let extra = proptest::collection::btree_map("x_[a-z]{1,6}", any_json(), 0..5);
    (known, extra).prop_map(|(known, extra)| {
        let mut record = extra;
        let known = known
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        record.extend(known.map(|(name, value)| (name.to_owned(), value)));
        for name in MADE_BY_POS {
            record.insert(name.to_owned(), "null".to_owned());
        }
        record.insert("id".to_owned(), "\"b8ca3a65\"".to_owned());
        record.insert("customer_group_id".to_owned(), "\"g\"".to_owned());
        record.insert("version".to_owned(), "9007199254740993".to_owned());
        record
    })
}

/// The members that a field of POS is in, for a record that was read so.
fn members_of(field: Field, record: &BTreeMap<String, String>) -> Vec<&'static str> {
    let blank = |name: &str| {
        let value = record.get(name).map_or("null", String::as_str);
        let text: Option<String> = serde_json::from_str(value).unwrap();
        text.is_none_or(|text| text.trim().is_empty())
    };
    match field {
        Field::Group => vec!["customer_group_id"],
        Field::Email => vec!["email"],
        Field::Consent => vec!["do_not_email"],
        Field::Name => vec!["first_name", "last_name"],
        Field::Company => vec!["company_name"],
        Field::Phone if blank("phone") && !blank("mobile") => vec!["mobile"],
        Field::Phone => vec!["phone"],
        Field::Address => vec![
            "postal_address_1",
            "postal_address_2",
            "postal_city",
            "postal_postcode",
            "postal_state",
            "postal_country_id",
        ],
    }
}

fn read(side: Side, body: String) -> customers::Record {
    let response = Response {
        status: 200,
        body: body.into_bytes(),
        ..Response::default()
    };
    customers::got(side, &response).unwrap().unwrap()
}

fn sent(record: &customers::Record, edits: &[Edit]) -> BTreeMap<String, Box<RawValue>> {
    let request = customers::update(record, edits);
    serde_json::from_str(request.body.as_deref().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn pos_gets_back_what_was_read_but_for_the_change(record in pos_record(), edits in edits()) {
        let fresh = read(Side::Pos, format!(r#"{{"data":{}}}"#, object(&record)));
        let sent = sent(&fresh, &edits);
        let changed: BTreeSet<&str> =
            edits.iter().flat_map(|edit| members_of(edit.field, &record)).collect();
        for (name, value) in &record {
            let there = sent.get(name).map(|value| value.get());
            if MADE_BY_POS.contains(&name.as_str()) {
                prop_assert_eq!(there, None, "{} is the store's own", name);
            } else if !changed.contains(name.as_str()) {
                prop_assert_eq!(there, Some(value.as_str()), "{} was not to change", name);
            }
        }
        for name in sent.keys().filter(|name| !record.contains_key(*name)) {
            let is_required = ["first_name", "last_name", "do_not_email"].contains(&name.as_str());
            prop_assert!(is_required || changed.contains(name.as_str()), "{} came from nowhere", name);
        }
        let flag = sent.get("do_not_email").map(|value| value.get());
        let denies = edits.iter().find_map(|edit| match edit.result {
            Value::Consent(consent) => Some(consent == Consent::Denied),
            _ => None,
        });
        let read_flag = record.get("do_not_email").is_some_and(|flag| flag == "true");
        prop_assert_eq!(flag, Some(if denies.unwrap_or(read_flag) { "true" } else { "false" }));
    }

    /// What nobody knows of a person goes back with the person, and nothing else of the customer.
    #[test]
    fn ecom_gets_the_change_alone(
        extra in proptest::collection::btree_map("x_[a-z]{1,6}", any_json(), 0..5),
        edits in edits(),
    ) {
        let person = object(&extra);
        let fresh = read(Side::Ecom, format!(
            r#"{{"id":7,"contacts":[],"shippingAddresses":[],"privateAdminNotes":"x",
                "billingPerson":{person}}}"#
        ));
        let sent = sent(&fresh, &edits);
        let top = |field| match field {
            Field::Group => "customerGroupId",
            Field::Email => "email",
            Field::Consent => "acceptMarketing",
            Field::Name | Field::Company | Field::Phone | Field::Address => "billingPerson",
        };
        let expected: BTreeSet<&str> = edits.iter().map(|edit| top(edit.field)).collect();
        let names: BTreeSet<&str> = sent.keys().map(String::as_str).collect();
        prop_assert_eq!(names, expected);
        if let Some(person) = sent.get("billingPerson") {
            let person: BTreeMap<String, Box<RawValue>> = serde_json::from_str(person.get()).unwrap();
            for (name, value) in &extra {
                prop_assert_eq!(person[name].get(), value);
            }
        }
    }

    /// What a change writes is what the next reading says, when a store does what it is told.
    #[test]
    fn a_change_is_read_back(record in pos_record(), edits in edits()) {
        let fresh = read(Side::Pos, format!(r#"{{"data":{}}}"#, object(&record)));
        let mut stored: Map<String, Json> = Map::new();
        for (name, value) in sent(&fresh, &edits) {
            stored.insert(name, serde_json::from_str(value.get()).unwrap_or_default());
        }
        stored.insert("id".to_owned(), json!("b8ca3a65"));
        let after = read(Side::Pos, json!({ "data": stored }).to_string()).observed;
        for field in Field::ALL.into_iter().filter(|field| !edits.iter().any(|e| e.field == *field)) {
            prop_assert_eq!(after.value(field), fresh.observed.value(field));
        }
        for edit in &edits {
            if let (Field::Email | Field::Company, Value::Text(text)) = (edit.field, &edit.result) {
                let read = after.value(edit.field);
                let is_blank = text.trim().is_empty();
                prop_assert_eq!(read, if is_blank { Value::Blank } else { edit.result.clone() });
            }
        }
    }
}
