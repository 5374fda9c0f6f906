//! Batches of E-Series: up to 500 calls in one, sent and then fetched.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tandem_core::{Fault, Side, sync::steps::MOST_IN_BATCH};

use crate::batch::{Answer, End, Progress, Ticket};
use crate::fault::{damaged, decode};
use crate::http::{Method, Request, Response};

const PATH: &str = "/batch";

/// One call. Its path is relative to the store, with its query.
#[derive(Serialize)]
struct Item<'a> {
    id: String,
    path: String,
    method: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Sent {
    ticket: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct State {
    status: String,
    #[serde(default)]
    total_requests: u32,
    #[serde(default)]
    completed_requests: u32,
    #[serde(default)]
    responses: Vec<Outcome>,
}

/// What became of one call.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    id: String,
    status: String,
    #[serde(default)]
    http_status_code: Option<u16>,
    /// Where the reason stands when the body is empty.
    #[serde(default)]
    http_status_line: Option<String>,
    /// JSON within a text.
    #[serde(default)]
    escaped_http_body: Option<String>,
    /// JSON as it is, or within a text.
    #[serde(default)]
    http_body: Option<Box<RawValue>>,
}

/// In order, and on after a call that fails: the store's default is to stop. A repeat with the same
/// key within an hour is answered with the first ticket.
pub(crate) fn send(calls: &[(u32, Request)], key: &str) -> Option<Request> {
    if calls.is_empty() || calls.len() > MOST_IN_BATCH {
        return None;
    }
    let items: Option<Vec<Item<'_>>> = calls.iter().map(item).collect();
    let body = serde_json::to_string(&items?).ok()?;
    let mut request = Request::send_text(Side::Ecom, Method::Post, PATH, body);
    request.query = vec![
        ("stopOnFirstFailure".to_owned(), "false".to_owned()),
        ("deduplicationKey".to_owned(), key.to_owned()),
    ];
    Some(request)
}

fn item((number, call): &(u32, Request)) -> Option<Item<'_>> {
    let body = match &call.body {
        Some(body) => Some(serde_json::from_str(body).ok()?),
        None => None,
    };
    (call.side == Side::Ecom).then(|| Item {
        id: number.to_string(),
        path: call.path_and_query(),
        method: call.method.as_str(),
        body,
    })
}

pub(crate) fn sent(response: &Response) -> Result<Ticket, Fault> {
    let sent: Sent = decode(Side::Ecom, response)?;
    Ok(Ticket(sent.ticket))
}

/// The parameter is `ticket` in the vendor's own client, `ticketId` in a table of its documents.
pub(crate) fn fetch(ticket: &Ticket) -> Request {
    let query = [
        ("ticket", ticket.0.clone()),
        ("escapedJson", "true".to_owned()),
    ];
    Request::get(Side::Ecom, PATH, &query)
}

pub(crate) fn fetched(response: &Response) -> Result<Progress, Fault> {
    let state: State = decode(Side::Ecom, response)?;
    match state.status.as_str() {
        "QUEUED" | "IN_PROGRESS" => Ok(Progress::Working {
            done: state.completed_requests,
            total: state.total_requests,
        }),
        "COMPLETED" => {
            let answers = state.responses.into_iter().map(answer);
            Ok(Progress::Done(
                answers.collect::<Option<_>>().ok_or(damaged())?,
            ))
        }
        _ => Err(damaged()),
    }
}

fn answer(outcome: Outcome) -> Option<Answer> {
    let call = outcome.id.parse().ok()?;
    if outcome.status == "NOT_EXECUTED" {
        return Some(Answer {
            call,
            end: End::NotDone,
        });
    }
    let status = outcome.http_status_code?;
    let mut body = outcome.escaped_http_body.unwrap_or_default();
    if body.is_empty()
        && let Some(raw) = &outcome.http_body
    {
        // A text holds the body; anything else is the body.
        body = serde_json::from_str(raw.get()).unwrap_or_else(|_| raw.get().to_owned());
    }
    let said = outcome.http_status_line.unwrap_or_default();
    if body.is_empty() && !said.is_empty() {
        body = serde_json::json!({ "errorMessage": said }).to_string();
    }
    let response = Response {
        status,
        content_type: Some("application/json".to_owned()),
        body: body.into_bytes(),
        ..Response::default()
    };
    Some(Answer {
        call,
        end: End::Answered(response),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers;
    use crate::fault::check;
    use tandem_core::FaultKind;

    fn json(body: &str) -> Response {
        Response {
            status: 200,
            body: body.into(),
            ..Response::default()
        }
    }

    fn call(body: Option<&str>) -> Request {
        let method = if body.is_some() {
            Method::Put
        } else {
            Method::Get
        };
        let mut call = Request::get(Side::Ecom, "/customers/7", &[("a", "b c".to_owned())]);
        call.method = method;
        call.body = body.map(str::to_owned);
        call
    }

    #[test]
    fn calls_go_in_one_body_in_order() {
        let calls = [
            (4, call(None)),
            (9, call(Some(r#"{"customerGroupId":9007199254740993}"#))),
        ];
        let request = send(&calls, "k-1").unwrap();
        assert_eq!(
            request.path_and_query(),
            "/batch?stopOnFirstFailure=false&deduplicationKey=k-1"
        );
        assert_eq!(
            request.body.as_deref(),
            Some(
                r#"[{"id":"4","path":"/customers/7?a=b%20c","method":"GET"},{"id":"9","path":"/customers/7?a=b%20c","method":"PUT","body":{"customerGroupId":9007199254740993}}]"#
            )
        );
        assert!(request.is_write());
    }

    #[test]
    fn a_batch_has_1_to_500_calls_of_ecom() {
        let many = |count: usize| vec![(1, call(None)); count];
        assert!(send(&many(0), "k").is_none());
        assert!(send(&many(500), "k").is_some());
        assert!(send(&many(501), "k").is_none());
        let of_pos = Request::get(Side::Pos, "/customers", &[]);
        assert!(send(&[(1, of_pos)], "k").is_none());
    }

    #[test]
    fn a_ticket_is_fetched_by_its_name() {
        let ticket = sent(&json(r#"{"ticket":"0f3c"}"#)).unwrap();
        assert_eq!(
            fetch(&ticket).path_and_query(),
            "/batch?ticket=0f3c&escapedJson=true"
        );
        assert_eq!(sent(&json("{}")), Err(damaged()));
    }

    #[test]
    fn a_batch_at_work_says_how_far_it_is() {
        let body = r#"{"status":"IN_PROGRESS","totalRequests":9,"completedRequests":4}"#;
        let working = Progress::Working { done: 4, total: 9 };
        assert_eq!(fetched(&json(body)), Ok(working));
        assert_eq!(fetched(&json(r#"{"status":"LOST"}"#)), Err(damaged()));
    }

    #[test]
    fn every_call_has_an_answer_of_its_own() {
        let body = r#"{"status":"COMPLETED","totalRequests":4,"completedRequests":3,"responses":[
            {"id":"1","status":"COMPLETED","httpStatusCode":200,"httpStatusLine":"","escapedHttpBody":"{\"updateCount\":1}"},
            {"id":"2","status":"FAILED","httpStatusCode":409,"httpStatusLine":"This email is taken","escapedHttpBody":""},
            {"id":"3","status":"NOT_EXECUTED"},
            {"id":"4","status":"COMPLETED","httpStatusCode":200,"httpBody":{"id":7}}]}"#;
        let Ok(Progress::Done(answers)) = fetched(&json(body)) else {
            panic!("it is done");
        };
        let ends: Vec<_> = answers.iter().map(|answer| &answer.end).collect();
        let [
            End::Answered(one),
            End::Answered(two),
            End::NotDone,
            End::Answered(four),
        ] = ends[..]
        else {
            panic!("{ends:?}");
        };
        assert_eq!(customers::updated(Side::Ecom, one), Ok(()));
        let fault = check(Side::Ecom, two).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Refused { status: 409 });
        assert_eq!(fault.said.as_deref(), Some("This email is taken"));
        let read = customers::got(Side::Ecom, four).unwrap().unwrap();
        assert_eq!(read.observed.id.to_string(), "7");
        let calls: Vec<u32> = answers.iter().map(|answer| answer.call).collect();
        assert_eq!(calls, [1, 2, 3, 4]);
    }
}
