//! Paging by offset and limit (E-Series): 100 at most, and nothing that holds still.

use serde_json::{Map, Value};

use super::Error;
use crate::call::Call;
use crate::world::{LimitAboveMax, World};

const MAX_LIMIT: usize = 100;

/// The part of a list that a request asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) offset: usize,
    pub(super) limit: usize,
}

/// What a request asks for.
pub(super) fn window(world: &World, call: &Call) -> Result<Window, Error> {
    let offset = number(call, "offset", 0)?;
    let asked = number(call, "limit", MAX_LIMIT)?;
    if asked == 0 {
        return Err(Error::wrong("limit must be at least 1"));
    }
    if asked > MAX_LIMIT && world.settings.ecom.limit_above_max == LimitAboveMax::Refuse {
        return Err(Error::wrong("limit must be at most 100"));
    }
    let limit = asked.min(MAX_LIMIT);
    Ok(Window { offset, limit })
}

impl Window {
    /// The answer with these items out of `total`.
    pub(super) fn page(self, total: usize, items: Vec<Value>) -> Value {
        Map::from_iter([
            ("total".to_owned(), total.into()),
            ("count".to_owned(), items.len().into()),
            ("offset".to_owned(), self.offset.into()),
            ("limit".to_owned(), self.limit.into()),
            ("items".to_owned(), items.into()),
        ])
        .into()
    }
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
