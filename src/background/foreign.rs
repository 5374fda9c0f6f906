//! Foreign text as this folder reads it, for `tests/fuzz`, which sees none of the folder's own types.
//! The background itself calls nothing of it, so nothing of it is in the package.

use serde::{Serialize, de::DeserializeOwned};
use tandem_core::Side;

use super::{
    known::Known,
    memory::Stores,
    stores::{Store, bearer, called, discover, may_be_added},
};
use crate::browser::{address::Address, fetch::Credential};

/// Reads `text` as each value that is kept of the stores; says of how many kinds it is one.
///
/// # Panics
/// If a value that was read is another one when it is written and read again.
#[must_use]
pub fn kept(text: &str) -> usize {
    let kinds = [is_again::<Stores>(text), is_again::<Known>(text)];
    if let Ok(mut stores) = serde_json::from_str::<Stores>(text) {
        for side in Side::BOTH {
            drop(stores.chosen(side).map(Store::host));
            if let Some(store) = stores.seen.get(side).last().cloned() {
                stores.see(store);
            }
        }
    }
    kinds.into_iter().filter(|is_one| *is_one).count()
}

fn is_again<T: Serialize + DeserializeOwned + PartialEq>(text: &str) -> bool {
    let Ok(read) = serde_json::from_str::<T>(text) else {
        return false;
    };
    let again = serde_json::to_string(&read)
        .ok()
        .and_then(|text| serde_json::from_str::<T>(&text).ok());
    assert!(again == Some(read), "a value becomes another: {text}");
    true
}

/// Where Tandem would send a call because of a page at this address, or of a call that a page at it
/// made to `call`, where `authorization` has a token.
///
/// # Panics
/// If the vendor's own page may be added.
#[must_use]
pub fn led_to(
    page: &Address,
    call: &Address,
    authorization: &str,
    added: &[String],
) -> Vec<String> {
    let store = discover(page, added);
    let roots = store.iter().flat_map(|store| {
        let ways = [
            Credential::Session,
            Credential::Relay,
            Credential::Token(String::new()),
        ];
        ways.map(|way| store.route(way).root)
            .into_iter()
            .chain([store.admin()])
    });
    let seen = called(page, call).filter(|_| bearer(authorization).is_some());
    let seen = seen.map(|(_, root)| root);
    let is_vendors = discover(page, &[]).is_some();
    assert!(!is_vendors || !may_be_added(page), "{page:?}");
    roots.chain(seen).collect()
}
