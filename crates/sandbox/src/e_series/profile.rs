//! The store as E-Series describes it.

use serde_json::{Value, json};

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
        "languages": {"enabledLanguages": ["en", "de"], "defaultLanguage": "en"},
    })
}
