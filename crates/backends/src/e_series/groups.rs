//! Customer groups of E-Series: a list by offset, whose first item is always General (id 0).

use serde_json::{json, value::RawValue};
use tandem_core::{Fault, Group, GroupId, Side};

use super::wire::{Created, CustomerGroup, Found, Updated};
use crate::fault::decode;
use crate::groups::{Cursor, Page, Problem};
use crate::http::{Method, Request, Response, escape};

const PATH: &str = "/customer_groups";

/// The most that the store gives at once.
const LIMIT: &str = "100";

/// General. `0` is a group like any other in every call, not "none".
const DEFAULT_ID: i64 = 0;

pub(crate) fn list(from: Cursor) -> Request {
    let query = [("offset", from.0.to_string()), ("limit", LIMIT.to_owned())];
    Request::get(Side::Ecom, PATH, &query)
}

pub(crate) fn page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    let found: Found<Box<RawValue>> = decode(Side::Ecom, response)?;
    let mut page = Page {
        next: found.next(from)?,
        ..Page::default()
    };
    for record in &found.items {
        match read(record) {
            Ok(group) => page.groups.push(group),
            Err(problem) => page.problems.push(problem),
        }
    }
    Ok(page)
}

pub(crate) fn create(title: &str) -> Request {
    Request::send(Side::Ecom, Method::Post, PATH, &json!({ "name": title }))
}

pub(crate) fn created(response: &Response) -> Result<GroupId, Fault> {
    let made: Created = decode(Side::Ecom, response)?;
    Ok(GroupId(made.id.to_string()))
}

pub(crate) fn rename(id: &GroupId, title: &str) -> Request {
    let path = format!("{PATH}/{}", escape(&id.0));
    Request::send(Side::Ecom, Method::Put, &path, &json!({ "name": title }))
}

/// An update count of 0 is no error here: whether the title is the new one shows in the read-back.
pub(crate) fn renamed(response: &Response) -> Result<(), Fault> {
    let done: Updated = decode(Side::Ecom, response)?;
    let _count = done.update_count;
    Ok(())
}

/// The id of a record that cannot be read, if that much of it can.
fn outline(record: &RawValue) -> Option<String> {
    let outline: Created = serde_json::from_str(record.get()).ok()?;
    Some(outline.id.to_string())
}

fn read(record: &RawValue) -> Result<Group, Problem> {
    let problem = |reason: String| Problem {
        id: outline(record),
        reason,
    };
    let wire: CustomerGroup =
        serde_json::from_str(record.get()).map_err(|why| problem(why.to_string()))?;
    let Some(title) = wire.name else {
        return Err(problem("has no name".to_owned()));
    };
    let is_default = wire.id == DEFAULT_ID;
    Ok(Group {
        id: GroupId(wire.id.to_string()),
        title,
        is_default,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::damaged;

    fn answer(body: &str) -> Response {
        Response {
            status: 200,
            body: body.into(),
            ..Response::default()
        }
    }

    #[test]
    fn general_is_first_and_is_the_default_group() {
        let body = r#"{"total":3,"count":2,"offset":0,"limit":2,
            "items":[{"id":0,"name":"General"},{"id":9367001,"name":"VIP ❤","externalReferenceId":"x"}]}"#;
        let page = page(Cursor::START, &answer(body)).unwrap();
        let groups: Vec<_> = page
            .groups
            .iter()
            .map(|g| (g.id.0.as_str(), g.title.as_str(), g.is_default))
            .collect();
        assert_eq!(
            groups,
            [("0", "General", true), ("9367001", "VIP ❤", false)]
        );
        assert_eq!(page.next, Some(Cursor(2)));
    }

    #[test]
    fn a_list_ends_at_its_total_and_never_runs_in_circles() {
        let last = r#"{"total":3,"count":1,"offset":2,"limit":2,"items":[{"id":3,"name":"C"}]}"#;
        assert_eq!(page(Cursor(2), &answer(last)).unwrap().next, None);
        let empty = r#"{"total":9,"count":5,"items":[]}"#;
        assert_eq!(page(Cursor(2), &answer(empty)).unwrap().next, None);
        let other = r#"{"total":9,"offset":0,"items":[{"id":3,"name":"C"}]}"#;
        assert_eq!(page(Cursor(2), &answer(other)), Err(damaged()));
    }

    #[test]
    fn a_bad_record_does_not_spoil_the_page() {
        let body =
            r#"{"total":4,"items":[{"id":"12","name":"A"},{"id":1.5,"name":"B"},{"id":2},null]}"#;
        let page = page(Cursor::START, &answer(body)).unwrap();
        assert_eq!(page.groups.len(), 1);
        assert_eq!(page.problems.len(), 3);
    }

    #[test]
    fn writes_and_their_answers() {
        assert_eq!(
            list(Cursor(100)).path_and_query(),
            "/customer_groups?offset=100&limit=100"
        );
        let request = create("Ärzte\u{202e}");
        assert_eq!(
            request.body.as_deref(),
            Some("{\"name\":\"Ärzte\u{202e}\"}")
        );
        assert_eq!(
            created(&answer(r#"{"id":9367001}"#)),
            Ok(GroupId("9367001".into()))
        );
        assert_eq!(created(&answer("{}")), Err(damaged()));
        assert_eq!(renamed(&answer(r#"{"updateCount":1}"#)), Ok(()));
        assert_eq!(renamed(&answer("true")), Err(damaged()));
        let path = rename(&GroupId("5".into()), "x").path_and_query();
        assert_eq!(path, "/customer_groups/5");
    }
}
