//! Billing addresses: POS has a suburb that eCom has no place for, so it is not compared.

use super::text::squeezed;
use crate::Address;

/// The address in one line, its parts apart; empty when all that is compared is blank.
#[must_use]
pub fn key(address: &Address) -> String {
    let parts = [
        &address.line_1,
        &address.line_2,
        &address.city,
        &address.postcode,
        &address.state,
        &address.country,
    ];
    let parts = parts.map(|part| part.as_deref().map(squeezed).unwrap_or_default());
    if parts.iter().all(String::is_empty) {
        return String::new();
    }
    parts.join("\n")
}
