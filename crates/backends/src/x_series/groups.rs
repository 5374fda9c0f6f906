//! Customer groups of X-Series: a list in version order, which is a change feed as well.

use serde::Deserialize;
use serde_json::{json, value::RawValue};
use tandem_core::{Fault, Group, GroupId, Side};

use super::wire::{Collection, CustomerGroup, Data, Made};
use crate::fault::{damaged, decode};
use crate::groups::{Cursor, Page, Problem};
use crate::http::{Method, Request, Response, escape};
use crate::members;

const PATH: &str = "/customer_groups";

/// More than shops have; the store gives fewer if it wants to.
const PAGE_SIZE: &str = "1000";

/// The code of the default group, whatever it is called.
const DEFAULT_CODE: &str = "1111111111";

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
pub(crate) fn page(from: Cursor, response: &Response) -> Result<Page, Fault> {
    let found: Collection<Box<RawValue>> = decode(Side::Pos, response)?;
    let mut page = Page {
        seen: from,
        ..Page::default()
    };
    if found.data.is_empty() {
        return Ok(page);
    }
    let max = found
        .version
        .and_then(|version| version.max)
        .ok_or(damaged())?;
    let next = Cursor(u64::try_from(max).map_err(|_| damaged())?);
    if next <= from {
        // The same page for ever.
        return Err(damaged());
    }
    (page.next, page.seen) = (Some(next), next);
    for record in found.data {
        match read(&record) {
            Ok((group, false)) => page.groups.push(group),
            Ok((group, true)) => page.removed.push(group.id),
            Err(problem) => page.problems.push(problem),
        }
    }
    Ok(page)
}

pub(crate) fn create(title: &str) -> Request {
    Request::send(Side::Pos, Method::Post, PATH, &json!({ "name": title }))
}

pub(crate) fn created(response: &Response) -> Result<GroupId, Fault> {
    let made: Data<Made> = decode(Side::Pos, response)?;
    Ok(GroupId(made.data.id))
}

/// `name` is the only required member, and the only one that is a group's own.
pub(crate) fn rename(id: &GroupId, title: &str) -> Request {
    Request::send(Side::Pos, Method::Put, &one(id), &json!({ "name": title }))
}

pub(crate) fn renamed(response: &Response) -> Result<(), Fault> {
    got(response).map(drop)
}

fn one(id: &GroupId) -> String {
    format!("{PATH}/{}", escape(&id.0))
}

fn got(response: &Response) -> Result<Group, Fault> {
    let answer: Data<Box<RawValue>> = decode(Side::Pos, response)?;
    read(&answer.data)
        .map(|(group, _)| group)
        .map_err(|_| damaged())
}

/// The id of a record that cannot be read, if that much of it can.
fn outline(record: &RawValue) -> Option<String> {
    #[derive(Deserialize)]
    struct Outline {
        #[serde(deserialize_with = "members::id")]
        id: String,
    }
    let outline: Outline = serde_json::from_str(record.get()).ok()?;
    Some(outline.id)
}

/// A group, and whether it was deleted.
fn read(record: &RawValue) -> Result<(Group, bool), Problem> {
    let problem = |reason: String| Problem {
        id: outline(record),
        reason,
    };
    let wire: CustomerGroup =
        serde_json::from_str(record.get()).map_err(|why| problem(why.to_string()))?;
    let deleted = wire.deleted_at.is_some();
    let title = match wire.name {
        Some(name) => name,
        None if deleted => String::new(),
        None => return Err(problem("has no name".to_owned())),
    };
    let is_default = wire.group_id.as_deref() == Some(DEFAULT_CODE);
    Ok((
        Group {
            id: GroupId(wire.id),
            title,
            is_default,
        },
        deleted,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        Response {
            status,
            body: body.into(),
            ..Response::default()
        }
    }

    #[test]
    fn a_list_begins_without_a_cursor() {
        assert_eq!(
            list(Cursor::START).path_and_query(),
            "/customer_groups?page_size=1000"
        );
        let after = list(Cursor(41_230_077_105)).path_and_query();
        assert_eq!(after, "/customer_groups?page_size=1000&after=41230077105");
        let changes = changes(Cursor(7)).path_and_query();
        assert_eq!(
            changes,
            "/customer_groups?page_size=1000&after=7&deleted=true"
        );
    }

    #[test]
    fn a_page_has_groups_the_default_one_and_tombstones() {
        let body = r#"{"data":[
            {"id":"a","name":"All Customers","group_id":"1111111111","version":5,"deleted_at":null},
            {"id":"b","name":" VIP\u00e4 ","group_id":"VIP-Y968","version":6,"retailer_id":"r"},
            {"id":"c","name":"Old","deleted_at":"2026-01-01T00:00:00+00:00","version":7}],
            "version":{"min":5,"max":41230077105}}"#;
        let page = page(Cursor::START, &answer(200, body)).unwrap();
        let groups: Vec<_> = page
            .groups
            .iter()
            .map(|g| (g.id.0.as_str(), g.title.as_str(), g.is_default))
            .collect();
        assert_eq!(
            groups,
            [("a", "All Customers", true), ("b", " VIPä ", false)]
        );
        assert_eq!(page.removed, [GroupId("c".into())]);
        assert_eq!(page.next, Some(Cursor(41_230_077_105)));
    }

    #[test]
    fn only_an_empty_page_is_the_last() {
        let end = r#"{"data":[],"version":{"min":null,"max":null}}"#;
        let page = page(Cursor(9), &answer(200, end)).unwrap();
        assert_eq!((page.next, page.seen), (None, Cursor(9)));
    }

    #[test]
    fn a_bad_record_does_not_spoil_the_page() {
        let body = r#"{"data":[{"id":7},{"id":"n"},{"id":"x","name":null},null,
            {"id":"ok","name":"Fine"}],"version":{"min":1,"max":2}}"#;
        let page = page(Cursor::START, &answer(200, body)).unwrap();
        assert_eq!(page.groups.len(), 1);
        let ids: Vec<_> = page
            .problems
            .iter()
            .map(|problem| problem.id.as_deref())
            .collect();
        assert_eq!(ids, [None, Some("n"), Some("x"), None]);
    }

    #[test]
    fn a_list_that_does_not_move_is_damaged() {
        for version in [
            r#"{"min":1,"max":9}"#,
            r#"{"min":1,"max":null}"#,
            "null",
            r#"{"max":-4}"#,
        ] {
            let body = format!(r#"{{"data":[{{"id":"a","name":"A"}}],"version":{version}}}"#);
            assert_eq!(
                page(Cursor(9), &answer(200, &body)),
                Err(damaged()),
                "{version}"
            );
        }
    }

    #[test]
    fn writes_name_the_title_and_nothing_else() {
        let request = create("=VIP \"ä\"");
        assert_eq!(
            (request.method, request.path.as_str()),
            (Method::Post, "/customer_groups")
        );
        assert_eq!(request.body.as_deref(), Some(r#"{"name":"=VIP \"ä\""}"#));
        let request = rename(&GroupId("a/b?c".into()), "x");
        assert_eq!(request.path_and_query(), "/customer_groups/a%2Fb%3Fc");
        let made = answer(
            201,
            r#"{"data":{"id":"n-1","name":"x","group_id":"x-9QQ1"}}"#,
        );
        assert_eq!(created(&made), Ok(GroupId("n-1".into())));
        let terse = answer(200, r#"{"data":{"id":"n-1"}}"#);
        assert_eq!(created(&terse), Ok(GroupId("n-1".into())));
        assert_eq!(created(&answer(201, r#"{"data":{}}"#)), Err(damaged()));
        assert_eq!(renamed(&answer(200, r#"{"data":true}"#)), Err(damaged()));
    }
}
