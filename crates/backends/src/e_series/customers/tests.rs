//! The documented bodies of E-Series, with values of our own.

use super::*;
use crate::customers::Problem;
use tandem_core::{
    Address, Consent, Field, GroupId, PersonName, Value, snapshot::ProblemReason, sync::Edit,
};

const MARA: &str = r#"{"id":310044821,"name":"Mara Quist","email":"mara@example.org",
    "registered":"2025-11-02 09:10:11 +0000","updated":"2026-09-19 21:40:00 +0400",
    "totalOrderCount":0,"customerGroupId":9367001,"customerGroupName":"VIP",
    "billingPerson":{"name":"Mara Quist","firstName":"Mara","lastName":"Quist","phone":"",
        "street":"1 Mill Lane\nFlat 2","countryCode":"GB","countryName":"United Kingdom",
        "doorCode":18446744073709551616},
    "shippingAddresses":[{"id":1,"name":"Mara"}],
    "contacts":[{"id":177100001,"contact":"mara@example.org","type":"EMAIL","default":true}],
    "taxExempt":false,"b2b_b2c":"b2c","acceptMarketing":true,
    "stats":{"numberOfOrders":2,"salesValue":10.5},"privateAdminNotes":"likes tea"}"#;

fn answer(body: &str) -> Response {
    Response {
        status: 200,
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
    got(&answer(MARA)).unwrap()
}

#[test]
fn a_list_names_what_it_needs() {
    let fields = "total%2Ccount%2Coffset%2Climit%2Citems%28id%2Cemail%2Cupdated%2CcustomerGroupId\
        %2CacceptMarketing%2CexternalReferenceId%2Cstats%28numberOfOrders%29%2CbillingPerson%28name\
        %2CfirstName%2ClastName%2CcompanyName%2Cstreet%2Ccity%2CpostalCode%2CstateOrProvinceCode\
        %2CcountryCode%2Cphone%29%29";
    assert_eq!(
        list(Cursor(200)).path_and_query(),
        format!(
            "/customers?offset=200&limit=100&sortBy=REGISTERED_DATE_ASC&responseFields={fields}"
        )
    );
    let changes = changes(Stamp(1_756_684_800), Cursor::START).path_and_query();
    assert!(changes.starts_with("/customers?offset=0&limit=100&sortBy=UPDATED_DATE_ASC&"));
    assert!(changes.ends_with("&updatedFrom=1756684800"));
    assert_eq!(
        removed(Stamp(5), Cursor(100)).path_and_query(),
        "/customers/deleted?from_date=5&offset=100&limit=100"
    );
}

#[test]
fn a_customer_says_what_it_is() {
    let expected = Observed {
        id: RecordId::from("310044821"),
        stamp: Stamp(1_789_839_600),
        group: GroupId("9367001".into()),
        email: Some("mara@example.org".into()),
        consent: Consent::Granted,
        name: PersonName {
            first: Some("Mara".into()),
            last: Some("Quist".into()),
            whole: Some("Mara Quist".into()),
        },
        company: None,
        phone: None,
        address: Address {
            line_1: Some("1 Mill Lane".into()),
            line_2: Some("Flat 2".into()),
            country: Some("GB".into()),
            ..Address::default()
        },
        reference: None,
        has_ordered: true,
        changed_at: Some(1_789_839_600),
    };
    assert_eq!(mara().observed, expected);
}

#[test]
fn a_consent_has_three_states() {
    for (member, consent) in [
        (r#","acceptMarketing":true"#, Consent::Granted),
        (r#","acceptMarketing":false"#, Consent::Denied),
        (r#","acceptMarketing":null"#, Consent::Unknown),
        ("", Consent::Unknown),
    ] {
        let one = got(&answer(&format!(r#"{{"id":7{member}}}"#))).unwrap();
        assert_eq!(one.observed.consent, consent, "{member}");
    }
}

#[test]
fn everything_but_the_id_may_be_absent() {
    let one = got(&answer(r#"{"id":"9007199254740993","stats":{}}"#))
        .unwrap()
        .observed;
    assert_eq!(one.id.to_string(), "9007199254740993");
    assert_eq!((one.group, one.stamp), (GroupId("0".into()), Stamp(0)));
    assert_eq!((one.name, one.has_ordered), (PersonName::default(), false));
}

#[test]
fn times_have_an_offset() {
    for (text, seconds) in [
        (r#""2024-08-21 07:52:09 +0000""#, 1_724_226_729),
        (r#""2024-08-21 11:52:09 +0400""#, 1_724_226_729),
        (r#""2024-08-21T07:52:09Z""#, 1_724_226_729),
        ("1724226729", 1_724_226_729),
        ("null", 0),
    ] {
        let one = got(&answer(&format!(r#"{{"id":7,"updated":{text}}}"#))).unwrap();
        assert_eq!(one.observed.stamp, Stamp(seconds), "{text}");
    }
}

#[test]
fn a_page_goes_on_without_what_cannot_be_read() {
    let body = format!(
        r#"{{"total":9,"count":6,"offset":2,"limit":6,"items":[{MARA},{{"id":8,"email":false}},
            {{"id":9,"updated":"yesterday"}},{{"id":10,"email":"\ud800"}},{{"id":1.5}},null]}}"#
    );
    let page = page(Cursor(2), &answer(&body)).unwrap();
    assert_eq!(page.records, [mara().observed]);
    assert_eq!((page.next, page.total), (Some(Cursor(8)), Some(9)));
    let ids: Vec<_> = page
        .problems
        .iter()
        .map(|problem| {
            let Problem { id, reason } = problem;
            (id.as_ref().map(ToString::to_string), *reason)
        })
        .collect();
    let unreadable = |id: &str| (Some(id.to_owned()), ProblemReason::Unreadable);
    assert_eq!(
        ids,
        [
            unreadable("8"),
            unreadable("9"),
            unreadable("10"),
            (None, ProblemReason::NoId),
            (None, ProblemReason::NoId)
        ]
    );
}

#[test]
fn tombstones_have_ids() {
    let body = r#"{"total":2,"count":2,"offset":0,"limit":100,
        "items":[{"id":1,"date":"2026-01-01 00:00:00 +0000"},{"date":"x"}]}"#;
    let page = removed_page(Cursor::START, &answer(body)).unwrap();
    assert_eq!(page.removed, [RecordId::from("1")]);
    assert_eq!((page.problems.len(), page.next), (1, None));
}

#[test]
fn an_email_is_looked_up_exactly() {
    let asked = by_email("a+b@example.org").path_and_query();
    assert!(asked.starts_with("/customers?email=a%2Bb%40example.org&useExactEmailMatch=true&"));
    let body = r#"{"total":2,"items":[{"id":1,"email":"Ann@example.org"},{"id":2,"email":"joann@example.org"}]}"#;
    let hits = with_email("ann@example.org", &answer(body)).unwrap();
    let ids: Vec<_> = hits.iter().map(|hit| hit.id.to_string()).collect();
    assert_eq!(ids, ["1"]);
    assert_eq!(with_email("nn@example.org", &answer(body)), Ok(Vec::new()));
    let more = r#"{"total":3,"items":[{"id":2,"email":"joann@example.org"}]}"#;
    assert_eq!(with_email("ann@example.org", &answer(more)), Err(damaged()));
    let broken = r#"{"total":1,"items":[{"id":2,"email":9}]}"#;
    assert_eq!(
        with_email("ann@example.org", &answer(broken)),
        Err(damaged())
    );
}

#[test]
fn a_change_names_only_what_changes() {
    let path = "/customers/310044821";
    for (changed, expected) in [
        (
            edit(Field::Group, Value::Group(GroupId("0".into()))),
            r#"{"customerGroupId":0}"#,
        ),
        (
            edit(Field::Consent, Value::Consent(Consent::Denied)),
            r#"{"acceptMarketing":false}"#,
        ),
        (
            edit(Field::Consent, Value::Consent(Consent::Unknown)),
            r#"{"acceptMarketing":null}"#,
        ),
        (
            edit(Field::Email, Value::Text("m@example.org".into())),
            r#"{"email":"m@example.org"}"#,
        ),
        (
            edit(
                Field::Group,
                Value::Group(GroupId("9007199254740993".into())),
            ),
            r#"{"customerGroupId":9007199254740993}"#,
        ),
    ] {
        let request = update(&mara(), &[changed]);
        assert_eq!((request.method, request.path.as_str()), (Method::Put, path));
        assert_eq!(request.body.as_deref(), Some(expected));
    }
}

#[test]
fn a_person_is_sent_whole() {
    let name = PersonName {
        whole: Some("Mara Lind".into()),
        ..PersonName::default()
    };
    let request = update(&mara(), &[edit(Field::Name, Value::Name(name))]);
    let expected = concat!(
        r#"{"billingPerson":{"countryCode":"GB","doorCode":18446744073709551616,"#,
        r#""name":"Mara Lind","phone":"","street":"1 Mill Lane\nFlat 2"}}"#
    );
    assert_eq!(request.body.as_deref(), Some(expected));
}

#[test]
fn an_address_is_in_one_street_and_blanks_are_said() {
    let address = Address {
        line_1: Some("3 Quay".into()),
        line_2: Some("c/o Lind".into()),
        suburb: Some("Clifton".into()),
        ..Address::default()
    };
    let edits = [
        edit(Field::Address, Value::Address(Box::new(address))),
        edit(Field::Company, Value::Text("Quist".into())),
        edit(Field::Phone, Value::Blank),
    ];
    let request = update(&mara(), &edits);
    let expected = concat!(
        r#"{"billingPerson":{"city":"","companyName":"Quist","countryCode":"","#,
        r#""doorCode":18446744073709551616,"name":"Mara Quist","phone":"","postalCode":"","#,
        r#""stateOrProvinceCode":"","street":"3 Quay\nc/o Lind"}}"#
    );
    assert_eq!(request.body.as_deref(), Some(expected));
}

#[test]
fn a_new_customer_has_an_email_and_no_consent_that_nobody_gave() {
    let edits = [
        edit(Field::Email, Value::Text("x@example.org".into())),
        edit(Field::Phone, Value::Text("+44 1".into())),
    ];
    let request = create(&edits);
    assert_eq!(
        (request.method, request.path.as_str()),
        (Method::Post, "/customers")
    );
    let expected =
        r#"{"acceptMarketing":false,"billingPerson":{"phone":"+44 1"},"email":"x@example.org"}"#;
    assert_eq!(request.body.as_deref(), Some(expected));
    assert_eq!(
        created(&answer(r#"{"id":188278629}"#)),
        Ok(RecordId::from("188278629"))
    );
    assert_eq!(created(&answer("{}")), Err(damaged()));
    assert_eq!(updated(&answer(r#"{"updateCount":0}"#)), Ok(()));
}
