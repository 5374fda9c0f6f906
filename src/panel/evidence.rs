//! What speaks for and against two records being one person, in words. No markup.

use tandem_core::{
    canon::{email::variant::Difference, name::Likeness},
    suggest::Evidence,
};

use super::words::say;

/// A sentence for one piece of evidence.
#[must_use]
pub(super) fn tell(evidence: Evidence) -> String {
    say(match evidence {
        Evidence::Reference => "evidence-reference",
        Evidence::SameEmail => "evidence-same-email",
        Evidence::Email(Difference::Spelling) => "evidence-email-spelling",
        Evidence::Email(Difference::Typo) => "evidence-email-typo",
        Evidence::Email(Difference::Googlemail) => "evidence-email-googlemail",
        Evidence::Email(Difference::Tag) => "evidence-email-tag",
        Evidence::Email(Difference::Dots) => "evidence-email-dots",
        Evidence::SamePhone => "evidence-same-phone",
        Evidence::PhoneButForPrefix => "evidence-phone-prefix",
        Evidence::Name(Likeness::Same) => "evidence-name-same",
        Evidence::Name(Likeness::Spelling) => "evidence-name-spelling",
        Evidence::Name(Likeness::Order) => "evidence-name-order",
        Evidence::Name(Likeness::Initials) => "evidence-name-initials",
        Evidence::Name(Likeness::OneLetter) => "evidence-name-one-letter",
        Evidence::Name(Likeness::Family) => "evidence-name-family",
        Evidence::Name(Likeness::Other) => "evidence-name-other",
        Evidence::Name(Likeness::Unknown) => "evidence-name-unknown",
        Evidence::SameAddress => "evidence-same-address",
        Evidence::SamePostcode => "evidence-same-postcode",
        Evidence::SameCompany => "evidence-same-company",
        Evidence::OtherPostcode => "evidence-other-postcode",
        Evidence::OtherPhone => "evidence-other-phone",
        Evidence::OtherEmail => "evidence-other-email",
        Evidence::ReferenceToAnother => "evidence-reference-another",
    })
}

/// From these points on two records are very likely one person, or likely.
const VERY_LIKELY: u8 = 75;
const LIKELY: u8 = 55;

/// How likely it is, in a word: never a number, which would look like a truth.
#[must_use]
pub(super) fn likelihood(score: u8) -> String {
    say(match score {
        VERY_LIKELY.. => "likely-very",
        LIKELY.. => "likely-rather",
        _ => "likely-maybe",
    })
}
