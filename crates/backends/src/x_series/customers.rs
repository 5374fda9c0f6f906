//! Customers of X-Series: lists in version order, the search, and what is sent.

mod read;
mod write;

use serde_json::json;
use serde_json::value::RawValue;
use tandem_core::{Fault, GroupId, Observed, RecordId, Side, canon, sync::Edit};

use super::wire::{Collection, Data, Made, Versions};
use crate::customers::{Cursor, Page, Problem, Record};
use crate::fault::{damaged, decode};
use crate::http::{Method, Request, Response, escape};
use read::Found;

const PATH: &str = "/customers";

/// The most that the store gives at once, as the vendor's own client notes (apis.md 1.5).
const PAGE_SIZE: &str = "10000";

/// The most that the search gives at once (apis.md 1.6).
const SEARCH_SIZE: usize = 1000;

pub(crate) fn list(from: Cursor) -> Request {
    let mut query = vec![("page_size", PAGE_SIZE.to_owned())];
    if from != Cursor::START {
        query.push(("after", from.0.to_string()));
    }
    Request::get(Side::Pos, PATH, &query)
}

pub(crate) fn changes(since: Cursor) -> Request {
    let mut request = list(since);
    request
        .query
        .push(("deleted".to_owned(), "true".to_owned()));
    request
}

/// A page that is not empty is never the last: a short one proves nothing.
///
/// Nearly every page is read in one go. Where a record cannot be read, all of them are, one by one:
/// a bad record spoils no page.
pub(crate) fn page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    if let Ok(whole) = decode::<Collection<Found>>(Side::Pos, response) {
        let found = whole.data.into_iter().map(Ok);
        return page_of(from, whole.version, found);
    }
    let one_by_one: Collection<&RawValue> = decode(Side::Pos, response)?;
    let found = one_by_one.data.into_iter().map(read::observed);
    page_of(from, one_by_one.version, found)
}

fn page_of(
    from: Cursor,
    versions: Option<Versions>,
    found: impl ExactSizeIterator<Item = Result<Found, Problem>>,
) -> Result<Page, Fault> {
    let mut page = Page {
        seen: from,
        ..Page::default()
    };
    if found.len() == 0 {
        return Ok(page);
    }
    let max = versions.and_then(|version| version.max).ok_or(damaged())?;
    let next = Cursor(u64::try_from(max).map_err(|_| damaged())?);
    if next <= from {
        // The same page for ever.
        return Err(damaged());
    }
    (page.next, page.seen) = (Some(next), next);
    for record in found {
        match record {
            Ok(Found::Living(observed)) => page.records.push(*observed),
            Ok(Found::Deleted(id)) => page.removed.push(id),
            Err(problem) => page.problems.push(problem),
        }
    }
    Ok(page)
}

pub(crate) fn get(id: &RecordId) -> Request {
    Request::get(Side::Pos, &one(id), &[])
}

/// Some shops' stores show a deleted customer by its id, others do not.
pub(crate) fn got(response: &Response) -> Result<Option<Record>, Fault> {
    let answer: Data<&RawValue> = decode(Side::Pos, response)?;
    read::record(answer.data).map_err(|_| damaged())
}

pub(crate) fn by_email(email: &str) -> Request {
    search("email", email)
}

pub(crate) fn by_code(code: &str) -> Request {
    search("customer_code", code)
}

fn search(member: &'static str, wanted: &str) -> Request {
    let query = [
        ("type", "customers".to_owned()),
        (member, wanted.to_owned()),
        ("page_size", SEARCH_SIZE.to_string()),
    ];
    Request::get(Side::Pos, "/search", &query)
}

/// Whether the search matches parts, and by which case, is not documented: looked at here.
pub(crate) fn with_email(email: &str, response: &Response) -> Result<Vec<Observed>, Fault> {
    let key = canon::email::key(email);
    let has_it =
        |one: &Observed| one.email.as_deref().map(canon::email::key).as_ref() == Some(&key);
    hits(response, has_it)
}

pub(crate) fn with_code(code: &str, response: &Response) -> Result<Vec<Observed>, Fault> {
    hits(response, |one| one.reference.as_deref() == Some(code))
}

fn hits(response: &Response, wanted: impl Fn(&Observed) -> bool) -> Result<Vec<Observed>, Fault> {
    let found: Data<Vec<&RawValue>> = decode(Side::Pos, response)?;
    let is_whole = found.data.len() < SEARCH_SIZE;
    let mut hits = Vec::new();
    for record in found.data {
        match read::observed(record).map_err(|_| damaged())? {
            Found::Living(observed) if wanted(&observed) => hits.push(*observed),
            Found::Living(_) | Found::Deleted(_) => {}
        }
    }
    if hits.is_empty() && !is_whole {
        // The one who is looked for may be further on.
        return Err(damaged());
    }
    Ok(hits)
}

pub(crate) fn create(edits: &[Edit], code: Option<&str>) -> Request {
    let body = write::new_record(edits, code);
    Request::send_text(Side::Pos, Method::Post, PATH, body.to_json())
}

pub(crate) fn created(response: &Response) -> Result<RecordId, Fault> {
    let made: Data<Made> = decode(Side::Pos, response)?;
    Ok(RecordId::from(made.data.id.as_str()))
}

pub(crate) fn update(fresh: &Record, edits: &[Edit]) -> Request {
    let body = write::changed(&fresh.whole, edits);
    let path = one(&fresh.observed.id);
    Request::send_text(Side::Pos, Method::Put, &path, body.to_json())
}

pub(crate) fn updated(response: &Response) -> Result<(), Fault> {
    let _stored: Data<Made> = decode(Side::Pos, response)?;
    Ok(())
}

pub(crate) fn move_to(group: &GroupId, ids: &[RecordId]) -> Request {
    let path = format!("/customer_groups/{}/customers", escape(&group.0));
    Request::send(
        Side::Pos,
        Method::Post,
        &path,
        &json!({ "customer_ids": ids }),
    )
}

/// The answer is a bare `true`.
pub(crate) fn moved(response: &Response) -> Result<(), Fault> {
    let _all: bool = decode(Side::Pos, response)?;
    Ok(())
}

fn one(id: &RecordId) -> String {
    format!("{PATH}/{}", escape(&id.to_string()))
}

#[cfg(test)]
mod tests;
