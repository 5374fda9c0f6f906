//! Paging by offset and limit (E-Series): 100 at most, and nothing that holds still.

use serde_json::{Value, json};

use super::Error;
use crate::call::Call;
use crate::world::{LimitAboveMax, World};

const MAX_LIMIT: usize = 100;

/// The page of these records that a request asks for.
pub(super) fn page(world: &World, call: &Call, records: &[Value]) -> Result<Value, Error> {
    let offset = number(call, "offset", 0)?;
    let asked = number(call, "limit", MAX_LIMIT)?;
    if asked == 0 {
        return Err(Error::wrong("limit must be at least 1"));
    }
    if asked > MAX_LIMIT && world.settings.ecom.limit_above_max == LimitAboveMax::Refuse {
        return Err(Error::wrong("limit must be at most 100"));
    }
    let limit = asked.min(MAX_LIMIT);
    let items: Vec<&Value> = records.iter().skip(offset).take(limit).collect();
    Ok(
        json!({"total": records.len(), "count": items.len(), "offset": offset, "limit": limit, "items": items}),
    )
}

fn number(call: &Call, name: &str, default: usize) -> Result<usize, Error> {
    match call.param(name) {
        None => Ok(default),
        Some(text) => text
            .parse()
            .map_err(|_| Error::wrong(format!("{name} must be a whole number, 0 or more"))),
    }
}

/// The ids in a list with commas, where one of these parameters is given.
pub(super) fn ids(call: &Call, names: [&str; 2]) -> Result<Option<Vec<i64>>, Error> {
    let Some(text) = names.into_iter().find_map(|name| call.param(name)) else {
        return Ok(None);
    };
    let parsed: Result<Vec<i64>, _> = text.split(',').map(|id| id.trim().parse()).collect();
    parsed
        .map(Some)
        .map_err(|_| Error::wrong("ids must be whole numbers with commas between them"))
}

/// Whether a text has the keyword in it, whatever the case. An empty keyword is none.
pub(super) fn has_keyword(call: &Call, text: &str) -> bool {
    call.param("keyword")
        .is_none_or(|keyword| text.to_lowercase().contains(&keyword.to_lowercase()))
}
