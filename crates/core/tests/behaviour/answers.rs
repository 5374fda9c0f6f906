//! What people decide, and what a decision may not do.

use tandem_core::{
    Consent, Field, RecordId, Side, Sides,
    consent::ConsentQuestion,
    decisions::{Answer, Choice},
    recon::{Outcome, Question, Why},
};

use crate::shop::{Shop, ecom, group, pos};

fn outcome(shop: &Shop, field: Field) -> Outcome {
    shop.of_pair(|survey, pair| survey.outcome(pair, field))
}

fn companies(pos_has: &str, ecom_has: &str) -> Shop {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.pos[0].company = Some(pos_has.into());
    shop.ecom[0].company = Some(ecom_has.into());
    shop
}

const ASKED: Outcome = Outcome::Ask(Question::NeverAgreed);

#[test]
fn an_answer_is_to_the_values_that_were_on_screen() {
    let mut shop = companies("A", "B");
    assert_eq!(outcome(&shop, Field::Company), ASKED);
    shop.answer(Field::Company, Choice::Use(Side::Pos), None);
    let why = Why::Answered;
    assert_eq!(
        outcome(&shop, Field::Company),
        Outcome::Copy {
            to: Side::Ecom,
            why
        }
    );
    shop.ecom[0].company = Some("C".into());
    assert_eq!(outcome(&shop, Field::Company), ASKED, "nobody saw C");
}

#[test]
fn an_answer_can_be_withdrawn_and_replaced() {
    let mut shop = companies("A", "B");
    shop.answer(Field::Company, Choice::Use(Side::Pos), None);
    shop.answer(Field::Company, Choice::Use(Side::Ecom), None);
    assert_eq!(shop.decisions.answers().count(), 1);
    let why = Why::Answered;
    assert_eq!(
        outcome(&shop, Field::Company),
        Outcome::Copy { to: Side::Pos, why }
    );
    let ids = Sides {
        pos: RecordId::from("p1"),
        ecom: RecordId::from("1"),
    };
    shop.decisions.withdraw(&ids, Field::Company);
    assert_eq!(outcome(&shop, Field::Company), ASKED);
    assert_eq!(shop.decisions, tandem_core::decisions::Decisions::default());
}

#[test]
fn what_is_left_different_is_not_asked_again_until_it_changes() {
    let mut shop = companies("A", "B");
    shop.answer(Field::Company, Choice::KeepApart, None);
    assert_eq!(outcome(&shop, Field::Company), Outcome::Apart);
    shop.agree();
    shop.decisions = tandem_core::decisions::Decisions::default();
    assert_eq!(
        outcome(&shop, Field::Company),
        Outcome::Apart,
        "the archive knows"
    );
    assert!(shop.settled().is_empty() && shop.draft().ops.is_empty());
    shop.pos[0].company = Some("C".into());
    assert_eq!(outcome(&shop, Field::Company), ASKED);
}

/// POS says nothing, eCom says no, and nothing was ever agreed.
fn consent_differs() -> Shop {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.ecom[0].consent = Consent::Denied;
    shop
}

#[test]
fn consent_is_raised_by_one_person_with_a_reason_and_never_in_bulk() {
    let question = Outcome::Ask(Question::Consent(ConsentQuestion::NeverAgreed));
    let raise = Choice::Use(Side::Pos);
    let mut shop = consent_differs();
    for (in_bulk, evidence, expected) in [
        (false, None, question),
        (false, Some("  "), question),
        (true, Some("signed the form"), question),
        (
            false,
            Some("signed the form"),
            Outcome::Copy {
                to: Side::Ecom,
                why: Why::Answered,
            },
        ),
    ] {
        shop.answer(Field::Consent, raise, evidence);
        let mut answer: Answer = shop.decisions.answers().next().unwrap().clone();
        answer.in_bulk = in_bulk;
        shop.decisions.answer(answer);
        assert_eq!(
            outcome(&shop, Field::Consent),
            expected,
            "{in_bulk} {evidence:?}"
        );
    }
}

#[test]
fn consent_is_lowered_in_bulk() {
    let mut shop = consent_differs();
    shop.answer(Field::Consent, Choice::Use(Side::Ecom), None);
    let mut answer = shop.decisions.answers().next().unwrap().clone();
    answer.in_bulk = true;
    shop.decisions.answer(answer);
    let why = Why::Answered;
    assert_eq!(
        outcome(&shop, Field::Consent),
        Outcome::Copy { to: Side::Pos, why }
    );
}

#[test]
fn what_may_be_answered_for_many() {
    let consents = Sides {
        pos: Consent::Unknown,
        ecom: Consent::Denied,
    };
    let never = Question::Consent(ConsentQuestion::NeverAgreed);
    let named = Question::DefaultAgainstNamed { named: Side::Pos };
    for (question, choice, may) in [
        (never, Choice::Use(Side::Ecom), true),
        (never, Choice::Use(Side::Pos), false),
        (never, Choice::KeepApart, true),
        (
            Question::Consent(ConsentQuestion::RaisedInPos),
            Choice::Use(Side::Pos),
            false,
        ),
        (named, Choice::Use(Side::Pos), true),
        (named, Choice::Use(Side::Ecom), false),
        (Question::NeverAgreed, Choice::Use(Side::Pos), false),
        (Question::BothChanged, Choice::KeepApart, false),
    ] {
        assert_eq!(
            question.may_be_answered_in_bulk(choice, consents),
            may,
            "{question:?} {choice:?}"
        );
    }
}

#[test]
fn some_answers_cannot_be_carried_out() {
    // An email cannot be taken away online.
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.agree();
    shop.pos[0].email = None;
    let cleared = Outcome::Ask(Question::Cleared { by: Side::Pos });
    shop.answer(Field::Email, Choice::Use(Side::Pos), None);
    assert_eq!(outcome(&shop, Field::Email), cleared);
    shop.answer(Field::Email, Choice::Use(Side::Ecom), None);
    let why = Why::Answered;
    assert_eq!(
        outcome(&shop, Field::Email),
        Outcome::Copy { to: Side::Pos, why }
    );

    // A group that is not there cannot be joined; the other one can.
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.pos[0].group = group(Side::Pos, "Till");
    shop.answer(Field::Group, Choice::Use(Side::Pos), None);
    assert_eq!(
        outcome(&shop, Field::Group),
        Outcome::Ask(Question::NoSuchGroup { on: Side::Pos })
    );
    shop.answer(Field::Group, Choice::Use(Side::Ecom), None);
    assert_eq!(
        outcome(&shop, Field::Group),
        Outcome::Copy { to: Side::Pos, why }
    );
}
