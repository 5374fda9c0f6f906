//! The store and the person, as X-Series describes them.

use axum::http::StatusCode;
use serde_json::json;

use super::{data, moment};
use crate::call::Answer;
use crate::world::{Role, UserShape, World};

/// When the person was given an account: 1 January 2024.
const START: i64 = 1_704_067_200;

pub(super) fn retailer(world: &World) -> Answer {
    let store = &world.pos;
    let record = json!({
        "id": store.retailer_id,
        "domain_prefix": store.prefix,
        "name": store.name,
        "account_type": "paying",
        "account_status": "active",
        "timezone": "Europe/Dublin",
        "country": "IE",
        "currency": {"code": "EUR", "symbol": "€"},
        "culture": "en-IE",
        "store_url": format!("https://{}.example", store.prefix),
        "version": store.version.to_string(),
        "loyalty": {"enabled": true, "ratio": 0.02},
    });
    data(StatusCode::OK, &record)
}

pub(super) fn user(world: &World) -> Answer {
    let staff = &world.pos.staff;
    let permissions: &[&str] = match staff.role {
        Role::Admin | Role::Manager => &[
            "customer.read",
            "customer.write",
            "customer_group.write",
            "sale.write",
        ],
        Role::Cashier => &["sale.write"],
    };
    let record = json!({
        "id": "0af7b240-0d51-11ef-8cc5-6b7d22e0a913",
        "username": staff.user,
        "display_name": "Robin Field",
        "email": staff.user,
        "account_type": staff.role,
        "permissions": permissions,
        "is_primary_user": staff.role == Role::Admin,
        "created_at": moment(START),
        "updated_at": moment(START),
        "version": 41_230_076_000_i64,
    });
    match world.settings.pos.user_shape {
        UserShape::Object => data(StatusCode::OK, &record),
        UserShape::Array => data(StatusCode::OK, &json!([record])),
    }
}
