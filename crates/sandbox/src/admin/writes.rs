//! What a person does with the forms of the pages: add a group, or give one another title.

use axum::http::StatusCode;

use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;

/// Adds a group, or renames the one in the field `id`, and goes back to the list.
pub(super) fn group(desk: &mut Desk, side: Side, call: &Call) -> Answer {
    let secret = call.field("csrf");
    if secret.is_none() || secret.as_deref() != desk.sessions.csrf(side, call) {
        return Answer::empty(StatusCode::FORBIDDEN);
    }
    let title = call.field("title").unwrap_or_default();
    let id = call.field("id").filter(|id| !id.is_empty());
    let list = match side {
        Side::Pos => "/customer_groups".to_owned(),
        Side::Ecom => format!("/store/{}", desk.world.ecom.store_id),
    };
    let hash = if side == Side::Ecom {
        "#customer-groups"
    } else {
        ""
    };
    let written = match id {
        None => desk.world.staff_create(side, &title).map(|_| ()),
        Some(id) => desk.world.staff_rename(side, &id, &title),
    };
    let refused = if written.is_err() { "?refused=1" } else { "" };
    Answer::redirect(StatusCode::SEE_OTHER, &format!("{list}{refused}{hash}"))
}
