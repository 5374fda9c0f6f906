//! Paging by version (X-Series): one counter for everything, ascending, `after` and `before`
//! exclusive, and null bounds on the empty page.

use axum::http::StatusCode;
use serde::Serialize;

use super::Error;
use crate::call::{Answer, Call};

const DEFAULT_SIZE: usize = 100;
const MAX_SIZE: usize = 10_000;

/// What a request wants of a list.
pub(super) struct Window {
    pub(super) after: i64,
    pub(super) before: i64,
    size: usize,
    /// Whether deleted records are wanted too.
    pub(super) deleted: bool,
}

impl Window {
    pub(super) fn of(call: &Call) -> Result<Self, Error> {
        let size = number(call, "page_size", DEFAULT_SIZE)?;
        if size == 0 {
            return Err(Error::wrong("page_size must be at least 1"));
        }
        Ok(Self {
            after: number(call, "after", 0)?,
            before: number(call, "before", i64::MAX)?,
            size: size.min(MAX_SIZE),
            deleted: flag(call, "deleted")?,
        })
    }

    /// The page of these records, each with its version; they come in ascending order.
    pub(super) fn page<T, W: Serialize>(
        &self,
        records: impl Iterator<Item = T>,
        version: impl Fn(&T) -> i64,
        wire: impl Fn(&T) -> W,
    ) -> Answer {
        let from = self.after.saturating_add(1);
        let wanted = |record: &T| (from..self.before).contains(&version(record));
        let page: Vec<T> = records.filter(wanted).take(self.size).collect();
        let bounds = Bounds {
            min: page.first().map(&version),
            max: page.last().map(&version),
        };
        let data = page.iter().map(wire).collect();
        Answer::json(
            StatusCode::OK,
            &Page {
                data,
                version: bounds,
            },
        )
    }
}

/// A page as it is written.
#[derive(Serialize)]
struct Page<W> {
    data: Vec<W>,
    version: Bounds,
}

/// The lowest and the highest version of a page; null on an empty one.
#[derive(Serialize)]
struct Bounds {
    min: Option<i64>,
    max: Option<i64>,
}

/// A parameter that is true or false; false when it is not there.
pub(super) fn flag(call: &Call, name: &str) -> Result<bool, Error> {
    match call.param(name) {
        None | Some("" | "false" | "0") => Ok(false),
        Some("true" | "1") => Ok(true),
        Some(_) => Err(Error::wrong(format!("{name} must be true or false"))),
    }
}

pub(super) fn number<T: std::str::FromStr>(
    call: &Call,
    name: &str,
    default: T,
) -> Result<T, Error> {
    match call.param(name) {
        None | Some("") => Ok(default),
        Some(text) => text
            .parse()
            .map_err(|_| Error::wrong(format!("{name} must be a whole number"))),
    }
}
