//! What a person who is asked is told: what an answer would come to, and which side changed.

use tandem_core::{
    Consent, Field, Side, Sides,
    decisions::Choice,
    recon::{Outcome, Question, Why},
    survey::Survey,
};

use crate::shop::{Shop, ecom, group, pos};

const fn both(of: Option<bool>, and: Option<bool>) -> Sides<Option<bool>> {
    Sides { pos: of, ecom: and }
}

#[test]
fn an_answer_would_come_to_what_it_comes_to() {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.pos[0].company = Some("A".into());
    shop.ecom[0].company = Some("B".into());
    for choice in [
        Choice::Use(Side::Pos),
        Choice::Use(Side::Ecom),
        Choice::KeepApart,
    ] {
        let would = shop.of_pair(|survey, pair| survey.would(pair, Field::Company, choice));
        shop.answer(Field::Company, choice, None);
        let is = shop.of_pair(|survey, pair| survey.outcome(pair, Field::Company));
        assert_eq!(would, is, "{choice:?}");
        let answered = shop.of_pair(|survey, pair| {
            survey
                .answer(pair, Field::Company)
                .map(|answer| answer.choice)
        });
        assert_eq!(answered, Some(choice));
        let asked = shop.of_pair(|survey, pair| survey.question(pair, Field::Company));
        assert_eq!(asked, None, "{choice:?}");
    }
}

#[test]
fn what_cannot_be_done_stays_a_question() {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.pos[0].group = group(Side::Pos, "Only here");
    let would = |choice| shop.of_pair(|survey, pair| survey.would(pair, Field::Group, choice));
    let asked = Outcome::Ask(Question::NoSuchGroup { on: Side::Pos });
    assert_eq!(would(Choice::Use(Side::Pos)), asked);
    let why = Why::Answered;
    assert_eq!(
        would(Choice::Use(Side::Ecom)),
        Outcome::Copy { to: Side::Pos, why }
    );
}

#[test]
fn a_side_changed_since_both_last_agreed() {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    let changed =
        |shop: &Shop, field| shop.of_pair(|survey: &Survey<'_>, pair| survey.changed(pair, field));
    assert_eq!(changed(&shop, Field::Name), both(None, None));
    shop.agree();
    for field in Field::ALL {
        assert_eq!(
            changed(&shop, field),
            both(Some(false), Some(false)),
            "{field:?}"
        );
    }
    shop.pos[0].company = Some("A".into());
    shop.ecom[0].consent = Consent::Denied;
    shop.ecom[0].group = group(Side::Ecom, "VIP");
    assert_eq!(
        changed(&shop, Field::Company),
        both(Some(true), Some(false))
    );
    assert_eq!(
        changed(&shop, Field::Consent),
        both(Some(false), Some(true))
    );
    assert_eq!(changed(&shop, Field::Group), both(Some(false), Some(true)));
}

#[test]
fn a_draft_of_one_customer_is_its_part_of_the_whole() {
    let mut shop = crate::shop::pairs(3);
    for record in &mut shop.ecom {
        record.company = Some("Quist and Sons".into());
    }
    let whole = shop.draft();
    assert_eq!(whole.ops.len(), 3);
    let parts = shop.survey(|survey| {
        let terms = |first_seen| tandem_core::sync::draft::Terms {
            now: 0,
            grace: 0,
            first_seen,
        };
        let none = std::collections::BTreeMap::new();
        let each = survey.lines().chunks(1);
        each.flat_map(|line| survey.draft_of(line, &shop, terms(&none)).ops)
            .collect::<Vec<_>>()
    });
    assert_eq!(parts.len(), whole.ops.len());
    assert!(parts.iter().all(|op| whole.ops.contains(op)));
}
