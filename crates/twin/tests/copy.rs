//! A copied shop is read as the shop was that it was copied from: by the very codecs that the
//! extension reads with, and in the form in which its background hands it over.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use futures::executor::block_on;
use serde_json::{Value, json};
use tandem_backends::{
    Response,
    customers::{self, Cursor},
    groups,
};
use tandem_core::{Consent, Group, GroupId, Observed, RecordId, Side, Sides};
use tandem_twin::{Call, Copied, NotCopied, Twin};

const NOW_MS: i64 = 1_800_000_000_000;

/// All that a shop says of its groups and customers.
#[derive(Debug, PartialEq)]
struct Whole {
    groups: Sides<Vec<Group>>,
    records: Sides<Vec<Observed>>,
}

fn ask(twin: &Twin, side: Side, target: &str) -> Response {
    let [pos, _] = twin.admins();
    let root = match side {
        Side::Pos => pos.replace("/customers", "/api/2.0"),
        Side::Ecom => "https://my.ecwid.com/api/v3/10203040".to_owned(),
    };
    let call = Call {
        method: "GET".into(),
        url: format!("{root}{target}"),
        ..Call::default()
    };
    let answer = block_on(twin.answer(call)).unwrap();
    Response {
        status: answer.status,
        body: answer.body,
        ..Response::default()
    }
}

fn groups_of(twin: &Twin, side: Side) -> Vec<Group> {
    let mut all = Vec::new();
    let mut next = Some(groups::Cursor::START);
    while let Some(from) = next {
        let answer = ask(twin, side, &groups::list(side, from).path_and_query());
        let page = groups::page(side, from, &answer).unwrap();
        all.extend(page.groups);
        next = page.next;
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

fn records_of(twin: &Twin, side: Side) -> Vec<Observed> {
    let mut all = Vec::new();
    let mut next = Some(Cursor::START);
    while let Some(from) = next {
        let answer = ask(twin, side, &customers::list(side, from).path_and_query());
        let page = customers::page(side, from, &answer).unwrap();
        all.extend(page.records);
        next = page.next;
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

fn read(twin: &Twin) -> Whole {
    Whole {
        groups: Sides::from_fn(|side| groups_of(twin, side)),
        records: Sides::from_fn(|side| records_of(twin, side)),
    }
}

fn part(groups: &Sides<Vec<Group>>, records: &Sides<Vec<Observed>>, next: Option<u32>) -> String {
    let names = json!({ "pos": "Of the till", "ecom": null });
    let with = json!({ "names": names, "groups": groups, "records": records, "next": next });
    json!({ "outcome": "reply", "with": with }).to_string()
}

/// The shop again, handed over in two parts.
fn copied(whole: &Whole) -> Twin {
    let mut copy = Copied::default();
    let (pos, ecom) = (whole.records.pos.clone(), whole.records.ecom.clone());
    let first = Sides { pos, ecom: vec![] };
    let second = Sides { pos: vec![], ecom };
    let none = Sides::default();
    assert_eq!(
        copy.take(&part(&whole.groups, &first, Some(1))),
        Ok(Some(1))
    );
    assert_eq!(copy.take(&part(&none, &second, None)), Ok(None));
    Twin::of_copy(copy, Box::new(|| NOW_MS)).unwrap()
}

#[test]
fn a_copy_says_what_the_shop_says() {
    let whole = read(&Twin::new(Box::new(|| NOW_MS)));
    assert!(whole.records.pos.len() > 20 && whole.records.ecom.len() > 20);
    let again = read(&copied(&whole));
    assert_eq!(again.groups, whole.groups);
    for side in Side::BOTH {
        let (again, before) = (again.records.get(side), whole.records.get(side));
        assert_eq!(again.len(), before.len());
        for (again, before) in again.iter().zip(before) {
            assert_eq!(again, before);
        }
    }
}

#[test]
fn who_is_in_a_group_that_is_gone_is_in_the_default_one() {
    let mut whole = read(&Twin::new(Box::new(|| NOW_MS)));
    let lost = whole.groups.pos.iter().position(|one| !one.is_default);
    let lost = whole.groups.pos.remove(lost.unwrap()).id;
    let default = whole.groups.pos.iter().find(|one| one.is_default).unwrap();
    let again = read(&copied(&whole));
    let were: Vec<&RecordId> = members(&whole, &lost);
    let are = members(&again, &default.id);
    assert!(!were.is_empty());
    assert!(were.iter().all(|id| are.contains(id)));
}

fn members<'a>(whole: &'a Whole, group: &GroupId) -> Vec<&'a RecordId> {
    let records = whole.records.pos.iter();
    let of_it = records.filter(|one| one.group == *group);
    of_it.map(|one| &one.id).collect()
}

#[test]
fn no_consent_comes_of_nothing() {
    let mut whole = read(&Twin::new(Box::new(|| NOW_MS)));
    for record in &mut whole.records.ecom {
        record.consent = Consent::Unknown;
    }
    let again = read(&copied(&whole));
    let mut all = again.records.ecom.iter();
    assert!(all.all(|one| one.consent == Consent::Unknown));
}

#[test]
fn what_the_background_refuses_and_what_is_no_part_is_not_taken() {
    let mut copy = Copied::default();
    for (answer, why) in [
        (r#"{"outcome":"refused"}"#, NotCopied::Refused),
        (r#"{"outcome":"other_version"}"#, NotCopied::Refused),
        ("", NotCopied::Unreadable),
        (r#"{"outcome":"reply","with":{}}"#, NotCopied::Unreadable),
    ] {
        assert_eq!(copy.take(answer), Err(why), "{answer}");
    }
    let twin = Twin::of_copy(copy, Box::new(|| NOW_MS)).unwrap();
    let account: Value = serde_json::from_slice(&ask(&twin, Side::Pos, "/customers").body).unwrap();
    assert_eq!(account["data"], json!([]));
}
