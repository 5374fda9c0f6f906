//! Names of people: POS has them in two, eCom in one; they are compared in one.

use super::text::squeezed;
use crate::PersonName;

/// The name in one, squeezed. The whole where the side has one, else first and last.
#[must_use]
pub fn joined(name: &PersonName) -> String {
    match &name.whole {
        Some(whole) => squeezed(whole),
        None => {
            let parts = [&name.first, &name.last].into_iter().flatten();
            squeezed(&parts.map(String::as_str).collect::<Vec<_>>().join(" "))
        }
    }
}
