//! Pairs that have to be suggested, and pairs that must not be.

use super::*;
use crate::{
    Address, Consent, DigestKey, GroupId, PersonName, Stamp, canon::email::variant::Difference,
    canon::name::Likeness, customer::code_for,
};
use proptest::prelude::*;

/// A record of which nothing is known.
pub(super) fn record() -> Observed {
    Observed {
        id: RecordId::from("1"),
        stamp: Stamp(1),
        group: GroupId("1".into()),
        email: None,
        consent: Consent::Unknown,
        name: PersonName::default(),
        company: None,
        phone: None,
        address: Address::default(),
        reference: None,
        has_ordered: false,
        changed_at: None,
    }
}

/// A record of this name.
pub(super) fn named(name: &str) -> Observed {
    let mut record = record();
    record.name.whole = Some(name.to_owned()).filter(|name| !name.is_empty());
    record
}

/// Name, email, phone, street and postal code, company; blank where there is none.
fn person(said: [&str; 6]) -> Observed {
    let [name, email, phone, street, postcode, company] = said;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut record = named(name);
    record.email = some(email);
    record.phone = some(phone);
    record.address.line_1 = some(street);
    record.address.postcode = some(postcode);
    record.company = some(company);
    record
}

fn score(one: [&str; 6], other: [&str; 6]) -> u8 {
    compare(&person(one), &person(other)).map_or(0, |found| found.score)
}

const MARA: [&str; 6] = [
    "Mara Quist",
    "mara@example.org",
    "0113 496 0018",
    "1 Mill Lane",
    "LS1 4DY",
    "",
];

/// What is suggested, from the surest on.
const PAIRS: [([&str; 6], [&str; 6], &str); 14] = [
    (MARA, MARA, "everything"),
    (
        MARA,
        ["", "MARA@example.org", "", "", "", ""],
        "the email alone",
    ),
    (
        MARA,
        ["Mara Quist", "mara@example.org.", "", "", "", ""],
        "an email with a dot too many",
    ),
    (
        ["Mara Quist", "mara.quist@gmail.com", "", "", "", ""],
        ["Mara Quist", "maraquist@gmail.com", "", "", "", ""],
        "Gmail's dots",
    ),
    (
        ["M Quist", "mara@gmial.com", "", "", "", ""],
        ["Mara Quist", "mara@gmail.com", "", "", "", ""],
        "a slip in the domain",
    ),
    (
        ["Mara Quist", "mara+shop@example.org", "", "", "", ""],
        ["Mara Quist", "mara@example.org", "", "", "", ""],
        "a tag",
    ),
    (
        ["Mara Quist", "", "0113 496 0018", "", "", ""],
        [
            "Quist, Mara",
            "m@example.org",
            "+44 113 496 0018",
            "",
            "",
            "",
        ],
        "phone and name",
    ),
    (
        MARA,
        ["Mara Quist", "mq@work.example", "0113 496 0018", "", "", ""],
        "phone and name, with another email",
    ),
    (
        MARA,
        [
            "Mara Quist",
            "mq@work.example",
            "0113 496 0018",
            "9 Elm Road",
            "YO1 7HH",
            "",
        ],
        "phone and name, with another email, moved",
    ),
    (
        MARA,
        [
            "Mara Qvist",
            "mq@work.example",
            "+44 113 496 0018",
            "",
            "",
            "",
        ],
        "phone, and name but for a letter",
    ),
    (
        MARA,
        [
            "MARA QUIST",
            "mq@work.example",
            "",
            "1, mill lane",
            "ls14dy",
            "",
        ],
        "address, name, postal code spelt otherwise",
    ),
    (
        MARA,
        ["M. Quist", "", "", "1 Mill Lane", "LS1 4DY", ""],
        "address and initials",
    ),
    (
        ["", "", "0113 496 0018", "1 Mill Lane", "LS1 4DY", ""],
        MARA,
        "phone and address without a name",
    ),
    (
        ["Mara Quist", "", "496 0018", "", "", ""],
        ["Mara Quist", "", "4960018", "", "", ""],
        "a short number and the name",
    ),
];

#[test]
fn what_has_to_be_suggested() {
    for (one, other, why) in PAIRS {
        assert!(score(one, other) >= LEAST, "{why}: {}", score(one, other));
    }
    assert_eq!(score(MARA, MARA), 100);
}

#[test]
fn what_is_suggested_is_found() {
    let key = DigestKey([5; 16]);
    let ecom = PAIRS.map(|(_, other, _)| Clues::of(&person(other), &key));
    let index = Index::of(ecom);
    for (at, (one, _, why)) in (0_u32..).zip(PAIRS) {
        let found = index.candidates(Clues::of(&person(one), &key), 32);
        assert!(found.contains(&at), "{why}");
    }
}

/// What would be guessing.
const STRANGERS: [([&str; 6], [&str; 6], &str); 12] = [
    (
        MARA,
        [
            "Nils Quist",
            "nils@example.org",
            "0113 496 0018",
            "1 Mill Lane",
            "LS1 4DY",
            "",
        ],
        "a family: phone, address and last name",
    ),
    (
        MARA,
        ["Nils Quist", "", "0113 496 0018", "", "", ""],
        "a family: phone and last name",
    ),
    (
        MARA,
        ["Nils Quist", "mara+nils@example.org", "", "", "", ""],
        "a family: a tag in a shared mailbox",
    ),
    (
        [
            "Mara Quist",
            "mara@firm.example",
            "0113 496 0018",
            "1 Dock",
            "LS1",
            "Lantern",
        ],
        [
            "Nils Berg",
            "nils@firm.example",
            "0113 496 0018",
            "1 Dock",
            "LS1",
            "Lantern",
        ],
        "colleagues: company, address and phone",
    ),
    (
        MARA,
        ["Mara Quist", "mq@work.example", "", "", "LS1 4DY", ""],
        "name and postal code",
    ),
    (MARA, ["Mara Quist", "", "", "", "", ""], "a name alone"),
    (MARA, ["", "", "0113 496 0018", "", "", ""], "a phone alone"),
    (
        ["Mara Quist", "noemail@shop.com", "", "", "", ""],
        ["Nils Berg", "noemail@shop.com", "", "", "", ""],
        "a placeholder for an email",
    ),
    (
        ["Mara Quist", "", "000 000 0000", "", "", ""],
        ["Mara Quist", "", "000 000 0000", "", "", ""],
        "a placeholder for a number",
    ),
    (
        ["Mara Quist", "", "ask her", "", "", ""],
        ["Mara Quist", "", "ask her", "", "", ""],
        "no number at all",
    ),
    (
        ["", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        "nothing",
    ),
    (
        ["-", "@", "-", "-", "-", "-"],
        ["-", "@", "-", "-", "-", "-"],
        "nothing to see",
    ),
];

#[test]
fn what_must_not_be_suggested() {
    for (one, other, why) in STRANGERS {
        assert_eq!(score(one, other), 0, "{why}");
        assert_eq!(score(other, one), 0, "{why}");
    }
}

#[test]
fn what_is_nobodys_says_nothing_against_a_pair() {
    let with = |email, phone| ["Mara Quist", email, phone, "1 Mill Lane", "LS1 4DY", ""];
    let blank = score(MARA, with("", ""));
    assert!(blank >= LEAST);
    for other in [
        with("", "000 000 0000"),
        with("", "ask her"),
        with("noemail@shop.com", ""),
        with("nobody at all", ""),
    ] {
        assert_eq!(score(MARA, other), blank, "{other:?}");
        assert_eq!(score(other, MARA), blank, "{other:?}");
    }
}

#[test]
fn a_reference_decides_more_than_names() {
    let mut pos = person(["Mara Quist", "", "", "", "", ""]);
    let mut ecom = person(["Mara Berg", "", "", "", "", ""]);
    ecom.id = RecordId::from("310044821");
    pos.reference = Some(code_for(&ecom.id));
    assert!(compare(&pos, &ecom).is_some(), "married");
    let mut ecom = person(MARA);
    ecom.id = RecordId::from("5");
    let mut pos = person(MARA);
    pos.email = None;
    assert!(compare(&pos, &ecom).is_some());
    pos.reference = Some(code_for(&RecordId::from("6")));
    assert_eq!(compare(&pos, &ecom), None, "made for somebody else");
    let mut pos = named("Mara Quist");
    pos.id = RecordId::from("b8ca3a65-0183-11e4-fbb5-4f73f02a9d1c");
    ecom.reference = Some(pos.id.to_string());
    assert!(compare(&pos, &ecom).is_some());
    ecom.reference = Some("of another system".into());
    pos.phone = ecom.phone.clone();
    assert!(compare(&pos, &ecom).is_some(), "says nothing");
}

#[test]
fn reasons_are_given_strongest_first_and_in_words() {
    let other = [
        "Mara Quist",
        "mara@work.example",
        "+44 113 496 0018",
        "",
        "YO1",
        "",
    ];
    let found = compare(&person(MARA), &person(other)).unwrap();
    let expected = [
        Evidence::PhoneButForPrefix,
        Evidence::Name(Likeness::Same),
        Evidence::OtherPostcode,
        Evidence::OtherEmail,
    ];
    assert_eq!(found.evidence, expected);
    assert_eq!(found.score, 45);
    let words: Vec<String> = expected.map(|one| one.to_string()).into();
    for sentence in &words {
        assert!(
            sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'),
            "{sentence}"
        );
    }
    assert!(words[0].contains("prefix") && words[1].contains("same name"));
}

#[test]
fn of_several_differences_the_weakest_counts() {
    let one = person(["", "m.ara+x@googlemail.com", "", "", "", ""]);
    let other = person(["", "mara@gmail.com", "", "", "", ""]);
    let found = compare(&one, &other).unwrap();
    let weakest = Evidence::Email(Difference::Tag).weight();
    assert_eq!(i16::from(found.score), weakest);
    assert_eq!(found.evidence.len(), 3, "and all are told");
}

proptest! {
    #[test]
    fn comparing_is_mutual_and_does_not_panic(
        one in proptest::array::uniform6("[a-b .@+0-3]{0,9}|.{0,6}"),
        other in proptest::array::uniform6("[a-b .@+0-3]{0,9}|.{0,6}"),
    ) {
        let one = person(one.each_ref().map(|text| &**text));
        let other = person(other.each_ref().map(|text| &**text));
        prop_assert_eq!(compare(&one, &other), compare(&other, &one));
        let score = compare(&one, &other).map_or(LEAST, |found| found.score);
        prop_assert!((LEAST..=100).contains(&score));
        prop_assert_eq!(compare(&one, &one), compare(&one.clone(), &one));
    }
}
