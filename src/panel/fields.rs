//! What the fields of a customer and the states of consent are called. No markup.

use tandem_core::{Consent, Field};

use super::words::say;

/// The name of a field.
#[must_use]
pub(super) fn name(field: Field) -> String {
    say(match field {
        Field::Group => "field-group",
        Field::Email => "field-email",
        Field::Consent => "field-consent",
        Field::Name => "field-name",
        Field::Company => "field-company",
        Field::Phone => "field-phone",
        Field::Address => "field-address",
    })
}

/// What a consent means for the person.
#[must_use]
pub(super) fn consent(consent: Consent) -> String {
    say(match consent {
        Consent::Denied => "consent-denied",
        Consent::Unknown => "consent-unknown",
        Consent::Granted => "consent-granted",
    })
}
