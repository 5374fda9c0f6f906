//! Who may be whom: pairs of records that look like one person, with the reasons, for somebody to
//! decide upon.
//!
//! A suggestion is shown, never applied: nothing in Tandem links, writes or creates because of one.
//! What links by itself is `identity`, and it looks at none of this. The weights are in `evidence`,
//! how candidates are found without comparing all with all is in `clues`.

use serde::{Deserialize, Serialize};

use crate::{
    Observed, RecordId, Side,
    canon::{
        address,
        email::{self, variant},
        name, phone, text, twin,
    },
};
pub use clues::{Clues, Index};
pub use evidence::Evidence;

mod clues;
mod evidence;

/// Suggestions of fewer points are not made.
pub const LEAST: u8 = 45;

/// Two records that may be one person. Shown to somebody who knows, and never acted upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The record of POS.
    pub pos: RecordId,
    /// The record of eCom.
    pub ecom: RecordId,
    /// How much speaks for it, from [`LEAST`] to 100.
    pub score: u8,
    /// What speaks for it and against it.
    pub evidence: Vec<Evidence>,
}

/// What speaks for two records being one person, if it is enough to bother somebody with. The same
/// for the same two records at any time.
#[must_use]
pub fn compare(pos: &Observed, ecom: &Observed) -> Option<Suggestion> {
    let mut evidence = Vec::new();
    evidence.extend(of_references(pos, ecom));
    let emails = of_emails(pos.email.as_deref(), ecom.email.as_deref());
    // Of several differences the least likely one counts: each of them would have to be harmless.
    let from_emails = emails.iter().map(|one| one.weight()).min();
    evidence.extend(of_phones(pos.phone.as_deref(), ecom.phone.as_deref()));
    evidence.extend(of_names(pos, ecom));
    evidence.extend(of_addresses(pos, ecom));
    evidence.extend(of_companies(
        pos.company.as_deref(),
        ecom.company.as_deref(),
    ));
    let others: i16 = evidence.iter().map(|one| one.weight()).sum();
    let score = (others + from_emails.unwrap_or_default()).clamp(0, 100);
    let score = u8::try_from(score).unwrap_or_default();
    evidence.extend(emails);
    evidence.sort_by_key(|one| (-one.weight(), *one));
    (score >= LEAST).then(|| Suggestion {
        pos: pos.id.clone(),
        ecom: ecom.id.clone(),
        score,
        evidence,
    })
}

/// eCom's reference may be anybody's, so that one that names no record of ours says nothing; the
/// code of a POS record was given by Tandem.
fn of_references(pos: &Observed, ecom: &Observed) -> Option<Evidence> {
    let named = twin(Side::Pos, pos);
    if named.as_ref() == Some(&ecom.id) || twin(Side::Ecom, ecom).as_ref() == Some(&pos.id) {
        return Some(Evidence::Reference);
    }
    named.map(|_| Evidence::ReferenceToAnother)
}

fn of_emails(pos: Option<&str>, ecom: Option<&str>) -> Vec<Evidence> {
    let (Some(pos), Some(ecom)) = (pos, ecom) else {
        return Vec::new();
    };
    if !email_says_something(pos) || !email_says_something(ecom) {
        return Vec::new();
    }
    if email::key(pos) == email::key(ecom) {
        return vec![Evidence::SameEmail];
    }
    let differences = variant::differences(pos, ecom);
    if differences.is_empty() && email::is_key(pos) && email::is_key(ecom) {
        return vec![Evidence::OtherEmail];
    }
    differences.into_iter().map(Evidence::Email).collect()
}

/// Whether an address is somebody's, or would be with its likely fix.
fn email_says_something(email: &str) -> bool {
    let can_be_fixed = email::suspect(email).is_none_or(|suspect| suspect.fix.is_some());
    can_be_fixed && !email::key(email).is_empty() && !email::is_placeholder(email)
}

fn of_phones(pos: Option<&str>, ecom: Option<&str>) -> Option<Evidence> {
    let pos = pos.filter(|pos| phone::is_number(pos))?;
    let ecom = ecom.filter(|ecom| phone::is_number(ecom))?;
    Some(if phone::digits(pos) == phone::digits(ecom) {
        Evidence::SamePhone
    } else if phone::are_alike(pos, ecom) {
        Evidence::PhoneButForPrefix
    } else {
        Evidence::OtherPhone
    })
}

fn of_names(pos: &Observed, ecom: &Observed) -> Option<Evidence> {
    match name::likeness(&pos.name, &ecom.name) {
        name::Likeness::Unknown => None,
        likeness => Some(Evidence::Name(likeness)),
    }
}

fn of_addresses(pos: &Observed, ecom: &Observed) -> Option<Evidence> {
    let (pos, ecom) = (&pos.address, &ecom.address);
    let loose = address::loose(pos);
    if loose.is_some() && loose == address::loose(ecom) {
        return Some(Evidence::SameAddress);
    }
    let pos = address::postcode_key(pos.postcode.as_deref()?);
    let ecom = address::postcode_key(ecom.postcode.as_deref()?);
    if pos.is_empty() || ecom.is_empty() {
        return None;
    }
    let is_same = pos == ecom;
    Some(if is_same {
        Evidence::SamePostcode
    } else {
        Evidence::OtherPostcode
    })
}

fn of_companies(pos: Option<&str>, ecom: Option<&str>) -> Option<Evidence> {
    let (pos, ecom) = (text::folded(pos?), text::folded(ecom?));
    (pos == ecom && !pos.is_empty()).then_some(Evidence::SameCompany)
}

#[cfg(test)]
mod tests;
