//! The cases of a seed: how a person comes to be in one store, in the other, or in both under
//! spellings that do not agree. Every case comes back every forty people.

use super::seed_cast::Cast;
use super::seed_people::Person;
use super::truth::Kind;

/// How a person is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Exact,
    Company,
    Capitals,
    Punycode,
    Blank,
    UnicodeForm,
    Gmail,
    PlusTag,
    Typo,
    Phone,
    Name,
    Namesakes,
    Shared,
    Twice,
    Placeholder,
    PosOnly,
    PosWithoutEmail,
    EcomOrdered,
    EcomIdle,
    Gone,
}

/// The first two dozen are the small demonstration shop: mostly plain, with a few surprises.
const CASES: [Case; 40] = {
    use Case::{
        Blank, Capitals, Company, EcomIdle, EcomOrdered, Exact, Gmail, Gone, Name, Namesakes,
        Phone, Placeholder, PlusTag, PosOnly, PosWithoutEmail, Punycode, Shared, Twice, Typo,
        UnicodeForm,
    };
    [
        Exact,
        Exact,
        Exact,
        PosOnly,
        Exact,
        EcomOrdered,
        Exact,
        Capitals,
        Exact,
        EcomIdle,
        Exact,
        Shared,
        Exact,
        PosOnly,
        Blank,
        Exact,
        EcomOrdered,
        Gmail,
        Exact,
        Twice,
        Punycode,
        Exact,
        EcomIdle,
        PosWithoutEmail,
        PlusTag,
        Exact,
        Typo,
        UnicodeForm,
        Phone,
        Exact,
        Name,
        Namesakes,
        Placeholder,
        Gone,
        Twice,
        Company,
        Blank,
        Exact,
        PosOnly,
        EcomOrdered,
    ]
};

/// What shops type where an email address has to be.
const PLACEHOLDERS: [&str; 3] = ["noemail@lantern-books.example", "x@x.x", "none@none.com"];

/// Puts the person of this number into the stores.
pub(super) fn play(cast: &mut Cast<'_>, number: u32) {
    let person = Person::new(number, &mut cast.rng);
    let case = CASES.get(number as usize % CASES.len());
    let case = case.copied().unwrap_or(Case::Exact);
    match spellings(case, &person) {
        Some((kind, pos, ecom)) => cast.pair(&person, kind, Some(pos), ecom),
        None => odd(cast, case, person),
    }
}

/// The spellings of one person's address in POS and in eCom, where that is all there is to a case.
fn spellings(case: Case, person: &Person) -> Option<(Kind, String, String)> {
    let (number, local, email) = (person.number, person.local(), person.email.clone());
    let at = |local: &str, domain: &str| format!("{local}.{number}@{domain}");
    let every_other = (number / 40).is_multiple_of(2);
    Some(match case {
        Case::Exact => (Kind::ExactEmail, email.clone(), email),
        Case::Capitals => (Kind::CaseVariant, at(&capital(local), "Example.ORG"), email),
        Case::Punycode => {
            let unicode = at(local, "bücher.example");
            let ascii = at(local, "xn--bcher-kva.example");
            if every_other {
                (Kind::PunycodeVariant, unicode, ascii)
            } else {
                (Kind::PunycodeVariant, ascii, unicode)
            }
        }
        Case::Blank => (
            Kind::BlankVariant,
            blank_variant(&email, number / 11),
            email,
        ),
        Case::UnicodeForm => {
            let composed = at("zo\u{eb}", "example.org");
            (Kind::UnicodeForm, composed, at("zoe\u{308}", "example.org"))
        }
        Case::Gmail => {
            let domain = if every_other {
                "gmail.com"
            } else {
                "googlemail.com"
            };
            let dotted = format!("{local}.q.{number}@gmail.com");
            (
                Kind::GmailDots,
                dotted,
                format!("{local}q{number}@{domain}"),
            )
        }
        Case::PlusTag => {
            let tagged = format!("{local}.{number}+shop@example.org");
            (Kind::PlusTag, email, tagged)
        }
        Case::Typo => (Kind::Typo, at(local, "gmial.com"), at(local, "gmail.com")),
        _ => return None,
    })
}

/// The cases that are more than two spellings.
fn odd(cast: &mut Cast<'_>, case: Case, mut person: Person) {
    let (number, email) = (person.number, person.email.clone());
    let other = format!("{}.b.{number}@example.org", person.local());
    let round = number as usize / 40;
    match case {
        Case::Company => {
            let company = &mut person.company;
            company.get_or_insert_with(|| "Lantern Friends e.V.".to_owned());
            (person.first, person.last) = (String::new(), String::new());
            cast.pair(&person, Kind::ExactEmail, Some(email.clone()), email);
        }
        Case::Phone => cast.phone_only(&person, email),
        Case::Name => cast.name_only(&person, email),
        Case::Namesakes => cast.namesakes(&person, email, other),
        Case::Shared => cast.shared(&person, &email),
        Case::Twice => {
            let loud = !round.is_multiple_of(2);
            let second = if loud {
                email.to_uppercase()
            } else {
                email.clone()
            };
            cast.twice(&person, &email, second);
        }
        Case::Placeholder => {
            let text = PLACEHOLDERS.get(round % PLACEHOLDERS.len());
            let first_time = round < PLACEHOLDERS.len();
            cast.placeholder(&person, text.copied().unwrap_or("x@x.x"), first_time);
        }
        Case::PosOnly => cast.pos_alone(&person, Some(email)),
        Case::PosWithoutEmail => cast.pos_alone(&person, None),
        Case::EcomOrdered => cast.ecom_alone(&person, email, true),
        Case::EcomIdle => cast.ecom_alone(&person, email, false),
        Case::Gone => cast.gone(&person, &email, other),
        // Spellings alone.
        _ => {}
    }
}

/// An address as it looks after a copy from a letter, a list or a web page.
fn blank_variant(email: &str, way: u32) -> String {
    match way % 8 {
        0 => format!(" {email} "),
        1 => format!("{email},"),
        2 => email.replace('@', "\u{200b}@"),
        3 => format!("{email}\u{a0}"),
        4 => format!("mailto:{email}"),
        5 => format!("\u{feff}{email}"),
        6 => format!("{email};"),
        _ => format!("{email}\t"),
    }
}

fn capital(word: &str) -> String {
    let mut signs = word.chars();
    let first = signs.next().map(|sign| sign.to_ascii_uppercase());
    first.into_iter().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::blank_variant;

    #[test]
    fn variants_differ_from_the_address_and_from_each_other() {
        let all: std::collections::BTreeSet<String> =
            (0..8).map(|way| blank_variant("a@b.c", way)).collect();
        assert_eq!(all.len(), 8);
        assert!(!all.contains("a@b.c"));
    }
}
