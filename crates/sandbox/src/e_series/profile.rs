//! The store as E-Series describes it, and when it last changed.

use serde_json::{Value, json};

use super::moments;
use crate::world::World;

pub(super) fn profile(world: &World) -> Value {
    let store = &world.ecom;
    let mut features = vec!["API", "PREMIUM"];
    if store.plan_has_groups {
        features.push("CUSTOMER_GROUPS");
    }
    json!({
        "generalInfo": {
            "storeId": store.store_id,
            "storeUrl": format!("https://{}.shop.example", world.pos.prefix),
            "starterSite": {},
            "profileId": format!("p{}", store.store_id),
        },
        "account": {
            "accountName": "Robin Field",
            "accountNickName": "Robin",
            "accountEmail": store.staff.user,
            "availableFeatures": features,
        },
        "settings": {"closed": false, "storeName": store.name},
        "languages": {
            "enabledLanguages": store.languages,
            "defaultLanguage": store.languages.first().map_or("en", String::as_str),
        },
    })
}

/// When what was last changed; what the sandbox does not have was last changed at its beginning.
pub(super) fn latest(world: &World) -> Value {
    let store = &world.ecom;
    let gone = store.deleted.last().map(|gone| gone.date);
    let customers = store
        .customers
        .last_updated()
        .max(gone)
        .unwrap_or(store.opened);
    json!({
        "productsUpdated": moments::text(store.opened),
        "ordersUpdated": moments::text(store.orders_updated.max(store.opened)),
        "profileUpdated": moments::text(store.opened),
        "categoriesUpdated": moments::text(store.opened),
        "discountCouponsUpdated": moments::text(store.opened),
        "abandonedSalesUpdated": moments::text(store.opened),
        "customersUpdated": moments::text(customers),
    })
}
