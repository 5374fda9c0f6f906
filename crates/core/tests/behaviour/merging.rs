//! The three-way merge: the whole truth table of a text and of the groups, and the guards.

use tandem_core::{
    Digest, Field, GroupId, Side, Sides,
    archive::Base,
    recon::{self, Outcome, Question, Why},
};

use crate::shop::{KEY, Shop, ecom, group, groups, pos};

const ASK_FIRST: Outcome = Outcome::Ask(Question::NeverAgreed);
const ASK_BOTH: Outcome = Outcome::Ask(Question::BothChanged);

const fn copy(to: Side, why: Why) -> Outcome {
    Outcome::Copy { to, why }
}

const fn cleared(by: Side) -> Outcome {
    Outcome::Ask(Question::Cleared { by })
}

/// The digest of one letter; a blank for a space.
fn of(letter: char) -> Digest {
    KEY.digest(Field::Phone, letter.to_string().trim())
}

fn sides(pos: char, ecom: char) -> Sides<Digest> {
    Sides {
        pos: of(pos),
        ecom: of(ecom),
    }
}

/// What POS and eCom can have, in the order of the rows below: `A` is what was agreed, `B` and `C`
/// are others, a space is blank.
const NOW: [(char, char); 10] = [
    ('A', 'A'),
    ('A', 'B'),
    ('B', 'A'),
    ('B', 'B'),
    ('B', 'C'),
    (' ', 'A'),
    ('A', ' '),
    (' ', ' '),
    (' ', 'B'),
    ('B', ' '),
];

const TO_POS: Outcome = copy(Side::Pos, Why::Changed);
const TO_ECOM: Outcome = copy(Side::Ecom, Why::Changed);
const FILL_POS: Outcome = copy(Side::Pos, Why::Filled);
const FILL_ECOM: Outcome = copy(Side::Ecom, Why::Filled);
const SAME: Outcome = Outcome::Agreed;

fn row(base: Base, expected: [Outcome; 10]) {
    for ((pos, ecom), expected) in NOW.into_iter().zip(expected) {
        let outcome = recon::text(&KEY, Field::Phone, base, sides(pos, ecom));
        assert_eq!(outcome, expected, "{base:?}, POS {pos:?}, eCom {ecom:?}");
    }
}

/// Two that meet for the first time.
const FIRST: [Outcome; 10] = [
    SAME, ASK_FIRST, ASK_FIRST, SAME, ASK_FIRST, FILL_POS, FILL_ECOM, SAME, FILL_POS, FILL_ECOM,
];

#[test]
fn a_text_that_was_never_agreed() {
    row(Base::Never, FIRST);
}

#[test]
fn a_text_that_was_agreed() {
    let (by_pos, by_ecom) = (cleared(Side::Pos), cleared(Side::Ecom));
    let outcomes = [
        SAME, TO_POS, TO_ECOM, SAME, ASK_BOTH, by_pos, by_ecom, SAME, ASK_BOTH, ASK_BOTH,
    ];
    row(Base::Agreed(of('A')), outcomes);
}

#[test]
fn a_text_that_both_agreed_to_leave_blank() {
    let outcomes = [
        SAME, ASK_BOTH, ASK_BOTH, SAME, ASK_BOTH, TO_POS, TO_ECOM, SAME, TO_POS, TO_ECOM,
    ];
    row(Base::Agreed(Digest::BLANK), outcomes);
}

#[test]
fn a_text_that_a_person_left_different() {
    let mut outcomes = FIRST;
    outcomes[1] = Outcome::Apart;
    row(Base::apart(&KEY, Field::Phone, sides('A', 'B')), outcomes);
}

#[test]
fn swapping_the_sides_swaps_what_follows() {
    for base in [None, Some('A'), Some(' ')] {
        for pos in [' ', 'A', 'B', 'C'] {
            for ecom in [' ', 'A', 'B', 'C'] {
                let base = base.map_or(Base::Never, |letter| Base::Agreed(of(letter)));
                let one = recon::text(&KEY, Field::Phone, base, sides(pos, ecom));
                let other = recon::text(&KEY, Field::Phone, base, sides(ecom, pos));
                assert_eq!(one.swapped(), other, "{base:?} {pos:?} {ecom:?}");
            }
        }
    }
}

fn of_groups(agreed: Option<(&str, &str)>, pos: &str, ecom: &str) -> Outcome {
    let ids = |pos: &str, ecom: &str| Sides {
        pos: group(Side::Pos, pos),
        ecom: group(Side::Ecom, ecom),
    };
    let now: Sides<GroupId> = ids(pos, ecom);
    let agreed = agreed.map(|(pos, ecom)| ids(pos, ecom));
    recon::group(
        &groups(),
        agreed.as_ref(),
        Sides {
            pos: &now.pos,
            ecom: &now.ecom,
        },
    )
}

#[test]
fn groups_that_were_never_agreed() {
    let cases = [
        (("default", "default"), Outcome::Agreed),
        (("VIP", "VIP"), Outcome::Agreed),
        (("VIP", "Staff"), ASK_FIRST),
        (
            ("VIP", "default"),
            Outcome::Ask(Question::DefaultAgainstNamed { named: Side::Pos }),
        ),
        (
            ("default", "VIP"),
            Outcome::Ask(Question::DefaultAgainstNamed { named: Side::Ecom }),
        ),
        (
            ("Till", "VIP"),
            Outcome::Ask(Question::NoSuchGroup { on: Side::Pos }),
        ),
        (
            ("default", "Web"),
            Outcome::Ask(Question::NoSuchGroup { on: Side::Ecom }),
        ),
        (
            ("Till", "Web"),
            Outcome::Ask(Question::NoSuchGroup { on: Side::Pos }),
        ),
    ];
    for ((pos, ecom), expected) in cases {
        assert_eq!(of_groups(None, pos, ecom), expected, "{pos} {ecom}");
    }
}

#[test]
fn groups_that_were_agreed() {
    let cases = [
        // Agreed, now, what follows.
        (("VIP", "VIP"), ("VIP", "VIP"), Outcome::Agreed),
        (
            ("VIP", "VIP"),
            ("Staff", "VIP"),
            copy(Side::Ecom, Why::Changed),
        ),
        (
            ("VIP", "VIP"),
            ("VIP", "Staff"),
            copy(Side::Pos, Why::Changed),
        ),
        (
            ("VIP", "VIP"),
            ("default", "VIP"),
            copy(Side::Ecom, Why::Changed),
        ),
        (("VIP", "VIP"), ("Staff", "Staff"), Outcome::Agreed),
        (("VIP", "VIP"), ("Staff", "default"), ASK_BOTH),
        (
            ("VIP", "VIP"),
            ("Till", "VIP"),
            Outcome::Ask(Question::NoSuchGroup { on: Side::Pos }),
        ),
        (
            ("VIP", "VIP"),
            ("VIP", "Web"),
            Outcome::Ask(Question::NoSuchGroup { on: Side::Ecom }),
        ),
        // Left different by a person.
        (("VIP", "default"), ("VIP", "default"), Outcome::Apart),
        (("Till", "VIP"), ("Till", "VIP"), Outcome::Apart),
        (
            ("Till", "VIP"),
            ("Till", "Staff"),
            copy(Side::Pos, Why::Changed),
        ),
        (
            ("Till", "VIP"),
            ("Staff", "VIP"),
            copy(Side::Ecom, Why::Changed),
        ),
    ];
    for (agreed, (pos, ecom), expected) in cases {
        assert_eq!(
            of_groups(Some(agreed), pos, ecom),
            expected,
            "{agreed:?}: {pos} {ecom}"
        );
    }
}

/// A pair that agreed on everything, with an email on both sides.
fn agreed() -> Shop {
    let mut shop = Shop::of(vec![pos("p1", "m@x.org")], vec![ecom("1", "m@x.org")]);
    shop.agree();
    shop
}

fn outcome(shop: &Shop, field: Field) -> Outcome {
    shop.of_pair(|survey, pair| survey.outcome(pair, field))
}

#[test]
fn an_email_that_somebody_else_has_is_asked_about() {
    for (side, other) in [(Side::Pos, Side::Ecom), (Side::Ecom, Side::Pos)] {
        let mut shop = agreed();
        let new = Some("new@x.org".to_owned());
        match side {
            Side::Pos => shop.pos[0].email = new,
            Side::Ecom => shop.ecom[0].email = new,
        }
        assert_eq!(
            outcome(&shop, Field::Email),
            copy(other, Why::Changed),
            "{side:?}"
        );
        match side {
            Side::Pos => shop.ecom.push(ecom("2", "New@x.org")),
            Side::Ecom => shop.pos.push(pos("p2", "New@x.org")),
        }
        assert_eq!(
            outcome(&shop, Field::Email),
            Outcome::Ask(Question::EmailTaken),
            "{side:?}"
        );
    }
}

#[test]
fn an_email_that_changed_in_case_alone_is_the_same() {
    let mut shop = agreed();
    shop.pos[0].email = Some("M@X.org".into());
    assert_eq!(outcome(&shop, Field::Email), Outcome::Agreed);
    assert!(shop.draft().ops.is_empty());
}

#[test]
fn blank_null_and_absent_are_one_value() {
    let mut shop = agreed();
    shop.pos[0].company = Some("  ".into());
    assert_eq!(outcome(&shop, Field::Company), Outcome::Agreed);
}
