//! The documented bodies of X-Series, with values of our own.

use super::*;
use crate::customers::Problem;
use tandem_core::{
    Address, Consent, Field, PersonName, Stamp, Value, snapshot::ProblemReason, sync::Edit,
};

const MARA: &str = r#"{"id":"0242ac12-0002-11ef-e1f6-2b8f1d7c9a10","customer_code":"Mara-7QK2",
    "name":"Mara Quist","first_name":"Mara","last_name":"Quist","email":"mara@example.org",
    "customer_group_id":"5d0c0f7e-2f0a-11ef-9a34-0a6f1c2b3d4e","enable_loyalty":true,
    "do_not_email":true,"enable_promotional_sms":false,"tax_id":null,"on_account_limit":1250.50,
    "postal_address_1":"1 Mill Lane","postal_suburb":"Clifton","postal_postcode":"YO1 7LZ",
    "physical_address_1":"2 Mill Lane","year_to_date":0,"balance":-12.50,"loyalty_balance":3.0,
    "contact_source":"WEB","custom_field_1":18446744073709551616,
    "created_at":"2026-09-20T08:14:02+00:00","updated_at":"2026-09-20T08:14:02+00:00",
    "deleted_at":null,"version":41230077105}"#;

fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        body: body.into(),
        ..Response::default()
    }
}

fn edit(field: Field, result: Value) -> Edit {
    Edit {
        field,
        expected: Value::Blank,
        result,
        source: Value::Blank,
    }
}

fn mara() -> Record {
    got(&answer(200, &format!(r#"{{"data":{MARA}}}"#)))
        .unwrap()
        .unwrap()
}

fn body(request: &Request) -> serde_json::Value {
    serde_json::from_str(request.body.as_deref().unwrap()).unwrap()
}

#[test]
fn a_list_asks_for_the_largest_pages() {
    let first = list(Cursor::START).path_and_query();
    assert_eq!(first, "/customers?page_size=10000");
    let next = changes(Cursor(41_230_077_105)).path_and_query();
    assert_eq!(
        next,
        "/customers?page_size=10000&after=41230077105&deleted=true"
    );
}

#[test]
fn a_customer_says_what_it_is() {
    let expected = Observed {
        id: RecordId::from("0242ac12-0002-11ef-e1f6-2b8f1d7c9a10"),
        stamp: Stamp(41_230_077_105),
        group: GroupId("5d0c0f7e-2f0a-11ef-9a34-0a6f1c2b3d4e".into()),
        email: Some("mara@example.org".into()),
        consent: Consent::Denied,
        name: PersonName {
            first: Some("Mara".into()),
            last: Some("Quist".into()),
            whole: None,
        },
        company: None,
        phone: None,
        address: Address {
            line_1: Some("1 Mill Lane".into()),
            suburb: Some("Clifton".into()),
            postcode: Some("YO1 7LZ".into()),
            ..Address::default()
        },
        reference: Some("Mara-7QK2".into()),
        has_ordered: false,
        changed_at: Some(1_789_892_042),
    };
    assert_eq!(mara().observed, expected);
}

#[test]
fn unset_null_absent_and_blank_are_one() {
    let texts = [
        "",
        r#","email":null"#,
        r#","email":"""#,
        r#","email":" \u00a0""#,
    ];
    for text in texts {
        let record = format!(r#"{{"data":{{"id":"a","customer_group_id":"g"{text}}}}}"#);
        let one = got(&answer(200, &record)).unwrap().unwrap().observed;
        assert_eq!((one.email, one.consent), (None, Consent::Unknown), "{text}");
    }
}

#[test]
fn a_flag_that_is_false_proves_nothing() {
    for (flag, consent) in [
        ("true", Consent::Denied),
        ("false", Consent::Unknown),
        ("null", Consent::Unknown),
    ] {
        let record =
            format!(r#"{{"data":{{"id":"a","customer_group_id":"g","do_not_email":{flag}}}}}"#);
        let one = got(&answer(200, &record)).unwrap().unwrap();
        assert_eq!(one.observed.consent, consent, "{flag}");
    }
}

#[test]
fn a_page_has_customers_tombstones_and_what_cannot_be_read() {
    let page_of = format!(
        r#"{{"data":[{MARA},
            {{"id":"gone","deleted_at":"2026-01-01T00:00:00+00:00","version":41230077106}},
            {{"id":"odd","customer_group_id":"g","email":7}},
            {{"id":"lone surrogate","customer_group_id":"g","email":"\ud800"}},
            {{"id":"no group"}},{{"id":7}},null],
            "version":{{"min":1,"max":9007199254740993}}}}"#
    );
    let page = page(Cursor(5), &answer(200, &page_of)).unwrap();
    assert_eq!(page.records, [mara().observed]);
    assert_eq!(page.removed, [RecordId::from("gone")]);
    assert_eq!(page.next, Some(Cursor(9_007_199_254_740_993)));
    let unreadable = |id: &str| Problem {
        id: Some(RecordId::from(id)),
        reason: ProblemReason::Unreadable,
    };
    let nameless = Problem {
        id: None,
        reason: ProblemReason::NoId,
    };
    assert_eq!(
        page.problems,
        [
            unreadable("odd"),
            unreadable("lone surrogate"),
            unreadable("no group"),
            nameless.clone(),
            nameless
        ]
    );
}

#[test]
fn only_an_empty_page_is_the_last_and_a_list_moves_on() {
    let end = answer(200, r#"{"data":[],"version":{"min":null,"max":null}}"#);
    let last = page(Cursor(9), &end).unwrap();
    assert_eq!((last.next, last.seen), (None, Cursor(9)));
    let same = answer(200, r#"{"data":[null],"version":{"min":1,"max":9}}"#);
    assert_eq!(page(Cursor(9), &same), Err(damaged()));
}

#[test]
fn one_that_was_deleted_is_not_there() {
    let shown =
        r#"{"data":{"id":"a","customer_group_id":"g","deleted_at":"2026-01-01T00:00:00+00:00"}}"#;
    assert!(got(&answer(200, shown)).unwrap().is_none());
    let hidden = answer(404, r#"{"error":"Not found"}"#);
    assert!(crate::customers::got(Side::Pos, &hidden).unwrap().is_none());
}

#[test]
fn a_change_sends_everything_back() {
    let request = update(
        &mara(),
        &[edit(Field::Email, Value::Text("m@quist.example".into()))],
    );
    assert_eq!(request.method, Method::Put);
    assert_eq!(
        request.path,
        "/customers/0242ac12-0002-11ef-e1f6-2b8f1d7c9a10"
    );
    let sent = request.body.as_deref().unwrap();
    let expected = concat!(
        r#"{"contact_source":"WEB","custom_field_1":18446744073709551616,"customer_code":"Mara-7QK2","#,
        r#""customer_group_id":"5d0c0f7e-2f0a-11ef-9a34-0a6f1c2b3d4e","do_not_email":true,"#,
        r#""email":"m@quist.example","enable_loyalty":true,"enable_promotional_sms":false,"#,
        r#""first_name":"Mara","last_name":"Quist","on_account_limit":1250.50,"#,
        r#""physical_address_1":"2 Mill Lane","postal_address_1":"1 Mill Lane","#,
        r#""postal_postcode":"YO1 7LZ","postal_suburb":"Clifton","tax_id":null}"#
    );
    assert_eq!(sent, expected);
}

#[test]
fn what_the_schema_requires_is_always_said() {
    let bare = answer(200, r#"{"data":{"id":"a","customer_group_id":"g"}}"#);
    let request = update(&got(&bare).unwrap().unwrap(), &[]);
    let expected =
        r#"{"customer_group_id":"g","do_not_email":false,"first_name":null,"last_name":null}"#;
    assert_eq!(request.body.as_deref(), Some(expected));
}

#[test]
fn every_field_has_its_members() {
    let name = PersonName {
        first: Some("Ana".into()),
        ..PersonName::default()
    };
    let address = Address {
        line_1: Some("3 Quay".into()),
        line_2: Some("Flat 2".into()),
        suburb: Some("Elsewhere".into()),
        city: Some("York".into()),
        postcode: Some("YO2".into()),
        state: Some("NSW".into()),
        country: Some("GB".into()),
    };
    let edits = [
        edit(Field::Group, Value::Group(GroupId("other".into()))),
        edit(Field::Consent, Value::Consent(Consent::Unknown)),
        edit(Field::Name, Value::Name(name)),
        edit(Field::Company, Value::Text("Quist & Co".into())),
        edit(Field::Phone, Value::Text("+44 1".into())),
        edit(Field::Address, Value::Address(Box::new(address))),
    ];
    let sent = body(&update(&mara(), &edits));
    for (member, value) in [
        ("customer_group_id", "other"),
        ("first_name", "Ana"),
        ("company_name", "Quist & Co"),
        ("phone", "+44 1"),
        ("postal_address_1", "3 Quay"),
        ("postal_address_2", "Flat 2"),
        ("postal_suburb", "Clifton"),
        ("postal_city", "York"),
        ("postal_postcode", "YO2"),
        ("postal_state", "NSW"),
        ("postal_country_id", "GB"),
        ("physical_address_1", "2 Mill Lane"),
    ] {
        assert_eq!(sent[member], value, "{member}");
    }
    assert_eq!(sent["last_name"], serde_json::Value::Null);
    assert_eq!(sent["do_not_email"], false);
}

#[test]
fn a_number_goes_where_it_was_read() {
    let only_mobile = r#"{"data":{"id":"a","customer_group_id":"g","phone":" ","mobile":"021 5"}}"#;
    let record = got(&answer(200, only_mobile)).unwrap().unwrap();
    assert_eq!(record.observed.phone.as_deref(), Some("021 5"));
    let sent = body(&update(
        &record,
        &[edit(Field::Phone, Value::Text("021 6".into()))],
    ));
    assert_eq!(
        (&sent["phone"], &sent["mobile"]),
        (&" ".into(), &"021 6".into())
    );
}

#[test]
fn a_new_customer_has_a_code_and_no_consent_that_nobody_gave() {
    let email = edit(Field::Email, Value::Text("mara@example.org".into()));
    let request = create(std::slice::from_ref(&email), Some("TANDEM-310044821"));
    assert_eq!(
        (request.method, request.path.as_str()),
        (Method::Post, "/customers")
    );
    let expected = concat!(
        r#"{"customer_code":"TANDEM-310044821","do_not_email":true,"email":"mara@example.org","#,
        r#""first_name":null,"last_name":null}"#
    );
    assert_eq!(request.body.as_deref(), Some(expected));
    let granted = edit(Field::Consent, Value::Consent(Consent::Unknown));
    assert_eq!(
        body(&create(&[email, granted], None))["do_not_email"],
        false
    );
    let made = answer(201, &format!(r#"{{"data":{MARA}}}"#));
    assert_eq!(created(&made), Ok(mara().observed.id));
    assert_eq!(updated(&made), Ok(()));
    assert_eq!(created(&answer(201, "{}")), Err(damaged()));
}

#[test]
fn the_search_is_not_believed() {
    let request = by_email("Mara+1@example.org").path_and_query();
    assert_eq!(
        request,
        "/search?type=customers&email=Mara%2B1%40example.org&page_size=1000"
    );
    let found = r#"{"data":[{"id":"a","customer_group_id":"g","email":"MARA@example.org"},
        {"id":"b","customer_group_id":"g","email":"tamara@example.org"}]}"#;
    let hits = with_email("mara@example.org", &answer(200, found)).unwrap();
    let ids: Vec<_> = hits.iter().map(|hit| hit.id.to_string()).collect();
    assert_eq!(ids, ["a"]);
    assert_eq!(
        with_email("ara@example.org", &answer(200, found)),
        Ok(Vec::new())
    );
    let code = r#"{"data":[{"id":"a","customer_group_id":"g","customer_code":"TANDEM-77"},
        {"id":"b","customer_group_id":"g","customer_code":"TANDEM-7"}]}"#;
    let hits = with_code("TANDEM-7", &answer(200, code)).unwrap();
    let ids: Vec<_> = hits.iter().map(|hit| hit.id.to_string()).collect();
    assert_eq!(ids, ["b"]);
    assert_eq!(
        by_code("TANDEM-7").path_and_query(),
        "/search?type=customers&customer_code=TANDEM-7&page_size=1000"
    );
}

#[test]
fn nobody_is_overlooked_on_a_page_that_is_full_or_broken() {
    let other = r#"{"id":"b","customer_group_id":"g","email":"b@example.org"}"#;
    let full = format!(r#"{{"data":[{}]}}"#, vec![other; SEARCH_SIZE].join(","));
    assert_eq!(
        with_email("a@example.org", &answer(200, &full)),
        Err(damaged())
    );
    let broken = format!(r#"{{"data":[{other},7]}}"#);
    assert_eq!(
        with_email("a@example.org", &answer(200, &broken)),
        Err(damaged())
    );
}

#[test]
fn many_move_at_once() {
    let ids = [RecordId::from("a"), RecordId::from("b")];
    let request = move_to(&GroupId("g/1".into()), &ids);
    assert_eq!(request.path_and_query(), "/customer_groups/g%2F1/customers");
    assert_eq!(
        request.body.as_deref(),
        Some(r#"{"customer_ids":["a","b"]}"#)
    );
    assert_eq!(moved(&answer(201, "true")), Ok(()));
    assert_eq!(moved(&answer(201, "{}")), Err(damaged()));
}
