//! Whatever a store answers, decoding ends in a value or a fault, never in a panic.

use proptest::prelude::*;
use tandem_backends::{
    Response,
    account::{self, Account},
    batch, customers, fault,
    groups::{self, Cursor},
};
use tandem_core::Side;

/// JSON that is nearly what the decoders expect.
fn nearly_json() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just("1e999".to_owned()),
        Just("-9223372036854775809".to_owned()),
        Just("18446744073709551616".to_owned()),
        Just("9007199254740993".to_owned()),
        Just("[".repeat(200)),
        any::<i64>().prop_map(|number| number.to_string()),
        "\\PC{0,20}".prop_map(|text| serde_json::Value::String(text).to_string()),
    ];
    let key = prop_oneof![
        Just("id"),
        Just("name"),
        Just("group_id"),
        Just("deleted_at"),
        Just("max"),
        Just("total"),
        Just("customer_group_id"),
        Just("email"),
        Just("updated"),
        Just("stats"),
        Just("billingPerson"),
        Just("version"),
        Just("status"),
        Just("httpBody"),
        Just("httpStatusCode"),
    ];
    let record = proptest::collection::vec((key, value.clone()), 0..5).prop_map(|members| {
        let members: Vec<_> = members
            .iter()
            .map(|(key, value)| format!("\"{key}\":{value}"))
            .collect();
        format!("{{{}}}", members.join(","))
    });
    (
        proptest::collection::vec(record.clone(), 0..4),
        record,
        value,
    )
        .prop_map(|(records, version, total)| {
            let list = records.join(",");
            format!(
                r#"{{"data":[{list}],"items":[{list}],"responses":[{list}],"status":"COMPLETED",
                    "version":{version},"total":{total}}}"#
            )
        })
}

fn any_body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        nearly_json().prop_map(String::into_bytes),
    ]
}

fn every_customer_decoder(side: Side, from: Cursor, response: &Response) {
    drop(customers::page(side, from, response));
    drop(customers::ecom_removed_page(from, response));
    drop(customers::with_email(side, "mara@example.org", response));
    drop(customers::with_code("TANDEM-7", response));
    drop(customers::created(side, response));
    drop(customers::updated(side, response));
    drop(customers::pos_moved(response));
    drop(batch::sent(response));
    drop(batch::fetched(response));
    if let Ok(Some(record)) = customers::got(side, response) {
        drop(customers::update(&record, &[]));
    }
}

proptest! {
    #[test]
    fn no_answer_makes_a_decoder_panic(
        status in any::<u16>(),
        body in any_body(),
        from in any::<u64>(),
        retry_after in proptest::option::of("\\PC{0,40}"),
        content_type in proptest::option::of("\\PC{0,20}"),
    ) {
        let response = Response {
            status, retry_after, content_type, body, date: Some("Tue, 24 Nov 2026 10:00:00 GMT".into()),
            ..Response::default()
        };
        let good = Response { status: 200, content_type: None, ..response.clone() };
        for side in Side::BOTH {
            for response in [&response, &good] {
                drop(fault::check(side, response));
                drop(groups::page(side, Cursor(from), response));
                drop(groups::created(side, response));
                drop(groups::renamed(side, response));
                every_customer_decoder(side, Cursor(from), response);
                for number in 0..account::questions(side).len() {
                    drop(account::answer(side, number, response, &mut Account::default()));
                }
            }
        }
    }

    /// Pages always move forward, so that reading a list always comes to an end.
    #[test]
    fn a_list_moves_forward_or_ends(body in nearly_json(), from in 0_u64..1_000_000) {
        let response = Response { status: 200, body: body.into_bytes(), ..Response::default() };
        for side in Side::BOTH {
            if let Ok(page) = groups::page(side, Cursor(from), &response)
                && let Some(next) = page.next
            {
                prop_assert!(next > Cursor(from));
            }
            if let Ok(page) = customers::page(side, Cursor(from), &response)
                && let Some(next) = page.next
            {
                prop_assert!(next > Cursor(from));
            }
        }
    }
}
