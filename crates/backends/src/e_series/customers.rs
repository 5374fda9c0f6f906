//! Customers of E-Series: lists by offset, and what is sent.

mod read;
mod write;

use serde_json::value::RawValue;
use tandem_core::{Fault, Observed, RecordId, Side, Stamp, canon, sync::Edit};

use super::wire::{Created, Found, Updated};
use crate::customers::{Cursor, Page, Record};
use crate::fault::{damaged, decode};
use crate::http::{Method, Request, Response, escape};
use read::Listed;

const PATH: &str = "/customers";

/// The most that the store gives at once.
const LIMIT: &str = "100";

/// What is read of a customer in a list. The parts of a person are named, so that a page stays
/// small.
const IN_A_LIST: &str = "total,count,offset,limit,items(id,email,updated,customerGroupId,\
acceptMarketing,externalReferenceId,stats(numberOfOrders),billingPerson(name,firstName,lastName,\
companyName,street,city,postalCode,stateOrProvinceCode,countryCode,phone))";

/// What is read of one customer before a change: the person whole, since the person is sent whole.
const BEFORE_A_CHANGE: &str = "id,email,updated,customerGroupId,acceptMarketing,\
externalReferenceId,stats,billingPerson";

/// In the order of registration, which nobody can change while the list is read.
pub(crate) fn list(from: Cursor) -> Request {
    page_of("REGISTERED_DATE_ASC", from, None)
}

/// A customer who changes while this is read moves to the end and shows up again.
pub(crate) fn changes(since: Stamp, from: Cursor) -> Request {
    page_of("UPDATED_DATE_ASC", from, Some(since))
}

fn page_of(order: &str, from: Cursor, since: Option<Stamp>) -> Request {
    let mut query = vec![
        ("offset", from.0.to_string()),
        ("limit", LIMIT.to_owned()),
        ("sortBy", order.to_owned()),
        ("responseFields", IN_A_LIST.to_owned()),
    ];
    query.extend(since.map(|since| ("updatedFrom", since.0.to_string())));
    Request::get(Side::Ecom, PATH, &query)
}

/// Nearly every page is read in one go. Where a record cannot be read, all of them are, one by one:
/// a bad record spoils no page.
pub(crate) fn page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    if let Ok(whole) = decode::<Found<Listed>>(Side::Ecom, response) {
        return Ok(Page {
            next: whole.next(from)?,
            total: Some(whole.total),
            records: whole.items.into_iter().map(|listed| listed.0).collect(),
            ..Page::default()
        });
    }
    let found: Found<&RawValue> = decode(Side::Ecom, response)?;
    let mut page = Page {
        next: found.next(from)?,
        total: Some(found.total),
        ..Page::default()
    };
    for record in found.items {
        match read::observed(record) {
            Ok(observed) => page.records.push(observed),
            Err(problem) => page.problems.push(problem),
        }
    }
    Ok(page)
}

pub(crate) fn removed(since: Stamp, from: Cursor) -> Request {
    let query = [
        ("from_date", since.0.to_string()),
        ("offset", from.0.to_string()),
        ("limit", LIMIT.to_owned()),
    ];
    Request::get(Side::Ecom, "/customers/deleted", &query)
}

pub(crate) fn removed_page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    let found: Found<&RawValue> = decode(Side::Ecom, response)?;
    let mut page = Page {
        next: found.next(from)?,
        total: Some(found.total),
        ..Page::default()
    };
    for record in found.items {
        match read::id(record) {
            Ok(id) => page.removed.push(id),
            Err(problem) => page.problems.push(problem),
        }
    }
    Ok(page)
}

pub(crate) fn get(id: &RecordId) -> Request {
    let query = [("responseFields", BEFORE_A_CHANGE.to_owned())];
    Request::get(Side::Ecom, &one(id), &query)
}

pub(crate) fn got(response: &Response) -> Result<Record, Fault> {
    let record: &RawValue = decode(Side::Ecom, response)?;
    read::record(record).map_err(|_| damaged())
}

/// Without the flag `email` matches parts: the first hit would be somebody else.
pub(crate) fn by_email(email: &str) -> Request {
    let query = [
        ("email", email.to_owned()),
        ("useExactEmailMatch", "true".to_owned()),
        ("limit", LIMIT.to_owned()),
        ("responseFields", IN_A_LIST.to_owned()),
    ];
    Request::get(Side::Ecom, PATH, &query)
}

/// A store that does not know the flag yet finds more, and perhaps more than one page of them.
pub(crate) fn with_email(email: &str, response: &Response) -> Result<Vec<Observed>, Fault> {
    let page = page(Cursor::START, response)?;
    let key = canon::email::key(email);
    let has_it =
        |one: &Observed| one.email.as_deref().map(canon::email::key).as_ref() == Some(&key);
    let mut hits = page.records;
    hits.retain(has_it);
    let may_be_more = page.next.is_some() || !page.problems.is_empty();
    if hits.is_empty() && may_be_more {
        return Err(damaged());
    }
    Ok(hits)
}

pub(crate) fn create(edits: &[Edit]) -> Request {
    let body = write::new_record(edits);
    Request::send_text(Side::Ecom, Method::Post, PATH, body.to_json())
}

pub(crate) fn created(response: &Response) -> Result<RecordId, Fault> {
    let made: Created = decode(Side::Ecom, response)?;
    Ok(RecordId::from(made.id.to_string().as_str()))
}

pub(crate) fn update(fresh: &Record, edits: &[Edit]) -> Request {
    let body = write::changes(&fresh.whole, edits);
    let path = one(&fresh.observed.id);
    Request::send_text(Side::Ecom, Method::Put, &path, body.to_json())
}

/// An update count of 0 is no error here: what is stored shows in the read-back.
pub(crate) fn updated(response: &Response) -> Result<(), Fault> {
    let done: Updated = decode(Side::Ecom, response)?;
    let _count = done.update_count;
    Ok(())
}

fn one(id: &RecordId) -> String {
    format!("{PATH}/{}", escape(&id.to_string()))
}

#[cfg(test)]
mod tests;
