//! Every value that a person may be shown has words of its own.

use std::{collections::BTreeSet, fmt::Debug};

use tandem_core::{
    Consent, Field, Side,
    canon::{email::variant::Difference, name::Likeness},
    consent::ConsentQuestion,
    identity::Ambiguity,
    recon::Question,
    suggest::Evidence,
    sync::{draft::Because, policy::Halt, undo::NotUndone},
};

use crate::panel::{evidence, fields, questions};

/// Each has words, no two the same, and nothing of the code shows through.
fn all_told<T: Copy + Debug>(all: &[T], tell: impl Fn(T) -> String) {
    let mut said = BTreeSet::new();
    for one in all {
        let words = tell(*one);
        assert!(words.len() > 3, "{one:?}: {words}");
        assert!(!words.contains('{') && !words.contains('_'), "{words}");
        assert!(said.insert(words), "{one:?} has the words of another");
    }
}

const QUESTIONS: [Question; 13] = [
    Question::NeverAgreed,
    Question::DefaultAgainstNamed { named: Side::Pos },
    Question::DefaultAgainstNamed { named: Side::Ecom },
    Question::BothChanged,
    Question::Cleared { by: Side::Pos },
    Question::Cleared { by: Side::Ecom },
    Question::NoSuchGroup { on: Side::Pos },
    Question::NoSuchGroup { on: Side::Ecom },
    Question::EmailTaken,
    Question::FlipFlop,
    Question::Consent(ConsentQuestion::NeverAgreed),
    Question::Consent(ConsentQuestion::RaisedInPos),
    Question::Consent(ConsentQuestion::ForgottenOnline),
];

#[test]
fn questions_have_words() {
    all_told(&QUESTIONS, questions::tell);
    all_told(
        &[
            Question::Consent(ConsentQuestion::BothChanged),
            Question::BothChanged,
        ],
        questions::tell,
    );
}

#[test]
fn reasons_have_words() {
    let asked = QUESTIONS.map(Because::Asked);
    let others = [
        Because::Grace { until: 5 },
        Because::NotAtHand,
        Because::NoCounterpart,
        Because::ReadOnly,
    ];
    let all: Vec<Because> = asked.into_iter().chain(others).collect();
    all_told(&all, |because| {
        questions::because(because, |at| format!("moment {at}"))
    });
}

#[test]
fn people_who_cannot_be_told_apart_have_words() {
    let all = [
        Ambiguity::SharedEmail { in_pos: 2 },
        Ambiguity::EmailOfAnother,
        Ambiguity::Contradiction,
        Ambiguity::SaidToBeAnother,
    ];
    all_told(&all, questions::ambiguity);
}

#[test]
fn halts_have_words() {
    let all = Side::BOTH.map(|side| {
        [
            Halt::Emptied {
                side,
                had: 9,
                has: 1,
            },
            Halt::ManyChanges {
                side,
                changes: 8,
                of: 9,
            },
            Halt::OverBudget {
                side,
                calls: 7,
                may: 3,
            },
        ]
    });
    all_told(all.as_flattened(), questions::halt);
}

#[test]
fn fields_and_consents_have_words() {
    all_told(&Field::ALL, fields::name);
    let all = [Consent::Denied, Consent::Unknown, Consent::Granted];
    all_told(&all, fields::consent);
}

#[test]
fn what_cannot_be_taken_back_has_words() {
    let all = [
        NotUndone::Created,
        NotUndone::NothingDone,
        NotUndone::TakenBack,
    ];
    all_told(&all, questions::not_undone);
}

#[test]
fn evidence_has_words() {
    let emails = [
        Difference::Spelling,
        Difference::Typo,
        Difference::Googlemail,
        Difference::Tag,
        Difference::Dots,
    ];
    let names = [
        Likeness::Same,
        Likeness::Spelling,
        Likeness::Order,
        Likeness::Initials,
        Likeness::OneLetter,
        Likeness::Family,
        Likeness::Other,
        Likeness::Unknown,
    ];
    let others = [
        Evidence::Reference,
        Evidence::SameEmail,
        Evidence::SamePhone,
        Evidence::PhoneButForPrefix,
        Evidence::SameAddress,
        Evidence::SamePostcode,
        Evidence::SameCompany,
        Evidence::OtherPostcode,
        Evidence::OtherPhone,
        Evidence::OtherEmail,
        Evidence::ReferenceToAnother,
    ];
    let all: Vec<Evidence> = emails
        .map(Evidence::Email)
        .into_iter()
        .chain(names.map(Evidence::Name))
        .chain(others)
        .collect();
    all_told(&all, evidence::tell);
    let words = [evidence::likelihood(75), evidence::likelihood(55)];
    assert_eq!(words, ["very likely", "likely"]);
    assert_eq!(evidence::likelihood(54), "possible");
}
